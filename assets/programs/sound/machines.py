"""Things that sound: metal, wood, water, air, throats, engines. Each gives one sound, and knows nothing of rooms."""

from __future__ import annotations

import numpy as np

from .waves import RATE, Wave, arch, count, decay, dice, filtered, glide, noise, put, resonant, softened, struck, ticks


def thud(seconds: float, pitch: float, seed: int | str, weight: float = 0.4) -> Wave:
    """Something heavy meets something that gives: a falling low tone and a little earth."""
    t = ticks(seconds)
    body = glide(seconds, pitch * (1 + 0.9 * np.exp(-t * 40))) * decay(seconds, seconds * 0.8, 0.003)
    earth = filtered(noise(seconds, seed, 3, 1), 60, 500) * decay(seconds, seconds * 0.4, 0.001)
    return softened(body + weight * earth)


def click(seconds: float, pitch: float, seed: int | str, hard: float = 1.0) -> Wave:
    """A small hard thing meets another: a few short modes and a tick of noise."""
    chance = dice(seed)
    modes = [
        (pitch * ratio * chance.uniform(0.98, 1.02), 1 / (1 + k), seconds * 0.5 / (1 + 0.7 * k))
        for k, ratio in enumerate((1, 1.63, 2.41, 3.77, 5.2))
    ]
    tick = filtered(noise(seconds, f"{seed} tick", 0, 1), 1500, 9000) * decay(seconds, 0.03, 0.0005)
    return softened(struck(seconds, modes, seed) + hard * 0.5 * tick, 0.0005)


def metal(seconds: float, pitch: float, seed: int | str, dull: float = 1.0, time: float | None = None) -> Wave:
    """A bar or a plate of iron is struck; `dull` shortens what rings high."""
    chance = dice(seed)
    ratios = (1, 1.51, 2.13, 2.76, 3.37, 4.18, 5.43, 6.79, 8.21)
    long = time or seconds
    modes = [
        (pitch * r * (1 + 0.004 * chance.normal()), 1 / (1 + 0.5 * k), long / (1 + dull * 0.45 * k))
        for k, r in enumerate(ratios)
        if pitch * r < 15_000
    ]
    tick = filtered(noise(seconds, f"{seed} hit", 0, 1), 900, 8000) * decay(seconds, 0.05, 0.0005)
    return softened(struck(seconds, modes, seed) * 0.5 + 0.35 * tick, 0.0005, seconds * 0.2)


def bell(seconds: float, pitch: float, seed: int | str = 0, time: float | None = None) -> Wave:
    """A cast bell: hum, prime, a minor tierce, quint, nominal, each a close pair, so that it beats."""
    long = time or seconds
    modes = []
    partials = (
        (0.5, 0.8, 1),
        (1, 1, 0.8),
        (1.19, 0.8, 0.6),
        (1.5, 0.35, 0.5),
        (2, 0.9, 0.45),
        (2.52, 0.3, 0.3),
        (2.66, 0.3, 0.28),
        (3.01, 0.35, 0.22),
        (4.1, 0.3, 0.15),
        (5.4, 0.2, 0.1),
    )
    for ratio, level, part in partials:
        modes += [(pitch * ratio, level, long * part), (pitch * ratio * 1.0013, level * 0.6, long * part)]
    clap = filtered(noise(seconds, f"clap {seed}", 0, 1), 500, 5000) * decay(seconds, 0.08, 0.001)
    return softened(struck(seconds, modes, seed) + 0.3 * clap, 0.001, seconds * 0.25)


def glass(seconds: float, pitch: float, seed: int | str) -> Wave:
    """Glass is touched: few high modes that last."""
    modes = [
        (pitch, 1, seconds),
        (pitch * 2.32, 0.6, seconds * 0.6),
        (pitch * 4.25, 0.35, seconds * 0.3),
        (pitch * 6.63, 0.2, seconds * 0.15),
    ]
    return softened(struck(seconds, [m for m in modes if m[0] < 17_000], seed), 0.0006, seconds * 0.2)


def drop(pitch: float, seed: int | str) -> Wave:
    """A drop falls into water: a bubble whose tone rises as it closes."""
    seconds = 0.16
    t = ticks(seconds)
    body = glide(seconds, pitch * (1 + 0.9 * t / seconds * np.minimum(1, t / 0.03))) * np.exp(-t * 34)
    tick = filtered(noise(seconds, seed, 0, 1), 2500, 9000) * decay(seconds, 0.012, 0.0005)
    return softened(body * np.minimum(1, t / 0.004) + 0.25 * tick)


def bubble(pitch: float) -> Wave:
    """A bubble comes up in thick fluid."""
    seconds = 0.14
    t = ticks(seconds)
    return softened(glide(seconds, pitch * (1 + 3.5 * t)) * np.sin(np.pi * t / seconds) ** 2)


