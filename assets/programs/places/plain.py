"""The plain beyond the town under a low sun: a road, a lorry on its side, a one-arched bridge, ranks on the horizon."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, HERO, MACHINE, Material, again, box, extrude, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Point
from assets.programs.kit.soldiers import far_soldier
from assets.programs.kit.surfaces import worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "places/place_zone_three_plain"}
LOOKS = {
    "first": Look(
        exposure=1.4,
        haze=(0.40, 0.33, 0.24),
        haze_distance=110,
        haze_start=14,
        haze_most=0.62,
        mist=(0.62, 0.50, 0.34),
        mist_at=(40, 75),
        mist_amount=0.45,
        mist_top=2.2,
        sky_low=(0.74, 0.56, 0.34),
        sky_high=(0.12, 0.145, 0.17),
        clouds=0.2,
        sun=(0.60, 0.405, 0.045),
        sun_light=(0.60, 0.40, 0.18),
        bloom=0.4,
        shadow=(0.41, 0.47, 0.53),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
        quiet=0.3,
    )
}
BED, FORD = 4.6, 17.0


def _bed(y: float) -> float:
    return BED + 1.1 * math.sin((y - FORD) * 0.09)


def _ground(x: float, y: float) -> float:
    """The plain with the dry bed in it, and the road's bank across."""
    cut = 2.3 * math.exp(-(((x - _bed(y)) / 2.5) ** 4))
    return 0.22 * wander(x, y, 2.2) * min(1, abs(y - FORD) / 5) - cut


def _bridge(stone: Material) -> None:
    """One arch across the bed, its parapet broken on one side."""
    half, rise = 2.6, 2.05
    arch = [(half * math.cos(t), -2.3 + rise * math.sin(t)) for t in np.linspace(0, math.pi, 17)]
    outline = [(-4.2, -2.6), (-4.2, 0.25), (-1.2, 0.72), (1.2, 0.72), (4.2, 0.25), (4.2, -2.6), *arch]
    extrude(outline, 3.4, stone, (BED, FORD, 0), index=HERO)
    for x, long in ((-2.9, 2.6), (0.2, 2.4), (3.3, 1.8)):
        box((long, 0.3, 0.5), (BED + x, FORD - 1.55, 0.80 - 0.10 * abs(x)), stone, (0, 0.10 * x / 3, 0), 0.05, HERO)


def _lorry(body: Material, iron: Material, rubber: Material) -> None:
    """On its side at the edge of the road, its wheels to us, the tilt's hoops against the sky."""
    x, y = -5.6, 13.0
    turn = 0.5

    def spot(dx: float, dy: float, dz: float) -> Point:
        return (x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy * math.cos(turn), dz)

    box((4.2, 1.1, 2.0), spot(0.4, 0.6, 1.0), body, (0, 0, turn), 0.05, HERO)
    box((1.5, 2.1, 1.7), spot(-2.75, 1.15, 0.85), body, (0, 0, turn), 0.2, HERO)
    box((1.3, 1.0, 1.15), spot(-4.15, 0.6, 0.72), body, (0, 0, turn), 0.2, HERO)
    for z in (0.45, 1.75):
        tube([spot(-4.4, -0.05, z), spot(2.6, -0.05, z)], 0.08, iron, 6, HERO)
        for dx in (-3.6, 0.9, 1.95):
            wheel = ((0.10, -0.16), (0.46, -0.16), (0.50, 0), (0.46, 0.16), (0.10, 0.16), (0.10, -0.16))
            lathe(wheel, rubber, spot(dx, -0.28, z), (math.pi / 2, 0, turn), sides=22, index=HERO)
    for dx in (-1.4, 0.2, 1.8):
        hoop = [spot(dx, 1.1 + 1.2 * math.sin(t), 1.0 - 0.98 * math.cos(t)) for t in np.linspace(0, math.pi, 11)]
        tube(hoop, 0.035, iron, 6, HERO)


def _road(dust: Material) -> None:
    path = [(-9, -3), (-7.5, 4), (-4.4, 11), (-0.6, 15.6), (BED, FORD), (12, 18.5), (24, 26), (30, 48), (26, 90)]
    xs, ys = np.array(path, float).T
    along = np.linspace(0, 1, len(path))

    def surface(u: float, v: float) -> Point:
        x, y = np.interp(v, along, xs), np.interp(v, along, ys)
        dx, dy = np.interp(v + 0.02, along, xs) - x, np.interp(v + 0.02, along, ys) - y
        n = math.hypot(dx, dy) or 1.0
        px, py = x + (u - 0.5) * 3.2 * dy / n, y - (u - 0.5) * 3.2 * dx / n
        on_bridge = math.exp(-(((px - BED) / 3.6) ** 6)) * math.exp(-(((py - FORD) / 4) ** 4))
        return (px, py, max(_ground(px, py), -0.2) * (1 - on_bridge) + 0.10 + 0.62 * on_bridge)

    sheet(surface, 6, 90, dust, GROUND)


def build(_light: str) -> None:
    """The plain before anybody has fired."""
    earth = worn((0.135, 0.118, 0.092), 0.95, bump=0.6, grain=1.3, vary=0.45)
    land(_ground, (-70, 90), (-4, 150), earth, 0.03)
    _road(worn((0.26, 0.235, 0.19), 0.9, bump=0.4, grain=1.2, vary=0.3))
    _bridge(worn((0.085, 0.080, 0.072), 0.85, bump=0.6, grain=2.2))
    iron = worn((0.020, 0.020, 0.022), 0.5, 0.6, 0.2, 5)
    _lorry(worn((0.15, 0.148, 0.12), 0.6, bump=0.2), iron, worn((0.014, 0.014, 0.014), 0.8))
    box((0.5, 0.03, 0.34), (-4.3, 12.2, 0.33), worn((0.46, 0.014, 0.012), 0.9), (0.5, 0.2, 0.5), 0.01, MACHINE)
    source = far_soldier(iron)
    rnd = random.Random(3)
    for row, y in enumerate((78, 83, 89)):
        for n in range(-34, 35):
            at = (n * 2.6 + 1.2 * (row % 2), y + rnd.uniform(-0.3, 0.3), _ground(n * 2.7, y))
            again(source, at, (0, 0, rnd.uniform(-0.05, 0.05)), (2.0,) * 3)
    stage.sky((0.50, 0.42, 0.31), 0.75, (0.22, 0.26, 0.31))
    stage.lamp("SUN", (0, 0, 0), 2.8, (1, 0.74, 0.44), 0.05, (-0.22, -0.95, -0.16))
    stage.lamp("AREA", (-7, -3, 6), 900, (0.62, 0.74, 0.95), 4, (-5, 13, 1))
    stage.camera((-1.2, -3.4, 2.5), (0.4, 20, 3.3), 25)
