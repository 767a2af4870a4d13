"""The poisoned forest: straight grey trunks in yellow standing water.

Lights: first (a thread of blue smoke far in, a black tower on a ridge to the left), tracks (its edge, where square
footprints go in among the trunks, and beside them for a while the prints of shoes).
"""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, HERO, PLANTS, Material, box, extrude, lathe, mesh, sheet, tube
from assets.programs.kit.finish import Look, Plume
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import glow, sooted, worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "places/place_contaminated_forest", "tracks": "cards/ending_act_four_begins"}
FIRST = Look(
    exposure=1.35,
    haze=(0.33, 0.345, 0.29),
    haze_distance=34,
    haze_start=7,
    haze_most=0.92,
    mist=(0.46, 0.46, 0.36),
    mist_at=(13, 22, 36),
    mist_amount=0.5,
    mist_top=3.2,
    sky_low=(0.52, 0.50, 0.38),
    sky_high=(0.20, 0.225, 0.215),
    smoke=Plume(0.5325, 0.645, 0.14, -0.012, 0.011, (0.20, 0.27, 0.36), 0.75),
    clouds=0.12,
    bloom=0.4,
    bloom_above=0.9,
    shadow=(0.42, 0.48, 0.50),
    highlight=(0.61, 0.57, 0.43),
    tone=0.6,
)
TRACKS = Look(
    exposure=1.45,
    haze=(0.26, 0.285, 0.28),
    haze_distance=18,
    haze_start=6,
    haze_most=0.92,
    mist=(0.40, 0.41, 0.36),
    mist_at=(11, 17, 26),
    mist_amount=0.5,
    mist_top=2.4,
    sky_low=(0.36, 0.37, 0.33),
    sky_high=(0.14, 0.165, 0.175),
    shadow=(0.41, 0.48, 0.53),
    highlight=(0.61, 0.57, 0.45),
    tone=0.6,
    quiet=0.2,
)
LOOKS = {"first": FIRST, "tracks": TRACKS}
NEAR = {"first": Near(11.0, (PLANTS,))}


def _trunk(at: Point, thick: float, tall: float, lean: float, bark: Material, rng: np.random.Generator) -> None:
    """One trunk: feet that grip the mud, bark in ridges that wander, snapped off raggedly where it ends in sight."""
    sides, turn, sway = 13, rng.uniform(0, 6.3, 3), rng.uniform(-0.05, 0.05, 2)
    heights = (
        np.concatenate((np.linspace(-0.6, 1.2, 9), np.linspace(1.2, tall, 15)[1:]))
        if tall > 3
        else np.linspace(-0.6, tall, 14)
    )
    a = np.arange(sides) * 2 * math.pi / sides
    points = []
    for z in heights:
        foot = 0.9 * math.exp(-max(z, 0) / 0.28) * (0.55 + 0.45 * np.sin(4 * a + turn[0]))
        ridge = 0.07 * np.sin(6 * a + turn[1] + 0.8 * math.sin(z * 0.9)) + rng.normal(0, 0.035, sides)
        r = thick * (1.25 - 0.5 * min(z, 20) / 20) * (1 + foot + ridge)
        top = rng.uniform(-0.28, 0.28, sides) * (z == heights[-1] and tall < 20)
        x, y = lean * z + sway[0] * math.sin(z * 0.7), sway[1] * math.sin(z * 0.5 + turn[2])
        points += [
            (at[0] + x + r[k] * math.cos(a[k]), at[1] + y + r[k] * math.sin(a[k]), z + top[k]) for k in range(sides)
        ]
    faces = [
        (i * sides + k, i * sides + (k + 1) % sides, (i + 1) * sides + (k + 1) % sides, (i + 1) * sides + k)
        for i in range(len(heights) - 1)
        for k in range(sides)
    ]
    mesh(
        points,
        [*faces, tuple(range((len(heights) - 1) * sides, len(heights) * sides))],
        bark,
        smooth=True,
        index=PLANTS,
    )


def _trunks(count: int, near: float, clear: float, bark: Material, seed: int) -> None:
    """Trunks without a branch as far as one sees, some broken off, one or two leaning on their neighbours."""
    rnd, rng = random.Random(seed), np.random.default_rng(seed)
    for n in range(count):
        y = near + (n / count) ** 1.35 * 62
        x = rnd.choice((-1, 1)) * (clear * (0.4 + 0.05 * y) + abs(rnd.gauss(0, 0.40)) * (4 + 0.42 * y))
        if -0.46 < x / (y + 1.8) < -0.22 and clear > 1.2 and y < 70:
            continue
        thick, tall = rnd.uniform(0.09, 0.22), rnd.choice((30, 30, 30, 30, rnd.uniform(2, 6)))
        lean = rnd.gauss(0, 0.02) if rnd.random() < 0.93 else rnd.choice((-1, 1)) * rnd.uniform(0.10, 0.2)
        _trunk((x, y, 0), thick * 1.1, tall, lean, bark, rng)
        for _ in range(rnd.choice((0, 0, 1, 2, 3))):
            side, z, long = rnd.choice((-1, 1)), rnd.uniform(1.8, 9), rnd.uniform(0.25, 0.9)
            if z < tall:
                stub = [
                    (x + lean * z, y, z),
                    (x + lean * z + side * long * 0.6, y, z + 0.02),
                    (x + lean * z + side * long, y, z - 0.16 * long),
                ]
                tube(stub, [0.05, 0.032, 0.012], bark, 5, PLANTS)


