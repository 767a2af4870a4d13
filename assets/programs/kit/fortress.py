"""The castle of Zone Seven: an old keep with a war ministry's concrete poured onto it, gantries, a broken radio mast.

Knows nothing of the ground it stands on. About sixty metres wide; its front looks to -y.
"""

import random

import bpy
import numpy as np

from assets.programs.kit.build import HERO, Material, Thing, box, extrude, joined, mesh, tube
from assets.programs.kit.shapes import Point


def lattice(start: Point, end: Point, wide: float, iron: Material, thick: float = 0.12, end_wide: float = -1) -> None:
    """A steel lattice girder from start to end: four chords, and diagonals on all sides."""
    a, b = np.array(start, float), np.array(end, float)
    way = (b - a) / np.linalg.norm(b - a)
    side = np.cross(way, (0, 1, 0.01))
    side /= np.linalg.norm(side)
    other = np.cross(way, side)
    count = max(2, round(float(np.linalg.norm(b - a)) / (wide * 1.3)))
    last = wide if end_wide < 0 else end_wide

    def corner(k: int, n: float) -> Point:
        half = (wide + (last - wide) * n / count) / 2
        sign = ((-1, -1), (1, -1), (1, 1), (-1, 1))[k % 4]
        return tuple(a + (b - a) * n / count + side * half * sign[0] + other * half * sign[1])

    for k in range(4):
        tube([corner(k, 0), corner(k, count)], thick, iron, 5, HERO)
        for n in range(count):
            tube([corner(k, n), corner(k + 1, n + 1)], thick * 0.6, iron, 4, HERO)
            tube([corner(k, n + 1), corner(k + 1, n + 1)], thick * 0.5, iron, 4, HERO)


