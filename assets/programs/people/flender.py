"""Flender, the doctor's dog: grey about the muzzle, and shy of whoever it is until he has made up his mind."""

import random

import numpy as np

from assets.programs.kit.build import DRESS, GLOW, MACHINE, lathe, solid, tube
from assets.programs.kit.shapes import Array, Point, capsule, cut, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import glow, worn
from assets.programs.people import sitting
from assets.programs.people.head import Expression, points_of, tinted, tinted_skin
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "shy": Expression(pitch=4, roll=7, yaw=4),
    "alert": Expression(pitch=-9, roll=-3, yaw=24),
    "low": Expression(pitch=22, roll=5, yaw=-14),
}
EARS: dict[str, tuple[Point, Point]] = {
    "shy": ((0.40, 0.10, -0.28), (0.80, 0.42, -0.66)),
    "alert": ((0.36, 0.06, -0.26), (0.60, 0.16, 0.24)),
    "low": ((0.42, 0.16, -0.36), (0.62, 0.74, -0.72)),
}
"""Where an ear begins and ends: half laid back, up, or flat."""
HEAD = (0.10, 0.0, 0.90, 1.0)  # his throws its shadow on all of him
POSE = Pose(body=-34, head=-30, size=1.0, rise=0.0, lean=0.0)
NECK = (0.0, 0.22, -1.55)
"""What sitting.pose turns about; the dog is built round it and let down as a whole."""


def _head(p: Array, ears: tuple[Point, Point]) -> Array:
    q, (root, tip) = mirrored(p), ears
    d = ellipsoid(q, (0, -0.12, -0.62), (0.60, 0.68, 0.54))
    d = union(d, capsule(q, (0, -0.55, -0.78), (0, -1.30, -1.00), 0.33, 0.17), 0.20)
    d = union(d, ellipsoid(q, (0.30, -0.42, -0.86), (0.26, 0.28, 0.24)), 0.16)
    d = union(d, capsule(q, (0.06, -0.70, -0.36), (0.22, -0.50, -0.30), 0.14, 0.12), 0.14)
    d = union(d, capsule(q, (0, -0.50, -1.05), (0, -1.12, -1.17), 0.20, 0.11), 0.08)
    d = cut(d, capsule(q, (0.0, -1.30, -1.075), (0.24, -0.74, -1.03), 0.014), 0.02)
    d = cut(d, ellipsoid(q, (0.27, -0.74, -0.56), (0.12, 0.12, 0.09)), 0.06)
    ear = capsule(q, root, tip, 0.20, 0.10)
    half = tuple((a + b) / 2 for a, b in zip(root, tip, strict=True))
    ear = np.maximum(ear, -ellipsoid(q, (half[0] + 0.02, half[1] - 0.16, half[2] - 0.03), (0.16, 0.16, 0.24)))
    return union(d, ear, 0.10)


def _trunk(p: Array) -> Array:
    q = mirrored(p)
    d = union(
        capsule(q, (0, 0.15, -0.9), (0, 0.45, -2.2), 0.52, 0.66), ellipsoid(q, (0, 0.35, -2.9), (0.86, 0.92, 1.1)), 0.4
    )
    d = union(d, capsule(q, (0, 0.8, -3.2), (0, 1.9, -5.6), 0.95, 1.25), 0.5)
    leg = capsule(q, (0.44, 0.05, -2.9), (0.46, -0.10, -6.4), 0.34, 0.26)
    return union(d, leg, 0.20)


def _coat_colours(points: Array) -> Array:
    x, y, z = points.T
    back, pale = np.array((0.105, 0.085, 0.066)), np.array((0.36, 0.32, 0.26))
    muzzle = np.exp(-(((y + 1.12) / 0.40) ** 2)) * (z < -0.5)
    chest = np.exp(-((x / 0.40) ** 2)) * (y < 0.1) * (z < -1.3)
    brow = np.exp(-(((np.abs(x) - 0.22) / 0.10) ** 2 + ((z + 0.36) / 0.09) ** 2)) * (y < -0.3)
    share = np.clip(0.9 * muzzle + 0.65 * chest + 0.5 * brow, 0, 1)[:, None]
    return back * (1 - share) + pale * share


def _fur(points: Array, count: int, long: float, seed: int, index: int, skip: float = 9.0) -> None:
    rnd, middle = random.Random(seed), np.array((0.0, 0.35, -2.2))
    hairs = [
        worn(tuple(c), 0.9, bump=0, grain=9, vary=0.5)
        for c in ((0.085, 0.068, 0.052), (0.150, 0.124, 0.098), (0.32, 0.285, 0.23))
    ]
    light = _coat_colours(points)[:, 0]
    for i in rnd.sample(range(len(points)), min(count, len(points))):
        root = points[i]
        if root[1] < -skip:
            continue
        out = root - middle * (1, 1, 0) - np.array((0, 0, root[2]))
        out = out / (np.linalg.norm(out) + 1e-6)
        way = out * rnd.uniform(0.15, 0.5) + np.array((rnd.uniform(-0.25, 0.25), 0.25, -1.0))
        size = long * rnd.uniform(0.6, 1.3)
        path = [root + way * size * t + out * 0.05 * np.sin(t * 3) for t in np.linspace(0, 1, 5)]
        tone = hairs[2 if light[i] > 0.16 else rnd.random() < 0.35]
        tube(path, [0.035 * (1 - t) ** 0.7 + 0.003 for t in np.linspace(0, 1, 5)], tone, 5, index)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood, ears = EXPRESSIONS[expression], EARS[expression]
    skin = tinted_skin(0.85, 0.15, 0.0)
    head = solid(
        lambda p: _head(p, ears),
        (-1.2, -1.7, -1.6),
        (1.2, 1.1, 0.5),
        0.022,
        skin,
        index=MACHINE,
        keep=f"dog head {expression}",
    )
    trunk = solid(_trunk, (-1.8, -0.9, -6.6), (1.8, 3.4, -0.3), 0.04, skin, index=DRESS, keep="dog trunk")
    for part in (head, trunk):
        tinted(part, _coat_colours(points_of(part)))
    _fur(points_of(trunk), 1100, 0.34, 3, DRESS)
    _fur(points_of(head), 420, 0.14, 4, MACHINE, skip=0.45)
    black, shine = worn((0.006, 0.005, 0.005), 0.12, bump=0), glow((1, 0.98, 0.94), 1.0)
    ball = [(np.sin(t), -np.cos(t)) for t in np.linspace(0, np.pi, 14)]
    for x, y, z, size in ((0.265, -0.66, -0.55, 0.095), (-0.265, -0.66, -0.55, 0.095), (0, -1.44, -0.92, 0.13)):
        lathe(ball, black, (x, y, z), scale=(size, size, size * 0.9), sides=20, index=MACHINE)
    for side in (-1, 1):
        lathe(((0, -0.02), (0.014, 0), (0, 0.02)), shine, (side * 0.265 - 0.03, -0.755, -0.52), sides=10, index=GLOW)
    sitting.pose(POSE, mood)
    for thing in sitting.everything():
        thing.matrix_world = sitting.lowered(1.85, 1.05) @ thing.matrix_world
    sitting.light(POSE, 1.2)
