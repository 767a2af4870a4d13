"""A rented room in the evening: washing, a table with an oil can and a rag, a hand on the door chain."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import DRESS, GLOW, GROUND, HERO, PEOPLE, box, lathe, sheet, solid, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, union
from assets.programs.kit.surfaces import cloth, glow, worn

FILES = {"first": "cards/ending_gun_she_kept"}
LOOKS = {
    "first": Look(
        exposure=1.6,
        haze=(0.08, 0.078, 0.07),
        haze_distance=16,
        haze_start=3,
        haze_most=0.35,
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.47, 0.53),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
        quiet=0.15,
    )
}
BACK = 5.2


def _she(at: Point) -> None:
    """From behind, at the door: a bun, a cardigan, one arm raised to the chain."""

    def body(p: Array) -> Array:
        d = capsule(p, (0, 0, 0.3), (0, 0, 1.12), 0.22, 0.17)
        d = np.maximum(
            d + 0.010 * np.sin(np.arctan2(p[..., 0], p[..., 1]) * 9) * np.clip(1.1 - p[..., 2], 0, 1), 0.25 - p[..., 2]
        )
        d = union(d, ellipsoid(p, (0, 0, 1.26), (0.21, 0.13, 0.17)), 0.1)
        d = union(d, capsule(p, (-0.18, 0, 1.34), (-0.24, -0.02, 1.0), 0.062, 0.05), 0.05)
        d = union(d, capsule(p, (-0.24, -0.02, 1.0), (-0.17, -0.12, 0.80), 0.05, 0.04), 0.03)
        d = union(d, capsule(p, (0.18, 0, 1.34), (0.40, 0.14, 1.20), 0.064, 0.052), 0.05)
        d = union(d, capsule(p, (0.40, 0.14, 1.20), (0.46, 0.36, 1.40), 0.052, 0.040), 0.03)
        return union(d, capsule(p, (0, 0, 1.36), (0, 0.01, 1.48), 0.08, 0.06), 0.08)

    def hand(p: Array) -> Array:
        d = ellipsoid(p, (0.465, 0.40, 1.445), (0.040, 0.030, 0.055))
        for n in range(4):
            d = union(
                d,
                capsule(p, (0.445 + n * 0.017, 0.41, 1.48), (0.44 + n * 0.019, 0.45, 1.51 - 0.008 * n), 0.0095),
                0.008,
            )
        return union(d, capsule(p, (0.435, 0.40, 1.44), (0.425, 0.445, 1.475), 0.011), 0.01)

    def hair(p: Array) -> Array:
        d = ellipsoid(p, (0, 0.0, 1.625), (0.088, 0.108, 0.128))
        return union(d, ellipsoid(p, (0, -0.115, 1.60), (0.055, 0.05, 0.055)), 0.025)

    low, high = (-0.5, -0.4, 0.2), (0.7, 0.6, 1.8)
    solid(body, low, high, 0.018, worn((0.30, 0.28, 0.24), 0.9, bump=0.2, grain=14), at, index=PEOPLE)
    solid(hand, (0.3, 0.2, 1.3), (0.6, 0.55, 1.6), 0.007, worn((0.50, 0.37, 0.28), 0.7, bump=0), at, index=HERO)
    solid(hair, low, high, 0.013, worn((0.035, 0.028, 0.024), 0.7, bump=0.3, grain=20), at, index=PEOPLE)
    skirt = worn((0.06, 0.062, 0.07), 0.9)
    lathe(((0.20, 0.02), (0.24, 0.1), (0.21, 0.75), (0.17, 0.98)), skirt, at, sides=24, index=PEOPLE)


def build(_light: str) -> None:
    """Years on; there was a knock."""
    wall, wood = (
        worn((0.20, 0.185, 0.15), 0.9, bump=0.2, grain=1.2, vary=0.3),
        worn((0.115, 0.08, 0.052), 0.5, bump=0.3, grain=4),
    )
    box((14, 12, 0.1), (1, 2, -0.05), worn((0.085, 0.066, 0.048), 0.5, bump=0.3, grain=4), index=GROUND)
    box((14, 0.2, 3.2), (0, BACK + 0.1, 1.6), wall)
    box((0.2, 12, 3.2), (4.1, 2, 1.6), wall)
    box((14, 0.06, 0.16), (0, BACK - 0.02, 0.08), wood)
    x = 2.55
    box((1.02, 0.10, 2.1), (x, BACK - 0.05, 1.06), wood, bevel=0.02, index=HERO)
    for dx in (-0.56, 0.56):
        box((0.10, 0.14, 2.25), (x + dx, BACK - 0.05, 1.12), wood, bevel=0.01)
    box((1.22, 0.14, 0.10), (x, BACK - 0.05, 2.2), wood)
    for z in (0.6, 1.55):
        box((0.7, 0.04, 0.7), (x, BACK - 0.11, z), wood, bevel=0.03)
    box((0.93, 0.02, 0.012), (x, BACK - 0.11, 0.012), glow((1, 0.75, 0.42), 3), index=GLOW)
    brass = worn((0.45, 0.33, 0.15), 0.3, 1.0, 0)
    lathe(
        ((0, 0), (0.045, 0.01), (0.04, 0.06), (0, 0.08)),
        brass,
        (x + 0.38, BACK - 0.11, 1.02),
        (1.57, 0, 0),
        sides=16,
        index=HERO,
    )
    for n in range(9):
        t = n / 8
        link = (x + 0.56 - 0.36 * t, BACK - 0.14, 1.50 - 0.12 * math.sin(t * math.pi) + 0.02 * t)
        ring = [
            (link[0] + 0.030 * math.cos(a), link[1] + 0.012 * (n % 2), link[2] + 0.016 * math.sin(a))
            for a in np.linspace(0, 6.3, 11)
        ]
        tube(ring, 0.006, brass, 5, HERO)
    _she((x - 0.28, BACK - 0.72, 0))
    tx, ty, z = 0.85, 3.3, 0.76
    box((1.35, 0.85, 0.05), (tx, ty, z), wood, bevel=0.01, index=HERO)
    for dx in (-0.6, 0.6):
        for dy in (-0.36, 0.36):
            box((0.06, 0.06, z), (tx + dx, ty + dy, z / 2), wood)
    tin = worn((0.22, 0.20, 0.16), 0.35, 0.8, 0.2)
    lathe(
        ((0, 0), (0.09, 0), (0.095, 0.12), (0.05, 0.17), (0.015, 0.20), (0.008, 0.34), (0, 0.34)),
        tin,
        (tx + 0.1, ty - 0.05, z + 0.025),
        sides=22,
        index=HERO,
    )
    for n in range(3):
        box(
            (0.30 - 0.02 * n, 0.2, 0.025),
            (tx - 0.3, ty - 0.12, z + 0.04 + n * 0.024),
            worn((0.42, 0.016, 0.013), 0.95, bump=0.3),
            (0, 0, 0.25 + 0.04 * n),
            0.01,
            HERO,
        )
    oil = [(tx + 0.42 + 0.03 * math.cos(a), ty - 0.2 + 0.03 * math.sin(a), z + 0.028) for a in np.linspace(0, 6.3, 10)]
    tube(oil, 0.008, tin, 5)
    for n, (t, wide, drop, shade) in enumerate(
        ((0.16, 0.7, 1.0, 0.5), (0.36, 0.55, 0.7, 0.42), (0.53, 0.75, 0.85, 0.5))
    ):
        a = np.array((-2.6 + 6.65 * t, 4.3 + 0.2 * t, 2.5 + 0.1 * t))

        def hang(u: float, v: float, a: np.ndarray = a, q: tuple[float, ...] = (wide, drop, n)) -> Point:
            return (
                a[0] + (u - 0.5) * q[0],
                a[1] + 0.05 * math.sin(u * 9 + q[2] + v) * (0.3 + v),
                a[2] - 0.12 - q[1] * v,
            )

        sheet(hang, 20, 12, cloth((shade, shade * 0.95, shade * 0.82), 0.5), DRESS)
    tube(
        [(-2.6 + 6.65 * t, 4.3 + 0.2 * t, 2.5 + 0.1 * t - 0.3 * t * (1 - t)) for t in np.linspace(0, 1, 14)],
        0.010,
        worn((0.03, 0.03, 0.03), 0.8),
        5,
    )
    lamp = (1.05, 3.4, 2.05)
    tube([(lamp[0], lamp[1], 3.2), lamp], 0.008, tin, 5)
    lathe(((0.24, -0.03), (0.05, 0.13), (0, 0.14)), tin, lamp, sides=24, index=HERO)
    lathe(((0, -0.09), (0.055, -0.02), (0.03, 0.06)), glow((1, 0.80, 0.50), 10), lamp, sides=14, index=GLOW)
    stage.lamp("POINT", (lamp[0], lamp[1], lamp[2] - 0.1), 62, (1, 0.78, 0.48), 0.07)
    stage.lamp("SPOT", (x + 0.9, 3.0, 2.6), 120, (1, 0.84, 0.58), 0.2, (x + 0.1, BACK - 0.3, 1.4), 40)
    stage.sky((0.06, 0.068, 0.08), 0.35)
    stage.lamp("AREA", (-2.5, -1, 2.4), 30, (0.5, 0.66, 0.95), 1.5, (1.5, 4, 1))
    stage.camera((0.75, -0.2, 1.55), (0.92, 4, 1.36), 28)
