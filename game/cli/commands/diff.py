"""`diff`: what changed from one version of a story to another, and what that breaks."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from game.app.folders import story_id
from game.cli.files import replays_in
from game.cli.loaded import playable
from game.cli.outlines import outline_of
from game.cli.output import complain, say, say_json
from game.cli.patience import Patience, patience
from game.cli.replays import replays_beside, run_replays
from game.cli.revisions import version
from game.cli.tongues import LOCALE
from game.engine.playing import Engine
from game.errors import INTERRUPTED
from game.loading.replay_file import read_replay
from game.model.story import Story
from game.tools import story_diff, story_diff_report
from game.tools.mending import Broken, broken
from game.tools.story_diff import Difference
from game.tools.verdicts import Outline

from .explore import budget_of


def run(options: argparse.Namespace) -> int:
    """Report; 1 where something needs mending: a replay, an ending lost, a dead end, a scene gone without `was`."""
    here = options.story
    with version(options.old, here) as old_folder, version(options.new or str(here), here) as new_folder:
        old, new = playable(old_folder)[0], playable(new_folder)[0]
        before = after = None
        with patience() as waiting:
            if not (options.quick or story_diff.plays_alike(old, new)):
                before = _explored("old", old, options, waiting)
                after = _explored("new", new, options, waiting)
        difference = _of_folders(story_diff.compare(old, new, before, after), old, new, new_folder)
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


def _of_folders(difference: Difference, old: Story, new: Story, folder: Path) -> Difference:
    """The difference as it is for players and translators: where saves are looked for, whether it is translated."""
    if not any((folder / LOCALE).glob("*.po")):
        difference = replace(difference, untranslated=0, unused=0)
    return replace(difference, homeless=story_id(old) != story_id(new))


def _explored(which: str, story: Story, options: argparse.Namespace, waiting: Patience) -> Outline:
    """What can be reached in one of the versions, within the budget that `explore` has, and told as there."""

    def tell(what: str, number: int) -> None:
        waiting.tell(f"exploring the {which} version (--quick leaves it out): {what}", number)

    budget = replace(budget_of(options, waiting), tell=tell)
    return outline_of(story, budget, options.max_states)


def _broken(old: Story, new: Story, paths: Iterable[Path], difference: Difference, folder: Path) -> Iterator[Broken]:
    """The replays that hold with the old story and not with the new one."""
    paths = list(paths)
    failing = [(path, now) for path, now in zip(paths, run_replays(new, paths).results, strict=True) if not now.ok]
    then = run_replays(old, [path for path, _ in failing]).results
    engine = Engine(new)
    for (path, result), was in zip(failing, then, strict=True):
        replay = read_replay(path).replay if was.ok else None
        if replay is not None:
            yield broken(engine, replay, replace(result, file=_named(path, folder)), difference)


def _named(path: Path, folder: Path) -> str:
    """A replay's name; one of a revision's goes by its place there."""
    around = folder.resolve().parent
    return (
        path.relative_to(around).as_posix()
        if path.is_relative_to(around) and not path.is_relative_to(Path.cwd())
        else str(path)
    )
