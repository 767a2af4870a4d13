"""`cover`: which scenes, choices and endings a set of replays covers; or a small set that covers all there is."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.files import replays_in, write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.cli.replays import run_replays
from game.errors import UsageError
from game.tools import cover, covering


def run(options: argparse.Namespace) -> int:
    """Report; 1 where a replay fails, for what it would have covered is not."""
    story, _ = playable(options.story)
    paths = options.files
    if options.write is not None:
        replays = covering.covering(story)
        for name, text in replays:
            write_text(options.write / name, text)
        complain(f"Wrote {count(len(replays), 'replay')} to {options.write}.")
        paths = paths or [options.write]
    played = run_replays(story, replays_in(paths or [_beside(options.story)]))
    report = cover.run(story, [result.play for result in played.results if result.play is not None])
    if options.json:
        say_json(cover.as_json(report))
    else:
        say(cover.as_text(report))
    for result in played.results:
        if not result.ok:
            complain(f"{result.file} fails; run.py replay says where.")
    return int(not played.ok)


def _beside(story: Path) -> Path:
    """The replays that stand beside a story. Raises UsageError where there are none."""
    folder = story.resolve().parent / "tests" / "replays"
    if not folder.is_dir():
        raise UsageError(
            "name the replays to measure, or a folder of them", "--write DIR makes a set that covers everything"
        )
    return folder
