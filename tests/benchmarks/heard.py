"""Measures a recording and draws it: `python -m tests.benchmarks.heard FILE.wav` (see `recording`), needs ffmpeg.

Prints peak, clipped samples, stretches of nothing where something ought to sound, jumps of the wave, and which piece is
heard under every cue of FILE.json; draws the spectrum over the loudness curve, with the cues as lines, as FILE.png.
"""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

ASSETS = Path(__file__).parents[2] / "assets"
RATE, LOW_RATE = 48_000, 4_000
SETTLED = 4.5
"""Seconds after a cue until the old piece is gone: a fade that waits for another fade, and decoding."""
GAP = 0.05
"""Seconds of digital nothing that count as a gap: two buffers of the mixer and more."""
JUMP = 0.2
"""A step of the wave against its own slope, as part of full scale, that may be a click."""
WIDTH, HEIGHT, CURVE = 1600, 520, 160

Samples = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Span:
    """From one cue to the next, in seconds."""

    start: float
    end: float
    music: str | None
    ambience: str | None


def main() -> None:
    """Print and draw."""
    file = Path(sys.argv[1])
    with wave.open(str(file)) as recorded:
        sound = (
            np.frombuffer(recorded.readframes(recorded.getnframes()), "<i2").reshape(-1, 2).astype(np.float32) / 32768
        )
    spans = cues(file.with_suffix(".json"), len(sound) / RATE)
    loud = float(np.abs(sound).max())
    print(
        f"{len(sound) / RATE:.0f} s, peak {20 * np.log10(loud):.1f} dBFS, {int((np.abs(sound) > 0.9999).sum())} clipped"
    )
    print("gaps:", gaps(sound, spans) or "none")
    print("jumps:", jumps(sound) or "none")
    pieces = {path.stem: low(path) for path in sorted((ASSETS / "music").glob("*.ogg"))}
    mono = lowered(sound)
    for span in spans:
        print(f"{span.start:7.1f} s  {span.music or '-':18} {span.ambience or '-':18} {heard(mono, span, pieces)}")
    picture(sound, spans).save(file.with_suffix(".png"))


def cues(file: Path, length: float) -> list[Span]:
    """What ought to sound, from when to when."""
    noted = json.loads(file.read_text(encoding="utf-8"))
    ends = [*(cue[0] for cue in noted[1:]), length]
    return [Span(start, end, music, bed) for (start, music, bed), end in zip(noted, ends, strict=True)]


def gaps(sound: Samples, spans: list[Span]) -> list[float]:
    """Seconds at which nothing at all is heard though a cue says otherwise."""
    silent = np.flatnonzero(np.diff(np.concatenate([[0], (np.abs(sound).max(axis=1) == 0).astype(np.int8), [0]])))
    found = [
        float(start) / RATE for start, end in silent.reshape(-1, 2) if end - start >= GAP * RATE and end < len(sound)
    ]
    due = [(s.start + SETTLED, s.end) for s in spans if s.music or s.ambience]
    return [round(at, 2) for at in found if any(start <= at < end for start, end in due)]


def jumps(sound: Samples) -> list[float]:
    """Seconds at which the wave leaves its own slope by much, and by far more than it does just before and after."""
    bend = np.abs(np.diff(sound, n=2, axis=0)).max(axis=1)
    found: list[float] = []
    for at in np.flatnonzero(bend > JUMP):
        around = bend[max(0, at - 480) : at + 480]
        if bend[at] > 20 * float(np.median(around)) and (not found or at / RATE - found[-1] > 0.1):
            found.append(round(float(at) / RATE, 2))
    return found


def low(path: Path) -> Samples:
    """A file in one channel at a low rate."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-ac", "1", "-ar", str(LOW_RATE), "-f", "f32le", "pipe:1"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<f4")


def lowered(sound: Samples) -> Samples:
    """The same of samples."""
    step = RATE // LOW_RATE
    mono = sound.mean(axis=1)
    whole = len(mono) // step * step
    even: Samples = mono[:whole].reshape(-1, step).mean(axis=1)
    return even


def heard(mono: Samples, span: Span, pieces: dict[str, Samples]) -> str:
    """The piece that a stretch is most like, and how like (1: itself alone); nothing where it is too short to tell."""
    start, end = int((span.start + SETTLED) * LOW_RATE), int(min(span.end, span.start + SETTLED + 12) * LOW_RATE)
    part = mono[start:end]
    if len(part) < 3 * LOW_RATE or not part.any():
        return ""
    likeness = {name: like(part, piece) for name, piece in pieces.items()}
    best = max(likeness, key=lambda name: likeness[name])
    if span.music is None:
        return f"(most like {best}, {likeness[best]:.2f})"
    return f"{'right' if best == span.music else 'WRONG: ' + best} {likeness[best]:.2f}"


def like(part: Samples, piece: Samples) -> float:
    """The highest normalised correlation over all places of a loop."""
    loop = np.concatenate([piece, piece[: len(part)]])
    size = 1 << (len(loop) + len(part)).bit_length()
    found = np.fft.irfft(np.fft.rfft(loop, size) * np.conj(np.fft.rfft(part, size)), size)[: len(piece)]
    power = np.concatenate([[0.0], np.cumsum(loop.astype(np.float64) ** 2)])
    under = np.sqrt(np.maximum(power[len(part) :][: len(piece)] - power[: len(piece)], 1e-9))
    return float((found[: len(under)] / under).max() / np.sqrt(float((part.astype(np.float64) ** 2).sum())))


def picture(sound: Samples, spans: list[Span]) -> Image.Image:
    """The spectrum, 40 Hz to 20 kHz on a logarithmic scale, and under it the loudness from -70 to 0 dBFS."""
    mono = sound.mean(axis=1)
    edges = np.linspace(0, len(mono), WIDTH + 1).astype(int)
    rows = np.geomspace(20_000, 40, HEIGHT)
    columns, curve = [], []
    for start, end in pairwise(edges):
        part = mono[start:end]
        spectrum = np.abs(np.fft.rfft(part[:8192] * np.hanning(len(part[:8192])), 8192)) / 2048
        columns.append(np.interp(rows, np.fft.rfftfreq(8192, 1 / RATE), 20 * np.log10(spectrum + 1e-6)))
        curve.append(20 * np.log10(float(np.sqrt((part**2).mean())) + 1e-5))
    grey = np.clip((np.array(columns).T + 100) / 80 * 255, 0, 255).astype(np.uint8)
    image = Image.new("RGB", (WIDTH, HEIGHT + CURVE), (12, 12, 12))
    image.paste(Image.fromarray(grey).convert("RGB"), (0, 0))
    draw = ImageDraw.Draw(image)
    draw.line([(x, HEIGHT + CURVE * min(1.0, -level / 70)) for x, level in enumerate(curve)], fill=(229, 143, 37))
    for number, span in enumerate(spans):
        at = span.start / (len(mono) / RATE) * WIDTH
        draw.line([(at, 0), (at, HEIGHT + CURVE)], fill=(176, 31, 22))
        draw.text((at + 2, 2 + 12 * (number % 6)), f"{span.music or '-'} {span.ambience or '-'}", fill=(227, 216, 191))
    return image


if __name__ == "__main__":
    main()
