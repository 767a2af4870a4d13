"""A cellar by the light of its trapdoor: potatoes built into a low wall, a shelf of jars, a white hand with a film."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, again, box, lathe, sheet, solid, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.gauntlet import gauntlet
from assets.programs.kit.shapes import Array, Point, ellipsoid
from assets.programs.kit.surfaces import glow, haze, worn

FILES = {"first": "cards/ending_second_brother"}
LOOKS = {
    "first": Look(
        exposure=1.7,
        haze=(0.07, 0.07, 0.068),
        haze_distance=12,
        haze_start=3,
        haze_most=0.4,
        beams=Beams(0.66, 0.0, 1.0, 0.22, 0.75, (1, 0.94, 0.80)),
        bloom=0.45,
        bloom_above=0.9,
        shadow=(0.41, 0.47, 0.54),
        highlight=(0.62, 0.56, 0.45),
        tone=0.6,
        quiet=0.2,
    )
}
BACK = 5.2


def _potatoes(skin: Material) -> None:
    """A low wall of them, built like masonry, with a gap where some were taken."""

    def lump(p: Array) -> Array:
        return ellipsoid(p, (0, 0, 0), (0.13, 0.10, 0.09)) + 0.012 * np.sin(p[..., 0] * 25) * np.sin(p[..., 1] * 31 + 1)

    source = solid(lump, (-0.2,) * 3, (0.2,) * 3, 0.02, skin, (0, -500, 0), index=HERO)
    rnd = random.Random(4)
    for row in range(6):
        for n in range(17 - row % 2):
            x = -0.9 + n * 0.245 + 0.12 * (row % 2)
            if row > 3 and 6 < n < 10:
                continue
            for deep in range(2):
                at = (x + rnd.uniform(-0.02, 0.02), 3.9 + deep * 0.2, 0.09 + row * 0.155)
                again(source, at, (rnd.uniform(-0.3, 0.3), rnd.uniform(-0.3, 0.3), rnd.uniform(-0.5, 0.5)))


def _jars(glass: Material, lid: Material, label: Material, wood: Material) -> None:
    rnd = random.Random(6)
    for z in (1.35, 1.95):
        box((4.6, 0.34, 0.05), (1.1, BACK - 0.25, z), wood, bevel=0.01)
        for n in range(13):
            x = -1.0 + n * 0.34 + rnd.uniform(-0.03, 0.03)
            lathe(
                ((0, 0), (0.12, 0.01), (0.125, 0.24), (0.09, 0.30), (0.09, 0.33)),
                glass,
                (x, BACK - 0.25, z + 0.03),
                sides=16,
                index=HERO,
            )
            lathe(((0.10, 0.32), (0.10, 0.36), (0, 0.365)), lid, (x, BACK - 0.25, z + 0.03), sides=14, index=HERO)
            box((0.13, 0.02, 0.09), (x, BACK - 0.375, z + 0.15), label, index=HERO)
    for x in (-1.1, 1.1, 3.3):
        box((0.07, 0.3, 2.3), (x, BACK - 0.2, 1.15), wood)


def _film(dark: Material, frame: Material) -> None:
    """A loop of film hanging from the fingers, its small frames letting the light through."""

    def strip(u: float, v: float) -> Point:
        t = v * 2 * math.pi * 0.92 + 0.3
        x = 1.55 + 0.20 * math.sin(t) + 0.05 * math.sin(2 * t)
        return (x, 2.55 + (u - 0.5) * 0.2 + 0.05 * math.cos(t), 0.98 + 0.46 * math.cos(t))

    sheet(strip, 2, 60, dark, HERO)
    for n in range(26):
        v = (n + 0.5) / 26
        corners = [strip(u, v + dv) for u, dv in ((0.2, -0.012), (0.8, -0.012), (0.8, 0.012), (0.2, 0.012))]
        x, y, z = np.mean(corners, 0)
        box((0.05, 0.07, 0.034), (x, y - 0.01, z), frame, (0, 0.3 * math.sin(v * 6.3), 0), index=GLOW)


def build(_light: str) -> None:
    """Morning, the trapdoor open."""
    earth, wood = (
        worn((0.075, 0.062, 0.050), 0.95, bump=0.7, grain=3),
        worn((0.085, 0.064, 0.046), 0.8, bump=0.4, grain=5),
    )
    box((12, 12, 0.1), (1, 2, -0.05), earth, index=GROUND)
    box((9, 0.3, 3.2), (1, BACK + 0.15, 1.5), worn((0.10, 0.095, 0.088), 0.95, bump=0.8, grain=2.5))
    for side in (-3.2, 4.6):
        box((0.3, 12, 3.2), (side, 2, 1.5), earth)
    for n in range(12):
        x = -3.0 + n * 0.62
        if 1.0 < x < 2.4:
            continue
        box((0.60, 10, 0.12), (x, 2, 2.75), wood, bevel=0.01)
    for y in (1.4, 3.9):
        box((9, 0.2, 0.2), (1, y, 2.62), wood)
    box((1.6, 2.3, 0.05), (1.7, 2.65, 3.6), glow((1, 0.95, 0.82), 2.2), index=GLOW)
    for dx in (1.1, 2.3):
        tube([(dx, 4.6, 0), (dx, 3.2, 2.9)], 0.04, wood, 7)
    for k in range(8):
        t = (k + 0.5) / 8
        tube([(1.1, 4.6 - 1.4 * t, 2.9 * t), (2.3, 4.6 - 1.4 * t, 2.9 * t)], 0.03, wood, 6)
    _potatoes(worn((0.20, 0.155, 0.095), 0.9, bump=0.4, grain=6))
    _jars(
        worn((0.10, 0.085, 0.05), 0.15, bump=0), worn((0.25, 0.23, 0.2), 0.4, 0.8), worn((0.42, 0.39, 0.32), 0.9), wood
    )
    white, seam = worn((0.58, 0.565, 0.52), 0.35, 0.1, 0.15, 4, 0.2), worn((0.03, 0.03, 0.032), 0.6)
    again(gauntlet(white, seam, 1), (1.92, 2.55, 1.38), (0.15, 0.35, 1.25), (0.46,) * 3)
    tube([(2.36, 2.40, 1.46), (3.0, 2.2, 1.50), (3.9, 1.8, 1.25)], [0.24, 0.27, 0.31], white, 16, HERO)
    _film(worn((0.03, 0.024, 0.02), 0.25), glow((0.80, 0.52, 0.24), 0.42))
    box((0.30, 0.22, 0.2), (0.2, 3.1, 0.1), worn((0.03, 0.03, 0.03), 0.5), (0, 0, 0.4), 0.02, HERO)
    lathe(((0.07, 0), (0.08, 0.10), (0.06, 0.11)), seam, (0.15, 2.98, 0.1), (1.57, 0, 0.4), sides=16, index=HERO)
    box((0.5, 0.3, 0.05), (-0.35, 3.2, 0.03), worn((0.42, 0.014, 0.012), 0.9), (0, 0, 0.3), 0.02, HERO)
    cone = [(1.0, 1.6, 2.7), (2.4, 1.6, 2.7), (3.0, 2.1, 0.05), (0.7, 2.1, 0.05)]
    sheet(
        lambda u, v: tuple(
            (1 - v) * ((1 - u) * np.array(cone[0]) + u * np.array(cone[1]))
            + v * ((1 - u) * np.array(cone[3]) + u * np.array(cone[2]))
        ),
        2,
        2,
        haze((1, 0.94, 0.8), 0.012),
        GLOW,
    )
    stage.sky((0.05, 0.05, 0.055), 0.3)
    stage.lamp("AREA", (1.7, 2.6, 3.4), 95, (1, 0.94, 0.82), 1.3, (1.6, 2.9, 0))
    stage.lamp("AREA", (-1.5, -1.2, 1.8), 12, (0.5, 0.66, 0.95), 1.5, (1.4, 3, 1))
    stage.camera((0.95, -0.6, 1.5), (0.98, 4, 1.22), 27, (-0.03, 0))
