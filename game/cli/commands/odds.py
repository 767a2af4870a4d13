"""`odds`: how likely each ending is, which decisions move it most, and which choices almost nobody can afford."""

from __future__ import annotations

import argparse

from game.cli.commands.explore import budget_of
from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import complain, say, say_json
from game.cli.patience import patience
from game.cli.weights import read_weights
from game.errors import INTERRUPTED
from game.tools import odds, odds_page


def run(options: argparse.Namespace) -> int:
    """Report; 0 also where the budget ran out, which the report says."""
    story, _ = playable(options.story)
    weights = read_weights(options.weights, story)
    with patience() as waiting:
        report = odds.run(story, max_states=options.max_states, budget=budget_of(options, waiting), weights=weights)
    if options.json:
        say_json(odds.as_json(report))
    else:
        say(odds.as_text(report))
    if options.html is not None:
        write_text(options.html, odds_page.page(story, report, weighted=bool(weights)))
        complain(f"Wrote {options.html}.")
    return INTERRUPTED if waiting.stopped else 0
