"""The guardian: a robed stone figure with a helmeted head, its face worn to calm, its hands laid together.

Knows nothing of where it stands.
"""

import numpy as np

from assets.programs.kit.build import HERO, Material, Thing, box, joined, solid
from assets.programs.kit.shapes import Array, block, capsule, cut, ellipsoid, mirrored, union

TALL = 3.4
"""How tall it is, in metres, without its foot stone."""


def figure(p: Array) -> Array:
    """The whole of it as one field, facing -y, from the hem at 0 to the helmet's ridge at TALL."""
    q = mirrored(p)
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    a = np.arctan2(x, 0.1 - y)
    folds = 0.045 * np.sin(a * 9 + 0.5 * np.sin(z * 1.7)) + 0.022 * np.sin(a * 19 + z * 1.1)
    robe = capsule(q, (0, 0.04, -0.2), (0, 0, 2.0), 0.66, 0.40)
    robe = np.maximum((robe + folds * np.clip(2.3 - z, 0, 1)) * 0.85, -z)
    d = union(robe, ellipsoid(q, (0.24, 0, 2.20), (0.42, 0.32, 0.36)), 0.22)
    arm = capsule(q, (0.60, 0.0, 2.20), (0.58, -0.22, 1.52), 0.20, 0.19)
    arm = union(arm, capsule(q, (0.58, -0.22, 1.52), (0.10, -0.50, 1.66), 0.19, 0.11), 0.08)
    sleeve = np.maximum(capsule(q, (0.52, -0.26, 1.55), (0.42, -0.34, 0.95), 0.17, 0.20), 0.95 - z)
    d = union(d, union(arm, sleeve, 0.08), 0.05)
    d = union(d, ellipsoid(q, (0.05, -0.54, 1.70), (0.12, 0.09, 0.15)), 0.05)
    d = union(d, capsule(q, (0, 0, 2.4), (0, -0.02, 2.75), 0.20, 0.19), 0.10)
    return union(d, _head(p, q), 0.04)


def _head(p: Array, q: Array) -> Array:
    """A bowl with a ridge and cheek guards; under it a long calm face with lids that are down."""
    face = ellipsoid(q, (0, -0.08, 2.92), (0.205, 0.235, 0.34))
    face = union(face, capsule(q, (0, -0.30, 3.00), (0, -0.345, 2.86), 0.022, 0.042), 0.05)
    face = union(face, capsule(q, (0.03, -0.29, 3.045), (0.15, -0.235, 3.035), 0.026), 0.03)
    face = cut(face, ellipsoid(q, (0.088, -0.31, 2.985), (0.062, 0.05, 0.032)), 0.03)
    face = union(face, ellipsoid(q, (0.088, -0.265, 2.975), (0.055, 0.035, 0.028)), 0.008)
    face = cut(face, capsule(q, (0, -0.315, 2.765), (0.065, -0.29, 2.768), 0.012), 0.012)
    bowl = ellipsoid(q, (0, 0.02, 3.06), (0.285, 0.34, 0.36))
    open_ = block(q, (0, -0.42, 2.80), (0.165, 0.30, 0.30), 0.05)
    bowl = cut(np.maximum(bowl, 2.66 - p[..., 2]), open_, 0.02)
    neck = np.maximum(capsule(q, (0, 0.12, 2.55), (0, 0.10, 3.0), 0.37, 0.27), -p[..., 1] + 0.02)
    ridge = np.maximum(np.abs(ellipsoid(q, (0, 0.02, 3.06), (0.31, 0.40, 0.43))) - 0.05, np.abs(p[..., 0]) - 0.035)
    return union(face, union(union(bowl, neck, 0.05), np.maximum(ridge, 3.0 - p[..., 2]), 0.02), 0.01)


def statue(stone: Material, foot: Material, grid: float = 0.03, index: int = HERO) -> Thing:
    """The figure on its foot stone, parked behind the camera for `again`; it is 0.5 m taller with the stone."""
    body = solid(figure, (-1, -1, 0), (1, 1, 3.7), grid, stone, (0, 0, 0.5), index=index, keep=f"guardian {grid}")
    whole = joined([body, box((1.9, 1.7, 0.5), (0, 0, 0.25), foot, bevel=0.05, index=index)])
    whole.location, whole.pass_index = (0, -500, 0), index
    return whole
