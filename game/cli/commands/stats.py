"""`stats`: words, scenes, reading time, branching."""

import argparse

from game.cli.loaded import playable
from game.cli.output import say, say_json
from game.loading.ledger import endings_of, load_ledger
from game.tools import stats, stats_report


def run(options: argparse.Namespace) -> int:
    """Report it."""
    story, _ = playable(options.story)
    ledger, _ = load_ledger(options.story)
    report = stats.run(story, None if ledger is None else endings_of(ledger))
    if options.json:
        say_json(stats_report.as_json(report))
    else:
        say(stats_report.as_text(report))
    return 0
