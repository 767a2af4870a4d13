"""The card of act 7: a field of helmets on rifles, and out of it one column of bare paper that goes up and on."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    card.night()
    for n in range(6, -1, -1):
        w = 40 + n * n * 6
        ink = 1.0 - n * 0.13
        column = [(1400 - w, 0), (1400 + w, 0), (1400 + w * 1.5, 800), (1400 - w * 1.5, 800)]
        card.slate.polygon(column, ink)
        card.black.polygon(column, min(1.0, 0.55 + ink * 0.5))
    card.bare([(1366, 0), (1434, 0), (1452, 800), (1348, 800)])
    card.bare([(0, 800), (WIDTH, 780), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.slate.polygon([(0, 880), (WIDTH, 900), (WIDTH, HEIGHT), (0, HEIGHT)], 0.5)
    rnd = random.Random(3)
    spots = [(rnd.uniform(760, 1900), rnd.uniform(0, 1) ** 1.6) for _ in range(26)]
    for x, t in sorted(spots, key=lambda one: one[1]):
        s = 0.28 + 1.25 * t
        y = 806 + 240 * t
        if abs(x - 1400) < 190:
            continue
        lean = rnd.uniform(-14, 14) * s
        top = (x + lean, y - 190 * s)
        card.black.line([(x, y), top], 9 * s)
        bowl = [(-62, 8), (-50, -14), (-40, -46), (-16, -64), (16, -64), (40, -46), (50, -14), (62, 8)]
        card.black.polygon([(top[0] + px * s, top[1] + py * s) for px, py in bowl])
        card.black.line([(top[0] - 22 * s, top[1] - 50 * s), (top[0] + 20 * s, top[1] - 52 * s)], 5 * s, 1)
        card.slate.line([(top[0] - 22 * s, top[1] - 50 * s), (top[0] + 20 * s, top[1] - 52 * s)], 5 * s, 1)
    body = [(-13, -96), (13, -96), (30, -76), (30, 0), (-30, 0), (-30, -76)]
    for x in (1378, 1420):
        card.black.polygon([(x + px * 0.9, 812 + py * 0.9) for px, py in body]).disc(x, 706, 16)
    card.red.polygon([(1388, 740), (1412, 740), (1408, 756), (1392, 756)])
    for plate in (card.black, card.slate):
        plate.polygon([(1388, 740), (1412, 740), (1408, 756), (1392, 756)], 1)
    return card.printed(47)
