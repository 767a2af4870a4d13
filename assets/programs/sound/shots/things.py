"""What things do that somebody touched, or nobody: levers, trains, horns, a dog, a radio, water, bells, thread."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines
from assets.programs.sound.machines import bell, click, metal, thud
from assets.programs.sound.shots._room import done
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    decay,
    dice,
    drift,
    filtered,
    glide,
    noise,
    put,
    ticks,
)


def switch() -> Wave:
    """A switch, and what it lets in."""
    mix = blank(1.2)
    put(mix, click(0.16, 1050, "switch"), 0.02, 1.0)
    put(mix, filtered(machines.hum(1.0, 100, 6), 90, 900) * arch(1.0, 0.1, 0.7), 0.06, 0.04)
    return done(mix, "room", 0.3)


def lever() -> Wave:
    """A tall lever is pulled over, through rust."""
    mix = blank(2.6)
    groan = (
        filtered(np.sign(np.sin(2 * np.pi * np.cumsum(54 + 50 * drift(1.2, "rust", 0.25)) / 48_000)), 110, 1500)
        * arch(1.2, 0.5, 0.2)
        * drift(1.2, "grip", 0.1)
    )
    put(mix, groan, 0.02, 0.3)
    put(mix, metal(1.2, 148, "lever", 1.2, 0.9) + thud(1.2, 64, "lever", 0.7), 1.2, 1.0)
    return done(mix, "stone", 0.35, 0.6)


def coupling_pin() -> Wave:
    """A coupling pin comes out: iron on iron, and a chain that falls slack."""
    mix = blank(2.2)
    put(mix, filtered(metal(0.7, 420, "pin out", 1.4, 0.4), 200, 4000), 0.02, 0.5)
    put(mix, metal(0.9, 260, "coupling", 1.2, 0.7) + thud(0.9, 74, "coupling", 0.6), 0.42, 0.9)
    for k in range(6):
        put(mix, metal(0.3, 820 + 50 * k, f"slack {k}", 1.8, 0.18), 0.75 + 0.10 * k, 0.4 * 0.8**k)
    return done(mix, "open", 0.3)


def train_whistle() -> Wave:
    """A train, far off, asks for the line."""
    seconds = 3.2
    t = ticks(seconds)
    tone = sum(
        np.sin(2 * np.pi * f * (1 - 0.015 * np.exp(-t * 6)) * t + f) for f in (311.1, 370.0, 466.2)
    ) + 0.4 * filtered(noise(seconds, "steam", 1, 1), 300, 1600)
    mix = blank(seconds + 1.2)
    put(mix, filtered(np.asarray(tone), 200, 1500) * arch(seconds, 0.25, 1.0), 0.02, 0.2)
    return done(mix, "open", 0.7, 1.0)


def horn() -> Wave:
    """A landing horn, low, from overhead."""
    seconds = 4.2
    t = ticks(seconds)
    tone = sum(np.sin(2 * np.pi * 58.3 * k * t + k) / k**0.7 for k in range(1, 12)) + sum(
        np.sin(2 * np.pi * 77.8 * k * t) / k for k in range(1, 8)
    )
    mix = blank(seconds + 1.5)
    put(mix, filtered(np.asarray(tone), 45, 1100) * arch(seconds, 0.6, 1.2), 0.02, 0.1)
    return done(mix, "dark", 0.5, 1.2)


def dog() -> Wave:
    """A shy dog: one bark, taken back."""
    mix = blank(1.2)
    for k, (at, loud) in enumerate(((0.02, 1.0), (0.34, 0.35))):
        t = ticks(0.19)
        tone = 330 + 260 * np.sin(np.pi * t / 0.19)
        throat = np.sign(np.sin(2 * np.pi * np.cumsum(tone) / 48_000)) * 0.6 + noise(0.19, f"bark {k}", 1, 1) * 0.5
        put(mix, filtered(throat, 350, 2600) * arch(0.19, 0.015, 0.12), at, loud * 0.5)
    return done(mix, "open", 0.4)


def radio_on() -> Wave:
    """A radio warms up and finds a station that isn't there."""
    mix = blank(3.4)
    put(mix, click(0.16, 1000, "knob"), 0.02, 0.8)
    hiss = filtered(noise(3.0, "radio", 1, 1), 400, 3800) * arch(3.0, 1.4, 0.7) * drift(3.0, "tuning", 0.4, 0.3, 1)
    put(mix, hiss, 0.2, 0.25)
    sweep = glide(3.0, 500 + 1500 * drift(3.0, "sweep", 0.8)) * arch(3.0, 1.6, 0.5) * 0.06
    put(mix, sweep, 0.2, 1.0)
    return done(mix, "room", 0.3)


