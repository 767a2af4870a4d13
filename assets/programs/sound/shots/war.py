"""What can't be taken back: shots, a pin, glass, brick, a seam. Told small."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import space
from assets.programs.sound.machines import click, glass, metal, thud
from assets.programs.sound.shots._room import done
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    decay,
    dice,
    filtered,
    noise,
    put,
    softened,
    ticks,
)


def rifle(seed: str, close: float) -> Wave:
    """One shot: a crack, the body of it, and the air that closes; `close` 0 to 1."""
    crack = filtered(noise(0.5, f"{seed} crack", 0, 1), 180 + 300 * close, 1300 + 7000 * close) * decay(
        0.5, 0.12, 0.0005
    )
    body = thud(0.5, 95, seed, 1.2)
    return crack * (0.5 + close) + body * 0.7


def far_shots() -> Wave:
    """Shots, some streets away: two, a thought, one."""
    mix = blank(3.6)
    for at, loud in ((0.02, 1), (0.42, 0.9), (1.9, 0.7)):
        put(mix, filtered(rifle(f"far {at}", 0.1), 110, 1100), at, loud)
        put(mix, filtered(rifle(f"far {at}", 0.1), 110, 500), at + 0.33, loud * 0.4, 0.6)
    return done(mix, "open", 0.6, 0.8)


def rifle_burst() -> Wave:
    """Four shots, close; then the street hears them."""
    mix = blank(3.0)
    for k in range(4):
        put(mix, rifle(f"burst {k}", 0.8), 0.02 + 0.105 * k, 1.0 - 0.06 * k, 0.1)
    for k in range(4):
        put(mix, click(0.2, 3100 + 150 * k, f"case {k}"), 0.72 + 0.13 * k, 0.05, 0.5)
    return done(mix, "open", 0.42, 0.9)


def volley() -> Wave:
    """Rifles in a corridor, for about the length of a grace; the cases roll."""
    mix = blank(5.2)
    chance = dice("volley")
    at = 0.02
    while at < 2.3:
        put(mix, rifle(f"volley {at:.2f}", 0.45), at, chance.uniform(0.5, 1), chance.uniform(-0.6, 0.6))
        at += chance.uniform(0.04, 0.13)
    for k in range(26):
        put(
            mix,
            click(0.16, chance.uniform(2300, 3900), f"case {k}", 0.4),
            2.2 + 1.9 * chance.random(),
            0.06 * chance.uniform(0.3, 1),
            chance.uniform(-0.8, 0.8),
        )
    return done(mix, "ward", 0.5, 0.9)


def pistol() -> Wave:
    """A small dry sound, and a silence that is longer than the sound."""
    mix = blank(2.2)
    put(mix, rifle("pistol", 0.6), 0.02)
    wet = space.inside(mix, "open", 0.3, ring=False)
    hush = np.clip((0.34 - ticks(2.2)) / 0.12, 0, 1)[:, None] ** 2
    return softened(wet * hush, 0.0005, 0.05)


def pin() -> Wave:
    """A small metal ring rolls on tiles and lies down."""
    mix = blank(2.4)
    at, gap = 0.02, 0.21
    for k in range(15):
        put(mix, metal(0.3, 3300 + 40 * k, f"pin {k % 3}", 1.2, 0.18), at, 0.85**k, -0.3 + 0.05 * k)
        at, gap = at + gap, gap * 0.84
    return done(mix, "ward", 0.4)


def grenade() -> Wave:
    """An explosion in a small room: mostly pressure, then plaster, then the ear."""
    mix = blank(5.0)
    blow = filtered(noise(1.2, "blow", 1, 1), 40, 1500) * decay(1.2, 0.7, 0.001)
    put(mix, blow, 0.02, 1.3)
    put(mix, thud(1.6, 36, "blow", 1.0), 0.02, 1.4)
    chance = dice("plaster")
    for k in range(46):
        put(
            mix,
            filtered(noise(0.06, f"plaster {k}", 1, 1), 350, 3800) * decay(0.06, 0.06, 0.001),
            0.3 + 2.2 * chance.random() ** 1.6,
            0.09 * chance.random(),
            chance.uniform(-0.9, 0.9),
        )
    out = space.inside(filtered(mix, 32, 2600), "room", 0.4, ring=False)
    ring = np.sin(2 * np.pi * 2980 * ticks(5)) * arch(5.0, 0.5, 4.2) * 0.014  # what the ear makes of it
    return softened(out + ring[:, None], 0.0005, 0.8)


def window_breaks() -> Wave:
    """Glass, overhead, in another room."""
    mix = blank(2.8)
    chance = dice("pane")
    put(mix, filtered(noise(0.12, "pane", 0, 1), 700, 9000) * decay(0.12, 0.1, 0.0005), 0.02, 0.8)
    for k in range(34):
        put(
            mix,
            glass(0.5, chance.uniform(1500, 5200), f"shard {k}"),
            0.03 + 1.3 * chance.random() ** 2.2,
            0.25 * chance.uniform(0.2, 1),
            chance.uniform(-0.7, 0.7),
        )
    return done(filtered(mix, 250, 5500), "room", 0.5)


def seam_tick() -> Wave:
    """A seam of the suit ticks: three times, the last one nearer."""
    mix = blank(1.6)
    for k, at in enumerate((0.02, 0.47, 0.80)):
        put(mix, metal(0.4, 2350 + 60 * k, "seam", 2.4, 0.22), at, 0.5 + 0.2 * k)
        put(mix, click(0.1, 1700, "seam"), at, 0.4 + 0.2 * k)
    return done(mix, "close", 0.25)


def wall_gives() -> Wave:
    """Two courses of brick, and what was on the shelf."""
    mix = blank(3.6)
    chance = dice("bricks")
    put(mix, thud(1.2, 48, "wall", 1.4), 0.02, 1.4)
    put(mix, filtered(noise(0.5, "wall", 1, 1), 120, 2600) * decay(0.5, 0.4, 0.001), 0.02, 0.9)
    for k in range(30):
        put(
            mix,
            thud(0.25, chance.uniform(110, 240), f"brick {k}", 1.4)
            + 0.4 * click(0.25, chance.uniform(500, 1100), f"b {k}"),
            0.1 + 2.1 * chance.random() ** 2,
            0.35 * chance.uniform(0.2, 1),
            chance.uniform(-0.8, 0.8),
        )
    return done(mix, "room", 0.35, 0.6)


def far_crash() -> Wave:
    """A long way off, a cupboard goes downstairs."""
    mix = blank(3.6)
    chance = dice("stairs")
    at = 0.02
    for k in range(8):
        put(
            mix,
            thud(0.5, chance.uniform(60, 95), f"stair {k}", 1.2)
            + 0.3 * metal(0.5, chance.uniform(240, 420), f"in it {k}", 1.5, 0.3),
            at,
            chance.uniform(0.5, 1),
        )
        at += chance.uniform(0.16, 0.4)
    return done(filtered(mix, 60, 800), "hall", 0.66, 0.8)


SHOTS = {
    "sfx_far_shots": (far_shots, -21.0),
    "sfx_rifle_burst": (rifle_burst, -15.0),
    "sfx_volley": (volley, -16.0),
    "sfx_pistol": (pistol, -16.0),
    "sfx_pin": (pin, -24.0),
    "sfx_grenade": (grenade, -14.0),
    "sfx_window_breaks": (window_breaks, -20.0),
    "sfx_seam_tick": (seam_tick, -21.0),
    "sfx_wall_gives": (wall_gives, -16.0),
    "sfx_far_crash": (far_crash, -21.0),
}
