"""The card of act 4: a low roof under snow, its one door lit in red, and in the door somebody with a bowl."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, round_

DOOR = ((1340, 560), (1500, 560), (1500, 800), (1340, 800))
PERSON = ((1402, 650), (1438, 650), (1468, 680), (1476, 800), (1364, 800), (1372, 680))
BOWL = ((1376, 724), (1464, 724), (1444, 758), (1396, 758))


def _pine(card: Poster, x: float, foot: float, tall: float) -> None:
    """A fir in three heaps, snow on their left."""
    card.ink([(x - 9, foot), (x + 9, foot), (x + 9, foot - tall * 0.3), (x - 9, foot - tall * 0.3)])
    for n in range(3):
        wide, y = tall * (0.26 - 0.06 * n), foot - tall * (0.18 + 0.26 * n)
        card.ink([(x - wide, y), (x, y - tall * 0.38), (x + wide, y)])
        card.bare([(x - wide, y), (x, y - tall * 0.38), (x - wide * 0.42, y - tall * 0.09)])


def print_card() -> Image.Image:
    """The card."""
    card, chance = Poster(), random.Random(4)
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    card.grey([(0, 420), (WIDTH, 300), (WIDTH, 760), (0, 760)], 0.2)
    for x, tall in ((1010, 300), (1110, 420), (1200, 340), (1660, 360), (1760, 470), (1870, 400)):
        _pine(card, x, 742, tall)
    card.bare([(0, 770), (900, 726), (1420, 742), (WIDTH, 720), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.grey([(0, 900), (1000, 850), (WIDTH, 905), (WIDTH, HEIGHT), (0, HEIGHT)], 0.6)
    card.ink([(1130, 500), (1720, 500), (1720, 800), (1130, 800)])
    card.bare([(1060, 520), (1200, 350), (1650, 350), (1800, 520), (1780, 556), (1076, 556)])
    card.grey([(1070, 524), (1800, 524), (1780, 556), (1076, 556)], 0.4)
    card.ink([(1560, 250), (1606, 250), (1606, 360), (1560, 360)])
    card.bare([(1550, 238), (1616, 238), (1616, 256), (1550, 256)])
    for n in range(5):
        card.bare(round_(1586 + n * 30, 206 - n * 40, 24 + n * 11, 19 + n * 8))
    card.blood(DOOR)
    card.blood([(1250, 1010), (1340, 800), (1500, 800), (1600, 1010)])
    card.ink(PERSON)
    card.ink(round_(1420, 622, 24, 28))
    card.bare(BOWL)
    card.bare([(1404, 540), (1436, 540), (1450, 556), (1390, 556)])
    card.night()
    for _ in range(110):
        x, y, r = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT), chance.uniform(2.5, 7)
        if x > 1260 - y * 0.48:
            card.bare(round_(x, y, r, r))
    return card.printed(44)
