"""The road out of the capital by night, over the bonnet: headlamps full of ash, a barrier with its lamp, chimneys."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, lathe, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import chimney, standing, wires
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import flecks, land, wander

FILES = {"first": "places/place_escape_road"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.085, 0.088, 0.088),
        haze_distance=70,
        haze_start=14,
        haze_most=0.8,
        mist=(0.13, 0.125, 0.115),
        mist_at=(30, 60, 110),
        mist_amount=0.5,
        mist_top=6,
        sky_low=(0.30, 0.235, 0.16),
        sky_high=(0.035, 0.042, 0.052),
        clouds=0.2,
        beams=Beams(0.5, 0.46, 1.0, 0.22, 0.6, (1, 0.84, 0.6)),
        bloom=0.55,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.56),
        highlight=(0.62, 0.55, 0.43),
        tone=0.6,
    )
}
BAR = 15.0


def _country(ground: Material, tar: Material, iron: Material) -> None:
    land(lambda x, y: -0.25 + 0.5 * wander(x, y, 2) * min(1, max(0, abs(x) - 3.6) / 4), (-70, 70), (-3, 150), ground)
    box((6.4, 160, 0.1), (0, 76, -0.02), tar, index=GROUND)
    for side in (-1, 1):
        last = None
        for y in np.arange(4, 90, 7.5):
            top = (side * (4.6 + 0.01 * y), y, 5.4)
            tube([(top[0], y, -0.2), top], [0.10, 0.07], iron, 7)
            box((1.3, 0.1, 0.1), (top[0], y, 5.1), iron)
            for dx in (-0.5, 0.5):
                if last:
                    wires((last[0] + dx, last[1], 5.2), (top[0] + dx, y, 5.2), 0.35, iron, 0.02)
            last = top


def _city(wall: Material) -> None:
    rnd = random.Random(4)
    for _ in range(60):
        x, tall = rnd.uniform(-120, 120), rnd.uniform(3, 11)
        box((rnd.uniform(8, 18), 8, tall), (x, rnd.uniform(120, 160), tall / 2), wall)
    for x, y, tall in ((-46, 128, 40), (-31, 140, 48), (-14, 150, 36), (21, 132, 44), (38, 146, 52), (62, 136, 38)):
        chimney((x, y, 0), tall, 3.0, wall)


def _barrier(iron: Material, white: Material, red: Material) -> None:
    """The pole across the road, its counterweight, the lamp that swings under it, and the box of the guard."""
    left, right, z = -3.9, 3.6, 1.42
    tube([(left, BAR, -0.2), (left, BAR, 1.8)], 0.16, iron, 10, HERO)
    box((0.7, 0.5, 0.6), (left - 0.8, BAR, z - 0.05), iron, bevel=0.04, index=HERO)
    n = 9
    for i in range(n):
        a, b = left + (right - left) * i / n, left + (right - left) * (i + 1) / n
        tube([(a, BAR, z), (b, BAR, z)], 0.085, white if i % 2 else iron, 8, HERO)
    tube([(right, BAR, -0.2), (right, BAR, z - 0.1)], 0.07, iron, 8, HERO)
    x = 0.35
    tube([(x, BAR, z), (x + 0.09, BAR, z - 0.36)], 0.012, iron, 5)
    lathe(
        ((0.05, -0.16), (0.14, -0.13), (0.14, 0.10), (0.04, 0.17)),
        red,
        (x + 0.12, BAR - 0.02, z - 0.52),
        sides=14,
        index=GLOW,
    )
    lathe(((0.17, 0.10), (0.05, 0.2)), iron, (x + 0.12, BAR - 0.02, z - 0.52), sides=14, index=HERO)
    stage.lamp("POINT", (x + 0.12, BAR - 0.4, z - 0.5), 26, (1, 0.12, 0.05), 0.1)
    box((1.5, 1.5, 2.5), (5.6, BAR + 1.2, 1.2), iron, bevel=0.03)
    box((0.7, 0.05, 0.7), (5.45, BAR + 0.42, 1.65), glow((1, 0.72, 0.40), 0.8), index=GLOW)
    box((1.9, 1.9, 0.14), (5.6, BAR + 1.2, 2.55), iron, (0, 0.06, 0))


def _bonnet(paint: Material, chrome: Material) -> None:
    """The long bonnet below the windscreen, hinged along its middle, two lamps at its far end."""

    def cover(u: float, v: float) -> Point:
        x, y = (u - 0.5) * (1.75 - 0.45 * v), -0.9 + 2.5 * v
        return (x, y, 1.16 - 0.05 * v - 0.55 * abs(u - 0.5) ** 2.2 - 0.10 * v**4)

    sheet(cover, 30, 30, paint, MACHINE)
    tube([(0, -0.9, 1.17), (0, 1.6, 1.06)], 0.016, chrome, 6, MACHINE)
    lathe(
        ((0.0, 0.0), (0.05, 0.0), (0.03, 0.05), (0.02, 0.16), (0, 0.17)),
        chrome,
        (0, 1.6, 1.02),
        sides=12,
        index=MACHINE,
    )
    for side in (-1, 1):
        at = (side * 0.72, 1.5, 0.86)
        lathe(
            ((0, -0.30), (0.12, -0.22), (0.19, 0.0), (0.19, 0.06)),
            paint,
            at,
            (-math.pi / 2, 0, 0),
            sides=20,
            index=MACHINE,
        )
        stage.lamp("SPOT", (side * 0.72, 1.7, 0.86), 7500, (1, 0.85, 0.60), 0.08, (side * 0.9, 22, 0.75), 40)


def build(_light: str) -> None:
    """The road at night."""
    iron, tar = worn((0.04, 0.041, 0.043), 0.5, 0.4), worn((0.05, 0.05, 0.05), 0.45, bump=0.3, grain=1.5, vary=0.5)
    _country(worn((0.12, 0.118, 0.11), 0.95, bump=0.6, grain=1.4, vary=0.5), tar, iron)
    _city(worn((0.04, 0.04, 0.04), 0.9))
    _barrier(iron, worn((0.60, 0.57, 0.50), 0.7), glow((1, 0.05, 0.02), 7))
    standing(
        (-2.5, BAR + 1.0, 0), 1.8, worn((0.09, 0.09, 0.092), 0.9), worn((0.16, 0.14, 0.12), 0.8), turn=0.2, hat=True
    )
    _bonnet(worn((0.012, 0.012, 0.013), 0.15, 0.3, 0.02), worn((0.3, 0.3, 0.3), 0.2, 1.0, 0))
    flecks((-5, 6, 0.1), (5, 26, 2.3), 700, 0.02, worn((0.75, 0.72, 0.66), 0.9, bump=0), 5, 1.6)
    stage.sky((0.20, 0.17, 0.13), 0.22, (0.10, 0.13, 0.17))
    stage.lamp("AREA", (0, -4, 7), 160, (0.5, 0.66, 0.9), 4, (0, 4, 1))
    stage.camera((0.0, -2.0, 1.78), (0.0, 16, 2.55), 25)
