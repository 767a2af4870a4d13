"""The great hall: a row of broken windows high up, iron ranks along the walls, snow on the floor in the light, a table.

Lights: first (by day, the ranks in their places).
"""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, again, box, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.soldiers import iron_soldier
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import flecks

FILES = {"first": "places/place_castle_hall"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.14, 0.15, 0.155),
        haze_distance=34,
        haze_start=8,
        haze_most=0.75,
        beams=Beams(0.50, 0.20, 0.9, 0.30, 0.8, (0.95, 0.98, 1.0)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.47, 0.55),
        highlight=(0.60, 0.56, 0.48),
        tone=0.6,
    )
}
BACK, HALF, TOP = 27.0, 7.0, 14.0


def _walls(stone: Material, pale: Material, iron: Material) -> None:
    for side in (-1, 1):
        box((1.0, 36, TOP), (side * (HALF + 0.5), 10, TOP / 2), stone)
        for y in np.arange(-1, BACK, 4.6):
            box((1.0, 1.0, TOP), (side * (HALF - 0.3), y, TOP / 2), stone, bevel=0.08)
            arch = [
                (side * (HALF - 0.3) * math.cos(t), y, TOP - 3 + 4.4 * math.sin(t)) for t in np.linspace(0, 1.57, 9)
            ]
            tube(arch, [0.42] * 9, stone, 8)
    box((18, 0.1, 20), (0, BACK + 1.6, 8), pale, index=GLOW)
    box((18, 0.8, 4.6), (0, BACK, 2.3), stone)
    box((18, 0.8, 5), (0, BACK, TOP + 1.2), stone)
    rnd = random.Random(6)
    for n in range(6):
        box((0.85, 0.8, TOP), (-5.75 + n * 2.3, BACK, TOP / 2), stone)
    for n in range(5):
        x = -4.6 + n * 2.3
        for k in range(3):
            tube([(x - 0.45 + k * 0.45, BACK, 4.6), (x - 0.45 + k * 0.45, BACK, rnd.uniform(6, 11.6))], 0.035, iron, 5)
        for z in np.arange(5.6, 11, 1.5):
            if rnd.random() < 0.55:
                tube([(x - 0.75, BACK, z), (x + rnd.uniform(-0.2, 0.75), BACK, z)], 0.03, iron, 5)
        for _ in range(3):
            size, cx = rnd.uniform(0.3, 0.8), x + rnd.choice((-0.6, 0.6))
            box((size, 0.05, size), (cx, BACK, rnd.uniform(5, 11)), iron, (0, rnd.uniform(0, 1.5), 0))


def _floor(flag: Material, snow: Material) -> None:
    box((2 * HALF + 2, 40, 0.2), (0, 10, -0.1), flag, index=GROUND)
    for n, (x, y, wide, long) in enumerate(((0.4, 19, 4.2, 8), (-1.6, 11.6, 2.2, 4), (2.3, 9.6, 1.6, 2.6))):

        def drift(u: float, v: float, at: Point = (x, y, wide, long), n: int = n) -> Point:
            a, r = u * 2 * math.pi, v * (1 + 0.22 * math.sin(3 * u * 6.28 + n) + 0.1 * math.sin(7 * u * 6.28))
            return (at[0] + r * at[2] * math.cos(a), at[1] + r * at[3] * math.sin(a), 0.16 * (1 - v * v) + 0.005)

        sheet(drift, 40, 10, snow, GROUND)


def build(_light: str) -> None:
    """The hall by day."""
    stone = worn((0.050, 0.050, 0.052), 0.8, bump=0.5, grain=1.6)
    iron = worn((0.045, 0.045, 0.047), 0.42, 0.75, 0.3, 5)
    _walls(stone, sooted((0.52, 0.54, 0.54), (0.86, 0.86, 0.82), 2.0, 0.15), iron)
    snow = worn((0.62, 0.63, 0.65), 0.85, bump=0.3, grain=2, vary=0.1)
    _floor(worn((0.075, 0.075, 0.078), 0.3, bump=0.2, grain=1.1, vary=0.5), snow)
    source = iron_soldier(iron, worn((0.20, 0.20, 0.195), 0.95), HERO)
    for side in (-1, 1):
        for n in range(10):
            again(source, (side * 5.4, 5.2 + n * 2.1, 0), (0, 0, side * -math.pi / 2 * 0.82), (1.55,) * 3)
    wood = worn((0.045, 0.034, 0.026), 0.35, bump=0.2, grain=4)
    box((1.5, 9.5, 0.12), (0, 14.4, 1.0), wood, bevel=0.03, index=HERO)
    for y in (10.2, 14.4, 18.6):
        for side in (-1, 1):
            box((0.16, 0.16, 0.96), (side * 0.55, y, 0.48), wood)
    for n, y in enumerate(np.arange(10.6, 19, 1.5)):
        for side in (-1, 1):
            if (n, side) in ((1, 1), (4, -1)):
                continue
            box((0.42, 0.42, 0.06), (side * 1.35, y, 0.52), wood)
            box((0.06, 0.42, 0.95), (side * 1.56, y, 0.95), wood)
            for dx in (-0.17, 0.17):
                tube([(side * 1.35 + dx, y, 0), (side * 1.35 + dx, y, 0.5)], 0.025, wood, 6)
    box((0.5, 1.6, 0.012), (0.35, 10.9, 1.068), worn((0.42, 0.013, 0.011), 0.9), (0, 0, 0.1), index=HERO)
    standing((0.9, 21.5, 0.05), 1.78, worn((0.03, 0.03, 0.032), 0.9), None, 0.2)
    flecks((-4, 8, 0.3), (4, 25, 10), 300, 0.022, worn((0.8, 0.82, 0.84), 0.9, bump=0), 4)
    stage.sky((0.05, 0.055, 0.06), 0.5)
    stage.lamp("AREA", (0, BACK + 1.2, 9.5), 5200, (0.92, 0.97, 1.0), 8, (0, 14, 0))
    stage.lamp("AREA", (-2, -4, 10), 260, (0.55, 0.70, 0.95), 4, (0, 10, 1))
    stage.camera((0.25, -3.2, 2.0), (0.05, 14, 4.1), 24)
