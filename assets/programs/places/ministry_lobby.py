"""The ministry's lobby: marble, a bench, a desk with a telephone, two lifts under a clock, evening in tall windows."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, MACHINE, Material, box, lathe, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import standing
from assets.programs.kit.surfaces import glow, sooted, worn

FILES = {"first": "places/place_ministry_lobby"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.13, 0.135, 0.14),
        haze_distance=48,
        haze_start=6,
        haze_most=0.5,
        beams=Beams(0.08, 0.24, 0.8, 0.22, 0.7, (1, 0.93, 0.8)),
        bloom=0.45,
        bloom_above=0.95,
        shadow=(0.40, 0.47, 0.54),
        highlight=(0.62, 0.56, 0.45),
        tone=0.6,
    )
}
BACK, HALF, TOP = 17.0, 8.0, 10.5


def _hall(marble: Material, dark: Material, pane: Material, iron: Material) -> None:
    box((2 * HALF, 0.5, TOP), (0, BACK, TOP / 2), marble)
    box((0.5, 26, TOP), (HALF, 6, TOP / 2), marble)
    for y in np.arange(-4, BACK, 4.2):
        for side in (-1, 1):
            box((1.1, 1.1, TOP), (side * (HALF - 0.9), y, TOP / 2), marble, bevel=0.06)
            box((1.4, 1.4, 0.5), (side * (HALF - 0.9), y, 0.25), dark, bevel=0.04)
            box((1.4, 1.4, 0.4), (side * (HALF - 0.9), y, TOP - 0.9), dark, bevel=0.06)
        box((2 * HALF, 0.9, 0.8), (0, y, TOP - 0.2), dark)
    box((2 * HALF, 30, 0.3), (0, 6, TOP + 0.3), marble)
    for y in np.arange(-1.9, BACK - 2, 4.2):
        box((0.1, 2.9, 8.4), (-HALF - 0.3, y, 4.4), pane, index=GLOW)
        for dy in (-1.45, -0.7, 0, 0.7, 1.45):
            box((0.12, 0.07, 8.4), (-HALF - 0.2, y + dy, 4.4), iron)
        for z in (0.3, 2.6, 4.9, 7.2):
            box((0.14, 2.9, 0.09), (-HALF - 0.2, y, z), iron)
    box(
        (2 * HALF + 2, 30, 0.2),
        (0, 6, -0.1),
        worn((0.17, 0.168, 0.16), 0.10, bump=0.01, grain=0.6, vary=0.5),
        index=GROUND,
    )
    for k in np.arange(-HALF, HALF + 0.1, 1.6):
        box((0.02, 30, 0.004), (k, 6, 0.001), dark, index=GROUND)
    for k in np.arange(-6, BACK, 1.6):
        box((2 * HALF, 0.02, 0.004), (0, k, 0.001), dark, index=GROUND)


def _lifts(brass: Material, dark: Material, marble: Material) -> None:
    """Two pairs of doors, the left a little open on its lit cage, an arrow dial over each, the clock between."""
    for x, lit in ((-2.3, False), (2.3, True)):
        box((2.5, 0.3, 3.9), (x, BACK - 0.3, 1.95), dark, bevel=0.04)
        for side in (-1, 1):
            shift = 0.14 if lit else 0.0
            box((0.98, 0.12, 3.3), (x + side * (0.50 + shift), BACK - 0.46, 1.68), brass, bevel=0.03)
            for z in (0.7, 1.7, 2.7):
                box((0.6, 0.04, 0.7), (x + side * (0.50 + shift), BACK - 0.53, z), dark, bevel=0.02)
        if lit:
            box((0.28, 0.06, 3.2), (x, BACK - 0.45, 1.66), glow((1, 0.78, 0.48), 2.2), index=GLOW)
        arc = [(x + 0.62 * math.cos(a), BACK - 0.42, 4.25 + 0.62 * math.sin(a)) for a in np.linspace(0, math.pi, 21)]
        tube([*arc, arc[0]], 0.045, brass, 8)
        tube([(x, BACK - 0.48, 4.25), (x + (0.35 if lit else -0.44), BACK - 0.48, 4.62)], 0.03, dark, 6)
        lathe(
            ((0, 0), (0.11, 0)),
            glow((1, 0.05, 0.03), 5 if lit else 0.4),
            (x, BACK - 0.52, 4.05),
            (math.pi / 2, 0, 0),
            sides=16,
            index=GLOW,
        )
    lathe(
        ((0, 0), (0.92, 0)),
        glow((0.86, 0.80, 0.66), 0.9),
        (0, BACK - 0.42, 6.1),
        (math.pi / 2, 0, 0),
        sides=48,
        index=HERO,
    )
    tube(
        [(0.98 * math.cos(t), BACK - 0.42, 6.1 + 0.98 * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 49)],
        0.13,
        dark,
        8,
        HERO,
    )
    for n in range(12):
        t = n * math.pi / 6
        box(
            (0.05, 0.03, 0.16), (0.76 * math.sin(t), BACK - 0.47, 6.1 + 0.76 * math.cos(t)), dark, (0, t, 0), index=HERO
        )
    for t, long, wide in ((-2.3, 0.45, 0.09), (0.35, 0.70, 0.06)):
        box(
            (wide, 0.03, long),
            (long * 0.42 * math.sin(t), BACK - 0.49, 6.1 + long * 0.42 * math.cos(t)),
            dark,
            (0, t, 0),
            index=HERO,
        )
    box((1.5, 0.1, 8.6), (0, BACK - 0.26, 4.3), marble)


def _desk(wood: Material, brass: Material, dark: Material) -> None:
    """The desk at the right with its telephone and a green-shaded lamp gone grey."""
    x, y = 5.0, 9.6
    box((3.0, 1.1, 1.12), (x, y, 0.56), wood, bevel=0.04)
    box((3.2, 1.3, 0.09), (x, y, 1.16), dark, bevel=0.03)
    for k in np.arange(-1.2, 1.3, 0.6):
        box((0.46, 0.05, 0.8), (x + k, y - 0.56, 0.56), dark, bevel=0.02)
    box((0.24, 0.22, 0.12), (x - 0.7, y, 1.26), dark, bevel=0.04)
    tube([(x - 0.86, y, 1.40), (x - 0.7, y, 1.44), (x - 0.54, y, 1.40)], [0.05, 0.028, 0.05], dark, 8, MACHINE)
    tube([(x + 0.5, y, 1.2), (x + 0.5, y, 1.62)], 0.02, brass, 8)
    lathe(((0.22, 0), (0.10, 0.14), (0.03, 0.15)), glow((1, 0.80, 0.50), 0.9), (x + 0.5, y, 1.60), sides=20, index=GLOW)
    stage.lamp("POINT", (x + 0.5, y - 0.2, 1.5), 26, (1, 0.76, 0.44), 0.1)
    standing((x + 0.1, y + 0.95, 0), 1.66, worn((0.04, 0.042, 0.047), 0.9), worn((0.28, 0.19, 0.14), 0.8), turn=-0.2)


def build(_light: str) -> None:
    """The lobby at evening."""
    marble, dark = (
        worn((0.26, 0.255, 0.235), 0.35, bump=0.05, grain=0.8, vary=0.45),
        worn((0.055, 0.056, 0.058), 0.35, bump=0.08),
    )
    brass, wood = worn((0.34, 0.24, 0.11), 0.32, 1.0, 0.1, 3), worn((0.075, 0.05, 0.034), 0.4, bump=0.1)
    iron = worn((0.03, 0.03, 0.03), 0.45, 0.6)
    _hall(marble, dark, sooted((0.34, 0.31, 0.26), (0.95, 0.84, 0.64), 1.25, 0.45), iron)
    _lifts(brass, dark, marble)
    _desk(wood, brass, dark)
    x, y = -3.1, 9.0
    box((2.9, 0.62, 0.10), (x, y, 0.47), wood, bevel=0.03)
    for dx in (-1.2, 1.2):
        box((0.14, 0.55, 0.44), (x + dx, y, 0.22), dark, bevel=0.02)
    stage.sky((0.12, 0.14, 0.16), 0.34)
    stage.lamp("AREA", (-HALF + 0.2, 6, 5.2), 2300, (1, 0.86, 0.64), 6, (2, 8, 0.5))
    stage.lamp("AREA", (3, -4, 8.5), 420, (0.55, 0.68, 0.88), 5, (0, 10, 1))
    stage.lamp("SPOT", (0, BACK - 4, 9.6), 1500, (1, 0.86, 0.64), 0.2, (0, BACK, 4.6), 62)
    stage.camera((0.1, -4.4, 2.2), (0, 12, 2.55), 26)
