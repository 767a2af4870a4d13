"""The card of act 2: tall tanks in a row; where one stood there is a bolt of stone, and red runs from it."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

BOLT = (
    (90, -900),
    (-70, -560),
    (30, -548),
    (-150, -270),
    (-30, -256),
    (-120, 40),
    (60, -330),
    (-36, -344),
    (130, -612),
    (40, -622),
    (220, -900),
)
LIT = (
    (90, -900),
    (-70, -560),
    (30, -548),
    (-150, -270),
    (-30, -256),
    (-120, 40),
    (-58, -272),
    (-104, -300),
    (60, -566),
    (-20, -580),
    (140, -900),
)
BACK = (
    (18, -62),
    (-10, -60),
    (-34, -40),
    (-46, -8),
    (-42, 26),
    (-24, 50),
    (2, 56),
    (6, 34),
    (-8, 20),
    (-12, -2),
    (-4, -24),
    (12, -36),
)
THIGH = ((-10, 54), (2, 32), (44, -6), (56, 8), (20, 46))
SHIN = ((58, 8), (42, 0), (34, 40), (20, 66), (40, 72))
ARM = ((-2, -30), (26, -8), (46, -22), (52, -10), (26, 10), (-10, -12))
FLOOR = 880.0


def _tank(card: Poster, x: float, size: float, chance: random.Random) -> None:
    """A column of glass between two collars, and somebody curled up in it."""
    wide, top = 92 * size, FLOOR - 640 * size
    card.grey([(x - wide, top), (x + wide, top), (x + wide, FLOOR), (x - wide, FLOOR)], 0.55)
    card.bare([(x - wide, top), (x - wide * 0.62, top), (x - wide * 0.62, FLOOR), (x - wide, FLOOR)])
    card.grey([(x + wide * 0.5, top), (x + wide, top), (x + wide, FLOOR), (x + wide * 0.5, FLOOR)], 0.1)
    hung = FLOOR - 320 * size
    turn = chance.uniform(-24, 24)
    for part in (BACK, THIGH, SHIN, ARM, round_(34, -62, 26, 23)):
        card.ink(at(part, x - 6 * size, hung, 1.45 * size, turn))
    for _ in range(7):
        r = chance.uniform(4, 9) * size
        card.bare(round_(x + chance.uniform(-0.5, 0.5) * wide, chance.uniform(top + 60, hung - 120 * size), r, r))
    for y, h in ((top - 30 * size, 60 * size), (FLOOR - 50 * size, 70 * size)):
        card.ink([(x - wide * 1.16, y), (x + wide * 1.16, y), (x + wide * 1.16, y + h), (x - wide * 1.16, y + h)])
        card.bare(
            [
                (x - wide * 1.0, y + h * 0.42),
                (x + wide * 0.2, y + h * 0.42),
                (x + wide * 0.2, y + h * 0.54),
                (x - wide, y + h * 0.54),
            ]
        )


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    card.bare([(1180, 0), (1760, 0), (1960, FLOOR), (1000, FLOOR)])
    card.grey([(1180, 0), (1760, 0), (1960, FLOOR), (1000, FLOOR)], 0.62)
    card.grey([(1300, 0), (1640, 0), (1700, FLOOR), (1240, FLOOR)], 0.86)
    card.ink([(0, FLOOR), (WIDTH, FLOOR), (WIDTH, HEIGHT), (0, HEIGHT)])
    chance = random.Random(8)
    for x in (940.0, 1190.0, 1810.0):
        _tank(card, x, 0.94, chance)
    for x, w in ((1400, 40), (1660, 44), (1450, -20), (1585, 30)):
        card.ink([(x, FLOOR + 8), (x + w, FLOOR - 120 - abs(w)), (x + w + 34, FLOOR + 8)])
        card.bare(
            [(x + w, FLOOR - 118 - abs(w)), (x + w + 6, FLOOR - 108 - abs(w)), (x + 16, FLOOR + 4), (x + 8, FLOOR + 4)]
        )
    pool = [*round_(1530, 960, 280, 84, 150, 385), (1690, 1010), (1640, 1080), (1300, 1080), (1330, 1016)]
    card.blood(pool)
    bolt = at(BOLT, 1560, 890)
    card.ink(bolt)
    card.grey(at(LIT, 1560, 890), 0.35)
    card.outlined(bolt, 10)
    card.night()
    return card.printed(42)
