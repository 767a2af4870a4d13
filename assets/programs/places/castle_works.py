"""Under the castle: vaults going back into the dark, iron soldiers in rows, one hand lamp, and a tall lever."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, again, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.soldiers import iron_soldier
from assets.programs.kit.surfaces import glow, worn

FILES = {"first": "places/place_castle_works"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.075, 0.085, 0.09),
        haze_distance=26,
        haze_start=8,
        haze_most=0.85,
        beams=Beams(0.5, 0.5, 1.2, 0.16, 0.7, (1, 0.82, 0.55)),
        bloom=0.55,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    )
}
HALF, SPRING, TOP = 6.4, 3.0, 7.2


def _vault(stone: Material, floor: Material) -> None:
    box((30, 70, 0.2), (0, 26, -0.1), floor, index=GROUND)
    for side in (-1, 1):
        box((0.5, 70, 12), (side * (HALF + 0.9), 26, 6), stone)
    box((30, 70, 0.3), (0, 26, TOP + 1.2), stone)
    for y in np.arange(0.5, 50, 4.6):
        for side in (-1, 1):
            box((0.8, 0.9, SPRING), (side * HALF, y, SPRING / 2), stone, bevel=0.04)
            box((1.0, 1.1, 0.3), (side * HALF, y, SPRING), stone, bevel=0.04)
        arc = [(HALF * math.cos(t), y, SPRING + (TOP - SPRING) * math.sin(t)) for t in np.linspace(0, math.pi, 19)]
        tube(arc, 0.42, stone, 8)


def _lever(iron: Material, red: Material) -> None:
    """The lever in its slotted quadrant, taller than a man, its grip red."""
    x, y = 1.0, 5.4
    box((0.9, 0.7, 0.3), (x, y, 0.15), iron, bevel=0.04, index=HERO)
    arc = [(x + 0.55 * math.cos(t), y, 0.3 + 0.55 * math.sin(t)) for t in np.linspace(0, math.pi, 15)]
    tube(arc, 0.06, iron, 8, HERO)
    tube([(x, y, 0.3), (x + 0.42, y, 2.15)], [0.07, 0.045], iron, 10, HERO)
    tube([(x + 0.42, y, 2.15), (x + 0.52, y, 2.58)], 0.075, red, 12, HERO)


def build(_light: str) -> None:
    """The works, asleep."""
    stone, iron = worn((0.11, 0.106, 0.10), 0.85, bump=0.5, grain=2), worn((0.10, 0.10, 0.105), 0.42, 0.75, 0.3, 6)
    _vault(stone, worn((0.09, 0.086, 0.08), 0.6, bump=0.3, grain=1.3, vary=0.5))
    source = iron_soldier(iron, worn((0.42, 0.40, 0.36), 0.95, bump=0.4, grain=9))
    rng = np.random.default_rng(4)
    for y in np.arange(7.2, 44, 2.3):
        for x in (1.9, 3.3, 4.7):
            for side in (-1, 1):
                again(
                    source, (side * x, y + rng.uniform(-0.05, 0.05), 0), (0, 0, rng.uniform(-0.06, 0.06)), (1.12,) * 3
                )
    dark = worn((0.03, 0.03, 0.03), 0.5, 0.5)
    _lever(dark, worn((0.46, 0.014, 0.012), 0.5))
    x, y, z = -0.15, 7.0, 0.62
    box((0.7, 0.5, z - 0.1), (x, y, (z - 0.1) / 2), dark, bevel=0.03)
    lathe(((0.16, -0.1), (0.16, -0.04), (0.06, 0.0)), dark, (x, y, z), sides=18, index=MACHINE)
    lathe(
        ((0.0, 0.0), (0.09, 0.02), (0.11, 0.14), (0.06, 0.27), (0, 0.28)),
        glow((1, 0.76, 0.42), 12),
        (x, y, z),
        sides=16,
        index=GLOW,
    )
    lathe(((0.07, 0.28), (0.13, 0.30), (0.04, 0.38)), dark, (x, y, z), sides=18, index=MACHINE)
    stage.lamp("POINT", (x, y + 0.1, z + 0.55), 420, (1, 0.78, 0.46), 0.12)
    stage.lamp("AREA", (0, 48, 5), 2600, (0.55, 0.7, 0.85), 6, (0, 10, 1))
    stage.lamp("AREA", (0, -3, 6), 420, (0.5, 0.64, 0.86), 4, (0, 10, 1.6))
    stage.sky((0.05, 0.06, 0.075), 0.35)
    stage.camera((0.1, -1.6, 2.05), (0.0, 12, 2.15), 26)
