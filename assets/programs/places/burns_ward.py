"""The burns ward: two rows of iron beds under gauze, and one tall window brown with soot."""

import itertools
import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, MACHINE, Material, Thing, again, box, joined, lathe, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import seated, standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, sooted, worn

FILES = {"first": "places/place_burns_ward"}
LOOKS = {
    "first": Look(
        exposure=1.25,
        haze=(0.26, 0.21, 0.15),
        haze_distance=42,
        haze_start=5,
        haze_most=0.7,
        beams=Beams(0.5, 0.36, 1.0, 0.22, 0.7, (1, 0.86, 0.64)),
        bloom=0.5,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.63, 0.55, 0.43),
        tone=0.6,
    ),
}
LENGTH, HALF, TOP = 23.0, 4.6, 6.4


def _bed(iron: Material, linen: Material, blanket: Material, lying: bool, rnd: random.Random) -> Thing:
    parts = []
    for y, tall in ((0.0, 1.25), (2.0, 0.95)):
        frame = [
            (-0.48, y, 0),
            (-0.48, y, tall - 0.15),
            (-0.36, y, tall),
            (0.36, y, tall),
            (0.48, y, tall - 0.15),
            (0.48, y, 0),
        ]
        parts.append(tube(frame, 0.026, iron, 8, MACHINE))
        parts.append(tube([(-0.48, y, 0.5), (0.48, y, 0.5)], 0.02, iron, 6, MACHINE))
        bars = (-0.24, -0.08, 0.08, 0.24)
        parts += [tube([(x, y, 0.5), (x, y, tall)], 0.011, iron, 6, MACHINE) for x in bars]
    parts += [tube([(x, 0, 0.5), (x, 2, 0.5)], 0.024, iron, 6, MACHINE) for x in (-0.46, 0.46)]
    parts.append(box((0.9, 1.96, 0.16), (0, 1, 0.58), linen, bevel=0.05))
    parts.append(box((0.62, 0.36, 0.14), (0, 0.26, 0.72), linen, (0.25, 0, 0.05), 0.06))

    def cover(u: float, v: float) -> Point:
        body = 0.19 * math.exp(-(((u - 0.5) / 0.2) ** 2)) * (0.75 + 0.25 * math.sin(3 * v + 1)) if lying else 0.02
        side = max(0.0, abs(u - 0.5) - 0.40) * 3.4
        fold = 0.018 * math.sin(u * 31 + v * 9) + 0.012 * math.sin(v * 41 + 7 * u)
        return ((u - 0.5) * 1.10, 0.55 + v * 1.42, 0.69 + body - side * 0.42 + fold)

    parts.append(sheet(cover, 26, 22, blanket))
    if lying:
        parts.append(
            lathe(
                ((0, -0.12), (0.07, -0.10), (0.105, 0), (0.09, 0.09), (0, 0.13)),
                linen,
                (0.02, 0.28, 0.86),
                (1.2, 0, rnd.uniform(-0.4, 0.4)),
                sides=16,
            )
        )
    bed = joined(parts)
    bed.pass_index, bed.location = MACHINE, (0, -500, 0)
    return bed


def _shell(wall: Material, trim: Material, floor: Material, iron: Material) -> None:
    box((2 * HALF + 1, LENGTH + 10, 0.2), (0, LENGTH / 2 - 5, -0.1), floor, index=GROUND)
    for i in range(-5, 6):
        box((0.012, LENGTH + 8, 0.004), (i * 0.9, LENGTH / 2 - 4, 0.001), iron, index=GROUND)
    for y in np.arange(-3, LENGTH, 0.9):
        box((2 * HALF, 0.012, 0.004), (0, y, 0.001), iron, index=GROUND)
    for side in (-1, 1):
        box((0.3, LENGTH + 10, TOP), (side * (HALF + 0.15), LENGTH / 2 - 5, TOP / 2), wall)
        box((0.06, LENGTH + 10, 0.12), (side * (HALF - 0.02), LENGTH / 2 - 5, 1.75), trim)
        tube([(side * (HALF - 0.12), -4, 3.6), (side * (HALF - 0.12), LENGTH, 3.6)], 0.05, iron, 8)
        tube([(side * (HALF - 0.12), -4, 3.8), (side * (HALF - 0.12), LENGTH, 3.8)], 0.03, iron, 8)
    for y in np.arange(-2, LENGTH, 4.2):
        arc = [(HALF * math.cos(a), y, TOP - 1.5 + 1.9 * math.sin(a)) for a in np.linspace(0, math.pi, 17)]
        tube([(HALF, y, 0), *arc, (-HALF, y, 0)], 0.17, trim, 8)
    arc = [(HALF * math.cos(a), TOP - 1.5 + 1.9 * math.sin(a)) for a in np.linspace(0, math.pi, 17)]

    def vault(u: float, v: float) -> Point:
        i = u * 16
        n = min(15, int(i))
        x = arc[n][0] + (arc[n + 1][0] - arc[n][0]) * (i - n)
        z = arc[n][1] + (arc[n + 1][1] - arc[n][1]) * (i - n)
        return (x, -5 + v * (LENGTH + 5), z + 0.1)

    sheet(vault, 16, 4, wall, index=2)


