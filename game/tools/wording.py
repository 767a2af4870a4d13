"""Small pieces of the sentences in reports."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from game.model.expression import Value


def listed(names: Iterable[str]) -> str:
    """`a, b`, or `nothing`."""
    return ", ".join(names) or "nothing"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`, did you mean "x"?` where something known is close, else nothing."""
    close = get_close_matches(name[:80], list(known), n=1)
    return f', did you mean "{close[0]}"?' if close else ""


def counted(number: int, noun: str) -> str:
    """`1 scene`, `2 scenes`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def spelled(value: Value) -> str:
    """A value as a writer types it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
