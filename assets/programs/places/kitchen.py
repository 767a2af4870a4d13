"""The Azuma kitchen: a scrubbed table, an iron stove, hanging ladles, and small labelled jars against the window."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.surfaces import glow, sooted, worn

FILES = {"first": "places/place_kitchen"}
LOOKS = {
    "first": Look(
        exposure=1.6,
        haze=(0.16, 0.16, 0.15),
        haze_distance=26,
        haze_start=3,
        haze_most=0.4,
        beams=Beams(0.36, 0.30, 0.8, 0.26, 0.7, (1, 0.95, 0.82)),
        bloom=0.45,
        bloom_above=0.95,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.62, 0.56, 0.45),
        tone=0.6,
    ),
}
BACK = 6.4


def _window(wood: Material, wall: Material) -> None:
    box((3.4, 0.1, 2.6), (-1.3, BACK + 0.5, 2.75), sooted((0.50, 0.52, 0.46), (1.0, 0.93, 0.76), 1.05, 0.8), index=GLOW)
    for x0, x1, z0, z1 in ((-9, -2.9, 0, 6), (0.3, 9, 0, 6), (-2.9, 0.3, 0, 1.55), (-2.9, 0.3, 3.95, 6)):
        box((x1 - x0, 0.4, z1 - z0), ((x0 + x1) / 2, BACK + 0.2, (z0 + z1) / 2), wall)
    box((3.6, 0.62, 0.08), (-1.3, BACK - 0.12, 1.55), wood, bevel=0.02)
    for x in np.linspace(-2.9, 0.3, 5):
        box((0.07, 0.1, 2.4), (x, BACK + 0.1, 2.75), wood)
    for z in (1.6, 2.35, 3.15, 3.95):
        box((3.3, 0.1, 0.06), (-1.3, BACK + 0.1, z), wood)
    jar, label, lid = (
        worn((0.16, 0.11, 0.06), 0.15, bump=0.05),
        worn((0.75, 0.70, 0.57), 0.8),
        worn((0.06, 0.06, 0.06), 0.4, 0.7),
    )
    rnd = random.Random(5)
    for n, x in enumerate(np.arange(-2.75, 0.25, 0.235)):
        size, tall = rnd.uniform(0.06, 0.085), rnd.uniform(0.15, 0.30)
        at = (x, BACK - 0.22, 1.59)
        lathe(
            ((0, 0), (size, 0), (size, tall), (size * 0.7, tall + 0.03), (size * 0.7, tall + 0.05)),
            jar,
            at,
            sides=18,
            index=MACHINE,
        )
        top = worn((0.50, 0.015, 0.013), 0.6) if n == 4 else lid
        lathe(
            ((size * 0.78, tall + 0.04), (size * 0.78, tall + 0.085), (0, tall + 0.09)),
            top,
            at,
            sides=18,
            index=MACHINE,
        )
        box((size * 1.1, 0.006, tall * 0.42), (x, BACK - 0.22 - size - 0.002, 1.59 + tall * 0.5), label)


def _stove(iron: Material, pot: Material) -> None:
    x, y = 2.75, 5.3
    box((2.5, 1.5, 0.92), (x, y, 0.46), iron, bevel=0.05, index=MACHINE)
    box((2.7, 1.6, 0.09), (x, y, 0.96), iron, bevel=0.03, index=MACHINE)
    for dx in (-0.62, 0.55):
        box((0.80, 0.06, 0.44), (x + dx, y - 0.77, 0.50), iron, bevel=0.03, index=MACHINE)
        lathe(
            ((0, 0), (0.05, 0.0), (0.05, 0.05), (0, 0.07)),
            worn((0.4, 0.3, 0.15), 0.3, 1.0),
            (x + dx + 0.28, y - 0.8, 0.52),
            (math.pi / 2, 0, 0),
            sides=12,
        )
    for k in range(5):
        box((0.44, 0.02, 0.022), (x - 0.62, y - 0.805, 0.40 + k * 0.05), glow((1, 0.42, 0.10), 6), index=GLOW)
    stage.lamp("POINT", (x - 0.62, y - 1.1, 0.45), 9, (1, 0.45, 0.14), 0.1)
    tube([(x + 0.75, y + 0.4, 1.0), (x + 0.75, y + 0.4, 4.2), (x + 0.75, y + 1.2, 4.9)], 0.17, iron, 14, MACHINE)
    for z in (1.8, 3.0, 4.0):
        lathe(((0.17, 0), (0.21, 0.02), (0.21, 0.08), (0.17, 0.10)), iron, (x + 0.75, y + 0.4, z), sides=16)
    profile = ((0, 0), (0.26, 0), (0.36, 0.10), (0.39, 0.26), (0.36, 0.38), (0.40, 0.40), (0.40, 0.43), (0.34, 0.43))
    lathe(profile, pot, (x - 0.55, y - 0.1, 1.0), sides=30, index=HERO)
    lathe(
        ((0.37, 0.43), (0.30, 0.48), (0.06, 0.52), (0.05, 0.58), (0.09, 0.61), (0, 0.63)),
        worn((0.16, 0.11, 0.07), 0.6),
        (x - 0.55, y - 0.1, 1.0),
        sides=30,
        index=HERO,
    )
    kettle = ((0, 0), (0.20, 0), (0.24, 0.10), (0.20, 0.24), (0.09, 0.30), (0.09, 0.33), (0, 0.36))
    lathe(kettle, worn((0.06, 0.06, 0.065), 0.35, 0.8), (x + 0.3, y - 0.3, 1.0), sides=24, index=MACHINE)
    tube(
        [(x + 0.1, y - 0.3, 1.12), (x - 0.03, y - 0.3, 1.2), (x - 0.08, y - 0.3, 1.32)], [0.05, 0.035, 0.025], iron, 10
    )


def _room(wall: Material, tile: Material, dark: Material, iron: Material) -> None:
    """Walls, tiles, floor, ceiling beams and the shelves on the left."""
    for x in np.arange(0.75, 6, 0.31):
        for z in np.arange(0.2, 2.6, 0.31):
            box((0.29, 0.05, 0.29), (x, BACK - 0.01, z), tile, bevel=0.01)
    box((14, 14, 0.2), (0, 2, -0.1), worn((0.085, 0.08, 0.075), 0.35, bump=0.1, grain=1.2), index=GROUND)
    for k in np.arange(-6, 7, 0.8):
        box((0.014, 14, 0.004), (k, 2, 0.001), iron, index=GROUND)
        box((14, 0.014, 0.004), (0, k, 0.001), iron, index=GROUND)
    for side in (-1, 1):
        box((0.3, 16, 6), (side * 5.6, 0, 3), wall)
    box((14, 16, 0.3), (0, 0, 4.75), wall)
    for y in np.arange(-3, BACK, 1.5):
        box((12, 0.24, 0.28), (0, y, 4.5), dark, bevel=0.02)
    for z in (2.05, 2.75):
        box((0.34, 3.4, 0.05), (-5.25, 4.2, z), dark)
        for y in np.arange(2.7, 5.8, 0.36):
            lathe(
                ((0, 0), (0.12, 0), (0.14, 0.16), (0.13, 0.17)),
                worn((0.3, 0.29, 0.26), 0.4),
                (-5.2, y, z + 0.03),
                sides=16,
            )


def _ladles(iron: Material, steel: Material) -> None:
    """A rail with ladles and skimmers, each a little differently hung."""
    tube([(0.2, 4.5, 3.35), (4.6, 4.5, 3.35)], 0.03, iron, 8)
    for x in (0.2, 4.6):
        tube([(x, 4.5, 3.35), (x, 4.5, 4.6)], 0.016, iron, 6)
    rnd = random.Random(3)
    for n, x in enumerate(np.linspace(0.45, 4.3, 10)):
        drop = rnd.uniform(0.55, 0.9)
        tube([(x, 4.5, 3.36), (x, 4.48, 3.28), (x, 4.5, 3.3 - drop)], 0.014, steel, 6, MACHINE)
        cup = (
            ((0, 0), (0.07, 0.015), (0.10, 0.06), (0.10, 0.065), (0.07, 0.03))
            if n % 3
            else ((0, 0), (0.13, 0), (0.13, 0.012), (0, 0.012))
        )
        lathe(
            cup,
            steel if n % 2 else worn((0.35, 0.19, 0.09), 0.3, 1.0),
            (x, 4.5, 3.26 - drop),
            (1.3, 0, rnd.uniform(-0.6, 0.6)),
            sides=20,
            index=MACHINE,
        )


def _table(wood: Material, dark: Material) -> None:
    """The scrubbed table with four bowls and a red cloth, two stools before it."""
    box((4.4, 1.5, 0.10), (-1.6, 3.1, 0.82), wood, bevel=0.02)
    for n in range(5):
        box((4.4, 0.012, 0.004), (-1.6, 2.5 + n * 0.3, 0.872), dark)
    for x in (-3.6, 0.4):
        for y in (2.5, 3.7):
            box((0.12, 0.12, 0.8), (x, y, 0.4), wood, bevel=0.02)
    bowl = ((0, 0.02), (0.06, 0), (0.08, 0.02), (0.15, 0.10), (0.16, 0.105), (0.13, 0.09), (0, 0.05))
    for x, y in ((-2.2, 3.0), (-1.7, 3.2), (-0.9, 2.9), (-0.45, 3.25)):
        lathe(bowl, worn((0.55, 0.53, 0.47), 0.25), (x, y, 0.87), sides=26, index=MACHINE)
    box((0.55, 0.34, 0.02), (-1.25, 2.75, 0.88), worn((0.48, 0.016, 0.014), 0.9, bump=0.2, grain=14), (0, 0, 0.3))
    for x, turn in ((-2.6, 0.2), (-0.5, -0.35)):
        lathe(((0, 0.46), (0.20, 0.46), (0.20, 0.50), (0, 0.50)), dark, (x, 1.9, 0), sides=20)
        for a in np.arange(4) * math.pi / 2 + turn:
            tube(
                [
                    (x + 0.2 * math.cos(a), 1.9 + 0.2 * math.sin(a), 0),
                    (x + 0.13 * math.cos(a), 1.9 + 0.13 * math.sin(a), 0.47),
                ],
                0.022,
                dark,
                6,
            )


def build(_light: str) -> None:
    """The kitchen by day."""
    wall, tile = (
        worn((0.20, 0.20, 0.185), 0.85, bump=0.2, grain=1.0),
        worn((0.26, 0.27, 0.26), 0.30, bump=0.05, grain=2),
    )
    wood, dark = (
        worn((0.22, 0.165, 0.11), 0.6, bump=0.25, grain=5, vary=0.4),
        worn((0.065, 0.048, 0.035), 0.55, bump=0.2),
    )
    iron, steel = worn((0.028, 0.028, 0.03), 0.45, 0.6, 0.2, 8), worn((0.30, 0.30, 0.30), 0.3, 1.0, 0.1)
    _window(dark, wall)
    _room(wall, tile, dark, iron)
    _stove(iron, worn((0.045, 0.044, 0.044), 0.35, 0.6))
    _ladles(iron, steel)
    _table(wood, dark)
    stage.sky((0.13, 0.15, 0.17), 0.65)
    stage.lamp("AREA", (-1.3, BACK - 0.1, 2.8), 400, (1, 0.94, 0.78), 2.6, (-0.4, 1.5, 0.6))
    stage.lamp("AREA", (-3.5, -2.0, 4.3), 200, (0.55, 0.7, 0.9), 3, (0.5, 5, 1))
    stage.camera((0.2, -2.0, 1.95), (0.25, 6, 1.72), 26)
