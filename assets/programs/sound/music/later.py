"""The title, and the anthem as it is meant."""

from __future__ import annotations

from assets.programs.sound.music.house import CELLO, PIANO, SLOW_STRINGS, glow
from assets.programs.sound.music.iron import CHOIR, HORN, TROMBONE, TUBA, hits
from assets.programs.sound.music.state import ANTHEM, TRUMPET, anthem_bass, anthem_chords, drums
from assets.programs.sound.piece import Clock, Piece
from assets.programs.sound.score import MINOR, Voice, line, motif, shifted
from assets.programs.sound.waves import Wave, drift, filtered, noise

HARP, REED, ACCORDION, GUITAR, CLARINET, FLUTE, OOHS = 46, 20, 21, 24, 71, 73, 53


def title() -> Piece:
    """All that is to come, far apart: wind, piano, the anthem behind the hills, a cello that takes the motif on."""
    clock = Clock(54, 84, 0.12, 16)
    piano = motif("D4", MINOR, 3, 0.46) + motif("D5", MINOR, 67, 0.36, last=6)
    piano += line("D2+A2:8 Bb1+F2:4", 4, 0.4) + line("D2+A2:6 r:30 Bb1+F2:4", 36, 0.34)
    cello = motif("D3", MINOR, 19, 0.52) + line("G3:1 C4:2 D4:1 E4:2 G4:1 F4:1 D4:4 r:2 C4:2 Bb3:2 A3:4", 35, 0.56)
    anthem = shifted(line("D4:1.5 E4:0.5 F#4:2 A4:1.5 G4:0.5 E4:3", 0, 0.4), 52, -12)
    pad = line(
        "D2+A2:8 Bb1+F2:4 G2+D3:6 r:1 D2+A2+F3:4 C2+G2+E3:4 Bb1+F2+D3:4 C2+G2+E3:4 "
        "F2+C3+A3:8 Bb1+F2+D3:5 G1+D2+Bb2:8 D2+A2:10 Bb1+F2:8",
        4,
        0.36,
    )

    def plain(c: Clock) -> Wave:
        wind = filtered(noise(c.seconds, "plain", 1), 240, 1100) * drift(c.seconds, "plain", 9)[:, None] ** 2 * 0.014
        return (
            wind
            + hits(c, [(20, 0.5), (36, 0.8), (52, 0.6)], 54, 0.045, "title")
            + glow(c, [(2, 14, "A5"), (50, 14, "E6")], "title", 0.008)
        )

    voices = [
        Voice(PIANO, piano, 0, -0.1, 0.45, 50, 3200, keep=True, loose=0.03),
        Voice(CELLO, cello, -1, 0.12, 0.35, 60, 5000, swell=0.55, loose=0.03),
        Voice(HORN, anthem, -9, -0.5, 0.85, 150, 1400, 2, swell=0.5),
        Voice(SLOW_STRINGS, pad, -8, 0, 0.65, 40, 1800, 2, swell=0.65),
    ]
    return Piece(clock, voices, "dark", plain)


def anthem() -> Piece:
    """The motif as a march, for people who have been told to stand up: band, drums, and a choir in the second verse."""
    clock = Clock(96, 129, 0.0)
    tune = line("A3:1 " + ANTHEM, 0, 0.7)
    again = shifted(line(ANTHEM, 0, 0.74), 65)
    beat = [(1, 1.0), (2, 0.5), (2.5, 0.4), (3, 0.8), (4, 0.6), (4.5, 0.3), (4.75, 0.3)]
    voices = [
        Voice(TRUMPET, tune + again, -4, -0.2, 0.4, 150, 6000, 3, swell=0.3),
        Voice(HORN, shifted(tune + again, 0, -12), -3, 0.2, 0.45, 80, 3600, 2, swell=0.3),
        Voice(TROMBONE, anthem_chords(1, 0.5) + anthem_chords(65, 0.56), -5, 0.3, 0.45, 70, 3000, 2),
        Voice(TUBA, anthem_bass(1, 0.6) + anthem_bass(65, 0.62), -2, 0, 0.4, 34, 1200),
        Voice(CHOIR, shifted(again, 0, -12), -4, 0, 0.7, 110, 3600, 3, swell=0.3, loose=0.04),
    ]
    return Piece(clock, voices, "hall", lambda c: drums(c, list(range(32)), beat, 0.075))


PIECES = {
    "music_title": title,
    "music_anthem": anthem,
}
