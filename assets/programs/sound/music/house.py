"""The house: piano, cello, glass. Evenings, the photograph, the dead man's walk, the ending among leaves."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import space
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import DORIAN, MAJOR, MINOR, Voice, key, line, motif, shifted
from assets.programs.sound.waves import Wave, blank, drift, filtered, noise, put, ticks

PIANO, CELESTA, MUSIC_BOX, VIOLA, CELLO, STRINGS, SLOW_STRINGS = 0, 8, 10, 41, 42, 48, 49


def glow(clock: Clock, chords: list[tuple[float, float, str]], seed: str, level: float = 0.02) -> Wave:
    """Glass that is stroked: pure tones that come and go, each beating with its neighbour."""
    mix = blank(clock.seconds)
    chance = np.random.default_rng(len(seed))
    for at, length, names in chords:
        begin, long = clock(at), clock(at + length) - clock(at) + 2.5
        t = ticks(long)
        shape = np.sin(np.pi * np.minimum(1, t / long)) ** 1.3
        for k, name in enumerate(names.split("+")):
            pitch = 440 * 2 ** ((key(name) - 69) / 12)
            for side in (-1, 1):
                beat = pitch * (1 + side * 0.0009 * chance.uniform(0.6, 1.4))
                tone = np.sin(2 * np.pi * beat * t) + 0.12 * np.sin(2 * np.pi * 2.01 * beat * t)
                put(mix, tone * shape, begin, level / (1 + 0.25 * k), side * 0.6, ring=True)
    return mix * 0.5 + space.wet(mix, "glass", ring=True) * 0.9


def hiss(seconds: float, seed: str, level: float) -> Wave:
    """The breath of an old recording: it hides that nobody breathes in a synthesiser."""
    wave = filtered(noise(seconds, seed, 3), 150, 5000) * drift(seconds, f"{seed} swell", 7, 0.6, 1)[:, None]
    return wave * level


HOUSEHOLD_AIR = """
r:2 A4:1 | D5:2 E5:1 | F5:2 A5:1 | G5:3 | E5:3 | r:2 G4:1 | C5:2 D5:1 | E5:3 |
r:2 A4:1 | D5:2 E5:1 | F5:2 A5:1 | Bb5:2 A5:1 | G5:3 | F5:2 D5:1 | E5:3 | r:3 |"""
HOUSEHOLD_STEPS = """A3+D4+F4 A3+D4+F4 C4+F4+A4 Bb3+D4+G4 G3+C4+E4 G3+C4+E4 A3+C4+F4 G3+C#4+E4
A3+D4+F4 A3+D4+F4 A3+C4+F4 Bb3+D4+G4 Bb3+E4+G4 Bb3+D4+F4 A3+D4+E4 A3+C#4+E4"""
GARDEN_AIR = """
A5:3 | G5:2 F5:1 | E5:2 C5:1 | F5:3 | r:1 D5:1 E5:1 | F5:2 G5:1 | A5:2 F5:1 | E5:3 |
C6:3 | Bb5:2 A5:1 | G5:2 E5:1 | F5:2 D5:1 | r:1 F5:1 E5:1 | D5:3 | C#5:3 | r:3 |"""
GARDEN_STEPS = """A3+C4+F4 Bb3+E4+G4 A3+C4+E4 A3+C4+F4 A3+D4+F4 Bb3+D4+F4 A3+C4+F4 G3+C4+E4
A3+C4+F4 Bb3+D4+G4 Bb3+C4+E4 A3+D4+F4 Bb3+D4+F4 G3+Bb3+D4 G3+A3+E4 G3+C#4+E4"""


def _steps(chords: str) -> str:
    """The second and third beat of every bar; nobody plays the first."""
    return " | ".join(f"r:1 {chord}:0.7 r:0.3 {chord}:0.5 r:0.5" for chord in chords.split())