def _water(yellow: Material, clear: float = 0.0) -> None:
    def surface(u: float, v: float) -> Point:
        x, y = (u - 0.5) * 130, -3 + clear + v**1.5 * 120
        return (x, y, 0.006 * math.sin(x * 1.7 + y) + 0.004 * math.sin(y * 3.1))

    sheet(surface, 60, 90, yellow, GLOW)


def _islands(moss: Material) -> None:
    """Low banks between the pools."""
    land(
        lambda x, y: -0.42 + 0.46 * wander(x, y, 0.85) + 0.10 * wander(x + 40, y, 0.3), (-60, 60), (-4, 90), moss, 0.02
    )


def _tower(stone: Material) -> None:
    """The ridge to the left and on it a tower that nothing grows on."""
    ridge = [(-40, -1), (-20, 6), (-8, 9), (3, 8), (13, 4), (26, -1)]
    extrude(ridge, 6, stone, (-24, 74, 0), index=HERO)
    at = (-27, 73, 8)
    lathe(
        ((3.2, 0), (2.7, 3), (2.5, 19), (3.1, 19.4), (3.1, 21.5), (2.6, 21.6)),
        stone,
        at,
        sides=12,
        smooth=False,
        index=HERO,
    )
    lathe(((1.2, 0), (1.1, 5.5), (0.0, 8)), stone, (at[0] + 0.6, 73, 29), sides=10, index=HERO)


def _prints(dark: Material, seed: int) -> None:
    """Square prints, deep, two by two, going in and into the water; to their right small prints that stop."""
    rnd = random.Random(seed)
    for n in range(15):
        y = 1.1 + n * 0.72
        x = -0.55 + 0.05 * n + 0.10 * math.sin(n * 0.6) + (0.24 if n % 2 else -0.24)
        box((0.25, 0.36, 0.04), (x, y, _bank(x, y) + 0.005), dark, (0.02, 0, rnd.uniform(-0.12, 0.06)), 0.02)
    for n in range(14):
        y = 1.0 + n * 0.47
        x = 0.62 + 0.02 * n + 0.05 * math.sin(n) + (0.11 if n % 2 else -0.11)
        for dy, wide, long in ((0.05, 0.085, 0.12), (-0.07, 0.06, 0.055)):
            box((wide, long, 0.04), (x, y + dy, _bank(x, y) + 0.004), dark, (0, 0, rnd.uniform(-0.15, 0.15)), 0.03)


def _bank(x: float, y: float) -> float:
    return 0.30 - 0.045 * max(0.0, y - 2.0) + 0.035 * math.sin(x * 1.3 + y * 0.4)


def build(light: str) -> None:
    """The inside of the forest, or its edge."""
    bark = worn((0.17, 0.17, 0.165), 0.85, bump=0.5, grain=2.2, vary=0.45)
    if light == "tracks":
        _trunks(120, 7.5, 1.1, bark, 4)
        _water(sooted((0.10, 0.085, 0.02), (0.24, 0.195, 0.05), 0.8, 0.6, 0.35))
        ash = worn((0.30, 0.29, 0.26), 0.95, bump=0.7, grain=2.6, vary=0.35)
        land(_bank, (-14, 14), (-3, 16), ash, 0.008)
        _prints(worn((0.035, 0.033, 0.030), 0.9, bump=0.2), 2)
        stage.sky((0.40, 0.41, 0.38), 0.6, (0.24, 0.27, 0.29))
        stage.lamp("AREA", (1, 26, 9), 4500, (1, 0.95, 0.80), 9, (0, 2, 0))
        stage.lamp("SUN", (0, 0, 0), 1.2, (1, 0.94, 0.80), 0.1, (0.35, -0.9, -0.28))
        stage.camera((0.1, -2.0, 2.1), (0.1, 6, 1.0), 26, (-0.16, 0))
        return
    _trunks(230, 6.5, 1.6, bark, 8)
    _water(sooted((0.20, 0.165, 0.035), (0.46, 0.37, 0.085), 0.75, 0.35, 0.42))
    _islands(worn((0.075, 0.073, 0.055), 0.95, bump=0.6, grain=2.5))
    _tower(worn((0.012, 0.012, 0.013), 0.9))
    lathe(((0, 0), (0.3, 0.1), (0, 0.4)), glow((1, 0.42, 0.12), 4), (2.3, 43.5, 0.3), index=GLOW)
    stage.sky((0.46, 0.46, 0.38), 0.55, (0.28, 0.31, 0.30))
    stage.lamp("AREA", (1, 46, 12), 26000, (1, 0.94, 0.72), 14, (0, 5, 1))
    stage.camera((0.0, -1.8, 1.75), (0.1, 14, 3.0), 25)
