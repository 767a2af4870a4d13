"""The Defence Ministry's ninth floor: a tiled corridor under bell lamps, a steel door, a trolley, a brick wall."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.surfaces import brick, glow, worn

FILES = {"first": "places/place_defence_ministry"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.09, 0.10, 0.105),
        haze_distance=34,
        haze_start=5,
        haze_most=0.5,
        beams=Beams(0.5, 0.4, 1.4, 0.14, 0.6, (0.9, 1.0, 0.95)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.40, 0.48, 0.55),
        highlight=(0.60, 0.56, 0.45),
        tone=0.6,
    )
}
LENGTH, HALF, TOP = 13.0, 2.6, 4.2


def _walls(tile: Material, plaster: Material, bricks: Material) -> None:
    box((0.3, 22, TOP), (-HALF - 0.15, 4, TOP / 2), plaster)
    box((0.3, 22, TOP), (HALF + 0.15, 4, TOP / 2), bricks)
    for y in np.arange(-5, LENGTH, 0.5):
        for z in np.arange(0.25, 2.3, 0.5):
            box((0.06, 0.48, 0.48), (-HALF, y + 0.25, z), tile, bevel=0.012)
    box((0.12, 22, 0.1), (-HALF, 4, 2.42), bricks)
    for i, y in enumerate(np.arange(-5, LENGTH, 0.65)):
        for k in range(8):
            shade = 0.035 if (i + k) % 2 else 0.13
            box((0.64, 0.64, 0.02), (-2.275 + 0.65 * k, y, 0), worn((shade,) * 3, 0.16, bump=0.03), index=GROUND)
    box((2 * HALF + 0.6, 22, 0.2), (0, 4, TOP + 0.1), plaster)


def _door(steel: Material, dark: Material) -> None:
    """The door: round-cornered steel as thick as an arm is long, its wheel, its bolts, a line of light at its edge."""
    y = LENGTH
    box((2 * HALF + 0.6, 0.5, TOP), (0, y + 0.5, TOP / 2), dark)
    for side in (-1, 1):
        box((0.36, 0.7, 3.3), (side * 1.42, y, 1.65), dark, bevel=0.05, index=HERO)
        for z in np.arange(0.3, 3.3, 0.42):
            lathe(
                ((0.06, 0), (0.05, 0.04), (0, 0.05)), steel, (side * 1.42, y - 0.35, z), (math.pi / 2, 0, 0), sides=10
            )
    box((3.2, 0.7, 0.4), (0, y, 3.3), dark, bevel=0.05, index=HERO)
    box((2.4, 0.06, 3.1), (0, y + 0.2, 1.6), glow((0.86, 1.0, 0.92), 5), index=GLOW)
    box((2.28, 0.5, 3.0), (-0.02, y - 0.1, 1.56), steel, bevel=0.06, index=HERO)
    for z in (0.75, 2.4):
        box((2.1, 0.1, 0.16), (0, y - 0.38, z), dark, bevel=0.02, index=HERO)
    middle = 1.6
    for r, thick in ((0.42, 0.045), (0.12, 0.06)):
        ring = [(r * math.cos(t), y - 0.52, middle + r * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 33)]
        tube(ring, thick, dark, 8, HERO)
    for t in np.arange(6) * math.pi / 3:
        tube([(0, y - 0.5, middle), (0.42 * math.cos(t), y - 0.52, middle + 0.42 * math.sin(t))], 0.028, dark, 6, HERO)


def _trolley(iron: Material, steel: Material, linen: Material) -> None:
    x, y = -1.45, 6.2
    for z in (0.34, 0.92):
        box((0.62, 1.1, 0.03), (x, y, z), steel, bevel=0.01, index=HERO)
    for dx in (-0.3, 0.3):
        for dy in (-0.52, 0.52):
            tube([(x + dx, y + dy, 0.1), (x + dx, y + dy, 1.02)], 0.018, iron, 6, HERO)
            lathe(
                ((0, -0.02), (0.07, -0.02), (0.07, 0.02), (0, 0.02)),
                iron,
                (x + dx, y + dy, 0.07),
                (0, math.pi / 2, 0),
                sides=12,
            )
    box((0.5, 0.4, 0.05), (x, y - 0.2, 0.96), linen, bevel=0.02)
    lathe(((0, 0), (0.1, 0.0), (0.14, 0.1), (0.13, 0.1)), steel, (x, y + 0.25, 0.94), sides=18, index=HERO)
    for n in range(3):
        lathe(
            ((0, 0), (0.05, 0), (0.05, 0.16), (0.02, 0.2), (0.02, 0.25)),
            steel,
            (x - 0.15 + n * 0.14, y + 0.46, 0.94),
            sides=12,
            index=HERO,
        )


def build(_light: str) -> None:
    """The corridor by night."""
    tile, plaster = (
        worn((0.36, 0.40, 0.37), 0.15, bump=0.04, grain=2),
        worn((0.20, 0.20, 0.185), 0.85, bump=0.15, grain=1),
    )
    steel, iron = worn((0.22, 0.23, 0.235), 0.35, 0.9, 0.12, 3), worn((0.035, 0.035, 0.037), 0.45, 0.6)
    _walls(tile, plaster, brick((0.13, 0.095, 0.08), (0.06, 0.06, 0.055)))
    _door(steel, iron)
    _trolley(iron, steel, worn((0.5, 0.5, 0.46), 0.9))
    box((0.05, 0.75, 1.0), (HALF - 0.02, 6.4, 1.85), worn((0.44, 0.016, 0.013), 0.6), bevel=0.01)
    box((0.05, 0.55, 0.62), (HALF - 0.05, 6.4, 1.78), worn((0.62, 0.60, 0.53), 0.8))
    for y in np.arange(1.6, LENGTH, 3.4):
        tube([(0, y, TOP), (0, y, 3.7)], 0.016, iron, 6)
        bell = ((0.04, 0.26), (0.12, 0.2), (0.19, 0.06), (0.30, 0.0), (0.28, -0.01), (0.1, 0.14))
        lathe(bell, iron, (0, y, 3.45), sides=24, index=MACHINE)
        lathe(
            ((0, -0.07), (0.08, -0.03), (0.08, 0.05), (0, 0.1)),
            glow((0.92, 1.0, 0.86), 9),
            (0, y, 3.47),
            sides=14,
            index=GLOW,
        )
        stage.lamp("SPOT", (0, y, 3.38), 420, (0.90, 1.0, 0.86), 0.08, (0, y, 0), 125)
    stage.lamp("AREA", (0, LENGTH - 1.6, 3.6), 160, (0.85, 1.0, 0.92), 1.2, (0, LENGTH, 1.4))
    stage.lamp("AREA", (0, -3.4, 3.6), 70, (0.5, 0.65, 0.85), 2.5, (0, 5, 1))
    stage.sky((0.06, 0.07, 0.08), 0.3)
    stage.camera((0.25, -2.7, 1.8), (0.0, 13, 1.68), 27)