def household() -> Piece:
    """A parlour waltz with the first beats left out, as if the left hand had left the room."""
    air = line(HOUSEHOLD_AIR, 0, 0.46)
    garden = line(GARDEN_AIR, 96, 0.52)
    last = shifted(air, 144, 0, 0.85)
    steps = line(_steps(HOUSEHOLD_STEPS), 0, 0.27) + line(_steps(HOUSEHOLD_STEPS), 48, 0.3)
    steps += line(_steps(GARDEN_STEPS), 96, 0.32) + shifted(line(_steps(HOUSEHOLD_STEPS), 144, 0.24)[:60])
    clock = Clock(121, 192, 0.07, 24)
    voices = [
        Voice(PIANO, air + shifted(air, 48, 0, 1.1) + garden + last, 0, -0.12, 0.34, 90, 3000, 2),
        Voice(PIANO, steps, -1.5, 0.18, 0.4, 90, 1900, 2, loose=0.012),
        Voice(CELESTA, shifted(air, 48, 0, 0.7), -13, 0.4, 0.7, 300, 3800),
        Voice(
            SLOW_STRINGS,
            line("A3+F4:12 Bb3+F4:6 G3+E4:6 A3+F4:12 Bb3+D4:6 A3+C#4:6", 96, 0.3),
            -14,
            0,
            0.75,
            150,
            1300,
            swell=0.7,
        ),
        Voice(
            MUSIC_BOX,
            shifted(motif("D5", MINOR, 0, 0.4, beats=(1, 2, 1, 2, 1, 3, 3), last=4), 179),
            -12,
            0.3,
            0.7,
            300,
            4200,
        ),
    ]
    return Piece(clock, voices, "room", lambda c: hiss(c.seconds, "parlour", 0.0004))


def evenings() -> Piece:
    """A slow piano with gaps: the motif comes five times and every time stops on the second step."""
    right = motif("D4", MINOR, 3, 0.42)
    right += line("A3:1 D4:2 E4:1 F4:2 C5:1 Bb4:1 A4:4", 19, 0.44)
    right += motif("C4", MAJOR, 35, 0.4)
    right += line("=0.5 F4+A4:2 E4+G4:2 D4+F4:4 =0.4 C#4+E4:4", 52)
    right += motif("D5", MINOR, 67, 0.33)
    left = line("D2+A2:4 Bb1+F2:4 G2+D3:5 r:3 | D2+A2:4 F2+C3:4 G1+D2+Bb2:6 r:2", 4, 0.36)
    left += line("C2+G2:4 A1+E2:4 Bb1+F2:6", 36, 0.34) + line("Bb1+F2:2 C2+G2:2 D2+A2:4 A1+E2:5", 52, 0.4)
    left += line("D3+A3:4 Bb2+F3:3 G2+E3:6", 68, 0.3)
    clock = Clock(53, 80, 0.12, 16)
    pad = line("C3+G3:4 A2+D3:4 Bb2+F3:8 Bb2+D3:2 C3+E3:2 D3+F3:4 A2+E3:6", 36, 0.3)
    voices = [
        Voice(PIANO, right, 0, -0.1, 0.42, 70, 2300, keep=True, loose=0.03),
        Voice(PIANO, left, -2, 0.12, 0.45, 40, 1300, keep=True, loose=0.03),
        Voice(SLOW_STRINGS, pad, -15, 0, 0.8, 90, 800, 2, swell=0.8),
    ]
    return Piece(clock, voices, "hall", lambda c: hiss(c.seconds, "evening", 0.0003))


def under_glass() -> Piece:
    """A cello, close and quiet; it comes to rest on the third above, which is rest and not home."""
    song = motif("D3", DORIAN, 1, 0.55, stretch=1.5)
    song += line("C3:1.5 F3:3 G3:1.5 A3:3 C4:1.5 B3:1.5 G3:6", 20.5, 0.6)
    song += line("A3:3 F3:1.5 E3:1.5 D3:3 A2:3 Bb2:3 C3:3 D3:3 E3:3", 40, 0.62)
    song += line("=0.5 A2:1.5 D3:3 E3:1.5 F3:3 A3:1.5 G3:1.5 =0.42 F3:12", 64)
    low = line("D2:9 C2:9 | F2:9 G2:9 | D2:6 Bb1:6 F2:6 A1:6 | D2:9 Bb1:6 F2:12", 2.5, 0.4)
    clock = Clock(60, 94, 0.1, 12)
    chords = [
        (1, 9, "A4+D5"),
        (11, 9, "G4+C5"),
        (20, 9, "A4+F5"),
        (30, 8, "G4+B4"),
        (40, 9, "F4+A4"),
        (49, 9, "F4+D5"),
        (58, 6, "E4+A4"),
        (65, 9, "A4+D5+F5"),
        (74, 6, "Bb4+D5"),
        (79, 12, "A4+C5+F5"),
    ]
    voices = [
        Voice(CELLO, song, 0, -0.08, 0.22, 60, 5200, swell=0.55, loose=0.03),
        Voice(CELLO, low, -7, 0.2, 0.5, 40, 700, 2, swell=0.6),
    ]
    return Piece(clock, voices, "glass", lambda c: glow(c, chords, "pane", 0.02))


PIECES = {"music_household": household, "music_evenings": evenings, "music_under_glass": under_glass}
