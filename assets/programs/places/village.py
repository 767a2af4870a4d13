"""The hidden village in snow: low houses of timber and tin under leafless trees, a well with a winch before them.

Lights: night (one lamp over a door, one stovepipe smoking), raided (doors open, no smoke, wheel tracks, a stove burning
by itself, the winch bent).
"""

import math
import random

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, sheet, tube
from assets.programs.kit.finish import Look, Plume
from assets.programs.kit.hamlet import Stuff, house, stove, well
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import branch, flecks, land, wander

FILES = {
    "night": "places/place_village",
    "raided": "places/place_village_raided",
}
LOOKS = {
    "night": Look(
        exposure=1.45,
        haze=(0.10, 0.125, 0.155),
        haze_distance=34,
        haze_start=9,
        haze_most=0.8,
        mist=(0.17, 0.20, 0.235),
        mist_at=(17, 28),
        mist_amount=0.45,
        mist_top=3,
        smoke=Plume(0.491, 0.402, 0.05, 0.07, 0.022, (0.15, 0.175, 0.21), 0.62),
        sky_low=(0.18, 0.205, 0.23),
        sky_high=(0.038, 0.048, 0.062),
        colour=0.78,
        clouds=0.15,
        bloom=0.55,
        bloom_above=0.7,
        shadow=(0.40, 0.47, 0.58),
        highlight=(0.62, 0.55, 0.44),
        tone=0.6,
    ),
    "raided": Look(
        exposure=1.3,
        haze=(0.42, 0.425, 0.41),
        haze_distance=40,
        haze_start=9,
        haze_most=0.85,
        mist=(0.52, 0.52, 0.50),
        mist_at=(17, 28),
        mist_amount=0.5,
        mist_top=3,
        sky_low=(0.52, 0.51, 0.47),
        sky_high=(0.24, 0.26, 0.275),
        clouds=0.12,
        bloom=0.4,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.60, 0.56, 0.47),
        tone=0.6,
    ),
}
NEAR = {"night": Near(11.65)}
HOUSES = (
    (-7.2, 11.5, 5.6, 2.3),
    (-1.6, 16.5, 5.2, 2.2),
    (6.4, 12.6, 5.4, 2.3),
    (4.4, 22, 5, 2.3),
    (-6.8, 22.5, 5.5, 2.2),
    (12.5, 19, 5.5, 2.4),
)


def _ground(light: str, snow: Material, earth: Material) -> None:
    def height(x: float, y: float) -> float:
        path = 0.16 * math.exp(-(((x - 0.5 - 0.8 * math.sin(y * 0.2)) / 0.8) ** 2))
        ruts = 0.17 * sum(math.exp(-(((x - 0.1 - 0.08 * y - m) / 0.17) ** 2)) for m in (-0.95, 0.95))
        return 0.14 * wander(x, y, 0.9) + 0.05 * max(0, abs(x) - 6) - (ruts if light == "raided" else path)

    land(height, (-26, 26), (-4, 60), snow, 0.012)
    if light == "raided":
        for m in (-0.95, 0.95):

            def rut(u: float, v: float, m: float = m) -> Point:
                y = -3 + v * 40
                x = 0.1 + 0.08 * y + m + (u - 0.5) * 0.34
                return (x, y, height(x, y) + 0.07)

            sheet(rut, 3, 90, earth, GROUND)


def _trees(bark: Material) -> None:
    rnd = random.Random(5)
    for n, (x, y) in enumerate(((-10.5, 8.5), (-3.9, 14.2), (2.2, 19.5), (9.8, 9.6), (3.4, 15.2), (-11, 18), (9, 20))):
        branch((x, y, -0.1), (rnd.uniform(-0.1, 0.1), 0, 1), rnd.uniform(4.4, 5.6), 0.24, bark, n + 20, 3)
    for n in range(22):
        x, y = rnd.uniform(-24, 24), rnd.uniform(27, 40)
        branch((x, y, -0.1), (rnd.uniform(-0.1, 0.1), 0, 1), rnd.uniform(4, 6), 0.2, bark, n + 60, 1)


def _lamp_over(x: float, y: float, iron: Material) -> None:
    """The one lamp: a bracket, a bell, and its light on the step."""
    tube([(x, y, 2.12), (x, y - 0.42, 2.22)], 0.025, iron, 6)
    lathe(((0.16, 0), (0.05, 0.14), (0, 0.15)), iron, (x, y - 0.42, 2.06), sides=14)
    lathe(((0, -0.07), (0.065, 0.0), (0, 0.07)), glow((1, 0.70, 0.34), 16), (x, y - 0.42, 2.03), sides=12, index=GLOW)
    stage.lamp("POINT", (x, y - 0.6, 1.92), 140, (1, 0.66, 0.30), 0.1)


