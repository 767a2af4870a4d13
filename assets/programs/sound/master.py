"""Measures loudness as broadcasters do (ITU-R BS.1770), sets it, limits peaks, writes Ogg Vorbis. Knows no names."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np

from .waves import RATE, Wave, count, decibels, filtered

CEILING = -2.2
"""Decibels below full scale that a peak between samples may reach before encoding, which adds a little."""
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def _weighted(wave: Wave) -> Wave:
    n = len(wave)
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(n))
    response = np.ones(len(z), complex)
    for above, below in (_SHELF, _PASS):
        response *= np.polyval(above[::-1], z) / np.polyval(below[::-1], z)
    return np.fft.irfft(np.fft.rfft(wave, axis=0) * response[:, None], n, axis=0)


def momentary(wave: Wave) -> Wave:
    """The loudness of every 400 ms, each 100 ms after the one before, in LUFS."""
    if len(wave) < count(0.4):
        wave = np.pad(wave, ((0, count(0.4) - len(wave)), (0, 0)))
    power = (_weighted(wave) ** 2).sum(axis=1)
    total = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(wave) - count(0.4) + 1, count(0.1))
    mean = (total[starts + count(0.4)] - total[starts]) / count(0.4)
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(mean, 1e-12)))


def loudness(wave: Wave) -> float:
    """The integrated loudness, in LUFS, with both gates."""
    blocks = momentary(wave)
    heard = blocks[blocks > -70]
    if not len(heard):
        return -70.0
    gate = _mean(heard) - 10
    return _mean(heard[heard > gate])


def _mean(blocks: Wave) -> float:
    return float(-0.691 + 10 * np.log10((10 ** ((blocks + 0.691) / 10)).mean()))


def true_peak(wave: Wave) -> float:
    """The highest peak between samples, in decibels, by fourfold oversampling."""
    return float(20 * np.log10(max(_peaks(wave, np.abs(wave).max() * 0.7).max(), 1e-9)))


def _peaks(wave: Wave, least: float) -> Wave:
    """The highest level, over both channels, around every sample; between samples only where it comes near `least`."""
    highest = np.abs(wave).max(axis=1)
    step = 1 << 14
    for start in range(0, len(wave), step):
        if highest[start : start + step].max() < least * 0.7:
            continue
        rows = np.arange(start - 256, min(start + step, len(wave)) + 256) % len(wave)
        part = wave[rows]
        n = len(part)
        spectrum = np.fft.rfft(part, axis=0)
        wide = np.zeros((n * 2 + 1, 2), complex)
        wide[: len(spectrum)] = spectrum
        fine = np.abs(np.fft.irfft(wide, 4 * n, axis=0) * 4).max(axis=1).reshape(n, 4).max(axis=1)
        highest[start : start + n - 512] = fine[256:-256]
    return highest


def limited(wave: Wave, ceiling: float = CEILING) -> Wave:
    """The same with its peaks held under the ceiling, by a gain that moves before the peak; a ring stays a ring."""
    top = decibels(ceiling)
    peaks = _peaks(wave, top)
    if peaks.max() <= top:
        return wave
    need = np.minimum(1, top / np.maximum(peaks, 1e-9))
    reach = count(0.006)
    lowest = need.copy()
    width = 1
    while width < 2 * reach:  # the lowest gain needed within reach on both sides
        hop = min(width, 2 * reach - width)
        lowest = np.minimum(lowest, np.roll(lowest, hop))
        width += hop
    lowest = np.roll(lowest, -reach)
    window = np.hanning(2 * reach // 2 * 2 + 1)
    kernel = np.zeros(len(wave))
    kernel[: len(window)] = window / window.sum()
    kernel = np.roll(kernel, -(len(window) // 2))
    gain = np.fft.irfft(np.fft.rfft(lowest) * np.fft.rfft(kernel), len(wave))
    return wave * np.minimum(gain, 1)[:, None]


def levelled(wave: Wave, ratio: float = 1.6, over: float = -4.0) -> Wave:
    """The same with loud stretches (longer than half a second) brought a little nearer to the others."""
    n = len(wave)
    power = (_weighted(wave) ** 2).sum(axis=1)
    frequency = np.fft.rfftfreq(n, 1 / RATE)
    smooth = np.fft.irfft(np.fft.rfft(power) * np.exp(-((frequency / 0.9) ** 2)), n)
    level = 10 * np.log10(np.maximum(smooth, 1e-9))
    above = np.maximum(0, level - (10 * np.log10(power.mean() + 1e-12) + over))
    reduction = -above * (1 - 1 / ratio)
    return wave * (10 ** (reduction / 20))[:, None]


def at_loudness(wave: Wave, target: float, ceiling: float = CEILING) -> Wave:
    """The same at an integrated loudness in LUFS, peaks limited."""
    out = limited(wave * decibels(target - loudness(wave)), ceiling)
    return limited(out * decibels(target - loudness(out)), ceiling)


def at_moment(wave: Wave, target: float) -> Wave:
    """A short sound whose loudest 400 ms reach a loudness in LUFS, peaks limited."""
    return limited(wave * decibels(target - float(momentary(wave).max())))


def opened(wave: Wave, reach: float) -> Wave:
    """The ring, begun at the quietest moment of its last `reach` seconds, where the encoder's join is not heard."""
    power = (filtered(wave, 400) ** 2).sum(axis=1)
    span = count(0.02)
    total = np.cumsum(np.concatenate([power[-span:], power, power[:span]]))
    smooth = total[2 * span :] - total[: -2 * span]
    first = len(wave) - min(count(reach), len(wave))
    return np.roll(wave, -int(first + np.argmin(smooth[first:])), axis=0)


def encode(wave: Wave, path: Path, quality: float) -> None:
    """Writes Ogg Vorbis without any tag."""
    path.parent.mkdir(parents=True, exist_ok=True)
    form = ["-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", "pipe:0"]
    out = [
        "-c:a",
        "libvorbis",
        "-q:a",
        str(quality),
        "-map_metadata",
        "-1",
        "-fflags",
        "+bitexact",
        "-flags:a",
        "+bitexact",
    ]
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *form, *out, str(path)]
    subprocess.run(command, input=wave.astype("<f4").tobytes(), check=True)  # noqa: S603 -- the words are ours
