"""Cuts a text into characters, braces, bars, colons and stars, escapes resolved. Knows nothing of what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ESCAPED = r"[*{}|:&~\\]"
"""A backslash before one of these is left out; before any other character it is itself."""
_OUTSIDE = re.compile(rf"(\\{_ESCAPED}|{{{{|}}}})|([{{}}*])|(?:[^\\{{}}*]+|\\(?!{_ESCAPED}))+")
_INSIDE = re.compile(rf"(\\{_ESCAPED})|([{{}}|:*])|(?:[^\\{{}}|:*]+|\\(?!{_ESCAPED}))+")
"""Two characters that stand for the second, a sign, or characters to show; outside of braces and inside."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text. `sign` is one of `{ } | : *`, or empty for characters to show; places are offsets."""

    sign: str
    text: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """The text from left to right. `{{` and `}}` are one character each, but only outside of any open brace."""
    found: list[Piece] = []
    depth = place = 0
    while match := (_INSIDE if depth else _OUTSIDE).match(text, place):
        escaped, sign = match.groups(default="")
        start, place = place, match.end()
        found.append(Piece(sign, escaped[1:] or match.group(), start, place))
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
    return found
