"""Things that stand in several places: people seen small, chairs, poles and wires, loudspeakers, banners, chimneys.

Knows nothing of any one picture.
"""

import math
import random

import numpy as np

from assets.programs.kit.build import (
    DRESS,
    MACHINE,
    ORIGIN,
    PEOPLE,
    STRUCTURE,
    Material,
    Thing,
    box,
    joined,
    lathe,
    sheet,
    solid,
    tube,
)
from assets.programs.kit.shapes import Array, Point, capsule, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import worn


def standing(
    at: Point,
    height: float,
    coat: Material,
    head: Material | None = None,
    turn: float = 0.0,
    lean: float = 0.0,
    hat: bool = False,
    skirt: bool = False,
    stoop: float = 0.0,
) -> None:
    """A person in a long coat, seen small; `lean` moves the feet forward (against a wall), `stoop` bows the head."""
    hem = 0.42 if skirt else 0.30

    def body(p: Array) -> Array:
        feet = lean * np.clip(1 - p[..., 2], 0, 1)
        q = np.stack([np.abs(p[..., 0]), p[..., 1] + feet, p[..., 2]], -1)
        d = capsule(q, (0.09, 0, 0.05), (0.10, 0, 0.75), 0.075, 0.10)
        d = union(d, ellipsoid(q, (0.10, -0.06, 0.04), (0.06, 0.14, 0.05)), 0.03)
        robe = capsule(q, (0, 0, hem), (0, 0, 1.2), 0.235 if skirt else 0.215, 0.17)
        fold = 0.012 * np.sin(np.arctan2(p[..., 0], p[..., 1]) * 9) * np.clip(1.1 - p[..., 2], 0, 1)
        robe = np.maximum(robe * 0.8 + fold, hem - p[..., 2])
        d = np.minimum(d, robe)
        d = union(d, ellipsoid(q, (0.06, 0, 1.27), (0.15, 0.12, 0.17)), 0.10)
        d = union(d, capsule(q, (0.17, 0, 1.36), (0.225, 0.02, 1.05), 0.062, 0.052), 0.05)
        d = union(d, capsule(q, (0.225, 0.02, 1.05), (0.20, -0.08, 0.80), 0.052, 0.040), 0.03)
        return union(d, capsule(q, (0, 0, 1.38), (0, -stoop * 0.2, 1.50), 0.085, 0.062), 0.09)

    def skull(p: Array) -> Array:
        bow = -0.18 * stoop
        d = ellipsoid(p, (0, bow - 0.01, 1.625 - 0.06 * stoop), (0.082, 0.10, 0.125))
        d = union(d, capsule(p, (0, bow, 1.5), (0, bow, 1.58), 0.055), 0.04)
        if hat:
            crown = capsule(p, (0, bow, 1.70), (0, bow, 1.75), 0.10)
            brim = np.maximum(np.hypot(p[..., 0], p[..., 1] - bow) - 0.19, np.abs(p[..., 2] - 1.685) - 0.012)
            d = np.minimum(union(d, crown, 0.02), brim)
        return d

    size = height / 1.75
    for field, material in ((body, coat), (skull, head or coat)):
        solid(field, (-0.5, -0.5, 0), (0.5, 0.5, 1.9), 0.022, material, at, (0, 0, turn), (size,) * 3, PEOPLE)


