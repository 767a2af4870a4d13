"""What the window costs, seen from outside: a real program on a real (virtual) display.

Knows nothing of how the window works; `watched.py` notes when it shows a picture.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from .measures import ROOT, middle

SCREEN = (2400, 1350)
"""Pixels of the display: a new window takes four fifths of it, which is 1920×1080."""
SETTLED = 0.4
"""Seconds after the last picture from which on the window only waits."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that `watched.py` noted."""

    kind: str
    clock: float
    processor: float
    thread: float
    share: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Watched:
    """A line typed and then waited at.

    `typing` are the processor seconds of each turn of the window's loop that showed new letters, `waiting` the share of
    a core, `size` the window's.
    """

    typing: list[float]
    waiting: float
    size: tuple[int, int]


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Variables that lead to a display of our own without a monitor (without Xvfb, to pygame's own stand-in)."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
        return
    ours, theirs = os.pipe()
    command = [server, "-displayfd", str(theirs), "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-nolisten", "tcp"]
    running = subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        yield {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
    finally:
        running.terminate()
        running.wait()


@dataclass(frozen=True, slots=True)
class Start:
    """What a start took from the start of the process: seconds by the clock, and of processor."""

    seconds: float
    processor: float


def first_start(variables: dict[str, str], story: Path) -> None:
    """Start once, long enough for everything that later starts find."""
    _watch(variables, "15", "play", "--story", str(story))


def to_first_picture(variables: dict[str, str], story: Path) -> Start:
    """Until the title is in the window."""
    return _started(variables, "picture", story)


def to_answering_title(variables: dict[str, str], story: Path) -> Start:
    """Until the title's menu is there too, and the program looks what the player wants."""
    return _started(variables, "menu", story)


def _started(variables: dict[str, str], until: str, story: Path) -> Start:
    began = time.monotonic()
    seen = _watch(variables, until, "play", "--story", str(story))
    return Start(seen[-1].clock - began, seen[-1].processor)


def typing_and_waiting(variables: dict[str, str], story: Path, seconds: float) -> Watched:
    """What typing the first line of a story costs, and waiting after it."""
    seen = _watch(variables, str(seconds), "play", "--story", str(story), "--seed", "1")
    shown = [moment for moment in seen if moment.kind == "shown"]
    last, end = shown[-1], seen[-1]
    settled = next((moment for moment in seen if moment.clock > last.clock + SETTLED), end)
    waited = end.clock - settled.clock
    return Watched(
        typing=list(_turns_with_letters(seen)),
        waiting=(end.processor - settled.processor) / waited if waited else float("nan"),
        size=(last.width, last.height),
    )


def _turns_with_letters(seen: list[Moment]) -> Iterator[float]:
    turns = [place for place, moment in enumerate(seen) if moment.kind == "turn"]
    for first, following in pairwise(turns):
        within = seen[first:following]
        if len(within) == 2 and 0 < within[1].share < 0.2:
            yield seen[following].thread - within[0].thread


def typing(watched: Watched) -> float:
    """Processor seconds of a turn that shows new letters, the median."""
    return middle(watched.typing) if watched.typing else float("nan")


def _watch(variables: dict[str, str], *arguments: str) -> list[Moment]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.watched", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the watched game failed: {done.stderr.decode(errors='replace')[-500:]}")
    return [Moment(*moment) for moment in json.loads(done.stdout)]
