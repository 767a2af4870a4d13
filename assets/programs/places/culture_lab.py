"""The culture laboratory: a red bath from wall to wall, hoses, ranks of jars, a board of twelve gauges.

Lights: first (at night, whole), ruined (by day under an open sky, the bath half drained, sand where the bolt stood).
"""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    GLOW,
    GROUND,
    HERO,
    MACHINE,
    Material,
    again,
    box,
    extrude,
    joined,
    lathe,
    sheet,
    tube,
)
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import fluid, glow, sooted, worn

FILES = {"first": "places/place_culture_lab", "ruined": "places/place_lab_ruined"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.060, 0.075, 0.090),
        haze_distance=50,
        haze_start=8,
        haze_most=0.7,
        beams=Beams(0.5, 0.30, 0.7, 0.28, 0.7, (0.75, 0.9, 1.05)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.58),
        highlight=(0.61, 0.53, 0.43),
        tone=0.5,
        quiet=0.5,
    ),
    "ruined": Look(
        exposure=1.3,
        haze=(0.34, 0.34, 0.325),
        haze_distance=40,
        haze_start=8,
        haze_most=0.7,
        mist=(0.44, 0.43, 0.40),
        mist_at=(14, 22),
        mist_amount=0.35,
        mist_top=2.5,
        beams=Beams(0.56, 0.12, 0.9, 0.16, 0.7, (1, 0.96, 0.86)),
        sky_low=(0.56, 0.54, 0.48),
        sky_high=(0.26, 0.285, 0.30),
        clouds=0.16,
        bloom=0.4,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.60, 0.56, 0.47),
        tone=0.6,
    ),
}
BACK, HALF, TOP = 30.0, 8.5, 11.0


def _hall(stone: Material, iron: Material, pane: Material) -> None:
    for side in (-1, 1):
        box((0.6, 44, TOP + 4), (side * (HALF + 3.0), 10, TOP / 2), stone)
        for y in np.arange(-4, BACK, 5.0):
            box((0.9, 0.9, TOP), (side * HALF, y, TOP / 2), stone, bevel=0.05)
            tube([(side * HALF, y, TOP - 2.4), (side * (HALF - 3), y, TOP)], 0.16, iron, 8)
    for y in np.arange(-4, BACK, 5.0):
        arc = [(HALF * math.cos(a), y, TOP - 2.0 + 3.4 * math.sin(a)) for a in np.linspace(0, math.pi, 19)]
        tube(arc, 0.34, stone, 8)
        tube([(-HALF, y, TOP - 1.4), (HALF, y, TOP - 1.4)], 0.09, iron, 6)
    box((30, 0.6, 20), (0, BACK + 0.4, 7), stone)
    middle, r = 7.6, 3.7
    lathe(((0, 0), (r, 0)), pane, (0, BACK - 0.05, middle), (math.pi / 2, 0, 0), sides=64, index=GLOW)
    for ring, thick in ((r, 0.30), (r * 0.68, 0.13), (r * 0.34, 0.16)):
        tube(
            [(ring * math.cos(t), BACK - 0.2, middle + ring * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 65)],
            thick,
            iron,
            8,
            HERO,
        )
    for t in np.arange(12) * math.pi / 6:
        spoke = [(q * r * math.cos(t), BACK - 0.2, middle + q * r * math.sin(t)) for q in (0.34, 1)]
        tube(spoke, 0.09, iron, 6, HERO)


def _bath(red: Material, iron: Material, brass: Material) -> None:
    """The bath: a curb, a surface with a slow swell, and a walk of iron round it."""

    def swell(u: float, v: float) -> Point:
        x, y = (u - 0.5) * 11.6, 4.2 + v * 22.6
        return (
            x,
            y,
            0.55 + 0.025 * math.sin(x * 2.3 + y * 0.9) + 0.02 * math.sin(y * 2.1 - x) + 0.012 * math.sin(x * 5 + y * 4),
        )

    sheet(swell, 90, 130, red, GLOW)
    for side in (-1, 1):
        box((0.5, 23.6, 0.9), (side * 6.05, 15.5, 0.42), iron, bevel=0.05)
        tube([(side * 6.35, 3.5, 1.65), (side * 6.35, 27.4, 1.65)], 0.045, brass, 8)
        for y in np.arange(3.6, 27.5, 1.7):
            tube([(side * 6.35, y, 0.8), (side * 6.35, y, 1.65)], 0.03, brass, 6)
    for y in (3.95, 27.05):
        box((12.6, 0.5, 0.9), (0, y, 0.42), iron, bevel=0.05)
    box((26, 46, 0.2), (0, 12, -0.1), worn((0.045, 0.045, 0.05), 0.2, bump=0.05, grain=0.9, vary=0.5), index=GROUND)


