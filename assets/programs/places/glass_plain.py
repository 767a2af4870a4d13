"""Where the trees were: a flat round field of green glass, charred stumps about its edge.

Lights: first (pale sky, somebody walking to the middle), evening (the middle itself: two clear places side by side with
a hand's breadth between them, and a latch).
"""

import math
import random

import numpy as np
from scipy import ndimage

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, GROUND, HERO, Material, box, lathe, mesh, sheet, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import sooted, worn
from assets.programs.kit.wild import land, wander

FILES = {"first": "places/place_glass_plain", "evening": "cards/ending_sun_on_the_road"}
LOOKS = {
    "first": Look(
        exposure=1.25,
        haze=(0.44, 0.46, 0.42),
        haze_distance=75,
        haze_start=14,
        haze_most=0.75,
        mist=(0.60, 0.61, 0.56),
        mist_at=(36, 60),
        mist_amount=0.4,
        mist_top=2.5,
        sky_low=(0.66, 0.655, 0.59),
        sky_high=(0.30, 0.335, 0.34),
        clouds=0.10,
        bloom=0.35,
        shadow=(0.41, 0.49, 0.50),
        highlight=(0.60, 0.57, 0.46),
        tone=0.55,
    ),
    "evening": Look(
        exposure=1.6,
        haze=(0.30, 0.26, 0.20),
        haze_distance=40,
        haze_start=8,
        haze_most=0.75,
        sky_low=(0.70, 0.46, 0.24),
        sky_high=(0.07, 0.09, 0.115),
        clouds=0.2,
        bloom=0.4,
        shadow=(0.41, 0.48, 0.54),
        highlight=(0.63, 0.55, 0.42),
        tone=0.6,
        quiet=0.2,
    ),
}
ROUND, MIDDLE = 23.0, 24.0


def _field(glass: Material, crack: Material, middle: float, size: float) -> None:
    """The disc, cracked in rays and rings as a cooling plate cracks."""

    def surface(u: float, v: float) -> Point:
        a, r = u * 2 * math.pi, v * size
        return (r * math.cos(a), middle + r * math.sin(a), 0.02 * math.sin(r * 1.1 + 2 * math.sin(a * 3)) * min(1, r))

    sheet(surface, 120, 46, glass, GROUND)
    rnd = random.Random(4)
    for n in range(15):
        a, r, path = n * 2 * math.pi / 15 + rnd.uniform(-0.2, 0.2), rnd.uniform(1.5, 5), []
        while r < size:
            path.append((r * math.cos(a), middle + r * math.sin(a), 0.012))
            r, a = r + size * 0.08, a + rnd.uniform(-0.06, 0.06)
        tube(path, 0.014, crack, 4)


def _stumps(coal: Material, middle: float, size: float) -> None:
    rnd = random.Random(6)
    for n in range(150):
        a = n * 2 * math.pi / 150 + rnd.uniform(-0.02, 0.02)
        for ring in range(3):
            r = size + 0.8 + ring * 2.6 + rnd.uniform(0, 2.4)
            x, y = r * math.cos(a), middle + r * math.sin(a)
            if y < 1.5 or rnd.random() < 0.35:
                continue
            tall = rnd.uniform(0.3, 0.9) + ring * rnd.uniform(0.2, 1.5)
            out = 0.16 * tall
            path = [(x, y, -0.1), (x + out * math.cos(a), y + out * math.sin(a), tall)]
            tube(path, [rnd.uniform(0.16, 0.30), 0.06], coal, 7, HERO)


def _latch(iron: Material, at: Point) -> None:
    """No bigger than a thumbnail, seen from very near: a plate, a lever, a pin."""
    x, y, z = at
    box((0.15, 0.10, 0.02), (x, y, z + 0.03), iron, (0.06, 0.05, 0.5), 0.008, HERO)
    tube([(x - 0.03, y - 0.01, z + 0.05), (x + 0.09, y + 0.05, z + 0.11)], 0.013, iron, 8, HERO)
    lathe(((0.0, 0), (0.03, 0), (0.03, 0.04), (0.0, 0.045)), iron, (x - 0.03, y - 0.01, z + 0.03), sides=14, index=HERO)


