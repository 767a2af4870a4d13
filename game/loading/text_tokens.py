"""Cuts a text into characters, braces, bars, colons and stars, escapes resolved. Knows nothing of what they mean."""

from __future__ import annotations

import re

from game.model.value import value

_SPECIAL = re.compile(r"[\\{}|:*]")
_ESCAPED = "*{}|:&~\\"
"""A backslash before one of these is left out; before any other character it is itself."""


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
        start = match.start()
        sign, after = text[start], text[start + 1 : start + 2]
        if start < place or (not depth and sign in "|:"):
            continue
        stands_for_next = after != "" and (after in _ESCAPED if sign == "\\" else after == sign in "{}" and not depth)
        if sign == "\\" and not stands_for_next:
            continue
        if start > place:
            found.append(Piece("", text[place:start], place, start))
        place = start + 1 + stands_for_next
        if stands_for_next:
            found.append(Piece("", after, start, place))
            continue
        found.append(Piece(sign, sign, start, place))
        depth = max(0, depth + (sign == "{") - (sign == "}"))
    if place < len(text):
        found.append(Piece("", text[place:], place, len(text)))
    return found