def _hoses(iron: Material, rubber: Material) -> None:
    rnd = random.Random(8)
    for x in (-3.6, 0.0, 3.6):
        tube([(x, 2, 7.6), (x, BACK, 7.6)], 0.16, iron, 8, MACHINE)
    for y in np.arange(5.2, 26, 2.1):
        for x in (-3.6, 0.0, 3.6):
            if rnd.random() < 0.25 or (x == 0 and y < 17):
                continue
            bend, end = rnd.uniform(-0.7, 0.7), rnd.choice((0.6, 0.6, 2.2, 3.0))
            path = [
                (x + bend * math.sin(t * 3.1), y + 0.3 * math.sin(t * 5), 7.6 - (7.6 - end) * t)
                for t in np.linspace(0, 1, 14)
            ]
            tube(path, 0.075, rubber, 7, MACHINE)
            lathe(
                ((0.11, -0.1), (0.13, 0.1), (0.09, 0.2)), iron, (path[-1][0], path[-1][1], end), sides=12, index=MACHINE
            )


def _jars(iron: Material, brass: Material) -> None:
    """Ranks of jars on both sides, three shelves high, some of them nearly dark."""
    rnd = random.Random(5)
    kinds = []
    for strength in (0.34, 0.22, 0.09):
        light = fluid((0.9, 0.10, 0.04), strength * 2.4)
        parts = [
            lathe(((0, 0), (0.46, 0), (0.46, 0.12), (0, 0.12)), iron, sides=18),
            lathe(((0.40, 0.12), (0.40, 1.12)), light, sides=22, index=GLOW),
            lathe(((0.44, 1.10), (0.46, 1.16), (0.30, 1.32), (0.10, 1.36), (0, 1.36)), iron, sides=18),
            box((0.26, 0.02, 0.16), (0, -0.47, 0.06), brass),
        ]
        jar = joined(parts)
        jar.pass_index, jar.location = MACHINE, (0, -500, 0)
        kinds.append(jar)
    for side in (-1, 1):
        for z in (0.35, 2.15, 3.95):
            box((1.5, 26, 0.10), (side * 8.9, 15, z - 0.05), iron)
            for y in np.arange(2.6, 27.6, 1.35):
                again(rnd.choice(kinds), (side * 8.75, y, z), (0, 0, -side * math.pi / 2 + rnd.uniform(-0.1, 0.1)))
        for y in np.arange(2.0, 28, 4.6):
            tube([(side * 8.2, y, 0), (side * 8.2, y, 5.6)], 0.06, iron, 6)


def _gauges(iron: Material, brass: Material, lit: bool = True) -> None:
    """The board under the window: twelve gauges in two rows, one of them lit red."""
    box((7.6, 0.3, 2.3), (0, BACK - 0.7, 2.3), iron, bevel=0.05)
    for row in range(2):
        for n in range(6):
            x, z = -3.1 + n * 1.24, 1.78 + row * 1.06
            face = glow((1, 0.10, 0.04), 2.0) if (row, n) == (1, 4) else glow((0.80, 0.76, 0.62), 0.65)
            if not lit:
                face = worn((0.30, 0.28, 0.23), 0.6)
            lathe(((0, 0), (0.36, 0)), face, (x, BACK - 0.88, z), (math.pi / 2, 0, 0), sides=24, index=GLOW)
            tube(
                [
                    (x + 0.40 * math.cos(t), BACK - 0.88, z + 0.40 * math.sin(t))
                    for t in np.linspace(0, 2 * math.pi, 25)
                ],
                0.05,
                brass,
                6,
                MACHINE,
            )
            a = 0.6 + 0.37 * ((row * 6 + n) * 7 % 5)
            tube(
                [(x, BACK - 0.93, z), (x + 0.28 * math.cos(a), BACK - 0.93, z + 0.28 * math.sin(a))],
                0.025,
                iron,
                5,
                MACHINE,
            )


