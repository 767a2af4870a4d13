"""Remembers what several files are about to become, so that a change of all that was cut off can be finished.

What it remembers lies in the user's own cache, where no story can put anything. Knows nothing of what is in the files.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from game.app import folders
from game.app.cache import Cache

from .rewriting import STAGED, Change, write_all


def begin(story: Path, changes: Iterable[Change]) -> None:
    """Remember the changes that are about to be written to a story's files."""
    listed = [
        {
            "name": change.name,
            "path": str(change.path.resolve()),
            "before": b64encode(change.before).decode(),
            "after": b64encode(change.after).decode(),
        }
        for change in changes
    ]
    _cache().write(_name(story), json.dumps(listed).encode())


def done(story: Path) -> None:
    """All was written, or nothing: there is nothing to remember."""
    _cache().write(_name(story), b"")


def finish(story: Path) -> list[str]:
    """Write what is left of changes that were cut off; the names of the files. None where one was edited since.

    Raises UsageError where one can't be written.
    """
    changes = _remembered(story)
    if not changes:
        return []
    left = [change for change in changes if _bytes(change.path) == change.before]
    written = sum(_bytes(change.path) == change.after for change in changes)
    cut_off = 0 < written < len(changes) == written + len(left)
    if cut_off:
        write_all(left)
    done(story)
    for change in changes:
        for path in change.path.parent.glob(f".{change.path.name}.*{STAGED}"):
            with suppress(OSError):
                path.unlink()
    return [change.name for change in left] if cut_off else []


def _remembered(story: Path) -> list[Change]:
    """The changes that were begun; none where another version of the program wrote them down in another way."""
    held = _cache().read(_name(story))
    try:
        return [
            Change(one["name"], Path(one["path"]), b64decode(one["before"]), b64decode(one["after"]))
            for one in json.loads(held or b"[]")
        ]
    except (ValueError, LookupError, TypeError):
        return []


def _cache() -> Cache:
    return Cache(folders.cache())


def _name(story: Path) -> str:
    return f"changes-{hashlib.sha256(str(story.resolve()).encode(errors='replace')).hexdigest()[:16]}"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
