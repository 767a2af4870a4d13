"""What a tester's tools take: playing, replays, random runs, explorations. Knows nothing of how figures are shown."""

from __future__ import annotations

import gc
import json
import random
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.engine.playing import Engine
from game.engine.recording import replay_of
from game.loading.loader import load_story
from game.loading.replay_file import condition_parser, parse_replay
from game.model.story import Story
from game.tools import explore, replay
from game.tools.chance import draw
from game.tools.random_play import Trial
from game.tools.states.budget import Budget
from game.tools.verdicts import Verdict
from tests.support.needle import needle_story

from .bare_library import BareLibrary
from .measures import LONGEST_WALK, Process, timed, whole_process

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Played:
    """Choices per second of processor, with the text of where each leads: our machine's, and the bare library's."""

    ours: float
    bare: float


def played(stories: Sequence[Story], wanted: int, turns: int = 5) -> list[Played]:
    """How fast each of these stories is played, so many choices at a time, in turns: the middle of these."""
    engines, bare = [Engine(story) for story in stories], [BareLibrary(story) for story in stories]
    gc.freeze()  # The stories stay for good, as one does in the window.
    try:
        for engine, library in zip(engines, bare, strict=True):
            walk(engine, wanted, 0)  # What is come to is compiled once.
            library.walk(wanted, 0)
        rates = [
            [(walk(engine, wanted, 1), library.walk(wanted, 1)) for engine, library in zip(engines, bare, strict=True)]
            for _ in range(turns)
        ]
    finally:
        gc.unfreeze()
    return [Played(*map(statistics.median, zip(*each, strict=True))) for each in zip(*rates, strict=True)]


def walk(engine: Engine, wanted: int, seed: int) -> float:
    """Play at random from a seed on until so many choices were taken; these choices per second of processor."""
    chance = random.Random(seed).random
    play, taken = engine.begin(seed=seed), 0
    began = time.process_time()
    while taken < wanted:
        offered = [option.id for option in engine.view(play).options if option.open]
        if not offered or len(play.moves) > LONGEST_WALK:
            play = engine.begin(seed=seed + taken)
            continue
        play = engine.rest(engine.take(play, offered[int(chance() * len(offered))]))
        taken += 1
    return taken / (time.process_time() - began)


def random_choices_a_second(folder: Path, runs: int) -> float:
    """Choices of random runs on arrays per second of processor, what must be learnt first left out."""
    story = load_story(folder).story
    if story is None:
        raise ValueError(f"{folder} holds no story that can be played")
    crowd = Trial(story).crowd
    crowd.play(range(runs // 4))
    began = time.process_time()
    done = crowd.play(range(runs))
    return done.steps / (time.process_time() - began)


def replays(story: Story, folder: Path, wanted: int, choices: int) -> tuple[float, Process]:
    """Seconds to play one replay of so many choices, and the process that plays so many from the shell."""
    engine = Engine(story)
    texts: list[str] = []
    seed = 0
    while len(texts) < wanted:
        play = engine.rest(engine.begin(seed=seed))
        while len(play.choices) < choices:
            scene = story.scenes[play.state.scene]
            offered = [choice.id for choice in scene.choices if engine.rules.is_open(play.state, choice)]
            if not offered:
                break
            play = engine.rest(engine.take(play, offered[draw(seed, len(play.choices), len(offered))]))
        seed += 1
        texts.append(replay_of(play, story, f"Walk {seed}"))
    longest = max(texts, key=len)
    found = parse_replay(longest.encode(), "one").replay
    if found is None:
        raise ValueError("our own recording can't be read")
    parse = condition_parser(story)
    replay.play(engine, "one", found, parse)
    one = min(timed(lambda: replay.play(engine, "one", found, parse)) for _ in range(5))
    for number, text in enumerate(texts):
        path = folder / "replays" / f"{number:04}.replay.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return one, whole_process("-m", "game", "replay", str(folder / "replays"), "--story", str(folder / "story"))


@dataclass(frozen=True, slots=True)
class Explored:
    """Seconds of processor to prepare and to visit every state, peak memory in MiB; how many, and whether all were."""

    prepare: float
    visit: float
    memory: float
    states: int
    whole: bool


def explored(folder: Path, result: Path) -> Explored:
    """Visit every state of the story in a folder, in a process of its own; `result` is a file to write to."""
    process = whole_process("-m", "tests.benchmarks.exploring", str(folder), str(result))
    if process.code:
        raise ValueError(f"{folder} could not be explored")
    prepare, visit, states, whole = json.loads(result.read_text(encoding="utf-8"))
    return Explored(prepare, visit, process.memory, states, whole)


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a story too large to be visited: seconds of processor, and how much stayed unknown."""

    seconds: float
    unknown: Counter[str]
    endings: int


def decided(story: Story, seconds: float) -> Decided:
    """Explore within so many seconds of processor, and count what stays unknown."""
    budget = Budget(memory=1024 * MIB, seconds=seconds, clock=time.process_time)
    began = time.process_time()
    report = explore.run(story, budget=budget, max_states=4_000_000)
    took = time.process_time() - began
    unknown: Counter[str] = Counter()
    unknown["scenes"] = sum(each.verdict is Verdict.UNKNOWN for each in report.scenes.values())
    unknown["choices"] = sum(verdict is Verdict.UNKNOWN for verdict in report.choices.values())
    unknown["endings"] = sum(each.verdict is Verdict.UNKNOWN for each in report.endings.values())
    unknown["dead ends"] = sum(name.startswith("dead end") for name in report.undecided)
    return Decided(took, unknown, len(report.endings))


def needle(size: int) -> float:
    """Seconds of processor in which a bug that one of 2^size ways leads to is found. Raises ValueError if it is not."""
    story = needle_story(size)
    began = time.process_time()
    (bug,) = [each for each in explore.run(story).dead_ends if each.scene == "pit"]
    took = time.process_time() - began
    if len(bug.route.path) != size + 1:
        raise ValueError("the way to the bug is not the shortest")
    return took