def step(seed: int | str, floor: str = "stone") -> Wave:
    """One foot on stone, wood, ash or snow."""
    seconds = 0.34
    t = ticks(seconds)
    raw = noise(seconds, seed, 2, 1)
    if floor == "stone":
        return softened(filtered(raw, 120, 1800) * decay(seconds, 0.12, 0.002) + 0.5 * thud(seconds, 88, seed, 0.1))
    if floor == "wood":
        return softened(filtered(raw, 90, 900) * decay(seconds, 0.14, 0.003) + 0.9 * thud(seconds, 110, seed, 0.2))
    chance = dice(f"{seed} grains")
    grains = np.zeros(len(t))
    for _ in range(70):
        k = int(abs(chance.normal(0.09, 0.06)) * RATE)
        if k < len(grains):
            grains[k] += chance.normal()
    crunch = filtered(grains * 30, 700 if floor == "snow" else 350, 5200 if floor == "snow" else 2200)
    return softened(crunch + filtered(raw, 80, 600) * arch(seconds, 0.05, 0.25) * 0.5)


_VOWELS = (
    (310, 870, 2250),
    (400, 1700, 2500),
    (530, 1840, 2480),
    (660, 1720, 2410),
    (730, 1090, 2440),
    (570, 840, 2410),
)


def syllable(seconds: float, pitch: float, fall: float, seed: int | str) -> Wave:
    """One syllable of a voice: a throat that pulses through three resonances of a vowel."""
    chance = dice(seed)
    t = ticks(seconds)
    tone = pitch * (1 + fall * t / seconds) * (1 + 0.012 * np.sin(2 * np.pi * 5.1 * t + chance.uniform(0, 6)))
    throat = 2 * ((np.cumsum(tone) / RATE) % 1) ** 3 - 0.5 + 0.12 * noise(seconds, f"{seed} breath", 0, 1)
    vowel = _VOWELS[int(chance.integers(len(_VOWELS)))]
    voice = sum(resonant(throat, f, 70 + 40 * k) / (1 + 0.9 * k) for k, f in enumerate(vowel))
    return np.asarray(voice) * arch(seconds, min(0.05, seconds / 3), seconds * 0.45)


def speech(seconds: float, pitch: float, seed: int | str, rate: float = 4.6, *, ring: bool = False) -> Wave:
    """A voice whose words cannot be made out: syllables in phrases, with breaths between."""
    chance = dice(seed)
    wave = np.zeros((count(seconds), 2))
    at = 0.0
    while at < seconds - 0.6:
        syllables = int(chance.integers(4, 14))
        for k in range(syllables):
            long = chance.uniform(0.7, 1.35) / rate
            if at + long > seconds - 0.2:
                break
            tone = pitch * (1.12 - 0.22 * k / syllables) * chance.uniform(0.94, 1.08)
            put(
                wave,
                syllable(long, tone, chance.uniform(-0.1, 0.05), f"{seed} {at:.2f}"),
                at,
                chance.uniform(0.6, 1),
                ring=ring,
            )
            if chance.random() < 0.4:
                hiss = filtered(noise(0.07, f"{seed} s {at:.2f}", 0, 1), 3000, 7500) * arch(0.07, 0.02, 0.04)
                put(wave, hiss, at, 0.06, ring=ring)
            at += long
        at += chance.uniform(0.35, 1.1)
    return wave[:, 0]


def cough(seed: int | str, pitch: float = 130) -> Wave:
    """A cough or two: breath through a throat, with a little voice."""
    chance = dice(seed)
    wave = np.zeros((count(0.9), 2))
    for k in range(int(chance.integers(1, 4))):
        long = chance.uniform(0.14, 0.24)
        breath = noise(long, f"{seed} {k}", 1, 1)
        body = (
            resonant(breath, 620, 260)
            + 0.6 * resonant(breath, 1450, 400)
            + 0.3 * syllable(long, pitch, -0.4, f"{seed}{k}")
        )
        put(wave, body * arch(long, 0.012, long * 0.8), 0.25 * k, 1 / (1 + 0.4 * k))
    return wave[:, 0]


def hum(seconds: float, pitch: float, partials: int = 9, tilt: float = 1.2) -> Wave:
    """The hum of a machine on the mains; its frequency must fit the ring for it to have no seam."""
    t = ticks(seconds)
    return np.asarray(sum(np.sin(2 * np.pi * pitch * k * t + k * k) / k**tilt for k in range(1, partials + 1)))


def fitting(pitch: float, seconds: float) -> float:
    """The nearest frequency that makes whole turns in so many seconds."""
    return round(pitch * seconds) / seconds


def wobbled(wave: Wave, depth: float, seconds: float) -> Wave:
    """A sound from a tape that runs unevenly: `depth` the share of the pitch, one turn in about `seconds`."""
    n = len(wave)
    whole = n / RATE
    t = np.arange(n) / RATE
    slow, quick = fitting(1 / seconds, whole), fitting(1.7 / seconds, whole)
    lag = depth * seconds / (2 * np.pi) * (np.sin(2 * np.pi * slow * t) + 0.5 * np.sin(2 * np.pi * quick * t + 1))
    where = (np.arange(n) + lag * RATE) % n
    low = where.astype(int)
    share = (where - low)[:, None]
    points = [wave[(low + k) % n] for k in (-1, 0, 1, 2)]
    a = points[1]
    b = (points[2] - points[0]) / 2
    c = points[0] - 2.5 * points[1] + 2 * points[2] - points[3] / 2
    d = (points[3] - points[0]) / 2 + 1.5 * (points[1] - points[2])
    return np.asarray(a + share * (b + share * (c + share * d)))
