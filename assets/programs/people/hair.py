"""Hair in locks over a solid under-layer: short, swept, long, tucked, gathered; and a moustache.

Knows the shape of the skull of people.head and nothing of faces.
"""

import math
import random

import numpy as np

from assets.programs.kit.build import MACHINE, Material, solid, tube
from assets.programs.kit.shapes import Array, Field, ellipsoid, union
from assets.programs.people.head import surface


def _scalp(turn: float, rise: float, k: float = 1.0) -> Array:
    """A point over the skull: turn 0 is the front, rise pi/2 the crown, k the distance out."""
    return np.array(
        [
            0.80 * k * math.sin(turn) * math.cos(rise),
            0.14 - 1.03 * k * math.cos(turn) * math.cos(rise),
            0.38 + 0.84 * k * math.sin(rise),
        ]
    )


def _lock(path: list[Array], width: float, material: Material) -> None:
    t = np.linspace(0, 1, len(path))
    radii = width * (np.sin(np.pi * np.clip(t * 0.93 + 0.07, 0, 1)) ** 0.55 * (1 - t * 0.35))
    radii[-1] = 0.004
    tube(path, list(radii), material, 8, MACHINE)


def under_layer(
    material: Material, front: float = 0.44, side: float = -0.25, back: float = -0.75, k: float = 1.0
) -> None:
    """The solid cap under the locks; its edge at heights `front`, `side` (before the ear) and `back`."""
    turns = [0, 0.3, 0.6, 0.85, 1.05, 1.3, 1.6, 2.0, 3.15]
    edge = [front, front, front - 0.10, front - 0.28, 0.10, side, side + 0.25, back + 0.1, back]

    def shape(p: Array) -> Array:
        x, y, z = np.abs(p[..., 0]), p[..., 1], p[..., 2]
        d = ellipsoid(p, (0, 0.15, 0.39), (0.795 * k, 1.02 * k, 0.83 * k))
        d = union(d, ellipsoid(p, (0, 0.42, -0.15), (0.68 * k, 0.66 * k, 0.62)), 0.2)
        return np.maximum(d, (np.interp(np.arctan2(x, 0.14 - y), turns, edge) - z) * 0.8)

    solid(shape, (-1, -1.1, -1.1), (1, 1.4, 1.5), 0.03, material, index=MACHINE)


def short(
    material: Material,
    seed: int,
    count: int,
    sweep: float = 0.55,
    fringe: float = 0.20,
    lift: float = 0.10,
    nape: float = -0.70,
    width: float = 0.085,
) -> None:
    """Short locks swept round the head, their tips at `fringe` in front, lifted off the skull by `lift`."""
    rnd = random.Random(seed)
    for i in range(count):
        turn, sway = (i / count * 2 - 1) * math.pi + rnd.uniform(-0.1, 0.1), sweep * rnd.uniform(0.6, 1.3)
        ends = (fringe, fringe + 0.02, 0.10, -0.22, -0.28, nape, nape)
        tip = np.interp(abs(turn + sway * 0.7), (0, 0.5, 0.9, 1.2, 1.6, 2.2, 3.15), ends) + rnd.uniform(-0.12, 0.10)
        low, high, flare = (
            math.asin(np.clip((tip - 0.38) / 0.84, -0.93, 0.9)),
            rnd.uniform(0.75, 1.35),
            rnd.uniform(0.5, 1.1),
        )
        path = [
            _scalp(
                turn - sway * 0.3 + sway * t,
                high + (low - high) * t,
                1 + 0.05 * math.sin(t * math.pi) + lift * t**2.5 * flare,
            )
            for t in np.linspace(0, 1, 12)
        ]
        _lock(path, width * rnd.uniform(0.7, 1.25), material)


def swept(
    material: Material,
    seed: int,
    count: int,
    front: float = 0.55,
    width: float = 0.075,
    lift: float = 0.08,
    recede: float = 0.0,
    between: tuple[float, float] = (-1.15, 1.15),
) -> None:
    """Locks combed from the hairline back over the crown; `recede` draws the temples back, `between` makes a streak."""
    rnd = random.Random(seed)
    for _ in range(count):
        side = rnd.uniform(*between)
        start = front + 0.10 * rnd.random() - 0.10 * abs(side) + recede * min(1.0, abs(side) * 1.6) * 0.4
        low = math.asin(np.clip((start - 0.38) / 0.84, -0.9, 0.95))
        path = []
        for t in np.linspace(0, 1, 14):
            turn = side + (math.copysign(2.6, side) - side) * t**1.2
            rise = low + (1.32 - low) * math.sin(min(1, t * 1.6) * math.pi / 2) - max(0, t - 0.55) * 2.6
            path.append(_scalp(turn, rise, 1.0 + 0.02 + lift * math.sin(t * math.pi) * rnd.uniform(0.8, 1.2)))
        _lock(path, width * rnd.uniform(0.7, 1.2), material)


