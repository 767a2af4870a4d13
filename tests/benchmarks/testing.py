"""What a tester's tools take: playing, replays, random runs, explorations. Knows nothing of how figures are shown."""

from __future__ import annotations

import gc
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from game.engine.playing import Engine
from game.engine.recording import replay_of
from game.engine.rules import Rules
from game.loading.loader import load_story
from game.loading.replay_file import condition_parser, parse_replay
from game.model.story import Story
from game.tools import explore, replay
from game.tools.chance import draw
from game.tools.random_play import Trial
from game.tools.states.budget import Budget
from game.tools.verdicts import Verdict
from tests.support.needle import needle_story

from .measures import LONGEST_WALK, Process, timed, whole_process

MIB = 1 << 20


def choices_a_second(story: Story, wanted: int) -> float:
    """Choices taken by the machine, with the text of where each leads, per second of processor."""
    engine = Engine(story)
    gc.freeze()  # The story stays for good, as it does in the window.
    try:
        walk(engine, wanted, 0)  # What is come to is compiled once.
        return walk(engine, wanted, 1)
    finally:
        gc.unfreeze()


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
    """An exploration by a whole process, the states that it visits, and whether these are all."""

    process: Process
    visited: int
    whole: bool


def explored(folder: Path) -> Explored:
    """Explore the story in a folder as from the shell; then once more here, for how many states it visits."""
    process = whole_process("-m", "game", "explore", "--story", str(folder))
    result = load_story(folder)
    if result.story is None:
        raise ValueError(f"{folder} holds no story that can be played")
    rules = Rules(result.story, [each.always for each in result.invariants])
    graph = explore.graph_of(rules, result.invariants, Budget(states=explore.MAX_STATES, memory=explore.MAX_MEMORY))
    return Explored(process, len(graph), graph.complete)


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a story too large to be visited: seconds, and how much stayed unknown."""

    seconds: float
    unknown: Counter[str]
    endings: int


def decided(story: Story, seconds: float) -> Decided:
    """Explore within so many seconds, and count what stays unknown."""
    budget = Budget(memory=1024 * MIB, seconds=seconds, clock=time.monotonic)
    began = time.monotonic()
    report = explore.run(story, budget=budget, max_states=4_000_000)
    took = time.monotonic() - began
    unknown: Counter[str] = Counter()
    unknown["scenes"] = sum(each.verdict is Verdict.UNKNOWN for each in report.scenes.values())
    unknown["choices"] = sum(verdict is Verdict.UNKNOWN for verdict in report.choices.values())
    unknown["endings"] = sum(each.verdict is Verdict.UNKNOWN for each in report.endings.values())
    unknown["dead ends"] = sum(name.startswith("dead end") for name in report.undecided)
    return Decided(took, unknown, len(report.endings))


def needle(size: int) -> float:
    """Seconds in which a bug that only one of 2^size ways leads to is found. Raises ValueError where it is not."""
    story = needle_story(size)
    began = time.monotonic()
    (bug,) = [each for each in explore.run(story).dead_ends if each.scene == "pit"]
    took = time.monotonic() - began
    if len(bug.route.path) != size + 1:
        raise ValueError("the way to the bug is not the shortest")
    return took
