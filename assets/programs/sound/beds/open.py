"""Beds under the sky and on the move: roads, plains, forest, rain, snow, night, train, airship, guns, static."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.beds.city import air, crowd, gusts
from assets.programs.sound.beds.walls import breaths, cloth, far_shots
from assets.programs.sound.waves import Wave, arch, blank, decay, dice, drift, filtered, noise, put, ticks


def motor(seconds: float, seed: str, turn: float, rough: float, high: float) -> Wave:
    """A car's motor at an even speed: firing, its overtones, and the road."""
    t = ticks(seconds)
    phase = (
        2
        * np.pi
        * (machines.fitting(turn, seconds) * t + 0.06 * np.sin(2 * np.pi * t * machines.fitting(0.31, seconds)))
    )
    tone = sum(np.sin(phase * k + k * k) / k**0.9 for k in (1, 2, 3, 4, 6, 8, 10, 14))
    grit = filtered(noise(seconds, seed, 2, 1), 80, high) * (1 + 0.5 * np.sin(2 * phase))
    wave = filtered(np.asarray(tone) * 0.12 + grit * rough, 45, high)
    return np.stack([wave, np.roll(wave, 260)], axis=1)


def road() -> Wave:
    """A motor, wind over the bonnet, ash on glass."""
    return (
        motor(32, "road", 33, 0.10, 900) * 0.5
        + gusts(32, "bonnet", 0.06, 5)
        + air(32, "ash on glass", 2500, 8000, 0.012, 3)
    )


def car() -> Wave:
    """Inside: the motor through leather, a spring, breathing."""
    seconds, chance = 32.0, dice("car")
    mix = motor(seconds, "car", 31, 0.09, 420) * 0.6
    breaths(mix, "beside you", 4.0, 0.03, -0.5, 850)
    for k in range(9):
        long = chance.uniform(0.15, 0.4)
        creak = (
            filtered(noise(long, f"leather {k}", 1, 1), 300, 1400)
            * arch(long, long * 0.3, long * 0.5)
            * drift(long, f"l {k}", 0.04)
        )
        put(mix, creak, chance.uniform(0, seconds), 0.05, chance.uniform(-0.8, 0.8), ring=True)
    return mix


def waste() -> Wave:
    """Wind over crusted ground, and nothing else."""
    return gusts(40, "waste", 0.12, 9, ((150, 60), (270, 80), (480, 90), (980, 60))) + air(
        40, "crust", 1800, 5200, 0.008, 4
    )


def plain() -> Wave:
    """Wide open: grass, a wire fence that sings when the wind leans on it."""
    seconds = 36.0
    wind = gusts(seconds, "plain", 0.09, 8)
    t = ticks(seconds)
    wire = sum(
        np.sin(2 * np.pi * machines.fitting(f, seconds) * t) * drift(seconds, f"fence {f}", 5) ** 3
        for f in (311.0, 467.5, 622.8)
    )
    grass = air(seconds, "grass", 1600, 5600, 0.022, 4)
    return wind + grass + space.inside(np.asarray(wire) * 0.008, "open", 0.5, ring=True)


def wayside() -> Wave:
    """A small fire, dead hedges, a road that others have gone the other way."""
    seconds, chance = 36.0, dice("fire")
    mix = gusts(seconds, "hedge", 0.035, 8) + air(seconds, "flame", 140, 900, 0.03, 1.3)
    for k in range(150):
        long = chance.uniform(0.01, 0.05)
        snap = filtered(noise(long, f"ember {k}", 0, 1), 900, 7500) * decay(long, long, 0.0005)
        put(mix, snap, chance.uniform(0, seconds), 0.12 * chance.random() ** 2.5, chance.uniform(-0.4, 0.4), ring=True)
    return mix