def long(
    material: Material,
    seed: int,
    count: int,
    length: float,
    part: float = 0.0,
    width: float = 0.085,
    wave: float = 0.05,
    face: float = 0.95,
    wind: float = 0.0,
) -> None:
    """Locks from a parting over the skull and then down by `length`; `wind` carries their ends to the right."""
    rnd = random.Random(seed)
    for i in range(count):
        side = -1 if i % 2 else 1
        end = side * rnd.uniform(face, 3.05)
        path = [
            _scalp(part + (end - part) * min(1, t * 1.5), 1.45 - 1.55 * t, 1.02 + 0.05 * math.sin(t * 3.1))
            for t in np.linspace(0, 1, 9)
        ]
        root, drop, phase = path[-1].copy(), length * rnd.uniform(0.75, 1.1), rnd.uniform(0, 6.28)
        inward = 0.12 * (abs(end) < 1.2)
        for t in np.linspace(0.12, 1, 9):
            out = side * (0.10 * math.sin(t * 2.4) - inward * t) + wave * math.sin(phase + t * 6)
            out += wind * t**1.6 * (0.7 + 0.5 * math.sin(phase))
            path.append(root + np.array([out, 0.05 * t - 0.8 * inward * t, -drop * t]))
        _lock(path, width * rnd.uniform(0.7, 1.25), material)


def fringe_round(material: Material, seed: int, count: int, top: float = 0.32, width: float = 0.055) -> None:
    """What is left to a bald head: short locks from temple to temple round the back, none above z = `top`."""
    rnd = random.Random(seed)
    for _ in range(count):
        turn = rnd.choice((-1, 1)) * rnd.uniform(0.98, 3.1)
        high = top - 0.25 * rnd.random() + 0.12 * math.cos(turn * 2)
        low = rnd.uniform(-0.30, -0.10) if abs(turn) < 1.9 else rnd.uniform(-0.75, -0.4)
        rises = [math.asin(float(np.clip((z - 0.38) / 0.84, -0.93, 0.9))) for z in np.linspace(high, low, 9)]
        sway = rnd.uniform(0.1, 0.3) * math.copysign(1, turn)
        path = [
            _scalp(turn + sway * t, rise, 1.0 + 0.05 * math.sin(t * math.pi) + 0.10 * t**2 * rnd.random())
            for t, rise in zip(np.linspace(0, 1, 9), rises, strict=True)
        ]
        _lock(path, width * rnd.uniform(0.7, 1.2), material)


def tucked(
    material: Material,
    seed: int,
    count: int,
    part: float = 0.06,
    width: float = 0.075,
    low: tuple[float, float] = (-0.9, -0.35),
    high: tuple[float, float] = (0.80, 1.02),
) -> None:
    """Locks that fall from the parting, cover the hairline and go behind the ears."""
    rnd = random.Random(seed)
    for i in range(count):
        end, top, bottom = (-1 if i % 2 else 1) * rnd.uniform(0.86, 1.12), rnd.uniform(*high), rnd.uniform(*low)
        path = [
            _scalp(part + (end - part) * t**0.8, top + (bottom - top) * t**1.9, 1.015 + 0.05 * math.sin(t * math.pi))
            for t in np.linspace(0, 1, 12)
        ]
        _lock(path, width * rnd.uniform(0.7, 1.2), material)


def strays(material: Material, seed: int, count: int, length: float = 0.8, wind: float = 0.0) -> None:
    """A few loose strands before the ears and off the crown, that break the outline."""
    rnd = random.Random(seed)
    for i in range(count):
        side = -1 if i % 2 else 1
        turn, rise = side * rnd.uniform(0.85, 1.5), rnd.uniform(-0.1, 0.5)
        root, swing = _scalp(turn, rise, 1.03), rnd.uniform(-0.1, 0.18)
        path = [
            root
            + np.array(
                [side * swing * t + wind * t**1.5, -0.12 * t + 0.1 * t * t, -length * t + 0.04 * math.sin(t * 6)]
            )
            for t in np.linspace(0, 1, 9)
        ]
        _lock(path, rnd.uniform(0.016, 0.034), material)


def gathered(material: Material, at: tuple[float, float, float] = (0, 1.12, -0.05), size: float = 0.40) -> None:
    """A knot of hair at the back of the head."""
    for k in range(16):
        a = k * math.pi / 8
        ring = [
            np.array(at)
            + size * np.array([0.9 * math.cos(t) * math.cos(a), 0.55 * math.sin(a) * math.cos(t), 0.8 * math.sin(t)])
            for t in np.linspace(-1.4, 1.4, 10)
        ]
        _lock(ring, 0.13, material)


def moustache(
    shape: Field, material: Material, seed: int = 2, drop: float = 0.20, wide: float = 0.26, count: int = 26
) -> None:
    """Bristles from under the nose over the mouth."""
    rnd = random.Random(seed)
    for i in range(count):
        side = -1 if i % 2 else 1
        x0, x1 = rnd.uniform(0.0, 0.14), 0.05 + wide * (i / count) ** 0.8
        path = []
        for t in np.linspace(0, 1, 8):
            x, z = side * (x0 + (x1 - x0) * t), -0.505 - (drop * (0.55 + 0.45 * i / count)) * t**1.3
            path.append(np.array((x, surface(shape, x, z) - 0.03 - 0.02 * math.sin(t * math.pi), z)))
        _lock(path, 0.036 * rnd.uniform(0.7, 1.2), material)


def beard(shape: Field, material: Material, seed: int = 4, count: int = 120, length: float = 0.22) -> None:
    """A short beard along jaw and chin."""
    rnd = random.Random(seed)
    for _ in range(count):
        x = rnd.uniform(-0.52, 0.52)
        z = -0.80 - 0.30 * (1 - (x / 0.56) ** 2) * rnd.random() + 0.34 * (abs(x) / 0.52) ** 2
        y = surface(shape, x, z)
        path = [
            np.array((x * (1 - 0.25 * t), y - 0.02 - 0.05 * t * (1 - t), z - length * t)) for t in np.linspace(0, 1, 6)
        ]
        _lock(path, 0.042 * rnd.uniform(0.6, 1.1), material)