def _torn(start: float, end: float, tall: float, rnd: random.Random, rough: float = 1.2) -> list[tuple[float, float]]:
    """The outline of a wall that fell, from one end to the other: it breaks along courses, in steps and splinters."""
    edge, x, high = [(start, 0.0)], start, tall * rnd.uniform(0.6, 0.9)
    while x < end:
        step = min(end - x, rnd.uniform(0.3, 1.3))
        edge += [(x, high), (x + 0.85 * step, high + rnd.gauss(0, 0.12))]
        x += max(step, 0.01)
        high = min(tall * 1.35, max(tall * 0.4, high + rnd.gauss(0, rough)))
    return [*edge, (end, 0.0)]


def _shell(stone: Material, iron: Material) -> None:
    """What still stands: walls bitten off, two ribs of the roof, the ring of the great window without its pane."""
    rnd = random.Random(9)
    for side in (-1, 1):
        for far, tall in ((3.0, 6.5), (6.5, 9.5)):
            wall = _torn(-8, BACK + 2, tall, rnd)
            extrude(wall, 0.7, stone, (side * (HALF + far), 0, 0), (0, 0, math.pi / 2))
        for n, y in enumerate(np.arange(-4, BACK, 5.0)):
            top = TOP if n in (4, 6) else 4.6 + n % 3
            pier = [
                (-0.45, 0),
                (0.45, 0),
                (0.45, top),
                (0.2, top + 0.5),
                (0.05, top - 0.3),
                (-0.25, top + 0.3),
                (-0.45, top),
            ]
            extrude(pier, 0.9, stone, (side * HALF, y, 0), bevel=0.04)
    for y, end in ((16.0, 2.0), (26.0, 2.6)):
        arc = [(HALF * math.cos(a), y, TOP - 2.0 + 3.4 * math.sin(a)) for a in np.linspace(0, end, 14)]
        tube(arc, 0.34, stone, 8)
        rods = [(arc[-1][0] + d, y, arc[-1][2] + 0.3 * d) for d in (-0.1, 0.05, 0.2)]
        for n, rod in enumerate(rods):
            tube([rod, (rod[0] - 1.1 - 0.4 * n, y, rod[2] - 0.5 - 0.3 * n)], 0.04, iron, 5)
    for left, right, tall in ((-14, -4.0, 8.5), (-4.2, 4.2, 3.6), (4.0, 14, 9.0)):
        extrude(_torn(left, right, tall, rnd, 0.25 if tall < 4 else 1.3), 0.6, stone, (0, BACK + 0.4, 0))
    middle, r = 7.6, 3.7
    ring = [(r * math.cos(t), BACK - 0.2, middle + r * math.sin(t)) for t in np.linspace(-2.9, 1.9, 50)]
    tube(ring, 0.30, iron, 8, HERO)
    for n in (0, 1, 2, 7, 8, 9, 10):
        t, reach = n * math.pi / 6, rnd.uniform(0.5, 1)
        tube(
            [(q * r * math.cos(t), BACK - 0.2, middle + q * r * math.sin(t)) for q in (reach * 0.4, 1)],
            0.09,
            iron,
            6,
            HERO,
        )


def _spilt(stone: Material, iron: Material, sand: Material, dust: Material) -> None:
    """Racks thrown down with dead jars, blocks, plaster dust, and the heap of sand where the stone bolt came down."""
    rnd = random.Random(3)
    for side in (-1, 1):
        for n in range(6):
            at = (side * rnd.uniform(7.4, 9.2), 4 + n * 4.0, rnd.uniform(0.8, 2.2))
            lean = (rnd.uniform(-0.3, 0.3), side * rnd.uniform(0.2, 0.9), rnd.uniform(-0.4, 0.4))
            box((1.5, 3.4, 0.10), at, iron, lean)
            for k in range(3):
                jar = ((0.46, 0), (0.42, 0.1), (0.40, 1.1), (0.2, 1.3), (0, 1.35))
                spot = (side * rnd.uniform(6.7, 8.6), 3.4 + n * 4 + k * 1.2, 0.45)
                lathe(jar, iron, spot, (rnd.uniform(1.2, 1.7), 0, rnd.uniform(0, 6)), sides=16)
    for _ in range(60):
        x, y, size = rnd.uniform(-9.5, 9.5), rnd.uniform(1.5, 29), rnd.uniform(0.2, 1.0)
        if abs(x) < 5.8 and 4.5 < y < 26.5 and rnd.random() < 0.75:
            continue
        turn = (rnd.random(), rnd.random(), rnd.random() * 3)
        box((size, size * 0.7, size * 0.6), (x, y, size * 0.2), stone if size > 0.5 else dust, turn, 0.03)

    def heap(u: float, v: float) -> Point:
        a, r = u * 2 * math.pi, v * 3.6 * (1 + 0.12 * math.sin(u * 18.8) + 0.06 * math.sin(u * 44))
        return (
            r * math.cos(a),
            16.5 + 1.2 * r * math.sin(a),
            0.1 + 2.3 * (1 - v) ** 1.35 + 0.04 * math.sin(u * 60 + v * 20),
        )

    sheet(heap, 60, 24, sand, GROUND)
    for n in range(7):
        path = [
            (0.3 * n - 1 + rnd.uniform(-1, 1), 16 + rnd.uniform(-1.5, 1.5), 1.2),
            (0.5 * n - 1.8, 16.4, 1.9 + rnd.random()),
        ]
        tube(path, [0.20, 0.04], sand, 5, HERO)


