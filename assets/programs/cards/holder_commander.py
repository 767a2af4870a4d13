"""The card of the Commander: one microphone, rings going out from it over a crowd, and a red band at its neck."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

X, Y = 1420.0, 330.0


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(9, 0, -1):
        card.grey(round_(X, Y, 110 + n * 92, 110 + n * 92), 0.0 if n % 2 else 0.42)
    card.bare(round_(X, Y, 200, 200))
    chance = random.Random(9)
    for row in range(7):
        y, size = 700 + row * 58, 24 + row * 8
        count = round(1500 / (size * 2.1))
        for n in range(count):
            x = 620 + (n + 0.5 * (row % 2)) * size * 2.1 + chance.uniform(-4, 4)
            high = y + chance.uniform(-7, 7)
            card.ink(
                [
                    (x - size * 1.08, high + size * 2.6),
                    (x - size, high + size * 1.3),
                    (x + size, high + size * 1.3),
                    (x + size * 1.08, high + size * 2.6),
                ]
            )
            card.ink(round_(x, high, size * 0.72, size * 0.86))
            card.bare(round_(x, high, size * 0.72, size * 0.86, 205, 335)[1:-1])
            card.ink(round_(x, high + size * 0.16, size * 0.72, size * 0.86))
    card.ink([(X - 13, Y + 170), (X + 13, Y + 170), (X + 18, HEIGHT), (X - 18, HEIGHT)])
    card.bare([(X - 5, Y + 190), (X - 1, Y + 190), (X - 1, HEIGHT), (X - 6, HEIGHT)])
    head = [
        (X - 108, Y - 110),
        (X - 74, Y - 168),
        (X + 74, Y - 168),
        (X + 108, Y - 110),
        (X + 108, Y + 96),
        (X + 70, Y + 150),
        (X - 70, Y + 150),
        (X - 108, Y + 96),
    ]
    card.ink(head)
    for n in range(7):
        y = Y - 124 + n * 32
        card.bare([(X - 78, y), (X + 78, y), (X + 78, y + 11), (X - 78, y + 11)])
    card.ink([(X - 11, Y - 160), (X + 11, Y - 160), (X + 11, Y + 140), (X - 11, Y + 140)])
    card.blood([(X - 74, Y + 150), (X + 74, Y + 150), (X + 52, Y + 200), (X - 52, Y + 200)])
    card.stroke(at(((-74, 150), (74, 150), (52, 200), (-52, 200), (-74, 150)), X, Y), 6, black=0)
    card.night()
    return card.printed(58)
