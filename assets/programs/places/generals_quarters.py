"""The General's quarters: a sickroom furnished as an office, a curtained bed with a mask on a tube, maps, two doors."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, again, box, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import tall_chair
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, glow, worn

FILES = {"first": "places/place_generals_quarters"}
LOOKS = {
    "first": Look(
        exposure=1.95,
        haze=(0.10, 0.098, 0.090),
        haze_distance=24,
        haze_start=4,
        haze_most=0.5,
        bloom=0.5,
        bloom_above=0.85,
        shadow=(0.42, 0.48, 0.50),
        highlight=(0.62, 0.56, 0.43),
        tone=0.6,
    )
}
BACK, HALF, TOP = 9.0, 5.4, 4.8


def _room(wall: Material, wood: Material, floor: Material, gold: Material) -> None:
    box((12, 14, 0.1), (0, 3, -0.05), floor, index=GROUND)
    box((2 * HALF, 0.3, TOP), (0, BACK + 0.15, TOP / 2), wall)
    for side in (-1, 1):
        box((0.3, 14, TOP), (side * (HALF + 0.15), 3, TOP / 2), wall)
    box((2 * HALF, 0.08, 1.1), (0, BACK - 0.04, 0.55), wood)
    box((2 * HALF, 0.14, 0.08), (0, BACK - 0.06, 1.12), wood)
    box((2 * HALF, 0.3, 0.3), (0, BACK - 0.1, TOP - 0.2), wood)
    for x in (-3.9, 3.9):
        box((1.25, 0.10, 2.55), (x, BACK - 0.07, 1.28), wood, bevel=0.02, index=HERO)
        for z in (0.65, 1.75):
            box((0.85, 0.04, 0.8), (x, BACK - 0.13, z), wood, bevel=0.03, index=HERO)
        box((1.5, 0.06, 0.14), (x, BACK - 0.10, 2.62), wood)
        lathe(
            ((0, 0), (0.05, 0.0), (0.05, 0.05), (0, 0.07)),
            gold,
            (x - 0.48 * np.sign(x), BACK - 0.14, 1.15),
            (1.57, 0, 0),
            sides=12,
        )


def _bed(cloths: tuple[Material, Material, Material], wood: Material, steel: Material) -> None:
    """The bed under its tester, curtains drawn back on our side, the mask hanging on its tube by a tall cylinder."""
    curtain, linen, red = cloths
    x, y = -1.55, 6.6
    box((1.9, 2.5, 0.5), (x, y, 0.5), linen, bevel=0.12, index=HERO)
    box((1.94, 1.5, 0.1), (x, y - 0.5, 0.76), red, bevel=0.05, index=HERO)
    box((1.1, 0.45, 0.3), (x, y + 0.95, 0.92), linen, (0.5, 0, 0), 0.12, HERO)
    box((2.1, 0.12, 1.7), (x, y + 1.3, 0.85), wood, bevel=0.04)
    for dx in (-1.05, 1.05):
        for dy in (-1.25, 1.3):
            tube([(x + dx, y + dy, 0), (x + dx, y + dy, 3.0)], 0.06, wood, 10, HERO)
    box((2.4, 2.8, 0.22), (x, y, 3.08), wood, bevel=0.04)
    for x0, x1, y0, y1, seed in (
        (-1.1, -0.55, -1.28, -1.28, 1),
        (-1.08, -1.08, -1.2, 1.3, 2),
        (0.72, 1.1, -1.28, -1.28, 3),
        (-1.1, 1.1, 1.38, 1.38, 4),
    ):

        def fall(u: float, v: float, q: tuple[float, ...] = (x0, x1, y0, y1, seed)) -> Point:
            wave = 0.07 * math.sin(u * (34 if q[4] in (2, 4) else 16) + q[4]) * (0.5 + 0.5 * v)
            px, py = x + q[0] + (q[1] - q[0]) * u, y + q[2] + (q[3] - q[2]) * u
            return (px + (wave if q[4] == 2 else 0), py + (0 if q[4] == 2 else wave), 2.98 - 2.85 * v)

        sheet(fall, 60, 10, curtain)
    cx, cy = x + 1.55, y + 0.1
    lathe(
        ((0.15, 0), (0.16, 0.04), (0.16, 1.25), (0.06, 1.42), (0.05, 1.52), (0, 1.53)),
        steel,
        (cx, cy, 0.05),
        sides=22,
        index=HERO,
    )
    lathe(((0, 0), (0.10, 0)), glow((0.85, 0.80, 0.62), 0.8), (cx, cy - 0.14, 1.50), (1.57, 0, 0), sides=18, index=GLOW)
    tube(
        [(cx, cy, 1.5), (cx + 0.1, cy - 0.2, 1.9), (cx - 0.25, cy - 0.4, 2.15), (x + 1.0, y - 0.5, 1.95)],
        0.03,
        steel,
        8,
        HERO,
    )
    hook = (x + 0.98, y - 0.95, 1.9)
    tube([(x + 1.0, y - 0.5, 1.95), hook, (hook[0] - 0.02, hook[1], 1.62)], 0.028, steel, 8, HERO)
    lathe(
        ((0.03, 0.12), (0.09, 0.06), (0.13, -0.04), (0.115, -0.05), (0.07, 0.04)),
        worn((0.40, 0.39, 0.34), 0.5),
        (hook[0] - 0.02, hook[1], 1.52),
        (0.35, 0.2, 0),
        (1, 0.8, 1.3),
        20,
        index=HERO,
    )


def _desk(wood: Material, paper: Material, brass: Material, shade: Material) -> None:
    x, y = 2.1, 5.9
    box((2.3, 1.05, 0.07), (x, y, 0.80), wood, bevel=0.02, index=HERO)
    for dx in (-0.82, 0.82):
        box((0.55, 0.95, 0.76), (x + dx, y, 0.38), wood, bevel=0.02, index=HERO)
    box((0.9, 0.62, 0.012), (x - 0.35, y - 0.05, 0.845), paper, (0, 0, 0.12), index=HERO)
    box((0.34, 0.24, 0.02), (x + 0.35, y - 0.25, 0.85), paper, (0, 0, -0.2), index=HERO)
    lathe(((0.12, 0), (0.10, 0.03), (0.02, 0.06), (0.02, 0.42)), brass, (x + 0.72, y + 0.1, 0.84), sides=18, index=HERO)
    lathe(((0.22, 0.34), (0.13, 0.52)), shade, (x + 0.72, y + 0.1, 0.84), sides=24, index=GLOW)
    stage.lamp("POINT", (x + 0.72, y + 0.1, 1.22), 75, (1, 0.74, 0.40), 0.1)
    lathe(((0, 0), (0.13, 0), (0.11, 0.1), (0, 0.12)), wood, (x + 0.1, y + 0.25, 0.84), sides=14, index=HERO)


def _maps(paper: Material, line: Material, red: Material, frame: Material) -> None:
    for x, z, wide, tall in ((0.6, 2.55, 2.5, 1.75), (2.55, 2.35, 1.0, 1.35)):
        box((wide + 0.1, 0.04, tall + 0.1), (x, BACK - 0.06, z), frame, index=HERO)
        box((wide, 0.05, tall), (x, BACK - 0.07, z), paper, index=HERO)
        for n in range(5):
            path = [
                (
                    x - wide / 2 + wide * t,
                    BACK - 0.11,
                    z - tall * 0.36 + n * tall * 0.18 + 0.13 * math.sin(t * 9 + n * 2) * (1 - 0.1 * n),
                )
                for t in np.linspace(0.02, 0.98, 24)
            ]
            tube(path, 0.009, line, 4)
    front = [(-0.3 + 0.18 * math.sin(t * 8) + 1.5 * t, BACK - 0.12, 1.95 + 1.15 * t) for t in np.linspace(0, 1, 22)]
    tube(front, 0.02, red, 5, HERO)


def build(_light: str) -> None:
    """The room by its desk lamp, and some day from the bed's side."""
    wood = worn((0.058, 0.038, 0.026), 0.4, bump=0.15, grain=4)
    brass = worn((0.34, 0.23, 0.10), 0.35, 1.0, 0.1)
    _room(
        worn((0.10, 0.105, 0.092), 0.8, bump=0.15, grain=1.2, vary=0.2),
        wood,
        worn((0.06, 0.045, 0.034), 0.3, bump=0.1),
        brass,
    )
    carpet = worn((0.075, 0.060, 0.052), 0.98, bump=0.5, grain=9, vary=0.4)
    box((7.6, 7.4, 0.05), (0.2, 4.4, 0.02), carpet, bevel=0.02, index=GROUND)
    box((7.0, 6.8, 0.01), (0.2, 4.4, 0.052), worn((0.12, 0.10, 0.08), 0.98, bump=0.5, grain=9), index=GROUND)
    box((6.6, 6.4, 0.01), (0.2, 4.4, 0.058), carpet, index=GROUND)
    _bed(
        (cloth((0.17, 0.175, 0.145), 0.2), worn((0.46, 0.445, 0.39), 0.9), worn((0.36, 0.014, 0.012), 0.9)),
        wood,
        worn((0.22, 0.225, 0.22), 0.35, 0.8),
    )
    paper = worn((0.42, 0.385, 0.30), 0.9, bump=0)
    _desk(wood, paper, brass, glow((1, 0.72, 0.36), 1.6))
    _maps(paper, worn((0.16, 0.15, 0.13), 0.9, bump=0), worn((0.44, 0.014, 0.012), 0.9, bump=0), wood)
    chair = tall_chair(wood, worn((0.07, 0.072, 0.062), 0.8))
    for n in range(6):
        again(chair, (4.85, 2.2 + n * 0.98, 0.03), (0, 0, -math.pi / 2), (0.95,) * 3)
    stage.sky((0.10, 0.105, 0.10), 0.35)
    stage.lamp("AREA", (-4.8, 7.6, 3.4), 340, (0.86, 0.92, 0.90), 1.6, (-1.2, 6.2, 0.8))
    stage.lamp("AREA", (-0.5, -2.5, 4.2), 110, (0.6, 0.72, 0.9), 2.5, (0, 6, 1))
    stage.lamp("AREA", (0.8, 7.6, 4.4), 70, (1, 0.86, 0.62), 1.0, (0.8, 9, 2.4))
    stage.lamp("AREA", (2.6, 3.2, 3.6), 90, (1, 0.86, 0.64), 1.2, (4.9, 4.5, 0.8))
    stage.camera((0.3, -2.0, 1.85), (0.15, 6, 1.75), 25)
