"""A battlement in the evening: through a notch a plain full of small fires, a loudspeaker far below."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import loudspeaker, standing
from assets.programs.kit.surfaces import glow, worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "places/place_castle_wall"}
LOOKS = {
    "first": Look(
        exposure=1.45,
        haze=(0.17, 0.175, 0.185),
        haze_distance=170,
        haze_start=20,
        haze_most=0.75,
        mist=(0.24, 0.235, 0.225),
        mist_at=(90, 150),
        mist_amount=0.4,
        mist_top=3,
        sky_low=(0.60, 0.42, 0.25),
        sky_high=(0.055, 0.072, 0.10),
        clouds=0.24,
        bloom=0.6,
        bloom_above=0.7,
        shadow=(0.41, 0.47, 0.57),
        highlight=(0.63, 0.55, 0.43),
        tone=0.6,
    )
}
DEEP = -26.0


def _wall(stone: Material, snow: Material) -> None:
    """Merlons to left and right and the notch between them; each of big blocks, capped with snow."""
    rnd = random.Random(3)
    for x0, x1, top in ((-9, -5.6, 2.5), (-4.1, -1.5, 2.6), (1.9, 4.4, 2.55), (5.9, 9, 2.5)):
        rows = 5
        for row in range(rows):
            x = x0
            while x < x1 - 0.05:
                w = min(rnd.uniform(0.7, 1.1), x1 - x)
                h = top / rows
                box(
                    (w - 0.02, 1.0 + rnd.uniform(0, 0.06), h - 0.02),
                    (x + w / 2, 3.4, row * h + h / 2),
                    stone,
                    bevel=0.03,
                )
                x += w
        box((x1 - x0 + 0.12, 1.16, 0.14), (x0 / 2 + x1 / 2, 3.4, top + 0.05), snow, bevel=0.05)
    for row in range(2):
        for n in range(20):
            box((0.98, 1.02, 0.40), (-9.4 + n + 0.4 * row, 3.4, 0.2 + row * 0.41 - 0.02), stone, bevel=0.03)
    box((3.3, 0.94, 0.09), (0.2, 3.4, 0.84), snow, bevel=0.04)
    box((20, 6, 0.2), (0, 0.4, -0.15), stone, index=GROUND)


def build(_light: str) -> None:
    """Evening, the fires being lit."""
    stone = worn((0.055, 0.055, 0.057), 0.85, bump=0.6, grain=2.4)
    snow = worn((0.42, 0.44, 0.47), 0.9, bump=0.3, grain=2)
    _wall(stone, snow)
    plain = worn((0.20, 0.21, 0.225), 0.95, bump=0.4, grain=0.4, vary=0.4)
    land(lambda x, y: DEEP + 1.2 * wander(x, y, 6), (-260, 260), (6, 420), plain, 0.08)
    rnd = random.Random(12)
    fire, tent = glow((1, 0.50, 0.16), 26), worn((0.02, 0.02, 0.022), 0.9)
    for n in range(210):
        y = 45 + 330 * rnd.random() ** 1.1
        x = rnd.uniform(-0.72, 0.72) * y
        size = 0.30 + 0.0016 * y
        box((size,) * 3, (x, y, DEEP + 1.2 * wander(x, y, 6) + 0.4), fire, index=GLOW)
        if n % 2:
            box((2.2, 2.0, 1.2), (x + 2.4, y + 1, DEEP + 1.2 * wander(x, y, 6) + 0.5), tent, (0, 0, rnd.random()))
        if n % 14 == 0 and y < 160:
            stage.lamp("POINT", (x, y, DEEP + 2.2), 900, (1, 0.55, 0.2), 0.3)
    for k in range(4):
        path = [(x, 60 + 40 * k + 6 * math.sin(x * 0.05 + k), DEEP + 0.5) for x in np.linspace(-120, 120, 40)]
        tube(path, 0.7, tent, 5, GROUND)
    cx, cy, cz = 9.5, 96.0, DEEP + 6.4
    box((5.0, 2.4, 0.5), (cx, cy, cz + 0.6), tent, index=HERO)
    for dx in (-1.7, 1.7):
        tube(
            [(cx + dx + 1.0 * math.cos(t), cy - 1.3, cz + 0.2 + 1.0 * math.sin(t)) for t in np.linspace(0, 6.3, 15)],
            0.16,
            tent,
            5,
            HERO,
        )
    tube([(cx, cy, cz), (cx, cy, cz + 6)], 0.22, tent, 7, HERO)
    loudspeaker((cx, cy + 0.5, cz + 6), 0.0, worn((0.30, 0.29, 0.27), 0.6), 8.0)
    lathe(((14, -6), (7, -0.4), (0, 0)), plain, (cx, cy, cz), sides=24, index=GROUND)
    stage.lamp("POINT", (cx - 5, cy - 8, cz + 5), 5200, (1, 0.66, 0.34), 0.5)
    standing((-0.75, 2.2, -0.05), 1.8, worn((0.03, 0.03, 0.032), 0.9), None, math.pi - 0.35)
    stage.sky((0.36, 0.30, 0.24), 0.42, (0.14, 0.18, 0.25))
    stage.lamp("SUN", (0, 0, 0), 0.9, (1, 0.66, 0.38), 0.1, (-0.35, -0.92, -0.14))
    stage.lamp("AREA", (-3, -4, 5), 420, (0.55, 0.70, 0.95), 3, (0, 3, 1))
    stage.camera((0.35, -2.0, 2.15), (0.45, 30, -2.2), 25)
