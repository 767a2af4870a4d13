"""`random`: plays at random, each run repeatable by its seed."""

import argparse

from game.cli.loaded import playable
from game.cli.output import say, say_json
from game.tools import random_play


def run(options: argparse.Namespace) -> int:
    """Play; 1 where a run failed."""
    story, _ = playable(options.story)
    report = random_play.run(story, runs=options.runs, seed=options.seed)
    if options.json:
        say_json(random_play.as_json(report))
    else:
        say(random_play.as_text(report))
    return int(bool(report.failures))