def water_pours() -> Wave:
    """Water is poured into a basin."""
    mix, chance = blank(2.6), dice("pour")
    put(
        mix,
        filtered(noise(2.0, "pour", 1, 1), 400, 3600) * arch(2.0, 0.3, 0.9) * drift(2.0, "pour", 0.07, 0.4, 1),
        0.02,
        0.4,
    )
    for k in range(46):
        put(
            mix,
            machines.bubble(380 + 9 * k + chance.uniform(-60, 60)),
            0.1 + 0.042 * k,
            0.16 * chance.random(),
            chance.uniform(-0.3, 0.3),
        )
    return done(mix, "room", 0.3)


def gun_far() -> Wave:
    """One gun beyond a hill, and the hill."""
    mix = blank(4.0)
    put(mix, filtered(thud(2.2, 46, "gun", 1.6), 32, 480), 0.02, 1.0)
    put(mix, filtered(thud(2.0, 58, "hill", 1.6), 32, 260), 0.9, 0.35, 0.5)
    return done(mix, "dark", 0.5, 1.2)


def bell_once() -> Wave:
    """A cracked bell, once."""
    mix = blank(5.0)
    put(mix, bell(4.6, 208, "village", 5.0) + 0.2 * bell(4.6, 221, "crack", 2.0), 0.02, 1.0)
    return done(filtered(mix, 90, 3600), "open", 0.45, 1.2)


def thread() -> Wave:
    """A thread is drawn through cloth and cut."""
    mix = blank(1.3)
    put(mix, filtered(noise(0.6, "thread", 0, 1), 2600, 8000) * arch(0.6, 0.4, 0.15), 0.02, 0.35)
    put(mix, click(0.12, 2600, "scissors"), 0.74, 0.7)
    return done(mix, "close", 0.2)


def suit_latch() -> Wave:
    """The latch of the suit, from inside: eight small springs, and a breath that stays in."""
    mix = blank(1.8)
    for k in range(4):
        put(mix, metal(0.35, 1500 - 130 * k, f"spring {k}", 2, 0.22), 0.02 + 0.11 * k, 0.4, -0.5 + 0.3 * k)
    put(mix, thud(0.5, 96, "suit", 0.3) + click(0.5, 840, "suit"), 0.52, 0.9)
    put(mix, filtered(noise(0.6, "seal", 0, 1), 1400, 7000) * decay(0.6, 0.5, 0.02), 0.54, 0.14)
    return done(mix, "close", 0.3)


SHOTS = {
    "sfx_switch": (switch, -25.0),
    "sfx_lever": (lever, -19.0),
    "sfx_coupling_pin": (coupling_pin, -20.0),
    "sfx_train_whistle": (train_whistle, -23.0),
    "sfx_horn": (horn, -18.0),
    "sfx_dog": (dog, -25.0),
    "sfx_radio_on": (radio_on, -25.0),
    "sfx_water_pours": (water_pours, -25.0),
    "sfx_gun_far": (gun_far, -21.0),
    "sfx_bell": (bell_once, -21.0),
    "sfx_thread": (thread, -26.0),
    "sfx_suit_latch": (suit_latch, -23.0),
}
