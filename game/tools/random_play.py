"""Plays a story at random, each run repeatable by its seed. Knows nothing of what a choice does.

Chance comes from `random.Random(seed).random()` alone: Python promises that it gives the same numbers everywhere and in
every version, so a failure found on one machine is found again on any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from game.engine.playing import Engine, Playthrough
from game.errors import EndlessLoop
from game.model.story import Story

from .wording import counted

LONGEST = 5_000
"""Choices after which a run that has come to no ending is given up."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that came to no ending, and the choices it took."""

    seed: int
    message: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All runs together. `endings` counts how often each ending came; `steps` are all choices taken."""

    runs: int
    seed: int
    endings: dict[str, int]
    steps: int
    failures: tuple[Failure, ...]


def run(story: Story, *, runs: int, seed: int = 0) -> Report:
    """Play so many times; run i (from 0) uses seed + i."""
    engine = Engine(story)
    endings = dict.fromkeys(story.endings, 0)
    steps = 0
    failures = []
    for number in range(seed, seed + runs):
        play, fault = play_once(engine, number)
        steps += len(play.choices)
        ending = story.scenes[play.state.scene].ending
        if fault:
            failures.append(Failure(number, fault, play.choices))
        elif ending is not None:
            endings[ending] += 1
    return Report(runs, seed, endings, steps, tuple(failures))


def play_once(engine: Engine, seed: int) -> tuple[Playthrough, str]:
    """One run, and why it came to no ending (empty where it did)."""
    draw = Random(seed)  # noqa: S311 - nothing here guards a secret
    play = engine.begin(seed=seed)
    for _ in range(LONGEST):
        try:
            play = engine.rest(play)
        except EndlessLoop as fault:
            return play, str(fault)
        scene = engine.story.scenes[play.state.scene]
        if scene.ending is not None:
            return play, ""
        offered = [choice.id for choice in scene.choices if engine.rules.is_open(play.state, choice)]
        if not offered:
            return play, f'dead end: no choice is on offer in scene "{scene.id}"'
        play = engine.take(play, offered[int(draw.random() * len(offered))])
    return play, f"no ending after {counted(LONGEST, 'choice')}"


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {
        "runs": report.runs,
        "seed": report.seed,
        "endings": report.endings,
        "steps": report.steps,
        "failures": [
            {"seed": failure.seed, "message": failure.message, "path": list(failure.path)}
            for failure in report.failures
        ],
    }


def as_text(report: Report) -> str:
    """The report for people."""
    lines = [f"{counted(report.runs, 'run')}, {counted(report.steps, 'choice')} taken"]
    for ending, count in sorted(report.endings.items(), key=lambda pair: -pair[1]):
        lines.append(f"  {ending}: {count:,} ({count / max(1, report.runs):.1%})")
    for failure in report.failures[:10]:
        lines.append(f"FAILED with --seed {failure.seed} --runs 1: {failure.message}")
        lines.append("  " + (" > ".join(failure.path[-30:]) or "at the very start"))
    if len(report.failures) > 10:
        lines.append(f"and {len(report.failures) - 10} more runs failed")
    return "\n".join(lines)
