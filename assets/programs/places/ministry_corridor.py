"""The ministry's corridor: panelling, one lamp lit of every three, and at the far end a row of empty coats."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, MACHINE, Material, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import hanging_coat, standing
from assets.programs.kit.surfaces import glow, sooted, worn

FILES = {"first": "places/place_ministry_corridor"}
LOOKS = {
    "first": Look(
        exposure=1.4,
        haze=(0.10, 0.105, 0.105),
        haze_distance=34,
        haze_start=5,
        haze_most=0.55,
        beams=Beams(0.5, 0.40, 0.9, 0.18, 0.6, (1, 0.94, 0.8)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.40, 0.47, 0.53),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    ),
}
LENGTH, HALF, TOP = 16.5, 2.1, 4.4


def _panels(wood: Material, dark: Material, plaster: Material) -> None:
    for side in (-1, 1):
        box((0.3, LENGTH + 8, TOP), (side * (HALF + 0.15), LENGTH / 2 - 4, TOP / 2), plaster)
        box((0.10, LENGTH + 8, 2.3), (side * (HALF - 0.03), LENGTH / 2 - 4, 1.15), wood)
        box((0.16, LENGTH + 8, 0.12), (side * (HALF - 0.06), LENGTH / 2 - 4, 2.34), dark, bevel=0.02)
        box((0.16, LENGTH + 8, 0.24), (side * (HALF - 0.06), LENGTH / 2 - 4, 0.12), dark)
        box((0.22, LENGTH + 8, 0.2), (side * (HALF - 0.06), LENGTH / 2 - 4, TOP - 0.1), dark)
        for y in np.arange(-3.5, LENGTH, 1.1):
            box((0.14, 0.12, 2.3), (side * (HALF - 0.06), y, 1.15), dark, bevel=0.01)
            box((0.12, 0.62, 1.15), (side * (HALF - 0.05), y + 0.55, 1.35), wood, bevel=0.04)
    for y in (2.2, 8.2):
        for side in (-1, 1):
            if (y, side) == (8.2, 1):
                continue
            box((0.2, 1.25, 2.75), (side * (HALF - 0.06), y, 1.37), dark, bevel=0.03)
            box((0.22, 1.0, 2.5), (side * (HALF - 0.04), y, 1.25), wood, bevel=0.02)
            lathe(
                ((0, 0), (0.045, 0.02), (0.045, 0.06), (0, 0.08)),
                worn((0.4, 0.28, 0.12), 0.3, 1.0),
                (side * (HALF - 0.17), y - 0.38, 1.15),
                (0, -side * math.pi / 2, 0),
                sides=12,
                index=MACHINE,
            )


def build(_light: str) -> None:
    """The corridor in the evening."""
    wood, dark = worn((0.15, 0.098, 0.063), 0.6, bump=0.12, grain=3), worn((0.075, 0.052, 0.037), 0.65, bump=0.1)
    plaster, iron = worn((0.20, 0.195, 0.17), 0.85, bump=0.15, grain=1), worn((0.03, 0.03, 0.03), 0.4, 0.7)
    _panels(wood, dark, plaster)
    box(
        (2 * HALF + 0.4, LENGTH + 8, 0.2),
        (0, LENGTH / 2 - 4, -0.1),
        worn((0.10, 0.095, 0.088), 0.16, bump=0.02, grain=0.8, vary=0.5),
        index=GROUND,
    )
    for i, y in enumerate(np.arange(-3.5, LENGTH, 0.7)):
        for k in range(6):
            if (i + k) % 2:
                box(
                    (0.7, 0.7, 0.004),
                    (-1.75 + k * 0.7, y, 0.002),
                    worn((0.035, 0.035, 0.037), 0.16, bump=0.02),
                    index=GROUND,
                )
    box((2 * HALF + 0.4, LENGTH + 8, 0.2), (0, LENGTH / 2 - 4, TOP + 0.1), plaster)
    for y in np.arange(-2, LENGTH, 2.75):
        box((2 * HALF, 0.18, 0.16), (0, y, TOP - 0.05), dark)
    box((6, 0.2, 5), (0, LENGTH + 0.9, 2.4), sooted((0.34, 0.36, 0.34), (0.86, 0.82, 0.70), 0.8, 0.7), index=GLOW)
    for x in np.arange(-2.1, 2.2, 0.7):
        box((0.06, 0.1, 5), (x, LENGTH + 0.7, 2.4), iron)
    for z in (0.5, 1.7, 2.9, 4.1):
        box((5, 0.1, 0.06), (0, LENGTH + 0.7, z), iron)
    tube([(-HALF, LENGTH - 1.2, 2.32), (HALF, LENGTH - 1.2, 2.32)], 0.035, iron, 8)
    rnd = random.Random(6)
    for n, x in enumerate(np.linspace(-1.75, 1.75, 7)):
        if n == 4:
            continue
        red = n == 2
        stuff = (
            worn((0.46, 0.015, 0.013), 0.9, bump=0.2, grain=12)
            if red
            else worn((0.035 + 0.02 * (n % 2),) * 3, 0.9, bump=0.2, grain=12)
        )
        tube([(x, LENGTH - 1.2, 2.32), (x, LENGTH - 1.25, 2.18)], 0.012, iron, 5)
        hanging_coat((x, LENGTH - 1.25, 2.2), stuff, n, rnd.uniform(-0.3, 0.3), 1.15 + rnd.uniform(-0.1, 0.25))
    for n, y in enumerate(np.arange(1.4, LENGTH - 2, 2.75)):
        lit = n % 3 == 0
        tube([(0, y, TOP), (0, y, 3.75)], 0.014, iron, 6)
        lathe(
            ((0.05, 0.22), (0.09, 0.18), (0.24, 0.04), (0.23, 0.02), (0.06, 0.12)),
            iron,
            (0, y, 3.55),
            sides=22,
            index=MACHINE,
        )
        lathe(
            ((0, -0.06), (0.07, -0.03), (0.085, 0.03), (0.05, 0.10), (0, 0.12)),
            glow((1, 0.80, 0.50), 11) if lit else iron,
            (0, y, 3.58),
            sides=14,
            index=GLOW,
        )
        if lit:
            stage.lamp("SPOT", (0, y, 3.5), 1500, (1, 0.78, 0.48), 0.08, (0, y, 0), 128)
    standing((1.15, 9.2, 0), 1.80, worn((0.045, 0.046, 0.05), 0.85), worn((0.05, 0.05, 0.05), 0.8), turn=-0.6, hat=True)
    stage.lamp("SPOT", (0, LENGTH - 4.2, 4.1), 900, (1, 0.80, 0.52), 0.1, (-0.2, LENGTH - 1.2, 1.6), 62)
    stage.sky((0.06, 0.07, 0.085), 0.3)
    stage.lamp("AREA", (0, LENGTH + 0.3, 2.6), 230, (0.92, 0.92, 0.82), 3.2, (0, 8, 1))
    stage.lamp("AREA", (0, -3.6, 3.9), 150, (0.5, 0.65, 0.85), 2.5, (0, 5, 1))
    stage.camera((0.2, -2.9, 1.95), (-0.05, 14, 1.62), 27)
