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
        place = Problem(one.ref, one.code, one.message)
        return one if one.excerpt else replace(one, excerpt=excerpt(place, lines(one.ref.file)))

    return [shown(one) for one in found]
