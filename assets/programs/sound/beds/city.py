"""Beds of the capital: ward, roof, street, hall, house, greenhouse."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    count,
    decay,
    dice,
    drift,
    filtered,
    noise,
    put,
    softened,
    ticks,
)


def air(seconds: float, seed: str, low: float, high: float, level: float, period: float = 9) -> Wave:
    """The stillness of a place: a band of noise that breathes slowly."""
    return (
        filtered(noise(seconds, seed, 3), low, high)
        * drift(seconds, f"{seed} breath", period, 0.55, 1)[:, None]
        * level
    )


def gusts(
    seconds: float,
    seed: str,
    level: float,
    period: float = 6,
    bands: tuple = ((180, 60), (310, 90), (520, 160), (900, 260)),
) -> Wave:
    """Wind: bands of noise, each swelling a little later than the one below it."""
    mix = blank(seconds)
    for channel in (0, 1):
        swell = drift(seconds, f"{seed} {channel}", period)
        for k, (centre, width) in enumerate(bands):
            raw = filtered(noise(seconds, f"{seed} {channel} {k}", 1, 1), centre - width / 2, centre + width / 2)
            lag = np.roll(swell, count(0.12 * k))
            mix[:, channel] += raw / np.sqrt((raw**2).mean()) * lag ** (1.2 + 0.6 * k) / (1 + 0.7 * k)
    return mix * level


def clock(seconds: float, beat: float, seed: str, low: float = 900) -> Wave:
    """A pendulum clock; `beat` must fit the ring."""
    mix = blank(seconds)
    for k in range(round(seconds / beat)):
        tick = machines.click(0.16, low * (1.0 if k % 2 else 0.86), f"{seed} {k % 2}", 0.8)
        put(mix, tick, k * beat, 0.8 if k % 2 else 1.0, 0.25, ring=True)
    return mix


def crowd(seconds: float, seed: str, voices: int, pitch: tuple[float, float] = (95, 210)) -> Wave:
    """Many people who talk at once, none of them to you."""
    chance = dice(seed)
    mix = blank(seconds)
    for k in range(voices):
        tone = chance.uniform(*pitch)
        talk = machines.speech(min(seconds, 14), tone, f"{seed} {k}", chance.uniform(3.8, 5.4))
        for start in range(0, int(seconds), 14):
            at = start + chance.uniform(0, 9)
            put(mix, talk, at, chance.uniform(0.3, 1) / 6, chance.uniform(-0.9, 0.9), ring=True)
    return mix


def ward() -> Wave:
    """A long tiled room: breath, coughs behind gauze, a trolley wheel, a basin set down."""
    seconds = 40.0
    chance = dice("ward")
    mix = air(seconds, "ward", 120, 1400, 0.035)
    far = blank(seconds)
    for k, at in enumerate((3.1, 9.8, 14.2, 21.7, 26.4, 33.9)):
        put(
            far,
            machines.cough(f"ward {k}", chance.uniform(95, 190)),
            at,
            chance.uniform(0.05, 0.16),
            chance.uniform(-0.8, 0.8),
            ring=True,
        )
    for k in range(26):  # the wheel squeaks once a turn and comes nearer
        at, near = 15.5 + 0.41 * k, np.sin(np.pi * k / 26)
        t = ticks(0.16)
        squeak = np.sin(2 * np.pi * (1480 + 160 * np.sin(2 * np.pi * 7 * t)) * t) * arch(0.16, 0.05, 0.09)
        put(far, squeak, at, 0.02 * near, -0.7 + 1.3 * k / 26, ring=True)
        put(
            far,
            filtered(noise(0.4, f"roll {k}", 3, 1), 90, 800) * arch(0.4, 0.15, 0.2),
            at,
            0.06 * near,
            -0.7 + 1.3 * k / 26,
            ring=True,
        )
    for k, at in enumerate((6.6, 30.3, 36.8)):
        put(far, machines.metal(1.4, 1240 + 210 * k, f"basin {k}", 1.6, 0.9), at, 0.05, 0.5 - 0.5 * k, ring=True)
    for k, at in enumerate((11.0, 24.6, 38.0)):
        murmur = machines.speech(3.4, 185 - 30 * k, f"sister {k}", 4.4)
        put(far, filtered(murmur, 150, 1400), at, 0.10, -0.4 + 0.4 * k, ring=True)
    for k in range(13):
        put(
            far,
            machines.step(f"nurse {k}", "wood"),
            26.0 + 0.55 * k,
            0.05 * np.sin(np.pi * (k + 1) / 14),
            0.6 - 0.09 * k,
            ring=True,
        )
    return mix + space.inside(far, "ward", 0.62, ring=True)


def roof() -> Wave:
    """Wind over chimneys, wet sheets that snap, and the city below as one low tone."""
    seconds = 40.0
    chance = dice("roof")
    mix = gusts(seconds, "roof", 0.2, 5) + air(seconds, "city below", 80, 260, 0.14, 12)
    cloth = blank(seconds)
    for k in range(24):
        at = chance.uniform(0, seconds)
        long = chance.uniform(0.12, 0.4)
        flap = filtered(noise(long, f"flap {k}", 2, 1), 140, 2600) * decay(long, long, 0.006)
        flutter = 0.6 + 0.4 * np.sin(2 * np.pi * chance.uniform(14, 24) * ticks(long))
        put(cloth, softened(flap * flutter), at, chance.uniform(0.1, 0.5), chance.uniform(-0.9, 0.9), ring=True)
    return mix + space.inside(cloth, "open", 0.3, ring=True) * 0.5


def street() -> Wave:
    """Wires that hum, feet, and a loudspeaker that can't be turned off and can't be understood."""
    seconds = 42.0
    chance = dice("street")
    mix = air(seconds, "street", 90, 700, 0.05, 11)
    t = ticks(seconds)
    wires = sum(
        np.sin(2 * np.pi * machines.fitting(f, seconds) * t + f) * drift(seconds, f"wire {f}", 6) / (1 + k)
        for k, f in enumerate((98.4, 197.1, 294.9, 592.3))
    )
    mix += np.stack([wires, np.roll(wires, 900)], axis=1) * 0.012
    far = blank(seconds)
    for walker in range(6):
        start, pace, floor = chance.uniform(0, seconds), chance.uniform(0.5, 0.66), "stone"
        side = chance.choice([-1, 1])
        for k in range(14):
            near = np.sin(np.pi * (k + 0.5) / 14)
            put(
                far,
                machines.step(f"{walker} {k}", floor),
                start + k * pace,
                0.11 * near,
                side * (k / 7 - 1) * 0.9,
                ring=True,
            )
    voice = blank(seconds)
    put(voice, machines.speech(30, 128, "announcer", 3.9), 2.0, 0.5, ring=True)
    horn = np.tanh(filtered(voice, 420, 2300, 3) * 6) * 0.16
    horn += np.roll(horn, count(0.34), axis=0) * 0.55 + np.roll(horn, count(0.79), axis=0) * 0.25
    return mix + space.inside(far, "open", 0.4, ring=True) + space.inside(horn, "open", 0.7, ring=True) * 0.42


def hall() -> Wave:
    """A full hall that isn't listening: benches, murmur, water glasses, somebody who laughs to himself."""
    seconds = 42.0
    chance = dice("hall")
    far = filtered(crowd(seconds, "hall", 9), 120, 1900) * drift(seconds, "interest", 8, 0.45, 1)[:, None]
    for k in range(9):
        put(
            far,
            machines.cough(f"hall {k}", chance.uniform(90, 160)),
            chance.uniform(0, seconds),
            chance.uniform(0.02, 0.06),
            chance.uniform(-1, 1),
            ring=True,
        )
    for k in range(7):
        long = chance.uniform(0.25, 0.6)
        creak = (
            filtered(noise(long, f"bench {k}", 2, 1), 180, 900)
            * (0.5 + 0.5 * np.sign(np.sin(2 * np.pi * chance.uniform(28, 46) * ticks(long))))
            * arch(long, 0.1, 0.2)
        )
        put(far, creak, chance.uniform(0, seconds), 0.09, chance.uniform(-1, 1), ring=True)
    for k in range(4):
        put(
            far,
            machines.glass(0.7, 2300 + 240 * k, f"tumbler {k}"),
            chance.uniform(0, seconds),
            0.012,
            chance.uniform(-1, 1),
            ring=True,
        )
    return space.inside(far, "hall", 0.66, ring=True) + air(seconds, "hall", 50, 500, 0.02)


