"""Three backs before a bare wall on which a window throws the washing, in its colours; behind them a table is laid."""

import math

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import DRESS, GLOW, GROUND, HERO, PEOPLE, Material, box, lathe, mesh, sheet, solid, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import Colour, glow, sooted, worn
from assets.programs.kit.wild import branch

FILES = {"first": "cards/ending_what_midori_saw"}
LOOKS = {
    "first": Look(
        exposure=1.5,
        haze=(0.11, 0.105, 0.10),
        haze_distance=24,
        haze_start=4,
        haze_most=0.45,
        bloom=0.5,
        bloom_above=0.8,
        shadow=(0.42, 0.47, 0.53),
        highlight=(0.62, 0.55, 0.46),
        tone=0.5,
        quiet=0.3,
    )
}
WALL = 6.2
CORNER, ACROSS, UP = (-2.15, 1.02), (4.7, 0.50), (-0.42, 2.50)  # the patch of light on the wall: x and z
WASHING = (
    (0.05, 0.17, 0.46, (0.50, 0.30, 0.075)),
    (0.25, 0.13, 0.36, (0.44, 0.40, 0.33)),
    (0.41, 0.16, 0.42, (0.31, 0.12, 0.125)),
    (0.60, 0.12, 0.33, (0.135, 0.165, 0.17)),
    (0.75, 0.18, 0.48, (0.46, 0.29, 0.09)),
)  # where on the line, how wide, how long, what colour


def _spot(u: float, v: float, off: float = 0.0) -> Point:
    """A point of the patch: u along it, v up it, both 0 to 1; `off` the wall by so many metres."""
    return (CORNER[0] + u * ACROSS[0] + v * UP[0], WALL - off, CORNER[1] + u * ACROSS[1] + v * UP[1])


def _line(u: float) -> float:
    return 0.80 - 0.10 * 4 * (u * (1 - u))


def _thrown(light: Material, shade: Material, seam: Material) -> None:
    """Light through a window of six panes on stone, and in it what hangs and grows outside."""
    for i in range(3):
        for j in range(2):
            a, b, c, d = i / 3 + 0.012, (i + 1) / 3 - 0.012, j / 2 + 0.014, (j + 1) / 2 - 0.014
            mesh([_spot(*s, 0.012) for s in ((a, c), (b, c), (b, d), (a, d))], [(0, 1, 2, 3)], light, index=GLOW)
    for n in range(3):  # the light's edge is not sharp: the window is far from the wall
        grow, dim = 0.011 * (n + 1), glow((0.22, 0.19, 0.135), 1.25 - 0.35 * n)
        edge = ((-grow, -grow), (1 + grow, -grow), (1 + grow, 1 + grow), (-grow, 1 + grow))
        mesh([_spot(*s, 0.010 - 0.002 * n) for s in edge], [(0, 1, 2, 3)], dim, index=GLOW)
    bar = glow((0.22, 0.19, 0.135), 0.85)
    upright = [(i / 3 - 0.012, i / 3 + 0.012, 0, 1) for i in (1, 2)]
    for a, b, c, d in (*upright, (0, 1, 0.486, 0.514)):
        mesh([_spot(*s, 0.011) for s in ((a, c), (b, c), (b, d), (a, d))], [(0, 1, 2, 3)], bar, index=GLOW)
    for z in np.arange(0.61, 4.6, 0.62):  # the joints of the stones, as the light lies on them
        ends = [u for u in np.linspace(0, 1, 90) if 0 < (z - CORNER[1] - u * ACROSS[1]) / UP[1] < 1]
        path = [_spot(u, (z - CORNER[1] - u * ACROSS[1]) / UP[1], 0.014) for u in ends]
        if len(path) > 2:
            tube(path, 0.005, seam, 4, GLOW)
    tube([_spot(u, _line(u), 0.02) for u in np.linspace(0, 1, 24)], 0.010, shade, 5, GLOW)
    for n, (left, wide, drop, colour) in enumerate(WASHING):
        _garment(left, wide, drop, colour, n)
    for seed, u, way in ((7, 0.96, (-0.5, 0, 0.8)), (12, 1.0, (-0.8, 0, 0.5))):
        at = _spot(u, 0.05, 0.03)
        whole = branch(at, way, 0.9, 0.024, shade, seed, 2, GLOW)
        whole.scale, whole.location = (1, 0.01, 1), (0, (WALL - 0.03) * 0.99, 0)


