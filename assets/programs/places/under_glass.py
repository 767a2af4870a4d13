"""A greenhouse in the evening seen from the garden: a spade, dug earth, somebody in white against a pane."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, PLANTS, Material, box, lathe, mesh, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import seated
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import branch, land, wander

FILES = {"first": "cards/ending_under_glass"}
LOOKS = {
    "first": Look(
        exposure=1.45,
        haze=(0.15, 0.165, 0.16),
        haze_distance=40,
        haze_start=8,
        haze_most=0.7,
        mist=(0.22, 0.23, 0.21),
        mist_at=(14, 24),
        mist_amount=0.4,
        mist_top=2,
        sky_low=(0.50, 0.42, 0.30),
        sky_high=(0.07, 0.09, 0.11),
        clouds=0.18,
        bloom=0.6,
        bloom_above=0.75,
        shadow=(0.41, 0.48, 0.51),
        highlight=(0.64, 0.56, 0.42),
        tone=0.6,
        quiet=0.15,
    )
}
LEFT, RIGHT, FRONT, LONG, WALL, TOP = -0.6, 5.6, 6.2, 12.0, 2.3, 4.1


def _frame(iron: Material) -> None:
    """The iron of the front, the long roof and both sides, all panes but one whole."""
    middle = (LEFT + RIGHT) / 2
    for y in np.arange(FRONT, FRONT + LONG + 0.1, 1.5):
        tube([(LEFT, y, 0), (LEFT, y, WALL), (middle, y, TOP), (RIGHT, y, WALL), (RIGHT, y, 0)], 0.045, iron, 6)
    for z in (0.6, WALL):
        for x in (LEFT, RIGHT):
            tube([(x, FRONT, z), (x, FRONT + LONG, z)], 0.035, iron, 5)
        tube([(LEFT, FRONT, z), (RIGHT, FRONT, z)], 0.04, iron, 6, HERO)
    for k in range(1, 4):
        t = k / 4
        for side in (LEFT, RIGHT):
            x, z = side + (middle - side) * t, WALL + (TOP - WALL) * t
            tube([(x, FRONT, z), (x, FRONT + LONG, z)], 0.025, iron, 5)
    for n in range(1, 10):
        x = LEFT + (RIGHT - LEFT) * n / 10
        roof = WALL + (TOP - WALL) * (1 - abs(x - middle) / (RIGHT - middle))
        tube([(x, FRONT, 0), (x, FRONT, roof)], 0.022 if n not in (4, 6) else 0.05, iron, 6, HERO)
    box((RIGHT - LEFT, 0.2, 0.55), ((LEFT + RIGHT) / 2, FRONT, 0.27), worn((0.12, 0.118, 0.11), 0.9, bump=0.5))


def _inside(leaf: Material, wood: Material, earth: Material) -> None:
    """Two benches of plants in the light of what sits there, and between them dug earth in a heap and a long bed."""
    rnd = random.Random(7)
    for x in (0.35, 4.5):
        box((1.2, 10, 0.08), (x, FRONT + 5.6, 0.85), wood)
        for n in range(26):
            at = (x + rnd.uniform(-0.45, 0.45), FRONT + 0.6 + n * 0.38, 0.88)
            branch(
                at,
                (rnd.uniform(-0.4, 0.4), rnd.uniform(-0.3, 0.3), 1),
                rnd.uniform(0.35, 0.75),
                0.018,
                leaf,
                n + int(x * 10),
                2,
            )
            spread = rnd.uniform(0.10, 0.2)
            for k in range(7):
                a, z = k * 2.4, 0.95 + 0.09 * k
                tip = (at[0] + spread * 1.7 * math.cos(a), at[1] + spread * 1.7 * math.sin(a), z + 0.05)
                mesh(
                    [
                        (at[0], at[1], z),
                        (at[0] + spread * math.cos(a - 0.35), at[1] + spread * math.sin(a - 0.35), z + 0.09),
                        tip,
                        (at[0] + spread * math.cos(a + 0.35), at[1] + spread * math.sin(a + 0.35), z + 0.09),
                    ],
                    [(0, 1, 2, 3)],
                    leaf,
                    index=PLANTS,
                )
    lathe(((0.9, 0), (0.6, 0.28), (0.25, 0.50), (0, 0.56)), earth, (2.3, FRONT + 3.4, 0), (0, 0, 0), (0.7, 1.7, 1), 18)
    box((0.9, 2.1, 0.05), (3.2, FRONT + 3.2, 0.02), worn((0.02, 0.016, 0.013), 0.95), (0, 0, 0.03))


def build(_light: str) -> None:
    """An evening, the lamp not lit: it is he who gives the light."""
    iron = worn((0.035, 0.037, 0.036), 0.5, 0.5)
    land(
        lambda x, y: 0.08 * wander(x, y, 0.9) - 0.03,
        (-30, 34),
        (-4, 60),
        worn((0.085, 0.088, 0.062), 0.95, bump=0.7, grain=2.5),
        0.02,
    )
    _frame(iron)
    leaf, earth = worn((0.075, 0.11, 0.045), 0.8), worn((0.10, 0.078, 0.055), 0.95, bump=0.8, grain=4)
    _inside(leaf, worn((0.10, 0.085, 0.062), 0.8), earth)
    pane = sooted((0.30, 0.24, 0.11), (0.62, 0.47, 0.22), 0.8, 0.3)
    box((RIGHT - LEFT, 0.05, 3.6), ((LEFT + RIGHT) / 2, FRONT + LONG, 1.6), pane, index=GLOW)
    for side in (LEFT, RIGHT):
        box(
            (0.03, LONG, WALL - 0.6),
            (side, FRONT + LONG / 2, (WALL + 0.6) / 2),
            sooted((0.12, 0.10, 0.05), (0.26, 0.20, 0.10), 0.7, 0.4),
            index=GLOW,
        )
    mesh(
        [(LEFT, FRONT, WALL), (LEFT, FRONT + LONG, WALL), (2.5, FRONT + LONG, TOP), (2.5, FRONT, TOP)],
        [(0, 1, 2, 3)],
        sooted((0.10, 0.085, 0.045), (0.22, 0.17, 0.09), 0.7, 0.4),
        index=GLOW,
    )
    mesh(
        [(RIGHT, FRONT, WALL), (RIGHT, FRONT + LONG, WALL), (2.5, FRONT + LONG, TOP), (2.5, FRONT, TOP)],
        [(0, 1, 2, 3)],
        sooted((0.10, 0.085, 0.045), (0.22, 0.17, 0.09), 0.7, 0.4),
        index=GLOW,
    )
    white = worn((0.66, 0.64, 0.57), 0.35, bump=0.1)
    seated((3.9, FRONT + 0.62, 0.20), white, worn((0.05, 0.04, 0.035), 0.8), turn=math.pi - 0.15, bow=0.35, size=1.12)
    box((0.6, 0.5, 0.62), (3.9, FRONT + 0.6, 0.3), worn((0.08, 0.065, 0.045), 0.9), bevel=0.02)
    stage.lamp("POINT", (3.9, FRONT + 1.25, 1.1), 130, (1, 0.74, 0.40), 0.3)
    stage.lamp("POINT", (3.0, FRONT + 4.0, 1.9), 130, (1, 0.74, 0.40), 0.4)
    stage.lamp("SPOT", (1.2, 1.5, 3.2), 900, (1, 0.90, 0.74), 0.3, (3.9, FRONT + 0.5, 1.1), 14)
    ash = worn((0.36, 0.28, 0.18), 0.6)
    tube([(1.72, FRONT - 0.42, 0.35), (1.86, FRONT - 0.08, 1.45)], 0.028, ash, 8, HERO)
    tube([(1.74, FRONT - 0.08, 1.46), (1.98, FRONT - 0.08, 1.46)], 0.024, ash, 8, HERO)
    box((0.24, 0.03, 0.36), (1.69, FRONT - 0.47, 0.2), iron, (-0.28, 0.1, 0), 0.01, HERO)
    box((0.5, 0.02, 0.3), (4.85, FRONT - 0.05, 1.55), worn((0.42, 0.014, 0.012), 0.9), (0, 0.1, 0), index=HERO)
    bark = worn((0.02, 0.019, 0.017), 0.9)
    for n, (x, y) in enumerate(((-3.6, 9), (8.2, 10), (-6, 16), (7.4, 20), (-2.2, 21))):
        branch((x, y, -0.1), (0.08 * (-1) ** n, 0, 1), 4.4, 0.22, bark, n + 31, 3)
    for n in range(5):
        box(
            (0.7, 0.9, 0.06),
            (2.45 - 0.1 * math.sin(n), 0.6 + n * 1.1, 0.02),
            worn((0.16, 0.158, 0.15), 0.9),
            (0, 0, 0.1 * math.sin(n * 3)),
            0.03,
            GROUND,
        )
    stage.sky((0.34, 0.30, 0.23), 0.35, (0.12, 0.16, 0.20))
    stage.lamp("SUN", (0, 0, 0), 0.6, (1, 0.76, 0.5), 0.1, (0.5, -0.85, -0.2))
    stage.camera((1.2, -1.2, 1.75), (1.45, 7, 1.75), 27, (-0.05, 0))
