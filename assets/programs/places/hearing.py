"""A lecture hall at night: two tables put together, many people, one seat left, shirts above."""

import math
import random

import bpy
import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    DRESS,
    GLOW,
    GROUND,
    HERO,
    ORIGIN,
    PEOPLE,
    Material,
    Thing,
    again,
    box,
    joined,
    lathe,
    sheet,
    tube,
)
from assets.programs.kit.finish import Look
from assets.programs.kit.props import bust_row, dark_cloth, seated
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, glow, worn

FILES = {"first": "cards/ending_the_hearing"}
LOOKS = {
    "first": Look(
        exposure=2.0,
        haze=(0.085, 0.085, 0.08),
        haze_distance=26,
        haze_start=5,
        haze_most=0.5,
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.47, 0.54),
        highlight=(0.63, 0.55, 0.43),
        tone=0.6,
        quiet=0.15,
    )
}
BACK = 12.0


def _sitter(coat: Material, skin: Material, bow: float) -> Thing:
    """One person seated, as one thing for `again`."""
    before = set(bpy.context.scene.objects)
    seated(ORIGIN, coat, skin, bow=bow)
    whole = joined([t for t in bpy.context.scene.objects if t not in before])
    whole.location, whole.pass_index = (0, -500, 0), PEOPLE
    return whole


def _hall(wood: Material, wall: Material) -> None:
    box((20, 22, 0.1), (1, 5, -0.05), wood, index=GROUND)
    box((20, 0.3, 9), (1, BACK + 0.15, 4.5), wall)
    for x in (-6.5, 9.5):
        box((0.3, 22, 9), (x, 5, 4.5), wall)
    for n in range(8):
        box((1.7, 0.06, 2.3), (-5.2 + n * 2.0, BACK - 0.02, 1.15), wood, bevel=0.02)
    for row in range(4):
        y, z = 7.8 + row * 1.0, 0.45 + row * 0.42
        box((15, 0.9, z), (1.4, y + 0.4, z / 2), wood)
        box((15, 0.12, 0.55), (1.4, y, z + 0.25), wood, bevel=0.02)
        bust_row((1.6, y + 0.5, z + 0.42), 15, 0.86, row + 3, dark_cloth(row))
    for x in (-5.5, -1.8, 5.4, 8.6):
        box((0.6, 0.6, 9), (x, BACK - 0.4, 4.5), wall, bevel=0.05)


def _table(x0: float, x1: float, y: float, z: float, wood: Material) -> None:
    box((x1 - x0, 0.95, 0.06), ((x0 + x1) / 2, y, z), wood, bevel=0.02, index=HERO)
    for x in (x0 + 0.12, x1 - 0.12):
        for dy in (-0.38, 0.38):
            box((0.08, 0.08, z), (x, y + dy, z / 2), wood, bevel=0.01, index=HERO)


def _shirts(stuff: list[Material], line: Material) -> None:
    a, b = np.array((-2.6, 5.6, 3.15)), np.array((7.0, 6.0, 3.25))
    tube([tuple(a + (b - a) * t - np.array((0, 0, 0.7 * t * (1 - t)))) for t in np.linspace(0, 1, 18)], 0.012, line, 5)
    for n in range(8):
        t = 0.12 + n * 0.108
        top = a + (b - a) * t - np.array((0, 0, 0.7 * t * (1 - t) + 0.02))

        def body(u: float, v: float, top: np.ndarray = top, n: int = n) -> Point:
            return (
                top[0] + (u - 0.5) * 0.52,
                top[1] + 0.05 * math.sin(u * 8 + n + v * 2) * (0.3 + v),
                top[2] - 0.78 * v,
            )

        sheet(body, 14, 10, stuff[n % len(stuff)], DRESS)
        for side in (-1, 1):
            path = [(top[0] + side * (0.25 + 0.16 * q), top[1], top[2] - 0.02 - 0.55 * q) for q in np.linspace(0, 1, 6)]
            tube(path, [0.075, 0.08, 0.078, 0.075, 0.07, 0.068], stuff[n % len(stuff)], 8, DRESS)


