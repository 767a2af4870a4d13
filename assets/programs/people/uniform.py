"""What is worn over a coat: straps, braces, holster, a blanket, shoulder boards, caps, and a badge that is nobody's.

Knows nothing of who wears them. In the proportions of people.head, laid on the coats of people.dress.
"""

import math

import numpy as np

from assets.programs.kit.build import DRESS, MACHINE, Material, box, solid, tube
from assets.programs.kit.shapes import Array, Field, ellipsoid, mirrored, union


def strap(body: Field, material: Material, width: float = 0.12) -> None:
    """A leather strap over the shoulder across the breast of the coat `body`."""

    def shape(p: Array) -> Array:
        across = np.abs((p[..., 0] - 0.85) * 0.82 - (p[..., 2] + 2.4) * 0.57) - width
        return np.maximum(np.abs(body(p) - 0.03) - 0.035, across)

    solid(shape, (-2.2, -1.7, -6.9), (2.0, 1.4, -1.7), 0.032, material, index=DRESS)


def shoulder_boards(body: Field, material: Material, shoulders: float = 1.0) -> None:
    """Stiff boards along the shoulders of the coat `body`."""

    def shape(p: Array) -> Array:
        q = mirrored(p)
        x, y = q[..., 0], p[..., 1] - 0.20
        board = np.maximum(np.abs(y) - 0.26, np.abs(x - 1.12 * shoulders) - 0.46 * shoulders)
        return np.maximum(np.maximum(np.abs(body(p) - 0.05) - 0.045, board), -2.9 - p[..., 2])

    solid(shape, (-2.2, -0.4, -3.0), (2.2, 0.8, -1.4), 0.026, material, index=DRESS)


def broken_ring(body: Field, material: Material, at: tuple[float, float], size: float = 0.16) -> None:
    """The Federation's badge, which is nobody's: a ring that does not close, flat on the coat `body` at x and z."""
    ys, path = np.linspace(-1.7, 0.6, 400), []
    for t in np.linspace(0.6, 2 * math.pi - 0.2, 28):
        x, z = at[0] + size * math.sin(t), at[1] + size * math.cos(t)
        inside = body(np.stack([np.full(400, x), ys, np.full(400, z)], -1)) < 0
        path.append((x, float(ys[np.argmax(inside)]) - 0.012, z))
    tube(path, 0.026, material, 8, DRESS)


def peaked_cap(material: Material, peak: Material, band: Material) -> None:
    """An officer's cap with a wide crown and a peak that shades the eyes."""

    def crown(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1] - 0.08, p[..., 2] - 0.50 + 0.10 * (p[..., 1] + 0.9)
        low = np.maximum(
            ellipsoid(np.stack([x, y, z * 0.2], -1), (0, 0.02, 0), (0.87, 1.10, 0.9)), np.abs(z - 0.14) - 0.17
        )
        lift = 0.10 * np.clip(-y, -0.4, 1)
        top = ellipsoid(np.stack([x, y, z - lift], -1), (0, 0.02, 0.36), (1.02, 1.24, 0.20))
        return union(low, np.maximum(top, 0.22 - z), 0.12)

    solid(crown, (-1.4, -1.6, 0.1), (1.4, 1.7, 1.8), 0.028, material, index=MACHINE, keep="cap")

    def ring(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1] - 0.08, p[..., 2] - 0.50 + 0.10 * (p[..., 1] + 0.9)
        wall = ellipsoid(np.stack([x, y, z * 0.2], -1), (0, 0.02, 0), (0.885, 1.115, 0.9))
        return np.maximum(np.abs(wall) - 0.03, np.abs(z - 0.06) - 0.09)

    solid(ring, (-1.2, -1.4, 0.1), (1.2, 1.4, 1.2), 0.026, band, index=MACHINE, keep="cap band")

    def shade(p: Array) -> Array:
        x, y = p[..., 0], p[..., 1] - 0.08
        z = p[..., 2] - 0.44 + 0.10 * (p[..., 1] + 0.9) + 0.55 * np.clip(-y - 0.85, -0.3, 1) + 0.20 * x * x
        reach = np.sqrt((x / 0.86) ** 2 + (np.minimum(y, 0) / 1.44) ** 2) - 1
        return np.maximum(np.maximum(np.abs(z) - 0.030, reach * 0.8), y + 0.45)

    solid(shade, (-1.1, -1.7, -0.3), (1.1, 0.2, 0.9), 0.024, peak, index=MACHINE, keep="cap peak")


