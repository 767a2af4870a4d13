"""The state: the anthem that marches the motif, its broken relay, the patience of those who pay, a quarrel."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import PHRYGIAN, Note, Voice, line, motif, shifted
from assets.programs.sound.waves import Wave, blank, decay, dice, filtered, noise, put, softened

TREMOLO, PIZZICATO, TIMPANI = 44, 45, 47
VIOLIN, CELLO, BASS, STRINGS, SLOW_STRINGS = 40, 42, 43, 48, 49
TRUMPET, TROMBONE, TUBA, HORN = 56, 57, 58, 60

ANTHEM = """
D4:1.5 E4:0.5 F#4:2 | A4:1.5 G4:0.5 E4:1 A3:1 | D4:1.5 E4:0.5 F#4:1 A4:1 | B4:3 A4:1 |
G4:1.5 F#4:0.5 E4:1 G4:1 | F#4:1.5 E4:0.5 D4:1 F#4:1 | E4:1 D4:1 C#4:1 B3:1 | E4:3 A3:1 |
D4:1.5 E4:0.5 F#4:2 | A4:1.5 G4:0.5 E4:1 A3:1 | D4:1.5 F#4:0.5 A4:1 D5:1 | B4:3 A4:1 |
B4:1.5 A4:0.5 G4:1 B4:1 | A4:1.5 G4:0.5 F#4:1 A4:1 | G4:1 F#4:1 E4:1 G4:1 | E4:4 |"""
"""The motif marched: upbeat, three dotted steps up, and the second step held as if it were a victory."""
ANTHEM_CHORDS = """D3+F#3+A3 A2+E3+A3 D3+F#3+A3 G3+B3+D4 E3+G3+B3 B2+F#3+B3 E3+G3+B3 A2+E3+A3
D3+F#3+A3 A2+E3+A3 D3+F#3+A3 G3+B3+D4 G3+B3+D4 D3+F#3+A3 E3+G3+B3 A2+C#3+E3"""
ANTHEM_BASS = "D2 A1 D2 G1 E2 B1 E2 A1 D2 A1 D2 G1 G1 D2 E2 A1"


def anthem_bass(at: float, loud: float) -> list[Note]:
    """Bass notes on the first and third beat."""
    return line(" ".join(f"{name}:1 r:1 {name}:1 r:1" for name in ANTHEM_BASS.split()), at, loud)


def anthem_chords(at: float, loud: float) -> list[Note]:
    """Chords off the beat."""
    return line(" ".join(f"r:1 {c}:0.6 r:0.4 r:1 {c}:0.6 r:0.4" for c in ANTHEM_CHORDS.split()), at, loud)


def snare(seed: int | str, level: float = 1.0) -> Wave:
    """A slack field drum."""
    seconds = 0.3
    rattle = filtered(noise(seconds, seed, 0, 1), 900, 6500) * decay(seconds, 0.22, 0.001)
    skin = machines.thud(seconds, 165, seed, 0.3)
    return softened(0.5 * rattle + 0.6 * skin) * level


def drums(clock: Clock, bars: list[int], pattern: list[tuple[float, float]], level: float) -> Wave:
    """A field drum through some bars."""
    mix = blank(clock.seconds)
    for bar in bars:
        for beat, loud in pattern:
            put(mix, snare(f"{bar} {beat}", loud), clock(bar * 4 + beat), level, 0.1, ring=True)
    return mix


def _without(notes: list[Note], gaps: list[tuple[float, float]]) -> list[Note]:
    """The notes that do not begin in one of the gaps: the relay drops out."""
    return [n for n in notes if not any(a <= n.at < b for a, b in gaps)]


