"""A white armoured hand, open, its palm up: plates on joints, laid flat, fingers a little bent.

Knows nothing of where it lies.
"""

import itertools

import numpy as np

from assets.programs.kit.build import HERO, Material, Thing, box, joined, lathe, solid
from assets.programs.kit.shapes import Array, block, capsule, ellipsoid, union

FINGERS = ((-0.36, 0.02, 0.62), (-0.13, 0.10, 0.74), (0.11, 0.08, 0.70), (0.33, -0.02, 0.54))


def gauntlet(white: Material, seam: Material, side: int = 1) -> Thing:
    """A right hand (`side` 1) or a left one, two units from cuff to fingertip, its fingers towards +y, palm +z."""

    def palm(p: Array) -> Array:
        d = block(p, (0, -0.42, 0.16), (0.46, 0.46, 0.15), 0.13)
        d = union(d, ellipsoid(p, (-0.30, -0.55, 0.27), (0.20, 0.32, 0.13)), 0.08)
        d = union(d, ellipsoid(p, (0.30, -0.58, 0.25), (0.16, 0.34, 0.12)), 0.08)
        return -union(-d, ellipsoid(p, (0.0, -0.40, 0.42), (0.24, 0.34, 0.16)), 0.10)

    parts = [solid(palm, (-0.8, -1.2, -0.2), (0.8, 0.3, 0.7), 0.025, white, index=HERO)]
    for x, y, long in FINGERS:
        spots = [np.array((x, y, 0.16))]
        for share, lift in ((0.42, 0.02), (0.32, 0.15), (0.26, 0.13)):
            spots.append(spots[-1] + np.array((x * 0.16 * share, long * share * 1.25, lift)))
        for n in range(3):
            a, b = spots[n] + (spots[n + 1] - spots[n]) * 0.10, spots[n + 1]
            radius = 0.108 - 0.012 * n

            def bone(p: Array, a: Array = a, b: Array = b, radius: float = radius) -> Array:
                return capsule(p, a, b - (b - a) * 0.18, radius, radius * 0.9)

            low, high = np.minimum(a, b) - 0.2, np.maximum(a, b) + 0.2
            parts.append(solid(bone, low, high, 0.02, white, index=HERO))
            parts.append(
                lathe(
                    ((0.085 - 0.01 * n, -0.06), (0.085 - 0.01 * n, 0.06)),
                    seam,
                    tuple(spots[n]),
                    (1.57, 0, 0),
                    sides=12,
                    index=HERO,
                )
            )
    thumb = [np.array(s) for s in ((-0.44, -0.50, 0.20), (-0.70, -0.18, 0.26), (-0.80, 0.12, 0.34))]
    for a, b in itertools.pairwise(thumb):

        def knuckle(p: Array, a: Array = a, b: Array = b) -> Array:
            return capsule(p, a, a + (b - a) * 0.84, 0.125, 0.10)

        parts.append(solid(knuckle, np.minimum(a, b) - 0.2, np.maximum(a, b) + 0.2, 0.02, white, index=HERO))
    cuff = ((0.40, 0), (0.44, 0.06), (0.50, 0.75), (0.47, 0.80), (0.42, 0.7))
    parts.append(lathe(cuff, white, (0, -0.86, 0.20), (1.57, 0, 0), (1.05, 0.62, 1), 28, index=HERO))
    parts.append(
        lathe(((0.38, -0.08), (0.38, 0.1)), seam, (0, -0.84, 0.20), (1.57, 0, 0), (1.05, 0.62, 1), 24, index=HERO)
    )
    parts.append(box((0.30, 0.16, 0.05), (0, -1.2, 0.49), white, bevel=0.015, index=HERO))
    whole = joined(parts)
    whole.location, whole.pass_index, whole.scale = (0, -500, 0), HERO, (side, 1, 1)
    return whole
