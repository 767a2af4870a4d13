"""`diff`: what changed from one version of a story to another, and what that breaks."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from game.cli.files import replays_in
from game.cli.loaded import playable
from game.cli.output import complain, say, say_json
from game.cli.patience import Patience, patience
from game.cli.replays import replays_beside, run_replays
from game.cli.revisions import version
from game.engine.playing import Engine
from game.errors import INTERRUPTED
from game.loading.replay_file import read_replay
from game.model.invariant import Invariant
from game.model.story import Story
from game.tools import explore, story_diff, story_diff_report
from game.tools.mending import Broken, broken
from game.tools.story_diff import Difference
from game.tools.verdicts import Report

from .explore import budget_of


def run(options: argparse.Namespace) -> int:
    """Report; 1 where something needs mending: a replay, an ending lost, a dead end, a scene gone without `was`."""
    here = options.story
    with version(options.old, here) as old_folder, version(options.new or str(here), here) as new_folder:
        old, then = playable(old_folder)
        new, now = playable(new_folder)
        before = after = None
        with patience() as waiting:
            if not (options.quick or story_diff.plays_alike(old, new)):
                before = _explored("old", old, then.invariants, options, waiting)
                after = _explored("new", new, now.invariants, options, waiting)
        difference = story_diff.compare(old, new, before, after)
        replays = replays_in(options.replays) if options.replays else replays_beside(new_folder)
        failing = list(_broken(old, new, replays, difference, new_folder))
    if options.json:
        say_json(story_diff_report.as_json(difference, failing))
    else:
        say(story_diff_report.as_text(difference, failing))
    if waiting.stopped:
        complain("Stopped by Ctrl-C: what was not settled until then is left open.")
        return INTERRUPTED
    return int(not story_diff_report.is_fine(difference, failing))


def _explored(
    which: str, story: Story, invariants: Sequence[Invariant], options: argparse.Namespace, waiting: Patience
) -> Report:
    """What can be reached in one of the versions, within the budget that `explore` has, and told as there."""

    def tell(what: str, number: int) -> None:
        waiting.tell(f"exploring the {which} version (--quick leaves it out): {what}", number)

    budget = replace(budget_of(options, waiting), tell=tell)
    return explore.run(story, invariants, max_states=options.max_states, budget=budget, counted=False)


def _broken(old: Story, new: Story, paths: Iterable[Path], difference: Difference, folder: Path) -> Iterator[Broken]:
    """The replays that hold with the old story and not with the new one."""
    paths = list(paths)
    then, now = run_replays(old, paths), run_replays(new, paths)
    engine = Engine(new)
    for path, was, result in zip(paths, then.results, now.results, strict=True):
        replay = read_replay(path).replay
        if was.ok and not result.ok and replay is not None:
            yield broken(engine, replay, replace(result, file=_named(path, folder)), difference)


def _named(path: Path, folder: Path) -> str:
    """A replay's name; one of a revision's goes by its place there."""
    around = folder.resolve().parent
    return (
        path.relative_to(around).as_posix()
        if path.is_relative_to(around) and not path.is_relative_to(Path.cwd())
        else str(path)
    )