def slab(low: Point, high: Point, concrete: Material, lean: float = 0.0) -> Thing:
    """A poured block between two corners, its front and sides battered inwards by `lean` metres towards the top."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    points = [(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)]
    points += [(x0 + lean, y0 + lean, z1), (x1 - lean, y0 + lean, z1), (x1 - lean, y1, z1), (x0 + lean, y1, z1)]
    faces = [(0, 3, 2, 1), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    return mesh(points, faces, concrete, index=HERO)


def _keep(stone: Material, whole: bool) -> None:
    """The old keep: battered walls, its top bitten off, deeper where shells have been at it."""
    rnd = random.Random(11)
    slab((-7.5, 0, -8), (6.5, 12, 30), stone, 1.6)
    for n in range(9):
        x = -5.6 + n * 1.28
        tall = rnd.uniform(0.4, 3.6) + (2.6 if n in (1, 2, 7) else 0) - (0 if whole else 2.6 * (n > 3))
        if tall > 0:
            box((1.3, 2.0, tall), (x, 2.2 + 0.1 * n, 30 + tall / 2 - 0.1), stone, index=HERO)
    if whole:
        slab((-3.6, 3.0, 30), (1.2, 8, 36.5), stone, 0.3)


def _poured(concrete: Material, dark: Material, whole: bool) -> None:
    """What the state added: a bunker with fins to the left, a gun tower to the right, slits between them."""
    slab((-27, -2, -10), (-6, 11, 17), concrete, 0.6)
    if whole:
        slab((-31, -4.5, 17), (-5, 10, 24.5), concrete)
        slab((-22, -1, 24.5), (-12, 8, 28), concrete)
    else:
        outline = [
            (-31, 17),
            (-14, 17),
            (-15.5, 19.5),
            (-18, 18.6),
            (-19.5, 22.5),
            (-23, 21),
            (-24.5, 24.5),
            (-31, 24.5),
        ]
        extrude(outline, 14, concrete, (0, 2.7, 0), index=HERO)
    for n in range(6):
        x = -25.6 + n * 3.6
        fin = [(-5.5, -10), (0, -10), (0, 17), (-2.2, 17), (-2.6, 12)]
        points = [(x + s, -2 + y, z) for s in (-0.55, 0.55) for y, z in fin]
        m = len(fin)
        sides = [(k, (k + 1) % m, (k + 1) % m + m, k + m) for k in range(m)]
        mesh(points, [tuple(range(m))[::-1], tuple(range(m, 2 * m)), *sides], concrete, index=HERO)
    slab((8, -1, -10), (19, 10, 33), concrete, 0.9)
    top = [(6.2, 33), (20.8, 33), (20.8, 36.2), (17.5, 36.2), (17.5, 38.5), (10, 38.5), (10, 36.2), (6.2, 36.2)]
    if not whole:
        top = [(6.2, 33), (16.5, 33), (15.2, 34.6), (13.2, 33.9), (12, 36.2), (6.2, 35.4)]
    extrude(top, 14, concrete, (0, 4.5, 0), index=HERO)
    for x in (7.4, 11.2, 15.6, 19.4):
        if whole or x < 12:
            box((0.8, 2.2, 3.4), (x, -1.4, 31.4), concrete, (0.35, 0, 0), index=HERO)
    slab((17, 1, -10), (31, 10, 9), concrete, 1.2)
    slab((-9, -4, -10), (11, 3, 9), concrete, 0.8)
    for x, z, wide in ((-18, 21.4, 21), (13.5, 26, 6.4), (13.5, 20, 6.4), (1, 5.6, 15), (24, 5, 8)):
        deep = -4.6 if x < 0 else -3.6 if x == 1 else 0.4
        if whole or x != -18:
            box((wide, 0.7, 0.75), (x, deep, z), dark, index=HERO)


def _mast(iron: Material) -> None:
    """The radio mast on the keep: two thirds stand, the rest hangs folded from the break."""
    lattice((-1, 6, 34), (-1, 6, 51), 2.4, iron, 0.17, 1.5)
    lattice((-1, 6, 51), (6.2, 5, 43), 1.5, iron, 0.14, 0.8)
    tube([(6.2, 5, 43), (6.9, 5, 38.5)], 0.1, iron, 5, HERO)
    for x, z in ((-29, 24), (-13, 28), (17, 36.4)):
        tube([(-1, 6, 49), ((x - 1) / 2, 6, (49 + z) / 2 - 1.2), (x, 5, z)], 0.075, iron, 4, HERO)
    for z, wide in ((41, 5.0), (45, 4.2), (48.5, 3.2)):
        tube([(-1 - wide / 2, 6, z), (-1 + wide / 2, 6, z + 0.12)], 0.12, iron, 5, HERO)


def _gantries(iron: Material, trestle: bool) -> None:
    """A crane on the gun tower, and a rail that leads out of the bunker, over a trestle or into the air."""
    lattice((16, -1, 28), (39, -1, 28), 1.8, iron, 0.15)
    lattice((21, -1, 28), (21, -1, 36.5), 1.4, iron, 0.13)
    tube([(21, -1, 36.5), (38, -1, 28.9)], 0.1, iron, 4, HERO)
    tube([(36, -1, 27), (36, -1, 15.5)], 0.07, iron, 4, HERO)
    box((1.6, 1.2, 1.4), (36, -1, 15), iron, index=HERO)
    lattice((-7, -3, 12.6), (9, -3, 12.6), 1.5, iron, 0.13)
    for x in (-33, -38) if trestle else ():
        lattice((x, 1, -14), (x, 1, 12), 1.3, iron, 0.12)
    lattice((-41, 1, 12.6), (-26, 1, 12.6), 1.6, iron, 0.14)


def fortress(
    at: Point,
    size: float,
    stone: Material,
    concrete: Material,
    iron: Material,
    whole: bool = True,
    trestle: bool = True,
) -> Thing:
    """All of it as one object; not `whole`, it has been shelled: mast and crane down, its roofs broken in.

    The `trestle` to the left wants ground to stand on.
    """
    before = set(bpy.context.scene.objects)
    _keep(stone, whole)
    _poured(concrete, iron, whole)
    if whole:
        _mast(iron)
        _gantries(iron, trestle)
    else:
        lattice((16, -3, 24), (33, -5, 2), 1.8, iron, 0.16)
        lattice((-1, 4, 31), (-3.5, 4, 38), 2.4, iron, 0.17)
        tube([(-31, -3, 22), (-33.5, -3.5, 20), (-34.5, -3.2, 17)], 0.12, iron, 4, HERO)
        tube([(-18, -3, 21), (-16, -3.4, 22.5), (-14.2, -3, 21.8)], 0.10, iron, 4, HERO)
    made = joined([t for t in bpy.context.scene.objects if t not in before])
    made.location, made.scale, made.pass_index = at, (size,) * 3, HERO
    return made
