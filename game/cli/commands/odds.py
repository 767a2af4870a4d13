"""`odds`: how likely each ending is, which decisions move it most, and which choices almost nobody can afford."""

from __future__ import annotations

import argparse

from game.cli.commands.explore import budget_of
from game.cli.loaded import playable
from game.cli.output import say, say_json
from game.cli.patience import patience
from game.cli.weights import read_weights
from game.errors import INTERRUPTED
from game.tools import odds


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
    return INTERRUPTED if waiting.stopped else 0
