"""A garden photograph: five people with their eyes screwed up against the sun, a gap, somebody blurred coming in."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GLOW, HERO, PEOPLE, box, sheet, solid, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.photograph import border
from assets.programs.kit.props import standing
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, mirrored
from assets.programs.kit.surfaces import veil, worn
from assets.programs.kit.wild import branch, land, wander

FILES = {"first": "cards/ending_light_that_lands"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.50, 0.45, 0.35),
        haze_distance=26,
        haze_start=9,
        haze_most=0.7,
        sky_low=(0.80, 0.72, 0.56),
        sky_high=(0.55, 0.51, 0.42),
        clouds=0.08,
        bloom=0.45,
        bloom_above=0.9,
        shadow=(0.46, 0.46, 0.43),
        highlight=(0.62, 0.56, 0.45),
        tone=0.7,
        ink=0.0,
        colour=0.55,
        quiet=0.1,
        vignette=0.5,
    )
}


def _squint(x: float, y: float, tall: float, turn: float) -> None:
    """Lids and mouth, no more than four strokes, on a head that `standing` made."""
    dark, k = worn((0.02, 0.016, 0.014), 0.9, bump=0), tall / 1.75
    z = 1.632 * k

    def on(a: float, dz: float) -> Point:
        a += turn
        return (x + 0.088 * k * math.sin(a), y - 0.104 * k * math.cos(a), z + dz * k)

    for side in (-1, 1):
        tube([on(side * 0.25, 0.006), on(side * 0.45, 0.014), on(side * 0.66, 0.0)], 0.0065 * k, dark, 5, HERO)
        tube([on(side * 0.22, 0.034), on(side * 0.64, 0.040)], 0.0055 * k, dark, 5, HERO)
    tube([on(-0.22, -0.066), on(0, -0.074), on(0.24, -0.062)], 0.005 * k, dark, 5, HERO)


def _hair(x: float, y: float, tall: float, long: float) -> None:
    k = tall / 1.75

    def cap(p: Array) -> Array:
        d = ellipsoid(p, (0, 0.015, 0.03), (0.094, 0.108, 0.118))
        d = np.minimum(d, capsule(mirrored(p), (0.075, 0.03, 0.02), (0.082, 0.04, -long), 0.03, 0.04)) if long else d
        return np.maximum(d, (-0.050 - p[..., 1]) * 0.8 - (p[..., 2] - 0.075))

    solid(
        cap,
        (-0.2, -0.2, -0.35),
        (0.2, 0.2, 0.2),
        0.012,
        worn((0.03, 0.025, 0.022), 0.8),
        (x, y, 1.635 * k),
        (0, 0, 0),
        (k,) * 3,
        PEOPLE,
    )


def build(_light: str) -> None:
    """An afternoon, before all of it."""
    grass = worn((0.21, 0.20, 0.13), 0.95, bump=0.7, grain=3, vary=0.4)
    land(lambda x, y: 0.05 * wander(x, y, 0.8), (-16, 16), (-2, 26), grass, 0.015)
    skin = worn((0.50, 0.40, 0.31), 0.8, bump=0)
    people = (
        (-0.98, 1.76, (0.06, 0.06, 0.065), False, 0.0, 0.10),
        (-0.38, 1.60, (0.44, 0.40, 0.33), True, 0.20, 0.05),
        (0.86, 1.64, (0.40, 0.38, 0.33), True, 0.22, -0.05),
        (1.46, 1.80, (0.085, 0.08, 0.075), False, 0.0, -0.1),
        (2.06, 1.70, (0.14, 0.125, 0.105), False, 0.0, -0.18),
    )
    for x, tall, shade, skirt, long, turn in people:
        standing((x, 5.2, 0), tall, worn(shade, 0.9), skin, turn, skirt=skirt)
        _squint(x, 5.2, tall, turn)
        _hair(x, 5.2, tall, long)
    box((0.2, 0.03, 0.14), (-0.38, 4.99, 1.2), worn((0.36, 0.02, 0.015), 0.9), (0.2, 0, 0), 0.01, HERO)

    def runner(p: Array) -> Array:
        """A child at a run, smeared by as far as it came while the shutter was open."""
        q = p.copy()
        q[..., 0] -= np.clip(p[..., 0], 0.0, 0.06)
        d = capsule(q, (0, 0, 0.85), (-0.16, 0, 1.30), 0.13, 0.14)
        d = np.minimum(d, ellipsoid(q, (-0.24, 0, 1.54), (0.09, 0.1, 0.12)))
        limbs = (
            ((0, 0.85), (-0.38, 0.48)),
            ((-0.38, 0.48), (-0.30, 0.08)),
            ((0, 0.85), (0.30, 0.55)),
            ((-0.1, 1.25), (-0.48, 1.1)),
        )
        for (ax, az), (bx, bz) in limbs:
            d = np.minimum(d, capsule(q, (ax, 0, az), (bx, 0, bz), 0.08, 0.06))
        return d

    blurred = veil((0.46, 0.43, 0.38), 0.26)
    for n in range(9):
        at = (2.62 + n * 0.07, 4.7 + n * 0.03, 0)
        solid(runner, (-0.8, -0.3, -0.1), (1.2, 0.3, 1.9), 0.035, blurred, at, index=GLOW, keep="runner")
    leaf = worn((0.06, 0.065, 0.035), 0.9, bump=0.5, grain=4)
    bark = worn((0.04, 0.035, 0.03), 0.9)
    for n in range(60):
        x, z = -7 + (n * 0.61803 * 14) % 14, -0.3 + (n * 0.377 * 2.2) % 2.2

        def bush(p: Array) -> Array:
            return ellipsoid(p, (0, 0, 0), (0.8, 0.6, 0.6)) + 0.07 * np.sin(p[..., 0] * 13) * np.sin(
                p[..., 2] * 15
            ) * np.sin(p[..., 1] * 11)

        solid(
            bush,
            (-1, -1, -1),
            (1, 1, 1),
            0.06,
            leaf,
            (x * 1.5, 13 + math.sin(n), z * 1.2),
            (n, n * 2, n),
            (1.5,) * 3,
            keep="bush",
        )
    branch((-4.2, 7.4, 0), (0.1, 0, 1), 3.4, 0.2, bark, 8, 3)
    for x in (-2.6, 2.9):
        tube([(x, 8.0, 0), (x, 8.0, 2.6)], 0.03, bark, 6)

    def line(u: float, v: float) -> Point:
        return (-2.6 + 5.5 * u, 8.0 + 0.03 * v, 2.6 - 0.25 * math.sin(u * math.pi) - 0.02 * v)

    sheet(line, 20, 1, bark)
    border((0.64, 2.2, 1.19), 2.58, 1.52, 0.11)
    stage.sky((0.60, 0.54, 0.42), 0.55, (0.40, 0.42, 0.42))
    stage.lamp("SUN", (0, 0, 0), 3.6, (1, 0.90, 0.70), 0.02, (0.45, 0.75, -0.55))
    stage.camera((0.28, -1.0, 1.36), (0.28, 5, 1.14), 25, (-0.10, 0))
