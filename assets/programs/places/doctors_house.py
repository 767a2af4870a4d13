"""The doctor's house: one low room of timber and tin, a red stove door, a table with one bowl, a bed, a slate."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, glow, worn

FILES = {"first": "places/place_doctors_house"}
LOOKS = {
    "first": Look(
        exposure=2.3,
        haze=(0.10, 0.09, 0.075),
        haze_distance=18,
        haze_start=3,
        haze_most=0.4,
        bloom=0.55,
        bloom_above=0.85,
        shadow=(0.42, 0.47, 0.53),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    )
}
BACK, HALF, TOP = 5.4, 3.9, 2.6


def _room(board: Material, tin: Material, floor: Material) -> None:
    box((9, 10, 0.1), (0, 1.5, -0.05), floor, index=GROUND)
    for n in range(14):
        box((0.012, 10, 0.012), (-3.6 + n * 0.55, 1.5, 0.004), tin, index=GROUND)
    for n in range(30):
        box((0.29, 0.08, TOP + 0.6), (-4.2 + n * 0.3, BACK + 0.02 * math.sin(n * 5), TOP / 2), board)
    for side in (-1, 1):
        for n in range(30):
            box((0.08, 0.32, TOP + 0.5), (side * HALF, -2 + n * 0.33, TOP / 2), board)
    for n in range(24):
        tube([(-HALF, -2.5 + n * 0.36, TOP + 0.05), (HALF, -2.5 + n * 0.36, TOP + 0.05)], 0.11, tin, 8)
    for y in (0.4, 2.4, 4.4):
        box((2 * HALF, 0.16, 0.18), (0, y, TOP - 0.12), board, bevel=0.02)
    for x in (-1.35, 2.2):
        box((0.16, 0.16, TOP), (x, 4.4, TOP / 2), board, bevel=0.02)


def _stove(iron: Material, red: Material, fire: Material) -> None:
    x, y = -2.25, 4.2
    lathe(
        ((0.40, 0.22), (0.44, 0.26), (0.44, 1.02), (0.48, 1.06), (0.46, 1.12), (0, 1.12)),
        iron,
        (x, y, 0),
        sides=28,
        index=HERO,
    )
    for a in (0.8, 2.4, 3.9, 5.5):
        tube(
            [
                (x + 0.42 * math.cos(a), y + 0.42 * math.sin(a), 0),
                (x + 0.34 * math.cos(a), y + 0.34 * math.sin(a), 0.3),
            ],
            0.04,
            iron,
            7,
            HERO,
        )
    tube([(x, y, 1.1), (x, y, 2.0), (x + 0.1, y + 0.3, TOP + 0.1)], 0.085, iron, 10, HERO)
    box((0.42, 0.06, 0.40), (x + 0.08, y - 0.43, 0.68), red, (0, 0, 0.12), 0.02, HERO)
    for k in range(4):
        box((0.26, 0.03, 0.03), (x + 0.08, y - 0.465, 0.56 + k * 0.075), fire, (0, 0, 0.12), index=GLOW)
    box((0.34, 0.04, 0.10), (x + 0.06, y - 0.44, 0.36), fire, (0, 0, 0.12), index=GLOW)
    lathe(
        ((0, 0), (0.20, 0.02), (0.23, 0.14), (0.16, 0.26), (0, 0.30)), iron, (x - 0.05, y, 1.12), sides=20, index=HERO
    )
    tube([(x + 0.14, y - 0.1, 1.27), (x + 0.32, y - 0.2, 1.38)], [0.035, 0.02], iron, 7, HERO)
    stage.lamp("POINT", (x + 0.15, y - 0.75, 0.5), 26, (1, 0.38, 0.12), 0.12)


def _table(wood: Material, bowl: Material, pale: Material) -> None:
    x, y, z = 0.35, 3.3, 0.76
    box((1.55, 0.85, 0.055), (x, y, z), wood, bevel=0.015, index=HERO)
    for dx in (-0.68, 0.68):
        for dy in (-0.34, 0.34):
            box((0.07, 0.07, z), (x + dx, y + dy, z / 2), wood, bevel=0.01, index=HERO)
    rice = ((0, 0), (0.06, 0), (0.07, 0.03), (0.135, 0.09), (0.155, 0.15), (0.14, 0.15), (0.09, 0.05))
    lathe(rice, bowl, (x, y - 0.05, z + 0.03), sides=26, index=HERO)
    tube([(x + 0.25, y - 0.2, z + 0.04), (x + 0.42, y - 0.06, z + 0.045)], [0.03, 0.01], pale, 7, HERO)
    for dx in (-1.05, 1.1):
        lathe(((0.19, 0.42), (0.19, 0.46), (0, 0.46)), wood, (x + dx, y - 0.1, 0), sides=18, index=HERO)
        for a in (0.5, 2.6, 4.7):
            tube(
                [
                    (x + dx + 0.2 * math.cos(a), y - 0.1 + 0.2 * math.sin(a), 0),
                    (x + dx + 0.1 * math.cos(a), y - 0.1 + 0.1 * math.sin(a), 0.44),
                ],
                0.022,
                wood,
                6,
            )


def _bed(wool: Material, frame: Material, line: Material, sheet_: Material) -> None:
    box((1.9, 0.95, 0.22), (2.85, 4.75, 0.46), sheet_, bevel=0.06, index=HERO)
    for x in (1.95, 3.75):
        box((0.07, 0.95, 0.85), (x, 4.75, 0.42), frame)
    box((0.4, 0.6, 0.14), (3.4, 4.75, 0.62), sheet_, (0, 0.2, 0), 0.06, HERO)
    a, b = np.array((1.25, 3.75, 2.12)), np.array((3.9, 3.95, 2.2))
    tube([tuple(a + (b - a) * t - np.array((0, 0, 0.28 * t * (1 - t)))) for t in np.linspace(0, 1, 10)], 0.012, line, 5)

    def hanging(u: float, v: float) -> Point:
        t = 0.42 + 0.58 * u
        top = a + (b - a) * t
        wave = 0.06 * math.sin(u * 16 + v) * (0.4 + v)
        return (top[0], top[1] + wave, top[2] - 0.07 - 1.62 * v)

    sheet(hanging, 40, 14, wool)


def _slate(frame: Material, slate: Material, chalk: Material) -> None:
    x, z, y = 0.35, 1.62, BACK - 0.10
    box((1.02, 0.05, 0.78), (x, y, z), frame, bevel=0.01, index=HERO)
    box((0.90, 0.05, 0.66), (x, y - 0.015, z), slate, index=HERO)
    for row in range(6):
        at = x - 0.38
        for n in range(5 - row % 3):
            long = 0.07 + 0.06 * math.sin(row * 3 + n * 5) ** 2
            box(
                (long, 0.01, 0.016),
                (at + long / 2, y - 0.045, z + 0.25 - row * 0.1),
                chalk,
                (0, 0.03 * math.sin(n), 0),
                index=HERO,
            )
            at += long + 0.035
    tube([(x, y, z + 0.38), (x, y, z + 0.52)], 0.012, frame, 5)


def build(_light: str) -> None:
    """Night, one lamp."""
    board = worn((0.105, 0.082, 0.060), 0.85, bump=0.5, grain=5)
    tin, wood = worn((0.10, 0.102, 0.10), 0.45, 0.7, 0.4, 3), worn((0.15, 0.108, 0.070), 0.6, bump=0.3, grain=5)
    _room(board, tin, worn((0.085, 0.068, 0.052), 0.7, bump=0.4, grain=3))
    iron = worn((0.035, 0.034, 0.034), 0.45, 0.6, 0.25, 6)
    _stove(iron, worn((0.46, 0.016, 0.012), 0.4), glow((1, 0.36, 0.08), 4))
    pale = worn((0.42, 0.39, 0.33), 0.8)
    _table(wood, worn((0.50, 0.47, 0.40), 0.3), pale)
    _bed(cloth((0.16, 0.165, 0.165), 0.15), wood, iron, pale)
    _slate(wood, worn((0.022, 0.024, 0.026), 0.8), worn((0.55, 0.54, 0.50), 0.9, bump=0))
    lamp = (0.42, 3.3, 1.92)
    tube([(lamp[0], lamp[1], TOP), lamp], 0.010, iron, 5)
    lathe(((0.26, -0.02), (0.24, 0.02), (0.06, 0.13), (0, 0.14)), iron, lamp, sides=24, index=HERO)
    lathe(((0, -0.14), (0.06, -0.06), (0.04, 0.04)), glow((1, 0.80, 0.50), 12), lamp, sides=14, index=GLOW)
    stage.lamp("SPOT", (lamp[0], lamp[1], lamp[2] - 0.06), 190, (1, 0.78, 0.48), 0.08, (0.4, 3.3, 0), 130)
    stage.lamp("POINT", (lamp[0], lamp[1], lamp[2] - 0.1), 48, (1, 0.76, 0.46), 0.06)
    for n in range(4):
        lathe(
            ((0, 0), (0.06, 0), (0.06, 0.12), (0.04, 0.15), (0, 0.16)),
            pale,
            (-0.95 + n * 0.19, BACK - 0.16, 1.42),
            sides=12,
        )
    box((0.95, 0.2, 0.03), (-0.66, BACK - 0.14, 1.40), wood)
    stage.sky((0.06, 0.07, 0.085), 0.3)
    stage.lamp("AREA", (3.0, -1.5, 2.2), 60, (0.5, 0.66, 0.92), 1.5, (0, 3.5, 0.8))
    stage.lamp("AREA", (3.0, 2.2, 2.4), 40, (1, 0.80, 0.55), 0.8, (2.9, 4.6, 0.8))
    stage.camera((0.2, -1.0, 1.5), (0.15, 4, 1.28), 24)
