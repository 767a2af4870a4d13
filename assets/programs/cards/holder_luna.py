"""The card of Luna: a station clock that has lost a hand; the one that is left to it is red."""

import math

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

X, Y, R = 1430.0, 460.0, 350.0


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(5):
        card.grey([(700 + n * 250, 0), (830 + n * 250, 0), (560 + n * 250, HEIGHT), (430 + n * 250, HEIGHT)], 0.18)
    card.ink([(1330, 0), (1530, 0), (1530, 140), (1330, 140)])
    for x in (1370.0, 1480.0):
        card.ink([(x, 0), (x + 14, 0), (x + 14, 150), (x, 150)])
    card.ink(round_(X + 26, Y + 34, R + 34, R + 34))
    card.ink(round_(X, Y, R + 34, R + 34))
    card.grey(round_(X, Y, R + 16, R + 16))
    card.bare(round_(X, Y, R, R))
    card.grey(round_(X + 30, Y + 40, R - 44, R - 44), 0.86)
    card.bare(round_(X, Y, R - 60, R - 60))
    for n in range(60):
        long, wide = (92, 13) if n % 15 == 0 else (62, 9) if n % 5 == 0 else (22, 4)
        card.ink(
            at([(-wide, -R + 14), (wide, -R + 14), (wide, -R + 14 + long), (-wide, -R + 14 + long)], X, Y, turn=n * 6)
        )
    card.ink(round_(X, Y, 34, 34))
    card.blood(at(((-15, 70), (-9, -290), (0, -316), (9, -290), (15, 70)), X, Y, turn=math.degrees(-0.55)))
    card.ink(round_(X, Y, 15, 15))
    card.ink([(0, 960), (WIDTH, 960), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.bare([(0, 972), (WIDTH, 972), (WIDTH, 980), (0, 980)])
    card.night()
    return card.printed(52)
