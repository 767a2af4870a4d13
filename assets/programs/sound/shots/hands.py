"""What hands and feet do: boots, doors, paper, cups."""

from __future__ import annotations

import numpy as np

from assets.programs.sound.machines import click, glass, metal, step, thud
from assets.programs.sound.shots._room import done
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


def _steps(floor: str, number: int, gap: float, room: str, seed: str, feet: int = 1) -> Wave:
    mix, chance = blank(number * gap + 1.2), dice(seed)
    for k in range(number):
        for foot in range(feet):
            put(
                mix,
                step(f"{seed} {k} {foot}", floor),
                0.03 + gap * k + foot * chance.uniform(0.0, 0.05),
                chance.uniform(0.7, 1),
                0.2 * (-1) ** k,
            )
    return done(mix, room, 0.3)


def boots() -> Wave:
    """Boots, many, in step."""
    return _steps("stone", 6, 0.52, "open", "boots", 7)


def steps_snow() -> Wave:
    """Steps in snow."""
    return _steps("snow", 5, 0.66, "close", "snow")


def steps_ash() -> Wave:
    """Steps in ash."""
    return _steps("ash", 5, 0.62, "close", "ash")


def steps_stairs() -> Wave:
    """Somebody comes up a wooden stair and stops before the top."""
    return _steps("wood", 5, 0.5, "hall", "stairs")


def machine_steps() -> Wave:
    """Iron feet: eight, and a rest."""
    mix = blank(5.4)
    for k in range(8):
        put(
            mix,
            thud(0.6, 62, f"iron {k}", 1.0) + 0.3 * metal(0.6, 180 + 8 * (k % 3), f"knee {k}", 1.6, 0.4),
            0.02 + 0.55 * k,
            0.8,
            0.3 * (-1) ** k,
        )
    return done(mix, "open", 0.4, 0.8)


def door() -> Wave:
    """A door is opened and shut."""
    mix = blank(1.8)
    put(mix, click(0.14, 900, "handle"), 0.02, 0.5)
    put(mix, filtered(noise(0.5, "door air", 3, 1), 80, 700) * arch(0.5, 0.2, 0.2), 0.1, 0.3)
    put(mix, thud(0.5, 86, "door", 0.6), 0.78, 0.9)
    put(mix, click(0.16, 700, "lock"), 0.81, 0.5)
    return done(mix, "room", 0.35)


def steel_door() -> Wave:
    """A steel door goes home, and its bolts, eight, all the way round."""
    mix = blank(4.6)
    put(mix, thud(1.2, 42, "steel", 0.9) + 0.5 * metal(1.2, 88, "steel", 1.0, 1.0), 0.02, 1.2)
    for k in range(8):
        put(
            mix,
            click(0.25, 360, f"bolt {k}") + 0.5 * metal(0.25, 240, f"bolt {k}", 2, 0.2),
            0.7 + 0.22 * k,
            0.6,
            -0.7 + 0.2 * k,
        )
    return done(mix, "ward", 0.42, 0.8)


def knock() -> Wave:
    """A knock, polite, three times."""
    mix = blank(1.6)
    for k, loud in enumerate((0.9, 0.8, 1.0)):
        put(mix, thud(0.3, 165, f"knock {k}", 0.5) + 0.4 * click(0.3, 520, f"k {k}", 0.4), 0.02 + 0.27 * k, loud)
    return done(mix, "room", 0.3)


def key_turns() -> Wave:
    """A key is turned."""
    mix = blank(1.1)
    for k, at in enumerate((0.02, 0.10, 0.30, 0.37)):
        put(mix, click(0.14, (1900, 1500, 1100, 760)[k], f"key {k}"), at, 0.4 + 0.15 * k)
    return done(mix, "room", 0.3)


def paper() -> Wave:
    """A sheet of paper is unfolded."""
    mix, chance = blank(1.4), dice("paper")
    for k in range(4):
        long = chance.uniform(0.12, 0.3)
        rustle = (
            filtered(noise(long, f"fold {k}", 0, 1), 1600, 8000)
            * arch(long, long * 0.3, long * 0.6)
            * drift(long, f"f {k}", 0.02)
        )
        put(mix, rustle, 0.02 + 0.25 * k, chance.uniform(0.4, 1), chance.uniform(-0.3, 0.3))
    return done(mix, "close", 0.2)


