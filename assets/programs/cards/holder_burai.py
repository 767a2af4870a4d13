"""The card of Burai: a high broken chair before a pale wheel, and over its arm a cloak in red."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

X, Y, R = 1440.0, 400.0, 310.0
BACK = (
    (-120, 0),
    (-132, -520),
    (-96, -640),
    (-70, -560),
    (-30, -690),
    (6, -600),
    (44, -640),
    (70, -520),
    (120, -470),
    (120, 0),
)
SEAT = ((-176, -60), (176, -60), (196, 30), (-196, 30))
LEGS = (((-176, 30), (-132, 30), (-140, 240), (-190, 240)), ((132, 30), (176, 30), (190, 240), (140, 240)))
ARMS = (
    ((-212, -210), (-120, -210), (-120, -166), (-176, -166), (-176, -40), (-212, -40)),
    ((120, -210), (212, -210), (212, -40), (176, -40), (176, -166), (120, -166)),
)
CLOAK = (
    (112, -236),
    (216, -226),
    (244, -150),
    (232, -30),
    (262, 90),
    (330, 236),
    (420, 262),
    (230, 268),
    (196, 150),
    (176, 40),
    (150, -60),
    (128, -120),
)


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(X, Y, 36)
    for n in range(24):
        card.grey(at([(-24, -R - 70), (24, -R - 70), (34, -R + 10), (-34, -R + 10)], X, Y, turn=n * 15))
    card.grey(round_(X, Y, R + 24, R + 24))
    card.bare(round_(X, Y, R, R))
    card.ink([(0, 900), (WIDTH, 900), (WIDTH, HEIGHT), (0, HEIGHT)])
    for n, half in enumerate((520, 400)):
        y = 900 - n * 34
        card.ink([(X - half, y - 34), (X + half, y - 34), (X + half, y + 4), (X - half, y + 4)])
        card.bare([(X - half, y - 34), (X + half, y - 34), (X + half, y - 42), (X - half, y - 42)])
    foot = X, 640.0
    for shape in (BACK, *LEGS, *ARMS, SEAT):
        card.ink(at(shape, *foot, 0.86))
    for x in (-70, 0, 70):
        card.bare(at([(x - 5, -440 + abs(x)), (x + 5, -440 + abs(x)), (x + 5, -90), (x - 5, -90)], *foot, 0.86))
    card.bare(at([(-172, -58), (172, -58), (174, -48), (-174, -48)], *foot, 0.86))
    cloak = at(CLOAK, *foot, 0.86)
    card.blood(cloak)
    for line in (((150, -200), (190, -20), (250, 150), (330, 250)), ((200, -190), (214, -40), (270, 120))):
        card.stroke(at(line, *foot, 0.86), 6, black=0)
    card.outlined(cloak, 7)
    card.night()
    return card.printed(56)
