"""The card of act 5: the slats of a closed car, a row of eyes behind them, a bar across, and a red ticket on it."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1380, 1200, 26)
    card.night()
    card.black.polygon([(820, 130), (WIDTH, 60), (WIDTH, 900), (820, 860)], 0.04)
    for n in range(6):
        y0, y1 = 190 + n * 116, 120 + n * 132
        card.bare([(860, y0), (WIDTH, y1), (WIDTH, y1 + 44), (860, y0 + 36)])
        card.slate.polygon([(860, y0 + 24), (WIDTH, y1 + 30), (WIDTH, y1 + 44), (860, y0 + 36)], 0.45)
    rnd = random.Random(7)
    for row in (1, 2, 3):
        for n in range(5):
            x = 950 + n * 205 + rnd.uniform(-30, 30)
            t = (x - 860) / (WIDTH - 860)
            y = (190 + row * 116 + 18) * (1 - t) + (120 + row * 132 + 22) * t
            s = 0.8 + 0.45 * t
            face = [
                (x - 74 * s, y - 30 * s),
                (x + 74 * s, y - 32 * s),
                (x + 76 * s, y + 30 * s),
                (x - 74 * s, y + 30 * s),
            ]
            card.black.polygon(face, 0.05)
            for side in (-1, 1):
                cx = x + side * 30 * s
                card.bare([(cx - 21 * s, y + 2), (cx - 4 * s, y - 10 * s), (cx + 20 * s, y), (cx + 2 * s, y + 9 * s)])
                card.black.disc(cx + rnd.uniform(-3, 5) * s, y - 1, 7.5 * s)
    card.black.polygon([(800, 520), (WIDTH, 500), (WIDTH, 580), (800, 590)])
    card.bare([(800, 536), (WIDTH, 518), (WIDTH, 526), (800, 543)])
    for x in (960, 1760):
        card.black.box(x, 450, 60, 210)
    ticket = [(1330, 560), (1480, 548), (1494, 716), (1346, 728)]
    card.bare(ticket)
    card.red.polygon(ticket, 0.05)
    card.black.line([(1404, 540), (1402, 582)], 6)
    for k in range(4):
        card.red.line([(1362, 620 + k * 24), (1362 + (104, 88, 98, 52)[k], 612 + k * 24)], 7, 1)
    card.black.polygon([(0, 940), (WIDTH, 960), (WIDTH, HEIGHT), (0, HEIGHT)], 0.04)
    for n in range(12):
        card.bare([(760 + n * 110, 985), (810 + n * 110, 985), (800 + n * 116, 1046), (740 + n * 116, 1046)])
    return card.printed(45)
