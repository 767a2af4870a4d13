"""The card of act 7: a field of helmets on rifles, and out of it one column of bare paper that goes up and on."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

RIFLE = ((-7, 0), (7, 0), (9, -120), (26, -160), (28, -214), (-24, -214), (-18, -160), (-9, -120))
GUARD = ((8, -128), (34, -128), (34, -100), (8, -100))
HELMET = (
    (-84, -196),
    (-64, -216),
    (-58, -252),
    (-34, -280),
    (0, -290),
    (34, -280),
    (58, -252),
    (64, -216),
    (84, -196),
    (0, -204),
)
STRAP = ((-44, -200), (-36, -200), (-26, -156), (-34, -156))
TWO = ((-30, 0), (-38, -70), (-24, -112), (-4, -120), (4, -120), (24, -112), (38, -70), (30, 0))
MIDDLE = 1440.0


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(6, -1, -1):
        w = 44 + n * n * 7
        column = [(MIDDLE - w, 0), (MIDDLE + w, 0), (MIDDLE + w * 1.5, 800), (MIDDLE - w * 1.5, 800)]
        card.grey(column, 1.0 - n * 0.13)
    card.bare([(0, 800), (WIDTH, 786), (WIDTH, HEIGHT), (0, HEIGHT)])
    card.grey([(0, 900), (1440, 850), (WIDTH, 905), (WIDTH, HEIGHT), (0, HEIGHT)], 0.55)
    chance = random.Random(3)
    spots = [(chance.uniform(860, 1900), chance.uniform(0, 1) ** 1.5) for _ in range(34)]
    for x, near in sorted(spots, key=lambda one: one[1]):
        size = 0.24 + 0.92 * near
        if abs(x - MIDDLE) < 120 + 260 * near:
            continue
        foot, lean = (x, 812 + 250 * near), chance.uniform(-9, 9)
        for part in (RIFLE, GUARD, STRAP):
            card.ink(at(part, *foot, size, lean))
        helmet = at(HELMET, *foot, size, lean + chance.uniform(-7, 7))
        card.ink(helmet)
        card.bare(at(((-46, -232), (-40, -250), (-18, -272), (-14, -266), (-32, -248), (-38, -228)), *foot, size, lean))
        card.grey(at(((-70, 4), (70, 4), (150, 22), (-10, 22)), *foot, size), 0.2)
    for x, head in ((-30, -146), (32, -140)):
        card.ink(at(TWO, MIDDLE + x, 856, 1.0))
        card.ink(round_(MIDDLE + x * 0.86, 856 + head, 22, 25))
    card.blood(
        [
            (MIDDLE - 34, 762),
            (MIDDLE + 4, 752),
            (MIDDLE + 40, 764),
            (MIDDLE + 30, 786),
            (MIDDLE + 6, 778),
            (MIDDLE - 6, 838),
            (MIDDLE - 24, 780),
        ]
    )
    card.night()
    return card.printed(47)
