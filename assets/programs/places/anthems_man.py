"""Two backs on a platform, one painted over; before them a pale wall with flags on a line; behind, a cut photograph."""

import math
import random

import numpy as np

from assets.programs.kit import stage
from assets.programs.kit.build import GROUND, HERO, PEOPLE, Material, again, box, lathe, mesh, sheet, solid, tube
from assets.programs.kit.finish import Look
from assets.programs.kit.props import loudspeaker, standing
from assets.programs.kit.shapes import Array, Point, block, capsule, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import cloth, worn

FILES = {"first": "cards/ending_anthems_man"}
LOOKS = {
    "first": Look(
        exposure=1.3,
        haze=(0.46, 0.44, 0.38),
        haze_distance=70,
        haze_start=8,
        haze_most=0.6,
        mist=(0.58, 0.55, 0.46),
        mist_at=(20, 34),
        mist_amount=0.35,
        mist_top=2.2,
        sky_low=(0.70, 0.62, 0.47),
        sun=(0.5, 0.30, 0.05),
        sun_light=(0.40, 0.34, 0.24),
        sky_high=(0.28, 0.30, 0.31),
        clouds=0.10,
        bloom=0.4,
        bloom_above=0.9,
        shadow=(0.42, 0.48, 0.53),
        highlight=(0.62, 0.56, 0.46),
        tone=0.6,
        quiet=0.25,
    )
}
FLOOR, EDGE = 1.7, 6.2  # the platform's height and where it ends
WALL, TALL = 30.0, 4.2
DRIPS = (
    (-0.38, 0.16),
    (-0.31, 0.34),
    (-0.20, 0.10),
    (-0.11, 0.46),
    (-0.03, 0.20),
    (0.06, 0.30),
    (0.15, 0.62),
    (0.27, 0.12),
    (0.35, 0.40),
)


def _platform(wood: Material) -> None:
    """What a platform is from behind: planks on trestles, braces, a flight of steps."""
    for n in range(7):
        box((7.2, 0.42, 0.07), (0.5, EDGE - 2.9 + n * 0.45, FLOOR), wood, (0, 0, 0.004 * (-1) ** n))
    for x in (-2.9, -0.6, 1.7, 3.9):
        for y in (EDGE - 2.9, EDGE - 0.2):
            tube([(x, y, 0), (x, y, FLOOR)], 0.07, wood, 6)
        tube([(x, EDGE - 2.9, 0.15), (x + 2.2, EDGE - 2.9, FLOOR - 0.15)], 0.045, wood, 6)
    for x in (-3.0, 4.0):
        tube([(x, EDGE - 3, FLOOR), (x, EDGE - 3, FLOOR + 1.0)], 0.04, wood, 6)
    for n in range(5):
        box((1.1, 0.28, 0.05), (-2.0, EDGE - 4.4 + n * 0.30, 0.30 + n * 0.31), wood)


def _painted(white: Material, paint: Material, at: Point) -> None:
    """The suit from behind: somebody has begun at the helmet, and the colour has run down."""

    def body(p: Array) -> Array:
        q = mirrored(p)
        d = ellipsoid(q, (0, 0, 1.42), (0.27, 0.19, 0.27))
        d = union(d, capsule(q, (0, 0, 1.2), (0, 0, 0.98), 0.19, 0.17), 0.06)
        d = np.minimum(d, ellipsoid(q, (0.31, 0, 1.50), (0.145, 0.14, 0.13)))
        d = np.minimum(d, capsule(q, (0.34, 0, 1.44), (0.38, 0.03, 1.12), 0.075, 0.068))
        d = np.minimum(d, capsule(q, (0.38, 0.03, 1.10), (0.36, -0.02, 0.80), 0.085, 0.07))
        d = np.minimum(d, capsule(q, (0.12, 0, 0.92), (0.13, 0, 0.52), 0.115, 0.09))
        d = np.minimum(d, capsule(q, (0.13, 0, 0.50), (0.14, 0.01, 0.08), 0.10, 0.095))
        d = np.minimum(d, block(q, (0, 0.17, 1.42), (0.15, 0.06, 0.19), 0.04))
        return np.minimum(
            d, union(ellipsoid(q, (0, 0, 1.80), (0.128, 0.15, 0.155)), capsule(q, (0, 0, 1.6), (0, 0, 1.72), 0.1), 0.03)
        )

    def reach(p: Array) -> Array:
        run = 0.03 * np.sin(p[..., 0] * 23)
        for x, deep in DRIPS:
            run = run - deep * np.exp(-(((p[..., 0] - x) / 0.022) ** 2))
        return p[..., 2] - (1.20 + run)

    for field, material in (
        (lambda p: np.maximum(body(p), reach(p)), white),
        (lambda p: np.maximum(body(p) - 0.004, -reach(p)), paint),
    ):
        solid(
            field,
            (-0.6, -0.4, -0.05),
            (0.6, 0.4, 2.05),
            0.016,
            material,
            at,
            (0, 0, math.pi + 0.06),
            (1.03,) * 3,
            PEOPLE,
        )


