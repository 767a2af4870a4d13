"""The card of Naito: the breast of a good coat, buttoned, and from its one button a red ticket with a price on it."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

COAT = (
    (1130, 110),
    (1300, 40),
    (1440, 20),
    (1590, 40),
    (1790, 130),
    (1900, 420),
    (1930, 1080),
    (960, 1080),
    (1010, 440),
)
SHIRT = ((1330, 30), (1560, 30), (1500, 330), (1446, 640), (1390, 330))
TIE = ((1412, 96), (1476, 96), (1464, 160), (1492, 420), (1446, 560), (1400, 420), (1424, 160))
LAPELS = (
    ((1300, 40), (1346, 34), (1446, 640), (1410, 700), (1200, 330), (1262, 290), (1214, 232)),
    ((1590, 40), (1546, 34), (1446, 640), (1470, 700), (1690, 330), (1626, 290), (1676, 232)),
)


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(9):
        card.grey(
            [(700 + n * 160, 0), (760 + n * 160, 0), (760 + n * 160 - 522, HEIGHT), (700 + n * 160 - 522, HEIGHT)], 0.22
        )
    card.ink(COAT)
    for n in range(26):
        x = 980 + n * 38
        card.stroke([(x + 60, 0), (x, HEIGHT)], 2.2, black=0.35) if 1020 < x < 1880 else None
    card.bare(SHIRT)
    card.grey([(1470, 34), (1560, 30), (1500, 330), (1446, 640), (1452, 330)], 0.6)
    card.ink(TIE)
    for n in range(5):
        card.bare(
            [(1406 + n * 3, 210 + n * 62), (1488, 176 + n * 62), (1490, 188 + n * 62), (1406 + n * 3, 224 + n * 62)]
        )
    for lapel in LAPELS:
        card.ink(lapel)
        card.stroke([*lapel, lapel[0]], 5)
    card.stroke([(1446, 700), (1440, HEIGHT)], 5)
    card.bare(round_(1424, 742, 27, 27))
    card.ink(round_(1424, 742, 19, 19))
    card.stroke([(1424, 752), (1380, 800), (1352, 812)], 6)
    where, turn = (1300.0, 900.0), 12.0
    tag = at(((-110, -60), (-70, -100), (70, -100), (110, -60), (110, 140), (-110, 140)), *where, turn=turn)
    card.blood(tag)
    card.outlined(tag, 7)
    card.bare(at(round_(0, -66, 14, 14), *where, turn=turn))
    for y, wide in ((-14, 64), (34, 84), (84, 40)):
        card.bare(at([(-wide, y), (wide, y), (wide, y + 16), (-wide, y + 16)], *where, turn=turn))
    card.night()
    return card.printed(57)
