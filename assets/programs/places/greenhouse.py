"""Midori's greenhouse: an iron nave of wet panes, two benches of ailing leaves, one stool where the light falls.

Lights: first (evening), night (a lamp on the stool, the cars at the gate).
"""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    DRESS,
    GLOW,
    GROUND,
    HERO,
    MACHINE,
    PLANTS,
    Material,
    Thing,
    again,
    box,
    joined,
    lathe,
    mesh,
    tube,
)
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import seated
from assets.programs.kit.surfaces import glow, sooted, veil, worn

FILES = {"first": "places/place_greenhouse", "night": "cards/ending_hands_that_stayed"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.42, 0.40, 0.22),
        haze_distance=30,
        haze_start=7,
        haze_most=0.60,
        mist=(0.52, 0.48, 0.28),
        mist_at=(11, 16, 24),
        mist_amount=0.28,
        mist_top=1.8,
        beams=Beams(0.5, 0.34, 0.9, 0.16, 0.6, (1, 0.95, 0.75)),
        bloom=0.5,
        shadow=(0.42, 0.48, 0.44),
        highlight=(0.66, 0.57, 0.38),
        tone=0.6,
        ink=0.4,
    ),
    "night": Look(
        exposure=1.6,
        haze=(0.075, 0.095, 0.105),
        haze_distance=22,
        haze_start=5,
        haze_most=0.7,
        beams=Beams(0.5, 0.50, 3.0, 0.05, 0.5, (0.8, 0.92, 1.0)),
        bloom=0.6,
        bloom_above=0.9,
        shadow=(0.40, 0.47, 0.54),
        highlight=(0.64, 0.54, 0.40),
        tone=0.55,
        quiet=0.35,
    ),
}
LENGTH, HALF, WALL, TOP = 24.0, 4.3, 3.0, 6.2


def _arch(x: float) -> float:
    return WALL + (TOP - WALL) * math.sqrt(max(0.0, 1 - (x / HALF) ** 2))


def _house(iron: Material, panes: Material, end: Material) -> None:
    xs = [HALF * math.sin(a) for a in np.linspace(-math.pi / 2, math.pi / 2, 15)]
    for y in np.arange(-4, LENGTH + 0.1, 2.0):
        path = [(-HALF, y, 0), *((x, y, _arch(x)) for x in xs), (HALF, y, 0)]
        tube(path, 0.055, iron, 6)
        if int(y / 2) % 3 == 0:
            tube([(-HALF, y, WALL), (HALF, y, WALL)], 0.03, iron, 5)
    for x in xs[1:-1]:
        tube([(x, -4, _arch(x)), (x, LENGTH, _arch(x))], 0.022, iron, 5)
    for side in (-1, 1):
        box(
            (0.25, LENGTH + 4, 0.8),
            (side * (HALF + 0.05), LENGTH / 2 - 2, 0.4),
            worn((0.10, 0.10, 0.095), 0.9, bump=0.5),
        )
        for z in (0.85, 1.9, WALL):
            tube([(side * HALF, -4, z), (side * HALF, LENGTH, z)], 0.035, iron, 5)
        for y in np.arange(-3.3, LENGTH, 0.67):
            tube([(side * HALF, y, 0.8), (side * HALF, y, WALL)], 0.014, iron, 4)
        mesh(
            [
                (side * (HALF + 0.02), -4, 0.8),
                (side * (HALF + 0.02), LENGTH, 0.8),
                (side * (HALF + 0.02), LENGTH, WALL),
                (side * (HALF + 0.02), -4, WALL),
            ],
            [(0, 1, 2, 3)],
            panes,
            index=GLOW,
        )
    grid = [(x * 1.01, y, _arch(x) + 0.03) for y in (-4, LENGTH) for x in xs]
    n = len(xs)
    mesh(grid, [(i, i + 1, n + i + 1, n + i) for i in range(n - 1)], panes, index=GLOW)
    outline = [(-HALF, LENGTH, 0), *((x, LENGTH, _arch(x)) for x in xs), (HALF, LENGTH, 0)]
    mesh(outline, [tuple(range(len(outline)))], end, index=GLOW)
    for a in np.linspace(0, math.pi, 9):
        tube([(0, LENGTH - 0.1, 2.6), (4.2 * math.cos(a), LENGTH - 0.1, 2.6 + 3.3 * math.sin(a))], 0.04, iron, 5)
    for r in (1.0, 2.1):
        tube(
            [(r * math.cos(a), LENGTH - 0.1, 2.6 + r * math.sin(a)) for a in np.linspace(0, math.pi, 25)],
            0.045,
            iron,
            6,
        )
    for x in (-HALF, -1, 1, HALF):
        tube([(x, LENGTH - 0.1, 0), (x, LENGTH - 0.1, 2.6)], 0.06, iron, 6)
    tube([(-HALF, LENGTH - 0.1, 2.6), (HALF, LENGTH - 0.1, 2.6)], 0.06, iron, 6)


