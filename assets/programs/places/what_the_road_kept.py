"""Two white armoured hands lying open in the last light, a spade's handle by one, red beyond the other."""

import math

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, again, box, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.gauntlet import gauntlet
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import sooted, worn

FILES = {"first": "cards/ending_what_the_road_kept"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.10, 0.10, 0.105),
        haze_distance=9,
        haze_start=4,
        haze_most=0.5,
        beams=Beams(0.80, 0.05, 1.2, 0.16, 0.7, (1, 0.86, 0.62)),
        bloom=0.45,
        bloom_above=0.95,
        shadow=(0.40, 0.46, 0.55),
        highlight=(0.63, 0.56, 0.44),
        tone=0.6,
        quiet=0.15,
    )
}


def build(_light: str) -> None:
    """A floor of boards, seen by somebody who kneels."""
    board = worn((0.085, 0.068, 0.052), 0.55, bump=0.4, grain=5)
    for n in range(24):
        box((0.58, 16, 0.1), (-7 + n * 0.6, 4, -0.05), board, (0, 0.004 * math.sin(n * 7), 0), 0.01, GROUND)
    wall = worn((0.10, 0.095, 0.085), 0.9, bump=0.3, grain=2)
    x, y = 2.2, 7.0
    for at, size in (
        ((-3.0, y, 2), (7.6, 0.3, 4)),
        ((6.5, y, 2), (5.4, 0.3, 4)),
        ((x + 0.3, y, 0.45), (3.2, 0.3, 0.9)),
        ((x + 0.3, y, 3.6), (3.2, 0.3, 1.2)),
    ):
        box(size, at, wall)
    box((3.2, 0.05, 2.4), (x + 0.3, y + 0.3, 2.0), sooted((0.80, 0.52, 0.26), (1.0, 0.78, 0.48), 1.5, 0.3), index=GLOW)
    for dx in (-0.75, 0.3, 1.35):
        box((0.07, 0.12, 2.2), (x + dx, y, 2.0), wall)
    for z in (1.55, 2.3):
        box((3.0, 0.12, 0.06), (x + 0.3, y, z), wall)
    white, seam = worn((0.56, 0.545, 0.50), 0.35, 0.1, 0.15, 4, 0.25), worn((0.03, 0.03, 0.032), 0.6)
    again(gauntlet(white, seam, 1), (0.62, 2.75, 0.02), (0, 0.05, 0.20), (0.62, 0.62, 0.62))
    again(gauntlet(white, seam, -1), (1.98, 2.95, 0.02), (0, -0.05, -0.28), (-0.62, 0.62, 0.62))
    for wrist, elbow in (((0.78, 1.98, 0.14), (1.10, 0.2, 0.55)), ((1.75, 2.19, 0.14), (1.35, 0.3, 0.55))):
        tube([wrist, elbow], [0.25, 0.36], white, 18, HERO)
    ash = worn((0.42, 0.33, 0.21), 0.5, bump=0.2, grain=7)
    tube([(-0.75, 1.2, 0.06), (-0.05, 3.0, 0.08), (0.42, 4.6, 0.10)], 0.055, ash, 12, HERO)
    tube([(0.25, 4.72, 0.10), (0.60, 4.52, 0.10)], 0.055, ash, 10, HERO)

    def pool(u: float, v: float) -> Point:
        a, r = u * 2 * math.pi, v * (1 + 0.2 * math.sin(u * 19) + 0.15 * math.sin(u * 31 + 1))
        return (3.35 + 0.95 * r * math.cos(a), 4.5 + 1.2 * r * math.sin(a), 0.003)

    sheet(pool, 48, 6, sooted((0.10, 0.010, 0.007), (0.34, 0.026, 0.016), 0.6, 1.4, 0.7), GROUND)
    for n in range(5):
        tube([(-3 + n * 0.02, 5.2, 0), (-3.2, 5.3, 3)], 0.06, wall, 6)
    stage.sky((0.10, 0.11, 0.13), 0.35)
    stage.lamp("AREA", (x + 0.3, y - 0.3, 2.2), 330, (1, 0.74, 0.44), 2.2, (1.3, 2.4, 0))
    stage.lamp("AREA", (-2.5, -1.5, 3.0), 40, (0.5, 0.66, 0.95), 2, (1.2, 3, 0))
    stage.camera((0.55, -0.1, 1.75), (0.62, 4.0, 0.02), 27, (-0.05, 0))
