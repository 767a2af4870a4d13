"""The white suit: enamelled plates over a dark under-suit, no two alike, with what is left of it when it breaks.

Knows nothing of who wears it. In the proportions of people.head, like people.dress.
"""

import math

import numpy as np

from assets.programs.kit.build import DRESS, UNDERDRESS, Material, lathe, solid
from assets.programs.kit.shapes import Array, Field, capsule, cut, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import glow, worn
from assets.programs.people.head import points_of, tinted, tinted_skin

LOW, HIGH = (-3.1, -1.8, -6.9), (3.1, 1.8, -1.0)
WOUND = (-0.62, -3.75)
"""Where the fourth plate gives, in x and z."""


def _figure(p: Array, thick: float) -> Array:
    """The wearer's trunk and arms, `thick` larger than he is."""
    q = mirrored(p)
    d = ellipsoid(q, (0, 0.12, -3.05), (1.34, 0.86, 1.20))
    d = union(d, ellipsoid(q, (0.55, -0.28, -2.95), (0.66, 0.52, 0.62)), 0.25)
    d = union(d, capsule(q, (0.42, 0.24, -2.10), (1.40, 0.18, -2.50), 0.36, 0.42), 0.25)
    d = union(d, capsule(q, (0, 0.14, -3.8), (0, 0.10, -5.0), 0.98, 0.86), 0.4)
    d = union(d, capsule(q, (0, 0.10, -5.2), (0, 0.10, -8.4), 0.92, 1.20), 0.4)
    for side, hand in ((1, (1.42, -0.74)), (-1, (1.76, 0.02))):
        arm = capsule(p, (side * 1.58, 0.18, -2.75), (side * 1.72, 0.16, -4.9), 0.42, 0.36)
        fore = capsule(p, (side * 1.72, 0.16, -5.0), (side * hand[0], hand[1], -7.4), 0.40, 0.34)
        d = union(d, union(arm, fore, 0.05), 0.06)
    return d - thick


