"""The guardian by itself in snow: a helmeted head, a face worn to calm, something small laid at its foot."""

import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import HERO, PLANTS, again, lathe, mesh, solid
from assets.programs.kit.finish import Look
from assets.programs.kit.guardian import figure, statue
from assets.programs.kit.shapes import Array
from assets.programs.kit.silhouette import Near
from assets.programs.kit.surfaces import worn
from assets.programs.kit.wild import branch, flecks, land, wander

FILES = {"first": "places/place_statue"}
LOOKS = {
    "first": Look(
        exposure=1.35,
        haze=(0.30, 0.32, 0.335),
        haze_distance=20,
        haze_start=8,
        haze_most=0.9,
        mist=(0.42, 0.43, 0.43),
        mist_at=(11, 18, 30),
        mist_amount=0.5,
        mist_top=4,
        sky_low=(0.44, 0.44, 0.42),
        sky_high=(0.15, 0.17, 0.19),
        clouds=0.12,
        bloom=0.4,
        bloom_above=0.9,
        shadow=(0.41, 0.48, 0.55),
        highlight=(0.60, 0.56, 0.47),
        tone=0.6,
        quiet=0.62,
    )
}
NEAR = {"first": Near(7.1, (PLANTS,))}
AT, SIZE = (0.9, 5.4, -0.1), 1.0


def build(_light: str) -> None:
    """A grey noon, and it snows."""
    snow = worn((0.56, 0.58, 0.60), 0.85, bump=0.3, grain=1.6, vary=0.12)
    land(lambda x, y: 0.16 * wander(x, y, 0.9) + 0.05 * max(0, abs(x) - 3), (-26, 26), (-4, 50), snow, 0.01)
    stone = worn((0.185, 0.185, 0.172), 0.95, bump=0.9, grain=4.5, vary=0.55)
    foot = worn((0.12, 0.12, 0.112), 0.95, bump=0.7, grain=2.4)
    again(statue(stone, foot, 0.02), AT, (0, 0.015, -0.30), (SIZE,) * 3)

    def lain(p: Array) -> Array:
        """Snow where the stone faces up: the body, thicker by a hand, cut to shoulders, forearms and helmet."""
        lifted = p.copy()
        lifted[..., 2] -= 0.075
        z, y = p[..., 2], p[..., 1]
        high = ((z > 2.28) & (z < 2.62)) | (z > 3.22) | ((z > 1.55) & (z < 1.76) & (y < -0.16))
        new = figure(lifted)
        return np.where(high, np.maximum(new, 0.012 - figure(p)), 0.2)

    solid(lain, (-1, -1, 1.4), (1, 1, 3.75), 0.022, snow, (AT[0], AT[1], AT[2] + 0.5), (0, 0.015, -0.30), index=HERO)
    moss = worn((0.060, 0.075, 0.030), 0.95, bump=0.6, grain=9, vary=0.6)

    def grown(p: Array) -> Array:
        a = np.arctan2(p[..., 0], 0.1 - p[..., 1])
        patch = (
            np.sin(a * 9 + 3.6) * 0.5 + np.sin(p[..., 2] * 2.1 + a * 3) * 0.5 + 0.25 * np.sin(p[..., 2] * 9 + a * 14)
        )
        return np.maximum(figure(p) - 0.014, 0.62 - patch + 0.25 * p[..., 2])

    solid(grown, (-1, -1, 0), (1, 1, 2.4), 0.022, moss, (AT[0], AT[1], AT[2] + 0.5), (0, 0.015, -0.30), index=HERO)
    bowl = ((0, 0), (0.07, 0), (0.08, 0.03), (0.15, 0.10), (0.165, 0.15), (0.15, 0.15), (0.10, 0.05))
    lathe(bowl, worn((0.035, 0.03, 0.028), 0.2), (0.52, 4.48, 0.40), sides=26, index=HERO)
    cloth = [(0.74, 4.50, 0.42), (1.02, 4.42, 0.42), (1.06, 4.33, 0.08), (0.84, 4.36, 0.14)]
    mesh(cloth, [(0, 1, 2, 3)], worn((0.46, 0.014, 0.012), 0.9), index=HERO)
    bark = worn((0.026, 0.024, 0.023), 0.9, bump=0.3)
    rnd = random.Random(4)
    for n in range(30):
        y = 9 + n * 0.9
        x = rnd.uniform(-0.75, 0.75) * (y + 4)
        branch((x, y, -0.1), (rnd.uniform(-0.06, 0.06), 0, 1), rnd.uniform(4, 6), 0.2, bark, n, 2 if n < 16 else 1)
    branch((-3.0, 4.6, -0.1), (0.08, 0, 1), 5.2, 0.26, bark, 77, 3)
    flecks((-5, 1.5, 0.3), (5, 12, 6), 420, 0.013, worn((0.8, 0.8, 0.8), 0.9, bump=0), 4)
    stage.sky((0.44, 0.45, 0.45), 0.55, (0.30, 0.34, 0.38))
    stage.lamp("SUN", (0, 0, 0), 1.3, (1, 0.95, 0.86), 0.25, (0.75, -0.45, -0.55))
    stage.lamp("AREA", (-3.5, -1.0, 4.5), 420, (1, 0.94, 0.84), 1.5, (0.9, 5.2, 3.2))
    stage.lamp("AREA", (6, 9, 6), 500, (0.7, 0.82, 1.0), 2.5, AT)
    stage.camera((-0.2, -1.9, 1.75), (0.1, 5.4, 2.2), 26)
