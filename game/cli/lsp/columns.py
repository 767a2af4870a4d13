"""Columns as an editor counts them (UTF-16, if nothing else was agreed on) and as we do. Knows nothing of stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types

from game.model.source import SourceRef

BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line for an editor, and for YAML; Python's `splitlines` would end some elsewhere too."""
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass(frozen=True, slots=True)
class Columns:
    """Turns places round, in the unit that the editor counts in."""

    encoding: str = "utf-16"

    def units(self, text: str) -> int:
        """How long the editor calls a text."""
        if text.isascii():
            return len(text)
        codec, size = _CODECS[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // size

    def column(self, line: str, units: int) -> int:
        """Our column (from 0) of the editor's; never beyond the line's end, never within a character."""
        if line.isascii():
            return min(units, len(line))
        codec, size = _CODECS[self.encoding]
        return len(line.encode(codec, "surrogatepass")[: units * size].decode(codec, "ignore"))

    def edited(self, text: str, change: types.TextDocumentContentChangeEvent) -> str:
        """The text after a change that an editor told: of a range of it, or of all."""
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        start, end = self._offset(text, change.range.start), self._offset(text, change.range.end)
        return text[:start] + change.text + text[end:]

    def _offset(self, text: str, position: types.Position) -> int:
        """Where an editor's position is among the characters; never beyond the end."""
        start = 0
        for _ in range(position.line):
            found = BREAK.search(text, start)
            if found is None:
                return len(text)
            start = found.end()
        end = BREAK.search(text, start)
        return start + self.column(text[start : end.start() if end else len(text)], position.character)

    def position(self, lines: Sequence[str], line: int, column: int) -> types.Position:
        """The editor's position of our line and column, which count from 1."""
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return types.Position(max(0, line - 1), self.units(text[: column - 1]) if text else max(0, column - 1))

    def span(self, lines: Sequence[str], ref: SourceRef, length: int) -> types.Range:
        """The editor's range of so many characters at a place."""
        end = self.position(lines, ref.line, ref.column + length)
        return types.Range(self.position(lines, ref.line, ref.column), end)

    def place(self, lines: Sequence[str], position: types.Position) -> tuple[int, int]:
        """Our line and column, both from 0, of an editor's position."""
        line = lines[position.line] if position.line < len(lines) else ""
        return position.line, self.column(line, position.character)
