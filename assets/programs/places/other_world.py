"""Somewhere else: still water and unbroken ground under a clear sky, a hill like a helmet, one thread of light."""

import math

import numpy as np
from scipy import ndimage

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, extrude, mesh, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import glow, sooted, worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "places/place_other_world"}
LOOKS = {
    "first": Look(
        exposure=1.15,
        haze=(0.60, 0.58, 0.54),
        haze_distance=210,
        haze_start=20,
        haze_most=0.72,
        mist=(0.74, 0.70, 0.63),
        mist_at=(70, 130),
        mist_amount=0.5,
        mist_top=5,
        sky_low=(0.86, 0.74, 0.62),
        sky_high=(0.30, 0.38, 0.44),
        clouds=0.03,
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.46, 0.48, 0.53),
        highlight=(0.61, 0.55, 0.49),
        tone=0.55,
        contrast=0.25,
    )
}


def _head(rock: Material) -> None:
    """The hill: a helmet's bowl and ridge, the brow, a calm profile looking up and to the left, all of it rock."""
    outline = [(-74, 0), (-44, 3.5), (-26, 7), (-20, 10.5), (-26.5, 12), (-27.4, 14.8), (-25.2, 16.2), (-26.6, 17.4)]
    outline += [(-25.6, 18.6), (-30.2, 20.4), (-26.2, 25.5), (-29.2, 26.4), (-28.6, 29), (-24.5, 36), (-15, 42.6)]
    outline += [(-11, 44), (-9, 48), (3, 49.5), (14, 45.5), (20.5, 36), (22, 26), (22, 19.5), (30, 14.5), (27, 12)]
    outline += [(40, 8), (60, 4), (86, 0)]
    xs, zs = np.array(outline).T
    along = np.linspace(0, len(xs) - 1, 220)
    steps = np.arange(len(xs))
    xs, zs = (ndimage.gaussian_filter1d(np.interp(along, steps, v), 2.2, mode="nearest") for v in (xs, zs))
    outline = list(zip(xs * 0.66, zs * 0.66, strict=True))
    for n, (deep, lower) in enumerate(((6, 0.0), (12, 0.6))):
        extrude([(x, z - lower) for x, z in outline], deep, rock, (-26, 168 + n * 5, -1), index=HERO)


def build(_light: str) -> None:
    """Before anything."""

    def height(x: float, y: float) -> float:
        shore = 9 + 2.2 * math.sin(x * 0.13) - 0.10 * x
        far = 0.05 * max(0.0, y - 70 - 6 * math.sin(x * 0.05)) ** 1.1
        near = 0.16 * max(0.0, shore - y) ** 0.8
        return -0.35 + min(far, 5) + near + 0.10 * wander(x, y, 2)

    ground = worn((0.33, 0.295, 0.245), 0.95, bump=0.3, grain=0.7, vary=0.2)
    land(height, (-150, 150), (-4, 200), ground, 0.004)

    def still(u: float, v: float) -> Point:
        return ((u - 0.5) * 320, 3 + 120 * v, 0.0)

    water = sooted((0.50, 0.47, 0.43), (0.66, 0.60, 0.53), 0.62, 0.06, 0.62)
    sheet(still, 4, 4, water, GLOW)
    _head(worn((0.085, 0.085, 0.09), 0.95, bump=0.3, grain=0.05))
    x, y = 26.0, 150.0
    tube([(x, y, 3), (x + 0.4, y, 70), (x, y, 140)], [0.26, 0.20, 0.05], glow((1, 0.93, 0.82), 6), 8, GLOW)
    tube([(x, y - 60, -0.02), (x, y - 92, -0.02)], 0.0, ground, 4)
    for n in range(3):
        ring = [
            (x + (1.5 + n * 1.6) * math.cos(t), y - 42 + (1.5 + n * 1.6) * math.sin(t), 0.02)
            for t in np.linspace(0, 6.3, 40)
        ]
        tube(ring, 0.03, glow((0.9, 0.85, 0.78), 0.9), 4, GLOW)
    stone = [(-2.6, 6.6, 0.15), (-2.3, 6.5, 0.18), (-2.2, 6.8, 0.12), (-2.5, 6.9, 0.14)]
    mesh(stone, [(0, 1, 2, 3)], ground, index=GROUND)
    stage.sky((0.80, 0.72, 0.62), 0.7, (0.42, 0.50, 0.56))
    stage.lamp("SUN", (0, 0, 0), 2.0, (1, 0.88, 0.72), 0.05, (-0.7, -0.65, -0.3))
    stage.camera((0.0, -2.0, 2.2), (0.0, 40, 5.2), 28)
