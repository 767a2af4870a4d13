"""Lays a text out anew by as few changes as that takes, so that a cursor stays where it is. Changes no meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from game.loading.document import read_text
from game.loading.formatting import formatted


@dataclass(frozen=True, slots=True)
class Replaced:
    """Lines from `first` to `last` (exclusive, from 0) that become `text`."""

    first: int
    last: int
    text: str


def layout(text: str) -> tuple[Replaced, ...] | None:
    """The changes that lay a text out; None where it has problems, or where no other layout would say the same."""
    if read_text(text, "").problems:
        return None
    made = formatted(text)
    return None if made is None else changes(text.splitlines(keepends=True), made.splitlines(keepends=True))


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[Replaced, ...]:
    """The stretches of lines that differ."""
    matched = SequenceMatcher(a=before, b=after, autojunk=False)
    return tuple(
        Replaced(first, last, "".join(after[start:end]))
        for tag, first, last, start, end in matched.get_opcodes()
        if tag != "equal"
    )
