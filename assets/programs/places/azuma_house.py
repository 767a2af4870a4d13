"""The Azuma drawing room: tall chairs set for a photograph, one too many, and a garden under glass behind the doors."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    DRESS,
    GLOW,
    GROUND,
    HERO,
    MACHINE,
    PLANTS,
    Material,
    again,
    box,
    extrude,
    lathe,
    sheet,
    tube,
)
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import tall_chair
from assets.programs.kit.shapes import Point
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import glow, sooted, worn

FILES = {"first": "places/place_azuma_house"}
LOOKS = {
    "first": Look(
        exposure=1.65,
        haze=(0.13, 0.125, 0.10),
        haze_distance=26,
        haze_start=4,
        haze_most=0.55,
        beams=Beams(0.52, 0.36, 0.9, 0.20, 0.7, (1, 0.94, 0.76)),
        bloom=0.5,
        bloom_above=0.95,
        shadow=(0.41, 0.47, 0.51),
        highlight=(0.63, 0.56, 0.42),
        tone=0.6,
    ),
}
NEAR = {"first": Near(5.0)}
BACK, HALF, TOP = 12.0, 6.4, 5.4


def _doors(wood: Material, pane: Material) -> None:
    """Three tall glass doors under a fanlight, with leaves dark against the light behind them."""
    box((9, 0.1, 7), (0, BACK + 3.2, 2.8), pane, index=GLOW)
    for x in (-2.7, 0, 2.7):
        for dx in (-1.2, 0, 1.2):
            tube([(x + dx, BACK, 0), (x + dx, BACK, 3.7)], 0.055, wood, 6)
        for z in (0.08, 0.8, 1.55, 2.3, 3.05, 3.7):
            box((2.4, 0.09, 0.06 if z > 0.1 else 0.5), (x, BACK, z), wood)
        for dx in (-0.6, 0.6):
            box((0.035, 0.06, 3.7), (x + dx, BACK, 1.85), wood)
        arc = [(x + 1.2 * math.cos(a), BACK, 3.7 + 0.75 * math.sin(a)) for a in np.linspace(0, math.pi, 17)]
        tube(arc, 0.06, wood, 6)
        for a in np.linspace(0, math.pi, 7)[1:-1]:
            tube([(x, BACK, 3.7), (x + 1.2 * math.cos(a), BACK, 3.7 + 0.75 * math.sin(a))], 0.025, wood, 5)
    leaf = worn((0.028, 0.035, 0.018), 0.9)
    rng = np.random.default_rng(3)
    for _ in range(90):
        x, y, tall = rng.uniform(-4.3, 4.3), BACK + rng.uniform(0.5, 2.6), rng.uniform(0.5, 2.3)
        bend = rng.uniform(-0.6, 0.6)
        tube([(x + bend * t * t, y, tall * t) for t in np.linspace(0, 1, 7)], 0.014, leaf, 4, PLANTS)
        for t in (0.55, 0.72, 0.88, 1.0):
            side, r = rng.uniform(-1, 1), rng.uniform(0.08, 0.2)
            lathe(
                ((0, -1.4 * r), (r * 0.42, -0.4 * r), (0, 1.4 * r)),
                leaf,
                (x + bend * t * t + side * r, y, tall * t),
                (rng.uniform(-1, 1), side * 1.2, 0),
                (1, 0.25, 1),
                7,
                index=PLANTS,
            )


def _walls(paper: Material, wood: Material) -> None:
    spans = ((-HALF, -4.05), (4.05, HALF))
    for x0, x1 in spans:
        box((x1 - x0, 0.3, TOP), ((x0 + x1) / 2, BACK, TOP / 2), paper)
    box((2 * HALF, 0.3, TOP - 4.5), (0, BACK, (TOP + 4.5) / 2), paper)
    for x in (-1.35, 1.35, -4.0, 4.0):
        box((0.3, 0.34, 4.6), (x, BACK, 2.3), wood, bevel=0.02)
    for side in (-1, 1):
        box((0.3, 26, TOP), (side * (HALF + 0.15), 0, TOP / 2), paper)
        box((0.12, 26, 1.1), (side * HALF, 0, 0.55), wood)
        box((0.18, 26, 0.1), (side * HALF, 0, 1.12), wood)
        for y, wide, tall in ((2.2, 1.3, 1.7), (5.4, 1.1, 1.4), (8.6, 1.4, 1.8)):
            box((0.10, wide, tall), (side * (HALF - 0.05), y, 2.6), wood, bevel=0.02)
            box(
                (0.12, wide - 0.2, tall - 0.2),
                (side * (HALF - 0.06), y, 2.6),
                worn((0.04, 0.042, 0.04), 0.3),
                bevel=0.01,
            )
    box((2 * HALF, 26, 0.3), (0, 0, TOP + 0.15), paper)
    for y in np.arange(-4, BACK, 2.2):
        box((2 * HALF, 0.25, 0.22), (0, y, TOP - 0.1), wood)


def _camera(wood: Material, black: Material, brass: Material) -> None:
    """The photographer's box on its tripod, dark, near us, its lens to the chairs; a cloth over its back."""
    x, y, z = -1.95, 1.9, 1.62
    for a in (0.3, 2.3, 4.4):
        tube([(x, y, z - 0.25), (x + 0.52 * math.cos(a), y + 0.52 * math.sin(a), 0)], [0.03, 0.022], wood, 8, HERO)
    box((0.44, 0.20, 0.46), (x + 0.02, y + 0.28, z), wood, bevel=0.02, index=HERO)
    for n in range(6):
        box((0.40 - 0.012 * n, 0.045, 0.42 - 0.012 * n), (x + 0.02, y + 0.12 - n * 0.05 + 0.05, z), black, index=HERO)
    lathe(
        ((0, 0), (0.09, 0), (0.09, 0.12), (0.11, 0.12), (0.11, 0.17), (0, 0.15)),
        brass,
        (x + 0.02, y + 0.36, z),
        (-math.pi / 2, 0, 0),
        sides=24,
        index=HERO,
    )
    box((0.46, 0.14, 0.48), (x + 0.02, y - 0.16, z), wood, bevel=0.02, index=HERO)

    def drape(u: float, v: float) -> Point:
        a = math.pi * (u - 0.5) * 1.25
        out = 0.30 + 0.10 * v + 0.03 * math.sin(u * 22 + 2 * v)
        return (
            x + out * math.sin(a),
            y - 0.2 - 0.16 * math.cos(a) * (0.4 + v),
            z + 0.29 * math.cos(a) ** 2 * (1 - v) - 0.62 * v - 0.1 * abs(math.sin(a)),
        )

    sheet(drape, 40, 16, black, DRESS)


