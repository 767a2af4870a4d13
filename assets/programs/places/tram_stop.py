"""The tram stop on the hill: a clock with one hand, a bench under ash, wires, and rails going down into the city.

It is dusk, and a tram's lamp is below.
"""

import itertools
import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, extrude, lathe, mesh, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import banner, chimney, loudspeaker, wires
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import cloth, glow, worn

FILES = {"first": "places/place_tram_stop"}
LOOKS = {
    "first": Look(
        exposure=1.2,
        haze=(0.25, 0.21, 0.165),
        haze_distance=120,
        haze_start=14,
        haze_most=0.85,
        mist=(0.33, 0.27, 0.20),
        mist_at=(40, 80, 140),
        mist_amount=0.5,
        mist_top=9,
        sky_low=(0.52, 0.39, 0.25),
        sky_high=(0.11, 0.125, 0.145),
        clouds=0.16,
        sun=(0.56, 0.42, 0.05),
        sun_light=(0.52, 0.36, 0.19),
        beams=Beams(0.56, 0.42, 0.8, 0.2, 0.6, (1, 0.84, 0.58)),
        bloom=0.5,
        shadow=(0.41, 0.48, 0.55),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    ),
}
NEAR = {"first": Near(9.8)}


def _drop(y: float) -> float:
    """How far the ground has fallen at y: level at the stop, then down the hill."""
    return -0.10 * max(0.0, y - 8) ** 1.25


def _bend(y: float) -> float:
    return 1.2 + 0.0022 * max(0.0, y - 4) ** 2


def _hill(ground: Material, steel: Material, wood: Material) -> None:
    ys, xs = np.linspace(-6, 90, 70), np.linspace(-60, 60, 50)
    rng = np.random.default_rng(2)
    points = [
        (x, y, _drop(y) - 0.02 + rng.normal(0, 0.025) - 0.003 * max(0, abs(x - _bend(y)) - 6) ** 1.5)
        for y in ys
        for x in xs
    ]
    mesh(
        points,
        [(j * 50 + i, j * 50 + i + 1, j * 50 + i + 51, j * 50 + i + 50) for j in range(69) for i in range(49)],
        ground,
        smooth=True,
        index=GROUND,
    )
    for side in (-0.72, 0.72):
        path = [(_bend(y) + side, y, _drop(y) + 0.07) for y in np.arange(-6, 88, 1.0)]
        tube(path, 0.05, steel, 6, MACHINE)
    for y in np.arange(-5, 60, 0.85):
        box((2.3, 0.24, 0.08), (_bend(y), y, _drop(y) + 0.01), wood, (0, 0, -0.0044 * max(0, y - 4)), index=GROUND)
    box(
        (5.2, 6.4, 0.30),
        (-2.75, 5.2, 0.08),
        worn((0.12, 0.118, 0.112), 0.8, bump=0.5, grain=2),
        bevel=0.04,
        index=GROUND,
    )


def _clock(iron: Material, face: Material) -> None:
    x, y, z, r = -1.35, 7.2, 4.15, 0.80
    tube([(x, y, 0.2), (x, y, z - r)], [0.12, 0.075], iron, 12, HERO)
    for k in (0.5, 1.2):
        lathe(((0.10, 0), (0.16, 0.03), (0.16, 0.10), (0.10, 0.13)), iron, (x, y, k), sides=16, index=HERO)
    for side in (-1, 1):
        lathe(((0, 0), (r, 0)), face, (x, y + side * 0.14, z), (-side * math.pi / 2, 0, 0), sides=48, index=HERO)
    ring = [(x + (r + 0.05) * math.cos(t), y, z + (r + 0.05) * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 49)]
    tube(ring, 0.16, iron, 10, HERO)
    for n in range(12):
        t = n * math.pi / 6
        box(
            (0.05, 0.02, 0.15 if n % 3 else 0.22),
            (x + 0.62 * math.sin(t), y - 0.16, z + 0.62 * math.cos(t)),
            iron,
            (0, t, 0),
            index=HERO,
        )
    box(
        (0.075, 0.02, 0.74),
        (x + 0.24 * math.sin(2.55), y - 0.18, z + 0.24 * math.cos(2.55)),
        iron,
        (0, 2.55, 0),
        index=HERO,
    )
    lathe(
        ((0, 0), (0.07, 0), (0.07, 0.03), (0, 0.03)), iron, (x, y - 0.17, z), (math.pi / 2, 0, 0), sides=16, index=HERO
    )
    extrude([(-0.3, 0), (0.3, 0), (0.12, 0.22), (0, 0.5), (-0.12, 0.22)], 0.2, iron, (x, y, z + r + 0.15), index=HERO)


def _bench(wood: Material, iron: Material, ash: Material) -> None:
    x, y = -3.5, 6.4
    for n in range(3):
        box((2.3, 0.13, 0.05), (x, y - 0.16 + n * 0.16, 0.68), wood, bevel=0.01)
        box((2.3, 0.04, 0.12), (x, y + 0.30, 0.86 + n * 0.17), wood, (-0.15, 0, 0), 0.01)
        box((2.25, 0.12, 0.022), (x, y - 0.16 + n * 0.16, 0.715), ash, bevel=0.01)
    for dx in (-1.0, 1.0):
        tube(
            [(x + dx, y - 0.24, 0.22), (x + dx, y - 0.2, 0.66), (x + dx, y + 0.26, 0.66), (x + dx, y + 0.36, 1.3)],
            0.03,
            iron,
            8,
        )
        tube([(x + dx, y + 0.3, 0.22), (x + dx, y + 0.2, 0.66)], 0.03, iron, 8)


