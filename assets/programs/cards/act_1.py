"""The card of act 1: a long pale wall full of holes, a line before it, and on the line one red shirt among white."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1400, 330, 30)
    for n in range(5):
        card.slate.disc(1400, 330, 250 - n * 44, 0.46 + n * 0.13)
    card.night()
    card.bare([(760, 520), (WIDTH, 380), (WIDTH, 905), (760, 850)])
    card.black.polygon([(760, 500), (WIDTH, 350), (WIDTH, 384), (760, 524)])
    card.black.polygon([(0, 850), (760, 850), (WIDTH, 905), (WIDTH, HEIGHT), (0, HEIGHT)], 0.04)
    rnd = random.Random(5)
    for _ in range(34):
        x = rnd.uniform(860, 1880)
        y = rnd.uniform(600, 800)
        r = rnd.uniform(5, 13) * (0.5 + (x - 760) / 1400)
        card.black.disc(x, y, r)
        for _ in range(3):
            card.black.line([(x, y), (x + rnd.uniform(-40, 40), y + rnd.uniform(-34, 34))], 2.2, 0.2)
    card.black.line([(700, 300), (1300, 420), (WIDTH, 330)], 5)
    for n, x in enumerate((870, 1050, 1235, 1430, 1640)):
        y = 334 + (x - 700) * 0.2 if x < 1300 else 420 - (x - 1300) * 0.145
        s = 0.85 + n * 0.09
        shirt = [
            (-62, 0),
            (62, 0),
            (118, 92),
            (78, 116),
            (56, 76),
            (60, 214),
            (-60, 214),
            (-56, 76),
            (-78, 116),
            (-118, 92),
        ]
        spots = [(x + px * s, y + py * s) for px, py in shirt]
        card.bare(spots)
        if n == 3:
            card.red.polygon(spots)
        card.black.line([*spots, spots[0]], 5)
        card.slate.polygon([(x + px * s, y + py * s) for px, py in ((8, 10), (60, 4), (58, 210), (20, 210))], 0.5)
    return card.printed(41)