def _relay(wave: Wave) -> Wave:
    """A street's loudspeakers: a narrow band, a tired motor, and the same again from the next corner."""
    voice = filtered(machines.wobbled(wave, 0.006, 2.3), 260, 2400, 3)
    hard = np.tanh(voice / np.sqrt((voice**2).mean()) * 0.7)
    seconds = len(wave) / 48_000
    late = np.roll(hard, 48_000 * 31 // 100, axis=0)[:, ::-1] * 0.4 + np.roll(hard, 48_000 * 57 // 100, axis=0) * 0.18
    far = space.inside(hard + filtered(late, None, 1400), "open", 0.55, ring=True)
    return far + noise(seconds, "relay", 4) * 0.02


def armistice() -> Piece:
    """The anthem from far off and a little flat, with holes in it; the band comes in too early after each."""
    gaps = [(30, 36.5), (52, 55.5), (75, 84.5), (110, 117)]
    tune = _without(line(ANTHEM, 1, 0.7) + shifted(line(ANTHEM, 65, 0.66)), gaps)
    tune = [Note(n.at, n.length, n.key - (1 if 44 <= n.at < 48 or 100 <= n.at < 102 else 0), n.loud) for n in tune]
    chords = _without(anthem_chords(1, 0.5) + anthem_chords(65, 0.46), [(0, 9), *gaps, (90, 97)])
    bass = _without(anthem_bass(1, 0.6) + anthem_bass(65, 0.55), [*gaps, (56, 65)])
    clock = Clock(88, 132, 0.05, 16)
    beat = [(1, 1.0), (2, 0.5), (2.5, 0.4), (3, 0.8), (4, 0.6), (4.5, 0.3), (4.75, 0.3)]

    def band(c: Clock) -> Wave:
        return drums(c, [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 17, 22, 23, 24, 30, 31], beat, 0.16)

    voices = [
        Voice(TRUMPET, tune, -2, -0.1, 0.4, players=3, swell=0.35, loose=0.03),
        Voice(TROMBONE, shifted(tune, 0.03, -12), -3, 0.1, 0.4, players=2, swell=0.3, loose=0.03),
        Voice(HORN, chords, -3, 0.2, 0.5, players=2),
        Voice(TUBA, bass, 0, 0, 0.4),
    ]
    return Piece(clock, voices, "hall", band, _relay)


def bargain() -> Piece:
    """Low strings that can wait: a pedal, half a step of doubt over it, and a small clockwork that does the sum."""
    floor = line(
        "D2+A2:8 D2+Bb2:8 | C2+G2:8 D2+A2:8 | G1+D2:8 Eb2+Bb2:8 | F2+C3:8 A1+E2:8 | D2+A2:8 Eb2+G2:8 A1+E2:8", 0, 0.5
    )
    inner = line(
        "F3:8 Eb3+G3:8 | Eb3+G3:8 F3:8 | D3+G3:8 Eb3+G3:8 | F3+A3:8 E3+G3:8 | F3:8 Eb3+Bb3:8 D3+G3:4 C#3+G3:4", 0, 0.42
    )
    slow = motif("D3", PHRYGIAN, 14, 0.5, stretch=1.5) + motif("G2", PHRYGIAN, 46, 0.52, stretch=1.5, last=5)
    sums = " ".join("=0.34 D3:0.5 r:1 =0.24 A2:0.5 r:1 D3:0.5 r:0.5" for _ in range(22))
    clock = Clock(58, 88, 0.06, 16)
    voices = [
        Voice(BASS, floor, -6, 0.1, 0.4, 34, 700, 2, swell=0.5),
        Voice(SLOW_STRINGS, inner, -2, -0.15, 0.55, 110, 2600, 2, swell=0.55),
        Voice(CELLO, slow, 1, -0.2, 0.38, 70, 4200, swell=0.55, loose=0.03),
        Voice(PIZZICATO, line(sums, 0, 0.3), -3, 0.3, 0.45, 80, 2800, loose=0.008),
    ]
    return Piece(clock, voices, "hall")


def quarrel() -> Piece:
    """One note that nobody gives up, and a pulse under it that is not quite even."""
    held = [Note(8.0 * k, 9.5, 81, 0.34) for k in range(9)]
    under = [Note(8.0 * k + 4, 9.5, 69, 0.34) for k in range(9)]
    rub = line("Bb4:6 r:10 G#4:6 r:12 Bb4:8 r:6 E4+Bb4:7", 14, 0.3)
    low = line("D2:12 r:4 D2+Eb2:8 r:4 C2:12 r:2 D2+Ab2:10", 16, 0.4)
    clock = Clock(62, 72, 0.0)

    def pulse(c: Clock) -> Wave:
        mix = blank(c.seconds)
        chance = dice("pulse")
        for beat in range(72):
            loud = 0.6 + 0.4 * np.sin(np.pi * beat / 72) ** 2
            at = c(beat) + chance.normal(0, 0.012)
            put(mix, machines.thud(0.7, 62, beat, 0.25), at, 0.034 * loud, ring=True)
            if beat % 2 == 0 and beat % 9:
                put(mix, machines.thud(0.5, 74, beat + 100, 0.2), at + 0.26, 0.018 * loud, ring=True)
        return mix + space.wet(mix, "hall", ring=True) * 0.5

    voices = [
        Voice(VIOLIN, held, -2, -0.3, 0.5, 400, 5200, 3, swell=0.5),
        Voice(VIOLIN, under, -4, 0.3, 0.5, 200, 3600, 3, swell=0.5),
        Voice(TREMOLO, rub, -7, 0.1, 0.6, 150, 3200, 2, swell=0.8),
        Voice(BASS, low, -5, 0, 0.5, 30, 350, 2, swell=0.8),
    ]
    return Piece(clock, voices, "hall", pulse)


PIECES = {"music_armistice": armistice, "music_bargain": bargain, "music_quarrel": quarrel}