def _poles(iron: Material) -> None:
    tops = []
    for y in (2.5, 17, 31, 46, 62):
        x = _bend(y) + 2.5
        base = _drop(y)
        tube([(x, y, base), (x, y, base + 6.6)], [0.11, 0.07], iron, 10)
        tube([(x, y, base + 5.9), (x - 2.6, y, base + 6.1)], 0.045, iron, 8)
        tube([(x, y, base + 6.6), (x - 2.6, y, base + 6.1)], 0.014, iron, 5)
        lathe(((0.03, 0), (0.08, 0.03), (0.08, 0.10), (0.03, 0.14)), iron, (x - 2.45, y, base + 5.95), sides=12)
        tops.append((x - 2.45, y, base + 5.95))
    tops = [(tops[0][0] - 0.3, -8, 6.0), *tops]
    for a, b in itertools.pairwise(tops):
        wires(a, b, 0.10, iron, 0.018)
        wires((a[0] + 2.4, a[1], a[2] + 0.7), (b[0] + 2.4, b[1], b[2] + 0.7), 0.45, iron, 0.016)
        wires((a[0] + 2.4, a[1], a[2] + 0.4), (b[0] + 2.4, b[1], b[2] + 0.4), 0.6, iron, 0.016)
    x, y = -1.35, 7.2
    wires((x, y, 5.3), (_bend(17) + 2.5, 17, _drop(17) + 6.5), 0.5, iron, 0.014)
    tube([(-4.9, 8.0, 0.2), (-4.9, 8.0, 5.4)], [0.09, 0.06], iron, 10)
    loudspeaker((-4.75, 7.9, 5.2), 0.5, iron, 1.25)
    wires((-4.9, 8.0, 5.3), (x, y, 5.3), 0.3, iron, 0.014)


def _city(wall: Material, red: Material) -> None:
    rnd = random.Random(9)
    for _ in range(230):
        y = rnd.uniform(70, 330)
        x = rnd.uniform(-1, 1) * (34 + y * 0.75) + 14
        tall = rnd.uniform(4, 13) + (rnd.uniform(5, 16) if rnd.random() < 0.2 else 0)
        wide = rnd.uniform(6, 15)
        outline = [(-wide / 2, -40), (wide / 2, -40), (wide / 2, 0), (0, rnd.uniform(0, 3)), (-wide / 2, 0)]
        extrude(outline, rnd.uniform(6, 12), wall, (x, y, tall - 30), (0, 0, rnd.uniform(-0.3, 0.3)))
    for x, y, tall, r in (
        (-44, 120, 46, 2.8),
        (-30, 150, 54, 3.2),
        (58, 130, 50, 3),
        (72, 170, 60, 3.8),
        (-90, 190, 60, 4),
        (30, 210, 62, 4),
        (-8, 250, 66, 4.4),
        (120, 240, 70, 5),
        (88, 300, 66, 4.4),
        (-60, 290, 70, 4.6),
    ):
        chimney((x, y, -34), tall, r, wall)
    for x in (18, 24):
        banner((x, 92, -8), 3.2, 12, red, wave=0.4, seed=x)


def build(_light: str) -> None:
    """The stop at dusk."""
    iron, wood = worn((0.028, 0.028, 0.030), 0.5, 0.5, 0.2), worn((0.075, 0.06, 0.048), 0.8, bump=0.4, grain=6)
    ash = worn((0.40, 0.39, 0.37), 0.95, bump=0.5, grain=9)
    _hill(worn((0.085, 0.08, 0.075), 0.9, bump=0.6, grain=1.2, vary=0.5), worn((0.22, 0.21, 0.20), 0.3, 1.0), wood)
    _clock(iron, glow((0.80, 0.74, 0.60), 0.85))
    _bench(wood, iron, ash)
    _poles(iron)
    _city(worn((0.07, 0.067, 0.064), 0.9, bump=0.2, grain=0.3), cloth((0.45, 0.016, 0.012), 0.3))
    y = 44
    at = (_bend(y), y, _drop(y))
    box((2.3, 8, 3.0), (at[0], at[1] + 4, at[2] + 1.9), iron, bevel=0.25, index=MACHINE)
    box((1.9, 0.1, 0.9), (at[0], at[1] - 0.1, at[2] + 2.4), glow((1, 0.72, 0.40), 0.7), index=GLOW)
    for dx in (-0.8, 0.8):
        lamp = (at[0] + dx, at[1] - 0.15, at[2] + 2.95)
        lathe(((0, 0), (0.30, 0)), glow((1, 0.05, 0.02), 30), lamp, (math.pi / 2, 0, 0), sides=14, index=HERO)
    stage.sky((0.46, 0.36, 0.25), 0.5, (0.20, 0.23, 0.27))
    stage.lamp("SUN", (0, 0, 0), 2.4, (1, 0.74, 0.44), 0.06, (-0.05, -1, -0.13))
    stage.lamp("POINT", (-1.35, 6.6, 4.1), 30, (1, 0.85, 0.6), 0.4)
    stage.lamp("AREA", (-6, -3, 7), 260, (0.5, 0.66, 0.9), 4, (-2, 7, 1))
    stage.camera((-0.5, -1.6, 2.15), (-0.1, 12, 2.05), 25)
