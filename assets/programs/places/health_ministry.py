"""The ministry's hall: raked benches in half darkness, a projector's pale disc, one speaker before it."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, lathe, mesh, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import banner, bust_row, dark_cloth, standing
from assets.programs.kit.surfaces import cloth, glass, glow, haze, sooted, worn

FILES = {"first": "places/place_health_ministry"}
LOOKS = {
    "first": Look(
        exposure=1.75,
        haze=(0.11, 0.115, 0.12),
        haze_distance=36,
        haze_start=6,
        haze_most=0.6,
        beams=Beams(0.5, 0.30, 0.7, 0.30, 0.8, (0.95, 0.95, 0.88)),
        bloom=0.45,
        bloom_above=1.0,
        shadow=(0.40, 0.47, 0.54),
        highlight=(0.62, 0.56, 0.45),
        tone=0.6,
    ),
}
STAGE_Y, CENTRE_Z, DISC = 20.0, 4.9, 3.5


def _wall(panel: Material, trim: Material) -> None:
    box((30, 0.4, 16), (0, STAGE_Y + 0.4, 6), panel)
    for x in np.arange(-13.5, 14, 1.8):
        box((0.16, 0.3, 16), (x, STAGE_Y + 0.15, 6), trim)
    for side in (-1, 1):
        box((0.4, 40, 16), (side * 11.5, 5, 6), panel)
        for y in np.arange(-8, 20, 2.6):
            box((0.5, 0.35, 16), (side * 11.3, y, 6), trim)
        for z in (1.2, 7.6):
            box((0.5, 40, 0.25), (side * 11.25, 5, z), trim)
    for y in np.arange(-6, 20, 4.3):
        box((24, 0.5, 0.7), (0, y, 11.2), trim)
    box((24, 40, 0.3), (0, 5, 11.7), panel)


def _disc(iron: Material) -> None:
    """The lantern's disc: a slide of cells, faint rings upon pale light, in a dark iron hoop."""
    turned = (math.pi / 2, 0, 0)
    lathe(
        ((0, 0), (DISC, 0)),
        sooted((0.62, 0.64, 0.58), (1, 0.95, 0.82), 1.15, 0.55),
        (0, STAGE_Y - 0.2, CENTRE_Z),
        turned,
        sides=96,
        index=GLOW,
    )
    rnd = random.Random(2)
    grey = glow((0.30, 0.33, 0.32), 0.9)
    for _ in range(46):
        a, far = rnd.uniform(0, 6.28), DISC * 0.93 * math.sqrt(rnd.random())
        r = rnd.uniform(0.14, 0.46) * (1.25 - 0.5 * far / DISC)
        x, z = far * math.cos(a), CENTRE_Z + far * math.sin(a)
        if math.hypot(x, z - CENTRE_Z) + r > DISC:
            continue
        wobble = [
            1 + 0.12 * math.sin(3 * t + far) + 0.07 * math.sin(5 * t + a) for t in np.linspace(0, 2 * math.pi, 28)
        ]
        ring = [
            (x + r * w * math.cos(t), STAGE_Y - 0.24, z + r * w * math.sin(t))
            for t, w in zip(np.linspace(0, 2 * math.pi, 28), wobble, strict=True)
        ]
        tube(ring, 0.014 + 0.02 * rnd.random(), grey, 5, GLOW)
        lathe(
            ((0, 0), (r * rnd.uniform(0.15, 0.3), 0)),
            grey,
            (x + r * 0.2, STAGE_Y - 0.25, z),
            turned,
            sides=16,
            index=GLOW,
        )
    tube(
        [
            ((DISC + 0.12) * math.cos(t), STAGE_Y - 0.2, CENTRE_Z + (DISC + 0.12) * math.sin(t))
            for t in np.linspace(0, 2 * math.pi, 97)
        ],
        0.14,
        iron,
        8,
        HERO,
    )


