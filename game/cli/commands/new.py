"""`new`: makes the folder of a new story that checks clean, with a replay and an editor's settings."""

from __future__ import annotations

import argparse
import json
import shlex
import shutil
from pathlib import Path

from game.cli.files import write_text
from game.cli.output import program, say
from game.errors import UsageError
from game.loading.json_schema import schemas
from game.loading.quoting import Spot, needs_quotes
from game.tools import new_story


def run(options: argparse.Namespace) -> int:
    """Write it. Raises UsageError where something stands there already, or nothing can be written."""
    folder: Path = options.name
    title = " ".join(folder.name.replace("_", " ").replace("-", " ").split()).capitalize()
    if not title:
        raise UsageError(f'"{folder}" is no name for a story')
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already", "name a folder that is not, or an empty one")
    plain = json.dumps(title, ensure_ascii=False) if needs_quotes(title, Spot.VALUE) else title
    made = new_story.files(plain) | {f"schema/{name}": text for name, text in schemas().items()}
    try:
        for name, text in made.items():
            write_text(folder / name, text)
    except UsageError:
        shutil.rmtree(folder, ignore_errors=True)  # nothing was in it before
        raise
    say(f"Made {folder}. Its scenes are in {folder / 'scenes'}. Next:")
    for words in ("check --strict", "write", f"replay {shlex.quote(str(folder / 'replays'))}"):
        say(f"    {program()} {words} --story {shlex.quote(str(folder))}")
    return 0
