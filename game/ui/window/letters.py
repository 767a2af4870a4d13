"""Text that is revealed letter by letter: whole lines rendered once, shown from left to right. Knows no clock."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import pygame

from .glyphs import Glyphs
from .marks import Words
from .theme import Type
from .typesetting import in_style

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED


class Letters:
    """Some lines of text, ready to be revealed. What a frame costs must not grow with what is shown already."""

    def __init__(self, typed: tuple[Words, ...], glyphs: Glyphs) -> None:
        """Lines in the order they are read."""
        self.typed = typed
        self._rows = []
        first = 0
        for words in typed:
            self._rows.append(_Row(words, first, glyphs))
            first += words.line.length

    def draw(self, target: pygame.Surface, start: int, end: int) -> list[pygame.Rect]:
        """Draw the letters from `start` to `end` of the whole text; the pixels that changed."""
        if end <= start:
            return []
        return [row.draw(target, start, end) for row in self._rows if row.first < end and start < row.last]


class _Row:
    """One line: its surface, and where its letters end in it."""

    def __init__(self, words: Words, first: int, glyphs: Glyphs) -> None:
        self.first = first
        self.last = first + words.line.length
        self._words = words
        self._glyphs = glyphs
        self._x = round(words.at[0] * glyphs.scale)
        self._y = round(words.at[1] * glyphs.scale) - glyphs.ascent(words.type)
        self._surface: pygame.Surface | None = None
        self._starts: list[int] = []
        self._pieces: list[tuple[str, Type, int]] = []
        self._known = 0, 0
        """Where the last reveal ended, in letters and pixels: the next one begins there."""

    def draw(self, target: pygame.Surface, start: int, end: int) -> pygame.Rect:
        if self._surface is None:
            self._prepare()
        surface = self._surface
        assert surface is not None  # noqa: S101 - just prepared; for the type checker
        left = self._reach(start - self.first) if start > self.first else 0
        right = self._reach(end - self.first) if end < self.last else surface.get_width()
        return target.blit(
            surface, (self._x + left, self._y), (left, 0, right - left, surface.get_height()), PREMULTIPLIED
        )

    def _prepare(self) -> None:
        words = self._words
        self._surface = self._glyphs.line(words.line, words.type, words.colour)
        at, x = 0, 0
        for text, type_ in self._cut():
            self._starts.append(at)
            self._pieces.append((text, type_, x))
            at += len(text)
            x += self._glyphs.pixels(text, type_)

    def _cut(self) -> Iterator[tuple[str, Type]]:
        """The line in short pieces, since only the piece being typed is measured for each letter."""
        for run in self._words.line.runs:
            type_ = in_style(self._words.type, run)
            for index, word in enumerate(run.text.split(" ")):
                yield (f" {word}" if index else word), type_

    def _reach(self, letters: int) -> int:
        """How many pixels from the left so many letters take."""
        if letters == self._known[0]:
            return self._known[1]
        piece = bisect_right(self._starts, letters) - 1
        text, type_, x = self._pieces[piece]
        self._known = letters, x + self._glyphs.pixels(text[: letters - self._starts[piece]], type_)
        return self._known[1]
