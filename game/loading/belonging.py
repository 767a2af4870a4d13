"""What belongs to a story by where it stands. Knows names only, and imports nothing: a start asks before all else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

ASSET_LIST = ("assets", "assets.yaml")
LEDGER = ("seeds", "canon.yaml")
BESIDE = (ASSET_LIST, LEDGER)
"""Files that are read beside a story's folder, by their parts."""

REPLAY = ".replay.yaml"
"""How a replay's name ends. It may stand anywhere; the story does not read it."""


def yaml_files(folder: str | os.PathLike[str], failed: Callable[[OSError], object]) -> Iterator[os.DirEntry[str]]:
    """Every file that a story in this folder has, or was meant to have, those of the folders below it too.

    They come in an order of their own, which is the same each time. `failed` hears of a folder that can't be read.
    """
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            failed(error)
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        waiting += [entry.path for entry in shown if entry.is_dir(follow_symlinks=False)]
        yield from (entry for entry in shown if entry.name.lower().endswith((".yaml", ".yml")) and not entry.is_dir())