def _garment(left: float, wide: float, drop: float, colour: Colour, seed: int) -> None:
    def hang(s: float, t: float) -> Point:
        blow = 0.05 * t * math.sin(seed * 1.7 + 2.2) + 0.012 * math.sin(s * 8 + seed)
        u = left + s * wide + blow
        return _spot(u, _line(left + s * wide) - t * drop * (0.94 + 0.06 * math.sin(s * 7 + seed * 2)), 0.018)

    sheet(hang, 12, 10, sooted(tuple(0.6 * c for c in colour), colour, 1.0, 3.5), GLOW)


def _back(
    at: Point, turn: float, stuff: tuple[Material, Material], big: float, bow: float, lean: float, knot: bool = False
) -> None:
    """Somebody on the bench seen from behind: a coat that lies on the seat, shoulders, a bowed head of hair."""

    def body(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        wide = np.interp(z, (-0.05, 0.05, 0.30, 0.52, 0.66), (0.25, 0.235, 0.185, 0.20, 0.06)) * big
        fold = 0.010 * np.sin(np.arctan2(x, y) * 11) * np.clip(0.45 - z, 0, 0.45)
        d = (np.hypot(x, (y - 0.08 * bow * np.clip(z, 0, 1)) * 1.35) - wide + fold) * 0.75
        d = np.maximum(np.maximum(d, -0.05 - z), z - 0.70)
        q = mirrored(p)
        d = union(d, ellipsoid(q, (0.11 * big, 0.06 * bow, 0.57), (0.14 * big, 0.11, 0.10)), 0.09)
        d = union(d, capsule(q, (0.215 * big, 0.06 * bow, 0.55), (0.25 * big, 0.09, 0.25), 0.072 * big, 0.058), 0.05)
        d = union(d, capsule(q, (0.25 * big, 0.09, 0.25), (0.10, 0.32, 0.16), 0.056, 0.042), 0.04)
        return union(d, capsule(p, (0, 0.06 * bow, 0.62), (0, 0.14 * bow, 0.78), 0.062, 0.050), 0.06)

    def skull(p: Array) -> Array:
        y, z = 0.19 * bow, 0.90 - 0.07 * bow
        locks = 0.006 * np.sin(np.arctan2(p[..., 0], p[..., 1] - y) * 23 + p[..., 2] * 31)
        d = ellipsoid(p, (0, y, z + 0.01), (0.088, 0.108, 0.112))
        d = union(d, ellipsoid(p, (0, y - 0.02, z - 0.075), (0.070, 0.075, 0.060)), 0.03) + locks
        ears = ellipsoid(mirrored(p), (0.092, y + 0.02, z - 0.03), (0.014, 0.022, 0.032))
        return np.minimum(
            union(d, ellipsoid(p, (0, y - 0.10, z - 0.055), (0.052, 0.05, 0.045)), 0.015) if knot else d, ears
        )

    for field, material, high in ((body, stuff[0], 0.85), (skull, stuff[1], 1.1)):
        solid(field, (-0.6, -0.4, -0.2), (0.6, 0.55, high), 0.014, material, at, (0.0, lean, turn), (1.12,) * 3, PEOPLE)


def _three(linen: Material) -> None:
    """He in what is left of the white suit, she in her shawl, and he who was the other; all of one height, nearly."""
    hair = worn((0.05, 0.045, 0.04), 0.8)
    white = worn((0.60, 0.585, 0.53), 0.35, bump=0.1)
    _back((-0.62, 4.25, 0.56), -0.10, (white, hair), 1.14, 0.35, 0.10)
    for z, wide in ((0.30, 0.235), (0.52, 0.245)):
        ring = [(-0.62 + wide * math.cos(t), 4.25 + wide * math.sin(t), 0.56 + z) for t in np.linspace(0, 6.29, 33)]
        tube(ring, 0.012, worn((0.05, 0.05, 0.05), 0.6), 6, HERO)
    _back((0.08, 4.18, 0.60), 0.05, (linen, worn((0.44, 0.42, 0.38), 0.8)), 0.84, 0.75, -0.09, True)

    def shawl(p: Array) -> Array:
        x, y, z = p[..., 0], p[..., 1] - 0.05, p[..., 2]
        wide = np.interp(z, (0.05, 0.40, 0.58, 0.70), (0.30, 0.27, 0.235, 0.09))
        fold = 0.012 * np.sin(np.arctan2(x, y) * 13 + 5 * z)
        d = np.abs(np.hypot(x, y * 1.25) - wide + fold) * 0.75 - 0.016
        hem = 0.10 + 0.62 * np.abs(x) + 0.5 * np.clip(y, 0, 1)  # it hangs to a point behind
        return np.maximum(np.maximum(d, hem - z), z - 0.70)

    red = worn((0.44, 0.014, 0.012), 0.9, bump=0.3, grain=14)
    solid(shawl, (-0.5, -0.5, -0.1), (0.5, 0.4, 0.9), 0.018, red, (0.08, 4.18, 0.60), (0, -0.10, 0.05), (1.12,) * 3)
    _back(
        (0.80, 4.25, 0.58), 0.14, (worn((0.055, 0.05, 0.046), 0.9), worn((0.10, 0.085, 0.07), 0.8)), 1.28, 0.25, -0.07
    )


def _table(wood: Material) -> None:
    """A laid table close to us at the right: four bowls, one cup, the stool pushed back."""
    x, y, z = 2.45, 2.9, 0.72
    box((1.9, 1.1, 0.06), (x, y, z), wood, (0, 0, 0.06), 0.02)
    for dx in (-0.8, 0.8):
        for dy in (-0.42, 0.42):
            tube([(x + dx, y + dy, 0), (x + dx, y + dy, z)], 0.04, wood, 8)
    rice = ((0, 0), (0.06, 0), (0.07, 0.03), (0.13, 0.09), (0.15, 0.15), (0.135, 0.15), (0.09, 0.05))
    bowl = worn((0.46, 0.44, 0.38), 0.3, bump=0)
    for dx, dy in ((-0.55, 0.25), (-0.45, -0.25), (0.25, 0.28), (0.35, -0.22)):
        lathe(rice, bowl, (x + dx, y + dy, z + 0.03), sides=26, index=HERO)
    pot = ((0, 0), (0.15, 0), (0.20, 0.10), (0.17, 0.22), (0.06, 0.26), (0.03, 0.31), (0, 0.31))
    lathe(pot, worn((0.03, 0.03, 0.032), 0.4, 0.5), (x - 0.1, y + 0.02, z + 0.03), sides=28, index=HERO)


def build(_light: str) -> None:
    """A morning in the castle before the snow goes."""
    stone = worn((0.135, 0.13, 0.12), 0.85, bump=0.5, grain=2.2)
    box((16, 0.6, 7), (0, WALL + 0.36, 3), stone)
    for n, z in enumerate(np.arange(0.30, 5.6, 0.62)):
        for x in np.arange(-6.6 + 0.5 * (n % 2), 6.6, 1.05):
            deep = 0.02 * (n * 7 % 3)
            box((1.0, 0.07, 0.57), (x, WALL + 0.05 + deep, z), stone, bevel=0.03)
    box((16, 14, 0.2), (0, 1, -0.1), worn((0.10, 0.098, 0.092), 0.5, bump=0.3, grain=1.3, vary=0.5), index=GROUND)
    for x in (-4.6,):
        box((0.9, 14, 7), (x, 1, 3), stone)
    box((16, 14, 0.3), (0, 1, 5.2), stone)
    _thrown(
        sooted((0.34, 0.295, 0.21), (0.62, 0.55, 0.40), 1.0, 2.6),
        glow((0.20, 0.16, 0.11), 0.6),
        glow((0.40, 0.35, 0.25), 0.8),
    )
    wood = worn((0.085, 0.062, 0.043), 0.7, bump=0.4, grain=6)
    box((2.9, 0.5, 0.07), (0.08, 4.25, 0.50), wood, bevel=0.02)
    for dx in (-1.2, 1.35):
        box((0.09, 0.42, 0.5), (0.08 + dx, 4.25, 0.25), wood, bevel=0.01)
    _three(worn((0.30, 0.29, 0.26), 0.9))
    _table(wood)

    def rug(u: float, v: float) -> Point:
        return (-0.9 + u * 2.0, 3.4 + 0.5 * v, 0.015 + 0.01 * math.sin(u * 14))

    sheet(rug, 16, 4, worn((0.09, 0.085, 0.075), 0.95), DRESS)
    stage.lamp("AREA", (0.2, WALL - 0.3, 2.6), 190, (1, 0.86, 0.62), 3.2, (0.1, 3.5, 0.9))
    stage.lamp("SPOT", (5.4, -1.0, 5.0), 1100, (1, 0.90, 0.74), 0.4, (2.4, 2.9, 0.8), 20)
    stage.lamp("AREA", (-3.2, -1.5, 4.4), 330, (0.56, 0.68, 0.92), 3, (0, 5.0, 1.4))
    stage.lamp("AREA", (3.8, 2.2, 4.6), 300, (1, 0.88, 0.68), 1.6, (0.4, 6.2, 2.0))
    stage.sky((0.06, 0.07, 0.085), 0.4)
    stage.camera((0.55, -0.9, 1.62), (0.30, 6, 1.98), 27)
