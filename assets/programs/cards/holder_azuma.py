"""The card of Azuma: a pair of round spectacles, a gauge in each glass, and one of the needles red and past its end."""

import math

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

GLASSES = ((1160.0, 470.0, -28.0), (1640.0, 430.0, 118.0))
R = 216.0


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1400, 450, 30)
    card.ink([(0, 880), (WIDTH, 850), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.night()
    bridge = [(1345, 396), (1370, 352), (1420, 346), (1450, 386)]
    card.stroke(bridge, 40, black=0)
    card.stroke(bridge, 10)
    card.stroke([(1846, 372), (WIDTH + 20, 330)], 40, black=0)
    for x, y, needle in GLASSES:
        card.ink(round_(x + 10, y + 16, R + 30, R + 30))
        card.ink(round_(x, y, R + 26, R + 26))
        card.bare(round_(x, y, R, R))
        card.grey(round_(x, y, R, R, 20, 160), 0.55)
        for n in range(25):
            turn = -120 + n * 10
            long, wide = (56, 6) if n % 6 == 0 else (30, 3.5)
            card.ink(
                at(
                    [(-wide, -R + 22), (wide, -R + 22), (wide, -R + 22 + long), (-wide, -R + 22 + long)],
                    x,
                    y,
                    turn=turn,
                )
            )
        end = [
            (x + (R - 16) * math.cos(math.radians(a - 90)), y + (R - 16) * math.sin(math.radians(a - 90)))
            for a in range(84, 121, 4)
        ]
        card.stroke(end, 12, black=0)
        hand = at(((-12, 46), (-6, -170), (0, -196), (6, -170), (12, 46)), x, y, turn=needle)
        if needle > 0:
            card.blood(hand)
        else:
            card.ink(hand)
        card.ink(round_(x, y, 26, 26))
        card.bare(round_(x, y, 8, 8))
        shine = at(((-150, -40), (-96, -128), (-76, -112), (-128, -26)), x, y)
        card.bare(shine)
    return card.printed(53)
