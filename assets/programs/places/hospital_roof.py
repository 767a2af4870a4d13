"""The hospital roof: grey sheets on lines against the light, and beyond the parapet the city's chimneys."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, Material, box, extrude, lathe, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import banner, chimney
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import brick, cloth, worn

FILES = {"first": "places/place_hospital_roof"}
LOOKS = {
    "first": Look(
        exposure=1.2,
        haze=(0.36, 0.30, 0.23),
        haze_distance=150,
        haze_start=14,
        haze_most=0.86,
        mist=(0.44, 0.37, 0.28),
        mist_at=(55, 110, 190),
        mist_amount=0.5,
        mist_top=14,
        sky_low=(0.62, 0.49, 0.33),
        sky_high=(0.17, 0.185, 0.19),
        sun=(0.60, 0.30, 0.075),
        sun_light=(0.62, 0.48, 0.28),
        clouds=0.10,
        beams=Beams(0.60, 0.30, 0.9, 0.25, 0.6, (1, 0.86, 0.62)),
        bloom=0.4,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.62, 0.55, 0.44),
        tone=0.6,
    ),
}
NEAR = {"first": Near(7.0)}


ROWS = {  # y of the line: where its sheets begin, how wide, how far they hang
    4.4: ((-5.6, 1.9, 1.9), (3.5, 1.8, 1.9)),
    7.4: ((-4.4, 1.7, 1.8), (-2.6, 1.5, 1.7), (5.2, 1.8, 1.9)),
    10.5: ((-9.6, 1.8, 1.8), (-7.6, 1.6, 1.7), (-5.9, 1.7, 1.8), (4.2, 1.6, 1.7), (6.0, 1.8, 1.8), (9.1, 1.9, 1.8)),
    15.0: ((-9.8, 1.7, 1.7), (-7.9, 1.6, 1.6), (-4.6, 1.6, 1.6), (6.8, 1.7, 1.7), (8.7, 1.8, 1.7)),
}


def _sheets(top: float, stuff: Material) -> None:
    rnd = random.Random(8)
    for y, row in ROWS.items():
        for x, wide, drop in row:
            _sheet(x, y, top, wide, drop, stuff, rnd)


def _sheet(x: float, y: float, top: float, wide: float, drop: float, stuff: Material, rnd: random.Random) -> None:
    lift, phase, sag = rnd.uniform(0.35, 1.25), rnd.uniform(0, 6), 0.10

    crease = rnd.uniform(6, 11)

    def surface(u: float, v: float) -> Point:
        px = x + u * wide + 0.30 * lift * v + 0.05 * math.sin(v * 7 + phase)
        line = top - sag * (1 - (px / 11) ** 2)
        droop = 0.05 * math.sin(u * math.pi)
        wave = lift * v**1.4 * (0.75 + 0.25 * math.sin(u * 5 + phase)) + 0.19 * math.sin(
            u * crease * 2 + v * 3 + phase
        ) * (0.35 + 0.65 * v)
        return (
            px,
            y - wave,
            line - droop - drop * v + 0.28 * lift * v * v + 0.13 * math.sin(u * crease + phase) * v * v,
        )

    sheet(surface, 26, 18, stuff)


def _city(wall: Material, red: Material) -> None:
    rnd = random.Random(3)
    for _ in range(170):
        y = rnd.uniform(34, 260)
        x = rnd.uniform(-1, 1) * (22 + y * 0.78)
        tall = rnd.uniform(2, 8) + (rnd.uniform(4, 12) if rnd.random() < 0.2 and y > 90 else 0)
        _house(x, y, tall - 6 + y * 0.03, wall, rnd)
    for x, y, tall, r in (
        (-30, 72, 38, 2.6),
        (-39, 80, 33, 2.4),
        (44, 110, 62, 3.4),
        (-2, 120, 62, 3.4),
        (27, 95, 50, 3.0),
        (70, 130, 40, 3),
        (27, 190, 60, 4),
        (-80, 140, 50, 3.6),
        (-62, 190, 64, 4.2),
        (100, 220, 60, 4),
        (8, 240, 52, 3.6),
    ):
        chimney((x, y, -22), tall, r, wall)
    box((15, 10, 50), (-14, 58, -11.5), wall)
    box((17, 11, 1.6), (-14, 58, 13.8), wall)
    for x in np.arange(-20, -7, 2.6):
        box((1.5, 0.4, 30), (x, 52.9, -2), wall)
    box((13, 10, 38), (31, 66, -12), wall)
    box((14.4, 11, 1.6), (31, 66, 7), wall)
    for x in (-18.5, -14, -9.5):
        banner((x, 52.3, 12.3), 2.4, 12, red, wave=0.35, seed=int(x * 2))
    for x in (28, 33.5):
        banner((x, 60.3, 6.0), 2.4, 9, red, wave=0.3, seed=int(x * 3))


def _house(x: float, y: float, top: float, wall: Material, rnd: random.Random) -> None:
    """A block with a pitched or stepped roof and stacks of small chimneys, its eaves at `top`."""
    wide, deep = rnd.uniform(5, 13), rnd.uniform(6, 12)
    pitch = rnd.uniform(1.2, 3.4)
    outline = [(-wide / 2, -34), (wide / 2, -34), (wide / 2, 0), (wide * rnd.uniform(-0.1, 0.1), pitch), (-wide / 2, 0)]
    extrude(outline, deep, wall, (x, y, top), (0, 0, rnd.choice((0.0, math.pi / 2)) + rnd.uniform(-0.1, 0.1)))
    for _ in range(rnd.randint(1, 4)):
        box((0.7, 0.7, 3.4), (x + rnd.uniform(-0.45, 0.45) * wide, y, top + rnd.uniform(0.5, 2.4)), wall)
    if rnd.random() < 0.2:
        lathe(((0, 0), (1.6, 0), (1.6, 2.4), (0, 3.2)), wall, (x, y, top + pitch * 0.6), sides=12)


def build(_light: str) -> None:
    """The roof, late in the day."""
    tar, iron = worn((0.05, 0.048, 0.046), 0.85, bump=0.5, grain=1.4, vary=0.5), worn((0.03, 0.03, 0.03), 0.6, 0.4, 0.2)
    wall, red = worn((0.085, 0.08, 0.075), 0.9, bump=0.3, grain=0.3, vary=0.4), cloth((0.50, 0.02, 0.015), 0.4)
    box((46, 24, 0.4), (0, 9, -0.2), tar, index=GROUND)
    parapet = brick((0.085, 0.06, 0.05), (0.04, 0.038, 0.036))
    box((46, 0.4, 1.0), (0, 19.6, 0.5), parapet)
    box((46, 0.6, 0.14), (0, 19.6, 1.05), wall, bevel=0.02)
    for x, tall in ((-7.5, 2.6), (-6.4, 2.2), (9.5, 3.0)):
        box((0.8, 0.8, tall), (x, 18.6, tall / 2), parapet)
        lathe(((0.22, 0), (0.26, 0.1), (0.18, 0.6), (0.22, 0.62)), wall, (x, 18.6, tall), sides=14)
    top = 3.05
    for y in ROWS:
        tube([(x, y, top - 0.10 * (1 - (x / 11) ** 2)) for x in np.linspace(-11, 11, 23)], 0.012, iron, 5)
        for x in (-11, -5.9, 6.4, 11):
            if y > 7:
                tube([(x, y, 0), (x, y, top + 0.05)], 0.045, iron, 8)
    _sheets(top, cloth((0.60, 0.575, 0.52), 0.45))
    lathe(
        ((0, 0), (0.30, 0), (0.34, 0.36), (0.36, 0.36), (0.34, 0.33), (0.28, 0.05), (0, 0.05)),
        worn((0.25, 0.25, 0.25), 0.4, 0.8),
        (-1.9, 9.4, 0),
        sides=20,
    )
    _city(wall, red)
    stage.sky((0.62, 0.50, 0.36), 0.62, (0.24, 0.27, 0.30))
    stage.lamp("SUN", (0, 0, 0), 4.4, (1, 0.80, 0.52), 0.06, (-0.22, -1, -0.24))
    stage.camera((0.0, -2.4, 1.9), (0.6, 20, 2.1), 26)
