"""What those who rose have found to wear: capes, hoods, fur; and the seam about the throat.

Knows nothing of who wears them. In the proportions of people.head, like people.dress.
"""

import math
import random

import numpy as np

from assets.programs.kit.build import DRESS, MACHINE, Material, solid, tube
from assets.programs.kit.shapes import Array, Field, capsule, cut, ellipsoid, mirrored, union
from assets.programs.people.head import surface


def seam(shape: Field, scar: Material, thread: Material, z: float = -1.42, stitches: int = 9) -> None:
    """A scar round the throat of the face `shape`, sewn up with single stitches."""

    def on_skin(x: float, height: float) -> tuple[float, float, float]:
        return x, surface(shape, x, height) - 0.004, height

    wave = [(x, z + 0.03 * math.sin(5 * x) - 0.10 * x * x) for x in np.linspace(-0.40, 0.40, 33)]
    tube([on_skin(x, height) for x, height in wave], 0.014, scar, 6, MACHINE)
    for k in range(stitches):
        x, height = wave[2 + k * 29 // stitches]
        lean, up = 0.02 * (-1) ** k, 0.055 + 0.012 * (k % 3)
        tube(
            [on_skin(x - lean, height - up), on_skin(x, height), on_skin(x + lean, height + up)],
            0.010,
            thread,
            6,
            MACHINE,
        )


def _cloak(breadth: float) -> Field:
    def shape(p: Array) -> Array:
        q = mirrored(p)
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        d = ellipsoid(q, (0, 0.24, -3.1), (1.62 * breadth, 0.98, 1.5))
        d = union(d, capsule(q, (0.45, 0.26, -2.10), (1.38 * breadth, 0.2, -2.62), 0.44, 0.50), 0.32)
        d = union(d, capsule(q, (0.55, 0.2, -3.5), (1.05 * breadth, 0.1, -8.4), 1.18, 1.42), 0.5)
        a = np.arctan2(x, 0.3 - y)
        deep = 0.10 * np.sin(a * 9 + 0.7 * np.sin(z * 1.1) + 0.4 * z) + 0.05 * np.sin(a * 19 + z * 1.6 + 1)
        return d + np.clip((-2.3 - z) / 1.8, 0, 1) * deep + 0.010 * np.sin(z * 9 + 3 * a)

    return shape


def cape(
    material: Material, breadth: float = 1.0, gap: float = 0.55, fold: Material | None = None, edge: float = -3.3
) -> None:
    """A cape open by `gap` at its foot; with `fold`, its upper part folded back double down to about z = `edge`."""
    outer = _cloak(breadth)

    def opening(p: Array) -> Array:
        x, z = p[..., 0] + 0.12, p[..., 2]
        return np.maximum(np.abs(x) - 0.30 - gap * np.clip((-2.2 - z) / 3.5, -0.1, 1.2), p[..., 1] - 0.1)

    def shape(p: Array) -> Array:
        d = cut(outer(p), capsule(mirrored(p), (0, 0.22, -2.4), (0, 0.16, -0.8), 0.74, 0.86), 0.1)
        return np.maximum(d, -np.maximum(opening(p), -0.7 - d))

    solid(shape, (-3.1, -1.9, -7.0), (3.1, 1.9, -1.2), 0.040, material, index=DRESS, keep=f"cape {breadth} {gap}")
    if fold is None:
        return

    def folded(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        a = np.arctan2(x, 0.3 - y)
        low = edge - 0.42 * x + 0.05 * np.sin(a * 11 + 1) + 0.10 * np.sin(a * 4)
        d = np.abs(outer(p) - 0.10 - 0.05 * np.sin(a * 6 + z)) - 0.05
        d = cut(d, capsule(mirrored(p), (0, 0.22, -2.4), (0, 0.16, -0.8), 0.70, 0.84), 0.08)
        return np.maximum(np.maximum(d, low - z), -(opening(p) - 0.10))

    solid(folded, (-3.1, -1.9, -5.0), (3.1, 1.9, -1.2), 0.036, fold, index=DRESS, keep=f"fold {breadth} {gap} {edge}")


def hood(material: Material, deep: float = 0.0) -> None:
    """A hood that turns with the head; `deep` draws its rim forward over the brow."""

    def outer(p: Array) -> Array:
        q = mirrored(p)
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        d = ellipsoid(q, (0, 0.20 - deep * 0.4, 0.30), (1.00, 1.16 + deep * 0.5, 1.06))
        d = union(d, capsule(q, (0, 0.30, 0.1), (0, 0.34, -1.9), 0.98, 0.98), 0.3)
        d = union(d, ellipsoid(q, (0, 1.05, 0.55), (0.45, 0.5, 0.5)), 0.4)
        a = np.arctan2(x, 0.3 - y)
        return d + 0.045 * np.sin(a * 7 + 2.2 * z + 0.8 * np.sin(2 * z)) + 0.02 * np.sin(a * 15 + 4 * z)

    def shape(p: Array) -> Array:
        q = mirrored(p)
        d = outer(p)
        inner = union(
            ellipsoid(q, (0, 0.16, 0.28), (0.90, 1.10, 0.96)), capsule(q, (0, 0.2, 0), (0, 0.25, -2.2), 0.86, 0.80), 0.2
        )
        face = ellipsoid(q, (0, -1.15 - deep, -0.22), (0.74, 1.0, 0.98))
        face = union(face, capsule(q, (0, -1.2 - deep, -1.0), (0.10, -1.4, -2.4), 0.50, 0.34), 0.25)
        return cut(np.maximum(d, -inner), face, 0.05)

    solid(shape, (-1.6, -1.7, -2.3), (1.6, 1.9, 1.6), 0.028, material, index=MACHINE, keep=f"hood {deep}")


def fur(material: Material, seed: int, count: int = 420, radius: float = 0.78, height: float = -1.86) -> None:
    """A fur collar: tufts that stand out from a roll about the neck and break the outline."""
    rnd = random.Random(seed)
    for _ in range(count):
        turn, lift = rnd.uniform(-math.pi, math.pi), rnd.uniform(-0.9, 1.3)
        if abs(turn) < 0.22:
            continue
        out = np.array([math.sin(turn), -math.cos(turn), 0.0])
        drop = 0.55 * max(0.0, math.cos(turn)) ** 2
        root = out * (radius + 0.15 * math.cos(lift)) + np.array([0, 0.22, height - drop + 0.20 * math.sin(lift)])
        way = out * math.cos(lift) + np.array([rnd.uniform(-0.3, 0.3), rnd.uniform(-0.3, 0.3), math.sin(lift) - 0.25])
        long = rnd.uniform(0.22, 0.40)
        path = [root + way * long * t + np.array([0, 0, -0.16 * t * t]) for t in np.linspace(0, 1, 6)]
        tube(path, [0.055 * (1 - t) ** 0.7 + 0.003 for t in np.linspace(0, 1, 6)], material, 6, DRESS)
