"""Plays a voice: writes a MIDI file, has FluidSynth play it, and takes the samples back. Knows nothing of mixing."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .score import Note, Voice
from .waves import RATE, Wave, count, dice, filtered

FONT = os.environ.get("SOUND_FONT", "/usr/share/sounds/sf2/FluidR3_GM.sf2")
TAIL = 6.0
"""Seconds that are still listened to after the last beat."""
Event = tuple[float, int, bytes]
When = Callable[[float], float]


def stem(voice: Voice, when: When, seconds: float, name: str) -> Wave:
    """The voice alone, as a ring of so many seconds; `when` gives the second of a beat."""
    events: list[Event] = []
    for player in range(voice.players):
        events += _player(voice, when, player, dice(f"{name} {voice.program} {player}"))
    wave = _played(events, seconds + TAIL)
    whole = np.zeros((count(seconds), 2))
    whole += wave[: len(whole)]
    rest = wave[len(whole) :][: len(whole)]
    whole[: len(rest)] += rest
    whole = filtered(whole, voice.low or 24, voice.high)
    return np.roll(whole, count(voice.late), axis=0)


def _player(voice: Voice, when: When, player: int, chance: np.random.Generator) -> list[Event]:
    channel = player if player < 9 else player + 1
    spread = (player - (voice.players - 1) / 2) * 2 / max(1, voice.players - 1) if voice.players > 1 else 0.0
    pan = int(np.clip(64 + 63 * (voice.pan + 0.45 * spread), 0, 127))
    bend = int(np.clip(8192 + spread * 330 + chance.normal(0, 60), 0, 16383))  # 330 is about 8 cents
    start = [bytes((0xC0 | channel, voice.program)), _control(channel, 7, 100), _control(channel, 10, pan)]
    start += [bytes((0xE0 | channel, bend & 127, bend >> 7)), _control(channel, 64, 0), _control(channel, 11, 112)]
    events: list[Event] = [(0.0, 0, message) for message in start]
    for note in voice.notes:
        late = abs(chance.normal(0, voice.loose)) + player * 0.004
        begin = when(note.at) + late
        end = when(note.at + note.length) + (2.5 if voice.keep else 0.06 if voice.swell else 0.0) + late
        loud = int(np.clip(127 * note.loud + chance.normal(0, 3), 8, 127))
        events.append((begin, 3, bytes((0x90 | channel, note.key, loud))))
        events.append((max(end, begin + 0.05), 2, bytes((0x80 | channel, note.key, 0))))
    if voice.swell:
        events += _swells(voice, when, channel)
    return events


def _swells(voice: Voice, when: When, channel: int) -> list[Event]:
    """Every note opens and closes, as a bow or a breath does."""
    events: list[Event] = []
    for at, length in {note.at: note.length for note in sorted(voice.notes, key=_by_length)}.items():
        begin, end = when(at), when(at + length)
        for k in range(20):
            part = k / 19
            opened = np.sin(np.pi * part**0.75) ** 0.7 if 0 < part < 1 else 0.0
            level = int(120 * (1 - voice.swell * (1 - opened)))
            events.append((begin + (end - begin) * part, 1, _control(channel, 11, level)))
    return events


def _by_length(note: Note) -> float:
    return note.length


def _control(channel: int, number: int, value: int) -> bytes:
    return bytes((0xB0 | channel, number, value))


def _midi(events: list[Event]) -> bytes:
    """A MIDI file at a thousand ticks a second."""
    body, now = b"", 0
    for at, _, message in sorted(events, key=lambda event: (round(event[0] * 1000), event[1])):
        tick = max(0, round(at * 1000))
        body += _length(tick - now) + message
        now = tick
    track = b"\x00\xff\x51\x03" + (500_000).to_bytes(3, "big") + body + b"\x00\xff\x2f\x00"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, 500) + b"MTrk" + struct.pack(">I", len(track)) + track


def _length(value: int) -> bytes:
    out = [value & 127]
    while value := value >> 7:
        out.insert(0, value & 127 | 128)
    return bytes(out)


def _played(events: list[Event], seconds: float) -> Wave:
    with tempfile.TemporaryDirectory() as folder:
        score, raw = Path(folder) / "score.mid", Path(folder) / "played.raw"
        score.write_bytes(_midi(events))
        options = [
            "-ni",
            "-q",
            "-g",
            "0.5",
            "-R",
            "0",
            "-C",
            "0",
            "-r",
            str(RATE),
            "-o",
            "synth.dynamic-sample-loading=1",
            "-T",
            "raw",
            "-O",
            "float",
        ]
        command = ["fluidsynth", *options, "-F", str(raw), FONT, str(score)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- the words are ours
        wave = np.fromfile(raw, dtype="<f4").astype(float).reshape(-1, 2)
    n = count(seconds)
    return np.pad(wave, ((0, max(0, n - len(wave))), (0, 0)))[:n]
