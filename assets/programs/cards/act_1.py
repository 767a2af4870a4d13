"""The card of act 1: a long pale wall full of holes, a line before it, and on the line one red shirt among white."""

import math
import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, Spot, at

SHIRT = (
    *((-26, 0), (0, 12), (26, 0), (62, 6), (122, 96), (80, 124), (58, 84), (62, 226), (-62, 226), (-58, 84)),
    *((-80, 124), (-122, 96), (-62, 6)),
)
SHADE = ((8, 14), (26, 2), (60, 8), (62, 222), (18, 222))
SHIRTS = (
    (990.0, 402.0, 0.98, -3.0),
    (1180.0, 428.0, 1.05, 2.0),
    (1385.0, 436.0, 1.12, -1.0),
    (1605.0, 420.0, 1.2, 3.0),
)
RED = 2


def _hole(chance: random.Random, x: float, y: float, r: float) -> list[Spot]:
    """Where plaster broke away around a shot."""
    turns = [math.tau * n / 9 for n in range(9)]
    return [
        (x + r * chance.uniform(0.7, 1.35) * math.cos(a), y + r * chance.uniform(0.7, 1.2) * math.sin(a)) for a in turns
    ]


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1430, 250, 30)
    for n in range(5):
        card.slate.disc(1430, 250, 240 - n * 44, 0.46 + n * 0.13)
    card.bare([(500, 560), (WIDTH, 400), (WIDTH, 930), (500, 880)])
    card.ink([(500, 538), (WIDTH, 368), (WIDTH, 404), (500, 562)])
    card.ink([(0, 872), (WIDTH, 922), (WIDTH, HEIGHT), (0, HEIGHT)])
    chance = random.Random(5)
    for _ in range(46):
        x, y = chance.uniform(860, 1890), chance.gauss(752, 46)
        r = chance.uniform(6, 15)
        card.grey(_hole(chance, x + 3, y + 4, r * 1.9), 0.5)
        card.ink(_hole(chance, x, y, r))
    card.night()
    line = [(880, 330), (1180, 424), (1385, 434), (1605, 416), (WIDTH, 330)]
    card.stroke(line, 6, black=0)
    for n, (x, y, size, turn) in enumerate(SHIRTS):
        shirt = at(SHIRT, x, y - 6, size, turn)
        if n == RED:
            card.blood(shirt)
        else:
            card.bare(shirt)
            card.grey(at(SHADE, x, y - 6, size, turn), 0.5)
        card.outlined(shirt, 7)
        for side in (-34, 34):
            card.ink(at([(side - 5, -16), (side + 5, -16), (side + 5, 18), (side - 5, 18)], x, y - 6, size, turn))
    return card.printed(41)
