"""The goods yard under the laboratory: one lamp over a stretcher, wet crates full of straw, a glass wall with racks."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import (
    GLOW,
    GROUND,
    HERO,
    MACHINE,
    Material,
    Thing,
    again,
    box,
    joined,
    lathe,
    sheet,
    tube,
)
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import hanging_coat
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import brick, glow, sooted, worn

FILES = {"first": "places/place_receiving_room"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.085, 0.095, 0.10),
        haze_distance=34,
        haze_start=6,
        haze_most=0.6,
        beams=Beams(0.5, 0.15, 2.2, 0.22, 0.8, (1, 0.92, 0.76)),
        bloom=0.5,
        bloom_above=0.9,
        shadow=(0.40, 0.48, 0.55),
        highlight=(0.62, 0.55, 0.43),
        tone=0.6,
    )
}
STACKS = (
    *((-4.6, 5.2, 0), (-4.7, 5.3, 0.92), (-3.3, 6.3, 0), (-4.9, 7.0, 0), (-4.8, 7.1, 0.92), (-5.4, 9.2, 0)),
    *((-4.2, 9.4, 0), (-4.4, 9.3, 0.92), (4.4, 6.2, 0), (5.4, 7.8, 0), (5.3, 7.9, 0.92), (4.2, 8.6, 0)),
    *((5.2, 10.4, 0), (5.1, 10.3, 0.92), (3.9, 10.8, 0)),
)
BACK, HALF, TOP = 14.0, 7.0, 6.2


def _yard(wall: Material, iron: Material, pane: Material) -> None:
    for side in (-1, 1):
        box((0.4, 26, TOP + 2), (side * HALF, 4, TOP / 2), wall)
        for y in np.arange(-4, BACK, 3.6):
            tube(
                [(side * (HALF - 0.3), y, 0), (side * (HALF - 0.3), y, TOP - 0.6), (side * (HALF - 2.0), y, TOP)],
                0.14,
                iron,
                8,
            )
    for y in np.arange(-4, BACK, 3.6):
        box((2 * HALF, 0.22, 0.4), (0, y, TOP), iron)
        for x in np.arange(-HALF, HALF, 1.4):
            tube([(x, y, TOP + 0.1), (x + 0.7, y, TOP + 0.8), (x + 1.4, y, TOP + 0.1)], 0.04, iron, 5)
    box((2 * HALF, 26, 0.2), (0, 4, TOP + 1.0), wall)
    box((14, 0.1, 4.4), (0, BACK + 3.4, 2.6), pane, index=GLOW)
    for x in np.arange(-HALF, HALF + 0.1, 1.0):
        box((0.08, 0.12, 4.6), (x, BACK, 2.3), iron)
    for z in (0.35, 1.6, 2.85, 4.1):
        box((2 * HALF, 0.12, 0.08), (0, BACK, z), iron)
    box((2 * HALF, 0.4, TOP - 4.1), (0, BACK, (TOP + 4.1) / 2), wall)
    box((2 * HALF, 0.4, 0.4), (0, BACK, 0.2), wall)
    box(
        (2 * HALF + 1, 26, 0.2),
        (0, 4, -0.1),
        worn((0.075, 0.075, 0.075), 0.22, bump=0.15, grain=1.4, vary=0.6),
        index=GROUND,
    )


def _racks(iron: Material) -> None:
    """Behind the glass: racks with long wrapped things on hooks and shelves, dark against the light."""
    dark = worn((0.02, 0.02, 0.021), 0.9)
    for n, x in enumerate(np.arange(-6.2, 6.4, 0.78)):
        if n % 5 == 4:
            continue
        hanging_coat((x, BACK + 1.4, 3.3), dark, n, 0.0, 1.2 + 0.25 * (n % 3))
    tube([(-HALF, BACK + 1.4, 3.35), (HALF, BACK + 1.4, 3.35)], 0.05, iron, 6)
    for z in (0.9, 1.5):
        box((2 * HALF, 0.5, 0.06), (0, BACK + 1.0, z), iron)


def _crate(wood: Material, straw: Material, seed: int) -> Thing:
    rnd = random.Random(seed)
    parts = [box((1.05, 0.72, 0.08), (0, 0, 0.06), wood)]
    for side in (-1, 1):
        parts += [
            box((1.05, 0.05, 0.15), (0, side * 0.34, 0.16 + k * 0.18), wood, (rnd.uniform(-0.02, 0.02), 0, 0))
            for k in range(4)
        ]
        parts += [box((0.05, 0.72, 0.15), (side * 0.50, 0, 0.16 + k * 0.18), wood) for k in range(4)]
        parts += [box((0.09, 0.09, 0.85), (side * 0.48, q * 0.32, 0.44), wood) for q in (-1, 1)]
    parts.append(box((0.95, 0.62, 0.5), (0, 0, 0.40), straw, bevel=0.1))
    for _ in range(40):
        x, y, a = rnd.uniform(-0.5, 0.5), rnd.uniform(-0.34, 0.34), rnd.uniform(0, 6.28)
        end = (x + 0.22 * math.cos(a), y + 0.22 * math.sin(a), 0.62 + rnd.uniform(0, 0.22))
        parts.append(tube([(x, y, 0.60), end], 0.008, straw, 3))
    crate = joined(parts)
    crate.pass_index, crate.location = MACHINE, (0, -500, 0)
    return crate


def _stretcher(iron: Material, linen: Material, red: Material) -> None:
    """The stretcher across the light, somebody under its sheet, a red label on its rail."""
    x, y = 0.1, 7.2
    for dy in (-0.36, 0.36):
        tube([(x - 1.25, y + dy, 0.86), (x + 1.25, y + dy, 0.86)], 0.032, iron, 8, HERO)
        for dx in (-0.85, 0.85):
            tube([(x + dx, y + dy, 0.86), (x + dx - 0.28 * math.copysign(1, dx), y + dy, 0.2)], 0.026, iron, 6, HERO)
            tube([(x + dx - 0.4 * math.copysign(1, dx), y + dy, 0.86), (x + dx, y + dy, 0.2)], 0.026, iron, 6, HERO)
            hub = (x + dx - 0.12 * math.copysign(1, dx), y + dy, 0.17)
            rim = ((0.05, -0.035), (0.17, -0.035), (0.17, 0.035), (0.05, 0.035))
            lathe(rim, iron, hub, (math.pi / 2, 0, 0), sides=20, index=HERO)

    def cover(u: float, v: float) -> Point:
        lie = math.exp(-(((u - 0.5) / 0.22) ** 2))
        head, neck, feet = (
            math.exp(-(((v - at) / wide) ** 2)) for at, wide in ((0.09, 0.06), (0.20, 0.05), (0.94, 0.05))
        )
        body = 0.22 + 0.10 * head - 0.10 * neck + 0.10 * feet
        side = max(0.0, abs(u - 0.5) - 0.36)
        fold = 0.02 * math.sin(v * 31 + u * 7) + 0.012 * math.sin(v * 67)
        return (x - 1.08 + v * 2.16, y + (u - 0.5), 0.92 + body * lie - side * 1.3 + fold * (0.4 + 4 * side))

    sheet(cover, 36, 80, linen, HERO)
    box((0.24, 0.03, 0.18), (x + 0.95, y - 0.42, 0.72), red)


def build(_light: str) -> None:
    """The yard at night."""
    wall, iron = brick((0.075, 0.07, 0.066), (0.035, 0.035, 0.034)), worn((0.032, 0.032, 0.034), 0.5, 0.6)
    wood, straw = worn((0.12, 0.085, 0.055), 0.6, bump=0.4, grain=6), worn((0.30, 0.24, 0.12), 0.9, bump=0.6, grain=14)
    linen, red = worn((0.42, 0.41, 0.38), 0.9, bump=0.2, grain=10), worn((0.44, 0.014, 0.012), 0.8)
    _yard(wall, iron, sooted((0.16, 0.23, 0.25), (0.46, 0.56, 0.56), 0.85, 0.5))
    _racks(iron)
    kinds = [_crate(wood, straw, n) for n in range(3)]
    rnd = random.Random(9)
    for x, y, z in STACKS:
        again(rnd.choice(kinds), (x, y, z), (0, 0, rnd.uniform(-0.35, 0.35)))
    _stretcher(iron, linen, red)
    lathe(
        ((0.04, 0.30), (0.08, 0.24), (0.46, 0.0), (0.44, -0.02), (0.05, 0.2)),
        iron,
        (0.1, 7.0, 4.3),
        sides=26,
        index=MACHINE,
    )
    lathe(
        ((0, -0.08), (0.10, -0.03), (0.10, 0.06), (0, 0.12)),
        glow((1, 0.86, 0.60), 16),
        (0.1, 7.0, 4.36),
        sides=14,
        index=GLOW,
    )
    tube([(0.1, 7.0, 4.6), (0.1, 7.0, TOP)], 0.015, iron, 6)
    stage.lamp("SPOT", (0.1, 7.0, 4.2), 800, (1, 0.85, 0.60), 0.1, (0.1, 7.0, 0), 88)
    wet = worn((0.02, 0.018, 0.018), 0.04, bump=0)
    for n in range(9):
        r, at = 0.2 + 0.35 * rnd.random(), (-4.2 + n * 0.35 + rnd.uniform(-0.3, 0.3), rnd.uniform(3.6, 8), 0)
        lathe(((0, 0.004), (r, 0.003), (r * 1.02, 0)), wet, at, scale=(1, 0.6, 1), sides=20, index=GROUND)
    stage.sky((0.05, 0.06, 0.075), 0.4)
    stage.lamp("POINT", (0.1, 7.0, 4.0), 60, (1, 0.84, 0.58), 0.3)
    stage.lamp("AREA", (0, BACK + 2.6, 2.6), 700, (0.62, 0.78, 0.82), 5, (0, 5, 0.6))
    stage.lamp("AREA", (-3, -4, 5.4), 800, (0.5, 0.66, 0.88), 4, (0, 7, 1))
    stage.camera((0.2, -2.8, 1.95), (0.0, 10, 1.78), 26)