def _left_behind(wood: Material, pale: Material) -> None:
    """What was set down in mid use: a bowl, a spoon, a broom, a sledge on its side, and a red mitten."""
    lathe(
        ((0, 0), (0.1, 0), (0.2, 0.13), (0.18, 0.13), (0.06, 0.03)),
        wood,
        (-0.5, 6.3, 0.05),
        (0.5, 0.3, 0),
        sides=18,
        index=HERO,
    )
    tube([(-0.2, 6.0, 0.07), (0.12, 6.15, 0.09)], 0.018, wood, 6, HERO)
    tube([(3.3, 7.4, 0.06), (4.7, 8.0, 0.12)], 0.022, wood, 6, HERO)
    box((0.34, 0.2, 0.12), (3.2, 7.3, 0.09), wood, (0, 0, 0.4), 0.05, HERO)
    for n in range(3):
        box((1.1, 0.04, 0.12), (-3.5, 8.1 + 0.02 * n, 0.15 + 0.2 * n), wood, (0, 0.05, 0.3), 0.01, HERO)
    box((0.16, 0.24, 0.07), (0.75, 5.9, 0.09), worn((0.46, 0.014, 0.012), 0.9), (0, 0, 0.6), 0.03, HERO)
    box((0.6, 0.45, 0.3), (-1.5, 9.6, 0.18), pale, (0.2, 0.1, 0.7), 0.08, HERO)


def build(light: str) -> None:
    """The village by night, or after the raid."""
    snow = worn((0.58, 0.60, 0.62), 0.85, bump=0.35, grain=1.4, vary=0.12)
    earth = worn((0.15, 0.135, 0.105), 0.9, bump=0.6, grain=1.6, vary=0.4)
    _ground(light, snow, earth)
    dark, bark = worn((0.008, 0.008, 0.008), 0.9), worn((0.022, 0.020, 0.020), 0.9, bump=0.3)
    wall = worn((0.125, 0.105, 0.088), 0.9, bump=0.4, grain=3)
    stuff = Stuff(wall, worn((0.085, 0.088, 0.09), 0.5, 0.5, 0.4, 3), dark, snow)
    window = glow((1, 0.62, 0.26), 0.9)
    for n, (x, y, wide, tall) in enumerate(HOUSES):
        house(
            (x, y, -0.05),
            wide,
            4.2,
            tall,
            stuff,
            window if light == "night" and n == 1 else None,
        )
    _trees(bark)
    iron = worn((0.045, 0.043, 0.042), 0.5, 0.6, 0.3, 6)
    wood = worn((0.06, 0.046, 0.036), 0.8)
    stone = worn((0.13, 0.128, 0.122), 0.9, bump=0.6, grain=2.4)
    well((1.5, 9.2, 0.0), stone, wood, iron, 0.55 if light == "raided" else 0.0, snow)
    if light == "night":
        _lamp_over(-1.6 - 5.2 * 0.16, 16.45, iron)
        stage.sky((0.14, 0.18, 0.24), 0.42, (0.08, 0.11, 0.16))
        stage.lamp("SUN", (0, 0, 0), 0.55, (0.55, 0.72, 1.0), 0.05, (0.5, -0.75, -0.6))
        flecks((-8, 4, 0.3), (8, 22, 7), 260, 0.018, worn((0.7, 0.72, 0.75), 0.9, bump=0), 4)
    else:
        leaf = worn((0.22, 0.19, 0.16), 0.9)
        for n, (x, y, wide, _) in enumerate(HOUSES):
            door = x - wide * 0.16
            box((0.85, 0.06, 1.8), (door - 0.66, y - 0.42, 0.9), leaf, (0, 0, 0.95 + 0.2 * math.sin(n)), 0.01, HERO)
        stove((-3.1, 10.4, 0.0), 0.35, iron, glow((1, 0.30, 0.06), 3.2), 2.2, 2.0)
        stage.lamp("POINT", (-3.2, 9.8, 0.7), 45, (1, 0.42, 0.12), 0.15)
        _left_behind(wood, worn((0.34, 0.32, 0.28), 0.95))
        stage.sky((0.50, 0.50, 0.48), 0.62, (0.32, 0.35, 0.38))
        stage.lamp("SUN", (0, 0, 0), 1.1, (1, 0.94, 0.84), 0.2, (0.4, -0.85, -0.42))
        flecks((-8, 4, 0.3), (8, 22, 7), 200, 0.018, worn((0.75, 0.75, 0.74), 0.9, bump=0), 4)
    stage.camera((0.15, -2.4, 1.9), (0.2, 13, 2.7), 26)
