"""Coats, collars, shirts, shawls, spectacles and hats, in the proportions of people.head.

Knows nothing of who wears them. Dress hangs from z = -1.5; `shoulders` scales its breadth.
"""

import math

import numpy as np

from assets.programs.kit.build import DRESS, MACHINE, UNDERDRESS, Material, lathe, solid, tube
from assets.programs.kit.shapes import Array, Field, capsule, cut, ellipsoid, mirrored, union

LOW, HIGH = (-3.1, -1.7, -6.9), (3.1, 1.7, -1.0)


def drape(p: Array) -> Array:
    """How far cloth stands off the body: pulls from the shoulders, folds at the armpits, creases at the elbows."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    out = np.abs(x)
    warp = 0.9 * np.sin(1.3 * z + 2.1 * x) + 0.7 * np.sin(2.3 * z - 1.7 * x + 1.0)
    down = np.clip((-2.5 - z) / 1.2, 0, 1)
    pull = 0.040 * (1 - 2 * np.abs(np.sin(1.5 * z + 1.9 * x + warp))) * down
    arm = np.exp(-(((z + 4.9) / 0.55) ** 2)) * np.clip((out - 1.0) / 0.3, 0, 1)
    crease = 0.034 * np.sin((z + 0.5 * out) * 9.5 + 1.3 * np.sin(2.2 * y + x)) * arm
    far = np.hypot(out - 1.45, z + 3.05)
    ring = np.clip((far - 0.25) / 0.3, 0, 1) * np.exp(-((far / 0.85) ** 2))
    pit = 0.050 * np.sin(np.arctan2(z + 3.05, out - 1.45) * 7 + 1.6 * x) * ring * np.clip(0.4 - y, 0, 1)
    return pull + crease + pit


def _body(shoulders: float, slope: float, girth: float) -> Field:
    def shape(p: Array) -> Array:
        q = mirrored(p)
        s = shoulders
        d = ellipsoid(q, (0, 0.16, -3.25), (1.30 * s, 0.80 * girth, 1.45))
        d = union(d, capsule(q, (0.50, 0.24, -2.05), (1.42 * s, 0.18, -2.42 - slope), 0.40, 0.45), 0.30)
        d = union(d, capsule(q, (0, 0.16, -3.6), (0, 0.10, -8.4), 1.04 * girth, 1.34 * girth), 0.5)
        reach = 1.46 * s + 0.12 * girth
        for side, elbow, hand in ((1, (0.02, 0.02), (-0.34, -0.72)), (-1, (-0.02, 0.20), (-0.10, -0.10))):
            bend = (side * (reach + elbow[0]), elbow[1], -4.9)
            arm = capsule(p, (side * 1.48 * s, 0.18, -2.62 - slope), bend, 0.46, 0.40)
            arm = union(arm, capsule(p, bend, (side * (reach + hand[0]), hand[1], -7.4), 0.40, 0.34), 0.1)
            d = union(d, arm, 0.14)
        return d + drape(p)

    return shape


def coat(
    material: Material,
    shoulders: float = 1.0,
    slope: float = 0.12,
    girth: float = 1.0,
    opening: float = 0.0,
    lapel: Material | None = None,
    low: float = -4.6,
) -> Field:
    """A coat; `opening` > 0 cuts a V that wide at the neck, down to z = `low`, with lapels of their own material."""
    body = _body(shoulders, slope, girth)

    def vee(p: Array) -> Array:
        x, z = np.abs(p[..., 0]), p[..., 2]
        return np.maximum((x - opening * np.clip((z - low) / (-2.0 - low), 0, 1.25)) * 0.9, p[..., 1] - 0.2)

    def shape(p: Array) -> Array:
        d = body(p)
        hole = capsule(mirrored(p), (0, 0.22, -2.1), (0, 0.16, -0.8), 0.62, 0.66)
        d = cut(d, hole, 0.08)
        if opening:
            d = np.maximum(d, -np.maximum(vee(p), -0.30 - d))
        else:
            d = np.maximum(d, -np.maximum(np.abs(p[..., 0] - 0.05) - 0.014, np.maximum(-0.05 - d, p[..., 1])))
        return d

    solid(shape, LOW, HIGH, 0.042, material, index=DRESS, keep=f"coat {shoulders} {slope} {girth} {opening} {low}")
    if opening:

        def flap(p: Array) -> Array:
            x, z = np.abs(p[..., 0]), p[..., 2]
            wide = (0.30 + 0.16 * np.clip((z + 3.4) / 1.2, -1, 1)) * np.clip((z - low) / 0.9, 0.02, 1)
            notch = np.maximum(np.abs(z + 2.72 - 0.35 * (x - 0.7)) - 0.035, 0.62 - x)
            d = np.maximum(np.maximum(body(p) - 0.055, np.abs(vee(p) - wide / 2) - wide / 2), low - z)
            return np.maximum(np.maximum(np.maximum(d, -notch), z + 2.02), p[..., 1] - 0.12)

        solid(
            flap,
            (-1.6, -1.7, -5.2),
            (1.6, 0.4, -1.5),
            0.030,
            lapel or material,
            index=DRESS,
            keep=f"lapels {shoulders} {slope} {girth} {opening} {low}",
        )
    return body


def stand_collar(
    material: Material,
    height: float = 0.55,
    flare: float = 0.10,
    gap: float = 0.16,
    radius: float = 0.60,
    centre: float = 0.22,
) -> None:
    """A collar that stands round the neck, open in front by `gap`."""
    top = -2.0 + height

    def shape(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1] - centre, p[..., 2]
        r = np.sqrt(x**2 + y**2)
        d = np.maximum(
            np.abs(r - (radius + flare * (z + 2.0) / height + 0.02 * np.sin(np.arctan2(x, y) * 5))) - 0.045,
            np.maximum(z - top - 0.10 * np.clip(y, -1, 1), -2.35 - z),
        )
        front = np.maximum(np.abs(x) - gap * (0.35 + 0.65 * np.clip((z + 2.1) / height, 0, 1.2)), y)
        return np.maximum(d, -front)

    solid(
        shape,
        (-1.3, -1.3, -2.4),
        (1.3, 1.5, -0.7),
        0.026,
        material,
        index=DRESS,
        keep=f"collar {height} {flare} {gap} {radius} {centre}",
    )


def shirt(material: Material, tie: Material | None = None) -> None:
    """A shirt front with a turned-down collar, and a tie."""
    body = _body(0.9, 0.12, 0.94)

    def shape(p: Array) -> Array:
        return np.maximum(np.maximum(body(p) + 0.03, np.abs(p[..., 0]) - 0.95), p[..., 2] + 1.95)

    solid(shape, (-1.1, -1.5, -6.5), (1.1, 0.4, -1.6), 0.04, material, index=UNDERDRESS, keep="shirt")

    def turned(p: Array) -> Array:
        x, y, z = np.abs(p[..., 0]), p[..., 1] - 0.22, p[..., 2]
        r = np.sqrt(x**2 + y**2)
        d = np.abs(r - 0.53 - 0.16 * np.clip(-1.62 - z, 0, 1)) - 0.035
        point = -1.72 - 0.42 * np.clip(-y, 0, 0.6) * 1.25 + 0.55 * np.clip(x - 0.30, 0, 1)
        d = np.maximum(np.maximum(d, z + 1.56 - 0.16 * y), point - z)
        return np.maximum(
            d, np.maximum(-x + 0.035 + 0.32 * np.clip(-1.62 - z, 0, 1), y * 0 - 1) * (y < 0) - 9 * (y >= 0)
        )

    solid(turned, (-0.95, -1.0, -2.4), (0.95, 1.1, -1.2), 0.022, material, index=UNDERDRESS, keep="shirt collar")
    if tie is not None:

        def knot(p: Array) -> Array:
            q = mirrored(p)
            d = ellipsoid(q, (0, -0.47, -1.96), (0.115, 0.10, 0.14))
            front = np.maximum(
                body(p) - 0.03, np.abs(p[..., 0]) - 0.13 - 0.10 * np.clip((-2.1 - p[..., 2]) / 2.5, 0, 1)
            )
            return union(d, np.maximum(front, p[..., 2] + 2.05), 0.03)

        solid(knot, (-0.5, -1.5, -6.5), (0.5, 0.2, -1.7), 0.024, tie, index=DRESS, keep="tie")


def buttons(body: Field, material: Material, heights: tuple[float, ...], x: float = -0.10) -> None:
    """Round buttons down the front of a coat."""
    for z in heights:
        ys = np.linspace(-1.6, 0, 300)
        inside = body(np.stack([np.full(300, x), ys, np.full(300, z)], -1)) < 0
        lathe(
            ((0, 0), (0.085, 0), (0.085, 0.03), (0.05, 0.05), (0, 0.04)),
            material,
            (x, float(ys[np.argmax(inside)]) + 0.01, z),
            (math.pi / 2, 0, 0),
            sides=18,
            index=DRESS,
        )


def shawl(material: Material, edge: Material | None = None) -> None:
    """A wool shawl over the shoulders, crossed on the breast, in deep folds."""

    def folds(p: Array, d: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        a = np.arctan2(x, 0.3 - y)
        down = np.clip((-1.9 - z) / 1.6, 0, 1)
        deep = 0.085 * np.sin(a * 8 + 0.9 * np.sin(z * 1.2) + 1.3 * z) + 0.045 * np.sin(a * 17 + z * 2.3 + 1)
        return d + down * deep + 0.012 * np.sin(z * 9 + 3 * a)

    def outer(p: Array) -> Array:
        q = mirrored(p)
        d = ellipsoid(q, (0, 0.26, -3.05), (1.62, 1.02, 1.5))
        d = union(d, capsule(q, (0.35, 0.3, -2.0), (1.25, 0.24, -2.62), 0.50, 0.55), 0.35)
        d = union(d, capsule(q, (0.4, 0.2, -3.6), (0.95, 0.1, -8.4), 1.2, 1.4), 0.5)
        return folds(p, d)

    def vee(p: Array) -> Array:
        x, z = p[..., 0], p[..., 2]
        return np.maximum(np.abs(x + 0.10 * (z + 2)) - 0.62 * np.clip((z + 3.7) / 1.6, 0, 1.15), p[..., 1] - 0.1)

    def shape(p: Array) -> Array:
        d = cut(outer(p), capsule(mirrored(p), (0, 0.28, -2.3), (0, 0.18, -0.8), 0.66, 0.80), 0.12)
        d = np.maximum(d, -np.maximum(vee(p), -0.75 - d))
        lap = np.maximum(np.abs(p[..., 0] + 0.10 * (p[..., 2] + 2.0)) - 0.034, np.maximum(-0.07 - d, p[..., 1]))
        return np.maximum(d, -np.maximum(lap, p[..., 2] + 3.66))

    solid(shape, (-2.9, -1.8, -8.1), (2.9, 1.9, -1.2), 0.036, material, index=DRESS, keep="shawl")
    if edge is not None:
        solid(
            lambda p: np.maximum(np.maximum(outer(p) - 0.02, np.abs(vee(p) - 0.06) - 0.035), p[..., 2] + 1.95),
            (-1.2, -1.6, -4.2),
            (1.2, 0.2, -1.6),
            0.022,
            edge,
            index=DRESS,
            keep="shawl edge",
        )


def scarf(material: Material, turns: int = 2, tail: bool = True, out: float = 0.56) -> None:
    """A scarf wound round the neck at radius `out`, one end down the front."""

    def shape(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        r, a = np.sqrt(x**2 + (y - 0.18) ** 2), np.arctan2(x, 0.18 - y)
        d = None
        for i in range(turns):
            high, wide, thick, lean = -1.60 - 0.25 * i, out + 0.12 * i, 0.15 + 0.02 * i, 0.10 * (-1) ** i
            ring = np.sqrt((r - wide) ** 2 + ((z - high - lean * np.sin(a + i) - 0.05 * np.sin(3 * a + i)) * 0.8) ** 2)
            ring = ring - thick + 0.024 * np.sin(a * 9 + z * 22 + i)
            d = ring if d is None else union(d, ring, 0.03)
        if tail:
            end = capsule(p, (0.22, -0.62, -1.95), (0.42, -1.0, -4.1), 0.17, 0.24) + 0.03 * np.sin(x * 26 + z * 2)
            d = union(d, end, 0.06)
        return d

    solid(shape, (-1.3, -1.5, -4.5), (1.3, 1.5, -1.1), 0.026, material, index=DRESS, keep=f"scarf {turns} {tail} {out}")


def spectacles(metal: Material) -> None:
    """Round wire spectacles, low on the nose."""
    for side in (-1, 1):
        ring = [
            (
                side * 0.335 + 0.225 * math.cos(t),
                -0.955 + 0.20 * abs(math.cos(t)) * (side * math.cos(t) > 0) * 0.5,
                -0.03 + 0.215 * math.sin(t),
            )
            for t in np.linspace(0, 2 * math.pi, 41)
        ]
        tube(ring, 0.013, metal, 8, MACHINE)
        tube([(side * 0.56, -0.87, 0.0), (side * 0.72, -0.5, 0.03), (side * 0.80, 0.05, 0.0)], 0.012, metal, 6, MACHINE)
    tube([(-0.11, -0.96, 0.0), (-0.05, -1.0, 0.05), (0.05, -1.0, 0.05), (0.11, -0.96, 0.0)], 0.013, metal, 8, MACHINE)


def hat(material: Material, band: Material, tilt: float = 0.08) -> None:
    """A felt hat, its brim low over the eyes."""

    def shape(p: Array) -> Array:
        x, y = p[..., 0], p[..., 1] - 0.08
        z = p[..., 2] - 0.50 - tilt * y
        crown = ellipsoid(np.stack([x, y, z], -1), (0, 0.02, 0.22), (0.84, 1.06, 0.78))
        dent = ellipsoid(np.stack([x, y, z], -1), (0, 0.0, 1.08), (0.22, 0.75, 0.30))
        pinch = ellipsoid(np.stack([np.abs(x), y, z], -1), (0.66, -0.85, 0.80), (0.26, 0.30, 0.36))
        crown = np.maximum(cut(cut(crown, dent, 0.16), pinch, 0.2), -z)
        r = np.sqrt((x / 1.0) ** 2 + (y / 1.16) ** 2)
        brim = np.maximum(
            np.abs(z - 0.02 - 0.14 * np.clip(np.abs(x) - 0.7, 0, 1) ** 1.5 + 0.10 * np.clip(-y - 0.9, 0, 1)) - 0.028,
            r - 1.34,
        )
        inside = ellipsoid(np.stack([x, y, z], -1), (0, 0.02, 0.12), (0.76, 0.98, 0.66))
        return np.maximum(union(crown, brim, 0.06), -inside)

    solid(shape, (-1.6, -1.8, 0.1), (1.6, 1.9, 1.8), 0.028, material, index=MACHINE, keep=f"hat {tilt}")
    rim = [
        (0.865 * math.sin(t), 0.10 - 1.09 * math.cos(t), 0.64 + tilt * (0.02 - 1.09 * math.cos(t)))
        for t in np.linspace(0, 2 * math.pi, 49)
    ]
    tube(rim, 0.055, band, 8, MACHINE)
