"""`schema`: the JSON Schemas with which editors complete and check scenes, written beside a story."""

import argparse

from game.cli.output import say
from game.errors import UsageError
from game.loading.json_schema import write_json_schema


def run(options: argparse.Namespace) -> int:
    """Write them into the story's `schema/`. Raises UsageError where they can't be written."""
    folder = options.story / "schema"
    try:
        write_json_schema(folder)
    except OSError as fault:
        raise UsageError(f"{folder} can't be written: {fault.strerror}") from None
    say(f"Wrote the schemas into {folder}.")
    return 0