def _plant(rnd: random.Random, green: Material, pot: Material, label: Material) -> Thing:
    parts = [
        lathe(((0, 0), (0.13, 0), (0.18, 0.26), (0.20, 0.26), (0.20, 0.31), (0.16, 0.31), (0, 0.28)), pot, sides=14)
    ]
    for _ in range(rnd.randint(6, 11)):
        a, tall, out = rnd.uniform(0, 6.28), rnd.uniform(0.25, 0.75), rnd.uniform(0.12, 0.42)
        droop = rnd.uniform(0.1, 0.4)
        path = [
            (out * t * math.cos(a), out * t * math.sin(a), 0.28 + tall * t - droop * t**3) for t in np.linspace(0, 1, 6)
        ]
        parts.append(tube(path, 0.008, green, 4))
        tip, size, n = np.array(path[-1]), rnd.uniform(0.09, 0.2), 5
        fall = np.array((math.cos(a), math.sin(a), -rnd.uniform(0.2, 1.4)))
        fall = fall / np.linalg.norm(fall)
        side = np.array((-math.sin(a), math.cos(a), rnd.uniform(-0.4, 0.4)))
        widths = np.sin(np.pi * np.linspace(0.04, 1, n) ** 0.8) * size * 0.42
        leaf = [
            tip + fall * size * 1.6 * t + side * w * s + np.array((0, 0, 0.02 * abs(s)))
            for t, w in zip(np.linspace(0, 1, n), widths, strict=True)
            for s in (-1, 0, 1)
        ]
        faces = [(i * 3 + s, i * 3 + s + 1, i * 3 + s + 4, i * 3 + s + 3) for i in range(n - 1) for s in (0, 1)]
        parts.append(mesh(leaf, faces, green, smooth=True, index=PLANTS))
    parts.append(box((0.09, 0.008, 0.06), (0.16, -0.12, 0.42), label, (0.3, 0, 0.2)))
    parts.append(tube([(0.16, -0.12, 0.26), (0.16, -0.12, 0.42)], 0.006, label, 4))
    plant = joined(parts)
    plant.pass_index, plant.location = PLANTS, (0, -500, 0)
    return plant