def house() -> Wave:
    """A large house with one clock: more room than people."""
    seconds = 40.0
    far = clock(seconds, 1.0, "house") * 0.07
    chance = dice("house")
    for k, at in enumerate((7.4, 18.9, 31.2)):
        long = 0.7
        settle = filtered(noise(long, f"timber {k}", 3, 1), 70, 480) * decay(long, 0.4, 0.01)
        put(far, settle, at, 0.12, chance.uniform(-0.8, 0.8), ring=True)
    for k, at in enumerate((12.3, 25.8)):
        put(far, machines.step(f"upstairs {k}", "wood"), at, 0.06, -0.5, ring=True)
        put(far, machines.step(f"upstairs {k} b", "wood"), at + 0.7, 0.05, -0.4, ring=True)
    return space.inside(far, "hall", 0.55, ring=True) + air(seconds, "rooms", 80, 600, 0.028, 13)


def drip(mix: Wave, at: float, seed: str, level: float, pan: float) -> None:
    """One drop into a full tray."""
    pitch = dice(seed).uniform(380, 980)
    put(mix, machines.drop(pitch, seed), at, level, pan, ring=True)


def greenhouse() -> Wave:
    """Water that drips under glass, leaves that touch, a pane that gives a little as it cools."""
    seconds = 44.0
    chance = dice("greenhouse")
    far = blank(seconds)
    for tray in range(5):
        at, every, pan = chance.uniform(0, 4), chance.uniform(2.1, 5.4), chance.uniform(-0.9, 0.9)
        k = 0
        while at < seconds:
            drip(far, at, f"tray {tray} {k % 3}", chance.uniform(0.03, 0.09), pan)
            at += every * chance.uniform(0.85, 1.2)
            k += 1
    for k in range(9):
        long = chance.uniform(0.4, 1.1)
        leaf = (
            filtered(noise(long, f"leaf {k}", 0, 1), 1800, 7000)
            * arch(long, long * 0.4, long * 0.5)
            * drift(long, f"leafs {k}", 0.12)
        )
        put(far, leaf, chance.uniform(0, seconds), 0.012, chance.uniform(-0.8, 0.8), ring=True)
    for k, at in enumerate((13.7, 29.9)):
        put(far, machines.glass(1.6, 1180 - 170 * k, f"pane {k}"), at, 0.02, 0.6 - 1.1 * k, ring=True)
    return space.inside(far, "glass", 0.45, ring=True) + air(seconds, "stove pipe", 110, 900, 0.022, 10)


BEDS = {
    "amb_ward": ward,
    "amb_roof": roof,
    "amb_street": street,
    "amb_hall": hall,
    "amb_house": house,
    "amb_greenhouse": greenhouse,
}
