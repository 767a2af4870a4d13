"""Poisoned country, and the castle in it.

Lights: first (bare slopes before dawn, dead alders along yellow water, the castle far up), court (its court under ash:
a few people, iron figures behind them, and over all the concrete grown onto the keep).
"""

import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, HERO, PLANTS, STRUCTURE, Material, again, box, extrude, sheet
from assets.programs.kit.finish import Look
from assets.programs.kit.fortress import fortress
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.soldiers import iron_soldier
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import branch, flecks, land, wander

FILES = {"first": "places/place_grey_country", "court": "places/place_castle"}
LOOKS = {
    "first": Look(
        exposure=1.25,
        haze=(0.165, 0.185, 0.19),
        haze_distance=70,
        haze_start=8,
        haze_most=0.72,
        mist=(0.30, 0.315, 0.30),
        mist_at=(18, 40, 80),
        mist_amount=0.5,
        mist_top=4,
        sky_low=(0.46, 0.44, 0.37),
        sky_high=(0.165, 0.19, 0.21),
        clouds=0.16,
        bloom=0.35,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.60, 0.56, 0.45),
        tone=0.6,
    ),
    "court": Look(
        exposure=1.25,
        haze=(0.27, 0.275, 0.265),
        haze_distance=48,
        haze_start=8,
        haze_most=0.88,
        mist=(0.44, 0.43, 0.40),
        mist_at=(15, 30, 44),
        mist_amount=0.62,
        mist_top=2.3,
        sky_low=(0.44, 0.43, 0.39),
        sky_high=(0.17, 0.185, 0.195),
        clouds=0.16,
        sun=(0.435, 0.17, 0.055),
        sun_light=(0.34, 0.29, 0.20),
        bloom=0.4,
        shadow=(0.41, 0.48, 0.53),
        highlight=(0.60, 0.56, 0.45),
        tone=0.6,
    ),
}
NEAR = {"first": Near(12.0, (PLANTS,))}


def _slopes(crust: Material, stone: Material, bark: Material, water: Material) -> None:
    def stream(y: float) -> float:
        return 1.2 * np.sin(y * 0.16) + 0.02 * y

    def height(x: float, y: float) -> float:
        aside = abs(x - stream(y))
        hill = 0.16 * max(0.0, aside - 2.5) ** 1.12 + 0.9 * wander(x, y, 3) * min(1, aside / 6)
        peak = 20 * np.exp(-((((x - 25) / 31) ** 2 + ((y - 124) / 28) ** 2) ** 2.3))
        peak *= 1 + 0.16 * wander(x, y, 1.4)
        return min(hill, 9) + peak + 0.02 * y - 0.35 * np.exp(-((aside / 1.6) ** 2))

    land(height, (-90, 100), (-3, 170), crust, 0.05)

    def run(u: float, v: float) -> Point:
        y = 2 + v**1.6 * 70
        return (stream(y) + (u - 0.5) * 2.6, y, 0.02 * y - 0.16)

    sheet(run, 4, 60, water, GROUND, smooth=False)
    rnd = random.Random(6)
    for n in range(20):
        y = 5.5 + n * 2.3 + rnd.uniform(-0.8, 0.8)
        x = stream(y) + rnd.choice((-1, 1)) * rnd.uniform(1.9, 3.4 + 0.06 * y)
        branch(
            (x, y, height(x, y) - 0.1),
            (rnd.uniform(-0.2, 0.2), 0, 1),
            rnd.uniform(2.2, 3.4),
            0.13,
            bark,
            n,
            2 if n > 9 else 3,
        )
    fortress((24, 122, height(24, 120) - 1.0), 0.58, stone, stone, stone, trestle=False)


