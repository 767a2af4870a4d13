"""Cuts a text into characters, braces, bars, colons and stars, escapes resolved. Knows nothing of what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

ESCAPED = frozenset("*{}|:&~\\")
"""The characters that a backslash may stand before; before any other it is itself."""

_PIECE = re.compile(r"[^\\{}|:*]+|.", re.DOTALL)


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
    while place < len(text):
        piece = _piece(text, place, depth)
        if piece.sign == "{":
            depth += 1
        elif piece.sign == "}":
            depth = max(0, depth - 1)
        found.append(piece)
        place = piece.end
    return found


def _piece(text: str, place: int, depth: int) -> Piece:
    pair = text[place : place + 2]
    if depth == 0 and pair in ("{{", "}}"):
        return Piece("", pair[0], place, place + 2)
    if pair[0] == "\\" and pair[1:] in ESCAPED and len(pair) == 2:
        return Piece("", pair[1], place, place + 2)
    if depth == 0 and pair[0] in "|:":
        return Piece("", pair[0], place, place + 1)
    match = _PIECE.match(text, place)
    found = match.group() if match else pair[0]
    return Piece(found if found in "{}|:*" else "", found, place, place + len(found))
