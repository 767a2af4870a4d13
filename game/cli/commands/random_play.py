"""`random`: plays at random, each run repeatable by its seed, on as many processes or machines as there are."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from itertools import count as counting

from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.cli.patience import patience
from game.cli.spreading import Spread
from game.engine.recording import replay_text
from game.errors import INTERRUPTED, UsageError
from game.model.story import Story
from game.tools import balance, explore, random_play, shrinking, transcript
from game.tools.random_play import Report, Task, Trial

SHRINKING = 30.0
"""Seconds that the search for the shortest ways to fail may take."""


def run(options: argparse.Namespace) -> int:
    """Play; 1 where a run failed, 130 where Ctrl-C ended it early: then what was played until then is reported."""
    story, result = playable(options.story)
    if options.balance is not None or options.at is not None:
        return _weigh(story, options)
    trial = Trial(story, result.invariants)
    if options.transcript:
        return _tell(trial, options)
    with patience() as waiting:
        ends = None if options.soak is None else time.monotonic() + options.soak
        parts = [trial.play(Task(options.seed, 0))]
        with Spread(options.jobs, options.cluster, _ending(waiting.is_over, ends)) as spread:
            for part in spread.map(trial, Trial.play, _tasks(options)):
                parts.append(part)
                waiting.tell("runs played", sum(each.runs for each in parts))
        report = random_play.merged(parts)
        budget = explore.Budget(
            memory=explore.MAX_MEMORY,
            seconds=SHRINKING,
            clock=time.monotonic,
            stop=waiting.is_over,
            tell=waiting.tell,
            states=explore.MAX_STATES,
        )
        report = report if waiting.stopped else shrinking.shrunk(trial, report, budget)
    if options.json:
        say_json(random_play.as_json(report))
    else:
        say(random_play.as_text(report))
    if options.write is not None:
        _write(options, report)
    if waiting.stopped:
        complain(f"Stopped by Ctrl-C after {count(report.runs, 'run')}.")
        return INTERRUPTED
    return int(not report.ok)


def _tell(trial: Trial, options: argparse.Namespace) -> int:
    """What the reader of each run saw, one run after the other; 1 where one failed, 130 where Ctrl-C ended it early."""
    told: dict[str, dict[str, object]] = {}
    with patience() as waiting:
        for seed in range(options.seed, options.seed + options.runs):
            if waiting.stopped:
                break
            play, fault = trial.once(seed)
            text = transcript.shown_in(trial.engine, play)
            told[str(seed)] = {"text": text, "path": list(play.choices), "failure": fault or None}
            if not options.json:
                say(f"---- seed {seed}\n{text}" + (f"\nFAILED: {fault}" if fault else ""))
    if options.json:
        say_json({"transcripts": told})
    failed = any(each["failure"] is not None for each in told.values())
    return INTERRUPTED if waiting.stopped else int(failed)


def _weigh(story: Story, options: argparse.Namespace) -> int:
    """How a variable stands among the players. Raises UsageError for what the story has not."""
    if options.balance is None:
        raise UsageError("--at says where --balance NAME looks", "name a variable by --balance")
    with patience() as waiting:
        seeds = range(options.seed, options.seed + options.runs)
        found = balance.weigh(story, options.balance, options.at, seeds, random_play.LONGEST, waiting.is_over)
    if options.json:
        say_json(balance.as_json(found))
    else:
        say(balance.as_text(found))
    return INTERRUPTED if waiting.stopped else 0


def _tasks(options: argparse.Namespace) -> Iterator[Task]:
    """The runs that are wanted, in portions; without end where time is what ends them."""
    if options.soak is None:
        yield from random_play.tasks(options.seed, options.runs, jobs=options.jobs, prefer_new=options.prefer_new)
        return
    size = random_play.FEW if options.prefer_new else random_play.MANY
    for portion in counting():
        yield Task(options.seed + portion * size, size, options.prefer_new)


def _ending(stopped: Callable[[], bool], ends: float | None) -> Callable[[], bool]:
    return stopped if ends is None else lambda: stopped() or time.monotonic() >= ends


def _write(options: argparse.Namespace, report: Report) -> None:
    """Each kind of failure as a replay that leads there."""
    for number, (message, found) in enumerate(report.shrunk.items(), 1):
        text = replay_text(message, found.route.path, reached=sorted(found.route.reached))
        write_text(options.write / f"failure_{number:02}.replay.yaml", text)
    complain(f"Wrote {count(len(report.shrunk), 'replay')} to {options.write}.")
