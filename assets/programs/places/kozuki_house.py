"""A basement workshop under one lamp: benches, a vice, two fitting frames, white armour laid out on a dust sheet."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import DRESS, GLOW, GROUND, HERO, MACHINE, Material, box, lathe, sheet, solid, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import brick, cloth, glow, sooted, worn

FILES = {"first": "places/place_kozuki_house"}
LOOKS = {
    "first": Look(
        exposure=1.45,
        haze=(0.085, 0.08, 0.07),
        haze_distance=24,
        haze_start=4,
        haze_most=0.5,
        beams=Beams(0.5, 0.14, 2.0, 0.12, 0.8, (1, 0.88, 0.66)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    )
}
BACK, HALF, TOP, BENCH = 8.2, 5.0, 3.6, 0.98


def _room(wall: Material, wood: Material, floor: Material, pane: Material) -> None:
    box((2 * HALF + 1, 0.4, TOP), (0, BACK + 0.2, TOP / 2), wall)
    for side in (-1, 1):
        box((0.4, 16, TOP), (side * (HALF + 0.2), 2, TOP / 2), wall)
        box((1.8, 0.06, 0.62), (side * 2.9, BACK - 0.02, 3.0), pane, index=GLOW)
        for k in range(5):
            tube(
                [(side * 2.9 - 0.8 + 0.4 * k, BACK - 0.07, 2.66), (side * 2.9 - 0.8 + 0.4 * k, BACK - 0.07, 3.34)],
                0.022,
                wood,
                6,
            )
        box((2.0, 0.3, 0.08), (side * 2.9, BACK - 0.1, 2.66), wood)
    box((2 * HALF + 1, 16, 0.2), (0, 2, -0.1), floor, index=GROUND)
    for y in np.arange(-2, BACK, 1.5):
        box((2 * HALF, 0.2, 0.28), (0, y, TOP), wood, bevel=0.02)
    box((2 * HALF + 1, 16, 0.1), (0, 2, TOP + 0.2), wood)


def _frame(x: float, y: float, turn: float, iron: Material, leather: Material) -> None:
    """A fitting frame: a man's outline in iron hoops on a stand, straps hanging."""
    c, s = math.cos(turn), math.sin(turn)

    def hoop(z: float, wide: float, deep: float, thick: float = 0.018) -> None:
        around = np.linspace(0, 2 * math.pi, 25)
        spots = [(wide * math.cos(t), deep * math.sin(t)) for t in around]
        tube([(x + a * c - b * s, y + a * s + b * c, z) for a, b in spots], thick, iron, 6, HERO)

    for z, wide, deep in (
        (0.95, 0.20, 0.14),
        (1.15, 0.17, 0.12),
        (1.38, 0.22, 0.15),
        (1.58, 0.25, 0.13),
        (1.70, 0.09, 0.09),
        (1.98, 0.10, 0.11),
    ):
        hoop(z, wide, deep)
    tube([(x, y, 0.02), (x, y, 2.1)], 0.03, iron, 8, HERO)
    for t in (0.3, 2.4, 4.5):
        tube([(x + 0.42 * math.cos(t), y + 0.42 * math.sin(t), 0.02), (x, y, 0.35)], 0.025, iron, 6, HERO)
    for side in (-1, 1):
        path = [(0.24 * side, 0, 1.6), (0.42 * side, -0.02, 1.5), (0.50 * side, 0.0, 1.1), (0.46 * side, -0.12, 0.75)]
        tube([(x + a * c - b * s, y + a * s + b * c, z) for a, b, z in path], 0.020, iron, 6, HERO)
        strap = [(0.2 * side, -0.14, 1.45), (0.22 * side, -0.2, 1.2), (0.16 * side, -0.18, 0.9)]
        tube([(x + a * c - b * s, y + a * s + b * c, z) for a, b, z in strap], 0.022, leather, 5, DRESS)


