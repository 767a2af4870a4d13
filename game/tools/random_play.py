"""Plays a story at random, each run repeatable by its seed. Knows nothing of processes or files.

Chance comes from the seed and the number of choices taken (`chance`), which is the same everywhere and in every
version, so a failure found on one machine is found again on any other. Where runs are many, they are played on arrays
(`crowd`); that changes how long it takes, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from game.engine.playing import Engine, Playthrough
from game.errors import EndlessLoop, PlayError
from game.model.invariant import Invariant
from game.model.story import Story

from .chance import draw
from .crowd import Crowd
from .random_report import KEPT, Failure, Report, as_json, as_text, merged
from .verdicts import Route
from .wording import counted

__all__ = ["LONGEST", "Failure", "Report", "Task", "Trial", "as_json", "as_text", "merged", "play_once", "run", "tasks"]

LONGEST = 5_000
"""Choices after which a run that has come to no ending is given up."""

MANY = 5_000
"""Runs in one task from which on they are played on arrays, which takes some time to prepare."""

FEW = 250
"""Runs in one task where they are played one after the other."""

LARGE = 400_000
"""Runs in one task on arrays at most."""


@dataclass(frozen=True, slots=True)
class Task:
    """So many runs from a seed on; with `prefer_new` each takes what was taken least by those of this task before."""

    seed: int
    runs: int
    prefer_new: bool = False


class Trial:
    """A story under test, ready to play tasks. What it needs for that is made when it is first needed."""

    def __init__(self, story: Story, invariants: Sequence[Invariant] = (), longest: int = LONGEST) -> None:
        """`invariants` must hold in every scene that is entered."""
        self.story = story
        self.invariants = tuple(invariants)
        self.longest = longest

    @cached_property
    def engine(self) -> Engine:
        """The engine that plays single runs and judges failures."""
        return Engine(self.story, [each.always for each in self.invariants])

    @cached_property
    def crowd(self) -> Crowd:
        """Plays many runs at once."""
        return Crowd(self.story, self.invariants, self.longest)

    def play(self, task: Task, stop: Callable[[], bool] = lambda: False) -> Report:
        """Play a task, or as much of it as comes before `stop`."""
        if task.runs >= MANY and not task.prefer_new:
            return self._together(task, stop)
        return self._one_by_one(task, stop)

    def once(self, seed: int, used: Counter[str] | None = None) -> tuple[Playthrough, str]:
        """One run, and why it came to no ending (empty where it did)."""
        return play_once(self.engine, seed, self.invariants, used=used, longest=self.longest)

    def fault_at(self, route: Route) -> str:
        """What is wrong where a path leads or on the way, in the words of a failing run; empty where nothing is."""
        play, judged, fault = self.engine.begin(reached=route.reached), 0, ""
        try:
            for taken in (*route.path, ""):
                play = self.engine.rest(play)
                fault, judged = _broken(self.engine, play, self.invariants, judged), len(play.moves)
                scene, _, choice = taken.partition(".")
                if fault or not taken:
                    break
                if play.state.scene != scene:
                    return ""
                play = self.engine.take(play, choice)
        except EndlessLoop as loop:
            return str(loop)
        except PlayError:
            return ""
        here = self.story.scenes[play.state.scene]
        stuck = here.choices and not any(self.engine.rules.is_open(play.state, choice) for choice in here.choices)
        return fault or (_dead_end(here.id) if stuck else "")

    def _one_by_one(self, task: Task, stop: Callable[[], bool]) -> Report:
        used: Counter[str] | None = Counter() if task.prefer_new else None
        tally = _Tally(self.story)
        for seed in range(task.seed, task.seed + task.runs):
            if stop():
                break
            tally.add(seed, *self.once(seed, used))
        return tally.report(task.seed)

    def _together(self, task: Task, stop: Callable[[], bool]) -> Report:
        found = self.crowd.play(range(task.seed, task.seed + task.runs), stop)
        tally = _Tally(self.story)
        tally.endings.update(found.endings)
        tally.runs, tally.steps = sum(found.endings.values()), found.steps
        for seed in sorted(found.strange):
            before = tally.steps
            tally.add(seed, *self.once(seed))
            tally.steps = before  # The crowd has counted them, up to where it gave them up.
        for scene, seeds in found.dead.items():
            kept = sorted(seeds)[:KEPT]
            tally.failures += [Failure(seed, _dead_end(scene), self.once(seed)[0].choices) for seed in kept]
            tally.failed[_dead_end(scene)] += len(seeds)
            tally.runs += len(seeds)
        return tally.report(task.seed, found.left)


@dataclass(slots=True)
class _Tally:
    """What comes of runs, counted."""

    story: Story
    endings: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    runs: int = 0
    steps: int = 0

    def add(self, seed: int, play: Playthrough, fault: str) -> None:
        """Count a run."""
        self.runs += 1
        self.steps += len(play.choices)
        ending = self.story.scenes[play.state.scene].ending
        if fault:
            self.failed[fault] += 1
            if self.failed[fault] <= KEPT:
                self.failures.append(Failure(seed, fault, play.choices))
        elif ending is not None:
            self.endings[ending] += 1

    def report(self, seed: int, left: int = 0) -> Report:
        """All of it."""
        endings = {name: self.endings[name] for name in self.story.endings}
        failures = tuple(sorted(self.failures, key=lambda each: each.seed))
        return Report(self.runs, seed, endings, self.steps, failures, dict(sorted(self.failed.items())), left)


def run(
    story: Story, *, runs: int, seed: int = 0, invariants: Sequence[Invariant] = (), prefer_new: bool = False
) -> Report:
    """Play so many times; run i (from 0) uses seed + i."""
    trial = Trial(story, invariants)
    return merged(
        [trial.play(task) for task in tasks(seed, runs, prefer_new=prefer_new)] or [trial.play(Task(seed, 0))]
    )


def tasks(seed: int, runs: int, *, jobs: int = 1, prefer_new: bool = False) -> Iterator[Task]:
    """So many runs in portions, for so many to share."""
    size = FEW
    if prefer_new:
        size = max(1, -(-runs // max(1, jobs)))
    elif runs // max(1, jobs) >= MANY:
        size = min(LARGE, -(-runs // max(1, jobs)))
    for begin in range(seed, seed + runs, size):
        yield Task(begin, min(size, seed + runs - begin), prefer_new)


def play_once(
    engine: Engine,
    seed: int,
    invariants: Sequence[Invariant] = (),
    *,
    used: Counter[str] | None = None,
    longest: int = LONGEST,
) -> tuple[Playthrough, str]:
    """One run, and why it came to no ending (empty where it did).

    `used` counts how often each choice was taken before; then the least used are preferred, and counted on.
    """
    play, judged = engine.begin(seed=seed), 0
    for turn in range(longest):
        try:
            play = engine.rest(play)
        except EndlessLoop as loop:
            return play, str(loop)
        fault, judged = _broken(engine, play, invariants, judged), len(play.moves)
        if fault:
            return play, fault
        scene = engine.story.scenes[play.state.scene]
        if scene.ending is not None:
            return play, ""
        offered = [choice.id for choice in scene.choices if engine.rules.is_open(play.state, choice)]
        if not offered:
            return play, _dead_end(scene.id)
        if used is not None:
            least = min(used[f"{scene.id}.{name}"] for name in offered)
            offered = [name for name in offered if used[f"{scene.id}.{name}"] == least]
        taken = offered[draw(seed, turn, len(offered))]
        if used is not None:
            used[f"{scene.id}.{taken}"] += 1
        play = engine.take(play, taken)
    return play, f"no ending after {counted(longest, 'choice')}"


def _broken(engine: Engine, play: Playthrough, invariants: Sequence[Invariant], judged: int) -> str:
    """The first invariant that a scene entered since then breaks."""
    for move in play.moves[judged:] if invariants else ():
        for each in invariants:
            if each.at in {None, move.state.scene} and not engine.rules.holds(move.state, each.always):
                return f'"{each.always.source}" does not hold in scene "{move.state.scene}"'
    return ""


def _dead_end(scene: str) -> str:
    return f'dead end: no choice is on offer in scene "{scene}"'
