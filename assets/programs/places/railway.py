"""A single track through snow between black trees, telegraph poles, and far along it a row of lamps on the move.

Lights: first (dusk), turned (the same track the other way at night, a train full of lamps coming, doors open).
"""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import standing, wires
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import glow, haze, worn
from assets.programs.kit.wild import branch, flecks, land, wander

FILES = {"first": "places/place_railway", "turned": "cards/ending_train_turned_round"}
LOOKS = {
    "first": Look(
        exposure=1.4,
        haze=(0.20, 0.225, 0.25),
        haze_distance=60,
        haze_start=8,
        haze_most=0.8,
        mist=(0.30, 0.32, 0.335),
        mist_at=(30, 60, 110),
        mist_amount=0.45,
        mist_top=3,
        sky_low=(0.40, 0.39, 0.37),
        sky_high=(0.075, 0.095, 0.12),
        colour=0.85,
        clouds=0.16,
        bloom=0.55,
        bloom_above=0.8,
        shadow=(0.41, 0.47, 0.57),
        highlight=(0.61, 0.55, 0.45),
        tone=0.6,
    ),
    "turned": Look(
        exposure=1.7,
        haze=(0.12, 0.135, 0.155),
        haze_distance=60,
        haze_start=8,
        haze_most=0.75,
        mist=(0.20, 0.215, 0.235),
        mist_at=(30, 60),
        mist_amount=0.4,
        mist_top=3,
        sky_low=(0.27, 0.25, 0.23),
        sky_high=(0.045, 0.058, 0.075),
        colour=0.9,
        clouds=0.2,
        bloom=0.6,
        bloom_above=0.7,
        shadow=(0.41, 0.47, 0.57),
        highlight=(0.62, 0.55, 0.43),
        tone=0.6,
        quiet=0.25,
    ),
}
NEAR = {"first": Near(12.6)}


def _bend(y: float) -> float:
    """Where the track's middle lies: straight, and far off a curve to the left."""
    return 0.9 - 0.0022 * max(0.0, y - 26) ** 2 * 0.6


def _track(iron: Material, wood: Material, snow: Material) -> None:
    for y in np.arange(-1.5, 46, 0.62):
        box((2.3, 0.22, 0.12), (_bend(y), y, 0.16), wood, index=GROUND)
    for side in (-0.72, 0.72):
        tube([(_bend(y) + side, y, 0.29) for y in np.linspace(-3, 120, 90)], 0.045, iron, 6, HERO)

    def bed(u: float, v: float) -> Point:
        y = -3 + v * 130
        return (_bend(y) + (u - 0.5) * 3.4, y, 0.17 - 0.5 * abs(u - 0.5) ** 2 + 0.02 * np.sin(y * 9))

    sheet(bed, 8, 240, snow)


def _poles(iron: Material, aside: float = -3.6) -> None:
    last = None
    for y in np.arange(9.5, 100, 9.5):
        x = _bend(y) + aside
        tube([(x, y, 0), (x + 0.05, y, 6.2)], [0.12, 0.08], iron, 7)
        for z in (5.4, 5.9):
            box((1.5, 0.09, 0.09), (x, y, z), iron)
        for dx in (-0.6, 0.6):
            if last:
                wires((last[0] + dx, last[1], 6.0), (x + dx, y, 6.0), 0.4, iron, 0.018)
        last = (x, y)


def _woods(bark: Material, clear: float, seed: int) -> None:
    rnd = random.Random(seed)
    for n in range(64):
        y = 3 + n * 1.15 + rnd.uniform(-0.6, 0.6)
        side = rnd.choice((-1, 1))
        x = _bend(y) + side * (clear + rnd.uniform(0, 9) + 0.04 * y) - (0.8 if side < 0 else 0)
        branch(
            (x, y, -0.1),
            (rnd.uniform(-0.06, 0.06), 0, 1),
            rnd.uniform(4.5, 7),
            0.22,
            bark,
            n + seed,
            2 if n < 26 else 1,
        )


def _far_train(dark: Material, lamp: Material) -> None:
    for n in range(11):
        y = 92 - n * 1.2
        x = _bend(92) - 12 + n * 3.6
        box((3.2, 2.2, 2.5), (x, y, 1.7), dark, index=HERO)
        box((0.6, 0.2, 0.7), (x + 0.6, y - 1.2, 2.0), lamp, index=GLOW)
    box((4.4, 2.2, 3.0), (_bend(92) - 16.5, 93, 1.9), dark, index=HERO)


