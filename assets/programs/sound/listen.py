"""Listens for those who can't: python -m assets.programs.sound.listen NAME... prints measurements.

Loudness, peaks, bands, silences, the seam of a loop, and clicks; --picture draws spectra, --harmony prints what clashes
in a score. Changes nothing, and knows files only as samples.
"""

from __future__ import annotations

import argparse
import subprocess
from itertools import pairwise
from pathlib import Path

import numpy as np

from assets.programs.sound import master
from assets.programs.sound.render import ASSETS, modules, programs
from assets.programs.sound.score import Voice
from assets.programs.sound.waves import RATE, Wave

BANDS = (20, 80, 200, 500, 1200, 3000, 8000, 20_000)
NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")


def decoded(path: Path) -> Wave:
    """The samples of a file, in two channels."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-ac", "2", "-ar", str(RATE), "pipe:1"]
    raw = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 -- the words are ours
    return np.frombuffer(raw, "<f4").astype(float).reshape(-1, 2)


def bands(wave: Wave) -> str:
    """How the energy is shared between bands, in decibels below the whole."""
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    frequency = np.fft.rfftfreq(len(wave), 1 / RATE)
    shares = [power[(frequency >= a) & (frequency < b)].sum() / power.sum() for a, b in pairwise(BANDS)]
    return " ".join(f"{10 * np.log10(share + 1e-9):4.0f}" for share in shares)


def jump(wave: Wave) -> float:
    """How sharply the wave bends at the join of a loop, against the sharpest thousandth of its bends elsewhere."""
    joined = np.concatenate([wave[-600:], wave[:600]])
    at_join = np.abs(np.diff(joined, n=2, axis=0))[590:610].max()
    return float(at_join / (np.quantile(np.abs(np.diff(wave, n=2, axis=0)), 0.999) + 1e-9))


def clicks(wave: Wave) -> list[float]:
    """Seconds at which a single sample stands out of its neighbours as no instrument does."""
    bend = np.abs(np.diff(wave, n=3, axis=0)).max(axis=1)
    n = len(bend) // 64
    rows = bend[: n * 64].reshape(n, 64)
    peak, middle = rows.max(axis=1), np.median(rows, axis=1)
    hits = np.flatnonzero((peak > 40 * (middle + 1e-5)) & (peak > 0.05))
    return [round(float(k * 64 / RATE), 2) for k in hits]


def quiet(wave: Wave) -> float:
    """The longest stretch, in seconds, more than 40 decibels under the loudest moment."""
    blocks = master.momentary(wave)
    run = longest = 0
    for low in blocks < blocks.max() - 40:
        run = run + 1 if low else 0
        longest = max(longest, run)
    return longest / 10


def report(path: Path) -> str:
    """One line of measurements."""
    wave = decoded(path)
    blocks = master.momentary(wave)
    low, high = np.quantile(blocks, (0.1, 0.95))
    side = np.sqrt(((wave[:, 0] - wave[:, 1]) ** 2).mean() / ((wave**2).sum(axis=1).mean() + 1e-12))
    return (
        f"{path.stem:22}{len(wave) / RATE:7.2f} s{master.loudness(wave):7.1f} LUFS{master.true_peak(wave):6.1f} dBTP"
        f"  range {low:5.0f}..{high:4.0f}  still {quiet(wave):4.1f} s  wide {side:4.2f}  seam {jump(wave):4.2f}"
        f"  bands {bands(wave)}  clicks {clicks(wave)[:5]}"
    )


def draw(path: Path, to: Path) -> None:
    """A picture of the spectrum over time: 30 Hz at the bottom, 16 kHz at the top, 90 decibels from black to white."""
    wave = decoded(path).mean(axis=1)
    width, height, window = 900, 260, 8192
    wave = np.pad(wave, (window // 2, window))
    starts = np.linspace(0, len(wave) - window - 1, width).astype(int)
    frames = wave[starts[:, None] + np.arange(window)] * np.hanning(window)
    level = 20 * np.log10(np.abs(np.fft.rfft(frames, axis=1)) + 1e-9)
    rows = (30 * (16_000 / 30) ** np.linspace(1, 0, height) / RATE * window).astype(int)
    seen = np.clip((level[:, rows].T - level.max() + 90) / 90, 0, 1)
    blue = np.clip(0.5 - abs(seen - 0.4) * 1.4, 0, 1) + np.clip(seen * 4 - 3, 0, 1)
    colour = np.stack([seen * 2, seen * 2 - 0.7, blue], axis=2)
    pixels = (np.clip(colour, 0, 1) * 255).astype(np.uint8).tobytes()
    to.mkdir(parents=True, exist_ok=True)
    form = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-i", "pipe:0"]
    command = ["ffmpeg", "-v", "error", "-y", *form, str(to / f"{path.stem}.png")]
    subprocess.run(command, input=pixels, check=True)  # noqa: S603 -- the words are ours


def clashes(voices: list[Voice], least: float = 0.9) -> list[str]:
    """Places where notes a semitone or a minor ninth apart sound together for longer than `least` beats."""
    notes = [(n, k) for k, voice in enumerate(voices) for n in voice.notes]
    found = []
    for i, (a, va) in enumerate(notes):
        for b, vb in notes[i + 1 :]:
            both = min(a.at + a.length, b.at + b.length) - max(a.at, b.at)
            if both >= least and abs(a.key - b.key) in (1, 13):
                names = " ".join(f"{NAMES[n.key % 12]}{n.key // 12 - 1}" for n in (a, b))
                found.append(f"beat {max(a.at, b.at):6.1f} for {both:4.1f}: {names} (voices {va} and {vb})")
    return sorted(set(found))


def main() -> None:
    """Reads the command line and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", help="ids or beginnings of ids, or all")
    parser.add_argument("--at", type=Path, default=ASSETS, help="the folder with the finished files")
    parser.add_argument("--picture", type=Path, help="a folder for pictures of the spectra")
    parser.add_argument("--harmony", action="store_true", help="print what clashes in the scores")
    asked = parser.parse_args()
    wanted = {n: p for n, p in programs().items() if any(a == "all" or n.startswith(a) for a in asked.names)}
    if asked.harmony:
        pieces = {name: make for module in modules("music") for name, make in module.PIECES.items()}
        for name in wanted.keys() & pieces.keys():
            print(name, *clashes(list(pieces[name]().voices)), sep="\n  ")
        return
    for program in wanted.values():
        path = asked.at / program.file
        if path.exists():
            print(report(path), flush=True)
            if asked.picture:
                draw(path, asked.picture)


if __name__ == "__main__":
    main()