def seated(
    at: Point,
    coat: Material,
    head: Material | None = None,
    turn: float = 0.0,
    bow: float = 0.0,
    size: float = 1.0,
    reach: float = 0.0,
    legs: Material | None = None,
) -> None:
    """A person seated (seat 0.45 m high), facing -y; `bow` bends back and head, `reach` holds the hands out."""

    def body(p: Array) -> Array:
        q = mirrored(p)
        d = capsule(q, (0, 0.02, 0.55), (0, 0.02 - 0.10 * bow, 0.9), 0.17, 0.16)
        d = union(d, ellipsoid(q, (0.09, -0.16 * bow, 1.02), (0.16, 0.12, 0.16)), 0.10)
        hand = (0.10 + 0.06 * (1 - reach), -0.30 - 0.22 * reach - 0.1 * bow, 0.66 + 0.12 * reach)
        d = union(d, capsule(q, (0.21, -0.18 * bow, 1.08), (0.27, -0.1 - 0.1 * bow, 0.82), 0.065, 0.055), 0.05)
        return union(d, capsule(q, (0.27, -0.1 - 0.1 * bow, 0.82), hand, 0.055, 0.042), 0.03)

    def skull(p: Array) -> Array:
        y, z = -0.32 * bow, 1.34 - 0.10 * bow
        d = ellipsoid(p, (0, y, z), (0.078, 0.095, 0.12))
        d = union(d, ellipsoid(p, (0, y - 0.06, z - 0.06), (0.05, 0.05, 0.06)), 0.04)
        d = union(d, capsule(p, (0, y - 0.10, z - 0.01), (0, y - 0.115, z - 0.035), 0.014), 0.02)
        return union(d, capsule(p, (0, -0.18 * bow, 1.14), (0, y, z - 0.05), 0.06), 0.04)

    def hair(p: Array) -> Array:
        y, z = -0.32 * bow, 1.34 - 0.10 * bow
        d = ellipsoid(p, (0, y + 0.018, z + 0.022), (0.09, 0.108, 0.125))
        face = (y - 0.045 - p[..., 1]) * 0.8 - (p[..., 2] - z - 0.05)
        return np.maximum(np.maximum(d, face), z - 0.09 - p[..., 2])

    def below(p: Array) -> Array:
        q = mirrored(p)
        d = capsule(q, (0.11, 0, 0.52), (0.12, -0.44, 0.52), 0.105, 0.085)
        d = union(d, capsule(q, (0.12, -0.44, 0.52), (0.12, -0.42, 0.06), 0.085, 0.06), 0.04)
        return union(d, ellipsoid(q, (0.12, -0.48, 0.05), (0.06, 0.14, 0.05)), 0.03)

    for field, material in ((body, coat), (below, legs or coat), (skull, head or coat), (hair, dark_cloth(0))):
        solid(field, (-0.5, -0.9, 0), (0.5, 0.4, 1.6), 0.018, material, at, (0, 0, turn), (size,) * 3, PEOPLE)


def tall_chair(wood: Material, seat: Material) -> Thing:
    """A high-backed chair facing -y, parked far behind the camera for `again`."""
    parts = [box((0.52, 0.50, 0.07), (0, 0, 0.46), seat, bevel=0.02)]
    for side in (-1, 1):
        parts.append(tube([(side * 0.24, -0.22, 0), (side * 0.23, -0.22, 0.44)], [0.022, 0.035], wood, 8))
        back = [(side * 0.24, 0.28, 0), (side * 0.23, 0.23, 0.45), (side * 0.23, 0.26, 0.95), (side * 0.21, 0.33, 1.42)]
        parts += [
            tube(back, [0.024, 0.034, 0.03, 0.022], wood, 8),
            lathe(((0, 0), (0.035, 0.02), (0.02, 0.06), (0, 0.09)), wood, (side * 0.21, 0.33, 1.42), sides=10),
        ]
        parts.append(tube([(side * 0.235, -0.22, 0.2), (side * 0.235, 0.26, 0.2)], 0.014, wood, 6))
    parts += [
        box((0.40, 0.04, 0.12), (0, 0.315, 1.34), wood, (0.15, 0, 0), 0.02),
        box((0.34, 0.035, 0.62), (0, 0.275, 0.92), seat, (0.10, 0, 0), 0.03),
    ]
    chair = joined(parts)
    chair.location = (0, -500, 0)
    return chair


def loudspeaker(at: Point, turn: float, metal: Material, size: float = 1.0) -> None:
    """A horn on a short bracket, its mouth towards -y before turning about z."""
    profile = (
        (0.03, 0),
        (0.05, 0.25),
        (0.10, 0.42),
        (0.20, 0.55),
        (0.34, 0.63),
        (0.35, 0.65),
        (0.33, 0.65),
        (0.05, 0.3),
    )
    direction = (math.pi / 2 + 0.12, 0, turn)
    lathe(profile, metal, at, direction, (size,) * 3, 24, index=MACHINE)
    lathe(((0, -0.2), (0.09, -0.2), (0.09, 0.03), (0, 0.03)), metal, at, direction, (size,) * 3, 16, index=MACHINE)


def wires(start: Point, end: Point, sag: float, material: Material, thick: float = 0.012) -> None:
    """One sagging wire."""
    a, b = np.array(start, float), np.array(end, float)
    path = [a + (b - a) * t - np.array((0, 0, 4 * sag * t * (1 - t))) for t in np.linspace(0, 1, 14)]
    tube(path, thick, material, 5, STRUCTURE)


