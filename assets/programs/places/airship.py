"""The hold of an airship: dark ribs, straps along both sides, a round window full of snow light, a ladder forward."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, mesh, tube
from assets.programs.kit.finish import Beams, Look
from assets.programs.kit.props import seated
from assets.programs.kit.surfaces import sooted, worn

FILES = {"first": "places/place_airship"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.13, 0.145, 0.16),
        haze_distance=22,
        haze_start=4,
        haze_most=0.6,
        beams=Beams(0.5, 0.36, 0.85, 0.30, 0.8, (0.92, 0.97, 1.0)),
        bloom=0.55,
        bloom_above=0.9,
        shadow=(0.40, 0.47, 0.56),
        highlight=(0.60, 0.56, 0.49),
        tone=0.6,
    )
}
LONG, WIDE, FLOOR, MIDDLE = 13.0, 3.5, 0.0, 1.9


def _ring(y: float, r: float, thick: float, metal: Material) -> None:
    path = [(r * math.cos(a), y, MIDDLE + r * 0.86 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 41)]
    tube(path, thick, metal, 7)


def _hull(metal: Material, skin: Material, deck: Material) -> None:
    """Rings with lattice between their two hoops, stringers, and the doped skin outside."""
    n, r = 28, WIDE + 0.12
    points = [
        (r * math.cos(a), y, MIDDLE + r * 0.86 * math.sin(a))
        for y in (-3, LONG)
        for a in np.arange(n) * 2 * math.pi / n
    ]
    mesh(points, [(i, (i + 1) % n, n + (i + 1) % n, n + i) for i in range(n)], skin, smooth=True, index=2)
    for y in np.arange(-1.6, LONG, 1.6):
        _ring(y, WIDE, 0.075, metal)
        _ring(y, WIDE - 0.42, 0.045, metal)
        for k in range(30):
            a, b = k * math.pi / 15, (k + 0.5) * math.pi / 15
            r0, r1 = (WIDE, WIDE - 0.42) if k % 2 else (WIDE - 0.42, WIDE)
            tube(
                [
                    (r0 * math.cos(a), y, MIDDLE + r0 * 0.86 * math.sin(a)),
                    (r1 * math.cos(b), y, MIDDLE + r1 * 0.86 * math.sin(b)),
                ],
                0.022,
                metal,
                5,
            )
    for a in np.arange(14) * 2 * math.pi / 14:
        x, z = (WIDE - 0.05) * math.cos(a), MIDDLE + (WIDE - 0.05) * 0.86 * math.sin(a)
        tube([(x, -3, z), (x, LONG, z)], 0.04, metal, 5)
    box((4.6, LONG + 4, 0.1), (0, LONG / 2 - 2, FLOOR - 0.05), deck, index=GROUND)
    for y in np.arange(-1, LONG, 0.8):
        box((4.6, 0.03, 0.02), (0, y, FLOOR + 0.01), metal, index=GROUND)
    box((0.9, LONG + 4, 0.03), (0, LONG / 2 - 2, FLOOR + 0.03), metal, index=GROUND)


def _end(metal: Material, skin: Material, pane: Material) -> None:
    """The bulkhead, the round window in it, and beside that a ladder going up forward through a hatch."""
    box((8, 0.2, 7), (0, LONG + 0.1, MIDDLE), skin)
    z, r = 2.35, 1.25
    lathe(((0, 0), (r, 0)), pane, (0, LONG - 0.02, z), (math.pi / 2, 0, 0), sides=48, index=GLOW)
    ring = [(r * math.cos(a), LONG - 0.08, z + r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 49)]
    tube(ring, 0.12, metal, 8, HERO)
    for a in (math.pi / 2, math.pi):
        tube(
            [(r * math.cos(a), LONG - 0.08, z + r * math.sin(a)), (-r * math.cos(a), LONG - 0.08, z - r * math.sin(a))],
            0.04,
            metal,
            6,
            HERO,
        )
    for n in range(16):
        a = n * math.pi / 8
        lathe(
            ((0, 0), (0.03, 0.02), (0, 0.04)), metal, (1.4 * math.cos(a), LONG - 0.12, z + 1.4 * math.sin(a)), sides=8
        )
    for dx in (1.72, 2.18):
        tube([(dx, LONG - 2.2, 0), (dx - 0.15, LONG - 0.7, 4.6)], 0.035, metal, 7, HERO)
    for k in range(13):
        t = (k + 0.5) / 13
        y, zz, x = LONG - 2.2 + 1.5 * t, 4.6 * t, -0.15 * t
        tube([(1.72 + x, y, zz), (2.18 + x, y, zz)], 0.025, metal, 6, HERO)


def _straps(web: Material, metal: Material, bench: Material) -> None:
    for side in (-1, 1):
        box((0.46, LONG - 1.5, 0.06), (side * 2.05, LONG / 2 - 0.4, 0.48), bench, bevel=0.02)
        for n, y in enumerate(np.arange(0.7, LONG - 1, 0.72)):
            x = side * (2.45 + 0.06 * math.sin(n * 2))
            loop = [
                (side * 2.62, y, 2.7),
                (x, y + 0.03, 2.2),
                (x - side * 0.10, y - 0.07, 1.72),
                (x, y + 0.07, 1.45),
                (x + side * 0.05, y + 0.06, 1.75),
                (side * 2.62, y, 2.7),
            ]
            tube(loop, 0.022, web, 5, HERO)
            tube([(side * 2.25, y, 0.5), (side * 2.25, y, 0.05)], 0.02, metal, 5)
        tube([(side * 2.62, -1, 2.7), (side * 2.62, LONG - 0.5, 2.7)], 0.035, metal, 7, HERO)


def build(_light: str) -> None:
    """The hold in flight, by day over snow."""
    metal, skin = worn((0.055, 0.056, 0.06), 0.4, 0.8, 0.1), worn((0.075, 0.078, 0.078), 0.75, bump=0.2, grain=2)
    _hull(metal, skin, worn((0.06, 0.052, 0.043), 0.45, bump=0.3, grain=4))
    _end(metal, skin, sooted((0.62, 0.66, 0.70), (0.92, 0.92, 0.90), 2.0, 0.4))
    _straps(worn((0.20, 0.17, 0.12), 0.9), metal, worn((0.07, 0.062, 0.05), 0.7))
    coat, skin_ = worn((0.05, 0.052, 0.055), 0.9), worn((0.16, 0.12, 0.095), 0.8)
    seated((-2.0, 8.6, 0.05), coat, skin_, turn=math.pi / 2, bow=0.6)
    seated((-2.0, 7.7, 0.05), worn((0.36, 0.35, 0.31), 0.9), skin_, turn=math.pi / 2 - 0.1, bow=0.25, legs=coat)
    for n, (x, y, s) in enumerate(((1.55, 4.4, 0.8), (1.75, 6.6, 0.6), (-1.6, 5.0, 0.6))):
        box((s, s * 0.9, s * 0.7), (x, y, s * 0.36), worn((0.10, 0.08, 0.055), 0.8), (0, 0, 0.2 * n), 0.03)
    box((0.30, 0.03, 0.9), (-2.42, 8.1, 1.25), worn((0.42, 0.014, 0.012), 0.9), (0, 0.1, math.pi / 2), index=HERO)
    stage.sky((0.05, 0.06, 0.075), 0.4)
    stage.lamp("AREA", (0, LONG - 0.3, 2.35), 620, (0.90, 0.96, 1.0), 2.2, (0, 4, 0))
    stage.lamp("AREA", (0, -2.0, 4.2), 38, (0.55, 0.70, 0.95), 2, (0, 5, 1))
    stage.lamp("POINT", (1.95, LONG - 1.0, 4.4), 45, (1, 0.66, 0.30), 0.2)
    stage.camera((0.1, -1.5, 1.75), (0.05, 8, 1.95), 24)
