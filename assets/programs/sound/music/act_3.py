"""The third act: the workshop, feet overhead, two men on a plain, the road, a carpet, a room, and two endings."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.music.house import CELLO, MUSIC_BOX, PIANO, SLOW_STRINGS, VIOLA, glow
from assets.programs.sound.music.iron import BASS, PIZZICATO, VIOLIN, hits
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import DORIAN, MAJOR, MINOR, Note, Voice, key, line, motif, shifted
from assets.programs.sound.waves import Wave, blank, decay, dice, drift, filtered, noise, put, ticks

REED, GUITAR, OOHS = 20, 24, 53
LYDIAN = (0, 2, 4, 6, 7, 9, 11)


def workshop() -> Piece:
    """A music box that is nearly in time, over fives that are exactly so; tools fall on the beat."""
    clock = Clock(92, 120)
    fives = {0: "=0.4 D3:1 =0.26 A3:1 E3:1 =0.32 A3:1 F3:1", 1: "=0.4 C3:1 =0.26 G3:1 D3:1 =0.32 G3:1 E3:1"}
    plucked = " ".join(fives[k % 4 // 2] for k in range(24))
    song = motif("D5", DORIAN, 11, 0.5, beats=(2, 3, 2, 3, 2, 3, 9)) + line(
        "C5:2 F5:3 G5:2 A5:3 C6:2 Bb5:3 G5:8", 41, 0.5
    )
    song += motif("D5", DORIAN, 71, 0.48, beats=(2, 3, 2, 3, 2, 3, 4)) + line(
        "F5:2 E5:3 D5:2 A4:3 Bb4:2 C5:3 E5:8", 92, 0.42
    )

    def tools(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for bar in range(24):
            file = machines.metal(0.9, 1320 + 90 * (bar % 3), f"file {bar % 3}", 1.8, 0.5)
            put(mix, file, c(bar * 5 + (0, 3)[bar % 2]), 0.012, 0.4, ring=True)
            put(mix, machines.click(0.15, 2100, "escapement"), c(bar * 5 + 2), 0.014, -0.5, ring=True)
        return mix + space.wet(mix, "room", ring=True) * 0.6

    voices = [
        Voice(PIZZICATO, line(plucked), -5, -0.2, 0.35, 80, 3600, loose=0.008),
        Voice(REED, line("D3+F3:10 C3+E3:10 D3+F3:10 C3+E3:10 " * 3, 0, 0.32), -13, 0.2, 0.5, 90, 1200, swell=0.45),
        Voice(MUSIC_BOX, song, 0, 0.1, 0.42, 250, 6500, loose=0.055),
    ]
    return Piece(clock, voices, "room", tools)


def raid() -> Piece:
    """Low drums, and nobody hurrying: they stop to listen, and the mirror comes down the stairs in the cellos."""
    clock = Clock(66, 77)
    holes = ((24, 27), (45, 49), (66, 70))
    beats = [
        (7 * bar + beat, loud)
        for bar in range(11)
        for beat, loud in ((0, 1.0), (1.5, 0.4), (3, 0.75), (5, 0.5), (5.5, 0.35), (6, 0.6))
        if not any(start <= 7 * bar + beat < end for start, end in holes)
    ]
    calls = (
        motif("D3", MINOR, 9, 0.5, mirror=True)
        + motif("D3", MINOR, 31, 0.54, mirror=True)
        + motif("F3", MINOR, 52, 0.56, mirror=True)
    )
    floor = line("D2+A2:20 r:8 Bb1+F2:14 r:8 C2+G2:14 r:6 D2:7", 2, 0.4)
    voices = [
        Voice(CELLO, calls, -3, -0.2, 0.45, 50, 2400, 2, swell=0.5, loose=0.03),
        Voice(BASS, floor, -6, 0.2, 0.5, 34, 900, 2, swell=0.6),
        Voice(44, line("A4+Bb4:3 r:18 A4+Bb4:4 r:17 D5+Eb5:4", 24, 0.3), -9, 0.2, 0.7, 200, 4800, 2, swell=0.9),
    ]
    return Piece(clock, voices, "hall", lambda c: hits(c, beats, 66, 0.06, "raid", "hall"))


def duel() -> Piece:
    """Two cellos a step apart: one has the motif, one its mirror; stone hums under them, and cracks where they meet."""
    clock = Clock(70, 80, 0.04, 16)

    def stone(c: Clock) -> Wave:
        mix = blank(c.seconds)
        chance = dice("duel")
        for beat in (31, 59):
            for grain in range(14):
                crack = filtered(noise(0.05, f"{beat} {grain}", 1, 1), 250, 8000) * decay(0.05, 0.05, 0.0005)
                put(
                    mix,
                    crack,
                    c(beat) + 0.25 * chance.random() ** 2,
                    0.06 * chance.uniform(0.3, 1),
                    chance.uniform(-0.8, 0.8),
                    ring=True,
                )
            put(
                mix,
                machines.struck(5, [(61, 1, 6), (122.3, 0.4, 4), (173, 0.3, 3), (407, 0.1, 1.5)], beat),
                c(beat),
                0.04,
                ring=True,
            )
        t = ticks(c.seconds)
        hum = np.asarray(
            sum(
                np.sin(2 * np.pi * machines.fitting(f, c.seconds) * t) / (1 + k)
                for k, f in enumerate((73.4, 110.1, 146.8, 220.4))
            )
        )
        return mix + space.wet(mix, "stone", ring=True) * 0.6 + (hum * drift(c.seconds, "stone", 7) * 0.008)[:, None]

    starts, keys = (1, 14, 33, 46, 61), (0, 3, 5, 0, 7)
    one = [n for at, up in zip(starts, keys, strict=True) for n in shifted(motif("D3", MINOR, 0, 0.56), at, up)]
    other = [
        n
        for at, up in zip(starts, keys, strict=True)
        for n in shifted(motif("E3", MINOR, 0, 0.54, mirror=True), at + 2.5, up)
    ]
    voices = [
        Voice(CELLO, one, 0, -0.5, 0.3, 60, 5200, swell=0.5, loose=0.03),
        Voice(CELLO, other, 0, 0.5, 0.3, 60, 5200, swell=0.5, loose=0.03),
        Voice(BASS, line("D2:13 r:1 F2:13 r:4 G1:13 D2:13 r:2 A1:14", 1, 0.42), -8, 0, 0.5, 32, 700, 2, swell=0.5),
    ]
    return Piece(clock, voices, "stone", stone)


def road() -> Piece:
    """A harmonium, far off, at walking pace; a guitar keeps step, and the motif begins a fourth up, further on."""
    clock = Clock(72, 96, 0.06, 16)
    steps = "D3:1 A3:0.5 D4:0.5 A3:1 r:1 | C3:1 G3:0.5 C4:0.5 G3:1 r:1 |"
    steps += " G2:1 D3:0.5 Bb3:0.5 D3:1 r:1 | A2:1 E3:0.5 A3:0.5 E3:1 r:1 |"
    song = (
        motif("G4", DORIAN, 11, 0.44) + motif("D4", DORIAN, 27, 0.46) + line("C4:2 D4:1 F4:3 E4:1 D4:1 A3:6", 48, 0.48)
    )
    song += motif("G4", DORIAN, 67, 0.42, last=6)
    reed = line("D3+F3:4 C3+E3:4 Bb2+D3:4 A2+E3:4 " * 6, 0, 0.3)

    def ash(c: Clock) -> Wave:
        return filtered(noise(c.seconds, "ash", 1), 400, 1600) * drift(c.seconds, "ash", 8)[:, None] ** 2 * 0.006

    voices = [
        Voice(REED, song, 0, 0.15, 0.62, 130, 2600, 2, swell=0.5, loose=0.03),
        Voice(REED, reed, -8, 0.0, 0.65, 80, 1300, swell=0.5),
        Voice(GUITAR, line(steps * 6, 0, 0.34), -5, -0.25, 0.4, 70, 2800, keep=True, loose=0.02),
    ]
    return Piece(clock, voices, "open", ash)


def coup() -> Piece:
    """A court waltz in a carpeted room: the anthem in three, so correct that nothing of it gets to the curtain."""
    clock = Clock(112, 144, 0.03, 24)
    air = "r:2 A4:1 | D5:2 E5:1 | F5:2 A5:1 | G5:1.5 F5:0.5 E5:1 | E5:3 | r:2 D5:1 | C#5:2 D5:1 | E5:3 |"
    answer = "r:2 A4:1 | D5:2 E5:1 | F5:2 C6:1 | Bb5:1.5 A5:0.5 G5:1 | A5:3 | G5:2 F5:1 | E5:1 F5:1 C#5:1 | E5:3 |"
    middle = "Bb4:3 | D5:2 F5:1 | E5:2 C5:1 | A4:3 | G4:2 Bb4:1 | A4:2 F4:1 | E4:1 F4:1 G4:1 | A4:3 |"
    tune = line(air + answer + middle, 0, 0.48)
    chords = "A3+D4+F4 A3+D4+F4 A3+C4+F4 Bb3+D4+G4 G3+C4+E4 A3+D4+F4 G3+A3+E4 A3+C#4+E4 "
    chords += "A3+D4+F4 A3+D4+F4 A3+C4+F4 Bb3+D4+G4 A3+C4+F4 Bb3+D4+G4 G3+A3+E4 A3+C#4+E4 "
    chords += "Bb3+D4+F4 Bb3+D4+F4 G3+C4+E4 A3+C4+F4 G3+Bb3+D4 F3+A3+D4 G3+Bb3+E4 E3+A3+C#4"
    bass = line(
        " ".join(
            f"{n}:1.5 r:1.5"
            for n in "D2 D2 F2 G2 C2 D2 A1 A1 D2 D2 F2 G2 F2 Bb1 A1 A1 Bb1 Bb1 C2 F2 G1 D2 E2 A1".split()
        ),
        0,
        0.5,
    )
    steps = line(" ".join(f"r:1 {c}:0.6 r:0.4 {c}:0.6 r:0.4" for c in chords.split()), 0, 0.34)
    again = shifted(tune, 72, 0, 0.9)
    voices = [
        Voice(VIOLIN, tune + again, -2, -0.3, 0.25, 160, 3600, 2, swell=0.4, loose=0.012),
        Voice(VIOLA, steps + shifted(steps, 72), -5, 0.1, 0.25, 110, 2200, 2, loose=0.01),
        Voice(PIZZICATO, bass + shifted(bass, 72), -1, 0.3, 0.25, 36, 1800, loose=0.01),
        Voice(
            CELLO,
            shifted(motif("D3", MINOR, 0, 0.4, beats=(3, 3, 3, 6, 3, 3, 9)), 96),
            -5,
            0.2,
            0.3,
            60,
            2600,
            swell=0.5,
        ),
    ]
    return Piece(clock, voices, "close")


def bed() -> Piece:
    """A slow piano, one hand: her motif, and lower down its mirror, each waiting until the other has done."""
    hers = motif("D4", DORIAN, 2, 0.44) + motif("F4", MAJOR, 34, 0.42) + motif("D5", DORIAN, 66, 0.34, last=6)
    his = motif("D3", DORIAN, 17, 0.46, mirror=True, stretch=1.1) + motif(
        "D3", MINOR, 50, 0.48, mirror=True, stretch=1.1
    )
    chords = [(1, 12, "D5+A5"), (16, 13, "F5"), (33, 12, "C5+A5"), (49, 13, "D5"), (65, 12, "E5+A5")]
    voices = [
        Voice(PIANO, hers + his, 0, 0, 0.5, 60, 2600, keep=True, loose=0.035),
        Voice(SLOW_STRINGS, line("r:16 D3+A3:14 r:18 D3+F3:14 r:18", 0, 0.24), -14, 0, 0.8, 90, 1200, 2, swell=0.8),
    ]
    return Piece(Clock(58, 80, 0.14, 16), voices, "stone", lambda c: glow(c, chords, "slit", 0.010))


def split() -> Piece:
    """One high string, and water; it is warm, which is the wrong thing for it to be."""
    clock = Clock(56, 66, 0.08, 16)
    song = (
        motif("A5", LYDIAN, 2, 0.36, stretch=1.35)
        + motif("A5", LYDIAN, 24, 0.36, stretch=1.35)
        + line("E6:4 D#6:3 C#6:3 B5:10", 43, 0.34)
    )
    pad = line("A2+E3+C#4:16 B2+F#3+D#4:8 A2+E3+C#4:16 G#2+E3+B3:8 A2+E3+C#4:17", 0, 0.32)

    def water(c: Clock) -> Wave:
        mix, chance = blank(c.seconds), dice("grey water")
        for k in range(44):
            put(
                mix,
                machines.drop(chance.uniform(300, 760), f"grey {k % 7}"),
                chance.uniform(0, c.seconds),
                0.02 * chance.uniform(0.3, 1),
                chance.uniform(-0.9, 0.9),
                ring=True,
            )
        return mix + space.wet(mix, "dark", ring=True) * 0.8

    voices = [
        Voice(VIOLIN, song, 0, -0.1, 0.5, 300, 7000, swell=0.55, loose=0.03),
        Voice(SLOW_STRINGS, pad, -8, 0, 0.65, 70, 1800, 2, swell=0.5),
    ]
    return Piece(clock, voices, "dark", water, lambda wave: machines.wobbled(wave, 0.003, 3.1))


def _brighter(wave: Wave) -> Wave:
    """The same, opening from its lowest notes to its highest over five sixths of its length."""
    part = np.clip(np.linspace(0, 1.2, len(wave)), 0, 1)[:, None]
    steps = [filtered(wave, None, high) for high in (260, 620, 1500, 3600)] + [wave]
    place = part**0.8 * (len(steps) - 1)
    out = np.zeros_like(wave)
    for k, step in enumerate(steps):
        out += step * np.clip(1 - np.abs(place - k), 0, 1)
    return out * (0.35 + 0.65 * part)


def sun() -> Piece:
    """An ending: one chord that keeps getting brighter, until it is all there is; then air. Every note but home."""
    clock = Clock(60, 72)
    names = ("F2", "C3", "A3", "E4", "G4", "C5", "E5", "A5", "B5", "E6", "G6")

    def grows(c: Clock) -> Wave:
        mix = blank(c.seconds)
        chance = dice("sun")
        for k, name in enumerate(names):
            begin, end = 3.2 * k, 58.0
            t = ticks(end - begin + 3)
            shape = np.clip(t / (18 - k), 0, 1) ** 1.6 * np.clip((t[-1] - t) / 3, 0, 1) ** 1.5
            pitch = 440 * 2 ** ((key(name) - 69) / 12)
            for side in (-1, 1):
                tone = sum(
                    np.sin(2 * np.pi * pitch * m * (1 + side * 0.0011 * chance.uniform(0.5, 1.5)) * t + m) / m**1.7
                    for m in (1, 2, 3, 4)
                )
                put(
                    mix,
                    np.asarray(tone) * shape,
                    begin,
                    0.012 / (1 + 0.06 * k),
                    side * chance.uniform(0.2, 0.8),
                    ring=True,
                )
        return mix * 0.6 + space.wet(mix, "dark", ring=True) * 0.9

    chord = [Note(3 + 4.0 * k, 56 - 4.0 * k, key(name), 0.4) for k, name in enumerate(names[:8])]
    voices = [
        Voice(SLOW_STRINGS, chord, -4, 0, 0.6, 40, 6000, 3),
        Voice(OOHS, chord[2:6], -10, 0, 0.8, 120, 3600, 2),
        Voice(CELLO, motif("A3", MINOR, 6, 0.4, stretch=1.6), -7, 0.1, 0.5, 60, 4500, swell=0.6, loose=0.03),
    ]
    return Piece(clock, voices, "dark", grows, _brighter)


def spade() -> Piece:
    """An ending: a cello, alone, stopping often. It gets as far as the leading note, and he has not decided."""
    song = (
        motif("D3", MINOR, 1, 0.5, last=5)
        + line("G2:1 C3:2 D3:1 Eb3:3", 14, 0.5)
        + line("D3:1 C3:1 Bb2:2 A2:4", 25, 0.46)
    )
    song += motif("D3", MINOR, 37, 0.54, stretch=1.1) + line("F3:1.5 E3:1 D3:1.5 C#3:6", 53, 0.42)

    def earth(c: Clock) -> Wave:
        mix = blank(c.seconds)
        for k, beat in enumerate((11, 22, 34, 51)):
            spit = filtered(noise(0.5, f"earth {k}", 1, 1), 300, 2600) * decay(0.5, 0.4, 0.05)
            put(mix, spit, c(beat), 0.008, 0.3, ring=True)
        return mix + space.wet(mix, "open", ring=True)

    voices = [Voice(CELLO, song, 0, 0, 0.34, 55, 5600, swell=0.65, loose=0.04)]
    return Piece(Clock(54, 68, 0.14, 16), voices, "hall", earth)


PIECES = {
    "music_workshop": workshop,
    "music_raid": raid,
    "music_duel": duel,
    "music_road": road,
    "music_coup": coup,
    "music_bed": bed,
    "music_split": split,
    "music_sun": sun,
    "music_spade": spade,
}
