"""The card of act 3: between dead trunks a road to the sun, and on it somebody in white who carries somebody in red."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

SUIT = (
    *((-30, -300), (30, -300), (78, -286), (104, -250), (98, -170), (70, -150), (58, -196), (50, -132), (64, -70)),
    *((52, 0), (10, 0), (4, -104), (-4, -104), (-10, 0), (-52, 0), (-64, -70), (-50, -132), (-58, -196), (-70, -150)),
    *((-98, -170), (-104, -250), (-78, -286)),
)
HELM = ((-26, -314), (-34, -344), (-28, -378), (0, -392), (28, -378), (34, -344), (26, -314))
SHADE = (
    (6, -300),
    (30, -300),
    (78, -286),
    (104, -250),
    (98, -170),
    (70, -150),
    (58, -196),
    (50, -132),
    (64, -70),
    (52, 0),
    (10, 0),
    (4, -104),
)
BUNDLE = (
    (-118, -258),
    (-70, -282),
    (0, -268),
    (70, -282),
    (116, -250),
    (96, -206),
    (40, -196),
    (10, -120),
    (-16, -196),
    (-90, -204),
)
THIGHS = ((92, -262), (152, -254), (184, -226), (178, -190), (112, -196))
SHINS = (((150, -232), (184, -226), (196, -100), (168, -98)), ((166, -98), (198, -100), (226, -84), (168, -80)))
ARM = ((-108, -252), (-84, -258), (-74, -214), (34, -206), (34, -178), (-96, -182), (-112, -200))
HAIR = ((-160, -270), (-132, -296), (-106, -276), (-104, -250), (-128, -262), (-140, -230), (-150, -176), (-172, -210))


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(6):
        card.grey(round_(1440, 500, 470 - n * 56, 470 - n * 56), 0.16 + n * 0.11)
    card.bare(round_(1440, 500, 190, 190))
    card.ink([(0, 700), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.bare([(1424, 694), (1456, 694), (1800, HEIGHT), (1060, HEIGHT)])
    card.grey([(1440, 694), (1456, 694), (1800, HEIGHT), (1500, HEIGHT)], 0.6)
    chance = random.Random(12)
    trunks = [(1110, 16, 716), (1200, 11, 706), (1290, 8, 700), (1580, 9, 700), (1670, 13, 706), (1790, 18, 716)]
    trunks += [(960, 30, 770), (1880, 34, 780)]
    for x, w, foot in trunks:
        lean = chance.uniform(-26, 26)
        card.ink([(x - w, foot), (x + w, foot), (x + lean + w * 0.5, -10), (x + lean - w * 0.5, -10)])
        for share in (0.35, 0.52, 0.7, 0.86):
            side, y = chance.choice((-1, 1)), foot * (1 - share)
            reach = chance.uniform(2.6, 4.4) * w
            card.ink(
                [
                    (x + lean * share, y + w * 0.5),
                    (x + lean * share + side * reach, y - reach * 0.9),
                    (x + lean * share, y - w * 0.3),
                ]
            )
    foot = 1440.0, 985.0
    suit = at(SUIT, *foot, 1.5)
    for shape in (suit, at(HELM, *foot, 1.5)):
        card.bare(shape)
        card.outlined(shape, 8)
    card.grey(at(SHADE, *foot, 1.5), 0.5)
    for part in (*SHINS, THIGHS):
        card.ink(at(part, *foot, 1.5))
        card.stroke([*at(part, *foot, 1.5), *at(part[:1], *foot, 1.5)], 3)
    bundle = at(BUNDLE, *foot, 1.5)
    card.blood(bundle)
    card.outlined(bundle, 6)
    face = at(round_(-128, -258, 25, 28), *foot, 1.5)
    card.bare(face)
    card.outlined(face, 6)
    card.ink(at(HAIR, *foot, 1.5))
    arm = at(ARM, *foot, 1.5)
    card.bare(arm)
    card.outlined(arm, 7)
    card.ink(at(((-30, -352), (30, -352), (26, -338), (-26, -338)), *foot, 1.5))
    card.night()
    return card.printed(43)
