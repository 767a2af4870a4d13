"""`map`: the story as a graph, as Mermaid text or as a page."""

import argparse

from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import say
from game.tools import story_map


def run(options: argparse.Namespace) -> int:
    """Write the page that was asked for, else print Mermaid. Raises UsageError where it can't be written."""
    story, _ = playable(options.story)
    if options.html is None:
        say(story_map.mermaid(story))
    else:
        write_text(options.html, story_map.html(story))
        say(f"Wrote {options.html}.")
    return 0