def _shawl(at: Point, turn: float, red: Material) -> None:
    """A red shawl hung over the back of a chair that stands at `at`."""
    spine = (
        (0.50, 1.05),
        (0.47, 1.40),
        (0.42, 1.72),
        (0.33, 1.76),
        (0.26, 1.62),
        (0.21, 1.20),
        (0.17, 0.86),
        (0.15, 0.62),
    )
    across, up = [s[0] for s in spine], [s[1] for s in spine]

    def surface(u: float, v: float) -> Point:
        k = v * (len(spine) - 1)
        y, z = float(np.interp(k, range(len(spine)), across)), float(np.interp(k, range(len(spine)), up))
        x = (u - 0.5) * (0.62 - 0.10 * v) + 0.03 * math.sin(v * 6)
        y -= (0.035 * math.sin(u * 15 + v * 2) + 0.02 * math.sin(u * 31)) * min(1, v * 3) + 0.03
        z -= 0.10 * math.sin(u * 4 + 1) * v**3
        return (at[0] + x * math.cos(turn) - y * math.sin(turn), at[1] + x * math.sin(turn) + y * math.cos(turn), z)

    sheet(surface, 34, 36, red)


def build(_light: str) -> None:
    """The room on the day of the photograph."""
    paper, wood = (
        worn((0.12, 0.118, 0.10), 0.85, bump=0.1, grain=1.2),
        worn((0.055, 0.038, 0.027), 0.35, bump=0.1, grain=4),
    )
    black, brass = worn((0.018, 0.017, 0.018), 0.9, bump=0.2, grain=14), worn((0.42, 0.28, 0.11), 0.3, 1.0, 0.1)
    plush, red = (
        worn((0.085, 0.09, 0.085), 0.9, bump=0.2, grain=14),
        worn((0.45, 0.014, 0.012), 0.9, bump=0.25, grain=14),
    )
    _walls(paper, wood)
    _doors(wood, sooted((0.36, 0.40, 0.20), (0.95, 0.90, 0.58), 1.7, 0.5))
    box((2 * HALF, 26, 0.2), (0, 0, -0.1), worn((0.10, 0.068, 0.045), 0.22, bump=0.05, grain=2, vary=0.4), index=GROUND)
    for x in np.arange(-HALF, HALF, 0.22):
        box((0.012, 26, 0.004), (x, 0, 0.001), wood, index=GROUND)
    box((6.6, 4.6, 0.02), (0.3, 6.2, 0.01), worn((0.075, 0.062, 0.055), 0.95, bump=0.2, grain=5), index=GROUND)
    chair = tall_chair(wood, plush)
    for x, y, turn in (
        (-1.55, 7.4, 0.30),
        (-0.72, 7.75, 0.12),
        (0.12, 7.85, 0.0),
        (0.96, 7.75, -0.12),
        (1.80, 7.4, -0.30),
    ):
        again(chair, (x, y, 0), (0, 0, turn), (1.12, 1.12, 1.2))
    again(chair, (3.55, 5.9, 0), (0, 0, -0.95), (1.12, 1.12, 1.2))

    _shawl((3.55, 5.9, 0), -0.95, red)
    _camera(wood, black, brass)
    lathe(
        ((0.26, 0), (0.05, 0.06), (0.03, 0.5), (0.03, 1.55), (0.10, 1.6), (0, 1.62)),
        brass,
        (-4.9, 7.2, 0),
        sides=18,
        index=MACHINE,
    )
    lathe(((0.30, 1.55), (0.20, 1.9), (0.17, 1.92)), glow((1, 0.72, 0.40), 1.1), (-4.9, 7.2, 0), sides=24, index=GLOW)
    stage.lamp("POINT", (-4.9, 7.1, 1.75), 36, (1, 0.66, 0.34), 0.15)
    box((1.5, 0.5, 2.4), (-5.6, 10.6, 1.2), wood, bevel=0.03)
    extrude(
        [(-0.4, 0), (0.4, 0), (0.4, 1.0), (0.25, 1.3), (0, 1.42), (-0.25, 1.3), (-0.4, 1.0)],
        0.3,
        wood,
        (-5.6, 10.6, 2.4),
        bevel=0.03,
    )
    lathe(
        ((0, 0), (0.27, 0)),
        worn((0.55, 0.5, 0.42), 0.6),
        (-5.6, 10.42, 3.2),
        (math.pi / 2, 0, 0),
        sides=28,
        index=MACHINE,
    )
    stage.sky((0.10, 0.115, 0.13), 0.32)
    stage.lamp("AREA", (0, BACK + 0.8, 2.4), 780, (1, 0.93, 0.68), 4.4, (0, 4, 0.4))
    stage.lamp("AREA", (-4.2, -3, 4.6), 420, (0.55, 0.68, 0.85), 3.5, (0, 7, 0.8))
    stage.camera((0.15, -2.2, 1.95), (0.15, 8, 1.66), 26)
