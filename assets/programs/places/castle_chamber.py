"""A bare stone room in the castle: planks for a bed, a basin, a window slit with broken branches before it."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import DRESS, GLOW, GROUND, HERO, Material, box, lathe, mesh, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import branch

FILES = {"first": "places/place_castle_chamber"}
LOOKS = {
    "first": Look(
        exposure=1.45,
        haze=(0.10, 0.105, 0.10),
        haze_distance=26,
        haze_start=4,
        haze_most=0.5,
        beams=Beams(0.47, 0.30, 0.8, 0.16, 0.75, (1, 0.95, 0.82)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.61, 0.56, 0.46),
        tone=0.6,
    ),
}
BACK, HALF, TOP, DEEP = 6.4, 4.2, 5.2, 1.3
LEFT, RIGHT, SILL, ARCH = -1.15, 0.65, 1.62, 4.5


def _walls(stone: Material, flag: Material) -> None:
    middle = BACK + DEEP / 2
    box((6, DEEP, TOP), (LEFT - 3, middle, TOP / 2), stone)
    box((6, DEEP, TOP), (RIGHT + 3, middle, TOP / 2), stone)
    box((RIGHT - LEFT, DEEP, SILL), ((LEFT + RIGHT) / 2, middle, SILL / 2), stone, bevel=0.03)
    box((RIGHT - LEFT, DEEP, TOP - ARCH), ((LEFT + RIGHT) / 2, middle, (TOP + ARCH) / 2), stone)
    half, centre = (RIGHT - LEFT) / 2, (LEFT + RIGHT) / 2
    for side in (-1, 1):
        corner = [(side * half * math.sin(t), half * math.cos(t)) for t in np.linspace(0, math.pi / 2, 9)]
        corner = [*corner, (side * (half + 0.05), half + 0.05), (0, half + 0.05)]
        points = [(centre + x, y, ARCH - half + z) for y in (BACK, BACK + DEEP) for x, z in corner]
        n = len(corner)
        faces = [
            tuple(range(n)),
            tuple(range(2 * n - 1, n - 1, -1)),
            *((i, (i + 1) % n, (i + 1) % n + n, i + n) for i in range(n)),
        ]
        mesh(points, faces, stone, index=2)
    for side in (-1, 1):
        box((0.6, 14, TOP), (side * (HALF + 0.3), 1, TOP / 2), stone)
    box((2 * HALF + 1, 14, 0.2), (0, 1, -0.1), flag, index=GROUND)
    box((2 * HALF + 1, 14, 0.3), (0, 1, TOP + 0.1), stone)
    for n, z in enumerate(np.arange(0.55, TOP, 0.62)):
        for x0, x1 in ((-HALF, LEFT - 0.25), (RIGHT + 0.25, HALF)):
            for x in np.arange(x0 + 0.5 * (n % 2), x1, 1.05):
                box(
                    (min(1.0, x1 - x), 0.07, 0.57),
                    (x + min(1.0, x1 - x) / 2, BACK - 0.01 - 0.02 * (n * 7 % 3), z),
                    stone,
                    bevel=0.03,
                )


def _shell(brass: Material, bark: Material) -> None:
    """The brass case of a shell on the sill, three broken branches standing in it."""
    at = (-0.30, BACK + 0.30, SILL)
    case = ((0, 0), (0.135, 0), (0.135, 0.03), (0.12, 0.05), (0.115, 0.52), (0.125, 0.55), (0.105, 0.55), (0.10, 0.1))
    lathe(case, brass, at, sides=28, index=HERO)
    root = (at[0], at[1], SILL + 0.1)
    for seed, way in ((11, (-0.14, -0.03, 1)), (25, (0.0, 0.02, 1)), (8, (0.15, -0.04, 1))):
        branch(root, way, 1.5, 0.034, bark, seed, 2, HERO)


def _bed(plank: Material, red: Material, linen: Material) -> None:
    x, y, z = -2.75, 4.6, 0.62
    for n in range(5):
        box((0.24, 2.9, 0.06), (x - 0.52 + n * 0.26, y, z), plank, (0, 0.02 * (n - 2), 0), 0.01)
    for dy in (-1.2, 1.2):
        box((1.45, 0.18, z), (x, y + dy, z / 2), plank, bevel=0.02)

    def cover(u: float, v: float) -> Point:
        over = max(0.0, u - 0.72)
        fold = 0.03 * math.sin(v * 23 + u * 6) + 0.02 * math.sin(v * 41)
        return (x - 0.55 + min(u, 0.8) * 1.5, y - 0.7 + v * 1.5 + 0.05 * math.sin(u * 9), z + 0.10 + fold - over * 2.2)

    sheet(cover, 30, 50, red, DRESS)
    box((0.9, 0.5, 0.16), (x, y + 1.1, z + 0.12), linen, bevel=0.07, index=DRESS)


def _basin(iron: Material, enamel: Material) -> None:
    x, y = 2.35, 5.2
    for t in (0.4, 2.5, 4.6):
        tube(
            [(x + 0.36 * math.cos(t), y + 0.36 * math.sin(t), 0), (x + 0.2 * math.cos(t), y + 0.2 * math.sin(t), 0.95)],
            0.022,
            iron,
            6,
            HERO,
        )
    bowl = ((0, 0), (0.2, 0.01), (0.36, 0.16), (0.42, 0.17), (0.36, 0.18), (0.2, 0.03), (0, 0.02))
    lathe(bowl, enamel, (x, y, 0.92), sides=30, index=HERO)
    lathe(
        ((0, 0), (0.13, 0), (0.17, 0.14), (0.10, 0.34), (0.12, 0.42), (0.10, 0.42)),
        enamel,
        (x + 0.75, y + 0.2, 0),
        sides=22,
        index=HERO,
    )


def build(_light: str) -> None:
    """The room."""
    stone, flag = (
        worn((0.135, 0.13, 0.12), 0.85, bump=0.5, grain=2.2),
        worn((0.10, 0.098, 0.092), 0.5, bump=0.3, grain=1.3, vary=0.5),
    )
    wood, iron = worn((0.10, 0.075, 0.053), 0.7, bump=0.4, grain=6), worn((0.04, 0.04, 0.04), 0.5, 0.6)
    _walls(stone, flag)
    _shell(worn((0.42, 0.27, 0.10), 0.3, 1.0, 0.1), worn((0.035, 0.03, 0.027), 0.8))
    _bed(wood, worn((0.44, 0.014, 0.012), 0.9, bump=0.3, grain=14), worn((0.42, 0.41, 0.37), 0.9))
    _basin(iron, worn((0.50, 0.50, 0.47), 0.3))
    dawn = sooted((0.50, 0.51, 0.46), (0.85, 0.82, 0.70), 1.05, 0.35)
    box((9, 0.1, 9), (0, BACK + DEEP + 2.2, 3), dawn, index=GLOW)
    stage.sky((0.06, 0.07, 0.085), 0.45)
    stage.lamp("AREA", (-0.6, BACK + DEEP + 1.4, 4.6), 1500, (1, 0.93, 0.78), 1.5, (0.4, 2.6, 0))
    stage.lamp("AREA", (-0.25, BACK + DEEP + 1.0, 3.2), 600, (0.95, 0.95, 0.85), 2.4, (-0.25, 0, 1.6))
    stage.lamp("AREA", (3.4, -1.5, 4.4), 620, (0.55, 0.68, 0.9), 3, (-1.5, 6, 1.4))
    stage.lamp("AREA", (-3.4, 0.5, 4.6), 260, (1, 0.86, 0.66), 2, (-2.6, 5, 0.6))
    stage.camera((0.25, -1.9, 1.85), (-0.05, 7, 2.0), 26)
