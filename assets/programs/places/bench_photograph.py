"""A photograph: an old woman on a bench at its very edge, washing moving behind the window; beside her room for one."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, PEOPLE, box, sheet, solid, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.photograph import border
from assets.programs.kit.props import seated
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, union
from assets.programs.kit.surfaces import cloth, sooted, worn

FILES = {"first": "cards/ending_luna_walks_home"}
LOOKS = {
    "first": Look(
        exposure=1.4,
        haze=(0.30, 0.28, 0.22),
        haze_distance=20,
        haze_start=5,
        haze_most=0.4,
        bloom=0.45,
        bloom_above=0.9,
        shadow=(0.46, 0.46, 0.43),
        highlight=(0.62, 0.56, 0.45),
        tone=0.7,
        colour=0.6,
        quiet=0.1,
    )
}


def build(_light: str) -> None:
    """Many years on, indoors, towards evening."""
    wall, wood = worn((0.28, 0.25, 0.20), 0.9, bump=0.2, grain=1.5), worn((0.10, 0.075, 0.052), 0.6, bump=0.3, grain=5)
    box((14, 10, 0.1), (1, 2, -0.05), worn((0.12, 0.10, 0.08), 0.6, bump=0.3, grain=3), index=GROUND)
    y = 5.0
    for at, size in (
        ((-3.6, y, 1.6), (5.4, 0.2, 3.4)),
        ((5.9, y, 1.6), (4.2, 0.2, 3.4)),
        ((1.45, y, 0.5), (4.8, 0.2, 1.0)),
        ((1.45, y, 3.2), (4.8, 0.2, 0.8)),
    ):
        box(size, at, wall)
    box((8, 0.05, 4), (1.45, y + 2.6, 1.8), sooted((0.60, 0.56, 0.45), (0.92, 0.86, 0.70), 1.25, 0.3), index=GLOW)
    for n, (x, wide, drop) in enumerate(((-0.4, 0.9, 1.15), (0.75, 0.7, 0.8), (1.75, 1.0, 1.25), (3.0, 0.75, 0.85))):

        def hang(u: float, v: float, q: tuple[float, ...] = (x, wide, drop, n)) -> Point:
            blow = 0.32 * v * v * math.sin(q[3] * 1.3 + 1.0) + 0.07 * math.sin(u * 9 + v * 4 + q[3])
            return (q[0] + (u - 0.5) * q[1] + blow, y + 1.2 + 0.1 * math.sin(u * 5), 2.62 - q[2] * v)

        sheet(hang, 18, 14, cloth((0.60, 0.57, 0.48) if n != 1 else (0.40, 0.30, 0.12), 0.6))
    tube([(-1.2, y + 1.2, 2.64), (4.2, y + 1.2, 2.62)], 0.012, wood, 5)
    for x in (-0.95, 0.65, 2.25, 3.85):
        box((0.07, 0.16, 1.9), (x, y - 0.05, 1.9), wood)
    for z in (1.0, 1.95, 2.82):
        box((4.9, 0.16, 0.07), (1.45, y - 0.05, z), wood)
    box((5.1, 0.4, 0.06), (1.45, y - 0.2, 0.98), wood)
    box((3.5, 0.44, 0.06), (1.55, 4.2, 0.46), wood, bevel=0.02, index=HERO)
    for x in (0.0, 3.1):
        box((0.08, 0.4, 0.45), (x, 4.2, 0.22), wood, index=HERO)
    x = 2.86
    coat, skin = worn((0.40, 0.375, 0.32), 0.9), worn((0.42, 0.33, 0.26), 0.8)
    seated((x, 4.28, 0.02), coat, skin, turn=0.10, bow=0.35, size=0.98, legs=worn((0.10, 0.095, 0.09), 0.9))

    def white_hair(p: Array) -> Array:
        d = ellipsoid(p, (0, 0.025, 0.025), (0.100, 0.115, 0.130))
        d = union(d, ellipsoid(p, (0, 0.135, 0.0), (0.055, 0.05, 0.055)), 0.02)
        return np.maximum(d, (-0.045 - p[..., 1]) * 0.8 - (p[..., 2] - 0.055))

    head = (x + 0.01, 4.28 - 0.112, 1.31 * 0.98 + 0.02)
    solid(
        white_hair,
        (-0.2, -0.2, -0.2),
        (0.2, 0.25, 0.2),
        0.012,
        worn((0.56, 0.54, 0.49), 0.85),
        head,
        (0.1, 0, 0.10),
        index=PEOPLE,
    )

    def scarf(p: Array) -> Array:
        ring = np.sqrt((np.hypot(p[..., 0], p[..., 1]) - 0.10) ** 2 + p[..., 2] ** 2) - 0.045
        return union(ring, capsule(p, (0.05, -0.12, 0), (0.08, -0.2, -0.28), 0.045, 0.05), 0.03)

    solid(
        scarf,
        (-0.25, -0.3, -0.4),
        (0.25, 0.25, 0.15),
        0.014,
        worn((0.42, 0.014, 0.012), 0.9),
        (x, 4.22, 1.14),
        index=HERO,
    )
    for k in (-0.1, 0.12):
        tube([(x + k, 3.92, 0.66), (x + k * 0.3, 3.86, 0.60)], [0.04, 0.032], skin, 8, PEOPLE)
    border((1.62, 2.2, 1.42), 2.62, 1.62, 0.12)
    stage.sky((0.30, 0.28, 0.23), 0.5)
    stage.lamp("AREA", (1.4, y + 0.6, 2.1), 230, (1, 0.92, 0.74), 2.6, (1.6, 3, 0.4))
    stage.lamp("AREA", (-1.5, 0.2, 2.6), 95, (1, 0.90, 0.74), 1.5, (2.6, 4.2, 1.0))
    stage.camera((1.0, -0.6, 1.42), (1.0, 5, 1.36), 30)
