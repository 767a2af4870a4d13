"""Beds behind walls: the settlement, lobby, laboratory, yard, corridors, workshop, and the rooms of the castle."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.beds.city import air, clock, gusts
from assets.programs.sound.music.walls import pump
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    decay,
    dice,
    drift,
    filtered,
    noise,
    put,
    ticks,
)


def far_shots(mix: Wave, seed: str, times: tuple[float, ...], level: float) -> None:
    """Rifles, streets away: a dull crack and its answer from a wall."""
    for k, at in enumerate(times):
        shot = filtered(noise(0.3, f"{seed} {k}", 1, 1), 130, 1300) * decay(0.3, 0.22, 0.002)
        put(mix, shot, at, level, -0.5 + 0.3 * (k % 4), ring=True)
        put(mix, filtered(shot, None, 600), at + 0.31, level * 0.5, 0.4, ring=True)


def cloth(mix: Wave, seed: str, number: int, level: float) -> None:
    """Washing that moves on a line."""
    chance, seconds = dice(seed), len(mix) / 48_000
    for k in range(number):
        long = chance.uniform(0.3, 1.1)
        flap = (
            filtered(noise(long, f"{seed} {k}", 2, 1), 160, 2200)
            * arch(long, long * 0.4, long * 0.5)
            * drift(long, f"{seed} f {k}", 0.09)
        )
        put(mix, flap, chance.uniform(0, seconds), level * chance.uniform(0.3, 1), chance.uniform(-0.9, 0.9), ring=True)


def settlement() -> Wave:
    """Cloth on a line, ash that arrives, shots streets away."""
    mix = gusts(36, "settlement", 0.05, 7) + air(36, "ash falls", 900, 4200, 0.012, 6)
    far = blank(36)
    cloth(far, "washing", 26, 0.22)
    far_shots(far, "streets", (6.2, 6.9, 19.4, 27.8, 28.1, 28.9), 0.07)
    return mix + space.inside(far, "open", 0.45, ring=True)


def lobby() -> Wave:
    """Marble, one clock, a door somewhere that shuts behind somebody important."""
    far = clock(36, 1.0, "lobby", 640) * 0.09
    for k, at in enumerate((9.2, 23.6)):
        put(far, machines.thud(0.6, 78, f"door {k}", 0.6), at, 0.12, 0.5 - k, ring=True)
        for step in range(7):
            put(
                far,
                machines.step(f"marble {k} {step}"),
                at + 0.6 + 0.56 * step,
                0.10 * (1 - step / 8),
                0.4 - 0.8 * k,
                ring=True,
            )
    put(far, machines.speech(2.6, 175, "desk", 4.6), 16.0, 0.06, -0.6, ring=True)
    return space.inside(far, "stone", 0.62, ring=True) + air(36, "lobby", 90, 700, 0.03, 11)


def culture_lab() -> Wave:
    """Pumps at forty strokes a minute, bubbles in something thick, the hum of lamps."""
    seconds, chance = 36.0, dice("lab")
    far = blank(seconds)
    for k in range(24):
        put(far, pump(str(k % 5)), 1.5 * k, 0.16, -0.4 if k % 2 else 0.4, ring=True)
    for _ in range(110):
        put(
            far,
            machines.bubble(chance.uniform(150, 560)),
            chance.uniform(0, seconds),
            chance.uniform(0.01, 0.06),
            chance.uniform(-0.9, 0.9),
            ring=True,
        )
    lamps = machines.hum(seconds, 100, 8, 1.1) * drift(seconds, "lamps", 7, 0.7, 1) * 0.012
    return (
        space.inside(far, "hall", 0.55, ring=True)
        + filtered(lamps, 90, 1600)[:, None]
        + air(seconds, "lab", 90, 800, 0.025)
    )


def yard() -> Wave:
    """Crates that drip on concrete, a lorry engine that ticks as it cools."""
    seconds, chance = 36.0, dice("yard")
    far = blank(seconds)
    at, gap = 1.0, 0.5
    while at < seconds - 1:
        put(far, machines.click(0.12, 1500 + 500 * chance.random(), f"cooling {at:.1f}", 0.4), at, 0.05, 0.4, ring=True)
        at, gap = at + gap * chance.uniform(0.6, 1.7), gap * 1.035
    for k in range(30):
        put(
            far,
            machines.drop(chance.uniform(300, 700), f"crate {k % 6}"),
            chance.uniform(0, seconds),
            chance.uniform(0.03, 0.09),
            chance.uniform(-0.9, 0.2),
            ring=True,
        )
    return (
        space.inside(far, "ward", 0.5, ring=True)
        + air(seconds, "yard", 90, 900, 0.03)
        + gusts(seconds, "yard wind", 0.012, 8)
    )


def corridor() -> Wave:
    """A long tiled corridor; one lamp buzzes and thinks of going out."""
    seconds = 32.0
    buzz = np.sign(np.sin(2 * np.pi * 100 * ticks(seconds))) * (0.4 + 0.6 * (drift(seconds, "lamp", 0.9) > 0.35))
    lamp = filtered(buzz, 700, 3200) * 0.05
    far = blank(seconds)
    for k in range(9):
        put(
            far,
            machines.step(f"corridor {k}"),
            11 + 0.58 * k,
            0.09 * np.sin(np.pi * (k + 1) / 10),
            0.8 - 0.18 * k,
            ring=True,
        )
    put(far, machines.thud(0.6, 84, "far door", 0.7), 24.0, 0.12, -0.7, ring=True)
    wide = np.stack([lamp, np.roll(lamp, 400)], axis=1)
    return space.inside(far + wide * 0.8, "ward", 0.5, ring=True) + air(seconds, "tiles", 90, 600, 0.03)


def workshop() -> Wave:
    """A lamp that hisses, a clock that gains, something that ticks as it warms."""
    seconds, chance = 34.0, dice("bench")
    mix = air(seconds, "gas", 2500, 9000, 0.016, 5) + air(seconds, "cellar", 80, 500, 0.03)
    far = clock(seconds, 34 / 43, "gains", 1250) * 0.05
    for k in range(15):
        put(
            far,
            machines.metal(0.5, 1700 + 260 * (k % 4), f"warms {k % 4}", 2, 0.25),
            chance.uniform(0, seconds),
            0.018,
            -0.4,
            ring=True,
        )
    put(far, machines.metal(0.9, 690, "tool down", 1.5, 0.5), 21.3, 0.035, 0.5, ring=True)
    return mix + space.inside(far, "room", 0.4, ring=True)


def court() -> Wave:
    """An open court on a hill: wind with edges, a loose shutter."""
    far = blank(36)
    for k, at in enumerate((4.0, 4.9, 13.6, 21.2, 21.7, 22.9, 31.4)):
        put(
            far,
            machines.thud(0.4, 128, f"shutter {k}", 0.9) + 0.3 * machines.click(0.4, 430, f"hook {k}"),
            at,
            0.10,
            0.6,
            ring=True,
        )
    return gusts(36, "court", 0.14, 6, ((240, 70), (430, 110), (760, 170), (1300, 300))) + space.inside(
        far, "stone", 0.5, ring=True
    )


def works() -> Wave:
    """A great vault: water far back, iron that settles, a great deal of nothing."""
    seconds, chance = 40.0, dice("works")
    far = blank(seconds)
    for k in range(17):
        put(
            far,
            machines.drop(chance.uniform(300, 800), f"vault {k % 5}"),
            chance.uniform(0, seconds),
            chance.uniform(0.04, 0.14),
            chance.uniform(-0.9, 0.9),
            ring=True,
        )
    for k, at in enumerate((8.8, 26.1, 35.0)):
        put(far, machines.metal(2.2, 128 + 40 * k, f"settles {k}", 1.2, 1.6), at, 0.07, -0.6 + 0.6 * k, ring=True)
    return space.inside(far, "dark", 0.72, ring=True) + air(seconds, "vault", 60, 300, 0.05, 12)


def breaths(mix: Wave, seed: str, period: float, level: float, pan: float, pitch: float = 900) -> None:
    """Somebody who breathes: in, out, a pause; the period must fit the ring."""
    for k in range(round(len(mix) / 48_000 / period)):
        inward = filtered(noise(1.2, f"{seed} in {k}", 1, 1), pitch * 0.7, pitch * 2.6) * arch(1.2, 0.7, 0.4)
        outward = filtered(noise(1.5, f"{seed} out {k}", 2, 1), pitch * 0.4, pitch * 1.7) * arch(1.5, 0.3, 1.1)
        put(mix, inward, k * period, level * 0.7, pan, ring=True)
        put(mix, outward, k * period + 1.35, level, pan, ring=True)


def chamber() -> Wave:
    """A stone room: a basin, people who breathe on the stair."""
    seconds = 36.0
    far = blank(seconds)
    for k, (period, pan) in enumerate(((4.0, -0.6), (4.5, 0.5), (3.6, 0.8))):
        breaths(far, f"stair {k}", period, 0.07, pan, 800 + 90 * k)
    for k, at in enumerate((7.7, 8.3, 25.2)):
        put(far, machines.drop(520 + 60 * k, f"basin {k}"), at, 0.07, -0.2, ring=True)
    return (
        space.inside(far, "stone", 0.5, ring=True)
        + gusts(seconds, "slit", 0.02, 8, ((420, 60), (830, 90)))
        + air(seconds, "stone", 80, 400, 0.02)
    )


def sickroom() -> Wave:
    """Carpet and quilt: oxygen through a tube, and an old man's breath that has to be fetched."""
    seconds = 35.0
    mix = air(seconds, "oxygen", 1800, 6500, 0.014, 5) + air(seconds, "carpet", 80, 400, 0.025)
    breaths(mix, "general", 5.0, 0.06, 0.3, 620)
    near = clock(seconds, 1.0, "mantel", 1500) * 0.02
    for k in range(30):
        put(near, machines.bubble(420 + 40 * (k % 4)), 35 / 30 * k, 0.03, 0.5, ring=True)
    return mix + space.inside(near, "close", 0.3, ring=True)


BEDS = {
    "amb_settlement": settlement,
    "amb_lobby": lobby,
    "amb_culture_lab": culture_lab,
    "amb_yard": yard,
    "amb_corridor": corridor,
    "amb_workshop": workshop,
    "amb_court": court,
    "amb_works": works,
    "amb_chamber": chamber,
    "amb_sickroom": sickroom,
}
