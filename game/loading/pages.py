"""The text of a file, and its lines once somebody asks for them. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload


@dataclass(slots=True)
class Page(Sequence[str]):
    """A file as a sequence of its lines, which end with a line feed. Parted only when needed: few files ever are."""

    file: str
    text: str
    _lines: tuple[str, ...] | None = field(default=None, compare=False, repr=False)

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines."""
        if self._lines is None:
            self._lines = tuple(self.text.split("\n"))
        return self._lines

    def forget_lines(self) -> None:
        """Part the text again when somebody asks again."""
        self._lines = None

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """A line, counted from 0."""
        return self.lines[place]

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.lines)
