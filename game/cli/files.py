"""Files that commands read and write by name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from game.errors import UsageError

WRITTEN = frozenset({".yaml", ".yml"})
"""How files end that people write, and that nothing here makes anew but replays."""


def is_file(path: Path) -> bool:
    """Whether a file is there. One in a folder that may not be entered is not, where `Path.is_file` may raise."""
    return os.path.isfile(path)  # noqa: PTH113


def write_text(path: Path, text: str) -> None:
    """Write a file that a person asked for, with its folder. Raises UsageError, also where a story's file is named."""
    from game.loading.belonging import REPLAY  # the first picture waits for this module

    if path.suffix in WRITTEN and not path.name.endswith(REPLAY) and is_file(path):
        raise UsageError(f"{path} is there already, and may be somebody's work", "name a file of another kind")
    try:
        data = text.encode()
    except UnicodeEncodeError as fault:
        raise UsageError(f"{path} can't be written: {fault}") from None
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file with its folder. What was there is replaced when all is written, or stays. Raises UsageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not is_file(path):
            path.write_bytes(data)  # a pipe, or a device; or a folder, which is refused
        else:
            _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as fault:
        raise UsageError(f"{path} can't be written: {_reason(fault)}") from None


def _replace(path: Path, data: bytes) -> None:
    """Put the bytes beside a file, and then in its place."""
    beside = path.with_name(f".{path.name[:200]}.{os.getpid()}.tmp")
    try:
        try:
            beside.write_bytes(data)
        except PermissionError:  # in the folder; the file itself may be open to us
            path.write_bytes(data)
            return
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


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
