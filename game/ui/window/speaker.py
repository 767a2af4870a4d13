"""A voice as a child process of the system's own speech programs. Knows sentences, not where they come from."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from game.app.view import on_one_line
from game.app.wording import later, say

LETTERS_A_SECOND = 15
"""How fast speech is taken to be where the program hands it on and ends before it is over."""
WINDOWS = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.Volume = {volume}; $voice.Rate = {rate};"
    "$voice.Speak([Console]::In.ReadToEnd())"
)
NOT_FOUND = later("No program for speech was found. The clipboard can be used instead: Shift+C.")
HINTS = {
    "linux": later(
        "No program for speech was found: install espeak-ng or speech-dispatcher. Or use the clipboard: Shift+C."
    )
}


@dataclass(frozen=True, slots=True)
class Tone:
    """How loud (0 to 100), how fast (percent of the usual) and in which language to speak (empty: the system's)."""

    volume: int = 100
    speed: int = 100
    language: str = ""

    @property
    def tag(self) -> str:
        """The language as speech programs name it: `de`, `pt-BR`."""
        return self.language.partition("@")[0].replace("_", "-")


class Speaker(Protocol):
    """Whatever takes sentences to somebody who listens."""

    @property
    def busy(self) -> bool:
        """Whether it is still speaking."""

    def say(self, text: str, tone: Tone) -> None:
        """Speak, in place of what is being said."""

    def stop(self) -> None:
        """Fall silent."""


@dataclass(frozen=True, slots=True)
class Program:
    """A speech program: how it is called, whether it only hands the words on, and how it is silenced then."""

    name: str
    call: Callable[[Tone], tuple[str, ...]]
    hands_on: bool = False
    silence: tuple[str, ...] = ()


def _spd(tone: Tone) -> tuple[str, ...]:
    rate = max(-100, min(100, tone.speed - 100))
    spoken = ("--language", tone.tag) if tone.tag else ()
    return "--pipe-mode", "--volume", str(tone.volume * 2 - 100), "--rate", str(rate), *spoken


def _espeak(tone: Tone) -> tuple[str, ...]:
    spoken = ("-v", tone.tag.lower()) if tone.tag else ()
    return "--stdin", "-a", str(tone.volume), "-s", str(round(175 * tone.speed / 100)), *spoken


def _say(tone: Tone) -> tuple[str, ...]:
    return "-f", "-", "-r", str(round(175 * tone.speed / 100))


def _powershell(tone: Tone) -> tuple[str, ...]:
    script = WINDOWS.format(volume=tone.volume, rate=max(-10, min(10, (tone.speed - 100) // 10)))
    return "-NoProfile", "-NonInteractive", "-Command", script


PROGRAMS: Mapping[str, tuple[Program, ...]] = {
    "linux": (Program("spd-say", _spd, hands_on=True, silence=("--cancel",)), Program("espeak-ng", _espeak)),
    "darwin": (Program("say", _say),),
    "win32": (Program("powershell", _powershell),),
}
"""Programs to look for on each system, the best first."""


def spoken(text: str) -> str:
    """The words as one line without what a speech program would take for a command of its own."""
    return on_one_line(text).replace("[[", "[ [").lstrip("!-")


class Voice:
    """Speaks through the first program that is there; where there is none it is silent and `problem` says so."""

    def __init__(self, *, system: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> None:
        """Look for a program; nothing is started before there is something to say."""
        family = system if system in PROGRAMS else "linux"
        found = ((program, which(program.name)) for program in PROGRAMS[family])
        self._program: Program | None
        self._path: str | None
        self._program, self._path = next(((p, path) for p, path in found if path), (None, None))
        self._child: subprocess.Popen[bytes] | None = None
        self._until = 0.0
        self.problem = "" if self._path else say(HINTS.get(family, NOT_FOUND))

    @property
    def busy(self) -> bool:
        """Whether it is still speaking."""
        if self._child is not None and self._child.poll() is None:
            return True
        return time.monotonic() < self._until

    def say(self, text: str, tone: Tone) -> None:
        """Speak, in place of what is being said."""
        self.stop()
        words = spoken(text)
        if not words or self._program is None or self._path is None:
            return
        self._child = self._start((self._path, *self._program.call(tone)))
        if self._child is None or self._child.stdin is None:
            return
        with suppress(OSError), self._child.stdin as mouth:
            mouth.write(f"{words}\n".encode())
        if self._program.hands_on:
            self._until = time.monotonic() + 0.5 + len(words) / LETTERS_A_SECOND * 100 / tone.speed

    def stop(self) -> None:
        """Fall silent."""
        if self._child is None:
            return
        if self._program is not None and self._program.silence and self._path is not None and self.busy:
            with suppress(OSError, subprocess.TimeoutExpired):
                command = (self._path, *self._program.silence)
                subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=1, check=False)  # noqa: S603
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        self._child, self._until = None, 0.0

    def _start(self, command: tuple[str, ...]) -> subprocess.Popen[bytes] | None:
        """A child without window and output. One that can't be started makes the voice silent for good."""
        try:
            return subprocess.Popen(  # noqa: S603 - one of PROGRAMS; the words go to its standard input
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._program, self.problem = None, NOT_FOUND
            return None


class Clipboard:
    """Hands sentences to the clipboard, where a screen reader or a braille display picks them up."""

    def __init__(self, copy: Callable[[str], None]) -> None:
        """`copy` puts words on the clipboard."""
        self._copy = copy
        self.busy = False

    def say(self, text: str, tone: Tone) -> None:
        """Put the words on the clipboard."""
        self._copy(" ".join(text.split()))

    def stop(self) -> None:
        """What is on the clipboard stays there."""
