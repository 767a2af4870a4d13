"""The side of a cart road: dead hedges, a milestone, a small fire, and where the road forks a stone with a helmet."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    GLOW,
    GROUND,
    HERO,
    PLANTS,
    Material,
    again,
    box,
    extrude,
    lathe,
    mesh,
    sheet,
    tube,
)
from assets.programs.kit.finish import Look
from assets.programs.kit.guardian import statue
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import branch, hedge, land, wander

FILES = {"first": "places/place_wayside"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.21, 0.225, 0.235),
        haze_distance=26,
        haze_start=9,
        haze_most=0.88,
        mist=(0.33, 0.335, 0.325),
        mist_at=(15, 22, 34),
        mist_amount=0.55,
        mist_top=2.6,
        sky_low=(0.46, 0.42, 0.35),
        sky_high=(0.095, 0.115, 0.14),
        clouds=0.18,
        bloom=0.5,
        bloom_above=0.8,
        shadow=(0.41, 0.47, 0.55),
        highlight=(0.62, 0.55, 0.44),
        tone=0.6,
    )
}
NEAR = {"first": Near(8.2, (PLANTS,))}
FORK = 11.4


def _track(path: list[tuple[float, float]], wide: float, mud: Material) -> None:
    """A cart track along those spots with a rut on either side."""
    xs, ys = np.array(path, float).T
    along = np.linspace(0, 1, len(path))

    def surface(u: float, v: float) -> Point:
        x, y = float(np.interp(v, along, xs)), float(np.interp(v, along, ys))
        rut = 0.07 * sum(math.exp(-(((u - m) / 0.09) ** 2)) for m in (0.24, 0.76))
        return (x + (u - 0.5) * wide, y, 0.10 - rut + 0.02 * math.sin(y * 4 + u * 9))

    sheet(surface, 28, 80, mud, GROUND)


def _fire(at: Point, wood: Material) -> None:
    """Three sticks, embers, and two flames no higher than a hand is long."""
    x, y, z = at
    for n in range(6):
        a = n * math.pi / 3 + 0.4
        tube(
            [(x + 0.42 * math.cos(a), y + 0.42 * math.sin(a), z + 0.03), (x - 0.05 * math.cos(a), y, z + 0.16)],
            0.032,
            wood,
            6,
        )
    rnd = random.Random(3)
    for _ in range(26):
        a, r = rnd.uniform(0, 6.3), rnd.uniform(0, 0.22)
        box((0.06,) * 3, (x + r * math.cos(a), y + r * math.sin(a), z + 0.05), glow((1, 0.30, 0.06), 3), index=GLOW)
    for dx, tall in ((-0.06, 0.34), (0.07, 0.46), (0.0, 0.27)):
        flame = ((0.0, 0.0), (0.075, 0.10), (0.055, 0.22), (0.0, 0.40))
        lathe(
            flame, glow((1, 0.50, 0.12), 5), (x + dx, y - 0.02, z + 0.05), (0, 0.1, 0), (1, 1, tall / 0.4), index=GLOW
        )
    stage.lamp("POINT", (x, y - 0.1, z + 0.45), 60, (1, 0.52, 0.18), 0.15)


def build(_light: str) -> None:
    """Dusk at the fork."""
    mud = worn((0.125, 0.118, 0.105), 0.7, bump=0.6, grain=2.0, vary=0.45)
    land(lambda x, y: 0.10 * wander(x, y, 0.7) + 0.10 * max(0, abs(x) - 4), (-26, 26), (-4, 60), mud, 0.03)
    dust = worn((0.36, 0.335, 0.29), 0.6, bump=0.5, grain=2.2, vary=0.35)
    _track([(-0.2, -4), (0.0, 6), (-1.1, 10), (-4.2, 15), (-7.5, 26), (-12, 44)], 2.5, dust)
    _track([(0.0, 6), (1.6, 9), (5.4, 15), (9, 26), (15, 44)], 2.1, dust)
    bark = worn((0.026, 0.024, 0.023), 0.9, bump=0.3)
    for side, seed in ((-1, 3), (1, 5)):
        hedge([(side * (3.0 + 0.16 * n), 1.5 + n * 0.75) for n in range(13)], 1.7, bark, seed)
    stone, foot = (
        worn((0.155, 0.155, 0.148), 0.9, bump=0.6, grain=3.2),
        worn((0.10, 0.10, 0.095), 0.9, bump=0.6, grain=2),
    )
    again(statue(stone, foot, 0.035), (0.75, FORK, -0.05), (0, 0.02, 0.12), (0.92,) * 3)
    outline = [(-0.24, 0), (0.24, 0), (0.24, 0.62), (0.15, 0.80), (0, 0.86), (-0.15, 0.80), (-0.24, 0.62)]
    extrude(outline, 0.2, stone, (2.35, 6.2, 0.02), (0, 0.06, -0.25), 0.03, HERO)
    for z in (0.5, 0.62):
        box((0.22, 0.03, 0.025), (2.33, 6.09, z), bark, (0, 0.06, -0.25))
    _fire((-1.75, 6.4, 0.08), bark)
    ring = [(-1.75 + 0.55 * math.cos(t), 6.4 + 0.5 * math.sin(t)) for t in np.arange(9) * 0.7]
    for n, (x, y) in enumerate(ring):
        box((0.2, 0.17, 0.14), (x, y, 0.1), foot, (0.2, 0.1, n), 0.05)
    rnd = random.Random(9)
    for n in range(26):
        y = 16 + n * 0.9 + rnd.uniform(-0.5, 0.5)
        x = rnd.choice((-1, 1)) * rnd.uniform(1.0, 4 + 0.45 * y) + 0.6
        branch((x, y, -0.1), (rnd.uniform(-0.1, 0.1), 0, 1), rnd.uniform(3.0, 4.6), 0.15, bark, n + 40, 2)
    mesh(
        [(0.42, FORK - 1.05, 0.62), (0.98, FORK - 1.05, 0.60), (0.92, FORK - 1.06, 0.20), (0.5, FORK - 1.06, 0.30)],
        [(0, 1, 2, 3)],
        worn((0.44, 0.014, 0.012), 0.9),
        index=HERO,
    )
    stage.sky((0.40, 0.38, 0.34), 0.34, (0.18, 0.22, 0.28))
    stage.lamp("SUN", (0, 0, 0), 1.0, (0.85, 0.90, 1.0), 0.2, (0.45, -0.9, -0.4))
    stage.lamp("SPOT", (2, 6, 9), 900, (0.8, 0.88, 1.0), 0.5, (0.75, FORK, 2.2), 24)
    stage.camera((0.15, -2.6, 1.75), (0.25, 12, 2.25), 27)
