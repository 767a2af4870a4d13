"""`canon`: which events of the ledger which scenes tell, and which none does."""

import argparse

from game.cli.loaded import playable
from game.cli.output import say, say_json
from game.tools import canon


def run(options: argparse.Namespace) -> int:
    """Report it."""
    story, _ = playable(options.story)
    report = canon.run(story)
    if options.json:
        say_json(canon.as_json(report))
    else:
        say(canon.as_text(report))
    return 0
