"""`map`: the story as a graph, as a page to walk about in or as text for other programs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from game.cli.commands.explore import budget_of
from game.cli.files import replays_in, write_text
from game.cli.loaded import playable
from game.cli.outlines import outline_of
from game.cli.output import complain, say, say_json
from game.cli.patience import patience
from game.cli.replays import replays_beside, run_replays
from game.engine.playing import Playthrough
from game.errors import INTERRUPTED
from game.model.story import Story
from game.tools.map import notation
from game.tools.map.known import Known, chances_of, known_of
from game.tools.map.page import page


def run(options: argparse.Namespace) -> int:
    """Write the page that was asked for, else print; 130 where Ctrl-C ended the odds early."""
    story, _ = playable(options.story)
    if options.html is None and not options.json:
        say(notation.dot(story) if options.dot else notation.mermaid(story))
        return 0
    known, odds, stopped = _known(story, options)
    if options.json:
        say_json(notation.as_json(story, known))
    else:
        write_text(options.html, page(story, known, odds))
        say(f"Wrote {options.html}.")
    return INTERRUPTED if stopped else 0


def _known(story: Story, options: argparse.Namespace) -> tuple[Mapping[str, Known], Mapping[str, float | None], bool]:
    """What the layers need, the odds of endings, and whether Ctrl-C ended it early."""
    plays = _plays(story, options.replays, options.story)
    if not options.odds:
        return known_of(story, plays), {}, False
    with patience() as waiting:
        chances = chances_of(story, outline_of(story, budget_of(options, waiting), options.max_states))
    if waiting.stopped:
        complain("Stopped by Ctrl-C: what was not decided is unknown.")
    return known_of(story, plays, chances), chances.endings, waiting.stopped


def _plays(story: Story, named: list[Path] | None, folder: Path) -> list[Playthrough] | None:
    """The playthroughs of the replays that were named, else of those beside the story; None where there are none."""
    paths = replays_in(named) if named else replays_beside(folder)
    if not paths:
        return None
    results = run_replays(story, paths).results
    failing = sum(not result.ok for result in results)
    if failing:
        complain(f"{failing} of {len(results)} replays fail and count as far as they go; run.py replay says where.")
    return [result.play for result in results if result.play is not None]