def _benches(wood: Material, iron: Material) -> None:
    rnd = random.Random(12)
    pot, label = worn((0.16, 0.085, 0.06), 0.85, bump=0.3), worn((0.72, 0.66, 0.52), 0.7)
    greens = [veil(c, 0.96) for c in ((0.13, 0.17, 0.07), (0.20, 0.19, 0.07), (0.09, 0.12, 0.07))]
    plants = [_plant(rnd, g, pot, label) for g in greens for _ in range(3)]
    for side in (-1, 1):
        for x, z, wide in ((2.55, 0.85, 1.35), (3.75, 1.35, 0.8)):
            box((wide, LENGTH + 2, 0.07), (side * x, LENGTH / 2 - 2, z), wood, bevel=0.01)
            for y in np.arange(-2, LENGTH, 2.4):
                for off in (-wide / 2 + 0.08, wide / 2 - 0.08):
                    tube([(side * x + off, y, 0), (side * x + off, y, z)], 0.035, iron, 6)
            for y in np.arange(0.6, LENGTH - 1, 0.52):
                for off in (-0.35, 0.3) if wide > 1 else (0.0,):
                    if rnd.random() < 0.13:
                        continue
                    size = rnd.uniform(0.8, 1.35)
                    at = (side * x + off + rnd.uniform(-0.1, 0.1), y + rnd.uniform(-0.12, 0.12), z + 0.035)
                    again(
                        rnd.choice(plants), at, (0, 0, rnd.uniform(0, 6.28)), (size, size, size * rnd.uniform(0.8, 1.2))
                    )


def _stool(wood: Material, at: tuple[float, float]) -> None:
    x, y = at
    lathe(
        ((0, 0.58), (0.21, 0.58), (0.22, 0.60), (0.22, 0.63), (0.20, 0.645), (0, 0.64)),
        wood,
        (x, y, 0),
        sides=24,
        index=HERO,
    )
    for a in np.arange(4) * math.pi / 2 + 0.6:
        tube(
            [
                (x + 0.24 * math.cos(a), y + 0.24 * math.sin(a), 0),
                (x + 0.14 * math.cos(a), y + 0.14 * math.sin(a), 0.59),
            ],
            0.024,
            wood,
            8,
            HERO,
        )
    tube(
        [(x + 0.19 * math.cos(a), y + 0.19 * math.sin(a), 0.28) for a in np.arange(5) * math.pi / 2 + 0.6],
        0.014,
        wood,
        6,
        HERO,
    )


def build(light: str) -> None:
    """The house, its benches and stool, in one of its lights."""
    night = light == "night"
    iron, wood = worn((0.03, 0.035, 0.032), 0.55, 0.5, 0.2, 8), worn((0.10, 0.075, 0.05), 0.75, bump=0.4, grain=9)
    floor = worn((0.075, 0.07, 0.058), 0.5, bump=0.25, grain=1.6, vary=0.5)
    if night:
        panes = sooted((0.025, 0.036, 0.045), (0.085, 0.11, 0.12), 1.0, 0.6)
        end = sooted((0.10, 0.13, 0.14), (0.30, 0.35, 0.35), 1.0, 0.4)
    else:
        panes = sooted((0.20, 0.22, 0.13), (0.60, 0.56, 0.34), 0.8, 0.35)
        end = sooted((0.72, 0.62, 0.36), (1.0, 0.86, 0.52), 1.7, 0.30)
    _house(iron, panes, end)
    box((2 * HALF, LENGTH + 6, 0.2), (0, LENGTH / 2 - 3, -0.1), floor, index=GROUND)
    for y in np.arange(-2, LENGTH, 0.9):
        box((2.5, 0.02, 0.012), (0, y, 0.0), iron, index=GROUND)
    _benches(wood, iron)
    _stool(wood, (0.12, 6.2))
    rnd = random.Random(4)
    for y in (3.5, 8.5, 13.5):
        tube([(-0.9, y, TOP - 0.4), (-0.9, y, 4.6)], 0.012, iron, 4)
        lathe(
            ((0.03, 0.2), (0.05, 0.16), (0.24, 0.0), (0.23, -0.01), (0, 0.12)),
            iron,
            (-0.9, y, 4.45),
            sides=18,
            index=MACHINE,
        )
    for _ in range(60):
        box(
            (rnd.uniform(0.03, 0.09), rnd.uniform(0.02, 0.05), 0.006),
            (rnd.uniform(-1.1, 1.1), rnd.uniform(1, 18), 0.012),
            worn((0.10, 0.09, 0.04), 0.9),
            (0, 0, rnd.uniform(0, 3)),
            index=GROUND,
        )
    if night:
        _night(iron)
    else:
        shawl = worn((0.55, 0.012, 0.012), 0.9, bump=0.3, grain=14)
        _folded(shawl)
        stage.sky((0.5, 0.52, 0.36), 0.35)
        stage.lamp("AREA", (0, LENGTH - 0.6, 3.2), 620, (1, 0.93, 0.70), 5, (0, 2, 0.6))
        stage.lamp("SPOT", (-2.6, 3.0, 5.4), 2600, (1, 0.90, 0.66), 0.3, (0.1, 6.4, 0.4), 24)
        stage.lamp("AREA", (-3.9, 9, 4.6), 380, (0.95, 0.92, 0.66), 5, (2, 8, 0.8))
        stage.lamp("AREA", (3.9, 5, 4.6), 260, (0.95, 0.92, 0.66), 5, (-2.5, 5, 0.9))
    if night:
        stage.camera((0.0, 1.3, 1.35), (0, 12, 1.75), 28)
    else:
        stage.camera((0.0, -1.9, 1.95), (0, 12, 1.72), 25)