def _coming_train(dark: Material, lamp: Material, red: Material) -> None:
    """The engine before us and the cars behind it on the curve, every door open on a lamp, people on the steps."""
    y = 19.0
    x = _bend(y)
    lathe(
        ((0, 0), (0.95, 0), (0.98, 0.1), (0.9, 5.0), (0, 5.0)),
        dark,
        (x, y, 1.95),
        (-np.pi / 2, 0, 0),
        sides=30,
        index=HERO,
    )
    box((2.5, 5, 0.5), (x, y + 2.4, 0.85), dark, index=HERO)
    box((2.4, 1.6, 2.6), (x, y + 5.4, 2.3), dark, bevel=0.06, index=HERO)
    lathe(((0.22, 0), (0.20, 0.5), (0.34, 0.9)), dark, (x, y + 0.7, 2.8), sides=18, index=HERO)
    box((2.5, 0.12, 0.35), (x, y - 0.25, 0.72), red, index=HERO)
    lathe(((0, 0), (0.26, 0)), lamp, (x, y - 0.08, 2.75), (np.pi / 2, 0, 0), sides=24, index=GLOW)
    for side in (-1, 1):
        lathe(((0, 0), (0.17, 0)), lamp, (x + side * 0.95, y - 0.34, 0.98), (np.pi / 2, 0, 0), sides=20, index=GLOW)
    stage.lamp("SPOT", (x, y - 0.2, 2.75), 9000, (1, 0.80, 0.50), 0.2, (x - 0.4, 2, 0.2), 46)
    for n in range(9):
        yy = y + 8.5 + n * 5.6
        far = yy - y - 5
        xx, turn = x - 0.013 * far * far, math.atan(0.026 * far)
        box((2.5, 5.0, 2.6), (xx, yy, 2.1), dark, (0, 0, turn), 0.05, HERO)
        aside, back = 1.29 * math.cos(turn), 1.29 * math.sin(turn)
        box((0.06, 1.7, 1.9), (xx - aside, yy - back, 1.95), lamp, (0, 0, turn), index=GLOW)
        lathe(((0.13, 0), (0.13, 0.26), (0, 0.3)), lamp, (xx - 1.2, yy - 2.4, 3.4), sides=10, index=GLOW)


def _on_the_roof(dark: Material, white: Material, pale: Material) -> None:
    """Washing along the first cars' side, and on a roof somebody old with a clock in her lap."""
    for n in range(7):
        yy = 28.0 + n * 2.1
        x = _bend(19) - 0.013 * (yy - 24) ** 2 - 1.75
        box((0.03, 0.9, 1.0 - 0.3 * (n % 2)), (x, yy, 2.75 + 0.15 * (n % 2)), pale, (0, 0.1, 0.1), index=HERO)
    standing((_bend(19) - 0.3, 28.2, 3.35), 1.25, dark, white, 0.2, skirt=True, stoop=0.5)
    lathe(((0, 0), (0.36, 0)), white, (_bend(19) - 0.3, 27.7, 4.05), (np.pi / 2, 0, 0), sides=20, index=GLOW)


def build(light: str) -> None:
    """The line, one way or the other."""
    snow = worn((0.50, 0.52, 0.55), 0.85, bump=0.35, grain=1.4, vary=0.15)
    land(
        lambda x, y: 0.12 * wander(x, y, 1.1) - 0.05 + 0.05 * max(0, abs(x - _bend(y)) - 3),
        (-60, 60),
        (-4, 130),
        snow,
        0.012,
    )
    iron, wood = worn((0.05, 0.048, 0.046), 0.3, 0.9, 0.1), worn((0.022, 0.019, 0.017), 0.9)
    bark = worn((0.014, 0.013, 0.013), 0.9)
    _track(iron, wood, worn((0.42, 0.44, 0.46), 0.9, bump=0.5, grain=2.2, vary=0.3))
    _poles(bark, 4.2 if light == "turned" else -3.6)
    if light == "turned":
        _woods(bark, 9.0, 30)
        dark, lamp = worn((0.03, 0.03, 0.032), 0.5, 0.3), glow((1, 0.64, 0.26), 3.5)
        _coming_train(dark, lamp, worn((0.42, 0.014, 0.012), 0.6))
        _on_the_roof(worn((0.06, 0.05, 0.05), 0.9), glow((0.7, 0.66, 0.54), 0.9), glow((0.62, 0.58, 0.46), 0.5))
        x = _bend(17) + 0.15
        tube(
            [(x + 0.5 * np.sin(t * 4) * t + 4 * t * t, 17.7 + 5 * t, 3.7 + 5 * t) for t in np.linspace(0, 1, 16)],
            np.linspace(0.25, 1.5, 16),
            haze((0.30, 0.28, 0.26), 0.30),
            10,
            GLOW,
        )
        for dx, dy in ((-2.5, 13.5), (-3.1, 14.1), (2.9, 14.6)):
            standing((_bend(15) + dx, dy, 0), 1.7, worn((0.05, 0.05, 0.055), 0.9), None, 2.6)
        stage.sky((0.20, 0.22, 0.25), 0.30, (0.08, 0.11, 0.15))
        stage.lamp("SUN", (0, 0, 0), 0.5, (0.6, 0.75, 1.0), 0.1, (-0.5, -0.8, -0.5))
        flecks((-6, 4, 0.3), (8, 20, 6), 240, 0.018, worn((0.7, 0.7, 0.72), 0.9, bump=0), 4)
        stage.camera((-4.2, 1.5, 2.5), (-1.6, 22, 3.0), 27, (-0.13, 0))
        return
    _woods(bark, 4.6, 3)
    _far_train(worn((0.02, 0.02, 0.021), 0.6), glow((1, 0.62, 0.24), 45))
    stage.sky((0.30, 0.32, 0.35), 0.42, (0.12, 0.16, 0.21))
    stage.lamp("SUN", (0, 0, 0), 0.8, (1, 0.82, 0.62), 0.2, (-0.3, -0.92, -0.22))
    flecks((-6, 3, 0.3), (7, 20, 6), 220, 0.016, worn((0.7, 0.72, 0.75), 0.9, bump=0), 4)
    stage.camera((0.1, -2.4, 1.75), (0.3, 18, 3.3), 26)