def forest() -> Wave:
    """Grey trunks that lean on each other, standing water, no birds."""
    seconds, chance = 40.0, dice("forest")
    far = blank(seconds)
    for k in range(10):
        long = chance.uniform(0.8, 1.9)
        pitch = 60 + 60 * drift(long, f"lean {k}", 0.5)
        creak = filtered(
            np.sign(np.sin(2 * np.pi * np.cumsum(pitch) / 48_000)) * drift(long, f"grip {k}", 0.12), 140, 1100
        ) * arch(long, 0.4, 0.7)
        put(far, creak, chance.uniform(0, seconds), 0.022, chance.uniform(-0.9, 0.9), ring=True)
    for _ in range(14):
        put(
            far,
            machines.bubble(chance.uniform(110, 260)),
            chance.uniform(0, seconds),
            0.07,
            chance.uniform(-0.9, 0.9),
            ring=True,
        )
    return space.inside(far, "dark", 0.55, ring=True) + gusts(
        seconds, "trunks", 0.05, 10, ((130, 50), (240, 60), (390, 60))
    )


def rain() -> Wave:
    """Rain on stone and tin, a gutter."""
    seconds, chance = 36.0, dice("rain")
    mix = air(seconds, "rain", 900, 9000, 0.05, 6) + air(seconds, "rain low", 120, 500, 0.03, 6)
    for k in range(700):
        put(
            mix,
            machines.drop(chance.uniform(700, 2600), f"rain {k % 40}"),
            chance.uniform(0, seconds),
            0.035 * chance.random() ** 2,
            chance.uniform(-1, 1),
            ring=True,
        )
    for _ in range(40):
        put(mix, machines.bubble(chance.uniform(240, 480)), chance.uniform(0, seconds), 0.03, 0.6, ring=True)
    return mix


def wind() -> Wave:
    """Wind, and nothing for it to move."""
    return gusts(40, "wind", 0.14, 7)


def snow() -> Wave:
    """Snow: what is left when everything else has been put under a cloth."""
    return (
        air(36, "snow", 140, 700, 0.05, 12)
        + gusts(36, "snow", 0.012, 11, ((300, 50), (520, 60)))
        + air(36, "flakes", 4000, 9000, 0.004, 3)
    )


def crowd_glass() -> Wave:
    """A crowd behind glass: all of it vowels."""
    far = filtered(crowd(36, "behind glass", 10), 90, 520, 2)
    return space.inside(far, "hall", 0.5, ring=True) + air(36, "pane", 90, 400, 0.012)


def village_night() -> Wave:
    """One stove, wood that settles, wind that stays outside, a dog that turns round once."""
    seconds, chance = 40.0, dice("village")
    mix = gusts(seconds, "outside", 0.02, 9, ((150, 60), (260, 70))) + air(seconds, "stove", 110, 520, 0.035, 1.7)
    for k in range(60):
        long = chance.uniform(0.01, 0.04)
        put(
            mix,
            filtered(noise(long, f"stove {k}", 0, 1), 600, 4200) * decay(long, long, 0.0005),
            chance.uniform(0, seconds),
            0.07 * chance.random() ** 2,
            0.3,
            ring=True,
        )
    breaths(mix, "dog", 4.0, 0.012, -0.4, 1100)
    for k in range(5):
        put(mix, machines.step(f"dog {k}", "wood"), 26 + 0.18 * k, 0.012, -0.4, ring=True)
    return mix


def train() -> Wave:
    """A cattle car: joints in pairs, boards, chains, straw."""
    seconds, chance = 36.0, dice("train")
    mix = air(seconds, "rails", 70, 700, 0.08, 2)
    far = blank(seconds)
    for k in range(30):
        for late in (0, 0.21):
            put(far, machines.thud(0.3, 82, f"joint {k % 6} {late}", 1.0), 1.2 * k + late, 0.22, 0.1, ring=True)
            put(far, machines.click(0.2, 410, f"joint {k % 6}"), 1.2 * k + late, 0.03, 0.1, ring=True)
    for k in range(20):
        put(
            far,
            machines.metal(0.4, 900 + 200 * (k % 3), f"chain {k % 5}", 1.6, 0.25),
            chance.uniform(0, seconds),
            0.02,
            -0.7,
            ring=True,
        )
    return mix + space.inside(far, "room", 0.35, ring=True)


