"""The card of act 2: ranks of iron before a pale disc, and among them one white figure with a red seam."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Plate, Poster

SHAPE = (
    *((-24, -300), (24, -300), (34, -282), (34, -240), (22, -226), (64, -216), (96, -186), (92, -60), (66, -58)),
    *((62, -150), (48, -120), (58, 0), (14, 0), (6, -92), (-6, -92), (-14, 0), (-58, 0), (-48, -120), (-62, -150)),
    *((-66, -58), (-92, -60), (-96, -186), (-64, -216), (-22, -226), (-34, -240), (-34, -282)),
)


def _figure(plate: Plate, x: float, y: float, size: float, ink: float) -> None:
    plate.polygon([(x + px * size, y + py * size) for px, py in SHAPE], ink)


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1390, 420, 36)
    for plate in (card.slate, card.black):
        plate.disc(1390, 420, 330, 1)
    card.slate.ring(1390, 420, 352, 9, 0)
    card.night()
    for row, (y, size, step) in enumerate(((640, 0.95, 132), (760, 1.30, 176), (930, 1.85, 250))):
        for n in range(-6, 9):
            x = 1390 + (n - 0.5 * (row % 2)) * step
            if row == 2 and abs(x - 1390) < 120:
                continue
            _figure(card.slate, x, y, size, 0.0 if row else 0.2)
            _figure(card.black, x, y, size, (0.45, 0.16, 0.0)[row])
            card.black.box(x - 17 * size, y - 270 * size, 34 * size, 6 * size, 1)
    card.black.box(0, 930, WIDTH, HEIGHT - 930, 0.04)
    for plate in (card.slate, card.red, card.black):
        _figure(plate, 1390, 940, 1.95, 1)
    card.black.line([(1390 + px * 1.95, 940 + py * 1.95) for px, py in (*SHAPE, SHAPE[0])], 7)
    card.red.line([(1390, 505), (1390, 610), (1366, 650), (1398, 690)], 12)
    card.slate.polygon(
        [(1396, 350), (1450, 370), (1570, 580), (1562, 815), (1450, 935), (1420, 935), (1400, 760)], 0.62
    )
    return card.printed(42)
