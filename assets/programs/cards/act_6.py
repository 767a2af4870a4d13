"""The card of act 6: a telephone's receiver off its hook before a loudspeaker's mouth, and one red wire between."""

import math

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

X, Y = 1490.0, 420.0
GRIP = ((-176, -34), (176, -34), (196, 4), (-196, 4))
CUP = ((-92, -60), (-60, -84), (60, -84), (92, -60), (104, 10), (74, 52), (-74, 52), (-104, 10))


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(X, Y, 32)
    card.ink([(0, 940), (WIDTH, 925), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.ink(round_(X, Y, 398, 398))
    for n, r in enumerate((368, 296, 224, 152)):
        wide = 30 - n * 4
        card.bare(round_(X, Y, r, r))
        card.grey(round_(X + 7, Y + 8, r - 8, r - 8), 0.3)
        card.ink(round_(X, Y, r - wide, r - wide))
    card.bare(round_(X, Y, 74, 74))
    card.ink(round_(X, Y, 60, 60))
    for n in range(12):
        a = n * math.pi / 6 + 0.13
        c, s = math.cos(a), math.sin(a)
        card.stroke([(X + 74 * c, Y + 74 * s), (X + 378 * c, Y + 378 * s)], 9, black=0)
    wire = []
    for n in range(230):
        t, turn = n / 229, n * 0.66
        x = (1 - t) ** 2 * X + 2 * t * (1 - t) * (X + 150) + t * t * 1286
        y = (1 - t) ** 2 * Y + 2 * t * (1 - t) * (Y + 520) + t * t * 730
        wire.append((x + 34 * math.sin(turn), y + 26 * math.cos(turn)))
    card.stroke(wire, 17, black=0)
    card.stroke(wire, 10, red=0)
    card.night()
    hand = 1090.0, 800.0
    for out, ink in ((14, 1.0), (0, 0.0)):
        for x in (-208, 208):
            cup = at(at(at(CUP, 0, 0, 1 + out / 90), x, 40), *hand, turn=-27)
            card.flat(cup, black=ink)
        grip = [(x * (1 + out / 300), y + (out if y > 0 else -out)) for x, y in GRIP]
        card.flat(at(grip, *hand, turn=-27), black=ink)
    card.bare(at(((-170, -24), (150, -24), (154, -14), (-172, -14)), *hand, turn=-27))
    for x in (-208, 208):
        card.bare(at(at(((-70, 34), (70, 34), (62, 46), (-62, 46)), x, 40), *hand, turn=-27))
    return card.printed(46)
