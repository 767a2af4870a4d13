"""Writes several files or none. Knows nothing of what is in them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from game.errors import UsageError
from game.model.edit import Edit, applied

STAGED = ".new"
"""How the name of a file ends that is about to take the place of another."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to hold `after`, as long as it still holds `before`; `name` is what it is called in reports."""

    name: str
    path: Path
    before: bytes
    after: bytes

    def diff(self) -> Iterator[str]:
        """The change as a unified diff, line by line."""
        before, after = (data.decode("utf-8-sig").splitlines() for data in (self.before, self.after))
        yield from unified_diff(before, after, self.name, self.name, lineterm="")


def edited(name: str, path: Path, before: bytes, edits: Sequence[Edit]) -> Change:
    """The change that edits make to a file; what they add ends its lines as the file does, its BOM stays."""
    text = before.decode("utf-8-sig")
    if "\r\n" in text:
        edits = [Edit(edit.ref, edit.length, edit.text.replace("\n", "\r\n")) for edit in edits]
    bom = _BOM if before.startswith(_BOM) else b""
    return Change(name, path, before, bom + applied(text, edits).encode("utf-8"))


def write_all(changes: Iterable[Change]) -> None:
    """Write every change, or none. Raises UsageError where one can't be written, or was edited meanwhile.

    All new files are written beside the old ones first; then each takes its place, which is one step for the system.
    """
    changes = list(changes)
    staged: dict[Path, Path] = {}
    try:
        for change in changes:
            _check_unchanged(change)
            staged[change.path] = _staged(change)
        _put_in_place(changes, staged)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        where = next((change.name for change in changes if change.path not in staged), fault.filename or "a file")
        remedy = "allow your user to write it and its folder" if isinstance(fault, PermissionError) else ""
        raise UsageError(f"nothing was changed: {where} can't be written: {reason}", remedy) from None
    finally:
        for path in staged.values():
            path.unlink(missing_ok=True)


def _check_unchanged(change: Change) -> None:
    if change.path.read_bytes() != change.before:
        raise UsageError(f"nothing was changed: {change.name} was edited meanwhile", "try again")
    if not os.access(change.path, os.W_OK):
        raise PermissionError(13, "permission denied", str(change.path))


def _staged(change: Change) -> Path:
    """The new file, beside the one whose place it is to take."""
    target = change.path.resolve()
    handle, name = tempfile.mkstemp(STAGED, f".{target.name}.", target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(change.after)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, name)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _put_in_place(changes: Iterable[Change], staged: Mapping[Path, Path]) -> None:
    """Let each new file take its place; where one can't, give the others back what they held."""
    done: list[Change] = []
    try:
        for change in changes:
            staged[change.path].replace(change.path.resolve())
            done.append(change)
    except BaseException:  # Ctrl-C too
        for change in done:
            with suppress(OSError):
                change.path.write_bytes(change.before)
        raise
