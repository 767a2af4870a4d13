"""A brick lane of the capital after dark: the baker's warm wall, a loudspeaker on its pole, banners overhead."""

import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, Material, box, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import banner, dark_cloth, loudspeaker, standing, wires
from assets.programs.kit.surfaces import brick, cloth, glow, sooted, worn

FILES = {"first": "places/place_capital_street"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.15, 0.155, 0.16),
        haze_distance=34,
        haze_start=8,
        haze_most=0.85,
        mist=(0.22, 0.215, 0.20),
        mist_at=(14, 26, 44),
        mist_amount=0.42,
        mist_top=5,
        sky_low=(0.34, 0.29, 0.22),
        sky_high=(0.10, 0.115, 0.13),
        clouds=0.16,
        beams=Beams(0.52, 0.40, 0.5, 0.22, 0.6, (1, 0.9, 0.74)),
        bloom=0.55,
        bloom_above=0.8,
        shadow=(0.40, 0.48, 0.56),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
    ),
}
HALF = 3.4


def _front(side: int, rnd: random.Random, wall: Material, stone: Material, dark: Material, lit: Material) -> None:
    """One side of the lane: houses of different heights, set back a little, with sills, doors and few lit windows."""
    y = -6.0
    while y < 70:
        wide, tall = rnd.uniform(5, 9), rnd.uniform(8.5, 14) + (3 if y > 30 else 0)
        back = rnd.uniform(0, 0.5) + (0.6 if y > 20 else 0)
        face = side * (HALF + back)
        box((4, wide, tall), (face + side * 2, y + wide / 2, tall / 2), wall)
        box((0.5, wide + 0.1, 0.35), (face - side * 0.05, y + wide / 2, tall), stone, bevel=0.03)
        box((0.16, wide, 0.9), (face - side * 0.04, y + wide / 2, 0.45), stone)
        for storey in range(1, int(tall / 3)):
            for k in range(max(1, int(wide / 2.4))):
                at = (face, y + 1.2 + k * 2.4, 1.0 + storey * 3.0)
                shines = rnd.random() < 0.13 and y > 6
                box(
                    (0.10, 1.0, 1.7),
                    (at[0] + side * 0.02, at[1], at[2]),
                    lit if shines else dark,
                    index=GLOW if shines else 2,
                )
                box((0.22, 1.25, 0.14), (at[0] - side * 0.06, at[1], at[2] - 0.92), stone)
                box((0.16, 1.25, 0.22), (at[0] - side * 0.04, at[1], at[2] + 0.96), stone)
                for dy in (-0.5, 0.0, 0.5):
                    box((0.14, 0.05, 1.7), (at[0] - side * 0.02, at[1] + dy, at[2]), stone)
        tube([(face - side * 0.12, y + 0.2, 0), (face - side * 0.12, y + 0.2, tall)], 0.07, dark, 8)
        y += wide


def _bakery(stone: Material, iron: Material) -> None:
    """The oven's grating low in the left wall, and the warm patch before it."""
    x, y = -HALF + 0.08, 9.2
    box((0.3, 4.6, 2.7), (x - 0.1, y, 1.35), worn((0.17, 0.15, 0.13), 0.85, bump=0.4))
    box((0.1, 1.9, 0.52), (x + 0.08, y - 0.6, 0.55), glow((1, 0.44, 0.12), 5), index=GLOW)
    for k in np.arange(-0.9, 0.95, 0.18):
        tube([(x + 0.16, y - 0.6 + k, 0.26), (x + 0.16, y - 0.6 + k, 0.84)], 0.022, iron, 6)
    box((0.2, 2.2, 0.10), (x + 0.12, y - 0.6, 0.86), stone)
    box((0.1, 0.95, 1.5), (x + 0.06, y + 1.55, 1.75), glow((1, 0.60, 0.26), 1.7), index=GLOW)
    for k in (-0.47, 0, 0.47):
        box((0.12, 0.05, 1.5), (x + 0.10, y + 1.55 + k, 1.75), iron)
    box((0.9, 5.0, 0.10), (x + 0.4, y, 2.85), iron, (0, 0.18, 0))
    stage.lamp("AREA", (x + 0.3, y - 0.6, 0.6), 420, (1, 0.50, 0.18), 1.2, (2, y - 1.5, 0.5))
    stage.lamp("POINT", (x + 0.9, y + 1.4, 1.7), 70, (1, 0.62, 0.28), 0.3)


