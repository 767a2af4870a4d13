"""The card of act 6: a telephone's receiver off its hook before a loudspeaker's mouth, and one red wire between."""

import math

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    x, y = 1440.0, 420.0
    card.rays(x, y, 32)
    card.night()
    card.black.disc(x, y, 380, 0.03)
    for n, r in enumerate((340, 268, 196, 124)):
        for plate in (card.black, card.slate):
            plate.ring(x, y, r, 26 - n * 4, 1)
        card.slate.ring(x + 8, y + 8, r - 20, 14, 0.1)
    card.black.disc(x, y, 62)
    for n in range(12):
        a = n * math.pi / 6 + 0.1
        card.black.line(
            [(x + 70 * math.cos(a), y + 70 * math.sin(a)), (x + 356 * math.cos(a), y + 356 * math.sin(a))], 7
        )
    wire = []
    for n in range(90):
        t = n / 89
        coil = 26 * math.sin(n * 1.25)
        wire.append((x - 30 - 470 * t + coil * 0.5, y + 150 + 420 * math.sin(t * 2.2) * (0.5 + 0.5 * t) + coil))
    for plate in (card.black, card.slate):
        plate.line(wire, 13, 1)
    card.red.line(wire, 11)
    c, s = math.cos(-0.45), math.sin(-0.45)
    grip = [
        (-260, 40),
        (-270, -30),
        (-200, -76),
        (-110, -60),
        (-90, -20),
        (90, -20),
        (110, -60),
        (200, -76),
        (270, -30),
        (260, 40),
    ]
    grip += [(200, 62), (120, 52), (84, 22), (-84, 22), (-120, 52), (-200, 62)]
    spots = [(1050 + px * c - py * s, 820 + px * s + py * c) for px, py in ((1.3 * gx, 1.3 * gy) for gx, gy in grip)]
    card.bare([(px + 8, py + 10) for px, py in spots])
    card.black.polygon(spots)
    card.slate.polygon(spots, 0)
    card.bare(
        [
            (1050 + px * c - py * s, 820 + px * s + py * c)
            for px, py in ((-200, -60), (-116, -46), (-96, -8), (90, -8), (90, -2), (-102, 0), (-124, -36), (-200, -48))
        ]
    )
    card.black.polygon([(0, 980), (WIDTH, 960), (WIDTH, HEIGHT), (0, HEIGHT)], 0.04)
    return card.printed(46)
