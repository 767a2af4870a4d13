"""Story text made fit for a terminal: no control codes, wrapped to the width, styled only where that is wanted.

Knows nothing of the story or of input.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from game.app.view import Rendered

WIDEST = 100
"""Columns that a line of text takes at most; longer ones are hard to read."""

NARROWEST = 20

# Emphasis travels as two private characters through wrapping; story text never holds them, `clean` takes them out.
_ON, _OFF = "\ue000", "\ue001"
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_JOINERS = "\u200c\u200d"
_WIDE = ("W", "F")
_COMMANDS = ("Cc", "Cf", "Cs", "Co")
"""Unicode's classes of controls, of invisible formatting, of halves of characters and of private ones."""


def clean(text: str) -> str:
    """The text without anything that could command a terminal or turn its lines around."""
    return "".join(" " if c in "\t\n\r\u2028\u2029" else c for c in text if _is_harmless(c))


def _is_harmless(character: str) -> bool:
    return character in "\t\n\r" + _JOINERS or unicodedata.category(character) not in _COMMANDS


def marked(rendered: Rendered) -> str:
    """Cleaned text with its emphasis marked for `Paper.paragraph`."""
    return "".join(f"{_ON}{clean(run.text)}{_OFF}" if run.emphasis else clean(run.text) for run in rendered)


def columns(text: str) -> int:
    """How many columns the text takes: wide characters two, accents and joined characters none."""
    width, joined = 0, False
    for character in _STYLE.sub("", text):
        if not joined:
            width += _columns_of(character)
        joined = character == "\u200d"
    return width


def _columns_of(character: str) -> int:
    if character in (_ON, _OFF) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


@dataclass(frozen=True, slots=True)
class Paper:
    """How to set text: so many columns, with styles (`ansi`) or without."""

    width: int
    ansi: bool = False

    def paragraph(self, text: str, *, first: str = "", rest: str = "") -> str:
        """Wrapped text; `first` stands before its first line, `rest` before the others."""
        room = max(NARROWEST, min(self.width, WIDEST)) - columns(rest)
        lines = list(_wrap(text, room - columns(first) + columns(rest), room))
        set_lines = [(rest if number else first) + line for number, line in enumerate(lines)]
        return self._emphasised("\n".join(set_lines))

    def bold(self, text: str) -> str:
        """A heading or a name."""
        return f"\x1b[1m{text}\x1b[0m" if self.ansi else text

    def dim(self, text: str) -> str:
        """What matters less than the story."""
        return f"\x1b[2m{text}\x1b[0m" if self.ansi else text

    def coloured(self, text: str, colour: str | None) -> str:
        """Text in a `#rrggbb` colour, bold."""
        code = _palette(colour) if self.ansi else None
        return self.bold(text) if code is None else f"\x1b[1;38;5;{code}m{text}\x1b[0m"

    def _emphasised(self, text: str) -> str:
        on, off = ("\x1b[3m", "\x1b[23m") if self.ansi else ("", "")
        return text.replace(_ON, on).replace(_OFF, off)


def _wrap(text: str, first_room: int, room: int) -> Iterator[str]:
    line, left = "", first_room
    for unit, spaced in _units(text):
        gap = 1 if spaced and line else 0
        if line and gap + columns(unit) > left:
            yield line
            line, left, gap = "", room, 0
        for piece in _pieces(unit, left - gap, room):
            if piece is not None:
                line += " " * gap + piece
                left -= gap + columns(piece)
            else:
                yield line
                line, left, gap = "", room, 0
    yield line


def _units(text: str) -> Iterator[tuple[str, bool]]:
    """What must not be parted, and whether a space stands before it: words, and wide characters one by one."""
    for word in text.split():
        unit, spaced = "", True
        for character in word:
            if unit and _columns_of(character) == 2 and not unit.endswith("\u200d"):
                yield unit, spaced
                unit, spaced = "", False
            unit += character
        yield unit, spaced


def _pieces(unit: str, left: int, room: int) -> Iterator[str | None]:
    """The unit, cut where it is longer than a whole line; None where a line ends."""
    piece = ""
    for character in unit:
        if piece and columns(piece + character) > left:
            yield piece
            yield None
            piece, left = "", room
        piece += character
    yield piece


def _palette(colour: str | None) -> int | None:
    """The nearest of the 216 colours that every terminal with colours knows."""
    digits = (colour or "").removeprefix("#")
    if len(digits) != 6:
        return None
    try:
        red, green, blue = (round(int(digits[i : i + 2], 16) / 51) for i in (0, 2, 4))
    except ValueError:
        return None
    return 16 + 36 * red + 6 * green + blue