def banner(
    at: Point,
    width: float,
    drop: float,
    material: Material,
    turn: float = 0.0,
    wave: float = 0.12,
    tail: bool = True,
    seed: int = 0,
) -> None:
    """A hanging banner, its top edge centred at `at`, facing -y before turning about z."""
    shift = random.Random(seed).uniform(0, 6)

    def surface(u: float, v: float) -> Point:
        x = (u - 0.5) * width
        notch = drop * 0.12 * (abs(u - 0.5) * 2) * v**3 if tail else 0
        y = wave * math.sin(u * 5 + v * 4 + shift) * v + wave * 0.4 * math.sin(u * 11 + shift)
        c, s = math.cos(turn), math.sin(turn)
        return (at[0] + x * c - y * s, at[1] + x * s + y * c, at[2] - drop * v - notch + drop * 0.1 * v**3)

    sheet(surface, 10, 16, material, DRESS)


def chimney(at: Point, height: float, radius: float, material: Material) -> None:
    """A factory chimney with a collar."""
    profile = (
        (radius * 1.25, 0),
        (radius * 1.2, height * 0.05),
        (radius, height * 0.06),
        (radius * 0.68, height * 0.95),
        (radius * 0.84, height * 0.955),
        (radius * 0.84, height * 0.98),
        (radius * 0.7, height),
        (0, height),
    )
    lathe(profile, material, at, sides=20)


def hanging_coat(at: Point, material: Material, seed: int, turn: float = 0.0, length: float = 1.15) -> None:
    """A coat on a hook: empty shoulders, long folds, the hook at `at`."""
    rnd = random.Random(seed)
    sway, phase = rnd.uniform(-0.05, 0.05), rnd.uniform(0, 6)

    def cloth(p: Array) -> Array:
        x, y, z = p[..., 0] - sway * p[..., 2], p[..., 1], p[..., 2]
        wide = np.interp(-z, (0, 0.12, 0.25, 0.6, 1.2), (0.05, 0.13, 0.23, 0.22, 0.29))
        fold = 0.022 * np.sin(np.arctan2(x, y * 1.6) * 8 + phase) * np.clip(-z * 1.6, 0, 1)
        d = (np.hypot(x, y * 1.9) - wide + fold) * 0.7
        q = np.stack([np.abs(x), y, z], -1)
        sleeve = capsule(q, (0.20, 0, -0.24), (0.27, -0.03, -0.80), 0.075, 0.055)
        return union(np.maximum(np.maximum(d, z + 0.03), -z - length), sleeve, 0.03)

    solid(cloth, (-0.45, -0.3, -1.4), (0.45, 0.3, 0.05), 0.028, material, at, (0, 0, turn), index=DRESS)


def dark_cloth(seed: int = 0) -> Material:
    """The nearly black wool that most people here wear."""
    shade = 0.028 + 0.012 * (seed % 3)
    return worn((shade, shade * 1.03, shade * 1.1), 0.9, bump=0.2, grain=12)


def bust_row(at: Point, count: int, pitch: float, seed: int, material: Material) -> None:
    """Heads and shoulders of people sitting in a row along x, seen from behind."""
    rnd = random.Random(seed)

    def bust(p: Array) -> Array:
        q = mirrored(p)
        d = ellipsoid(q, (0, 0, 0.62), (0.085, 0.105, 0.125))
        d = union(d, capsule(q, (0, 0, 0.36), (0, 0, 0.55), 0.065), 0.05)
        d = union(d, ellipsoid(q, (0.10, 0, 0.24), (0.17, 0.13, 0.17)), 0.12)
        return union(d, capsule(q, (0, 0, -0.2), (0, 0, 0.2), 0.2), 0.1)

    source = solid(bust, (-0.5, -0.4, -0.3), (0.5, 0.4, 0.8), 0.025, material, (0, -500, 0), index=PEOPLE)
    for i in range(count):
        if rnd.random() < 0.22:
            continue
        size = rnd.uniform(0.93, 1.06)
        thing = box((0.001,) * 3, ORIGIN, material)
        thing.data = source.data
        thing.location = (
            at[0] + (i - (count - 1) / 2) * pitch + rnd.uniform(-0.08, 0.08),
            at[1] + rnd.uniform(-0.1, 0.1),
            at[2],
        )
        thing.rotation_euler = (rnd.uniform(-0.05, 0.1), 0, rnd.uniform(-0.5, 0.5))
        thing.scale, thing.pass_index = (size, size, size), PEOPLE