def _folded(red: Material) -> None:
    """The shawl left on the stool, one end hanging."""
    lathe(
        ((0, 0.645), (0.19, 0.645), (0.20, 0.67), (0.17, 0.71), (0.08, 0.73), (0, 0.725)),
        red,
        (0.12, 6.2, 0),
        sides=20,
        index=DRESS,
    )
    tube(
        [(0.24, 6.1, 0.69), (0.33, 6.02, 0.66), (0.36, 5.98, 0.5), (0.34, 5.98, 0.30)],
        [0.07, 0.08, 0.07, 0.05],
        red,
        8,
        DRESS,
    )


def _night(iron: Material) -> None:
    """One lamp on the stool, two men by it, and headlamps through the end wall."""
    lathe(
        ((0, 0.645), (0.09, 0.645), (0.09, 0.69), (0.03, 0.71), (0.03, 0.75), (0, 0.75)),
        iron,
        (0.12, 6.2, 0),
        sides=16,
        index=MACHINE,
    )
    lathe(
        ((0.035, 0.75), (0.06, 0.80), (0.045, 0.92), (0.03, 0.95)),
        glow((1, 0.55, 0.2), 5),
        (0.12, 6.2, 0),
        sides=16,
        index=GLOW,
    )
    bone, dark = worn((0.42, 0.42, 0.42), 0.85, bump=0.2), worn((0.035, 0.036, 0.042), 0.9, bump=0.2)
    skin = worn((0.20, 0.125, 0.09), 0.9, bump=0.05)
    crate = worn((0.09, 0.065, 0.045), 0.8, bump=0.4)
    for x in (-0.80, 1.05):
        for z in (0.05, 0.19, 0.33):
            box((0.46, 0.46, 0.10), (x, 6.35, z), crate)
    seated((-0.80, 6.35, 0), bone, skin, math.pi / 2, 0.75, 1.0, 1.0, dark)
    seated((1.05, 6.35, 0), dark, skin, -math.pi / 2, 0.45, 1.0, 1.0)
    stage.lamp("POINT", (0.12, 6.1, 0.98), 24, (1, 0.60, 0.26), 0.1)
    for x in (-1.25, -0.55, 0.75, 1.45):
        lathe(
            ((0, 0), (0.17, 0)),
            glow((0.9, 0.95, 1.0), 30),
            (x, LENGTH - 0.15, 1.55),
            (math.pi / 2, 0, 0),
            sides=20,
            index=GLOW,
        )
        stage.lamp("SPOT", (x, LENGTH - 0.5, 1.6), 700, (0.75, 0.87, 1.0), 0.1, (x * 0.4, 4, 0.9), 44)
    stage.sky((0.05, 0.07, 0.09), 0.25)
    stage.lamp("AREA", (-3, 5, 5.6), 40, (0.5, 0.65, 0.8), 4, (0, 6, 0))
