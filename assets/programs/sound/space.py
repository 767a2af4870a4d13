"""Rooms: a reverberation for each, of noise that dies away sooner at the top. Knows nothing of what sounds in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from .waves import RATE, Wave, count, dice


@dataclass(frozen=True, slots=True)
class Room:
    """Seconds until a sound has died by 60 dB, the same at 8 kHz, and the gap before the first reflection."""

    time: float
    bright: float
    gap: float
    seed: int


ROOMS = {
    "close": Room(0.35, 0.2, 0.003, 1),
    "room": Room(0.8, 0.45, 0.008, 2),
    "ward": Room(1.6, 0.8, 0.014, 3),
    "glass": Room(1.3, 1.1, 0.006, 4),
    "hall": Room(2.6, 0.9, 0.022, 5),
    "stone": Room(4.2, 1.1, 0.03, 6),
    "dark": Room(5.5, 0.7, 0.04, 7),
    "open": Room(1.8, 0.5, 0.09, 8),
}
_BANDS = (0, 180, 420, 950, 2100, 4600, 24_000)


@cache
def response(name: str) -> Wave:
    """What a room answers to one clap, in two channels, at an energy of 1."""
    room = ROOMS[name]
    n = count(room.time * 1.15 + room.gap)
    t = np.arange(n) / RATE
    chance = dice(f"room {room.seed}")
    raw = np.fft.rfft(chance.standard_normal((n, 2)), axis=0)
    frequency = np.fft.rfftfreq(n, 1 / RATE)
    wave = np.zeros((n, 2))
    for k, (low, high) in enumerate(pairwise(_BANDS)):
        share = k / (len(_BANDS) - 2)
        time = room.time * (1 - share) + room.bright * share
        part = np.where((frequency >= low) & (frequency < high), 1.0, 0.0)[:, None]
        level = 1.0 if k else 0.55  # a boomy room would muddy the low strings
        wave += np.fft.irfft(raw * part, n, axis=0) * (10 ** (-3 * t / time))[:, None] * level * (1 - 0.45 * share)
    wave *= np.minimum(1, t / (room.gap + 0.02))[:, None] ** 1.5
    wave[: count(room.gap)] = 0
    for k in range(6):  # a few walls
        at = count(room.gap * (1 + 0.8 * k) + chance.uniform(0, 0.009))
        wave[at, k % 2] += chance.choice([-1, 1]) * np.abs(wave).max() * (1.6 - 0.2 * k)
    return wave / np.sqrt((wave**2).sum(axis=0))


def wet(wave: Wave, room: str, *, ring: bool) -> Wave:
    """Only what the room answers; in a ring the end rings on over the beginning."""
    answer = response(room)
    if ring:
        n = len(wave)
        folded = np.zeros((n, 2))
        for start in range(0, len(answer), n):
            part = answer[start : start + n]
            folded[: len(part)] += part
        answer = folded
    else:
        n = len(wave) + len(answer)
    both = np.fft.rfft(wave, n, axis=0) * np.fft.rfft(answer, n, axis=0)
    return np.fft.irfft(both, n, axis=0)[: len(wave)]


def inside(wave: Wave, room: str, share: float, *, ring: bool) -> Wave:
    """A sound in a room; `share` 0 to 1 says how far off it stands."""
    if wave.ndim == 1:
        wave = np.stack([wave, wave], axis=1)
    return wave * np.cos(share * np.pi / 2) + wet(wave, room, ring=ring) * np.sin(share * np.pi / 2)