def _window(pane: Material, iron: Material, wall: Material) -> None:
    y, wide, low, spring = LENGTH, 2.7, 0.9, 4.4
    outline = [(wide * math.cos(a), spring + 1.6 * math.sin(a)) for a in np.linspace(0, math.pi, 21)]
    box((20, 0.1, 20), (0, y + 0.8, 6), pane, index=GLOW)
    for side in (-1, 1):
        box((HALF - wide + 0.6, 0.6, 12), (side * (wide + (HALF - wide + 0.6) / 2), y, 6), wall)
    box((2 * wide, 0.6, low), (0, y, low / 2), wall)
    for (x0, z0), (x1, z1) in itertools.pairwise(outline):
        top = 12
        box(
            (abs(x1 - x0) + 0.02, 0.6, top - max(z0, z1) + 0.3),
            ((x0 + x1) / 2, y, (top + min(z0, z1)) / 2 + 0.15),
            wall,
        )
    tube([(x, y - 0.3, z) for x, z in [(wide, low), *outline, (-wide, low)]], 0.11, iron, 8)
    for x in (-1.8, -0.9, 0, 0.9, 1.8):
        tube([(x, y - 0.3, low), (x, y - 0.3, spring + 1.6 * math.sqrt(max(0, 1 - (x / wide) ** 2)))], 0.045, iron, 6)
    for z in np.arange(low, spring + 1.2, 0.72):
        half = wide * math.sqrt(max(0.0, 1 - (max(0.0, z - spring) / 1.6) ** 2))
        tube([(-half, y - 0.3, z), (half, y - 0.3, z)], 0.035, iron, 6)


def build(_light: str) -> None:
    """The ward at dusk."""
    wall, trim = (
        worn((0.20, 0.205, 0.20), 0.75, bump=0.2, grain=1.2, vary=0.4),
        worn((0.10, 0.115, 0.12), 0.6, bump=0.2),
    )
    floor = worn((0.095, 0.095, 0.095), 0.40, bump=0.04, grain=0.7, vary=0.5)
    iron, linen = worn((0.035, 0.036, 0.04), 0.4, 0.6, 0.1, 9), cloth((0.62, 0.59, 0.52), 0.12)
    grey, red = worn((0.14, 0.15, 0.155), 0.95, bump=0.3, grain=12), worn((0.48, 0.018, 0.014), 0.9, bump=0.3, grain=12)
    _shell(wall, trim, floor, iron)
    _window(sooted((0.30, 0.17, 0.075), (1.0, 0.76, 0.44), 2.4, 0.42), iron, wall)
    rnd = random.Random(5)
    kinds = [_bed(iron, linen, grey, lying, rnd) for lying in (True, True, False)]
    with_red = _bed(iron, linen, red, True, rnd)
    gauze = cloth((0.74, 0.69, 0.58), 0.72)
    for n, y in enumerate(np.arange(2.2, LENGTH - 2, 2.7)):
        for side in (-1, 1):
            bed = with_red if (n, side) == (1, -1) else kinds[rnd.choice((0, 0, 1, 2))]
            again(bed, (side * (HALF - 0.25), y, 0), (0, 0, side * math.pi / 2 + rnd.uniform(-0.03, 0.03)))
            tube([(side * (HALF - 0.1), y - 1.3, 3.0), (side * (HALF - 2.5), y - 1.3, 3.0)], 0.018, iron, 6)
            if (n, side) not in {(0, -1), (1, -1), (2, -1), (0, 1)} and rnd.random() < 0.72:
                _gauze_across(side, y - 1.3, gauze, rnd)
            lathe(
                ((0, 0.78), (0.02, 0.78), (0.16, 0.86), (0.17, 0.88), (0.15, 0.87), (0, 0.8)),
                worn((0.5, 0.5, 0.5), 0.25, 1.0, 0),
                (side * (HALF - 0.5), y + 1.3, 0),
                sides=20,
                index=MACHINE,
            )
            tube([(side * (HALF - 0.5), y + 1.3, 0), (side * (HALF - 0.5), y + 1.3, 0.8)], 0.02, iron, 6)
    for y in (6.0, 14.4):
        tube([(0, y, TOP), (0, y, 4.35)], 0.012, iron, 5)
        lathe(
            ((0.03, 0.22), (0.06, 0.18), (0.30, 0.02), (0.29, 0), (0, 0.14)), iron, (0, y, 4.2), sides=20, index=MACHINE
        )
    standing(
        (-0.35, 13.5, 0),
        1.72,
        worn((0.66, 0.62, 0.54), 0.9, bump=0.1),
        worn((0.05, 0.04, 0.04), 0.8),
        turn=2.7,
        skirt=True,
    )
    seated((2.55, 10.6, 0.12), worn((0.10, 0.10, 0.11), 0.9), worn((0.3, 0.2, 0.15), 0.8), turn=-1.35, bow=0.6)
    stage.sky((0.20, 0.22, 0.25), 0.28)
    stage.lamp("AREA", (0, LENGTH - 0.5, 3.6), 1700, (1, 0.74, 0.44), 4.2, (0, 4, 0.8))
    stage.lamp("AREA", (0, -3.5, 5.6), 420, (0.55, 0.68, 0.82), 5, (0, 8, 0.5))
    stage.camera((0.3, -3.0, 2.25), (0.0, 14, 1.75), 26)


def _gauze_across(side: int, y: float, gauze: Material, rnd: random.Random) -> None:
    """A curtain drawn part of the way along its rail."""
    reach, phase = rnd.uniform(1.1, 2.2), rnd.uniform(0, 6)

    def surface(u: float, v: float) -> Point:
        fold = 0.10 * math.sin(u * 15 + phase) * (0.4 + 0.6 * v) + 0.04 * math.sin(u * 33 + phase)
        return (side * (HALF - 0.15 - u * reach), y + fold, 2.98 - 2.25 * v + 0.05 * math.sin(u * 15 + phase) * v)

    sheet(surface, 44, 8, gauze)
