"""Writes down what an exploration found as replays that play anywhere. Knows nothing of files."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.recording import replay_text
from game.model.story import Story

from .verdicts import Report, Route


def replays(report: Report, story: Story) -> list[tuple[str, str]]:
    """Pairs of file name and text: a way to each ending, dead end, trap and broken invariant."""
    return list(_replays(report, story))


def _replays(report: Report, story: Story) -> Iterator[tuple[str, str]]:
    for name, ending in report.endings.items():
        route = ending.shortest or ending.witness
        if route is not None:
            what = "The shortest way" if ending.shortest else "A way"
            yield _file(f"ending_{name}", f"{what} to {story.endings[name].title}", route, ending=name)
    for stuck in report.dead_ends:
        yield _file(
            f"dead_end_{stuck.scene}", f"A dead end in {stuck.scene}", stuck.route, steps=["only: []"], at=stuck.scene
        )
    for stuck in report.traps:
        at = None if story.scenes[stuck.scene].goto else stuck.scene
        yield _file(f"trap_{stuck.scene}", f"A trap in {stuck.scene}: no ending can be reached", stuck.route, at=at)
    for place, verdict in enumerate(report.invariants, 1):
        if verdict.route is not None:
            source = verdict.invariant.always.source
            passing = verdict.scene is not None and bool(story.scenes[verdict.scene].goto)
            steps = [] if passing else [f"check: not ({source})"]
            yield _file(f"invariant_{place}_broken", f"Breaks: {source}", verdict.route, steps=steps)


def _file(
    stem: str,
    name: str,
    route: Route,
    *,
    steps: list[str] | None = None,
    at: str | None = None,
    ending: str | None = None,
) -> tuple[str, str]:
    first = [] if at is None or not steps else [f"at: {at}"]
    path = [*route.path, *first, *(steps or [])]
    text = replay_text(name, path, reached=sorted(route.reached), at=None if first else at, ending=ending)
    return f"{stem}.replay.yaml", text