def _breast(p: Array) -> Array:
    """A breastplate standing on its lower edge, its front to -y: a hollow shell with a ridge."""
    q = mirrored(p)
    d = ellipsoid(q, (0, 0, 0.34), (0.25, 0.17, 0.30))
    d = union(d, ellipsoid(q, (0.10, -0.03, 0.40), (0.13, 0.13, 0.16)), 0.06)
    d = union(d, capsule(q, (0, 0, 0.12), (0, 0, 0.0), 0.17, 0.19), 0.08)
    neck, arm = ellipsoid(q, (0, 0, 0.68), (0.13, 0.3, 0.13)), ellipsoid(q, (0.30, 0, 0.50), (0.10, 0.3, 0.15))
    d = np.maximum(np.maximum(np.abs(d) - 0.012, -neck), np.maximum(-arm, p[..., 1] - 0.06))
    return np.maximum(d, -p[..., 2] + 0.01)


def _armour(white: Material, x: float) -> None:
    """The plates on the sheet: breast, helmet, shoulders, shins."""
    solid(
        _breast,
        (-0.4, -0.3, 0),
        (0.4, 0.3, 0.8),
        0.016,
        white,
        (x, 5.0, BENCH + 0.04),
        (-0.12, 0, 0.12),
        (1.25,) * 3,
        HERO,
    )

    def helm(p: Array) -> Array:
        d = union(
            ellipsoid(p, (0, 0, 0.19), (0.14, 0.17, 0.18)), capsule(p, (0, 0, 0.02), (0, 0, 0.1), 0.14, 0.12), 0.04
        )
        slit = np.maximum(np.abs(p[..., 2] - 0.19) - 0.016, np.maximum(p[..., 1] + 0.05, np.abs(p[..., 0]) - 0.11))
        return np.maximum(d, -slit)

    solid(
        helm,
        (-0.3, -0.3, 0),
        (0.3, 0.3, 0.45),
        0.013,
        white,
        (x + 0.95, 4.9, BENCH + 0.04),
        (0, 0, -0.35),
        (1.2,) * 3,
        HERO,
    )
    cup = ((0.20, 0.0), (0.19, 0.08), (0.13, 0.16), (0, 0.20))
    for n, (dx, dy, turn) in enumerate(((-0.75, -0.05, 0.4), (-1.15, 0.15, -0.3))):
        lathe(
            cup,
            white,
            (x + dx, 4.85 + dy, BENCH + 0.05),
            (0.35 * (-1) ** n, 0.2, turn),
            (1.15, 0.9, 1.2),
            24,
            index=HERO,
        )
    shin = ((0.085, 0.0), (0.10, 0.18), (0.075, 0.42), (0.065, 0.44))
    for dx in (1.45, 1.72):
        lathe(shin, white, (x + dx, 5.0, BENCH + 0.04), (0, 0.06, 0), (1.1, 0.9, 1.15), 20, index=HERO)
    lathe(shin, white, (x - 1.75, 4.75, BENCH + 0.12), (0, math.pi / 2 - 0.1, 0.3), (1, 1, 1), 20, index=HERO)


def _benches(wood: Material, iron: Material, sheet_cloth: Material, red: Material) -> None:
    box((4.6, 1.1, 0.10), (0, 5.0, BENCH - 0.07), wood, bevel=0.02)
    for x in (-2.1, 2.1):
        for y in (4.6, 5.4):
            box((0.14, 0.14, BENCH), (x, y, BENCH / 2), wood)

    def dust(u: float, v: float) -> Point:
        x, over = (u - 0.5) * 4.3, max(0.0, 0.32 - v)
        fold = 0.045 * math.sin(x * 6.1 + 1) * over * 4 + 0.012 * math.sin(x * 9 + v * 7)
        return (x, 4.42 + max(0.0, v - 0.32) * 1.55 - fold, BENCH + 0.02 - over * 1.7 + 0.01 * math.sin(x * 7 + v * 11))

    sheet(dust, 90, 30, sheet_cloth, DRESS)
    for side in (-1, 1):
        box((1.0, 5, 0.10), (side * (HALF - 0.5), 4.6, BENCH - 0.12), wood, bevel=0.02)
        for y in (2.4, 6.8):
            box((0.14, 0.14, BENCH - 0.1), (side * (HALF - 0.9), y, BENCH / 2 - 0.05), wood)
    x, y = 3.9, 4.2
    box((0.34, 0.2, 0.24), (x, y, BENCH + 0.08), iron, bevel=0.03, index=MACHINE)
    box((0.12, 0.2, 0.3), (x - 0.3, y, BENCH + 0.12), iron, bevel=0.03, index=MACHINE)
    tube([(x - 0.55, y, BENCH + 0.05), (x, y, BENCH + 0.05)], 0.03, iron, 8, MACHINE)
    tube([(x - 0.52, y, BENCH - 0.15), (x - 0.52, y, BENCH + 0.25)], 0.016, iron, 6, MACHINE)
    lathe(
        ((0, 0), (0.15, 0), (0.16, 0.26), (0.13, 0.30), (0, 0.30)),
        red,
        (-3.95, 4.4, BENCH - 0.07),
        sides=20,
        index=MACHINE,
    )