def stamp() -> Wave:
    """A rubber stamp, and the pad."""
    mix = blank(1.0)
    put(mix, thud(0.2, 210, "pad", 0.8), 0.02, 0.3)
    put(mix, thud(0.4, 130, "stamp", 0.7) + 0.4 * click(0.4, 640, "stamp"), 0.34, 1.0)
    return done(mix, "room", 0.3)


def pen() -> Wave:
    """A nib writes one line."""
    mix, chance = blank(1.9), dice("nib")
    at = 0.02
    for k in range(11):
        long = chance.uniform(0.06, 0.16)
        put(
            mix,
            filtered(noise(long, f"nib {k}", 0, 1), 2200, 7500) * arch(long, long * 0.3, long * 0.4),
            at,
            chance.uniform(0.3, 1),
        )
        at += long + chance.uniform(0.01, 0.06)
    return done(mix, "close", 0.15)


def cup() -> Wave:
    """A cup is set down."""
    mix = blank(0.9)
    put(mix, glass(0.35, 1720, "cup"), 0.02, 0.4)
    put(mix, thud(0.2, 190, "table", 0.4), 0.02, 0.5)
    put(mix, glass(0.25, 1790, "saucer"), 0.09, 0.15)
    return done(mix, "room", 0.25)


def bowls() -> Wave:
    """Bowls are put on a table, one more than there are people."""
    mix = blank(2.6)
    for k, at in enumerate((0.02, 0.5, 0.94, 1.7)):
        put(mix, glass(0.5, 1180 + 70 * k, f"bowl {k}"), at, 0.4)
        put(mix, thud(0.25, 170, f"bowl {k}", 0.5), at, 0.6, -0.4 + 0.25 * k)
    return done(mix, "room", 0.3)


def chair() -> Wave:
    """A chair is pushed back."""
    t = ticks(0.6)
    scrape = filtered(
        np.sign(np.sin(2 * np.pi * np.cumsum(86 + 40 * drift(0.6, "chair", 0.1)) / 48_000))
        + noise(0.6, "floor", 1, 1) * 0.4,
        150,
        1700,
    )
    mix = blank(1.3)
    put(mix, scrape * arch(0.6, 0.12, 0.2) * (0.8 + 0.2 * np.cos(40 * t)), 0.02, 0.5)
    put(mix, thud(0.3, 115, "chair", 0.6), 0.62, 0.4)
    return done(mix, "room", 0.35)


def match() -> Wave:
    """A match."""
    mix = blank(1.6)
    put(mix, filtered(noise(0.22, "strike", 0, 1), 1800, 9000) * arch(0.22, 0.12, 0.06), 0.02, 0.5)
    put(
        mix,
        filtered(noise(1.1, "flare", 1, 1), 500, 6500) * decay(1.1, 1.0, 0.05) * drift(1.1, "flare", 0.05, 0.5, 1),
        0.2,
        0.7,
    )
    return done(mix, "close", 0.2)


SHOTS = {
    "sfx_boots": (boots, -21.0),
    "sfx_steps_snow": (steps_snow, -26.0),
    "sfx_steps_ash": (steps_ash, -26.0),
    "sfx_steps_stairs": (steps_stairs, -25.0),
    "sfx_machine_steps": (machine_steps, -18.0),
    "sfx_door": (door, -22.0),
    "sfx_steel_door": (steel_door, -17.0),
    "sfx_knock": (knock, -22.0),
    "sfx_key_turns": (key_turns, -25.0),
    "sfx_paper": (paper, -24.0),
    "sfx_stamp": (stamp, -23.0),
    "sfx_pen": (pen, -26.0),
    "sfx_cup": (cup, -24.0),
    "sfx_bowls": (bowls, -24.0),
    "sfx_chair": (chair, -24.0),
    "sfx_match": (match, -25.0),
}
