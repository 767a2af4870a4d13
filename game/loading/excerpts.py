"""Shows the lines that the checks complain of. Reads files again, so only what a person is to see is worth it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.model.diagnostic import Diagnostic

from .document import MAX_BYTES
from .problem import Problem
from .reporting import excerpt

_UNREAD = "E101"
"""The code of a file that can't be read, or is not to be; to open it might be to wait for ever."""


def with_excerpts(found: Iterable[Diagnostic], folder: Path) -> list[Diagnostic]:
    """The diagnostics, each with its line of the file where it had none; `folder` is the story's."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        try:
            with (folder / file).open("rb") as stream:
                return tuple(stream.read(MAX_BYTES).decode("utf-8", "replace").splitlines())
        except OSError:
            return ()

    def shown(one: Diagnostic) -> Diagnostic:
        if one.excerpt or one.code == _UNREAD:
            return one
        return replace(one, excerpt=excerpt(Problem(one.ref, one.code, one.message), lines(one.ref.file)))

    return [shown(one) for one in found]