def _seams(p: Array) -> Array:
    """How far the nearest seam between two plates is; the plates overlap downwards like slates."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    out, front = np.abs(x), y < 0.35
    trunk = out < 1.42
    lines = [np.where(trunk & (z < -3.75) & (z > -4.9), np.abs(x - 0.10), 9.0)]
    for height, slope, bow in ((-3.72, 0.40, 0.0), (-4.38, 0.26, 0.0), (-5.30, 0.10, 0.2)):
        wave = height + slope * np.maximum(out - 0.18, 0) - bow * x * x
        lines.append(np.where(trunk, np.abs(z - wave), 9.0))
    lines.append(np.where(trunk & front & (z > -3.6), np.abs(x - 0.10 - 0.18 * (z + 2.0)), 9.0))
    lines.append(np.where(trunk & front & (z > -3.1), np.abs(out - 0.98 - 0.35 * (z + 2.6)), 9.0))
    lines.append(np.where(trunk & (z < -3.7), np.abs(out - 1.02 + 0.10 * (z + 4)), 9.0))
    lines += [np.where(~trunk, np.abs(z - height + 0.30 * (out - 1.6)), 9.0) for height in (-3.92, -5.85)]
    bands = [
        np.where(~trunk, np.abs(z + 4.88) - 0.20, 9.0),
        np.where(trunk, np.abs(z + 4.98 + 0.1 * x * x) - 0.13, 9.0),
    ]
    lines += [np.maximum(band, 0.0) for band in bands]  # elbows and waist are only the lining
    return np.minimum.reduce(lines)


def _wound(turn: Array) -> Array:
    """How far the hole reaches that way."""
    return (
        0.30
        + 0.07 * np.sin(2 * turn + 1)
        + 0.05 * np.sin(3 * turn)
        + 0.03 * np.sin(8 * turn)
        + 0.02 * np.sin(13 * turn)
    )


def _cracked(p: Array) -> Array:
    """How far the nearest crack is, that runs out from the wound."""
    x, z = p[..., 0] - WOUND[0], p[..., 2] - WOUND[1]
    far, round_ = np.hypot(x, z), np.arctan2(z, x)
    jag = round_ + 0.22 * np.sin(far * 9) + 0.10 * np.sin(far * 23)
    rays = [np.abs(np.sin((jag - a) / 2)) * 2 * far + 0.028 * far / long for a, long in
            ((0.4, 1.6), (1.5, 0.8), (2.5, 0.7), (3.6, 0.9), (4.5, 1.5), (5.4, 1.1))]  # fmt: skip
    return np.where(p[..., 1] < 0.3, np.minimum.reduce(rays) + 0.03 * np.clip(far - 1.5, 0, 9), 9.0)


def suit(broken: bool = False) -> Field:
    """The suit on its wearer, a collar that stands to the jaw, pauldrons; `broken`: open at the fourth plate."""
    white = tinted_skin(0.34, 0.5, 0.0)
    dark = worn((0.022, 0.023, 0.026), 0.7, bump=0.3, grain=12)
    solid(lambda p: _figure(p, 0.0), LOW, HIGH, 0.045, dark, index=UNDERDRESS, keep="suit lining")
    if broken:
        _light_within()

    def plates(p: Array) -> Array:
        slate = 0.02 * (1 - np.clip(_seams(p) / 0.16, 0, 1))
        d = np.maximum(_figure(p, 0.12 - slate), -_figure(p, 0.02))
        d = cut(d, _seams(p) - 0.020, 0.016)
        if broken:
            d = cut(d, _cracked(p) - 0.030, 0.012)
            x, z = p[..., 0] - WOUND[0], p[..., 2] - WOUND[1]
            hole = _wound(np.arctan2(z, x)) - np.hypot(x, z * 1.2)
            d = np.maximum(d, np.where(p[..., 1] < 0.3, hole, -9))
        neck = capsule(p, (0, 0.22, -2.3), (0, 0.16, -0.8), 0.60, 0.66)
        return cut(d, neck, 0.05)

    shell = solid(plates, LOW, HIGH, 0.034, white, index=DRESS, keep=f"suit plates {broken}")
    tinted(shell, _enamel(points_of(shell), broken))
    bare = worn((0.50, 0.485, 0.45), 0.32, bump=0.05, grain=3.0, vary=0.12)
    _collar(bare, dark)
    _pauldrons(bare, dark, broken)
    return lambda p: _figure(p, 0.12)


def _enamel(points: Array, broken: bool) -> Array:
    """White, dulled by smoke towards the seams and the hem; `broken`: burnt about the wound."""
    drift = sum(np.sin(points @ np.random.default_rng(n).normal(0, 2.5 + n, 3) + n) for n in range(4)) / 4
    dirt = 0.30 * np.exp(-_seams(points) / 0.12) + 0.16 * np.clip((-3.4 - points[:, 2]) / 2.5, 0, 1) * (1 + drift)
    if broken:
        far = np.hypot(points[:, 0] - WOUND[0], points[:, 2] - WOUND[1])
        dirt = dirt + 0.22 + 0.75 * np.exp(-((far / 0.75) ** 2)) * (1 + 0.4 * drift) + 0.2 * np.clip(drift, 0, 1)
    dirt = np.clip(dirt, 0, 0.93)[:, None]
    return np.array((0.56, 0.545, 0.505)) * (1 - dirt) + np.array((0.035, 0.032, 0.030)) * dirt


def _collar(white: Material, dark: Material) -> None:
    def ring(p: Array, radius: float, thick: float, top: float) -> Array:
        x, y, z = p[..., 0], p[..., 1] - 0.24, p[..., 2]
        r = np.sqrt(x**2 + y**2)
        back = top + 0.42 * np.clip(y + 0.1, -0.4, 0.8) - 0.16 * np.exp(-((x / 0.22) ** 2)) * (y < 0)
        d = np.maximum(np.abs(r - radius - 0.10 * (z + 1.9)) - thick, np.maximum(z - back, -2.45 - z))
        gap = np.abs(np.arctan2(x, -y) - 0.62) * r - 0.016
        return np.maximum(d, -np.maximum(gap, y))

    low, high = (-1.4, -1.3, -2.6), (1.4, 1.6, -0.6)
    solid(lambda p: ring(p, 0.70, 0.07, -1.46), low, high, 0.026, white, index=DRESS, keep="gorget")
    solid(lambda p: ring(p, 0.57, 0.04, -1.38), low, high, 0.026, dark, index=UNDERDRESS, keep="gorget lining")


def _pauldrons(white: Material, dark: Material, broken: bool) -> None:
    def shell(p: Array, side: int) -> Array:
        s = np.stack([p[..., 0] * side, p[..., 1], p[..., 2]], -1)
        d = None
        for n, (out, down, size) in enumerate(((1.50, -2.62, 0.74), (1.64, -3.16, 0.58))):
            cap = ellipsoid(s, (out, 0.18, down), (size, size * 1.02, size * 0.86))
            cap = np.maximum(np.abs(cap) - 0.032, down - 0.22 - 0.10 * n + 0.40 * (s[..., 0] - out) - s[..., 2])
            cap = np.maximum(cap, out - 0.42 - s[..., 0])
            d = cap if d is None else np.minimum(d, cap)
        return d

    for side in (1, -1):
        if broken and side == 1:
            continue  # torn away
        edge = sorted((side * 0.8, side * 2.6))
        solid(lambda p, side=side: shell(p, side), (edge[0], -0.8, -4.2), (edge[1], 1.2, -1.6), 0.028, white,
              index=DRESS, keep=f"pauldron {side}")  # fmt: skip
        at = (side * 1.02, -0.50, -2.30)
        lathe(
            ((0, 0), (0.10, 0), (0.10, 0.05), (0.05, 0.07), (0, 0.06)),
            dark,
            at,
            (math.pi / 2, 0, 0),
            sides=20,
            index=DRESS,
        )


def _light_within() -> None:
    """What the suit held in: pale light at the wound and along the cracks."""

    def core(p: Array) -> Array:
        near = np.minimum(np.hypot(p[..., 0] - WOUND[0], p[..., 2] - WOUND[1]) - 0.44, _cracked(p) - 0.05)
        reach = np.hypot(p[..., 0] - WOUND[0], p[..., 2] - WOUND[1]) - 1.7
        return np.maximum(np.maximum(_figure(p, 0.02), np.maximum(near, reach)), p[..., 1] - 0.2)

    solid(core, LOW, HIGH, 0.034, glow((1.0, 0.42, 0.14), 0.9), index=DRESS, keep="suit light")