def _court(stone: Material, concrete: Material, iron: Material, ash: Material, cloths: list[Material]) -> None:
    land(lambda x, y: 0.08 * wander(x, y, 0.6), (-24, 24), (-4, 60), ash, 0.025)
    for side in (-1, 1):
        top = [(-20, 0), (13, 0), (13, 5), (10, 5.6), (10, 8.2), (2, 8.2), (1, 7.2), (-2, 7.8), (-2, 11), (-20, 11)]
        extrude(top, 1.6, stone, (side * 10.8, 12, -0.2), (0, 0, -np.pi / 2))
        for y in (3.5, 8.5, 13.5):
            box((1.0, 0.9, 9.4), (side * 9.8, y, 4.7), stone, (0, -0.05 * side, 0))
    fortress((1.5, 50, -1), 0.60, stone, concrete, iron)
    source = iron_soldier(iron, ash, HERO)
    for n, x in enumerate((-8.2, -5.4, -2.7, 2.7, 5.3, 8.1)):
        again(source, (x, 19.5 + 0.5 * abs(x) * 0.4, 0), (0, 0, 0.04 * (-1) ** n), (2.5,) * 3)
    rnd = random.Random(5)
    for n, (x, y) in enumerate(((-1.5, 11.4), (-0.75, 11.9), (0.1, 11.2), (0.95, 12.0), (1.9, 11.5), (-2.6, 12.4))):
        standing(
            (x, y, 0),
            rnd.uniform(1.5, 1.78),
            cloths[n],
            cloths[0],
            np.pi + rnd.uniform(-0.5, 0.5),
            skirt=n % 2 == 0,
            stoop=-0.25,
        )
    for _ in range(14):
        size = rnd.uniform(0.3, 1.0)
        x = rnd.choice((-1, 1)) * rnd.uniform(4.5, 8.5)
        box(
            (size, size * 0.8, size * 0.6),
            (x, rnd.uniform(6, 20), 0.2),
            stone,
            (rnd.uniform(-0.3, 0.3), 0.2, rnd.uniform(0, 3)),
            0.05,
            STRUCTURE,
        )
    flecks((-8, 4, 0.5), (8, 22, 9), 500, 0.028, worn((0.6, 0.58, 0.54), 0.9, bump=0), 4, 1.2)


def build(light: str) -> None:
    """The slopes, or the court."""
    stone = worn((0.035, 0.034, 0.034), 0.8, bump=0.5, grain=1.2)
    ash = worn((0.17, 0.168, 0.16), 0.95, bump=0.6, grain=1.4, vary=0.5)
    if light == "court":
        iron = worn((0.045, 0.045, 0.047), 0.45, 0.7, 0.3, 5)
        dull = [worn((0.05 + 0.03 * (n % 3),) * 3, 0.9) for n in range(6)]
        dull[2] = worn((0.46, 0.014, 0.012), 0.9)
        _court(stone, worn((0.075, 0.074, 0.072), 0.9, bump=0.4, grain=0.6), iron, ash, dull)
        stage.sky((0.46, 0.45, 0.41), 0.5, (0.28, 0.30, 0.32))
        stage.lamp("SUN", (0, 0, 0), 1.8, (1, 0.90, 0.74), 0.15, (0.1, -0.9, -0.45))
        stage.camera((0.1, -1.4, 1.7), (0.0, 14, 3.5), 25)
        return
    crust = worn((0.20, 0.20, 0.195), 0.9, bump=0.7, grain=0.9, vary=0.6)
    _slopes(
        crust, stone, worn((0.03, 0.028, 0.027), 0.9), sooted((0.16, 0.13, 0.03), (0.34, 0.27, 0.06), 0.7, 0.7, 0.35)
    )
    stage.sky((0.42, 0.42, 0.38), 0.42, (0.20, 0.24, 0.29))
    stage.lamp("SUN", (0, 0, 0), 0.9, (1, 0.88, 0.68), 0.3, (-0.5, -0.8, -0.3))
    stage.camera((0.2, -2.4, 2.3), (2.4, 20, 4.5), 26)
