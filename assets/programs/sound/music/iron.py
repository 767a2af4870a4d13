"""Iron and stone: Burai's vow, the rows of machines, the castle."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import MINOR, Voice, line, motif, shifted
from assets.programs.sound.waves import Wave, blank, decay, drift, filtered, noise, put

VIOLIN, VIOLA, CELLO, BASS, TREMOLO, STRINGS, SLOW_STRINGS = 40, 41, 42, 43, 44, 48, 49
CHOIR, TROMBONE, TUBA, HORN, PIZZICATO = 52, 57, 58, 60, 45


def hits(
    clock: Clock, beats: list[tuple[float, float]], pitch: float, level: float, seed: str, room: str = "stone"
) -> Wave:
    """A great drum at (beat, loudness)."""
    mix = blank(clock.seconds)
    for k, (beat, loud) in enumerate(beats):
        hit = machines.thud(1.3, pitch, f"{seed} {k}", 0.5) + 0.3 * machines.thud(
            1.3, pitch * 1.7, f"{seed} {k} skin", 1.0
        )
        put(mix, hit, clock(beat), level * loud, 0.0, ring=True)
    return mix + space.wet(mix, room, ring=True) * 0.5


def vow() -> Piece:
    """Burai speaks: a drum, and over it one long line, the motif in its mirror, each time from higher up."""
    clock = Clock(66, 88, 0.05, 16)
    long = motif("D3", MINOR, 4, 0.5, mirror=True, stretch=1.25) + motif(
        "F3", MINOR, 22, 0.56, mirror=True, stretch=1.25
    )
    long += motif("A3", MINOR, 40, 0.62, mirror=True, stretch=1.25) + line(
        "A3:2 D4:3 F4:3 E4:2 G4:2 F4:4 C4:6", 60, 0.66
    )
    floor = line("D2:16 D2:12 F2:8 E2:8 D2:8 Bb1:8 C2:8 D2:14", 4, 0.5)
    beats = [
        (4 * bar + at, loud) for bar in range(22) for at, loud in ((0, 1.0), (2.5, 0.45), (3, 0.6)) if bar or not at
    ]
    voices = [
        Voice(STRINGS, long, 0, -0.1, 0.4, 80, 4200, 3, swell=0.5, loose=0.03),
        Voice(CELLO, long, -3, -0.2, 0.35, 60, 4000, 2, swell=0.5, loose=0.03),
        Voice(
            HORN,
            shifted(motif("A2", MINOR, 40, 0.5, mirror=True, stretch=1.25), 0, 12),
            -5,
            0.3,
            0.6,
            70,
            2400,
            2,
            swell=0.5,
        ),
        Voice(BASS, floor, -5, 0.1, 0.45, 32, 700, 2, swell=0.4),
        Voice(CHOIR, line("D3+A3:8 F3+C4:4 Bb2+F3:6 C3+G3:8", 60, 0.4), -10, 0, 0.8, 90, 1800, 2, swell=0.7),
    ]
    return Piece(clock, voices, "stone", lambda c: hits(c, beats, 62, 0.075, "vow"))


def iron() -> Piece:
    """Eight steps and a rest; over them the anthem's first bar, from throats of brass that can't breathe."""
    clock = Clock(104, 108)

    def rows(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for cycle in range(12):
            near = 0.55 + 0.45 * np.sin(np.pi * (cycle + 0.5) / 12)
            for beat in range(8):
                foot = machines.thud(0.6, 66, f"foot {beat}", 0.9) + 0.22 * machines.metal(
                    0.6, 190 + 9 * (beat % 3), f"joint {beat}", 1.6, 0.4
                )
                put(mix, foot, c(cycle * 9 + beat), 0.085 * near, 0.35 if beat % 2 else -0.35, ring=True)
            hiss = filtered(noise(0.8, f"steam {cycle}", 0, 1), 2200, 8000) * decay(0.8, 0.7, 0.03)
            put(mix, hiss, c(cycle * 9 + 8), 0.012, 0.2, ring=True)
        return mix + space.wet(mix, "open", ring=True) * 0.4

    call = line("D3:1.5 E3:0.5 F3:2 A3:1.5 G3:0.5 E3:2", 0, 0.6)
    brass = [n for k in (2, 4, 5, 7, 8, 10) for n in shifted(call, 9 * k, (0, 0, -2, 0, 3, 1, 0, 0, 5, 0, 0)[k])]
    low = line(" ".join(f"{n}:8 r:1" for n in "D2 D2 D2 D2 D2 C2 D2 D2 G1 D2 D2 A1".split()), 0, 0.5)
    voices = [
        Voice(TROMBONE, brass, -3, 0.2, 0.5, 70, 2600, 2, swell=0.2, loose=0.006),
        Voice(TUBA, low, -6, -0.1, 0.5, 34, 900, swell=0.3, loose=0.006),
        Voice(TREMOLO, line("D4+Eb4:36 C4+Eb4:36 D4+Ab4:32", 2, 0.3), -11, 0, 0.7, 150, 3600, 2, swell=0.6),
    ]
    return Piece(clock, voices, "open", rows)


def castle() -> Piece:
    """Black stone: men's voices far back, a horn that has the mirror, wind in the place of a roof."""
    clock = Clock(50, 72, 0.1, 18)
    dark = line(
        "D2+A2+D3:10 r:2 Bb1+F2+D3:10 r:2 C2+G2+Eb3:10 r:2 A1+E2+A2:10 r:2 D2+A2+F3:10 r:2 G1+D2+Bb2:10", 0, 0.42
    )
    horn = motif("D3", MINOR, 8, 0.5, mirror=True, stretch=1.2) + motif("A3", MINOR, 40, 0.46, mirror=True, stretch=1.2)
    voices = [
        Voice(CHOIR, dark, -2, 0, 0.7, 50, 1500, 2, swell=0.6, loose=0.05),
        Voice(BASS, dark, -7, 0.1, 0.5, 32, 600, 2, swell=0.6),
        Voice(HORN, horn, -3, -0.25, 0.65, 80, 2400, 2, swell=0.55, loose=0.03),
        Voice(VIOLA, shifted(motif("D4", MINOR, 58, 0.3, last=6), 0, 0), -8, 0.3, 0.6, 120, 3600, swell=0.6),
    ]

    def roof(c: Clock) -> Wave:
        wind = filtered(noise(c.seconds, "roof", 1), 260, 900) * drift(c.seconds, "roof", 8)[:, None] ** 2 * 0.016
        return wind + hits(c, [(0, 0.8), (24, 0.7), (36, 0.5), (48, 0.9)], 50, 0.05, "castle")

    return Piece(clock, voices, "dark", roof)


PIECES = {
    "music_vow": vow,
    "music_iron": iron,
    "music_castle": castle,
}
