"""The card of act 4: a low roof under snow, a door with a lamp over it, and in the door somebody who counts bowls."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    card.night()
    rnd = random.Random(4)
    for x in (840, 980, 1120, 1690, 1800, 1890):
        tall, lean = rnd.uniform(330, 560), rnd.uniform(-30, 30)
        card.black.line([(x, 720), (x + lean, 720 - tall)], 16)
        for k in (0.45, 0.6, 0.78):
            side = rnd.choice((-1, 1))
            y = 720 - tall * k
            card.black.line([(x + lean * k, y), (x + lean * k + side * 90, y - 110)], 7)
    card.bare([(0, 760), (900, 715), (WIDTH, 750), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.slate.polygon([(0, 850), (1000, 800), (WIDTH, 880), (WIDTH, HEIGHT), (0, HEIGHT)], 0.55)
    card.black.polygon([(1030, 470), (1700, 470), (1700, 790), (1030, 790)])
    card.bare([(980, 480), (1100, 330), (1640, 330), (1750, 480), (1735, 510), (995, 510)])
    card.slate.polygon([(1000, 484), (1740, 484), (1735, 510), (995, 510)], 0.4)
    card.black.box(1540, 232, 34, 100).line([(1520, 232), (1594, 232)], 14)
    for n in range(6):
        card.slate.disc(1560 + n * 22, 196 - n * 30, 18 + n * 8, 0.75)
    glow = [(1250, 560), (1400, 560), (1400, 790), (1250, 790)]
    card.bare([(1150, 1000), (1250, 788), (1400, 788), (1500, 1000)])
    card.bare(glow)
    card.red.polygon(glow, 0.15)
    card.red.polygon([(1150, 1000), (1250, 790), (1400, 790), (1500, 1000)], 0.72)
    for plate in (card.black, card.slate, card.red):
        plate.disc(1325, 540, 13, 1)
    card.black.polygon([(1298, 536), (1352, 536), (1336, 516), (1314, 516)], 1)
    person = [(1312, 636), (1338, 636), (1362, 660), (1368, 790), (1282, 790), (1288, 660)]
    card.black.polygon(person).disc(1325, 614, 21).polygon([(1294, 716), (1356, 716), (1344, 742), (1306, 742)])
    card.black.polygon([(1300, 712), (1350, 712), (1340, 736), (1310, 736)], 1)
    for _ in range(150):
        x, y = rnd.uniform(0, WIDTH), rnd.uniform(0, HEIGHT)
        r = rnd.uniform(2, 6)
        card.black.disc(x, y, r, 1)
        card.slate.disc(x, y, r, 1)
    return card.printed(44)
