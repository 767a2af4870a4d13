"""Across a frozen marsh a low bright dome behind reeds, and before it two figures small as pins, one leaning."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, PLANTS, box, lathe, mesh, sheet
from assets.programs.kit.finish import Look
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "cards/ending_two_brothers"}
LOOKS = {
    "first": Look(
        exposure=1.25,
        haze=(0.30, 0.25, 0.21),
        haze_distance=120,
        haze_start=20,
        haze_most=0.7,
        mist=(0.62, 0.50, 0.38),
        mist_at=(60, 90),
        mist_amount=0.4,
        mist_top=3,
        sky_low=(0.44, 0.33, 0.24),
        sky_high=(0.045, 0.058, 0.078),
        clouds=0.2,
        bloom=0.75,
        bloom_above=0.8,
        shadow=(0.41, 0.46, 0.55),
        highlight=(0.63, 0.55, 0.45),
        tone=0.6,
        quiet=0.2,
    )
}
AT = 14.0


def build(_light: str) -> None:
    """Before dawn, the moment of it."""

    def ice(u: float, v: float) -> Point:
        return ((u - 0.5) * 260, -3 + v * 170, 0.01 * math.sin(u * 90) * math.sin(v * 70))

    sheet(ice, 30, 40, sooted((0.045, 0.052, 0.060), (0.13, 0.135, 0.135), 0.5, 0.25, 0.6), GROUND)
    land(
        lambda x, y: -0.45 + 0.42 * wander(x, y, 1.2),
        (-90, 90),
        (-3, 130),
        worn((0.10, 0.10, 0.105), 0.9, bump=0.4),
        0.02,
    )
    dome = [(14.0 * math.cos(t), 12.5 * math.sin(t)) for t in np.linspace(0, math.pi / 2, 18)]
    lathe(dome, sooted((1.0, 0.80, 0.52), (1.0, 0.95, 0.84), 2.6, 0.05), (AT, 96, -0.5), sides=48, index=GLOW)
    coat = worn((0.012, 0.012, 0.013), 0.9)
    standing((AT * 64 / 98 - 0.45, 62, 0.05), 1.85, coat, None, 0.2)
    standing((AT * 64 / 98 + 0.2, 62, 0.05), 1.80, coat, None, -0.3, lean=0.7, stoop=0.5)
    rng = np.random.default_rng(4)
    points, faces = [], []
    for n in range(1150):
        y = (3.2 + 10 * rng.random(), 13 + 28 * rng.random(), 76 + 14 * rng.random())[
            0 if n < 190 else 1 if n < 560 else 2
        ]
        x = rng.uniform(-0.85, 0.85) * (y + 4) + 2
        if abs(x - AT * (y + 2) / 98) < 0.045 * (y + 2) and 6 < y < 60:
            continue
        tall = rng.uniform(0.45, 1.0) if y < 13 else rng.uniform(0.25, 0.6) if y < 60 else rng.uniform(0.8, 2.6)
        lean, w = rng.normal(0.12, 0.16), 0.008 + 0.0007 * y
        z = -0.05
        start = len(points)
        points += [(x - w, y, z), (x + w, y, z), (x + lean * tall, y, z + tall), (x + lean * tall - w, y, z + tall)]
        faces.append((start, start + 1, start + 2, start + 3))
        if rng.random() < 0.3:
            k, tx, tz = len(points), x + lean * tall, z + tall
            points += [
                (tx - 2.2 * w, y, tz - 0.02),
                (tx + 2.2 * w, y, tz - 0.02),
                (tx + 0.03 + 1.6 * w, y, tz + 0.2),
                (tx + 0.03 - 1.6 * w, y, tz + 0.2),
            ]
            faces.append((k, k + 1, k + 2, k + 3))
    mesh(points, faces, worn((0.035, 0.030, 0.024), 0.9, bump=0), index=PLANTS)
    for n in range(9):
        box(
            (1.6, 0.7, 0.10),
            (-6 + n * 2.3, 7 + 3 * math.sin(n * 2.2), 0.02),
            worn((0.26, 0.27, 0.28), 0.4),
            (0.05, 0.1 * math.sin(n), n),
            0.02,
            HERO,
        )
    stage.sky((0.22, 0.19, 0.17), 0.35, (0.07, 0.09, 0.13))
    stage.lamp("AREA", (AT, 90, 9), 30000, (1, 0.80, 0.52), 16, (2, 0, 0))
    stage.camera((0.0, -2.0, 1.9), (5.0, 50, 4.6), 27)