def _wall(pale: Material, line: Material, flags: list[Material]) -> None:
    """The far side of the square, and along it, on one line from end to end, flags pegged out like washing."""
    box((90, 1, TALL), (0, WALL, TALL / 2), pale)
    box((90, 1.3, 0.3), (0, WALL, TALL + 0.1), pale)
    a, b = np.array((-22.0, WALL - 2, 12.2)), np.array((23.5, WALL - 2, 12.5))

    def on(t: float) -> np.ndarray:
        return a + (b - a) * t - np.array((0, 0, 6.0 * t * (1 - t)))

    tube([tuple(on(t)) for t in np.linspace(0, 1, 40)], 0.05, line, 6, HERO)
    for post in (a, b):
        tube([(post[0], post[1], 0), (post[0], post[1], post[2] + 0.3)], 0.16, line, 8, HERO)
    for n, t in enumerate(np.linspace(0.08, 0.92, 9)):
        top, wide, drop = on(t), 3.1, 3.5 + 0.4 * math.sin(n * 2.1)

        def hang(u: float, v: float, q: tuple = (top, wide, drop, n)) -> Point:
            wave = 0.30 * math.sin(u * 6 + v * 2 + q[3] * 1.9) * v
            sag = 0.16 * math.sin(u * math.pi)
            return (q[0][0] + (u - 0.5) * q[1] + 0.25 * v, q[0][1] - wave, q[0][2] - sag - q[2] * v)

        sheet(hang, 18, 14, flags[1] if n == 4 else flags[0])


def _crowd(coat: Material) -> None:
    """Heads, as far as the sides go, with an empty lane down the middle that leads to the wall."""

    def bust(p: Array) -> Array:
        q = mirrored(p)
        d = ellipsoid(q, (0, 0, 1.60), (0.10, 0.12, 0.14))
        d = union(d, ellipsoid(q, (0.10, 0, 1.28), (0.16, 0.12, 0.15)), 0.12)
        d = union(d, capsule(q, (0, 0, 1.3), (0, 0, 1.5), 0.07), 0.05)
        return union(d, capsule(q, (0, 0, 0.1), (0, 0, 1.2), 0.21, 0.16), 0.1)

    source = solid(bust, (-0.5, -0.4, -0.1), (0.5, 0.4, 1.9), 0.04, coat, (0, -500, 0), index=PEOPLE)
    rnd = random.Random(3)
    for row in range(11):
        y = 9.5 + row * 1.35
        for x in np.arange(-15 - row * 0.6, 17 + row * 0.6, 0.72):
            if abs(x - 0.5) > 1.7 and rnd.random() < 0.86:
                size = rnd.uniform(0.92, 1.06)
                at = (x + rnd.uniform(-0.15, 0.15), y + rnd.uniform(-0.3, 0.3), -0.15)
                again(source, at, (0, 0, rnd.uniform(-0.4, 0.4)), (size,) * 3)


