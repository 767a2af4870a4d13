"""What the laboratory, the corridor and the road do once: a tank, a stone, hoses, bells, fists, engines, a van."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.machines import bell, click, metal, thud
from assets.programs.sound.shots._room import done
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    dice,
    drift,
    filtered,
    noise,
    put,
    softened,
    ticks,
)


def pump() -> Wave:
    """A pump handle, and water that comes up after the third stroke."""
    mix = blank(3.6)
    for k in range(3):
        t = ticks(0.5)
        squeal = np.sin(2 * np.pi * np.cumsum(820 + 240 * np.sin(np.pi * t / 0.5)) / 48_000) * arch(0.5, 0.15, 0.2)
        put(mix, squeal, 0.02 + 0.85 * k, 0.07)
        put(mix, metal(0.5, 260, f"handle {k}", 1.6, 0.3), 0.46 + 0.85 * k, 0.3)
        put(mix, thud(0.4, 90, f"pump {k}", 0.7), 0.46 + 0.85 * k, 0.4)
    water = filtered(noise(1.5, "water", 1, 1), 300, 3200) * arch(1.5, 0.1, 1.1) * drift(1.5, "water", 0.08)
    put(mix, water, 1.85, 0.4)
    for k in range(22):
        put(mix, machines.bubble(300 + 30 * (k % 9)), 1.9 + 0.055 * k, 0.16)
    return done(mix, "open", 0.25)


def lift() -> Wave:
    """A lift bell, and doors."""
    mix = blank(3.4)
    put(mix, bell(1.8, 1180, "lift", 1.6), 0.02, 0.5)
    put(mix, filtered(noise(1.1, "doors", 2, 1), 140, 1900) * arch(1.1, 0.2, 0.15), 0.7, 0.4)
    put(mix, thud(0.4, 92, "doors", 0.6), 1.78, 0.7)
    put(mix, click(0.2, 520, "doors"), 1.78, 0.4)
    return done(mix, "hall", 0.4)


def telephone() -> Wave:
    """A telephone rings, twice, with the house round it."""
    mix = blank(4.4)
    for ring in range(2):
        for k in range(26):
            put(mix, bell(0.5, (1270, 1590)[k % 2], k % 2, 0.6), 0.02 + 2.0 * ring + 0.042 * k, 0.16)
            put(mix, click(0.05, 2100, "clapper", 0.6), 0.02 + 2.0 * ring + 0.042 * k, 0.05)
    return done(mix, "hall", 0.4, 0.8)


def tank_gives() -> Wave:
    """A weld parts, and four hundred litres fall on tiles."""
    mix = blank(4.2)
    put(mix, metal(1.4, 168, "weld", 0.9, 1.0), 0.02, 0.9)
    t = ticks(0.5)
    put(
        mix,
        filtered(np.sign(np.sin(2 * np.pi * np.cumsum(240 + 500 * t) / 48_000)), 220, 2400) * arch(0.5, 0.3, 0.1),
        0.0,
        0.09,
    )
    fall = filtered(noise(3.0, "fall", 2, 1), 90, 4200) * arch(3.0, 0.18, 2.2) * drift(3.0, "fall", 0.16, 0.5, 1)
    put(mix, fall, 0.3, 1.1)
    put(mix, thud(0.8, 52, "fall", 1.2), 0.42, 1.0)
    chance = dice("spill")
    for _ in range(50):
        put(
            mix,
            machines.bubble(chance.uniform(200, 700)),
            0.7 + 2.8 * chance.random(),
            0.14 * chance.random(),
            chance.uniform(-0.9, 0.9),
        )
    return done(mix, "hall", 0.35, 0.8)


def stone_hum() -> Wave:
    """A hum of more than one note: at the bottom a great many, each about its own business."""
    seconds = 5.0
    t, chance = ticks(seconds), dice("hum")
    wave = sum(
        np.sin(2 * np.pi * f * t + 2 * np.sin(2 * np.pi * chance.uniform(0.1, 0.7) * t)) / (1 + k)
        for k, f in enumerate((73.4, 110.0, 147.1, 220.9, 293.0))
    )
    crowd = (
        sum(
            np.sin(2 * np.pi * chance.uniform(55, 190) * t + chance.uniform(0, 6)) * drift(seconds, f"one {k}", 0.9)
            for k in range(24)
        )
        / 9
    )
    mix = blank(seconds)
    put(mix, filtered((np.asarray(wave) + np.asarray(crowd)) * arch(seconds, 1.4, 2.2), 50, 1200), 0, 0.3)
    return done(mix, "stone", 0.45, 1.0)


def hoses_jump() -> Wave:
    """Hoses beat on their brackets: one pulse, then a second across it, then it is rain."""
    mix = blank(4.6)
    chance = dice("hoses")
    times = (
        [0.02 + 0.83 * k for k in range(5)] + [1.3 + 0.61 * k for k in range(5)] + list(2.0 + 2.2 * chance.random(40))
    )
    for k, at in enumerate(times):
        put(
            mix,
            thud(0.25, 105 + 20 * (k % 3), f"hose {k % 6}", 1.1) + 0.25 * metal(0.25, 480, f"bracket {k % 4}", 2, 0.15),
            at,
            0.6 if k < 10 else 0.3,
            chance.uniform(-0.8, 0.8),
        )
    return done(mix, "hall", 0.4, 0.6)


def alarm_bell() -> Wave:
    """An alarm bell that doesn't draw breath."""
    mix = blank(4.0)
    for k in range(60):
        put(mix, bell(0.5, 905, "alarm", 0.7), 0.02 + 0.055 * k, 0.2)
        put(mix, click(0.05, 1900, "alarm"), 0.02 + 0.055 * k, 0.08)
    return done(filtered(mix, 300, 5200), "ward", 0.5, 0.6)


