"""Lets the game play itself and records what a player hears: `python -m tests.benchmarks.recording MINUTES FILE.wav`.

The window runs as it does for a player, without a screen; SDL's `disk` driver takes the place of the sound device and
writes down every sample. Text goes on by itself, at a choice the first option is taken. What ought to sound, and from
when, is noted beside the recording (FILE.json), so that a gap or a wrong cue can be told from a silence that is meant.
Knows the game only by its command line, and its sound by what the window asks `Audio` for.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
import wave
from pathlib import Path
from typing import NoReturn

KEYS_EVERY = 2.0
"""Seconds from one key to the next."""
TITLE_SECONDS = 10.0
"""How long the title is listened to before the story begins."""
RATE, CHANNELS, WIDTH = 48_000, 2, 2


def main() -> None:
    """Record, then end the process at once, as the game has no reason to stop."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minutes", type=float)
    parser.add_argument("file", type=Path)
    parser.add_argument("--start", nargs=argparse.REMAINDER, default=[], help="the rest is for `play`: --scene ID")
    options = parser.parse_args()
    raw = options.file.with_suffix(".raw")
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw)}
    os.environ["STONE_LIGHTNING_HOME"] = tempfile.mkdtemp()
    play(options.minutes * 60, raw, options.file, ["play", *options.start])  # a seed would skip the title


def play(seconds: float, raw: Path, out: Path, arguments: list[str]) -> NoReturn:
    """Play for so long, pressing keys as a patient reader would."""
    import pygame  # noqa: PLC0415 -- the drivers are chosen above

    from game.cli import main as game  # noqa: PLC0415 -- the same
    from game.ui.window.audio import Audio  # noqa: PLC0415 -- the same

    cues: list[tuple[float, str | None, str | None]] = []
    follow = Audio.follow

    def noted(audio: Audio, music: str | None, ambience: str | None) -> None:
        heard = raw.stat().st_size / (RATE * CHANNELS * WIDTH) if raw.exists() else 0.0
        if not cues or cues[-1][1:] != (music, ambience):
            cues.append((round(heard, 2), music, ambience))
        follow(audio, music, ambience)

    def finish() -> None:
        out.with_suffix(".json").write_text(json.dumps(cues, indent=0), encoding="utf-8")
        as_wave(raw, out)
        os._exit(0)

    def keys() -> None:
        while not cues:  # until the window is open, and asks for its first piece
            time.sleep(0.1)
        end = time.monotonic() + seconds
        time.sleep(TITLE_SECONDS)
        for key in (pygame.K_RETURN, pygame.K_RETURN, pygame.K_a):
            time.sleep(KEYS_EVERY)
            press(key)
        while time.monotonic() < end:
            time.sleep(KEYS_EVERY)
            press(pygame.K_1)
        finish()

    def press(key: int) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(
                pygame.event.Event(kind, key=key, mod=0, unicode=chr(key) if key < 256 else "", scancode=0)
            )

    Audio.follow = noted  # type: ignore[method-assign, assignment]  # listened to, not changed
    threading.Thread(target=keys, daemon=True).start()
    sys.exit(f"the game ended by itself, with {game(arguments)}")


def as_wave(raw: Path, out: Path) -> None:
    """The samples with a header that other programs know."""
    with wave.open(str(out), "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(WIDTH)
        file.setframerate(RATE)
        file.writeframes(raw.read_bytes())
    raw.unlink()


if __name__ == "__main__":
    main()
