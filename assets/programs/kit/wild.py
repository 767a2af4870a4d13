"""What stands and falls out of doors: bare trees and branches, ash in the air, rough ground.

Knows nothing of any one picture.
"""

import math
import random
from collections.abc import Callable, Iterator

import numpy as np
from mathutils import Vector

from assets.programs.kit.build import GROUND, PLANTS, Material, Thing, joined, mesh, tube
from assets.programs.kit.shapes import Point

Limb = tuple[list[Vector], list[float]]


def _limbs(start: Vector, way: Vector, long: float, thick: float, depth: int, rnd: random.Random) -> Iterator[Limb]:
    """A limb that wanders, and the limbs that part from it."""
    path, radii = [start], [thick]
    for step in range(4):
        way = (way + Vector([rnd.uniform(-0.28, 0.28) for _ in range(3)])).normalized()
        path.append(path[-1] + way * long / 4)
        radii.append(thick * (1 - 0.18 * (step + 1)))
    yield path, radii
    if depth:
        for _ in range(rnd.choice((2, 3, 3))):
            at = rnd.choice((2, 3, 4))
            side = Vector([rnd.uniform(-1, 1), rnd.uniform(-1, 1), rnd.uniform(-0.1, 0.7)])
            parted = (way + side * 0.9).normalized()
            yield from _limbs(path[at], parted, long * rnd.uniform(0.5, 0.72), radii[at] * 0.62, depth - 1, rnd)


def branch(
    at: Point, way: Point, long: float, thick: float, bark: Material, seed: int, depth: int = 2, index: int = PLANTS
) -> Thing:
    """A bare branch or tree as one object: it grows from `at` along `way`, `long` metres before it first parts."""
    rnd = random.Random(seed)
    sides = 7 if thick > 0.03 else 5
    limbs = _limbs(Vector(at), Vector(way).normalized(), long, thick, depth, rnd)
    whole = joined([tube(path, radii, bark, sides, index) for path, radii in limbs])
    whole.pass_index = index
    return whole


def flecks(
    low: Point, high: Point, count: int, size: float, material: Material, seed: int = 1, trail: float = 1.0
) -> None:
    """Ash in the air between two corners: small leaning flakes, `trail` times as tall as they are wide."""
    rng = np.random.default_rng(seed)
    points, faces = [], []
    for n in range(count):
        x, y, z = rng.uniform(low, high)
        w, lean = size * rng.uniform(0.5, 1.4), rng.uniform(-0.5, 0.5)
        h = w * trail
        points += [(x - w, y, z), (x + lean * h, y, z - h), (x + w, y, z), (x - lean * h, y, z + h)]
        faces.append((4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 3))
    mesh(points, faces, material, index=GROUND)


def land(
    height: Callable[[float, float], float],
    across: tuple[float, float],
    along: tuple[float, float],
    material: Material,
    rough: float = 0.03,
    seed: int = 3,
) -> None:
    """Ground of that height over x and y, a hundred points either way, closer together near the camera."""
    n = 100
    rng = np.random.default_rng(seed)
    xs = np.linspace(*across, n)
    ys = along[0] + (along[1] - along[0]) * np.linspace(0, 1, n) ** 1.8
    points = [(x, y, height(x, y) + rng.normal(0, rough)) for y in ys for x in xs]
    faces = [(j * n + i, j * n + i + 1, j * n + i + n + 1, j * n + i + n) for j in range(n - 1) for i in range(n - 1)]
    mesh(points, faces, material, smooth=True, index=GROUND)


def wander(x: float, y: float, scale: float = 1.0) -> float:
    """A slow unevenness of the ground, about one metre either way."""
    x, y = x / scale, y / scale
    return 0.5 * math.sin(x * 0.31 + 1.3 * math.sin(y * 0.17)) + 0.5 * math.sin(y * 0.23 + 0.9 * math.sin(x * 0.41))


def hedge(path: list[tuple[float, float]], tall: float, bark: Material, seed: int) -> None:
    """A dead hedge: bare stems close together along a line on the ground."""
    rng = np.random.default_rng(seed)
    for n, (x, y) in enumerate(path):
        way = (rng.uniform(-0.4, 0.4), rng.uniform(-0.4, 0.4), 1)
        branch((x, y, -0.1), way, tall * rng.uniform(0.5, 0.8), 0.035, bark, seed * 100 + n, 2)
