"""Signed distance fields on numpy arrays of points: solids and the ways to blend them.

Knows nothing of Blender: kit.build turns a field into a mesh.
"""

from collections.abc import Callable, Sequence

import numpy as np

Array = np.ndarray
Field = Callable[[Array], Array]
Point = Sequence[float]


def length(points: Array) -> Array:
    """The length of each vector along the last axis."""
    return _long(points[..., 0], points[..., 1], points[..., 2])


def _long(x: Array, y: Array, z: Array) -> Array:
    """Three parts at a time: several times faster than a sum along a short last axis."""
    return np.sqrt(x * x + y * y + z * z)


def mirrored(points: Array) -> Array:
    """The points with x folded to its absolute value, so that a field need only describe the right half."""
    folded = points.copy()
    folded[..., 0] = np.abs(points[..., 0])
    return folded


def ellipsoid(points: Array, centre: Point, radii: Point) -> Array:
    """An ellipsoid; the distance is exact only for a ball, good enough for blending elsewhere."""
    x, y, z = ((points[..., i] - float(centre[i])) * (1 / float(radii[i])) for i in range(3))
    return (_long(x, y, z) - 1) * float(min(radii))


def block(points: Array, centre: Point, half: Point, edge: float = 0.2) -> Array:
    """A box of half sizes `half` with edges rounded by `edge`."""
    q = np.abs(points - np.array(centre)) - (np.array(half) - edge)
    return length(np.maximum(q, 0)) + np.minimum(q.max(-1), 0) - edge


def capsule(points: Array, start: Point, end: Point, radius: float, end_radius: float | None = None) -> Array:
    """A round bar from start to end, tapering to `end_radius` where one is given."""
    a, way = [float(v) for v in start], [float(e) - float(s) for s, e in zip(start, end, strict=True)]
    x, y, z = (points[..., i] - a[i] for i in range(3))
    share = 1 / sum(v * v for v in way)
    along = np.clip((x * way[0] + y * way[1] + z * way[2]) * share, 0, 1)
    taper = radius + ((radius if end_radius is None else end_radius) - radius) * along
    return _long(x - along * way[0], y - along * way[1], z - along * way[2]) - taper


def union(a: Array, b: Array, blend: float) -> Array:
    """Both solids, melted into one another over the distance `blend`."""
    h = np.clip(0.5 + 0.5 * (b - a) / blend, 0, 1)
    return b * (1 - h) + a * h - blend * h * (1 - h)


def cut(a: Array, b: Array, blend: float) -> Array:
    """The first solid without the second, the rim softened over the distance `blend`."""
    return -union(-a, b, blend)
