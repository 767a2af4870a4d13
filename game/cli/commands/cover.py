"""`cover`: which scenes, lines, choices, conditions and endings replays cover; or a small set that covers all."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from game.cli.files import replays_in, write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.cli.patience import Patience, patience
from game.cli.replays import run_replays
from game.errors import INTERRUPTED, UsageError
from game.tools import cover, cover_page, covering, explore


def run(options: argparse.Namespace) -> int:
    """Report; 1 where a replay fails, for what it would have covered is not.

    130 where Ctrl-C ended it early: what is covered by the replays found or played until then is reported.
    """
    story, _ = playable(options.story)
    with patience() as waiting:
        paths = options.files
        if options.write is not None:
            _write(options.write, covering.covering(story, _budget(waiting)))
            paths = paths or [options.write]
        files = replays_in(paths or [_beside(options.story)])
        made = options.write is not None and waiting.stopped  # What was written until Ctrl-C is still measured.
        played = run_replays(story, files, stop=lambda: waiting.stopped and not made)
    report = cover.run(story, [result.play for result in played.results if result.play is not None])
    changes = None if options.since is None else _since(report, options.since)
    if options.json:
        say_json(cover.as_json(report, changes))
    else:
        say(cover.as_text(report, changes))
    if options.html is not None:
        write_text(options.html, cover_page.page(story.title, report, _files(options.story)))
        complain(f"Wrote {options.html}.")
    for result in played.results:
        if not result.ok:
            complain(f"{result.file} fails; run.py replay says where.")
    if waiting.stopped:
        complain(f"Stopped by Ctrl-C after {count(len(played.results), 'replay')}: others may cover more.")
        return INTERRUPTED
    return int(not played.ok)


def _budget(waiting: Patience) -> explore.Budget:
    """As much as an exploration may take that nobody set limits to."""
    return explore.Budget(explore.MAX_STATES, explore.MAX_MEMORY, stop=waiting.is_over, tell=waiting.tell)


def _write(folder: Path, replays: Sequence[tuple[str, str]]) -> None:
    for name, text in replays:
        write_text(folder / name, text)
    complain(f"Wrote {count(len(replays), 'replay')} to {folder}.")


def _since(report: cover.Report, path: Path) -> dict[str, cover.Change]:
    """What changed since an earlier report. Raises UsageError for a file that is none."""
    try:
        return cover.since(report, json.loads(path.read_text(encoding="utf-8")))
    except OSError as fault:
        raise UsageError(f"{path} can't be read: {fault.strerror}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is no report of coverage", "run.py cover --json > FILE makes one") from None


def _files(story: Path) -> dict[str, str]:
    """The story's files by the names that places give."""
    paths = sorted(story.rglob("*.yaml"))
    return {path.relative_to(story).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in paths}


def _beside(story: Path) -> Path:
    """The replays that stand beside a story. Raises UsageError where there are none."""
    folder = story.resolve().parent / "tests" / "replays"
    if not folder.is_dir():
        raise UsageError(
            "name the replays to measure, or a folder of them", "--write DIR makes a set that covers everything"
        )
    return folder
