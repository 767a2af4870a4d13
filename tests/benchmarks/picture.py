"""What each kind of picture costs at each size, beside a copy of one frame in memory in the same run, and what is kept.

Off screen, without pictures from files. Knows the window's parts; `support/window_costs.py` paints.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.app.app import App
from game.model.story import Story
from game.ui.window.intents import Do, Intent
from game.ui.window.loop import Loop
from game.ui.window.presenter import Presenter, start_display
from tests.support.window_costs import Costs

from .table import Amount, Row, copies, milliseconds

SIZES = {"720p": (1280, 720), "1080p": (1920, 1080), "1440p": (2560, 1440), "4K": (3840, 2160)}
LIMITS = {"typewriter": 0.5, "400 particles": 6.0, "dissolve": 10.0, "portrait fade": 6.0}
"""Copies of a frame that each may take, at 1920×1080; the others have none that was set."""
WARM_TURNS = 6000
"""Turns after which every cache is as full as it gets."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a picture, the median and the slowest but one in a hundred; and the median in copies of a frame."""

    middle: float
    slowest: float
    copies: float


def costs(size: tuple[int, int], frames: int = 60) -> dict[str, Cost]:
    """What each activity costs at a size in pixels. Opens pygame's display where none is open."""
    if not pygame.display.get_surface():
        pygame.display.init()
        pygame.display.set_mode((64, 64))
    with tempfile.TemporaryDirectory() as nothing:
        bench = Costs(size, Path(nothing))
        copy = statistics.median(bench.copy(frames))
        acts: dict[str, Callable[[], list[float]]] = {
            "typewriter": bench.typing,
            "400 particles": lambda: bench.crowd(400, frames),
            "dissolve": lambda: bench.dissolve(frames),
            "portrait fade": lambda: bench.figures(frames),
            "slow move": lambda: bench.push(frames),
            "whole new line": lambda: bench.new_line(frames),
        }
        found = {"copy of a frame": [copy], **{name: act() for name, act in acts.items()}}
        bench.close()
    return {name: _cost(taken, copy) for name, taken in found.items()}


def limits(name: str) -> Iterator[str]:
    """What was set for an activity at 1920×1080: copies of a frame for some, half a 60th of a second for all."""
    if name in LIMITS:
        yield f"{LIMITS[name]:g} copies"
    yield "p99 8.3 ms"


def _cost(taken: list[float], copy: float) -> Cost:
    middle = statistics.median(taken)
    return Cost(middle, sorted(taken)[int(0.99 * (len(taken) - 1))], middle / copy)


def rows(frames: int = 60) -> Iterator[Row]:
    """Every activity at every size, as a row of the table."""
    for label, size in SIZES.items():
        for name, cost in costs(size, frames).items():
            limit = ", ".join(limits(name)) if label == "1080p" and cost.copies != 1 else ""
            slowest = Amount(cost.slowest * 1e3, "p99 {:.2f} ms", 1)
            yield f"{name}, {label}", (milliseconds(cost.middle, 3), copies(cost.copies), slowest), limit


@dataclass(frozen=True, slots=True)
class Kept:
    """Memory of a long sitting: resident MiB at its end, and MiB more for each million turns once all was warm."""

    memory: float
    growth: float


def soak(story: Story, home: Path, turns: int) -> Kept:
    """A story that plays itself for some turns of the window's loop, over and over: skipping, menus, ways back."""
    app = App(story, home)
    app.change_all({"text_speed": 0, "skip_unseen": True, "skip_after_choices": True, "time_limits": "off"})
    start_display()
    loop = Loop(app, Presenter("A soak", fullscreen=False, size=(640, 360)), home)
    loop.player.new_game()
    marks: list[tuple[int, float]] = []
    for turn in range(WARM_TURNS + turns):
        _go_on(loop, turn)
        loop.turn([], 1 / 60)
        if turn >= WARM_TURNS and turn % 500 == 0:
            marks.append((turn, resident()))
    loop.close()
    slope = statistics.linear_regression([turn for turn, _ in marks], [memory for _, memory in marks]).slope
    return Kept(marks[-1][1], slope * 1e6)


def _go_on(loop: Loop, turn: int) -> None:
    """What a restless player does now."""
    player = loop.player
    if player.app.reader is None or player.app.reader.view.ending is not None or turn % 4000 == 3999:
        player.new_game()
        return
    wishes = {0: Do.ADVANCE, 7: Do.ENTER, 11: Do.ENTER, 13: Do.MENU, 19: Do.MENU, 23: Do.BACK, 29: Do.FORWARD}
    wish = wishes.get(turn % 37)
    if turn % 3 == 0:
        player.handle(Intent(Do.CHOICE, number=1 + turn // 3 % 2))
    if wish is not None:
        player.handle(Intent(wish))


def resident() -> float:
    """MiB that this process holds in memory now; not a number where the system doesn't say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
