"""The card of Tetsuya: an open white gauntlet before a pale sun, and across its palm the end of a red thread."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, Spot, at

PALM = ((-92, 40), (-104, -70), (-86, -120), (82, -128), (100, -60), (86, 60), (60, 110), (-64, 110))
CUFF = ((-76, 110), (74, 110), (104, 190), (122, 420), (-122, 420), (-100, 190))
FINGERS = ((-66, -118, 186, -12.0), (-22, -126, 226, -4.0), (24, -128, 214, 4.0), (66, -122, 172, 12.0))
THREAD = ((-420, 90), (-250, 40), (-120, -8), (0, -30), (96, -14), (200, 40), (262, 128), (268, 300), (240, 470))


def _finger(length: float, wide: float = 21) -> list[Spot]:
    """One finger in three plates, from its root upwards."""
    return [
        (-wide, 0),
        (-wide, -length * 0.9),
        (-wide * 0.5, -length),
        (wide * 0.5, -length),
        (wide, -length * 0.9),
        (wide, 0),
    ]


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1450, 420, 32)
    card.sun(1450, 420, 330)
    card.ink([(0, 960), (WIDTH, 930), (WIDTH, HEIGHT), (0, HEIGHT)])
    where, size = (1450.0, 640.0), 1.22
    for x, y, length, turn in FINGERS:
        shape = at(at(_finger(length), x, y + 20, 1, turn), *where, size)
        card.bare(shape)
        card.grey(
            at(at([(4, 0), (4, -length * 0.96), (21, -length * 0.9), (21, 0)], x, y + 20, 1, turn), *where, size), 0.5
        )
        card.outlined(shape, 7)
        for share in (0.38, 0.7):
            joint = at(at([(-21, -length * share), (21, -length * share)], x, y + 20, 1, turn), *where, size)
            card.stroke(joint, 6, black=0)
    thumb = at(at(_finger(190, 25), -96, 40, 1, -58), *where, size)
    for shape in (thumb, at(CUFF, *where, size), at(PALM, *where, size)):
        card.bare(shape)
        card.outlined(shape, 7)
    card.grey(at(((20, -120), (80, -124), (98, -60), (84, 60), (58, 106), (30, 106)), *where, size), 0.5)
    card.grey(at(((40, 114), (74, 114), (102, 192), (118, 420), (60, 420)), *where, size), 0.5)
    for y in (150.0, 206.0):
        card.stroke(at(((-100, y + 20), (100, y + 20)), *where, size), 7, black=0)
    card.night()
    thread = at(THREAD, *where, size)
    card.stroke(thread, 20, black=0)
    card.stroke(thread, 12, red=0)
    return card.printed(51)
