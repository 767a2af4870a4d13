"""`replay`: plays scripted paths and says where one does not hold."""

from __future__ import annotations

import argparse

from game.cli.files import replays_in, write_text
from game.cli.loaded import playable
from game.cli.output import say, say_json
from game.cli.replays import run_replays
from game.tools import junit, replay


def run(options: argparse.Namespace) -> int:
    """Play every replay; 1 where one fails. Raises UsageError for a file that can't be opened."""
    story, _ = playable(options.story)
    report = run_replays(story, replays_in(options.files))
    if options.junit is not None:
        write_text(options.junit, junit.as_xml(report))
    if options.json:
        say_json(replay.as_json(report))
    else:
        say(replay.as_text(report))
        for result in report.results if options.transcript else ():
            say(replay.transcript(story, result))
    return int(not report.ok)
