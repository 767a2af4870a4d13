"""What belongs to a story by where it stands. Knows names only, and imports nothing: a start asks before all else."""

from __future__ import annotations

import os

ASSET_LIST = ("assets", "assets.yaml")
LEDGER = ("seeds", "canon.yaml")
BESIDE = (ASSET_LIST, LEDGER)
"""Files that are read beside a story's folder, by their parts."""

REPLAY = ".replay.yaml"
"""How a replay's name ends. It may stand anywhere; the story does not read it."""


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a story goes on in it."""
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


def is_yaml(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file that a story has, or was meant to have."""
    return entry.name.lower().endswith((".yaml", ".yml")) and not entry.name.startswith(".") and not entry.is_dir()
