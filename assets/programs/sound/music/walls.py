"""Behind walls: Zone Seven, the laboratory, the dead man's walk, the notice."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.music.house import CELESTA, CELLO, PIANO, SLOW_STRINGS, VIOLA, glow
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import DORIAN, MINOR, PHRYGIAN, Voice, line, motif, shifted
from assets.programs.sound.waves import Wave, arch, blank, dice, drift, filtered, noise, put

BASS, TREMOLO, HARP, PIZZICATO, ORGAN, REED, CLARINET = 43, 44, 46, 45, 19, 20, 71


def pale_wall() -> Piece:
    """One low drum that is not quite regular, air, and a chord that never quite comes out of the wall."""
    clock = Clock(60, 66)
    strokes = (0, 4.3, 8.1, 11.7, 16.4, 20.2, 20.9, 24.8, 29.3, 33.0, 36.9, 41.6, 45.2, 45.8, 49.9, 53.6, 58.4, 62.1)

    def drum(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for k, beat in enumerate(strokes):
            hit = machines.thud(1.4, 70, k, 0.5) + 0.35 * machines.thud(1.4, 124, f"{k} skin", 0.8)
            put(mix, hit, c(beat), 0.09 * (0.7 + 0.3 * np.sin(k * 2.1)), 0.1, ring=True)
        cloth = filtered(noise(c.seconds, "cloth", 2), 250, 3200) * drift(c.seconds, "cloth", 5)[:, None] ** 2
        return mix + space.wet(mix, "open", ring=True) * 0.6 + cloth * 0.006

    under = line("D2+A2:10 r:3 D2+A2+Eb3:12 r:4 C2+G2:11 r:3 D2+A2+Eb3:12 r:2 D2+Ab2:8", 1, 0.4)
    high = line("D6:9 r:9 Eb6:8 r:10 D6:10 r:6 A5:9", 6, 0.24)
    voices = [
        Voice(SLOW_STRINGS, under, -7, 0.1, 0.7, 40, 1500, 2, swell=0.85),
        Voice(TREMOLO, high, -13, -0.3, 0.8, 500, 5000, 2, swell=0.85),
        Voice(VIOLA, motif("D4", PHRYGIAN, 40, 0.3, stretch=1.2, last=5), -9, 0.3, 0.75, 150, 3000, swell=0.7),
    ]
    return Piece(clock, voices, "stone", drum)


def pump(seed: str) -> Wave:
    """One stroke of a pump: a valve, a push of fluid, and the valve again."""
    mix = blank(1.3)
    push = filtered(noise(0.8, f"push {seed}", 3, 1), 70, 700) * arch(0.8, 0.25, 0.5)
    put(mix, push, 0.06, 0.9)
    put(mix, machines.click(0.2, 330, "valve"), 0.04, 0.35)
    put(mix, machines.thud(0.4, 66, seed, 0.4), 0.05, 0.6)
    put(mix, machines.click(0.2, 270, "valve shuts"), 0.84, 0.22)
    return mix


def tanks() -> Piece:
    """Forty strokes a minute, a low organ under them, and the motif at the pace of growing things."""
    clock = Clock(40, 48)

    def pumps(c: Clock) -> Wave:
        mix = blank(c.seconds)
        chance = dice("tanks")
        for beat in range(48):
            put(mix, pump(str(beat % 5)), c(beat), 0.042, -0.2 if beat % 2 else 0.2, ring=True)
        for _ in range(70):
            put(
                mix,
                machines.bubble(chance.uniform(160, 520)),
                chance.uniform(0, c.seconds),
                chance.uniform(0.004, 0.02),
                chance.uniform(-0.9, 0.9),
                ring=True,
            )
        return mix * 0.8 + space.wet(mix, "hall", ring=True) * 0.7

    organ = line(
        "D2+A2+F3:8 D2+Bb2+F3:4 C2+G2+E3:4 | G1+D2+Bb2:8 A1+E2+G2:4 A1+E2:4 | D2+A2+E3:8 Bb1+F2+D3:4 A1+E2:4", 0, 0.5
    )
    slow = motif("D4", MINOR, 3, 0.4, stretch=1.1) + motif("D4", MINOR, 24, 0.42, mirror=True, stretch=1.1)
    voices = [
        Voice(ORGAN, organ, -8, 0, 0.6, 34, 1100, swell=0.3),
        Voice(SLOW_STRINGS, slow, -8, -0.2, 0.7, 120, 2600, 2, swell=0.7),
        Voice(CELESTA, shifted(motif("D5", MINOR, 37, 0.3, last=4), 0, 0), -10, 0.4, 0.75, 300, 5000),
    ]
    return Piece(clock, voices, "hall", pumps)


def _wall(wave: Wave) -> Wave:
    """What a wall lets through: the low half, and the wall's own note."""
    low = filtered(wave, 70, 620, 2)
    return low + 0.18 * filtered(wave, 1200, 2600) + space.wet(low, "room", ring=True) * 0.5


def ghost() -> Piece:
    """A piano in the next house plays a tune that he knows, and stops where somebody there stops."""
    right = motif("D5", DORIAN, 2, 0.5) + line("G4:1 C5:2 D5:1 E5:2 G5:1 F5:1 D5:4", 17, 0.48)
    right += line("r:1 A4:1 D5:2 E5:1 F5:2 A5:1", 33, 0.5) + line("E5:1 F5:1 G5:1.5 F5:0.5 E5:1 D5:1 E5:5", 47, 0.44)
    left = line("D3+A3:4 F3+C4:4 G3+D4:5 r:2 C3+G3:4 F3+A3:4 G2+D3:6 r:3 D3+A3:4 F3+C4:5 r:5 Bb2+F3:4 A2+E3:7", 3, 0.42)
    chords = [(0, 13, "A5"), (15, 12, "G5"), (32, 10, "A5+E6"), (46, 14, "B5")]
    voices = [
        Voice(PIANO, right, 0, -0.2, 0.35, 90, None, keep=True, loose=0.035),
        Voice(PIANO, left, -2, -0.1, 0.4, 60, None, keep=True, loose=0.035),
    ]
    return Piece(Clock(54, 66, 0.14, 16), voices, "room", lambda c: glow(c, chords, "ghost", 0.012), _wall)


def notice() -> Piece:
    """A single viola that begins the motif and breaks it off, each time one note later."""
    song = motif("D4", MINOR, 1, 0.5, last=3) + motif("D4", MINOR, 11, 0.52, last=4, stretch=1.1)
    song += line("G3:2", 22, 0.4) + motif("D4", MINOR, 27, 0.56, last=6, stretch=1.15)
    song += line("A3:1 Bb3:3 A3:2 G3:4", 42, 0.5) + line("A3:1 D4:3", 57, 0.4)
    low = line("D2:7", 28, 0.3) + line("G2+D3:8", 43, 0.3)
    voices = [
        Voice(VIOLA, song, 0, -0.1, 0.3, 110, 5200, swell=0.65, loose=0.04),
        Voice(CELLO, low, -9, 0.2, 0.6, 50, 1200, 2, swell=0.8),
    ]
    return Piece(Clock(56, 66, 0.15, 12), voices, "hall")


PIECES = {
    "music_pale_wall": pale_wall,
    "music_tanks": tanks,
    "music_ghost": ghost,
    "music_notice": notice,
}