def airship() -> Wave:
    """Two slow engines a little apart, so that they beat; a hull that works, cloth skin, straps."""
    seconds, chance = 40.0, dice("airship")
    mix = (
        motor(seconds, "port", 18.4, 0.05, 500) * 0.5
        + np.roll(motor(seconds, "starboard", 18.75, 0.05, 500), 9000, axis=0)[:, ::-1] * 0.5
    )
    far = blank(seconds)
    for k in range(12):
        long = chance.uniform(0.5, 1.2)
        groan = filtered(
            np.sign(np.sin(2 * np.pi * np.cumsum(48 + 26 * drift(long, f"rib {k}", 0.3)) / 48_000)), 90, 700
        ) * arch(long, 0.2, 0.5)
        put(far, groan, chance.uniform(0, seconds), 0.02, chance.uniform(-0.9, 0.9), ring=True)
    cloth(far, "skin", 14, 0.07)
    return mix + space.inside(far, "hall", 0.5, ring=True) + gusts(seconds, "aloft", 0.03, 8)


def castle_works() -> Wave:
    """The works awake: hammers that keep two different times, steam, a belt."""
    seconds = 36.0
    far = blank(seconds)
    for k in range(30):
        put(
            far,
            machines.metal(1.4, 172 + 12 * (k % 2), f"hammer {k % 4}", 1.0, 0.9)
            + 0.8 * machines.thud(1.4, 66, f"h {k % 4}", 0.7),
            1.2 * k,
            0.10,
            -0.5,
            ring=True,
        )
    for k in range(16):
        put(far, machines.metal(1.6, 121, f"press {k % 3}", 1.2, 1.1), 2.25 * k + 0.4, 0.08, 0.5, ring=True)
        hiss = filtered(noise(1.0, f"steam {k}", 0, 1), 2000, 8000) * decay(1.0, 0.9, 0.05)
        put(far, hiss, 2.25 * k + 1.3, 0.02, 0.2, ring=True)
    return space.inside(far, "dark", 0.6, ring=True) + air(seconds, "works", 70, 500, 0.05, 4)


def distant_guns() -> Wave:
    """Guns beyond a hill: felt in the floor before they are heard."""
    seconds, chance = 40.0, dice("guns")
    far = blank(seconds)
    for k in range(22):
        boom = filtered(machines.thud(2.0, chance.uniform(40, 66), f"far {k}", 1.6), 34, 520)
        put(far, boom, chance.uniform(0, seconds), 0.16 * chance.uniform(0.3, 1), chance.uniform(-0.8, 0.8), ring=True)
    far_shots(far, "line", (5.5, 5.9, 6.1, 17.8, 30.2, 30.9), 0.02)
    return space.inside(far, "dark", 0.55, ring=True) + gusts(seconds, "hill", 0.03, 8)


def static() -> Wave:
    """Between stations: hiss, a whistle that slides, somebody in another language, a click."""
    seconds, chance = 36.0, dice("static")
    hiss = filtered(noise(seconds, "static", 1, 1), 350, 4200) * drift(seconds, "fading", 2.5, 0.35, 1) * 0.05
    whistle = (
        np.sin(2 * np.pi * np.cumsum(700 + 900 * drift(seconds, "whistle", 6)) / 48_000)
        * drift(seconds, "w", 4) ** 4
        * 0.02
    )
    mix = np.stack([hiss + whistle] * 2, axis=1)
    put(mix, filtered(machines.speech(12, 140, "abroad", 4.8), 400, 2300), 11.0, 0.05, 0.0, ring=True)
    for k in range(60):
        put(
            mix,
            filtered(noise(0.02, f"crack {k}", 0, 1), 800, 5000) * decay(0.02, 0.015, 0.0005),
            chance.uniform(0, seconds),
            0.12 * chance.random(),
            0,
            ring=True,
        )
    return mix


BEDS = {
    "amb_road": road,
    "amb_car": car,
    "amb_waste": waste,
    "amb_plain": plain,
    "amb_wayside": wayside,
    "amb_forest": forest,
    "amb_rain": rain,
    "amb_wind": wind,
    "amb_snow": snow,
    "amb_crowd_glass": crowd_glass,
    "amb_village_night": village_night,
    "amb_train": train,
    "amb_airship": airship,
    "amb_castle_works": castle_works,
    "amb_guns": distant_guns,
    "amb_static": static,
}
