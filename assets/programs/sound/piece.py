"""Mixes a piece: voices, each at its distance in a room, and what machines add to them. Knows no single piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from . import orchestra, space
from .score import Voice
from .waves import Wave, blank, decibels

WIDTH = 0.6
"""How much of its breadth a recorded instrument keeps: one who plays stands in one place."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns beats into seconds: a steady tempo that leans a little, by `sway` seconds over `period` beats."""

    bpm: float
    beats: float
    sway: float = 0.0
    period: float = 8.0

    @property
    def seconds(self) -> float:
        """The length of the piece, in half seconds, so that its samples divide well."""
        return round(self.beats * 60 / self.bpm * 2) / 2

    def __call__(self, beat: float) -> float:
        """The second at which a beat falls."""
        turn = 2 * np.pi * beat / self.period
        return float(beat / self.beats * self.seconds + self.sway * (np.sin(turn) + 0.4 * np.sin(2 * turn + 1)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A loop of music. `machines` adds what no instrument plays: from the clock, a sound that has its room already."""

    clock: Clock
    voices: Sequence[Voice]
    room: str = "hall"
    machines: Callable[[Clock], Wave] | None = None
    treat: Callable[[Wave], Wave] | None = None
    """The last hand on the mix, e.g. a bad loudspeaker."""


def mixed(piece: Piece, name: str) -> Wave:
    """The whole piece as a ring, before mastering."""
    seconds = piece.clock.seconds
    dry, sent = blank(seconds), blank(seconds)
    for voice in piece.voices:
        stem = orchestra.stem(voice, piece.clock, seconds, name) * decibels(voice.gain)
        middle = stem.mean(axis=1, keepdims=True)
        stem = middle + (stem - middle) * WIDTH
        dry += stem * np.cos(voice.far * np.pi / 2)
        sent += stem * np.sin(voice.far * np.pi / 2)
    mix = dry + space.wet(sent, piece.room, ring=True)
    if piece.machines:
        mix += piece.machines(piece.clock)
    return piece.treat(mix) if piece.treat else mix
