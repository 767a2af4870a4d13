"""A piece of text from a YAML file that knows where each of its characters stood, and nothing of what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from game.model.source import SourceRef

from .pages import Page


class Style(Enum):
    """How a scalar was written; the values are YAML's own signs."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"

    @property
    def is_block(self) -> bool:
        """Whether the text stands on the lines after its sign."""
        return self in (Style.LITERAL, Style.FOLDED)


_PLAIN = Style.PLAIN  # found at once; a member of an enumeration takes as long as a call

_HEX_ESCAPES = {"x": 4, "u": 6, "U": 10}
"""Length of the escapes of a double-quoted scalar that are longer than two characters."""


@dataclass(slots=True, eq=False)
class Placed:
    """Something that stands on a page, from a row and column on: the quote of a quoted text, the `|` or `>` of a block.

    Both are counted from 0, as libyaml does. Its marks are not kept: they take more room than all else in a tree.
    """

    page: Page
    row: int
    column: int

    @property
    def line(self) -> int:
        """Of its first character, counted from 1."""
        return self.row + 1

    @property
    def ref(self) -> SourceRef:
        """Where it begins."""
        return SourceRef(self.page.file, self.row + 1, self.column + 1)


@dataclass(slots=True, eq=False)
class Scalar(Placed):
    """Text as YAML gives it (escapes and folds already resolved).

    Where the page has no lines, places inside are counted as if the text stood on one line without escapes.
    """

    text: str
    style: Style = Style.PLAIN

    def ref_at(self, offset: int) -> SourceRef:
        """Where the character at that offset of `text` stands in the file; never beyond the end of a line."""
        if offset <= 0 and self.style is _PLAIN:
            return self.ref
        offset = max(0, min(offset, len(self.text)))
        start = self.column + 1
        if offset == 0 and not self.style.is_block:
            return SourceRef(self.page.file, self.line, start + 1)
        if self.line > len(self.page):
            return SourceRef(self.page.file, self.line, start + offset + (self.style is not _PLAIN))
        return self._walked(offset)

    def _walked(self, offset: int) -> SourceRef:
        """The place found by reading the file's own characters alongside the text."""
        if self._is_literal_up_to(offset):
            start = self.column + 1 + (self.style is not _PLAIN)
            return SourceRef(self.page.file, self.line, start + offset)
        walk = _Walk(self)
        for character in self.text[:offset]:
            walk.over(character)
        return walk.place()

    def _is_literal_up_to(self, offset: int) -> bool:
        """Whether the file has the text word for word to this place, and on one line, which is so nearly always."""
        if self.style.is_block or (offset == len(self.text) and self.style is not _PLAIN):
            return False
        start = self.column + (self.style is not _PLAIN)
        return self.page.lines[self.row].startswith(self.text[: offset + 1], start)


@dataclass(slots=True, eq=False)
class Spread(Scalar):
    """Text of which somebody else knows where each character stands: its line and column, from 1."""

    places: Sequence[tuple[int, int]] = ()

    def ref_at(self, offset: int) -> SourceRef:
        """Where the character at that offset stands; beyond the last, where that does."""
        return SourceRef(self.page.file, *self.places[max(0, min(offset, len(self.places) - 1))])


def spread(text: str, places: Sequence[tuple[int, int]], file: str) -> Spread:
    """Text whose characters stand at these places of a file."""
    line, column = places[0] if places else (1, 1)
    return Spread(Page(file, "", ()), line - 1, column - 1, text, Style.DOUBLE, places)


def loose(text: str, file: str = "", line: int = 1, column: int = 1, style: Style = Style.PLAIN) -> Scalar:
    """Text from a place, counted from 1, in a file that is not at hand."""
    return Scalar(Page(file, "", ()), line - 1, column - 1, text, style)


class _Walk:
    """A finger on the file that moves along as the characters of a scalar's text are read off."""

    def __init__(self, scalar: Scalar) -> None:
        self._scalar = scalar
        self._line = scalar.row
        self._column = scalar.column
        self._lines = scalar.page.lines
        self._indent = 0
        if scalar.style.is_block:
            self._line += 1
            first = next((line for line in self._lines[self._line :] if line.strip()), "")
            self._indent = self._column = len(first) - len(first.lstrip(" "))
        elif scalar.style is not _PLAIN:
            self._column += 1

    def over(self, character: str) -> None:
        """Move past what stands in the file for that character."""
        if character in " \n" and self._line_is_done():
            self._next_line()
        else:
            self._skip_fold()
            self._column += self._width()

    def place(self) -> SourceRef:
        """Where the finger is."""
        self._skip_fold()
        return SourceRef(self._scalar.page.file, self._line + 1, min(self._column, len(self._current())) + 1)

    def _line_is_done(self) -> bool:
        """Whether the rest of the line is no part of the text; spaces at the end of a line of a block are."""
        return not (self._rest() if self._scalar.style.is_block else self._rest().strip())

    def _rest(self) -> str:
        return self._current()[self._column :]

    def _current(self) -> str:
        return self._lines[self._line] if self._line < len(self._lines) else ""

    def _next_line(self) -> None:
        if self._line + 1 < len(self._lines):
            self._line += 1
            self._column = min(self._indent, len(self._current()))

    def _skip_fold(self) -> None:
        """Go to where the text goes on, past blank lines and indentation that YAML folds into one space."""
        if self._line_is_done() and any(line.strip() for line in self._lines[self._line + 1 :]):
            self._next_line()
            while not self._current().strip():
                self._next_line()
        if not self._scalar.style.is_block and not self._current()[: self._column].strip():
            self._column = max(self._column, len(self._current()) - len(self._current().lstrip()))

    def _width(self) -> int:
        rest = self._rest()
        if self._scalar.style is Style.SINGLE and rest.startswith("''"):
            return 2
        if self._scalar.style is Style.DOUBLE and rest.startswith("\\"):
            return min(_HEX_ESCAPES.get(rest[1:2], 2), len(rest))
        return 1