def _ruined() -> None:
    stone, iron = worn((0.17, 0.168, 0.16), 0.9, bump=0.6, grain=1.6), worn((0.05, 0.05, 0.05), 0.5, 0.6, 0.3, 5)
    dust = worn((0.40, 0.39, 0.36), 0.95, bump=0.4)
    _shell(stone, iron)
    red = sooted((0.030, 0.002, 0.002), (0.20, 0.012, 0.008), 0.9, 0.4, gloss=0.35)
    _bath(red, stone, iron)
    _gauges(iron, worn((0.2, 0.16, 0.1), 0.6, 0.5), lit=False)
    _spilt(stone, iron, worn((0.50, 0.44, 0.33), 0.95, bump=0.5, grain=5, vary=0.25), dust)
    for x in (-3.6, 3.6):
        for y in (7.0, 11.5, 22):
            tube([(x, y, 0.6), (x + 0.4, y, 1.4), (x + 1.3, y + 0.4, 1.0), (x + 1.8, y, 0.62)], 0.075, iron, 7, MACHINE)
    stage.sky((0.52, 0.52, 0.49), 0.6, (0.34, 0.37, 0.40))
    stage.lamp("SUN", (0, 0, 0), 1.9, (1, 0.93, 0.80), 0.08, (-0.25, -0.8, -0.6))
    stage.camera((0.35, -4.6, 3.6), (0.05, 14, 2.9), 25)


def build(light: str) -> None:
    """The laboratory at night, or fallen in."""
    if light == "ruined":
        _ruined()
        return
    stone, iron = worn((0.10, 0.10, 0.105), 0.75, bump=0.35, grain=2.2), worn((0.045, 0.045, 0.048), 0.4, 0.8, 0.15, 7)
    brass, rubber = worn((0.32, 0.21, 0.09), 0.35, 1.0, 0.1), worn((0.016, 0.016, 0.017), 0.5)
    _hall(stone, iron, sooted((0.10, 0.17, 0.22), (0.30, 0.44, 0.52), 1.25, 0.5))
    red = sooted((0.09, 0.004, 0.003), (0.52, 0.036, 0.016), 1.0, 0.33, gloss=0.22)
    _bath(red, iron, brass)
    _hoses(iron, rubber)
    _jars(iron, brass)
    _gauges(iron, brass)
    box((1.7, 21.5, 0.12), (0, 15, 0.98), iron, bevel=0.02)
    for side in (-1, 1):
        tube([(side * 0.82, 4.2, 1.95), (side * 0.82, 25.6, 1.95)], 0.035, brass, 8)
        for y in np.arange(4.4, 25.7, 1.5):
            tube([(side * 0.82, y, 1.0), (side * 0.82, y, 1.95)], 0.024, brass, 6)
    standing((0.1, 12.4, 1.04), 1.80, worn((0.62, 0.60, 0.55), 0.85), worn((0.30, 0.28, 0.26), 0.8), turn=math.pi)
    stage.sky((0.025, 0.035, 0.05), 0.6)
    stage.lamp("AREA", (0, BACK - 1, 7.6), 1500, (0.50, 0.70, 0.88), 5, (0, 10, 1))
    stage.lamp("AREA", (0, 15, 0.9), 520, (1, 0.13, 0.05), 9, (0, 15, 9))
    stage.lamp("SPOT", (0.5, 7, 8.5), 900, (0.8, 0.9, 1.0), 0.3, (0.1, 12.4, 1.6), 16)
    stage.lamp("AREA", (-4, -5, 8), 240, (0.5, 0.66, 0.88), 4, (0, 8, 1))
    stage.camera((0.35, -4.6, 3.6), (0.05, 14, 2.75), 25)
