"""A low table laid for a family in afternoon light: bowls, cups turned down, a place too many, a door on the latch."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.surfaces import cloth, glow, sooted, worn

FILES = {"first": "cards/ending_unrisen"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.24, 0.21, 0.16),
        haze_distance=26,
        haze_start=4,
        haze_most=0.4,
        beams=Beams(0.36, 0.30, 0.9, 0.2, 0.7, (1, 0.88, 0.62)),
        bloom=0.45,
        bloom_above=0.9,
        shadow=(0.43, 0.47, 0.50),
        highlight=(0.64, 0.56, 0.42),
        tone=0.6,
    )
}
BACK, TABLE = 5.6, 0.42


def _room(wood: Material, paper: Material, mat: Material, wall: Material) -> None:
    box((12, 12, 0.1), (0, 1, -0.05), mat, index=GROUND)
    for n in range(5):
        box((0.05, 12, 0.012), (-4 + n * 2.0, 1, 0.004), wood, index=GROUND)
    for x in (-3.2, -1.75, -0.3):
        box((1.40, 0.04, 2.1), (x, BACK, 1.15), paper, index=GLOW)
        for k in range(5):
            box((0.03, 0.07, 2.1), (x - 0.7 + k * 0.35, BACK - 0.04, 1.15), wood)
        for z in np.arange(0.1, 2.3, 0.35):
            box((1.45, 0.07, 0.03), (x, BACK - 0.04, z), wood)
    box((12, 0.3, 1.6), (0, BACK + 0.05, 3.0), wall)
    box((5.2, 0.3, 2.3), (3.6, BACK + 0.05, 1.15), wall)
    box((2.2, 0.3, 2.3), (-5.1, BACK + 0.05, 1.15), wall)
    for side in (-1, 1):
        box((0.2, 12, 4), (side * 4.4, 1, 2), wall)
    for x in (-4.0, 0.48, 3.2):
        box((0.16, 0.2, 3.8), (x, BACK - 0.12, 1.9), wood)
    box((12, 0.22, 0.2), (0, BACK - 0.12, 2.3), wood)


def _door(wood: Material, light: Material, iron: Material) -> None:
    """The door in the back wall, ajar by a hand: light along its edge, the latch up."""
    x = 1.95
    box((1.12, 0.1, 2.12), (x, BACK - 0.12, 1.08), wood)
    box((0.13, 0.04, 2.0), (x - 0.52, BACK - 0.19, 1.03), light, index=GLOW)
    for z in (0.35, 1.1, 1.85):
        box((0.96, 0.05, 0.12), (x + 0.05, BACK - 0.22, z), wood, bevel=0.01)
    tube([(x - 0.44, BACK - 0.25, 1.12), (x - 0.25, BACK - 0.28, 1.22)], 0.022, iron, 8, HERO)


def build(_light: str) -> None:
    """The table, nobody at it yet."""
    wood, dark = worn((0.12, 0.082, 0.052), 0.45, bump=0.2, grain=4), worn((0.06, 0.045, 0.034), 0.6, bump=0.2, grain=4)
    paper = sooted((0.66, 0.56, 0.38), (0.92, 0.80, 0.56), 0.9, 0.5)
    _room(
        dark,
        paper,
        worn((0.20, 0.17, 0.11), 0.8, bump=0.3, grain=3),
        worn((0.17, 0.155, 0.125), 0.9, bump=0.2, grain=1),
    )
    _door(wood, glow((1, 0.86, 0.58), 3.2), worn((0.05, 0.05, 0.05), 0.4, 0.7))
    box((3.6, 1.5, 0.07), (0, 2.6, TABLE), wood, bevel=0.02, index=HERO)
    for x in (-1.6, 1.6):
        for y in (2.0, 3.2):
            box((0.12, 0.12, TABLE), (x, y, TABLE / 2), wood, bevel=0.01)
    bowl = worn((0.035, 0.03, 0.028), 0.15, bump=0.03)
    red, white = worn((0.46, 0.014, 0.012), 0.25, bump=0.03), worn((0.60, 0.58, 0.51), 0.35)
    cushion = cloth((0.12, 0.125, 0.14), 0.0)
    z = TABLE + 0.035
    rice = ((0, 0), (0.07, 0), (0.08, 0.03), (0.145, 0.10), (0.165, 0.17), (0.15, 0.17), (0.10, 0.06))
    cup = ((0.075, 0), (0.07, 0.10), (0.05, 0.145), (0, 0.15))
    places = [(-1.2, 3.05, 1), (-0.2, 3.05, 1), (0.8, 3.05, 1), (-0.75, 2.12, -1), (0.35, 2.12, -1), (1.45, 2.6, 0)]
    for n, (x, y, side) in enumerate(places):
        lathe(rice, red if n == 5 else bowl, (x, y, z), sides=28, index=HERO)
        lathe(cup, white, (x + 0.30 if n != 5 else x - 0.12, y if n != 5 else y + 0.36, z), sides=22, index=HERO)
        for k in (-0.015, 0.02):
            tube(
                [(x - 0.2, y - 0.22 * side + k, z + 0.012), (x + 0.14, y - 0.22 * side + k * 1.4, z + 0.012)],
                0.007,
                dark,
                5,
            )
        out = (0.0, 0.85 * side) if side else (0.85, 0.0)
        box((0.62, 0.58, 0.09), (x + out[0] * 1.1, y + out[1], 0.05), cushion, (0, 0, 0.1 * math.sin(n * 3)), 0.04)
    lathe(
        ((0, 0), (0.2, 0), (0.24, 0.12), (0.2, 0.22), (0.05, 0.26), (0.03, 0.31), (0, 0.32)),
        bowl,
        (-0.1, 2.6, z),
        sides=26,
        index=HERO,
    )
    stage.sky((0.18, 0.16, 0.12), 0.35)
    stage.lamp("AREA", (-1.75, BACK - 0.25, 1.7), 330, (1, 0.84, 0.56), 2.4, (0, 2, 0.2))
    stage.lamp("AREA", (3, -2.6, 3.2), 60, (0.55, 0.68, 0.9), 2.5, (0, 3, 0.5))
    stage.camera((0.15, -0.6, 1.75), (0.1, 4, 0.92), 27)
