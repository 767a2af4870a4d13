"""The inside of a cattle car by the light between its slats: many people standing close, breath, a bar on the door."""

import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, sheet, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import dark_cloth, standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import haze, sooted, worn

FILES = {"first": "places/place_train"}
LOOKS = {
    "first": Look(
        exposure=1.6,
        haze=(0.105, 0.11, 0.108),
        haze_distance=6,
        haze_start=1.5,
        haze_most=0.75,
        beams=Beams(0.52, 0.36, 0.75, 0.24, 0.75, (0.95, 0.95, 0.9)),
        bloom=0.5,
        bloom_above=0.85,
        shadow=(0.41, 0.47, 0.54),
        highlight=(0.60, 0.56, 0.47),
        tone=0.6,
    )
}
HALF, TOP, BACK = 1.9, 2.75, 7.2


def _car(wood: Material, iron: Material) -> None:
    """Floor, roof on bows, boards with gaps between them on every side."""
    box((2 * HALF + 0.4, 12, 0.12), (0, 2, -0.06), wood, index=GROUND)
    box((2 * HALF + 0.6, 12, 0.12), (0, 2, TOP + 0.3), wood)
    for y in np.arange(-2.0, BACK + 0.1, 1.15):
        for side in (-1, 1):
            box((0.12, 0.14, TOP + 0.2), (side * (HALF - 0.08), y, TOP / 2), wood)
        box((2 * HALF, 0.12, 0.16), (0, y, TOP + 0.12), wood)
    rnd = random.Random(4)
    for z in np.arange(0.12, TOP, 0.235):
        for side in (-1, 1):
            box((0.06, 12, 0.195), (side * HALF, 2, z), wood, (0, 0, rnd.uniform(-0.002, 0.002)))
    x = -HALF
    while x < HALF:
        w = rnd.uniform(0.17, 0.24)
        if not (-0.62 < x < 0.72):
            box((w, 0.06, TOP), (x + w / 2, BACK, TOP / 2), wood)
        x += w + rnd.uniform(0.035, 0.06)
    for n in range(7):
        box((0.175, 0.06, 2.3), (-0.62 + n * 0.215, BACK - 0.1, 1.2), wood)
    for z in (0.5, 2.0):
        box((1.5, 0.05, 0.14), (0.03, BACK - 0.16, z), wood)
    box((1.6, 0.08, 0.55), (0.03, BACK - 0.04, TOP - 0.2), wood)
    box((2.5, 0.10, 0.17), (0.05, BACK - 0.3, 1.66), iron, (0, 0.012, 0), 0.02, HERO)
    for x in (-0.95, 1.05):
        box((0.10, 0.2, 0.36), (x, BACK - 0.25, 1.66), iron, bevel=0.02, index=HERO)


def _outside(pale: Material) -> None:
    """The day that passes, seen only in strips."""
    box((9, 0.1, 6), (0, BACK + 1.0, 2), pale, index=GLOW)
    for side in (-1, 1):
        box((0.1, 14, 6), (side * (HALF + 0.9), 2, 2), pale, index=GLOW)


def _people(coats: list[Material], skin: Material, red: Material) -> None:
    rnd = random.Random(12)
    for n in range(26):
        row = n // 4
        x = -1.35 + (n % 4) * 0.9 + rnd.uniform(-0.2, 0.2) + 0.2 * (row % 2)
        y = 2.9 + row * 0.62 + rnd.uniform(-0.12, 0.12)
        if abs(x) > 1.55 or (abs(x - 0.1) < 0.42 and row < 2):
            continue
        child = n in (9, 18)
        coat = red if n == 14 else rnd.choice(coats)
        standing(
            (x, y, 0),
            1.15 if child else rnd.uniform(1.52, 1.80),
            coat,
            skin,
            rnd.uniform(2.3, 3.9),
            skirt=n % 3 == 0,
            stoop=rnd.choice((0, 0.3, 0.8)),
        )
    for n, x in enumerate((-1.45, 1.5)):
        standing((x, 1.7 + 0.3 * n, 0), 1.68, coats[n], coats[0], np.pi + 0.5 * (1 - 2 * n), stoop=0.4, hat=n == 1)


def build(_light: str) -> None:
    """The car under way, by day."""
    wood, iron = worn((0.075, 0.062, 0.050), 0.85, bump=0.5, grain=4), worn((0.05, 0.05, 0.052), 0.4, 0.8, 0.2)
    _car(wood, iron)
    _outside(sooted((0.62, 0.62, 0.57), (0.92, 0.90, 0.82), 1.2, 0.4))
    coats = [dark_cloth(n) for n in range(3)] + [worn((0.10, 0.095, 0.082), 0.9), worn((0.085, 0.075, 0.06), 0.9)]
    _people(coats, worn((0.13, 0.10, 0.08), 0.8), worn((0.40, 0.013, 0.011), 0.9))
    mist = haze((0.62, 0.64, 0.64), 0.035)
    for n, (x, y, z) in enumerate(
        ((-0.8, 3.4, 1.62), (0.75, 3.7, 1.55), (-0.15, 4.6, 1.6), (1.2, 4.9, 1.66), (-1.2, 5.4, 1.5))
    ):

        def puff(u: float, v: float, x: float = x, y: float = y, z: float = z, n: int = n) -> Point:
            return (x + (u - 0.5) * 0.5 * (0.4 + v), y - 0.15 - 0.05 * np.sin(u * 4 + n), z - 0.02 + v * 0.36)

        sheet(puff, 6, 6, mist, GLOW)
    for y in (-0.5, 2.6, 5.2):
        tube([(0.4, y, TOP + 0.1), (0.4, y, TOP - 0.2)], 0.02, iron, 6)
    stage.sky((0.10, 0.11, 0.12), 0.3)
    for side, power in ((-1, 190), (1, 70)):
        stage.lamp("AREA", (side * (HALF + 0.7), 4, 1.9), power, (0.95, 0.96, 0.92), 3, (0, 4, 0.6))
    for side in (-1, 1):
        for y in (3.2, 5.4):
            stage.lamp("AREA", (side * 1.7, y, 2.35), 34, (0.95, 0.97, 1.0), 0.6, (-side * 0.3, y + 0.2, 1.2))
    stage.lamp("AREA", (0.1, BACK + 0.8, 1.9), 260, (1, 0.97, 0.88), 2.2, (0, 2, 0.8))
    stage.camera((0.12, -0.9, 1.60), (0.1, 4, 1.62), 24)
