"""Raw material: noise, tones, envelopes and filters on arrays of samples. Knows nothing of music or of places.

A sound is an array of shape (samples, 2) at 48 kHz, a part of one is (samples,). Filters work by Fourier transform on
the whole array as if it were a ring, so what goes in as a loop comes out as a loop, without a seam.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Wave = NDArray[np.float64]
Spectrum = NDArray[np.complex128]


def count(seconds: float) -> int:
    """Samples in so many seconds."""
    return round(seconds * RATE)


def blank(seconds: float) -> Wave:
    """Silence in two channels."""
    return np.zeros((count(seconds), 2))


def ticks(seconds: float) -> Wave:
    """The time of every sample, in seconds."""
    return np.arange(count(seconds)) / RATE


def dice(seed: int | str) -> np.random.Generator:
    """Chance that falls the same every time; a name serves as a seed as well as a number does."""
    return np.random.default_rng(list(str(seed).encode()))


def decibels(value: float) -> float:
    """The factor for so many decibels."""
    return float(10 ** (value / 20))


def put(mix: Wave, part: Wave, at: float, gain: float = 1.0, pan: float = 0.0, *, ring: bool = False) -> None:
    """Adds a part at a time in seconds; pan -1 (left) to 1. What runs over the end is cut, or wraps round in a ring."""
    first = count(at)
    if part.ndim == 1:
        angle = (pan + 1) * np.pi / 4
        part = part[:, None] * np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2)
    if ring:
        for start in range(0, len(part), len(mix)):
            piece = part[start : start + len(mix)]
            where = (first + np.arange(len(piece))) % len(mix)
            mix[where] += piece * gain
    else:
        part = part[: max(0, len(mix) - first)]
        mix[first : first + len(part)] += part * gain


def rolled(frequency: Wave, cut: float, order: int, *, high: bool) -> Spectrum:
    """The response of a Butterworth filter: minimum phase, so nothing is heard before its cause."""
    safe = np.maximum(frequency, 1e-6)
    s = 1j * safe / cut if not high else cut / (1j * safe)
    response = np.ones(len(frequency), complex)
    for k in range(order):
        response /= s - np.exp(1j * np.pi * (2 * k + order + 1) / (2 * order))
    return response


def filtered(wave: Wave, low: float | None = None, high: float | None = None, order: int = 2) -> Wave:
    """The part of a sound above `low` and below `high` hertz."""
    frequency = np.fft.rfftfreq(len(wave), 1 / RATE)
    response = np.ones(len(frequency), complex)
    if low:
        response *= rolled(frequency, low, order, high=True)
    if high:
        response *= rolled(frequency, high, order, high=False)
    if wave.ndim == 2:
        response = response[:, None]
    return np.fft.irfft(np.fft.rfft(wave, axis=0) * response, len(wave), axis=0)


def resonant(wave: Wave, centre: float, width: float) -> Wave:
    """What a body that rings at `centre` hertz, `width` wide, makes of a sound."""
    frequency = np.maximum(np.fft.rfftfreq(len(wave), 1 / RATE), 1e-6)
    response = 1 / (1 + 1j * (frequency / centre - centre / frequency) * centre / width)
    if wave.ndim == 2:
        response = response[:, None]
    return np.fft.irfft(np.fft.rfft(wave, axis=0) * response, len(wave), axis=0)


def noise(seconds: float, seed: int | str, slope: float = 0.0, channels: int = 2) -> Wave:
    """Noise whose level falls by `slope` decibels an octave (0 white, 3 pink, 6 brown), at an effective level of 1.

    It repeats without a seam, since it is made as a spectrum.
    """
    n = count(seconds)
    chance = dice(seed)
    frequency = np.fft.rfftfreq(n, 1 / RATE)
    level = np.where(frequency > 20, np.maximum(frequency, 20.0) / 1000, 1.0) ** (-slope / 6.02)
    level[frequency < 20] = 0
    shape = (len(frequency), channels)
    spectrum = (chance.standard_normal(shape) + 1j * chance.standard_normal(shape)) * level[:, None]
    wave = np.fft.irfft(spectrum, n, axis=0)
    wave /= np.sqrt((wave**2).mean())
    return wave if channels == 2 else wave[:, 0]


def drift(seconds: float, seed: int | str, period: float, low: float = 0.0, high: float = 1.0) -> Wave:
    """A slow wandering between two values, without a seam; one turn takes about `period` seconds."""
    n = count(seconds)
    chance = dice(seed)
    turns = max(2, round(seconds / period * 1.6))
    phase = np.arange(n) / n * 2 * np.pi
    wave = np.zeros(n)
    for k in range(1, turns + 1):
        wave += chance.normal() * np.cos(k * phase + chance.uniform(0, 2 * np.pi))
    wave = np.tanh(wave / (wave.std() + 1e-9) * 0.8)
    return low + (high - low) * (wave + 1) / 2


def decay(seconds: float, time: float, attack: float = 0.002) -> Wave:
    """An envelope that rises in `attack` seconds and falls by 60 dB in `time` seconds."""
    t = ticks(seconds)
    return np.minimum(1, t / attack) * 10 ** (-3 * t / time)


def arch(seconds: float, rise: float, fall: float) -> Wave:
    """An envelope that opens and closes softly, in `rise` and `fall` seconds."""
    t = ticks(seconds)
    opening, closing = np.clip(t / rise, 0, 1), np.clip((t[-1] - t) / fall, 0, 1)
    return np.sin(opening * np.pi / 2) ** 2 * np.sin(closing * np.pi / 2) ** 2


def glide(seconds: float, pitches: Wave) -> Wave:
    """A sine whose frequency in hertz is given for every sample."""
    return np.sin(2 * np.pi * np.cumsum(pitches[: count(seconds)]) / RATE)


def struck(seconds: float, modes: list[tuple[float, float, float]], seed: int | str = 0) -> Wave:
    """A struck body: its modes as (hertz, level, seconds to fall by 60 dB)."""
    t = ticks(seconds)
    chance = dice(seed)
    wave = np.zeros(len(t))
    for pitch, level, time in modes:
        wave += level * np.sin(2 * np.pi * pitch * t + chance.uniform(0, 2 * np.pi)) * 10 ** (-3 * t / time)
    return wave * np.minimum(1, t / 0.0008)


def softened(wave: Wave, start: float = 0.002, end: float = 0.02) -> Wave:
    """The same with its first and last moments faded, so that it does not click."""
    out = wave.copy()
    a, b = max(2, count(start)), max(2, count(end))
    rise, fall = np.linspace(0, 1, a), np.linspace(1, 0, b)
    if out.ndim == 2:
        rise, fall = rise[:, None], fall[:, None]
    out[:a] *= rise
    out[-b:] *= fall
    return out