def fists() -> Wave:
    """Fists on steel, from the other side."""
    mix = blank(3.4)
    chance = dice("fists")
    at = 0.02
    for k in range(13):
        put(
            mix,
            thud(0.5, 70, f"fist {k}", 0.8) + 0.35 * filtered(metal(0.5, 104, f"plate {k % 3}", 1.4, 0.5), None, 900),
            at,
            chance.uniform(0.5, 1),
            chance.uniform(-0.4, 0.4),
        )
        at += chance.uniform(0.13, 0.34)
    return done(filtered(mix, 45, 1300), "ward", 0.4)


def patrol_far() -> Wave:
    """A patrol two streets away: a two-stroke engine, a lorry behind it, voices with chin-straps on."""
    seconds = 6.0
    t = ticks(seconds)
    pops = np.sign(np.sin(2 * np.pi * np.cumsum(46 + 4 * drift(seconds, "throttle", 1.2)) / 48_000) - 0.6)
    lorry = sum(np.sin(2 * np.pi * 27 * k * t + k) / k for k in (1, 2, 3, 4, 6))
    mix = blank(seconds)
    put(mix, filtered(pops, 110, 900) * arch(seconds, 1.6, 2.5), 0, 0.3, -0.6)
    put(mix, filtered(np.asarray(lorry), 40, 500) * arch(seconds, 2.4, 2.0), 0, 0.2, -0.7)
    put(mix, filtered(machines.speech(2.2, 150, "patrol", 3.4), 300, 1300), 2.2, 0.5, -0.4)
    return done(filtered(mix, 60, 1400), "open", 0.6, 1.0)


def car_pulls_away() -> Wave:
    """A car pulls away badly: a gear that isn't there, a jump, a corner taken on the pavement."""
    seconds = 6.0
    t = ticks(seconds)
    speed = np.interp(t, [0, 0.5, 0.9, 1.0, 2.6, 2.8, 6], [26, 55, 24, 30, 66, 40, 72])
    turn = 2 * np.pi * np.cumsum(speed) / 48_000
    tone = sum(np.sin(turn * k + k * k) / k**0.8 for k in (1, 2, 3, 4, 6, 8, 12))
    mix = blank(seconds)
    put(
        mix,
        filtered(np.asarray(tone) * 0.25 + filtered(noise(seconds, "exhaust", 2, 1), 80, 1200) * 0.5, 40, 1600)
        * np.interp(t, [0, 1, 3, 6], [0.8, 1, 0.9, 0.05])
        * arch(seconds, 0.1, 2),
        0,
        0.5,
    )
    put(
        mix,
        filtered(np.sign(np.sin(2 * np.pi * np.cumsum(95 + 30 * drift(0.5, "gear", 0.05)) / 48_000)), 300, 3200)
        * arch(0.5, 0.05, 0.2),
        0.5,
        0.12,
    )
    for at in (3.1, 3.24):
        put(mix, thud(0.4, 74, f"kerb {at}", 1.0), at, 0.6, 0.3)
    return done(mix, "open", 0.35, 1.0)


def loudspeaker_van() -> Wave:
    """A loudspeaker van goes by: a voice that bends as it passes, and its echo."""
    seconds = 7.0
    t = ticks(seconds)
    talk = machines.speech(seconds, 138, "van", 3.8)
    bent = np.interp(t - 0.035 * np.sqrt(((t - 3.4) * 9) ** 2 + 12) / 4, t, talk)
    near = 1 / (1 + ((t - 3.4) / 1.5) ** 2)
    horn = np.tanh(filtered(bent, 420, 2500, 3) * 5) * near
    mix = blank(seconds)
    angle = np.clip((t - 3.4) / 2.5, -0.9, 0.9)
    mix += np.stack([horn * np.cos((angle + 1) * np.pi / 4), horn * np.sin((angle + 1) * np.pi / 4)], axis=1) * 0.4
    rumble = filtered(noise(seconds, "van", 2, 1), 50, 380) * near
    put(mix, rumble, 0, 0.2)
    return softened(space.inside(mix, "open", 0.45, ring=False), 0.3, 1.2)


def chain_hoist() -> Wave:
    """A chain hoist, link by link, with a catch."""
    mix = blank(3.8)
    for k in range(14):
        put(mix, metal(0.35, 700 + 60 * (k % 3), f"link {k % 4}", 1.8, 0.2), 0.02 + 0.24 * k, 0.45)
        put(mix, click(0.12, 1500, f"catch {k % 2}"), 0.10 + 0.24 * k, 0.4)
    return done(mix, "hall", 0.42)


SHOTS = {
    "sfx_pump": (pump, -22.0),
    "sfx_lift": (lift, -21.0),
    "sfx_telephone": (telephone, -20.0),
    "sfx_tank_gives": (tank_gives, -18.0),
    "sfx_stone_hum": (stone_hum, -21.0),
    "sfx_hoses_jump": (hoses_jump, -20.0),
    "sfx_alarm_bell": (alarm_bell, -19.0),
    "sfx_fists": (fists, -20.0),
    "sfx_patrol_far": (patrol_far, -25.0),
    "sfx_car_pulls_away": (car_pulls_away, -19.0),
    "sfx_loudspeaker_van": (loudspeaker_van, -21.0),
    "sfx_chain_hoist": (chain_hoist, -22.0),
}