def build(_light: str) -> None:
    """The lane at night."""
    wall, stone = brick((0.10, 0.078, 0.068), (0.06, 0.058, 0.055)), worn((0.12, 0.115, 0.11), 0.8, bump=0.35)
    dark, iron = worn((0.012, 0.014, 0.017), 0.3, 0.2), worn((0.028, 0.028, 0.03), 0.5, 0.5)
    lit = sooted((0.35, 0.20, 0.08), (1, 0.68, 0.32), 0.9, 2.0)
    rnd = random.Random(11)
    box((14, 90, 0.2), (0, 35, -0.1), worn((0.06, 0.058, 0.057), 0.28, bump=0.5, grain=5, vary=0.5), index=GROUND)
    for side in (-1, 1):
        box((1.0, 90, 0.14), (side * (HALF - 0.4), 35, 0.05), stone, bevel=0.03)
        _front(side, rnd, wall, stone, dark, lit)
    _bakery(stone, iron)
    red = cloth((0.34, 0.012, 0.010), 0.22)
    for n, y in enumerate((16, 24.5, 33, 42, 51)):
        wires((-HALF - 0.2, y, 9.4), (HALF + 0.2, y, 9.2), 0.35, iron, 0.02)
        for x in ((-1.5, 1.2, -0.9, 0.8, 0.0)[n],):
            banner((x, y, 8.8), 1.25, 3.4, red, wave=0.2, seed=n * 3 + int(x))
    pole = (2.35, 8.2)
    tube([(*pole, 0), (*pole, 5.9)], [0.10, 0.07], iron, 10)
    box((1.5, 0.09, 0.09), (*pole, 5.5), iron)
    loudspeaker((pole[0] - 0.5, pole[1] - 0.1, 5.15), -0.5, iron, 1.15)
    loudspeaker((pole[0] + 0.45, pole[1] - 0.1, 5.15), 0.6, iron, 1.0)
    for y, z in ((20, 6.2), (34, 6.2)):
        wires((pole[0], pole[1], 5.8), (2.6, y, z), 0.5, iron, 0.014)
    for x, y, tall, turn in (
        (-2.82, 7.2, 1.76, 1.3),
        (-2.80, 8.05, 1.64, 1.8),
        (-2.80, 10.9, 1.80, 1.5),
        (-2.86, 12.6, 1.7, 1.2),
    ):
        standing(
            (x, y, 0.1),
            tall,
            dark_cloth(int(y)),
            worn((0.30, 0.20, 0.15), 0.8),
            turn,
            lean=0.10,
            hat=y < 8 or y > 12,
            skirt=7.5 < y < 9,
        )
    for x, y in ((0.7, 24), (1.3, 25.2), (-0.6, 33), (0.2, 41)):
        standing((x, y, 0), 1.74, dark_cloth(int(y)), turn=rnd.uniform(0, 6), hat=y < 25, skirt=y > 30)
    box((0.01, 0.01, 0.01), (0, 68, 3), glow((1, 1, 1), 0), index=GLOW)
    stage.sky((0.20, 0.19, 0.17), 0.30, (0.16, 0.19, 0.23))
    stage.lamp("AREA", (0.5, 58, 11), 9000, (0.95, 0.80, 0.58), 7, (0, 20, 0))
    stage.lamp("POINT", (1.2, 26, 4.6), 420, (1, 0.84, 0.58), 0.3)
    stage.lamp("AREA", (3, -5, 9), 120, (0.55, 0.70, 0.9), 4, (-2, 8, 0))
    stage.camera((0.35, -2.6, 1.8), (0.05, 14, 2.55), 25)