def field_cap(material: Material, peak: Material) -> None:
    """A soldier's soft cap, pressed out of shape, its short peak low over the brow."""

    def crown(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1] - 0.10, p[..., 2] - 0.46 + 0.14 * (p[..., 1] + 0.9)
        sag = 0.05 * np.sin(3 * x + 1) + 0.04 * np.sin(4 * y) + 0.12 * np.clip(y, -0.5, 0.8)
        wall = ellipsoid(np.stack([x, y, z * 0.25], -1), (0, 0.02, 0), (0.90, 1.12, 0.9))
        body = np.maximum(wall - 0.02 * np.sin(np.arctan2(x, y) * 9), np.abs(z - 0.20) - 0.24 - sag)
        return union(body, ellipsoid(np.stack([x, y, z - sag], -1), (0, 0.04, 0.42), (0.86, 1.08, 0.14)), 0.10)

    solid(crown, (-1.3, -1.5, 0.0), (1.3, 1.7, 1.6), 0.028, material, index=MACHINE, keep="field cap")

    def shade(p: Array) -> Array:
        x, y = p[..., 0], p[..., 1] - 0.08
        z = p[..., 2] - 0.40 + 0.14 * (p[..., 1] + 0.9) + 0.45 * np.clip(-y - 0.85, -0.3, 1) + 0.22 * x * x
        reach = np.sqrt((x / 0.80) ** 2 + (np.minimum(y, 0) / 1.34) ** 2) - 1
        return np.maximum(np.maximum(np.abs(z) - 0.032, reach * 0.8), y + 0.45)

    solid(shade, (-1.1, -1.7, -0.3), (1.1, 0.2, 0.9), 0.024, peak, index=MACHINE, keep="field cap peak")


def roll(body: Field, material: Material) -> None:
    """A rolled blanket worn over one shoulder, across the coat `body` to the other hip."""

    def shape(p: Array) -> Array:
        across = (p[..., 0] + 0.80) * 0.84 + (p[..., 2] + 2.2) * 0.54
        along = (p[..., 0] + 0.80) * 0.54 - (p[..., 2] + 2.2) * 0.84
        fold = 0.03 * np.sin(along * 5 + 3 * np.sin(across * 4)) + 0.02 * np.sin(along * 13)
        return (np.hypot(across, body(p) - 0.13) - 0.27 - fold) * 0.9

    solid(shape, (-2.2, -2.0, -6.9), (2.4, 1.6, -1.3), 0.034, material, index=DRESS, keep="roll")


def braces(body: Field, material: Material) -> None:
    """Two braces over the shoulders, a little askew, on the shirt `body`."""

    def shape(p: Array) -> Array:
        x, z = p[..., 0], p[..., 2]
        lean = 0.10 * np.clip(-2.2 - z, 0, 4)
        left, right = np.abs(x - 0.82 + lean * 0.9), np.abs(x + 0.90 - lean * 1.1)
        return np.maximum(np.maximum(np.abs(body(p) - 0.03) - 0.032, np.minimum(left, right) - 0.12), z + 1.7)

    solid(shape, (-1.3, -1.7, -6.9), (1.3, 1.4, -1.7), 0.028, material, index=DRESS)


def holster(body: Field, leather: Material, steel: Material) -> None:
    """A pistol in a holster on the breast of the coat `body`, slung from the strap."""
    ys = np.linspace(-1.9, 0.2, 400)
    x, z = -0.30, -4.05
    inside = body(np.stack([np.full(400, x), ys, np.full(400, z)], -1)) < 0
    y = float(ys[np.argmax(inside)]) - 0.10
    turn = (0.0, 0.95, 0.0)
    box((0.42, 0.20, 1.05), (x, y, z), leather, turn, 0.06, index=DRESS)
    box((0.46, 0.24, 0.34), (x - 0.24, y - 0.02, z + 0.17), leather, turn, 0.06, index=DRESS)
    tube([(x - 0.40, y - 0.06, z + 0.26), (x - 0.62, y - 0.10, z + 0.50), (x - 0.60, y - 0.10, z + 0.78)],
         [0.10, 0.115, 0.10], steel, 10, DRESS)  # fmt: skip
