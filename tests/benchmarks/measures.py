"""What can be measured without a window: whole checks, steps, saves, and the copy that others are compared with.

Knows nothing of how figures are shown.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.app.app import App
from game.app.cache import Cache
from game.cli.stored import story_in
from game.engine.playing import Engine
from game.loading.loader import load_story
from game.model.story import Story

ROOT = Path(__file__).resolve().parents[2]
FRAME_BYTES = 1920 * 1080 * 4
LONGEST_WALK = 200
"""Choices in one playthrough, after which the next begins: what a player takes in an evening or two."""


@dataclass(frozen=True, slots=True)
class Process:
    """What a whole process took: seconds by the clock, seconds of processor, peak memory in MiB, and its exit code."""

    seconds: float
    processor: float
    memory: float
    code: int


def whole_process(*arguments: str) -> Process:
    """Run Python with some arguments from its start to its end, its output thrown away."""
    command = [sys.executable, str(Path(__file__).with_name("alone.py")), *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True)
    return Process(*json.loads(done.stdout))


def check(story: Path, runs: int) -> Process:
    """The quickest of some whole checks of a story's folder."""
    return min((whole_process("-m", "game", "check", "--story", str(story)) for _ in range(runs)), key=_seconds)


def _seconds(process: Process) -> float:
    return process.seconds


def story_of(folder: Path) -> Story:
    """The story in a folder, which has no errors."""
    story = load_story(folder).story
    if story is None:
        raise ValueError(f"{folder} holds no story that can be played")
    return story


def steps(story: Story, wanted: int) -> list[float]:
    """Seconds of each step of a random walk: a choice taken, and the scene that it leads to ready to be shown."""
    engine, draw = Engine(story), random.Random(0)
    times: list[float] = []
    play = engine.begin()
    while len(times) < wanted:
        offered = [option.id for option in engine.view(play).options if option.open]
        if not offered or len(play.moves) > LONGEST_WALK:
            play = engine.begin(seed=draw.randrange(1 << 30))
            continue
        taken = draw.choice(offered)
        began = time.perf_counter()
        play = engine.rest(engine.take(play, taken))
        engine.view(play)
        times.append(time.perf_counter() - began)
    return times


def saves(story: Story, home: Path, wanted: int) -> list[float]:
    """Seconds of each save, written to `home`, after a walk of some length."""
    app = App(story, home)
    app.new_game(seed=0)
    for _ in range(50):
        reader = app.reader
        while reader is not None and reader.advance():
            pass
        offered = [option.id for option in reader.view.options if option.open] if reader else []
        if not offered:
            break
        app.choose(offered[0])
    return [timed(app.quick_save) for _ in range(wanted)]


def starts_of(folder: Path, home: Path, wanted: int) -> list[float]:
    """Processor seconds of each later start: the story from the copy that the first one made, and its first scene."""

    def start() -> None:
        engine = Engine(story_in(folder, Cache(home)))
        engine.view(engine.begin(seed=0))

    start()
    return [processor_of(start) for _ in range(wanted)]


def copies(wanted: int) -> list[float]:
    """Seconds of each copy of one full picture in memory: the least that a change of the whole window can cost."""
    source, target = bytes(FRAME_BYTES), bytearray(FRAME_BYTES)

    def copy() -> None:
        target[:] = source

    return [timed(copy) for _ in range(wanted)]


def timed(act: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def processor_of(act: Callable[[], object]) -> float:
    """Processor seconds that something takes."""
    began = time.process_time()
    act()
    return time.process_time() - began


def middle(times: list[float]) -> float:
    """The median."""
    return statistics.median(times)