def _clear_places(clear: Material) -> None:
    """Where two lay: the glass is clear there, as long as a person, side by side."""
    wide = ((0, 0.10), (0.1, 0.15), (0.5, 0.14), (0.9, 0.21), (1.2, 0.18), (1.45, 0.27), (1.54, 0.20), (1.58, 0.07))
    head = ((1.62, 0.08), (1.68, 0.115), (1.76, 0.125), (1.85, 0.10), (1.90, 0.0))
    for side in (-1, 1):
        ys, ws = np.array(wide + head).T
        along = np.linspace(0, 1.9, 60)
        outline = ndimage.gaussian_filter1d(np.interp(along, ys, ws), 1.3)
        right = [(side * 0.33 + w, 5.0 + 1.25 * y) for y, w in zip(along, outline, strict=True)]
        half = right + [(2 * side * 0.33 - x, y) for x, y in reversed(right)]
        mesh([(x, y, 0.022) for x, y in half], [tuple(range(len(half)))], clear, index=GROUND)


def build(light: str) -> None:
    """The field from its rim, or its middle from near the ground."""
    crack, coal = worn((0.62, 0.68, 0.60), 0.4, bump=0), worn((0.014, 0.013, 0.013), 0.9, bump=0.4)
    if light == "evening":
        _field(worn((0.028, 0.075, 0.040), 0.22, 0.0, 0.25, 1.4, 0.5), crack, 6.1, 19)
        _clear_places(sooted((0.16, 0.16, 0.10), (0.40, 0.34, 0.20), 0.75, 0.8, 0.55))
        _stumps(coal, 6.1, 19)
        _latch(worn((0.60, 0.57, 0.50), 0.3, 1.0, 0.1), (0.0, 5.05, 0.02))
        land(lambda x, y: -0.3 + 0.05 * wander(x, y), (-60, 60), (-4, 110), coal, 0.02)
        stage.sky((0.56, 0.40, 0.24), 0.55, (0.16, 0.20, 0.26))
        stage.lamp("SUN", (0, 0, 0), 1.8, (1, 0.66, 0.36), 0.05, (0.1, -0.95, -0.14))
        stage.lamp("SPOT", (-1.6, 3.0, 2.2), 320, (0.9, 0.92, 1.0), 0.2, (0.0, 5.05, 0), 16)
        stage.camera((0.0, 2.2, 1.9), (0.0, 7, 0.45), 27, (-0.17, 0))
        return
    _field(worn((0.085, 0.20, 0.115), 0.16, 0.0, 0.10, 0.5, 0.5), crack, MIDDLE, ROUND)
    _stumps(coal, MIDDLE, ROUND)
    land(lambda x, y: -0.62 + 0.4 * wander(x, y, 1.5), (-90, 90), (-4, 140), worn((0.10, 0.098, 0.09), 0.95), 0.03)
    standing(
        (0.3, 15.5, 0.02), 1.66, worn((0.40, 0.385, 0.34), 0.9), worn((0.05, 0.035, 0.03), 0.9), math.pi, skirt=True
    )
    lathe(
        ((0.13, 0), (0.15, 0.07), (0.12, 0.14)),
        worn((0.46, 0.014, 0.012), 0.9),
        (0.3, 15.5, 1.36),
        sides=16,
        index=GLOW,
    )
    stage.sky((0.56, 0.56, 0.50), 0.75, (0.34, 0.38, 0.39))
    stage.lamp("SUN", (0, 0, 0), 1.5, (1, 0.95, 0.84), 0.2, (-0.15, -0.9, -0.35))
    stage.camera((0.1, -2.6, 2.5), (0.1, 16, 2.75), 25)
