"""Files that commands read and write by name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from game.errors import UsageError


def is_file(path: Path) -> bool:
    """Whether a file is there. One in a folder that may not be entered is not, where `Path.is_file` may raise."""
    return os.path.isfile(path)  # noqa: PTH113


def write_text(path: Path, text: str) -> None:
    """Write a file that a person asked for, with its folder. Raises UsageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as fault:
        raise UsageError(f"{path} can't be written: {_reason(fault)}") from None


def write_bytes(path: Path, data: bytes) -> None:
    """The same with bytes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except (OSError, ValueError) as fault:
        raise UsageError(f"{path} can't be written: {_reason(fault)}") from None


def replays_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and every `*.replay.yaml` below the folders named. Raises UsageError for what is not there."""
    return files_below(paths, "*.replay.yaml")


def files_below(paths: Iterable[Path], pattern: str) -> list[Path]:
    """The files named, and all like `pattern` below the folders named. Raises UsageError where a folder has none."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = sorted(path.rglob(pattern))
            if not below:
                raise UsageError(f"there is no {pattern} below {path}")
            found += below
        else:
            found.append(path)
    return found


def _reason(fault: Exception) -> str:
    return fault.strerror or str(fault) if isinstance(fault, OSError) else str(fault)
