"""The last acts: village, train, machine, guns, father and son, and the light, where the motif comes home."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.music.house import (
    CELLO,
    HOUSEHOLD_AIR,
    HOUSEHOLD_STEPS,
    PIANO,
    SLOW_STRINGS,
    STRINGS,
    VIOLA,
    glow,
)
from assets.programs.sound.music.iron import BASS, CHOIR, HORN, TREMOLO, TROMBONE, VIOLIN
from assets.programs.sound.music.later import ACCORDION, GUITAR
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import MAJOR, MINOR, PHRYGIAN, Voice, line, motif, shifted
from assets.programs.sound.waves import Wave, blank, dice, drift, filtered, noise, put


def village() -> Piece:
    """An evening with one stove: a guitar, a squeeze-box, the motif in six like a cradle song."""
    clock = Clock(104, 120, 0.08, 24)
    rock = " ".join(
        f"{b}:1 {m} {t} {m} {t} {m}"
        for b, m, t in (
            ("D3", "A3", "D4"),
            ("C3", "G3", "E4"),
            ("Bb2", "F3", "D4"),
            ("F2", "C3", "A3"),
            ("G2", "D3", "Bb3"),
            ("C3", "G3", "E4"),
            ("F2", "C3", "A3"),
            ("A2", "E3", "C4"),
            ("D3", "A3", "D4"),
            ("C3", "G3", "E4"),
        )
    )
    song = (
        motif("F4", MAJOR, 11, 0.46, beats=(1, 2, 1, 2, 1, 2, 6))
        + motif("D4", MINOR, 35, 0.48, beats=(1, 2, 1, 2, 1, 2, 4))
        + line("A4:2 G4:1 F4:3 C4:1 F4:2 E4:5", 71, 0.48)
    )
    song += motif("F4", MAJOR, 95, 0.42, beats=(1, 2, 1, 2, 1, 2, 6))
    voices = [
        Voice(GUITAR, line(rock + " " + rock, 0, 0.34), -1, -0.2, 0.35, 70, 3600, keep=True, loose=0.02),
        Voice(ACCORDION, song, -6, 0.2, 0.5, 120, 2600, swell=0.6, loose=0.03),
        Voice(
            SLOW_STRINGS,
            line("D3+A3:12 Bb2+F3:12 G2+D3:12 F2+C3:12 D3+A3:12", 60, 0.26),
            -13,
            0,
            0.7,
            80,
            1400,
            2,
            swell=0.7,
        ),
    ]
    return Piece(clock, voices, "room")


def train() -> Piece:
    """Procedure: wheels on joints, a bass that goes nowhere at speed, the motif with its lengths ruled off."""
    clock = Clock(88, 96, 0.0)

    def wheels(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for beat in range(96):
            for k, late in enumerate((0.0, 0.22, 1.0 - 0.34, 1.0 - 0.12)):
                knock = machines.thud(0.25, 88 - 9 * (k % 2), f"joint {beat % 7} {k}", 0.9) + 0.12 * machines.click(
                    0.25, 380, k
                )
                put(mix, knock, c(beat) + late * 60 / 88 * 0.9, 0.02 if k < 2 else 0.011, 0.15 * (-1) ** k, ring=True)
        roll = filtered(noise(c.seconds, "rails", 2), 60, 700) * drift(c.seconds, "rails", 3, 0.7, 1)[:, None] * 0.009
        return mix + space.wet(mix, "ward", ring=True) * 0.35 + roll

    bass = " ".join(
        "D2:0.5 D2 A2 D2 F2 D2 A2 D2" if k % 6 < 4 else "Bb1:0.5 Bb1 F2 Bb1 D2 Bb1 F2 Bb1" for k in range(24)
    )
    song = (
        motif("D4", MINOR, 8, 0.5, beats=(2, 2, 2, 2, 2, 2, 4))
        + motif("D4", MINOR, 40, 0.54, beats=(2, 2, 2, 2, 2, 2, 4))
        + motif("G3", MINOR, 68, 0.5, beats=(2, 2, 2, 2, 2, 2, 8))
    )
    high = line("A4+D5:16 Bb4+D5:8 r:8 A4+E5:16 Bb4+D5:8 r:8 A4+D5:16 G4+D5:8", 0, 0.28)
    voices = [
        Voice(STRINGS, line(bass, 0, 0.4), -4, 0, 0.35, 60, 2200, 2, loose=0.01),
        Voice(VIOLA, song, -1, -0.15, 0.42, 110, 4600, 2, swell=0.5),
        Voice(TREMOLO, high, -11, 0.3, 0.65, 220, 4600, 2, swell=0.6),
    ]
    return Piece(clock, voices, "ward", wheels)


def machine() -> Piece:
    """It walks: a step every four seconds, iron that complains, brass in seconds that can't be told from a siren."""
    clock = Clock(60, 68, 0.0)

    def walks(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for k in range(17):
            put(
                mix,
                machines.thud(2.4, 41, f"step {k}", 0.9) + 0.5 * machines.thud(2.4, 83, f"ground {k}", 1.2),
                c(4 * k),
                0.12,
                0.1 * (-1) ** k,
                ring=True,
            )
            put(mix, machines.metal(3, 92 + 7 * (k % 3), f"hip {k}", 0.8, 2.4), c(4 * k + 2.2), 0.045, -0.3, ring=True)
            groan = np.sin(2 * np.pi * np.cumsum(np.linspace(118, 74 + 5 * (k % 4), 72_000)) / 48_000)
            body = filtered(np.sign(groan) * np.hanning(72_000), 90, 900)
            put(mix, body, c(4 * k + 1.1), 0.012, 0.4, ring=True)
        return mix + space.wet(mix, "stone", ring=True) * 0.5

    brass = line(
        "D2+Eb2+D3:6 r:2 D2+Eb2+Ab2:6 r:2 C2+D2+F#2:7 r:1 D2+Eb2+D3:6 r:2 "
        "D2+Eb2+A2+Bb2:8 r:2 F2+Gb2+C3:6 r:2 D2+Eb2+Ab2+D3:10",
        1,
        0.52,
    )
    siren = line("A4:3 Bb4:5 r:6 A4:3 Bb4:5 r:8 A4:2 B4:2 C5:7 r:9 A4:3 Bb4:6", 6, 0.34)
    voices = [
        Voice(TROMBONE, brass, -2, 0, 0.5, 34, 1800, 3, swell=0.6),
        Voice(TREMOLO, siren, -8, 0.2, 0.7, 250, 5200, 3, swell=0.8),
        Voice(HORN, motif("D3", PHRYGIAN, 36, 0.5, mirror=True, stretch=1.6), -4, -0.3, 0.65, 60, 2200, 2, swell=0.5),
    ]
    return Piece(clock, voices, "stone", walks)


def guns() -> Piece:
    """The anthem taken apart by distance: its bass in the guns, its tune too slow to be sung."""
    clock = Clock(54, 60, 0.0)

    def far(c: Clock) -> Wave:
        mix = blank(c.seconds)
        chance = dice("guns")
        for k in range(26):
            boom = machines.thud(2.2, chance.uniform(38, 58), f"gun {k}", 1.4)
            put(
                mix,
                filtered(boom, 30, 420),
                c(60 * (k + chance.uniform(0, 0.8)) / 26),
                0.07 * chance.uniform(0.3, 1),
                chance.uniform(-0.7, 0.7),
                ring=True,
            )
        return mix * 0.7 + space.wet(mix, "dark", ring=True) * 0.9

    slow = line("A3:3 D4:4.5 E4:1.5 F4:6 A4:4.5 G4:1.5 E4:9 r:4 D4:4.5 E4:1.5 F4:4 Bb4:6 A4:8", 1, 0.5)
    floor = line("D2+A2:15 C2+G2:6 A1+E2:9 r:4 Bb1+F2:10 G1+D2:6 A1+E2:9", 1, 0.46)
    voices = [
        Voice(HORN, shifted(slow, 0, -12), -1, -0.2, 0.65, 70, 2400, 3, swell=0.5),
        Voice(CHOIR, shifted(slow, 0.1, -12), -8, 0.2, 0.8, 90, 2000, 2, swell=0.6),
        Voice(BASS, floor, -4, 0, 0.5, 32, 700, 2, swell=0.6),
        Voice(SLOW_STRINGS, shifted(floor, 0, 12), -9, 0, 0.65, 60, 1800, 2, swell=0.6),
    ]
    return Piece(clock, voices, "dark", far)


def father() -> Piece:
    """The parlour waltz, remembered slowly; the left hand has come back, and it is too late for it."""
    clock = Clock(72, 96, 0.16, 12)
    air = shifted(line(HOUSEHOLD_AIR, 0, 0.42), 24)
    steps = line(" ".join(f"r:1 {c}:1 r:1" for c in HOUSEHOLD_STEPS.split()), 24, 0.26)
    bass = line("D2:3 D2 F2 G2 | A1 C2 F2 A1 | D2 D2 F2 G2 | C2 Bb1 A1 A1", 24, 0.42)
    cello = (
        motif("D3", MINOR, 2, 0.46, beats=(1, 3, 2, 3, 2, 1, 6))
        + line("A3:3 G3:3 E3:6", 73, 0.44)
        + line("F3:2 E3:1 C#3:6", 86, 0.4)
    )
    voices = [
        Voice(PIANO, air + steps, 0, -0.1, 0.4, 80, 2600, keep=True, loose=0.035),
        Voice(PIANO, bass, 0, 0.1, 0.4, 30, 1400, keep=True, loose=0.03),
        Voice(CELLO, cello, -2, 0.15, 0.32, 60, 5000, swell=0.6, loose=0.03),
        Voice(
            SLOW_STRINGS,
            line("D3+A3:12 A2+E3:12 D3+F3:12 C3+E3:6 A2+E3:6", 24, 0.26),
            -12,
            0,
            0.7,
            80,
            1400,
            2,
            swell=0.7,
        ),
    ]
    return Piece(clock, voices, "hall")


def light() -> Piece:
    """The last scene: motif and mirror at once, and the one step that all others leave out; a garden; air."""
    clock = Clock(56, 104, 0.08, 16)
    hers = (
        motif("D4", MINOR, 3, 0.44) + motif("D4", MAJOR, 27, 0.52, beats=(1, 2, 1, 2, 1, 1, 3)) + line("D4:10", 38, 0.5)
    )
    his = (
        motif("D3", MINOR, 15, 0.46, mirror=True)
        + motif("D3", MAJOR, 27, 0.5, mirror=True, beats=(1, 2, 1, 2, 1, 1, 3))
        + line("D3:10", 38, 0.5)
    )
    both = motif("D5", MAJOR, 51, 0.62, beats=(1, 2, 1, 2, 1, 1, 4)) + line("D5:9", 63, 0.62)
    under = motif("D3", MAJOR, 51, 0.6, mirror=True, beats=(1, 2, 1, 2, 1, 1, 4)) + line("D3:9", 63, 0.6)
    pad = line("D2+A2+F3:8 Bb1+F2+D3:4 G2+D3:6 D2+A2:6 | G2+B2+D3:5 A2+E3:6 D2+A2+F#3:10", 3, 0.36)
    pad += line("=0.5 D2+A2+F#3+A3:4 G2+D3+B3:4 A1+E2+A3+C#4:4 =0.6 D2+A2+F#3+D4:9", 51)
    piano = (
        motif("D5", MAJOR, 78, 0.34, beats=(1, 2, 1, 2, 1, 1, 3))
        + line("D5:6", 89, 0.3)
        + line("D3+A3:6 G2+D3:5 D2+A2:8", 79, 0.3)
    )
    chords = [(30, 16, "A5+D6"), (48, 18, "F#5+A5+D6"), (62, 16, "A5+D6+F#6"), (78, 16, "D6")]
    voices = [
        Voice(PIANO, piano + motif("D4", MINOR, 3, 0.3), -1, -0.05, 0.5, 50, 3600, keep=True, loose=0.03),
        Voice(CELLO, his + under, -1, 0.25, 0.4, 60, 5000, 2, swell=0.5, loose=0.03),
        Voice(VIOLA, hers, -2, -0.25, 0.4, 110, 5000, 2, swell=0.5, loose=0.03),
        Voice(VIOLIN, both, -3, -0.2, 0.5, 180, 7000, 3, swell=0.45, loose=0.03),
        Voice(SLOW_STRINGS, pad, -4, 0, 0.6, 40, 4200, 3, swell=0.5),
        Voice(
            CHOIR, line("A3+D4+F#4:4 B3+D4+G4:4 A3+C#4+E4:4 A3+D4+F#4:9", 51, 0.44), -7, 0, 0.8, 110, 3600, 3, swell=0.5
        ),
    ]
    return Piece(clock, voices, "dark", lambda c: glow(c, chords, "light", 0.016))


PIECES = {
    "music_village": village,
    "music_train": train,
    "music_machine": machine,
    "music_guns": guns,
    "music_father": father,
    "music_light": light,
}
