"""Yellow sheets on a line in low sun, a shadow going along behind them; in front a well newly dug, the sky in it."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.hamlet import Stuff, house
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import cloth, sooted, worn
from assets.programs.kit.wild import branch, land, wander

FILES = {"first": "cards/ending_one_at_the_well"}
LOOKS = {
    "first": Look(
        exposure=1.3,
        haze=(0.42, 0.37, 0.27),
        haze_distance=40,
        haze_start=9,
        haze_most=0.8,
        mist=(0.60, 0.52, 0.36),
        mist_at=(18, 30),
        mist_amount=0.45,
        mist_top=2.6,
        sky_low=(0.76, 0.62, 0.40),
        sky_high=(0.20, 0.24, 0.26),
        clouds=0.14,
        bloom=0.4,
        shadow=(0.43, 0.48, 0.50),
        highlight=(0.64, 0.56, 0.43),
        tone=0.6,
        quiet=0.2,
    )
}


def _washing(yellow: Material, line: Material) -> None:
    """Four sheets against the sun on a line between two poles."""
    a, b = np.array((-1.6, 8.2, 2.75)), np.array((7.4, 9.0, 2.85))
    tube([tuple(a + (b - a) * t - np.array((0, 0, 0.9 * t * (1 - t)))) for t in np.linspace(0, 1, 20)], 0.016, line, 5)
    for x, y, tall in ((*a[:2], 2.9), (*b[:2], 3.0)):
        tube([(x, y, -0.1), (x, y, tall)], 0.05, line, 8, HERO)
    for n, t in enumerate((0.16, 0.37, 0.58, 0.80)):
        top = a + (b - a) * t - np.array((0, 0, 0.9 * t * (1 - t)))

        def hang(u: float, v: float, top: np.ndarray = top, n: int = n) -> Point:
            wave = 0.10 * math.sin(u * 7 + v * 2 + n * 1.7) * (0.25 + v) + 0.12 * v * v
            return (top[0] + (u - 0.5) * 1.65, top[1] - wave, top[2] - (2.0 + 0.12 * math.sin(n)) * v)

        sheet(hang, 26, 18, yellow)


def build(_light: str) -> None:
    """Some evening, years on."""
    earth = worn((0.16, 0.14, 0.10), 0.95, bump=0.7, grain=1.6, vary=0.4)
    land(lambda x, y: 0.10 * wander(x, y, 0.9), (-30, 30), (-4, 60), earth, 0.015)
    _washing(cloth((0.60, 0.44, 0.17), 0.75), worn((0.03, 0.028, 0.025), 0.8))
    standing((3.15, 10.4, 0), 1.88, worn((0.02, 0.02, 0.02), 0.9), None, 1.4)
    x, y = 2.7, 4.6
    stone = worn((0.19, 0.18, 0.16), 0.9, bump=0.6, grain=2.4)
    for n in range(15):
        t = n * 2 * math.pi / 15
        at = (x + 0.95 * math.cos(t), y + 0.95 * math.sin(t), 0.17 + 0.02 * math.sin(n * 4))
        box((0.36, 0.30, 0.34), at, stone, (0.04 * math.sin(n), 0.05 * math.cos(n * 3), t + math.pi / 2), 0.05, HERO)
    lathe(
        ((0, 0), (0.80, 0)),
        sooted((0.50, 0.56, 0.60), (0.86, 0.80, 0.66), 1.0, 0.5, 0.3),
        (x, y, 0.16),
        sides=40,
        index=GLOW,
    )
    for n, (dx, dy, r) in enumerate(((-1.9, 0.9, 0.6), (1.8, 0.7, 0.5))):
        lathe(
            ((r * 1.5, 0), (r, 0.16), (r * 0.4, 0.34), (0, 0.40)),
            earth,
            (x + dx, y + dy, -0.02),
            (0, 0, n),
            sides=14,
            index=HERO,
        )
    wood = worn((0.30, 0.23, 0.14), 0.6)
    tube([(x - 1.75, y + 0.7, 0.2), (x - 1.45, y + 0.85, 1.45)], 0.03, wood, 8, HERO)
    tube([(x - 1.57, y + 0.85, 1.46), (x - 1.33, y + 0.85, 1.44)], 0.03, wood, 8, HERO)
    lathe(((0, 0), (0.15, 0), (0.19, 0.30), (0.17, 0.30)), wood, (x + 1.35, y - 0.5, 0.05), sides=16, index=HERO)
    stuff = Stuff(
        worn((0.12, 0.10, 0.085), 0.9, bump=0.4),
        worn((0.085, 0.088, 0.09), 0.5, 0.5, 0.4, 3),
        worn((0.01, 0.01, 0.01), 0.9),
    )
    for hx, hy in ((-7.5, 15), (11, 17), (1.5, 21)):
        house((hx, hy, -0.05), 5.5, 4.2, 2.3, stuff)
    bark = worn((0.03, 0.027, 0.025), 0.9, bump=0.3)
    for n, (tx, ty) in enumerate(((-4.5, 11.5), (8.6, 12.5), (-1, 18), (5.5, 19))):
        branch((tx, ty, -0.1), (0.05, 0, 1), 4.6, 0.22, bark, n + 11, 3)
    box((0.5, 0.9, 0.42), (5.3, 5.6, 0.2), worn((0.09, 0.075, 0.06), 0.95), (0, 0, 0.5), 0.16, GROUND)
    stage.sky((0.58, 0.48, 0.34), 0.5, (0.28, 0.33, 0.36))
    stage.lamp("SUN", (0, 0, 0), 3.4, (1, 0.78, 0.48), 0.02, (-0.08, -0.95, -0.30))
    stage.camera((0.3, -0.6, 1.95), (1.2, 6, 1.35), 26, (-0.03, 0))
