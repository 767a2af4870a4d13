"""A burned hamlet at dusk: its stoves stand alone in a row with their doors open, a well, things dropped in a line."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, HERO, Material, box, lathe, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.hamlet import stove, well
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import branch, land, wander

FILES = {"first": "places/place_ruined_village"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.28, 0.25, 0.21),
        haze_distance=42,
        haze_start=8,
        haze_most=0.8,
        mist=(0.42, 0.36, 0.28),
        mist_at=(18, 34, 60),
        mist_amount=0.5,
        mist_top=1.6,
        sky_low=(0.66, 0.50, 0.32),
        sky_high=(0.10, 0.115, 0.14),
        clouds=0.22,
        bloom=0.4,
        shadow=(0.41, 0.47, 0.54),
        highlight=(0.63, 0.55, 0.43),
        tone=0.6,
    )
}


def _hearth(
    x: float, y: float, turn: float, coal: Material, hole: Material, iron: Material, rnd: random.Random
) -> None:
    """One house's place: the stove, the stumps of its posts, what fell in."""
    stove((x, y, 0.05), turn, iron, hole, rnd.uniform(1.9, 2.5), rnd.uniform(2.3, 3.6))
    for dx in (-2.1, 2.0):
        for dy in (-1.2, 1.6):
            tall = rnd.choice((0.3, 0.5, 0.9, 1.7))
            tube([(x + dx, y + dy, -0.1), (x + dx + rnd.uniform(-0.15, 0.15), y + dy, tall)], [0.10, 0.05], coal, 6)
    for _ in range(7):
        long = rnd.uniform(0.8, 2.4)
        at = (x + rnd.uniform(-2, 2), y + rnd.uniform(-1.3, 1.9), rnd.uniform(0.06, 0.22))
        box((long, 0.12, 0.12), at, coal, (0, rnd.uniform(-0.2, 0.2), rnd.uniform(0, 3)), 0.02)
    for dx in (-1.5, 0.1, 1.7):
        box((1.3, 0.4, 0.16), (x + dx, y + 2.0, 0.05), coal, (0, 0, rnd.uniform(-0.1, 0.1)), 0.03)


def _dropped(stuff: dict[str, Material]) -> None:
    """From the well to the road and out of the picture: a pot, a bundle, a shoe, a chair, a basket, something red."""
    wood, pale, red, dark = (stuff[n] for n in ("wood", "pale", "red", "dark"))
    lathe(
        ((0, 0), (0.2, 0.02), (0.26, 0.18), (0.2, 0.32), (0.18, 0.30)),
        dark,
        (0.9, 10.4, 0.14),
        (1.3, 0, 0.5),
        sides=20,
        index=HERO,
    )
    for n, (x, y) in enumerate(((0.45, 8.6), (0.62, 8.52))):
        box((0.12, 0.30, 0.10), (x, y, 0.12), dark, (0, 0, 0.5 + n * 0.9), 0.04, HERO)
    lathe(
        ((0, 0), (0.26, 0.05), (0.30, 0.20), (0.2, 0.34), (0.05, 0.40), (0.10, 0.50), (0, 0.52)),
        pale,
        (-0.1, 7.1, 0.08),
        (0.5, 0.2, 0),
        sides=14,
        index=HERO,
    )
    x, y = -0.85, 5.7
    for dx in (-0.2, 0.2):
        tube([(x + dx, y, 0.12), (x + dx, y + 0.85, 0.14)], 0.028, wood, 7, HERO)
        tube([(x + dx, y + 0.42, 0.13), (x + dx, y + 0.40, 0.55)], 0.024, wood, 7, HERO)
    box((0.44, 0.05, 0.42), (x, y + 0.42, 0.34), wood, (0, 0, 0), 0.01, HERO)
    for dy in (0.60, 0.72, 0.84):
        tube([(x - 0.2, y + dy, 0.13), (x + 0.2, y + dy, 0.13)], 0.016, wood, 6, HERO)
    box((0.62, 0.46, 0.05), (1.15, 6.3, 0.13), red, (0.1, 0.06, 0.7), 0.02, HERO)
    box((0.34, 0.30, 0.09), (1.28, 6.42, 0.17), red, (0.0, 0.1, 1.4), 0.04, HERO)


def build(_light: str) -> None:
    """The hamlet, some hours after."""
    ash = worn((0.155, 0.146, 0.132), 0.95, bump=0.7, grain=1.5, vary=0.5)
    land(lambda x, y: 0.10 * wander(x, y, 0.8) + 0.06 * max(0, abs(x) - 9), (-50, 50), (-4, 110), ash, 0.03)
    coal, iron = worn((0.016, 0.015, 0.015), 0.85, bump=0.4), worn((0.040, 0.038, 0.038), 0.5, 0.6, 0.3, 6)
    hole, rnd = glow((0.9, 0.22, 0.05), 0.05), random.Random(11)
    spots = (
        (-4.6, 9.0, 0.35),
        (-6.6, 15, 0.25),
        (-3.4, 20, 0.1),
        (3.6, 16.5, -0.1),
        (5.6, 10.2, -0.45),
        (7.4, 21.5, -0.2),
    )
    for x, y, turn in spots:
        _hearth(x, y, turn, coal, hole, iron, rnd)
    for n in range(7):
        _hearth(-14 + n * 5.2 + rnd.uniform(-1, 1), 30 + rnd.uniform(0, 12), 0, coal, hole, iron, rnd)
    stone = worn((0.115, 0.112, 0.105), 0.9, bump=0.6, grain=2.4)
    well((0.3, 13.2, 0.0), stone, worn((0.045, 0.036, 0.030), 0.8), iron)
    wood = worn((0.075, 0.055, 0.040), 0.8)
    _dropped(
        {"wood": wood, "pale": worn((0.36, 0.33, 0.27), 0.95), "red": worn((0.46, 0.014, 0.012), 0.9), "dark": iron}
    )
    for n, (x, y) in enumerate(((-9.5, 13), (10.5, 15), (-12, 24), (14, 30))):
        branch((x, y, -0.1), (0.1 * math.sin(n), 0, 1), 3.8, 0.2, coal, n + 3, 2)
    for n in range(16):
        a = np.pi * n / 15
        tube([(-30 + 4 * n, 80 + 4 * math.sin(a), 0), (-30 + 4 * n, 80, rnd.uniform(0.5, 3))], 0.2, coal, 5, GROUND)
    stage.sky((0.48, 0.40, 0.30), 0.36, (0.20, 0.235, 0.28))
    stage.lamp("SUN", (0, 0, 0), 1.7, (1, 0.78, 0.52), 0.12, (0.25, -0.92, -0.24))
    stage.lamp("AREA", (-5, -5, 5), 700, (0.60, 0.72, 0.95), 4, (0, 11, 0.6))
    stage.camera((0.1, -2.2, 1.9), (0.15, 12, 2.35), 25)
