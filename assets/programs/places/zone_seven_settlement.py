"""A street in Zone Seven under ash: low houses with open doors, a long pale wall, yellow shirts on a line across."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, Material, box, extrude, lathe, mesh, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, worn

FILES = {"first": "places/place_zone_seven_settlement"}
LOOKS = {
    "first": Look(
        exposure=1.2,
        haze=(0.40, 0.405, 0.385),
        haze_distance=46,
        haze_start=8,
        haze_most=0.9,
        mist=(0.47, 0.475, 0.45),
        mist_at=(14, 26, 44),
        mist_amount=0.5,
        mist_top=4,
        sky_low=(0.50, 0.495, 0.46),
        sky_high=(0.24, 0.255, 0.26),
        clouds=0.12,
        sun=(0.40, 0.27, 0.055),
        sun_light=(0.30, 0.27, 0.19),
        bloom=0.35,
        shadow=(0.41, 0.48, 0.52),
        highlight=(0.60, 0.56, 0.46),
        tone=0.6,
    )
}


def _ground(ash: Material) -> None:
    rng = np.random.default_rng(3)
    xs, ys = np.linspace(-30, 30, 90), np.linspace(-6, 80, 110)
    points = [
        (
            x,
            y,
            0.10 * math.sin(x * 1.3 + y * 0.5) * min(1, abs(x) / 2) + rng.normal(0, 0.03) + 0.05 * max(0, abs(x) - 4),
        )
        for y in ys
        for x in xs
    ]
    faces = [(j * 90 + i, j * 90 + i + 1, j * 90 + i + 91, j * 90 + i + 90) for j in range(109) for i in range(89)]
    mesh(points, faces, ash, smooth=True, index=GROUND)


def _house(at: Point, side: int, long: float, tall: float, stuff: tuple[Material, Material, Material]) -> None:
    """A low house along the street on one side, its gable to us, its door open on the dark."""
    wall, roof, dark = stuff
    x, y, z = at
    deep = 5.0
    box((deep, long, tall), (x + side * deep / 2, y + long / 2, z + tall / 2), wall)
    ridge = tall + 1.5
    for run, lean in ((0.0, 1), (deep, -1)):
        slope = math.atan2(ridge - tall, deep / 2)
        middle = x + side * (deep / 4 if run == 0 else deep * 3 / 4)
        box(
            (deep / 2 / math.cos(slope) + 0.7, long + 0.9, 0.16),
            (middle, y + long / 2, z + (tall + ridge) / 2 + 0.08),
            roof,
            (0, -side * lean * slope, 0),
        )
    gable = [(-deep / 2, 0), (deep / 2, 0), (0, ridge - tall)]
    extrude(gable, 0.2, wall, (x + side * deep / 2, y + 0.1, z + tall))
    door = y + long * 0.42
    box((0.12, 1.05, 2.0), (x - side * 0.02, door, z + 1.0), dark)
    box((1.0, 0.07, 1.95), (x - side * 0.46, door + 0.60, z + 1.0), dark, (0, 0, side * 0.45))
    for k in (0.18, 0.72):
        box((0.12, 0.8, 0.8), (x - side * 0.02, y + long * k, z + 1.55), dark)
        box((0.2, 1.0, 0.1), (x - side * 0.05, y + long * k, z + 1.10), wall)
    lathe(
        ((0.22, 0), (0.22, 1.2), (0.28, 1.25), (0.28, 1.4)),
        wall,
        (x + side * deep * 0.6, y + long * 0.7, z + tall + 0.9),
        sides=8,
    )


def _washing(yellow: Material, grey: Material, line: Material) -> None:
    """The pulley line right across the street: shirts by the cuffs, sheets between them."""
    rnd = random.Random(2)
    y, top = 11.5, 4.1
    a, b = np.array((-4.0, y, top)), np.array((4.6, y + 0.6, top + 0.3))

    def on(t: float) -> np.ndarray:
        return a + (b - a) * t - np.array((0, 0, 1.5 * t * (1 - t)))

    tube([on(t) for t in np.linspace(0, 1, 16)], 0.014, line, 5)
    for t, kind in ((0.10, 1), (0.235, 0), (0.36, 1), (0.48, 1), (0.60, 0), (0.74, 1), (0.86, 1)):
        left, phase, swing = on(t), rnd.uniform(0, 6), rnd.uniform(0.1, 0.35)
        if kind:
            _shirt(left, phase, swing, yellow)
        else:
            _cloth(left, 1.0, 1.5, phase, swing, grey)


def _cloth(top: np.ndarray, wide: float, drop: float, phase: float, swing: float, stuff: Material) -> None:
    def surface(u: float, v: float) -> Point:
        wave = 0.07 * math.sin(u * 9 + v * 3 + phase) * (0.3 + v) + swing * v * v
        return (top[0] + (u - 0.5) * wide + 0.04 * v * math.sin(phase), top[1] - wave, top[2] - drop * v)

    sheet(surface, 22, 16, stuff)


def _shirt(top: np.ndarray, phase: float, swing: float, stuff: Material) -> None:
    """Body and two sleeves that hang down from the shoulders."""
    _cloth(top, 0.62, 0.95, phase, swing, stuff)
    for side in (-1, 1):
        start = np.array((top[0] + side * 0.29, top[1], top[2] - 0.02))
        path = [
            start + np.array((side * 0.30 * t, -swing * 0.4 * t * t, -0.62 * t - 0.08 * math.sin(t * 3)))
            for t in np.linspace(0, 1, 7)
        ]
        tube(path, [0.09, 0.10, 0.095, 0.09, 0.085, 0.08, 0.085], stuff, 8)


def build(_light: str) -> None:
    """The street, midday, grey."""
    ash, roof = (
        worn((0.20, 0.198, 0.19), 0.95, bump=0.6, grain=1.6, vary=0.4),
        worn((0.055, 0.052, 0.05), 0.8, bump=0.5, grain=4),
    )
    wall, pale = (
        worn((0.13, 0.122, 0.11), 0.9, bump=0.5, grain=2),
        worn((0.60, 0.575, 0.515), 0.9, bump=0.35, grain=1.0, vary=0.3),
    )
    dark, line = worn((0.012, 0.011, 0.011), 0.9), worn((0.03, 0.03, 0.03), 0.7)
    _ground(ash)
    stuff = (wall, roof, dark)
    for y, long, tall in ((1.5, 7.5, 2.7), (11, 8, 2.9), (21.5, 9, 2.7), (33, 9, 3.0), (46, 9, 2.8)):
        _house((-4.6 - 0.02 * y, y, 0.0), -1, long, tall, stuff)
    for y, long, tall in ((25, 8, 2.8), (36, 9, 3.0), (49, 9, 2.8)):
        _house((4.9 + 0.02 * y, y, 0.0), 1, long, tall, stuff)
    box((0.5, 19, 2.75), (5.05, 13.5, 1.37), pale, bevel=0.03)
    box((0.7, 19.1, 0.14), (5.05, 13.5, 2.78), wall, bevel=0.02)
    rnd = random.Random(7)
    for _ in range(9):
        box(
            (0.03, rnd.uniform(0.08, 0.2), rnd.uniform(0.06, 0.16)),
            (4.79, rnd.uniform(7, 15), rnd.uniform(0.9, 1.9)),
            wall,
        )
    _washing(cloth((0.70, 0.47, 0.13), 0.5), cloth((0.55, 0.53, 0.48), 0.5), line)
    for x, y, tall in ((-4.0, 11.5, 4.2), (4.6, 12.1, 4.5)):
        tube([(x, y, 0), (x, y, tall)], 0.06, line, 8)
    box((0.6, 0.4, 0.5), (-3.4, 6.6, 0.25), line, (0, 0, 0.3))
    lathe(((0, 0.05), (0.13, 0.0), (0.16, 0.22), (0.15, 0.22)), line, (1.7, 6.3, 0.08), (1.4, 0, 0.6), sides=16)
    stage.sky((0.50, 0.50, 0.47), 0.62, (0.34, 0.37, 0.39))
    stage.lamp("SUN", (0, 0, 0), 2.1, (1, 0.93, 0.80), 0.15, (0.62, -0.9, -0.62))
    stage.camera((-0.35, -2.6, 1.85), (0.1, 14, 1.95), 25)
