"""The iron soldiers of the castle: tall, faceless, riveted, all from one mould.

Knows nothing of where they stand.
"""

import math

import numpy as np

from assets.programs.kit.build import HERO, MACHINE, Material, Thing, box, joined, lathe, solid, tube
from assets.programs.kit.shapes import Array, block, capsule, cut, ellipsoid, mirrored, union


def _shell(p: Array) -> Array:
    """Head, breast, hips and limbs as one field, a little over two metres tall, facing -y."""
    q = mirrored(p)
    d = ellipsoid(q, (0, 0, 1.52), (0.40, 0.27, 0.32))
    d = union(d, capsule(q, (0, 0.02, 1.28), (0, 0.02, 1.02), 0.24, 0.19), 0.08)
    d = union(d, block(q, (0, 0.02, 0.98), (0.26, 0.18, 0.11), 0.06), 0.05)
    d = np.minimum(d, ellipsoid(q, (0.47, 0, 1.66), (0.20, 0.20, 0.17)))
    arm = union(
        capsule(q, (0.50, 0, 1.55), (0.55, 0.02, 1.18), 0.085),
        capsule(q, (0.55, 0.02, 1.18), (0.53, -0.08, 0.80), 0.105, 0.12),
        0.03,
    )
    d = np.minimum(d, arm)
    d = np.minimum(d, block(q, (0.53, -0.10, 0.70), (0.09, 0.10, 0.12), 0.05))
    leg = union(
        capsule(q, (0.17, 0, 0.92), (0.20, -0.03, 0.50), 0.12, 0.09),
        capsule(q, (0.20, -0.03, 0.48), (0.21, 0.03, 0.10), 0.12, 0.15),
        0.03,
    )
    d = np.minimum(d, leg)
    d = np.minimum(d, block(q, (0.21, -0.07, 0.07), (0.13, 0.24, 0.07), 0.04))
    helm = union(ellipsoid(q, (0, 0, 1.98), (0.165, 0.19, 0.21)), capsule(q, (0, 0, 1.74), (0, 0, 1.86), 0.15), 0.05)
    return cut(np.minimum(d, helm), block(q, (0, -0.20, 1.98), (0.10, 0.06, 0.014), 0.01), 0.01)


def iron_soldier(iron: Material, dust: Material, index: int = MACHINE) -> Thing:
    """One soldier with seams, a boiler on his back and dust on his shoulders, parked behind the camera for `again`."""
    parts = [solid(_shell, (-0.8, -0.5, 0), (0.8, 0.5, 2.3), 0.026, iron, index=index, keep="iron soldier")]
    for z, r, deep in ((1.34, 0.33, 0.75), (1.10, 0.23, 0.95)):
        ring = [(r * math.cos(t), deep * r * math.sin(t), z) for t in np.linspace(0, 2 * math.pi, 25)]
        parts.append(tube(ring, 0.022, iron, 6, index))
    parts.append(lathe(((0, 0), (0.19, 0.02), (0.19, 0.60), (0, 0.66)), iron, (0, 0.32, 1.15), sides=18, index=index))
    for side in (-1, 1):
        parts.append(tube([(side * 0.11, 0.34, 1.7), (side * 0.13, 0.36, 2.3)], [0.05, 0.065], iron, 8, index))
        parts.append(
            lathe(((0.16, 0.0), (0.12, 0.035), (0, 0.05)), dust, (side * 0.47, 0, 1.795), sides=14, index=index)
        )
    parts.append(lathe(((0.13, 0.0), (0.08, 0.035), (0, 0.045)), dust, (0, 0, 2.14), sides=14, index=index))
    parts.append(box((0.30, 0.03, 0.05), (0, -0.275, 1.50), iron, index=index))
    whole = joined(parts)
    whole.pass_index, whole.location = index, (0, -500, 0)
    return whole


def far_soldier(iron: Material) -> Thing:
    """The same without seams or dust, for ranks far off."""
    whole = solid(
        _shell, (-0.8, -0.5, 0), (0.8, 0.5, 2.3), 0.05, iron, (0, -500, 0), index=HERO, keep="far iron soldier"
    )
    whole.pass_index = MACHINE
    return whole
