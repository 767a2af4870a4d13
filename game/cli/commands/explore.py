"""`explore`: what can be reached, what can't, and the shortest way to anything that is wrong."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.cli.patience import Patience, patience
from game.cli.spreading import Spread
from game.cli.weights import read_weights
from game.errors import INTERRUPTED
from game.tools import explore, witnesses


def run(options: argparse.Namespace) -> int:
    """Explore; 1 for dead ends, traps and broken invariants, under `--strict` for anything not proved reachable too.

    130 where Ctrl-C ended it early: what was found until then is reported.
    """
    story, result = playable(options.story)
    weights = read_weights(options.weights, story)
    with patience() as waiting, Spread(options.jobs, options.cluster, waiting.is_over) as spread:
        report = explore.run(
            story,
            result.invariants,
            max_states=options.max_states,
            budget=budget_of(options, waiting),
            weights=weights,
            spread=None if spread.is_alone else spread.map,
        )
    if options.json:
        say_json(explore.as_json(report))
    else:
        say(explore.as_text(report))
    if options.write is not None:
        _write(options.write, witnesses.replays(report, story))
    if waiting.stopped:
        complain("Stopped by Ctrl-C: what was not decided is unknown.")
        return INTERRUPTED
    return int(not (report.all_proved if options.strict else report.ok))


def budget_of(options: argparse.Namespace, waiting: Patience) -> explore.Budget:
    """The budget that was asked for."""
    memory = explore.MAX_MEMORY if options.max_memory is None else options.max_memory << 20
    return explore.Budget(
        memory=memory, seconds=options.max_seconds, clock=time.monotonic, stop=waiting.is_over, tell=waiting.tell
    )


def _write(folder: Path, found: list[tuple[str, str]]) -> None:
    for name, text in found:
        write_text(folder / name, text)
    complain(f"Wrote {count(len(found), 'replay')} to {folder}.")
