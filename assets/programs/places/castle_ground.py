"""The ground before the castle: trodden snow, the castle on its crag, half keep, half ministry.

Lights: first (trenches and columns, and over all the long shadow of a machine), after (nobody standing: helmets on
rifles, snow on iron, the castle shelled, its mast down).
"""

import math
import random

import bpy
import numpy as np
from scipy.spatial import ConvexHull

from assets.programs.kit import stage
from assets.programs.kit.build import (
    HERO,
    MACHINE,
    ORIGIN,
    PEOPLE,
    Material,
    Thing,
    again,
    box,
    joined,
    lathe,
    mesh,
    solid,
    tube,
)
from assets.programs.kit.finish import Look
from assets.programs.kit.fortress import fortress
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Array, ellipsoid, union
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import flecks, land, wander

FILES = {"first": "places/place_castle_plain", "after": "places/place_castle_plain_after"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.36, 0.33, 0.29),
        haze_distance=190,
        haze_start=20,
        haze_most=0.6,
        mist=(0.50, 0.46, 0.40),
        mist_at=(45, 80),
        mist_amount=0.3,
        mist_top=5,
        sky_low=(0.58, 0.50, 0.38),
        sky_high=(0.11, 0.13, 0.155),
        clouds=0.24,
        bloom=0.4,
        shadow=(0.41, 0.47, 0.55),
        highlight=(0.62, 0.55, 0.45),
        tone=0.6,
    ),
    "after": Look(
        exposure=1.3,
        haze=(0.47, 0.475, 0.465),
        haze_distance=110,
        haze_start=9,
        haze_most=0.7,
        mist=(0.56, 0.56, 0.545),
        mist_at=(24, 48, 80),
        mist_amount=0.5,
        mist_top=5,
        sky_low=(0.54, 0.535, 0.51),
        sky_high=(0.31, 0.325, 0.335),
        clouds=0.10,
        bloom=0.4,
        shadow=(0.41, 0.48, 0.55),
        highlight=(0.59, 0.56, 0.49),
        tone=0.6,
    ),
}


def _height(x: float, y: float) -> float:
    crag = 20 * math.exp(-((((x - 4) / 30) ** 2 + ((y - 112) / 24) ** 2) ** 3)) + 2.6 * wander(x, y, 1.3) * math.exp(
        -(((y - 100) / 22) ** 2)
    )
    trench = 0.0
    for y0, bend in ((15.0, 1.2), (25.0, -1.5), (38.0, 1.5)):
        trench += 1.3 * math.exp(-(((y - y0 - bend * math.sin(x * 0.25)) / 0.95) ** 4))
    return 0.22 * wander(x, y, 1.6) + crag - trench * (1 if abs(x - 1.5) > 1.6 else 0)


def _shard(rng: np.random.Generator, wide: float, tall: float, stone: Material) -> Thing:
    """A piece of broken rock: the hull of a handful of points, flat on all sides, no two sides alike."""
    points = rng.uniform(-0.5, 0.5, (15, 3)) * (wide, wide * 0.8, tall)
    hull = ConvexHull(points)
    faces = []
    for corners, plane in zip(hull.simplices, hull.equations, strict=True):
        a, b, c = points[corners]
        outward = np.dot(np.cross(b - a, c - a), plane[:3]) > 0
        faces.append(tuple(corners if outward else corners[::-1]))
    return mesh(points, faces, stone, index=HERO)


def _rocks(stone: Material) -> None:
    """The crag's bare rock: beds that all lean one way, broken into shards, larger where the castle stands on them."""
    rnd, rng = random.Random(9), np.random.default_rng(9)
    for n in range(420):
        a, far = rnd.uniform(-3.0, -0.14), 0.66 + 0.5 * rnd.random() ** 1.3
        x, y = 4 + 30 * far * math.cos(a), 112 + 24 * far * math.sin(a)
        high = 1.15 - min(1.15, far) + 0.25
        tall, wide = rnd.uniform(2.2, 7.5) * (0.5 + high), rnd.uniform(1.4, 4.0) * (0.55 + high)
        thing = _shard(rng, wide, tall, stone)
        thing.location = (x, y, _height(x, y) + tall * rnd.uniform(-0.25, 0.1))
        thing.rotation_euler = (rnd.gauss(-0.10, 0.08), rnd.gauss(0.24, 0.07), 0.5 * n % 6.28)