def _tools(iron: Material, wood: Material) -> None:
    """Tools and jigs in a row along the back wall, between the windows and below them."""
    rnd = random.Random(3)
    box((7.6, 0.06, 0.9), (0, BACK - 0.04, 1.95), wood)
    for n in range(24):
        x, z, long = -3.6 + n * 0.31, 2.28, rnd.uniform(0.25, 0.6)
        tube([(x, BACK - 0.12, z), (x, BACK - 0.12, z - long)], rnd.uniform(0.014, 0.03), iron, 6, MACHINE)
        if n % 3 == 0:
            box((0.18, 0.06, 0.09), (x, BACK - 0.13, z - long), iron, index=MACHINE)
        elif n % 4 == 1:
            ring = [
                (x + 0.09 * math.cos(t), BACK - 0.13, z - long - 0.08 + 0.09 * math.sin(t))
                for t in np.linspace(0, 6.3, 17)
            ]
            tube(ring, 0.016, iron, 5, MACHINE)


def build(_light: str) -> None:
    """The workshop by night."""
    wood, iron = worn((0.10, 0.073, 0.05), 0.65, bump=0.35, grain=5), worn((0.035, 0.035, 0.037), 0.4, 0.7)
    _room(
        brick((0.10, 0.082, 0.07), (0.05, 0.048, 0.045)),
        wood,
        worn((0.07, 0.066, 0.062), 0.5, bump=0.3, grain=1.5, vary=0.5),
        sooted((0.12, 0.18, 0.22), (0.30, 0.38, 0.42), 0.8, 0.8),
    )
    _benches(wood, iron, cloth((0.36, 0.34, 0.30), 0.1), worn((0.42, 0.014, 0.012), 0.4))
    _armour(worn((0.74, 0.72, 0.66), 0.35, bump=0.06, grain=3, vary=0.12), -0.1)
    _frame(-2.95, 6.0, 0.3, iron, wood)
    _frame(3.0, 6.2, -0.35, iron, wood)
    _tools(iron, wood)
    x, y, z = 0.0, 4.7, 2.95
    lathe(
        ((0.05, 0.24), (0.09, 0.2), (0.40, 0.0), (0.38, -0.02), (0.06, 0.14)), iron, (x, y, z), sides=26, index=MACHINE
    )
    lathe(
        ((0, -0.07), (0.08, -0.03), (0.08, 0.05), (0, 0.1)),
        glow((1, 0.82, 0.54), 14),
        (x, y, z + 0.05),
        sides=14,
        index=GLOW,
    )
    tube([(x, y, z + 0.24), (x, y, TOP)], 0.014, iron, 6)
    stage.lamp("SPOT", (x, y, z - 0.05), 210, (1, 0.82, 0.56), 0.10, (x, y + 0.1, 0), 125)
    stage.lamp("POINT", (x, y - 0.1, z - 0.15), 26, (1, 0.80, 0.54), 0.2)
    stage.sky((0.05, 0.06, 0.075), 0.35)
    for side in (-1, 1):
        stage.lamp("AREA", (side * 2.9, BACK - 0.2, 3.0), 300, (0.6, 0.76, 0.85), 1.2, (side * 2.2, 3, 0.6))
    stage.lamp("AREA", (-2.5, -2.5, 3.2), 330, (0.5, 0.66, 0.9), 2.5, (0, 5, 1.2))
    stage.camera((0.2, -0.9, 1.75), (-0.02, 5, 1.42), 26)