def build(_light: str) -> None:
    """After the sitting, towards midnight."""
    wood = worn((0.095, 0.070, 0.048), 0.5, bump=0.3, grain=4)
    _hall(worn((0.065, 0.050, 0.036), 0.5, bump=0.3, grain=3), worn((0.085, 0.082, 0.072), 0.9, bump=0.2))
    y = 4.6
    _table(-1.2, 2.0, y, 0.80, wood)
    _table(2.06, 4.9, y + 0.02, 0.70, worn((0.16, 0.125, 0.085), 0.6, bump=0.3, grain=5))
    skin = worn((0.36, 0.27, 0.20), 0.8, bump=0)
    kinds = [
        _sitter(dark_cloth(n) if n < 2 else worn((0.20, 0.185, 0.15), 0.9), skin, bow)
        for n, bow in enumerate((0.3, 0.7, 0.45))
    ]
    rnd = random.Random(5)
    for n, x in enumerate(np.arange(-0.9, 4.7, 0.78)):
        again(rnd.choice(kinds), (x, y + 0.78, 0.02), (0, 0, rnd.uniform(-0.25, 0.25)))
        if n not in (2, 5):
            again(rnd.choice(kinds), (x + 0.2, y - 0.92, 0.02), (0, 0, math.pi + rnd.uniform(-0.3, 0.3)))
    white = worn((0.58, 0.56, 0.51), 0.5)
    again(_sitter(white, skin, 0.55), (-1.75, y + 0.05, 0.02), (0, 0, math.pi / 2))
    rice = ((0, 0), (0.06, 0), (0.07, 0.03), (0.13, 0.09), (0.15, 0.15), (0.135, 0.15), (0.09, 0.05))
    bowl, red = worn((0.42, 0.40, 0.34), 0.3, bump=0), worn((0.46, 0.014, 0.012), 0.3, bump=0)
    for n, x in enumerate(np.arange(-0.8, 4.8, 0.52)):
        z = 0.84 if x < 2.03 else 0.74
        lathe(rice, red if n == 10 else bowl, (x, y + (0.22 if n % 2 else -0.2), z), sides=22, index=HERO)
    box((0.44, 0.44, 0.05), (5.55, y, 0.46), wood, bevel=0.01, index=HERO)
    box((0.05, 0.44, 0.6), (5.78, y, 0.78), wood, (0, 0.08, 0), 0.01, HERO)
    for dx in (-0.19, 0.19):
        for dy in (-0.19, 0.19):
            tube([(5.55 + dx, y + dy, 0), (5.55 + dx, y + dy, 0.45)], 0.022, wood, 6, HERO)
    _shirts([cloth((s, s * 0.96, s * 0.85), 0.35) for s in (0.50, 0.40, 0.46)], worn((0.03, 0.03, 0.03), 0.8))
    iron = worn((0.03, 0.03, 0.03), 0.5, 0.5)
    for x in (0.4, 3.4):
        top = (x, y, 2.25)
        tube([(x, y, 8), top], 0.012, iron, 5)
        lathe(((0.36, -0.02), (0.30, 0.06), (0.06, 0.22)), iron, top, sides=28, index=HERO)
        lathe(((0, -0.06), (0.06, 0), (0.04, 0.08)), glow((1, 0.80, 0.50), 10), top, sides=14, index=GLOW)
        stage.lamp("SPOT", (x, y, 2.2), 330, (1, 0.79, 0.50), 0.1, (x, y, 0), 140)
        stage.lamp("POINT", (x, y, 2.12), 16, (1, 0.78, 0.5), 0.08)
    stage.sky((0.05, 0.056, 0.065), 0.4)
    stage.lamp("AREA", (1.5, 9.5, 7), 480, (0.55, 0.68, 0.92), 4, (1.5, 4, 1))
    stage.camera((1.3, -2.5, 2.1), (1.7, 5, 1.62), 27)
