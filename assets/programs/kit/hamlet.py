"""What poor villages are made of: a low house of timber and tin, a stove of iron, a well with its winch.

Knows nothing of any one picture.
"""

import math
from dataclasses import dataclass

import numpy as np

from assets.programs.kit.build import GLOW, HERO, MACHINE, Material, box, extrude, lathe, tube
from assets.programs.kit.shapes import Point


@dataclass(frozen=True, slots=True)
class Stuff:
    """What a house is made of; `snow` lies on its roof where there is any."""

    wall: Material
    roof: Material
    dark: Material
    snow: Material | None = None


def house(at: Point, wide: float, deep: float, tall: float, stuff: Stuff, lit: Material | None = None) -> None:
    """A low house, its eaves side and door to us; `lit` fills one small window."""
    x, y, z = at
    ridge = tall + deep * 0.30
    slope = math.atan2(ridge - tall, deep / 2)
    box((wide, deep, tall), (x, y + deep / 2, z + tall / 2), stuff.wall)
    for lean in (-1, 1):
        middle = (x, y + deep / 2 + lean * deep / 4, z + (tall + ridge) / 2 + 0.06)
        box((wide + 0.7, deep / 2 / math.cos(slope) + 0.5, 0.10), middle, stuff.roof, (-lean * slope, 0, 0))
        if stuff.snow:
            top = (middle[0], middle[1], middle[2] + 0.13)
            box((wide + 0.6, deep / 2 / math.cos(slope) + 0.35, 0.20), top, stuff.snow, (-lean * slope, 0, 0), 0.08)
    for side in (-1, 1):
        gable = [(-deep / 2, 0), (deep / 2, 0), (0, ridge - tall)]
        extrude(gable, 0.12, stuff.wall, (x + side * (wide / 2 - 0.06), y + deep / 2, z + tall), (0, 0, math.pi / 2))
    for n in range(int(wide / 0.55) + 1):
        box((0.05, 0.05, tall), (x - wide / 2 + n * 0.55, y - 0.02, z + tall / 2), stuff.dark)
    door = x - wide * 0.16
    box((0.95, 0.10, 1.85), (door, y - 0.03, z + 0.93), stuff.dark)
    box((0.62, 0.10, 0.55), (x + wide * 0.22, y - 0.03, z + 1.35), lit or stuff.dark, index=GLOW if lit else 2)
    if lit:
        box((0.05, 0.14, 0.6), (x + wide * 0.22, y - 0.04, z + 1.35), stuff.dark)
    pipe = (x + wide * 0.3, y + deep * 0.3)
    tube([(*pipe, z + tall), (*pipe, z + ridge + 0.9)], 0.10, stuff.dark, 8, MACHINE)
    lathe(((0.20, 0), (0.05, 0.14)), stuff.dark, (*pipe, z + ridge + 0.95), sides=10)


def stove(at: Point, turn: float, iron: Material, fire: Material, swing: float = 1.9, tall: float = 2.4) -> None:
    """An iron stove on four feet, its door open by `swing` radians on what is inside, and a length of pipe."""
    x, y, z = at
    c, s = math.cos(turn), math.sin(turn)

    def spot(dx: float, dy: float, dz: float) -> Point:
        return (x + dx * c - dy * s, y + dx * s + dy * c, z + dz)

    face = (0, 0, turn)
    box((0.80, 0.62, 0.80), spot(0, 0, 0.68), iron, face, 0.03, HERO)
    box((0.92, 0.74, 0.07), spot(0, 0, 1.11), iron, face, 0.02, HERO)
    for dx in (-0.32, 0.32):
        for dy in (-0.22, 0.22):
            tube([spot(dx * 1.1, dy * 1.1, 0), spot(dx, dy, 0.3)], 0.045, iron, 7, HERO)
    box((0.42, 0.04, 0.40), spot(-0.06, -0.31, 0.68), fire, face, index=GLOW)
    hinge = spot(0.17, -0.33, 0.68)
    a = turn - swing
    leaf = (hinge[0] - 0.21 * math.cos(a), hinge[1] - 0.21 * math.sin(a), hinge[2])
    box((0.44, 0.05, 0.44), leaf, iron, (0, 0, a), 0.015, HERO)
    tube([spot(0.18, 0.12, 1.1), spot(0.18, 0.12, tall)], 0.095, iron, 9, HERO)


def well(
    at: Point, stone: Material, wood: Material, iron: Material, bent: float = 0.0, snow: Material | None = None
) -> None:
    """A round well with a winch on two posts and a bucket; `bent` (radians) is how far the winch was knocked over."""
    x, y, z = at
    ring = ((0.62, 0), (0.95, 0), (0.92, 0.78), (0.66, 0.80), (0.62, 0.0))
    lathe(ring, stone, at, sides=20, smooth=False, index=HERO)
    if snow:
        lathe(((0.63, 0.80), (0.70, 0.88), (0.88, 0.87), (0.94, 0.78)), snow, at, sides=20, index=HERO)
    lathe(((0, 0.3), (0.64, 0.3)), iron, at, sides=20)
    tops = []
    for side in (-1, 1):
        lean = bent if side > 0 else bent * 0.35
        top = (x + side * 0.86 + 1.6 * math.sin(lean), y - 0.25 * math.sin(lean), z + 1.75 * math.cos(lean) + 0.1)
        tube([(x + side * 0.86, y, z), top], 0.07, wood, 8, HERO)
        tops.append(np.array(top))
    tube([tuple(tops[0]), tuple(tops[1])], 0.10, wood, 10, HERO)
    out = tops[1] + (tops[1] - tops[0]) / np.linalg.norm(tops[1] - tops[0]) * 0.22
    tube([tuple(tops[1]), tuple(out), (out[0] + 0.02, out[1] - 0.3, out[2] - 0.22)], 0.028, iron, 7, HERO)
    middle = (tops[0] + tops[1]) / 2
    low = (middle[0] + (0.9 * bent), middle[1] - 0.05, z + (1.05 if not bent else 0.12))
    tube([tuple(middle), low], 0.016, iron, 5, HERO)
    lathe(((0, 0), (0.15, 0), (0.19, 0.32), (0.17, 0.32)), wood, (low[0], low[1], low[2] - 0.30), sides=14, index=HERO)