def _photograph(paper: Material, film: Material, dark: Material) -> None:
    """Propped against a trestle behind the platform: two people, of whom the scissors have left one."""
    x, y, wide, tall, lean = 1.02, 2.5, 0.56, 0.72, 0.20

    def spot(u: float, v: float, off: float = 0.0) -> Point:
        return (x + u * wide, y + lean * v * tall - off, 0.36 + v * tall + 0.04 * u)

    sheet_points = [spot(0, 0), spot(0.98, 0), spot(0.90, 1), spot(0, 1)]
    mesh(sheet_points, [(0, 1, 2, 3)], paper, index=HERO)
    mesh(
        [spot(*s, 0.006) for s in ((0.11, 0.14), (0.968, 0.14), (0.908, 0.91), (0.11, 0.91))],
        [(0, 1, 2, 3)],
        film,
        index=HERO,
    )
    figure = [(0.30, 0.14), (0.33, 0.47), (0.42, 0.55), (0.50, 0.57), (0.58, 0.55), (0.67, 0.47), (0.70, 0.14)]
    mesh([spot(*s, 0.010) for s in figure], [tuple(range(len(figure)))], dark, index=HERO)
    head = [(0.50 + 0.085 * math.cos(t), 0.665 + 0.085 * math.sin(t)) for t in np.linspace(0, 6.2832, 20)[:-1]]
    mesh([spot(*s, 0.010) for s in head], [tuple(range(len(head)))], dark, index=HERO)
    hand = [(0.66, 0.40), (0.955, 0.30), (0.955, 0.25), (0.66, 0.31)]
    mesh([spot(*s, 0.010) for s in hand], [(0, 1, 2, 3)], dark, index=HERO)
    box((0.7, 0.45, 0.40), (x + 0.2, y + 0.25, 0.2), worn((0.10, 0.08, 0.06), 0.9), (0, 0, 0.1), 0.02)


def build(_light: str) -> None:
    """Noon, on the day of a victory."""
    wood, coat = worn((0.060, 0.050, 0.040), 0.8, bump=0.4, grain=5), worn((0.045, 0.047, 0.052), 0.9)
    pale = worn((0.40, 0.375, 0.32), 0.9, bump=0.5, grain=0.6, vary=0.3)
    box((120, 60, 0.2), (0, 22, -0.1), worn((0.30, 0.285, 0.25), 0.95, bump=0.4, grain=0.8, vary=0.3), index=GROUND)
    _platform(wood)
    _painted(
        worn((0.66, 0.64, 0.57), 0.35, bump=0.1),
        worn((0.035, 0.040, 0.045), 0.25, bump=0.1),
        (1.15, EDGE - 0.9, FLOOR + 0.03),
    )
    standing((0.05, EDGE - 0.85, FLOOR + 0.03), 1.80, coat, worn((0.05, 0.045, 0.04), 0.8), math.pi - 0.05)
    cap = ((0.095, 0), (0.10, 0.05), (0.15, 0.10), (0.14, 0.125), (0, 0.14))
    lathe(cap, coat, (0.05, EDGE - 0.84, FLOOR + 1.75), (0.08, 0, 0), sides=28, index=PEOPLE)
    tube([(0.05, EDGE - 0.35, FLOOR), (0.05, EDGE - 0.35, FLOOR + 1.32)], 0.022, wood, 8, HERO)
    lathe(
        ((0, 0), (0.05, 0.03), (0.05, 0.13), (0, 0.16)), wood, (0.05, EDGE - 0.35, FLOOR + 1.30), sides=16, index=HERO
    )
    _wall(pale, worn((0.06, 0.055, 0.05), 0.8), [cloth((0.42, 0.385, 0.31), 0.55), cloth((0.50, 0.016, 0.012), 0.5)])
    _crowd(worn((0.060, 0.060, 0.062), 0.95))
    for n in range(7):
        if n != 4:
            standing(
                (-2.1 + n * 0.92, WALL - 1.3, 0),
                1.7,
                worn((0.16, 0.15, 0.135), 0.9),
                worn((0.24, 0.21, 0.18), 0.9),
                stoop=0.3 * (n % 2),
            )
    for x, turn in ((-5.6, 0.5), (6.6, -0.5)):
        tube([(x, 8, 0), (x, 8, 5.6)], [0.10, 0.07], wood, 8)
        loudspeaker((x, 7.9, 5.3), math.pi + turn, wood, 1.3)
    _photograph(worn((0.60, 0.56, 0.47), 0.8), worn((0.34, 0.255, 0.165), 0.7), worn((0.055, 0.042, 0.03), 0.9))
    stage.lamp("SPOT", (-1.6, -0.4, 3.2), 420, (1, 0.92, 0.78), 0.2, (1.2, 2.62, 0.66), 15)
    stage.sky((0.56, 0.52, 0.44), 0.6, (0.36, 0.40, 0.44))
    stage.lamp("SUN", (0, 0, 0), 3.0, (1, 0.92, 0.76), 0.03, (0.30, -0.62, -0.72))
    stage.camera((0.4, -1.9, 1.60), (0.62, 7, 2.42), 27)
