"""Files for the player to take away: recordings, reports of a breakdown, pictures of the screen, exported saves.

Knows where they go and what they are called; not what a story or a screen is.
"""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from game import __version__
from game.errors import SaveError

from .disk import Disk
from .wording import later, say

RECORDINGS, REPORTS, PICTURES, SAVES = "recordings", "reports", "pictures", "saves"
SAVE_SUFFIX = ".save.json"
ROOT = Path(__file__).resolve().parents[2]
LAST_INPUTS = 50
"""How many of the latest inputs a report lists."""


class Papers:
    """Puts files into folders beside the saves and tells where; what cannot be written is told and never raised."""

    def __init__(self, disk: Disk, tell: Callable[..., None], clock: Callable[[], float]) -> None:
        """Write beside what `disk` holds; `clock` gives seconds since 1970 and only names files."""
        self._disk = disk
        self._tell = tell
        self._clock = clock

    def recording(self, replay: str) -> Path | None:
        """Keep a replay of what is being played; its path."""
        return self._put(RECORDINGS, f"{self._now()}.replay.yaml", replay.encode(), later("Recorded: {file}"))

    def picture(self, png: bytes) -> Path | None:
        """Keep a picture of the screen; its path."""
        return self._put(PICTURES, f"{self._now()}.png", png, later("Picture: {file}"))

    def save(self, label: str, data: bytes) -> Path | None:
        """Keep an exported save; its path."""
        name = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:60]
        return self._put(SAVES, f"{name or 'save'}-{self._now()}{SAVE_SUFFIX}", data, later("Exported: {file}"))

    def report(self, fault: BaseException, replay: str, inputs: Iterable[str]) -> Path | None:
        """Keep what is needed to understand a breakdown: a replay where something was played. Says nothing of whose."""
        text = "".join(f"# {line}\n" for line in _report(fault, inputs)) + replay
        name = f"{self._now()}{'.replay.yaml' if replay else '.txt'}"
        return self._put(REPORTS, name, text.encode(errors="replace"), "")

    def saves(self) -> tuple[Path, ...]:
        """Exported saves that lie there, the newest name first."""
        there = self._disk.given_out(SAVES)
        return tuple(sorted((path for path in there if path.name.endswith(SAVE_SUFFIX)), key=_stamp, reverse=True))

    @property
    def save_folder(self) -> Path:
        """Where exported saves lie, and where others can be put to be brought in."""
        return self._disk.folder / SAVES

    def bytes_of(self, path: Path) -> bytes:
        """What a file of the player's holds. Raises SaveError."""
        return self._disk.foreign(path)

    def _put(self, folder: str, name: str, data: bytes, done: str) -> Path | None:
        try:
            path = self._disk.give_out(folder, name, data)
        except SaveError as fault:
            self._tell(f"{fault}.", again=True)
            return None
        if done:
            self._tell(say(done, file=shown(path)), again=True)
        return path

    def _now(self) -> str:
        try:
            return datetime.fromtimestamp(self._clock()).strftime("%Y-%m-%d-%H%M%S")  # noqa: DTZ006 - a name for people
        except (OverflowError, OSError, ValueError):
            return "undated"


def shown(path: Path) -> str:
    """A path as a person reads it, from their home folder on."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _stamp(path: Path) -> tuple[str, str]:
    return path.name.removesuffix(SAVE_SUFFIX)[-17:], path.name


def _report(fault: BaseException, inputs: Iterable[str]) -> list[str]:
    """Lines for a person: what broke, where in the program, on what machine, after which inputs."""
    words = " ".join(f"{type(fault).__name__}: {fault}".split()).replace(str(Path.home()), "~")
    steps = traceback.extract_tb(fault.__traceback__)
    return [
        f"The game broke down: {words[:500]}",
        *(f"  {_place(step.filename)}:{step.lineno} in {step.name}" for step in steps),
        f"game {__version__}, Python {platform.python_version()}, {sys.platform}",
        f"last inputs: {', '.join(list(inputs)[-LAST_INPUTS:]) or 'none'}",
    ]


def _place(filename: str) -> str:
    """A file of the program by its place in it; of any other only the name, which tells nothing of whose it is."""
    path = Path(filename)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
