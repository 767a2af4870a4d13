"""The poster of the title: a bolt of stone out of a dark sky, a sun behind it, one person in red before both.

The left is ink up to a slanted edge, as on every card: for the name of the game and the menu.
"""

import itertools
import math
import random

from PIL import Image

from assets.programs.kit.press import EDGE, HEIGHT, INK, RED, SLANT, SLATE, WIDTH, Pass, Plate, printed

SUN = (1270, 560, 330)
BOLT = [(1500, -20), (1345, 190), (1425, 205), (1235, 400), (1330, 418), (1150, 610), (1232, 628), (1105, 905)]
WIDTHS = (150, 142, 132, 120, 104, 86, 62, 4)


def _bolt_sides() -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    left = [(x - w * 0.5, y - w * 0.10) for (x, y), w in zip(BOLT, WIDTHS, strict=True)]
    right = [(x + w * 0.5, y + w * 0.10) for (x, y), w in zip(BOLT, WIDTHS, strict=True)]
    return left, right


def _sky(slate: Plate) -> None:
    """Rings of paler and paler sky about the sun."""
    slate.box(0, 0, WIDTH, HEIGHT, 0.16)
    x, y, r = SUN
    for n in range(7, 0, -1):
        slate.disc(x, y, r + 40 + n * n * 17, 0.58 - n * 0.055)
        slate.ring(x, y, r + 40 + n * n * 17, 5, 0.05)


def _night(plates: tuple[Plate, ...], black: Plate) -> None:
    """The ink at the left, and a sliver of paper along its edge."""
    foot = EDGE - HEIGHT * SLANT
    for plate in plates:
        plate.polygon([(0, 0), (EDGE + 38, 0), (foot + 38, HEIGHT), (0, HEIGHT)], 1)
    black.polygon([(0, 0), (EDGE, 0), (foot, HEIGHT), (0, HEIGHT)])
    black.polygon([(EDGE + 26, 0), (EDGE + 38, 0), (foot + 38, HEIGHT), (foot + 26, HEIGHT)], 1)


def _city(black: Plate, slate: Plate) -> None:
    rnd = random.Random(6)
    x = 560.0
    while x < WIDTH + 40:
        w, h = rnd.uniform(34, 100), rnd.uniform(40, 130)
        slate.polygon(
            [(x, 900), (x, 900 - h), (x + w * 0.5, 900 - h - rnd.uniform(0, 26)), (x + w, 900 - h), (x + w, 900)], 0.05
        )
        if rnd.random() < 0.34:
            tall = h + rnd.uniform(70, 190)
            slate.polygon(
                [(x + w * 0.3, 900), (x + w * 0.36, 900 - tall), (x + w * 0.60, 900 - tall), (x + w * 0.66, 900)], 0.05
            )
            slate.box(x + w * 0.32, 900 - tall - 8, w * 0.32, 14, 0.05)
        x += w
    hill = [
        (0, 1000),
        (420, 972),
        (860, 900),
        (1105, 884),
        (1340, 896),
        (1640, 930),
        (WIDTH, 960),
        (WIDTH, HEIGHT),
        (0, HEIGHT),
    ]
    black.polygon(hill)


def _person(black: Plate, red: Plate, slate: Plate) -> None:
    x, y = 905, 902
    coat = [(x - 5, y - 72), (x + 6, y - 72), (x + 12, y - 52), (x + 17, y + 2), (x - 16, y + 2), (x - 12, y - 52)]
    for plate in (slate, black):
        plate.polygon([(px + (4 if px > x else -4), py - 3) for px, py in coat], 1)
    black.polygon(coat).disc(x, y - 82, 10)
    red.polygon(
        [
            (x - 9, y - 73),
            (x + 9, y - 73),
            (x + 9, y - 64),
            (x + 40, y - 70),
            (x + 66, y - 58),
            (x + 38, y - 56),
            (x + 8, y - 56),
            (x - 9, y - 62),
        ]
    )


def _fork(
    plates: tuple[Plate, ...],
    stone: Plate,
    black: Plate,
    root: tuple[tuple[float, float], tuple[float, float]],
    elbow: tuple[float, float],
    tip: tuple[float, float],
) -> None:
    """A side branch: from two spots on the trunk over an elbow to a point."""
    (ax, ay), (bx, by) = root
    thin = 0.34
    inner = (elbow[0] + (bx - ax) * thin, elbow[1] + (by - ay) * thin)
    shape = [(ax, ay), elbow, tip, inner, (bx, by)]
    for plate in (*plates, black):
        plate.polygon(shape, 1)
    stone.polygon(shape, 0.16)
    black.line([(ax, ay), elbow, tip, inner, (bx, by)], 6)


def print_card() -> Image.Image:
    """The poster."""
    slate, red, stone, black = Plate(), Plate(), Plate(), Plate()
    _sky(slate)
    x, y, r = SUN
    for plate in (slate, black):
        plate.disc(x, y, r, 1)
    slate.ring(x, y, r + 20, 14, 0)
    _city(black, slate)
    left, right = _bolt_sides()
    middle = [(bx - w * 0.10, by) for (bx, by), w in zip(BOLT, WIDTHS, strict=True)]
    whole = left + right[::-1]
    _fork((slate, red), stone, black, (right[1], right[2]), (1540, 290), (1640, 300))
    _fork((slate, red), stone, black, (left[3], left[4]), (1168, 470), (1010, 520))
    for plate in (slate, red, black):
        plate.polygon(whole, 1)
    stone.polygon(left + middle[::-1], 0.55)
    stone.polygon(middle + right[::-1], 0.02)
    rnd = random.Random(3)
    for (x0, y0), (x1, y1) in itertools.pairwise(BOLT):
        for t in (0.2, 0.4, 0.6, 0.8):
            cx, cy = x0 + (x1 - x0) * t - 10, y0 + (y1 - y0) * t
            crack = [
                (cx - 34 * rnd.random() - 8, cy + rnd.uniform(-16, 16)),
                (cx, cy),
                (cx + 26 * rnd.random() + 8, cy + rnd.uniform(-22, 22)),
            ]
            stone.line(crack, 3, 0.0)
    black.line(whole + whole[:1], 8)
    for _ in range(22):
        a, far, size = rnd.uniform(0, math.pi), rnd.uniform(14, 130), rnd.uniform(4, 17)
        px, py = 1105 + far * math.cos(a), 900 - 0.30 * far * math.sin(a)
        black.polygon([(px - size, py + size), (px - size * 0.2, py - size), (px + size, py + size * 0.7)])
    _night((slate, red, stone), black)
    _person(black, red, slate)
    return printed(
        [
            Pass(slate, SLATE, 15),
            Pass(stone, (0.20, 0.23, 0.24), 75, (0, -1)),
            Pass(red, RED, 45, (1, 2)),
            Pass(black, INK, 30),
        ],
        9,
        wear=0.45,
    )
