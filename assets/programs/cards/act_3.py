"""The card of act 3: a road that parts at a helmeted stone, two people on one of its arms, and a red thread between."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1400, 470, 28)
    for n in range(6):
        card.slate.disc(1400, 470, 300 - n * 42, 0.42 + n * 0.11)
    card.night()
    card.black.polygon([(0, 620), (900, 575), (WIDTH, 590), (WIDTH, HEIGHT), (0, HEIGHT)], 0.04)
    for arm in (
        [(1330, 1080), (1560, 1080), (1420, 800), (1130, 590), (1096, 592), (1330, 820)],
        [(1420, 1080), (1560, 1080), (1470, 800), (1760, 590), (1728, 588), (1396, 800)],
    ):
        card.bare(arm)
    stone = [
        (1340, 770),
        (1328, 560),
        (1300, 470),
        (1316, 372),
        (1352, 340),
        (1350, 300),
        (1340, 262),
        (1352, 214),
        (1386, 186),
        (1396, 160),
        (1404, 160),
        (1414, 186),
    ]
    stone += [(1448, 214), (1460, 262), (1450, 300), (1448, 340), (1484, 372), (1500, 470), (1472, 560), (1460, 770)]
    card.slate.polygon(stone, 0.0)
    card.black.polygon(stone, 0.22)
    card.bare([(1376, 262), (1424, 262), (1420, 318), (1400, 336), (1380, 318)])
    card.black.line([(1384, 284), (1396, 288)], 5).line([(1404, 288), (1416, 284)], 5).line(
        [(1392, 316), (1408, 316)], 4
    )
    for dx in (-52, -20, 18, 50):
        card.black.line([(1400 + dx * 0.6, 480), (1400 + dx, 760)], 4, 1)
    for x, y, s in ((1010, 770, 1.5), (1098, 790, 1.65)):
        body = [(-9, -84), (9, -84), (24, -66), (28, 0), (-28, 0), (-24, -66)]
        head = [(-11, -112), (0, -118), (11, -112), (12, -94), (0, -86), (-12, -94)]
        for part in (body, head):
            card.bare([(x + px * s, y + py * s) for px, py in part])
        card.black.polygon([(x + px * s, y + py * s) for px, py in ((4, -84), (9, -84), (24, -66), (28, 0), (6, 0))])
    card.red.line([(1040, 700), (1066, 726), (1084, 706)], 9)
    card.black.line([(1040, 700), (1066, 726), (1084, 706)], 9, 1)
    card.slate.line([(1040, 700), (1066, 726), (1084, 706)], 9, 1)
    return card.printed(43)
