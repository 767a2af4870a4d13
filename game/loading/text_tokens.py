"""Cuts a text into characters, braces, bars, colons and stars, escapes resolved. Knows nothing of what they mean."""

from __future__ import annotations

import re

from game.model.value import value

_ESCAPED = r"[*{}|:&~\\]"
"""A backslash before one of these is left out; before any other character it is itself."""
_OUTSIDE = re.compile(rf"(\\{_ESCAPED}|{{{{|}}}})|([{{}}*])|(?:[^\\{{}}*]+|\\(?!{_ESCAPED}))+")
_INSIDE = re.compile(rf"(\\{_ESCAPED})|([{{}}|:*])|(?:[^\\{{}}|:*]+|\\(?!{_ESCAPED}))+")
"""Two characters that stand for the second, a sign, or characters to show; outside of braces and inside."""
_ESCAPE, _SIGN = 1, 2
"""The groups of both."""


@value()
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
        start, place = place, match.end()
        cut, kind = match.group(), match.lastindex
        if kind != _SIGN:
            found.append(Piece("", cut[1:] if kind == _ESCAPE else cut, start, place))
            continue
        found.append(Piece(cut, cut, start, place))
        if cut == "{":
            depth += 1
        elif cut == "}":
            depth = max(0, depth - 1)
    return found
