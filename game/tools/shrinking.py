"""Finds the shortest way to fail as a random run failed: from the explorer where it can, else by leaving choices out.

Knows nothing of files or clocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from . import explore
from .random_play import Trial
from .random_report import Failure, Report, Shrunk
from .verdicts import Report as Explored
from .verdicts import Route

TRIES = 400
"""Shorter paths that are tried at most for each kind of failure."""


def shrunk(trial: Trial, report: Report, budget: explore.Budget) -> Report:
    """The report with a short way to each kind of failure; the explorer may take as much as the budget says."""
    if report.ok:
        return report
    explored = explore.run(trial.story, trial.invariants, max_states=budget.states, budget=budget)
    ways = _ways(trial, explored)
    found = {}
    for failure in {each.message: each for each in reversed(report.failures)}.values():
        found[failure.message] = _shortest(trial, failure, ways, explored)
    return replace(report, shrunk=dict(sorted(found.items())))


def _shortest(trial: Trial, failure: Failure, ways: Mapping[str, Route], explored: Explored) -> Shrunk:
    known = ways.get(failure.message)
    if known is not None and explored.whole:
        return Shrunk(known, shortest=True)
    if known is None and (trapped := _trap(failure, explored)) is not None:
        return trapped
    path = _shortened(trial, failure)
    if known is not None and len(known.path) <= len(path):
        return Shrunk(known, shortest=False)
    return Shrunk(Route(path), shortest=False)


def _ways(trial: Trial, explored: Explored) -> dict[str, Route]:
    """By the message of a failure, the explorer's way to one of its kind."""
    found = {}
    for stuck in explored.dead_ends:
        found[trial.fault_at(stuck.route)] = stuck.route
    for stuck in explored.traps:
        if trial.story.scenes[stuck.scene].goto:
            found.setdefault(trial.fault_at(stuck.route), stuck.route)
    for verdict in explored.invariants:
        if verdict.route is not None:
            found[trial.fault_at(verdict.route)] = verdict.route
    return found


def _trap(failure: Failure, explored: Explored) -> Shrunk | None:
    """Of a run that came to no end, the nearest trap that it went into."""
    passed = {choice.partition(".")[0] for choice in failure.path}
    traps = [stuck.route for stuck in explored.traps if stuck.scene in passed]
    nearest = min(traps, key=lambda route: len(route.path), default=None)
    return None if nearest is None else Shrunk(nearest, shortest=explored.whole)


def _shortened(trial: Trial, failure: Failure) -> tuple[str, ...]:
    """The path without rounds that can be left out; it still fails in the same way."""
    path, tries = failure.path, 0
    shorter = True
    while shorter and tries < TRIES:
        shorter = False
        for start, end in _rounds(path):
            tries += 1
            candidate = path[:start] + path[end:]
            if _fails(trial, candidate, failure.message):
                path, shorter = candidate, True
                break
            if tries >= TRIES:
                break
    return path


def _rounds(path: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches that begin where they end, in the same scene; the longest first. At last, single choices."""
    scenes = [choice.partition(".")[0] for choice in path]
    last = {scene: place for place, scene in enumerate(scenes)}
    found = [(place, last[scene]) for place, scene in enumerate(scenes) if last[scene] > place]
    yield from sorted(found, key=lambda each: each[0] - each[1])
    yield from ((place, place + 1) for place in reversed(range(len(path))))


def _fails(trial: Trial, path: Sequence[str], message: str) -> bool:
    return trial.fault_at(Route(tuple(path))) == message
