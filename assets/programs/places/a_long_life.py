"""A sleeper in a lit glass; out of it a tree of tubes that bears small lamps; at its foot a cake with its candles."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    DRESS,
    GLOW,
    GROUND,
    HERO,
    MACHINE,
    PEOPLE,
    Material,
    box,
    lathe,
    sheet,
    solid,
    tube,
)
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import fluid, glow, worn

FILES = {"first": "cards/ending_a_long_life"}
LOOKS = {
    "first": Look(
        exposure=1.55,
        haze=(0.060, 0.062, 0.064),
        haze_distance=30,
        haze_start=5,
        haze_most=0.55,
        bloom=0.6,
        bloom_above=0.75,
        shadow=(0.41, 0.48, 0.55),
        highlight=(0.63, 0.55, 0.43),
        tone=0.5,
        quiet=0.3,
    )
}
AT, LOW, HIGH, ROUND = (0.55, 7.4), 1.15, 3.65, 0.86


def _glass(iron: Material, brass: Material, red: Material) -> None:
    """The tank: an iron foot, a lit column, an iron head with a ring of bolts."""
    x, y = AT
    foot = (
        (1.25, 0),
        (1.25, 0.18),
        (1.02, 0.26),
        (1.02, LOW - 0.1),
        (1.12, LOW - 0.06),
        (1.12, LOW + 0.06),
        (0, LOW + 0.06),
    )
    lathe(foot, iron, (x, y, 0), sides=40, index=MACHINE)
    head = (
        (1.02, HIGH - 0.05),
        (1.12, HIGH),
        (1.12, HIGH + 0.16),
        (0.90, HIGH + 0.30),
        (0.40, HIGH + 0.62),
        (0.30, HIGH + 1.0),
    )
    lathe(head, iron, (x, y, 0), sides=40, index=MACHINE)
    lathe(((ROUND, LOW), (ROUND, HIGH)), red, (x, y + 0.30, 0), sides=48, index=GLOW)
    for n in range(9):
        t = math.pi * (1.02 + 0.96 * n / 8)
        if n in (0, 2, 6, 8):
            rod = [(x + 0.98 * math.cos(t), y + 0.98 * math.sin(t), z) for z in (LOW, HIGH)]
            tube(rod, 0.035, brass, 8, MACHINE)
    for z in (LOW + 0.03, HIGH - 0.02):
        ring = [(x + 1.08 * math.cos(t), y + 1.08 * math.sin(t), z) for t in np.linspace(0, 6.2832, 61)]
        tube(ring, 0.045, brass, 8, MACHINE)


def _sleeper(skin: Material) -> None:
    """He hangs in it as one hangs in sleep: head bowed, knees drawn up a little, arms about himself."""

    def body(p: Array) -> Array:
        q = mirrored(p)
        d = capsule(q, (0, 0, 1.0), (0, 0.02, 1.36), 0.125, 0.15)
        d = union(d, ellipsoid(q, (0.11, 0.0, 1.46), (0.12, 0.10, 0.10)), 0.08)
        d = union(d, ellipsoid(q, (0, -0.17, 1.63), (0.095, 0.115, 0.13)), 0.02)
        d = union(d, capsule(q, (0, 0, 1.46), (0, -0.12, 1.58), 0.06), 0.05)
        d = union(d, capsule(q, (0.20, 0, 1.46), (0.25, -0.06, 1.18), 0.052, 0.045), 0.04)
        d = union(d, capsule(q, (0.25, -0.06, 1.18), (0.06, -0.20, 1.12), 0.045, 0.035), 0.03)
        d = union(d, capsule(q, (0.09, 0, 0.95), (0.12, -0.40, 0.80), 0.10, 0.075), 0.05)
        d = union(d, capsule(q, (0.12, -0.40, 0.80), (0.08, -0.16, 0.40), 0.068, 0.038), 0.03)
        return union(d, capsule(q, (0.08, -0.16, 0.40), (0.08, -0.24, 0.28), 0.036, 0.028), 0.02)

    place = (AT[0] + 0.36, AT[1] - 0.62, LOW - 0.15)
    solid(body, (-0.5, -0.6, 0), (0.5, 0.4, 2.0), 0.02, skin, place, (0.16, 0.0, -1.12), (1.36,) * 3, PEOPLE)


def _tree(iron: Material, lamp: Material) -> None:
    """Tubes that part like branches; each ends in a phial with a light of its own."""
    rnd = random.Random(19)

    def grow(at: np.ndarray, way: np.ndarray, long: float, thick: float, left: int) -> None:
        path = [at]
        for _ in range(4):
            way = way + np.array([rnd.uniform(-0.22, 0.22), rnd.uniform(-0.12, 0.12), rnd.uniform(-0.12, 0.14)])
            way = way / np.linalg.norm(way)
            path.append(path[-1] + way * long / 4)
        tube([tuple(p) for p in path], np.linspace(thick, thick * 0.72, 5), iron, 8, MACHINE)
        if left == 0:
            end = path[-1]
            hang = (end[0], end[1], end[2] - 0.16)
            tube([tuple(end), hang], 0.012, iron, 5, MACHINE)
            phial = ((0, -0.20), (0.045, -0.17), (0.045, -0.02), (0.02, 0.02))
            lathe(phial, lamp, hang, sides=12, index=GLOW)
            return
        for k in range(3 if left > 1 else 2):
            side = np.array(
                [(k - 0.9) * 0.75 + rnd.uniform(-0.2, 0.2), rnd.uniform(-0.35, 0.15), rnd.uniform(-0.05, 0.35)]
            )
            parted = way * 0.75 + side
            grow(
                path[rnd.choice((3, 4))],
                parted / np.linalg.norm(parted),
                long * rnd.uniform(0.62, 0.8),
                thick * 0.6,
                left - 1,
            )

    ways = ((-0.95, -0.2, 0.30), (0.95, -0.15, 0.26), (-0.45, -0.1, 0.75), (0.5, 0.1, 0.7))
    for way, long in zip(ways, (2.3, 2.2, 1.3, 1.25), strict=True):
        grow(np.array((*AT, HIGH + 0.8)), np.array(way), long, 0.16, 3)


def _cake(cloth: Material, icing: Material, wax: Material, flame: Material) -> None:
    """A table with a cloth to the floor, a cake of three floors, and more candles than anyone has breath for."""
    x, y, z = AT[0] - 0.15, 4.2, 0.82

    def spread(u: float, v: float) -> Point:
        over = max(0.0, 0.5 - v) * 1.6
        fold = 0.035 * math.sin(u * 46) * min(1.0, over * 3)
        return (x + (u - 0.5) * 4.6, y - 0.55 + max(0.0, v - 0.5) * 2.4 - fold, z - over)

    sheet(spread, 150, 20, cloth, DRESS)
    top = z
    for radius, tall, count in ((0.66, 0.20, 46), (0.46, 0.18, 34), (0.28, 0.16, 22)):
        rim = ((0, 0), (radius, 0), (radius, tall - 0.02), (radius - 0.02, tall), (0, tall))
        lathe(rim, icing, (x, y + 0.1, top), sides=48, index=HERO)
        top += tall
        for n in range(count):
            t = 6.2832 * n / count
            at = (x + (radius - 0.05) * math.cos(t), y + 0.1 + (radius - 0.05) * math.sin(t), top)
            lathe(((0.009, 0), (0.009, 0.10), (0, 0.10)), wax, at, sides=6, index=HERO)
            lathe(((0, 0), (0.011, 0.018), (0, 0.052)), flame, (at[0], at[1], top + 0.105), sides=8, index=GLOW)
    glass = worn((0.42, 0.41, 0.37), 0.2, bump=0)
    for n in range(10):
        at = (x - 2.0 + n * 0.44 + (0.1 if n > 4 else -0.1), y - 0.28 + 0.12 * (n % 2), z)
        if abs(at[0] - x) > 0.78:
            lathe(
                ((0.05, 0), (0.012, 0.02), (0.012, 0.12), (0.05, 0.16), (0.045, 0.26)), glass, at, sides=16, index=HERO
            )
    box((0.5, 0.34, 0.02), (x + 1.45, y - 0.1, z + 0.02), worn((0.5, 0.48, 0.42), 0.9), (0, 0, 0.3))


def build(_light: str) -> None:
    """Some birthday, the laboratory swept and hung for it."""
    stone, iron = worn((0.085, 0.085, 0.09), 0.75, bump=0.35, grain=2.2), worn((0.05, 0.05, 0.053), 0.4, 0.7, 0.15, 7)
    brass = worn((0.34, 0.22, 0.09), 0.35, 1.0, 0.1)
    box((26, 0.6, 12), (0, 12.2, 6), stone)
    box((26, 30, 0.2), (0, 4, -0.1), worn((0.045, 0.045, 0.05), 0.2, bump=0.05, grain=0.9, vary=0.5), index=GROUND)
    for side in (-1, 1):
        for y in (5.5, 11.4):
            box((0.8, 0.8, 12), (side * 6.6, y, 6), stone, bevel=0.05)
    _glass(iron, brass, fluid((0.60, 0.040, 0.016), 1.25))
    _sleeper(worn((0.045, 0.022, 0.020), 0.7, bump=0.1))
    _tree(iron, glow((1, 0.60, 0.22), 3.0))
    _cake(
        worn((0.34, 0.33, 0.30), 0.9),
        worn((0.58, 0.56, 0.50), 0.6),
        worn((0.5, 0.47, 0.40), 0.6),
        glow((1, 0.72, 0.34), 12),
    )
    stage.lamp("POINT", (AT[0] - 0.15, 4.1, 1.62), 46, (1, 0.72, 0.38), 0.35)
    stage.lamp("AREA", (AT[0], AT[1] - 0.4, 2.8), 60, (1, 0.16, 0.06), 1.4, (AT[0], 4, 1))
    stage.lamp("AREA", (AT[0], 9.4, 1.6), 1500, (0.50, 0.66, 0.85), 2.5, (AT[0], 12.0, 6.2))
    stage.lamp("AREA", (-5.5, 3.0, 8.0), 520, (0.50, 0.66, 0.85), 3, (0.5, 7.4, 4.4))
    stage.lamp("AREA", (5.5, 0.0, 6.0), 160, (0.55, 0.68, 0.9), 3, (0.5, 7.0, 3))
    stage.sky((0.03, 0.04, 0.05), 0.6)
    stage.camera((0.15, -3.3, 1.95), (0.40, 7, 3.05), 26)