def _columns(coat: Material) -> None:
    """Two columns marching up to the crag, and those who stand in the trenches."""
    standing(ORIGIN, 1.8, coat, None, math.pi, hat=True)
    source = joined([t for t in bpy.context.scene.objects if t.pass_index == PEOPLE])
    source.location, source.pass_index = (0, -500, 0), HERO
    rnd = random.Random(2)
    for block, (x0, y0, files) in enumerate(((-8, 44, 6), (9, 48, 7), (-16, 62, 8), (16, 66, 8), (-4, 70, 6))):
        for row in range(14):
            for k in range(files):
                x, y = x0 + k * 0.85 + 0.25 * row * (0.3 if block % 2 else -0.1), y0 + row * 1.05
                again(source, (x, y, _height(x, y)), (0, 0, rnd.uniform(-0.2, 0.2)))
    for y0, bend in ((15.0, 1.2), (25.0, -1.5), (38.0, 1.5)):
        for _ in range(22):
            x = rnd.uniform(-0.7, 0.7) * (y0 + 6)
            if abs(x - 1.5) < 2:
                continue
            y = y0 + bend * math.sin(x * 0.25) + 0.1
            again(source, (x, y, _height(x, y) - 0.05), (0, 0, rnd.uniform(-0.6, 0.6)))


def _machine(iron: Material) -> None:
    """What throws the shadow: a domed hull on four legs, behind the left shoulder of whoever looks."""

    def hull(p: Array) -> Array:
        d = ellipsoid(p, (0, 0, 15), (6.2, 6.2, 4.4))
        return union(d, ellipsoid(p, (0, 0, 12.5), (5, 5, 2.5)), 1.0)

    at = (-30.0, 2.0, 0.0)
    solid(hull, (-7, -7, 9), (7, 7, 21), 0.5, iron, at, index=MACHINE)
    tube([(at[0], at[1], 18), (at[0], at[1], 25)], [1.1, 0.8], iron, 12, MACHINE)
    for a in (0.6, 2.3, 3.9, 5.5):
        path = [(3.5, 13), (8.0, 15.5), (8.8, 7.5), (10.0, 0)]
        tube(
            [(at[0] + r * math.cos(a), at[1] + r * math.sin(a), z) for r, z in path],
            [0.9, 0.8, 0.6, 0.9],
            iron,
            9,
            MACHINE,
        )


def _helmets(iron: Material, wood: Material, snow: Material) -> None:
    """Rifles set upright with helmets on them, row behind row, and what is left of the guns."""

    def bowl(p: Array) -> Array:
        d = np.maximum(ellipsoid(p, (0, 0, 0), (0.17, 0.20, 0.17)), -0.03 - p[..., 2])
        return union(d, ellipsoid(p, (0, 0, -0.03), (0.215, 0.26, 0.03)), 0.03)

    parts = [
        solid(bowl, (-0.3, -0.3, -0.12), (0.3, 0.3, 0.25), 0.022, iron, (0, 0, 1.20)),
        tube([(0, 0, -0.1), (0.0, 0, 0.62), (0.0, 0.0, 1.22)], [0.014, 0.018, 0.03], iron, 8),
        box((0.05, 0.07, 0.42), (0, 0, 0.86), wood, bevel=0.01),
        lathe(((0.15, 0.0), (0.10, 0.05), (0, 0.065)), snow, (0, 0, 1.32), sides=14),
    ]
    source = joined(parts)
    source.location, source.pass_index = (0, -500, 0), HERO
    rnd = random.Random(8)
    spots = [(-1.7, 4.4), (1.1, 5.2), (3.1, 4.6), (-3.9, 5.6)]
    spots += [(rnd.uniform(-0.8, 0.8) * (y + 4), y) for y in np.geomspace(6.5, 60, 80)]
    for x, y in spots:
        if abs(x) < 0.35:
            continue
        turn = (rnd.gauss(0, 0.07), rnd.gauss(0, 0.09), rnd.uniform(0, 6))
        again(source, (x, y, _height(x, y) - 0.05), turn, (1.05,) * 3)


