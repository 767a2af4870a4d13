"""Cuts a text into characters, braces, bars, colons and stars, escapes resolved. Knows nothing of what they mean."""

from __future__ import annotations

import re

from game.model.value import value

_ESCAPED = r"[*{}|:&~\\]"
"""A backslash before one of these is left out; before any other character it is itself."""
_SPECIAL = re.compile(rf"\\{_ESCAPED}|[{{}}|:*]")
"""Two characters that stand for the second, or a sign."""


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
    for match in _SPECIAL.finditer(text):
        start, cut = match.start(), match.group()
        if start < place or (not depth and cut in "|:"):
            continue
        if start > place:
            found.append(Piece("", text[place:start], place, start))
        place = match.end()
        is_doubled = not depth and cut in "{}" and text.startswith(cut, place)
        if is_doubled or len(cut) > 1:
            place += is_doubled
            found.append(Piece("", cut[-1], start, place))
            continue
        found.append(Piece(cut, cut, start, place))
        depth = max(0, depth + (cut == "{") - (cut == "}"))
    if place < len(text):
        found.append(Piece("", text[place:], place, len(text)))
    return found
