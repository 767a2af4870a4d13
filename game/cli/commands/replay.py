"""`replay`: plays scripted paths and says where one does not hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.files import replays_in, write_text
from game.cli.output import complain, count, say, say_json
from game.cli.replays import run_replays
from game.cli.screens import take_pictures
from game.cli.stored import story_in
from game.model.story import Story
from game.tools import junit, replay


def run(options: argparse.Namespace) -> int:
    """Play every replay; 1 where one fails. Raises UsageError for a file that can't be opened."""
    story = story_in(options.story)
    report = run_replays(story, replays_in(options.files), accept=options.accept)
    if options.junit is not None:
        write_text(options.junit, junit.as_xml(report))
    if options.json:
        say_json(replay.as_json(report) | _transcripts(story, report, wanted=options.transcript))
    else:
        say(replay.as_text(report))
        for text in _transcripts(story, report, wanted=options.transcript).get("transcripts", {}).values():
            say(text)
    if options.accept:
        complain(f"Accepted {count(sum(result.ok for result in report.results), 'transcript')}.")
    if options.screens is not None:
        plays = {_stem(result.file): result.play for result in report.results if result.play is not None}
        take_pictures(story, options.story.resolve().parent / "assets", plays, options.screens)
    return int(not report.ok)


def _transcripts(story: Story, report: replay.Report, *, wanted: bool) -> dict[str, dict[str, str]]:
    """What a reader sees, by file."""
    shown = {result.file: replay.transcript(story, result) for result in report.results if wanted}
    return {"transcripts": shown} if wanted else {}


def _stem(file: str) -> str:
    return Path(file).name.removesuffix(".replay.yaml")