def build(light: str) -> None:
    """Before, or after."""
    snow = worn((0.44, 0.45, 0.47), 0.9, bump=0.7, grain=1.1, vary=0.5)
    rnd = random.Random(5)
    stone = worn((0.018, 0.018, 0.019), 0.8, bump=0.4, grain=0.6)
    iron, wood = worn((0.040, 0.040, 0.041), 0.5, 0.6, 0.3, 5), worn((0.05, 0.036, 0.026), 0.8)
    land(_height, (-90, 90), (-4, 150), snow, 0.035)
    _rocks(stone)
    concrete = worn((0.040, 0.040, 0.041), 0.85, bump=0.4, grain=0.5)
    fortress((5.0, 106.0, 19.0), 0.76, stone, concrete, stone, light == "first")
    for _n in range(46):
        y = rnd.uniform(8, 42)
        x = rnd.uniform(-0.8, 0.8) * (y + 4)
        post = [(x, y, _height(x, y) - 0.1), (x + rnd.uniform(-0.1, 0.1), y, _height(x, y) + rnd.uniform(0.7, 1.2))]
        tube(post, 0.035, wood, 5)
    if light == "after":
        clean = worn((0.60, 0.61, 0.62), 0.9, bump=0.25, grain=1.4, vary=0.1)
        _helmets(iron, wood, clean)
        for x, y, turn in ((-7.5, 13, 0.4), (6.8, 16, -0.6)):
            lathe(
                ((0.12, 0), (0.16, 0.2), (0.10, 2.6), (0.13, 2.7), (0, 2.7)),
                iron,
                (x, y, 0.5),
                (0.9, 0.5, turn),
                sides=14,
                index=HERO,
            )
            for side in (-0.6, 0.6):
                wheel = [(x + side, y + 0.62 * math.cos(t), 0.5 + 0.62 * math.sin(t)) for t in np.linspace(0, 6.3, 21)]
                tube(wheel, 0.05, iron, 6, HERO)
        box((0.2, 0.03, 0.42), (1.12, 5.14, 0.62), worn((0.44, 0.013, 0.011), 0.9), (0.1, 0.3, 0.2), index=HERO)
        flecks((-8, 2, 0.2), (8, 22, 3.4), 380, 0.015, worn((0.8, 0.8, 0.8), 0.9, bump=0), 4)
        stage.sky((0.50, 0.50, 0.49), 0.7, (0.36, 0.38, 0.41))
        stage.lamp("SUN", (0, 0, 0), 0.8, (1, 0.96, 0.9), 0.3, (0.3, -0.85, -0.45))
        stage.camera((0.1, -1.6, 1.55), (0.4, 16, 3.3), 25)
        return
    _columns(worn((0.035, 0.036, 0.038), 0.9))
    _machine(iron)
    for x, y in ((-9, 20), (-3.5, 30), (7.5, 21), (12, 33), (3.4, 42)):
        box((0.16,) * 3, (x, y, _height(x, y) + 1.0), glow((1, 0.45, 0.12), 9), index=8)
    box((0.9, 0.04, 0.55), (5.4, 15.2, 1.65), worn((0.44, 0.013, 0.011), 0.9), (0, 0.1, 0.3), index=HERO)
    tube([(4.95, 15.2, -0.8), (4.95, 15.2, 2.0)], 0.03, wood, 6)
    stage.sky((0.46, 0.42, 0.36), 0.5, (0.22, 0.26, 0.31))
    stage.lamp("SUN", (0, 0, 0), 3.2, (1, 0.78, 0.52), 0.02, (0.86, 0.42, -0.30))
    stage.camera((0.1, -4.5, 6.8), (1.4, 30, 8.2), 25)
