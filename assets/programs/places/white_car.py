"""A railway car tiled in white: a drain along the floor, a table, a lamp that swings, a book on a hook by the door."""

import itertools
import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, mesh, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.surfaces import brick, glow, haze, worn

FILES = {"first": "places/place_white_car"}
LOOKS = {
    "first": Look(
        exposure=2.3,
        haze=(0.22, 0.24, 0.24),
        haze_distance=20,
        haze_start=3,
        haze_most=0.35,
        bloom=0.5,
        bloom_above=0.95,
        shadow=(0.41, 0.49, 0.55),
        highlight=(0.59, 0.57, 0.50),
        tone=0.6,
        colour=0.9,
        quiet=0.55,
        vignette=0.6,
    )
}
HALF, TOP, BACK = 1.75, 2.7, 7.0


def _shell(tile: Material, floor: Material, iron: Material) -> None:
    for side in (-1, 1):
        box((0.1, 12, TOP), (side * HALF, 2, TOP / 2), tile)
        corner = [(side * HALF * math.cos(t) * 1.0, TOP - 0.62 + 0.62 * math.sin(t)) for t in np.linspace(0, 1.57, 7)]
        for (x0, z0), (x1, z1) in itertools.pairwise(corner):
            a, b = (x0, z0), (x1, z1)
            mesh([(a[0], -4, a[1]), (b[0], -4, b[1]), (b[0], 8, b[1]), (a[0], 8, a[1])], [(0, 1, 2, 3)], tile, index=2)
        box((0.03, 12, 0.10), (side * (HALF - 0.06), 2, 0.95), iron)
    box((2 * HALF, 0.1, TOP + 0.4), (0, BACK, TOP / 2), tile)
    box((HALF - 0.12, 12, 0.1), (-HALF / 2 - 0.06, 2, -0.05), floor, (0, 0.02, 0), index=GROUND)
    box((HALF - 0.12, 12, 0.1), (HALF / 2 + 0.06, 2, -0.05), floor, (0, -0.02, 0), index=GROUND)
    box((0.22, 12, 0.06), (0, 2, -0.10), iron, index=GROUND)
    for y in np.arange(-1, BACK, 0.16):
        box((0.20, 0.045, 0.02), (0, y, -0.045), iron, index=HERO)


def _door(paint: Material, pane: Material, iron: Material, book: Material) -> None:
    """The door in the end wall, its pane of clouded glass, and beside it a book on a hook."""
    box((0.96, 0.08, 2.06), (-0.28, BACK - 0.07, 1.05), paint, bevel=0.03)
    box((0.50, 0.05, 0.52), (-0.28, BACK - 0.13, 1.58), pane, index=GLOW)
    box((1.14, 0.05, 0.08), (-0.28, BACK - 0.09, 2.14), iron)
    tube([(0.05, BACK - 0.14, 1.02), (0.05, BACK - 0.26, 1.02), (-0.12, BACK - 0.26, 1.02)], 0.02, iron, 7, HERO)
    x = 0.72
    tube([(x, BACK - 0.06, 1.80), (x, BACK - 0.17, 1.79), (x, BACK - 0.19, 1.84)], 0.014, iron, 7, HERO)
    tube([(x, BACK - 0.15, 1.79), (x - 0.02, BACK - 0.12, 1.62)], 0.008, book, 5, HERO)
    box((0.30, 0.06, 0.42), (x - 0.02, BACK - 0.12, 1.42), book, (0.06, 0.05, 0), 0.012, HERO)
    box((0.27, 0.045, 0.39), (x - 0.01, BACK - 0.125, 1.42), worn((0.6, 0.57, 0.48), 0.9), (0.06, 0.05, 0), index=HERO)


def _table(steel: Material, strap: Material, iron: Material) -> None:
    """A table on one foot, a rim round it, two straps that hang."""
    y = 3.9
    box((0.74, 1.95, 0.05), (0, y, 0.92), steel, bevel=0.02, index=HERO)
    for side in (-1, 1):
        box((0.03, 1.95, 0.09), (side * 0.37, y, 0.955), steel, bevel=0.01, index=HERO)
        for dy in (-0.35, 0.45):
            box((0.012, 0.10, 0.46), (side * 0.395, y + dy, 0.72), strap, (0, side * 0.06, 0), index=HERO)
    box((0.74, 0.03, 0.09), (0, y - 0.97, 0.955), steel, bevel=0.01, index=HERO)
    lathe(((0.30, 0), (0.26, 0.05), (0.09, 0.12), (0.08, 0.88), (0.2, 0.90)), iron, (0, y, -0.03), sides=20, index=HERO)


def build(_light: str) -> None:
    """The car at night, under way; nobody is in it."""
    tile = brick((0.62, 0.63, 0.60), (0.24, 0.24, 0.23), 0.6, 0.86)
    floor = worn((0.40, 0.41, 0.39), 0.25, bump=0.1, grain=3, vary=0.15)
    iron = worn((0.06, 0.062, 0.065), 0.4, 0.7)
    _shell(tile, floor, iron)
    _door(worn((0.42, 0.43, 0.40), 0.5), glow((0.34, 0.42, 0.46), 0.5), iron, worn((0.40, 0.014, 0.012), 0.6))
    _table(worn((0.34, 0.35, 0.36), 0.28, 0.9, 0.1), worn((0.06, 0.045, 0.035), 0.7), iron)
    lean, y = 0.20, 3.9
    end = (1.0 * math.sin(lean), y, TOP - 1.0 * math.cos(lean))
    tube([(0, y, TOP), end], 0.014, iron, 6, HERO)
    lathe(((0.34, 0), (0.30, 0.03), (0.10, 0.19), (0.06, 0.27)), iron, end, (0, -lean, 0), sides=28, index=HERO)
    bulb = (end[0] + 0.02, y, end[2] - 0.02)
    lathe(((0, -0.09), (0.09, -0.02), (0.06, 0.08)), glow((1, 0.93, 0.78), 9), bulb, sides=16, index=GLOW)
    lathe(((0.9, -1.05), (0.30, 0.0)), haze((0.9, 0.9, 0.82), 0.02), bulb, (0, -lean, 0), sides=24, index=GLOW)
    stage.lamp("SPOT", bulb, 560, (1, 0.94, 0.82), 0.12, (bulb[0] + 0.25, y, 0), 120)
    stage.lamp("POINT", (bulb[0], y, bulb[2] - 0.12), 22, (1, 0.93, 0.8), 0.1)
    stage.sky((0.12, 0.14, 0.15), 0.25)
    stage.lamp("AREA", (0, -2, 2.2), 8, (0.6, 0.74, 0.9), 1.5, (0, 4, 1))
    stage.camera((0.22, -0.7, 1.62), (0.02, 4, 1.42), 24)
