"""A dining table under a lamp with four places laid, three chairs drawn back and one not; behind it greenhouse panes.

The panes have red on their lower edge.
"""

import math

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, again, box, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import tall_chair
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, glow, sooted, worn
from assets.programs.kit.wild import branch

FILES = {"first": "cards/ending_table_for_four"}
LOOKS = {
    "first": Look(
        exposure=1.6,
        haze=(0.075, 0.080, 0.070),
        haze_distance=18,
        haze_start=4,
        haze_most=0.4,
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.47, 0.50),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
        quiet=0.15,
    )
}
BACK = 6.6


def build(_light: str) -> None:
    """Every evening."""
    wood, iron = worn((0.055, 0.036, 0.024), 0.3, bump=0.1, grain=4), worn((0.03, 0.032, 0.03), 0.5, 0.5)
    box((16, 14, 0.1), (1, 3, -0.05), worn((0.055, 0.045, 0.036), 0.3, bump=0.15, grain=2), index=GROUND)
    wall = worn((0.075, 0.072, 0.062), 0.9, bump=0.2)
    box((4, 0.3, 5), (-4.4, BACK, 2.5), wall)
    box((4, 0.3, 5), (7.6, BACK, 2.5), wall)
    box((12, 0.3, 1.2), (1.6, BACK, 4.1), wall)
    for n in range(9):
        x = -2.3 + n * 0.98
        box((0.06, 0.1, 3.5), (x, BACK, 1.75), iron)
    for z in (0.5, 1.5, 2.5, 3.48):
        box((8, 0.1, 0.05), (1.6, BACK, z), iron)
    box(
        (15, 0.04, 5.0),
        (1.6, BACK + 2.4, 2.1),
        sooted((0.028, 0.040, 0.030), (0.090, 0.115, 0.080), 0.9, 0.35),
        index=GLOW,
    )
    box(
        (8, 0.04, 0.16),
        (1.6, BACK + 0.12, 0.20),
        sooted((0.22, 0.008, 0.006), (0.52, 0.034, 0.020), 0.7, 0.8),
        index=GLOW,
    )
    leaf = worn((0.010, 0.014, 0.009), 0.9)
    for n in range(9):
        branch(
            (-2.0 + n * 0.95, BACK + 0.7, 0.3),
            (0.15 * math.sin(n * 3), 0, 1),
            1.0 + 0.5 * math.sin(n * 1.7) ** 2,
            0.03,
            leaf,
            n + 2,
            3,
        )
    x, y, z = 1.5, 3.7, 0.76
    box((2.7, 1.35, 0.06), (x, y, z), wood, bevel=0.02, index=HERO)

    def cover(u: float, v: float) -> Point:
        px, py = (u - 0.5) * 3.0, (v - 0.5) * 1.7
        over = max(0.0, abs(px) - 1.37) + max(0.0, abs(py) - 0.69)
        fold = (
            0.05 * math.sin(px * 8) * min(1, over * 5) if abs(py) > 0.69 else 0.05 * math.sin(py * 8) * min(1, over * 5)
        )
        return (x + max(-1.38, min(1.38, px)), y + max(-0.70, min(0.70, py)) + fold, z + 0.035 - over * 1.9)

    sheet(cover, 60, 40, cloth((0.44, 0.425, 0.37), 0.05), HERO)
    plate = ((0, 0), (0.07, 0), (0.14, 0.02), (0.135, 0.026), (0.07, 0.008), (0, 0.008))
    cup = ((0, 0), (0.035, 0), (0.05, 0.08), (0.046, 0.08), (0.03, 0.012))
    china, silver = worn((0.58, 0.56, 0.50), 0.25, bump=0), worn((0.5, 0.48, 0.44), 0.25, 1.0, 0)
    chair = tall_chair(wood, worn((0.07, 0.066, 0.055), 0.8))
    seats = (
        (-0.72, 0.46, math.pi, 0.55),
        (0.72, 0.46, math.pi, 0.5),
        (-0.72, -0.46, 0.0, 0.62),
        (0.72, -0.46, 0.0, 0.10),
    )
    for n, (dx, dy, turn, back) in enumerate(seats):
        lathe(plate, china, (x + dx, y + dy, z + 0.04), sides=30, index=HERO)
        lathe(cup, china, (x + dx + 0.22, y + dy * 0.62, z + 0.04), sides=18, index=HERO)
        for side in (-1, 1):
            tube(
                [(x + dx + side * 0.18, y + dy - 0.08, z + 0.045), (x + dx + side * 0.18, y + dy + 0.1, z + 0.045)],
                0.008,
                silver,
                6,
                HERO,
            )
        out = 1 if dy > 0 else -1
        at = (x + dx + (0.16 * out if back > 0.3 else 0), y + out * (0.70 + back), 0)
        again(chair, at, (0, 0, turn + math.pi + (0.32 * (-1) ** n if back > 0.3 else 0)), (0.92,) * 3)
    lathe(
        ((0, 0), (0.16, 0), (0.2, 0.06), (0.17, 0.14), (0.03, 0.17), (0.02, 0.2), (0, 0.2)),
        china,
        (x, y, z + 0.04),
        sides=28,
        index=HERO,
    )
    top = (x, y, 2.15)
    tube([(x, y, 5), top], 0.012, iron, 5)
    lathe(((0.46, -0.02), (0.42, 0.06), (0.12, 0.26), (0.05, 0.34)), iron, top, sides=32, index=HERO)
    lathe(((0, -0.06), (0.07, 0), (0.05, 0.1)), glow((1, 0.80, 0.50), 11), top, sides=16, index=GLOW)
    stage.lamp("SPOT", (x, y, 2.1), 330, (1, 0.78, 0.48), 0.1, (x, y, 0), 130)
    stage.lamp("POINT", (x, y, 2.0), 12, (1, 0.76, 0.46), 0.08)
    stage.lamp("AREA", (1.6, BACK - 0.3, 0.5), 9, (1, 0.16, 0.08), 3, (1.5, 4, 0.6))
    stage.sky((0.05, 0.056, 0.055), 0.4)
    stage.lamp("AREA", (-3, -2, 3), 36, (0.5, 0.66, 0.92), 2, (1, 4, 0.6))
    stage.camera((0.35, -0.9, 1.95), (0.55, 4, 1.28), 26)