def _benches(wood: Material, cushion: Material) -> None:
    """Six curved rows falling towards the front, heads and shoulders in them, glasses along the first."""
    for row in range(5):
        y, z = 11.0 - row * 2.1, row * 0.33 - 0.2
        box((20, 2.1, 0.5), (0, y, z - 0.25), wood)
        box((19, 0.10, 0.72), (0, y - 0.55, z + 0.62), wood, (0.06, 0, 0), 0.03)
        box((19, 0.46, 0.07), (0, y + 0.72, z + 0.80), wood, bevel=0.02)
        box((19, 0.06, 0.8), (0, y + 0.92, z + 0.40), wood)
        for side in (-1, 1):
            bust_row((side * 4.9, y - 0.2, z + 0.62), 8, 0.98, row * 2 + side + 3, cushion)
    clear = glass()
    water = glass((0.75, 0.85, 0.9))
    for x in np.arange(-8.6, 8.7, 0.98):
        at = (x, 11.78, 0.64)
        lathe(((0, 0), (0.05, 0), (0.062, 0.19), (0.056, 0.19), (0.046, 0.02)), clear, at, sides=18, index=MACHINE)
        lathe(((0, 0.02), (0.045, 0.02), (0.055, 0.15), (0, 0.15)), water, at, sides=18, index=MACHINE)


def build(_light: str) -> None:
    """The hall while the slides are shown."""
    panel, trim = worn((0.075, 0.062, 0.05), 0.5, bump=0.1, grain=2), worn((0.045, 0.038, 0.032), 0.5, bump=0.1)
    wood, iron = worn((0.055, 0.045, 0.036), 0.35, bump=0.1, grain=3), worn((0.03, 0.03, 0.032), 0.45, 0.7)
    _wall(panel, trim)
    _disc(iron)
    box((24, 30, 0.2), (0, 12, -0.8), worn((0.05, 0.045, 0.042), 0.3), index=GROUND)
    box((14, 6, 1.8), (0, STAGE_Y - 2.6, 0.3), wood, bevel=0.04)
    _benches(wood, dark_cloth(0))
    box((1.15, 0.6, 1.15), (-1.95, 16.6, 1.75), wood, bevel=0.03)
    box((1.3, 0.75, 0.08), (-1.95, 16.6, 2.37), wood, (0.25, 0, 0), 0.02)
    standing(
        (-0.75, 17.0, 1.2), 2.0, worn((0.05, 0.05, 0.055), 0.9), worn((0.16, 0.15, 0.14), 0.8), turn=-0.5, stoop=0.35
    )
    red = cloth((0.34, 0.014, 0.011), 0.1)
    for x in (-6.6, 6.6):
        banner((x, STAGE_Y - 0.5, 9.8), 1.7, 8.2, red, wave=0.12, tail=False, seed=int(x))
    box((0.5, 0.7, 0.42), (0.0, 2.2, 2.55), iron, bevel=0.03)
    lathe(
        ((0.12, 0), (0.12, 0.3), (0.15, 0.3), (0.15, 0.42), (0, 0.42)),
        iron,
        (0, 2.55, 2.58),
        (-math.pi / 2, 0, 0),
        sides=18,
        index=MACHINE,
    )
    lathe(((0, 0), (0.16, 0), (0.12, 0.25), (0.14, 0.3)), iron, (0, 2.1, 2.75), sides=14, index=MACHINE)
    tube([(0, 2.2, 2.4), (0, 2.2, 1.0)], 0.07, iron, 8)
    beam = [(0.14 * math.cos(t), 3.0, 2.6 + 0.14 * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 33)]
    beam += [
        (DISC * math.cos(t), STAGE_Y - 0.3, CENTRE_Z + DISC * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 33)
    ]
    mesh(beam, [(i, i + 1, i + 34, i + 33) for i in range(32)], haze((1, 0.96, 0.86), 0.035), smooth=True, index=GLOW)
    stage.sky((0.05, 0.06, 0.075), 0.35)
    stage.lamp("AREA", (0, STAGE_Y - 0.6, CENTRE_Z), 2300, (1, 0.96, 0.86), 5.5, (0, 6, 0.6))
    stage.lamp("SPOT", (0, 2.9, 2.6), 2600, (1, 0.97, 0.9), 0.06, (0, STAGE_Y, CENTRE_Z), 22)
    stage.lamp("AREA", (-9, 0, 9.5), 900, (0.5, 0.66, 0.85), 5, (0, 6, 1))
    for side in (-1, 1):
        stage.lamp("SPOT", (side * 6.6, STAGE_Y - 4, 10.8), 130, (1, 0.8, 0.6), 0.2, (side * 6.6, STAGE_Y, 5), 40)
    stage.camera((0.0, -6.2, 5.3), (0, 16, 3.3), 27)
