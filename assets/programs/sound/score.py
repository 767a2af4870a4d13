"""Notes: a small notation, the one motif of the game, and voices made of them. Knows nothing of how they are played."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
MINOR = (0, 2, 3, 5, 7, 8, 10)
MAJOR = (0, 2, 4, 5, 7, 9, 11)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)

MOTIF = ((-3, 1.0), (0, 2.0), (1, 1.0), (2, 2.0), (4, 1.0), (3, 1.0), (1, 4.0))
"""Steps of the scale from home, and beats: a fourth up to home, a stair, and it stays on the second step.

Midori's leaves. The state marches it, Burai has its mirror, which stays one step below; only the last scene takes both
home.
"""


@dataclass(frozen=True, slots=True)
class Note:
    """Beats from the start, beats long, MIDI key, and loudness 0 to 1."""

    at: float
    length: float
    key: int
    loud: float


def key(name: str) -> int:
    """The MIDI key of a note: C4 is 60; b and # stand behind the letter."""
    sharp = name.count("#") - name[1:].count("b")
    return _STEPS[name[0]] + sharp + 12 * (int(name[-1]) + 1)


def line(text: str, at: float = 0.0, loud: float = 0.6) -> list[Note]:
    """Notes out of words: `D4:2` a note and its beats, `D3+F3:4` a chord, `r:1` a rest, `=0.4` a loudness from here on.

    A length is kept until another is given; bars (`|`) are for the eye.
    """
    notes, length = [], 1.0
    for word in text.replace("|", " ").split():
        if word[0] == "=":
            loud = float(word[1:])
            continue
        names, _, beats = word.partition(":")
        length = float(beats) if beats else length
        if names != "r":
            notes += [Note(at, length, key(name), loud) for name in names.split("+")]
        at += length
    return notes


def motif(
    home: str,
    scale: Sequence[int] = MINOR,
    at: float = 0.0,
    loud: float = 0.6,
    *,
    mirror: bool = False,
    beats: Sequence[float] | None = None,
    stretch: float = 1.0,
    first: int = 0,
    last: int | None = None,
) -> list[Note]:
    """The motif from a home note, whole or in part, upright or in its mirror, in its own rhythm or another."""
    notes = []
    for k, (step, own) in enumerate(MOTIF[first:last]):
        degree = -step if mirror else step
        octave, place = divmod(degree, 7)
        length = (beats[k] if beats else own) * stretch
        notes.append(Note(at, length, key(home) + 12 * octave + scale[place], loud))
        at += length
    return notes


def shifted(notes: Sequence[Note], beats: float = 0.0, keys: int = 0, loud: float = 1.0) -> list[Note]:
    """The same later, higher, or louder by a factor."""
    return [replace(n, at=n.at + beats, key=n.key + keys, loud=min(1.0, n.loud * loud)) for n in notes]


@dataclass(frozen=True, slots=True)
class Voice:
    """A line and who plays it.

    `program` is a General MIDI number from 0, `gain` in decibels, `far` 0 to 1 the share of the room, `low` and `high`
    the band in hertz that is left of it, `players` how many play, each a little apart, `swell` how much every note
    opens and closes, `late` seconds by which all is late, `keep` whether notes ring on (a pedal), `loose` seconds of
    chance in every beginning.
    """

    program: int
    notes: Sequence[Note]
    gain: float = 0.0
    pan: float = 0.0
    far: float = 0.35
    low: float | None = None
    high: float | None = None
    players: int = 1
    swell: float = 0.0
    late: float = 0.0
    keep: bool = False
    loose: float = 0.018
