"""One move of a playthrough as it reads: its lines, where one can rest, the stage at its head. Knows no other move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.view import SceneView, Shown

from .view import Cue, Said, Stage

NO_WORDS = -1
"""The line number in a scene that has no words."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One move of the playthrough as it reads: its view, the stage at its head, and where its lines with words are.

    `told` is the view in the language that is read; line by line and choice by choice it is the same.
    """

    view: SceneView
    told: SceneView
    stage: Stage
    spoken: tuple[int, ...]

    @property
    def first(self) -> int:
        """The first place to rest in it."""
        return 0 if self.spoken or self.view.ending is not None else NO_WORDS

    @property
    def last(self) -> int:
        """The last place to rest in it; after the words of an ending comes its card."""
        return len(self.spoken) - 1 + (self.view.ending is not None)

    @property
    def passes(self) -> bool:
        """Whether there is nothing to rest on."""
        return self.view.goes_on and not self.spoken

    def lines_to(self, line: int) -> tuple[Shown, ...]:
        """Everything from the head of the scene to that line; all of it where a choice is awaited or a card stands."""
        rests = line == len(self.spoken) - 1 and not self.view.goes_on and self.view.ending is None
        if rests or line >= len(self.spoken):
            return self.view.lines
        return self.view.lines[: self.spoken[line] + 1]

    def cues_before(self, line: int) -> Iterator[Cue]:
        """The cues between the line before and this one, and those that close a scene which rests here."""
        start = self.spoken[line - 1] + 1 if line > 0 else 0
        return (shown for shown in self.lines_to(line)[start:] if not isinstance(shown, Said))

    def trailing(self) -> Iterator[Cue]:
        """The cues after the last words of a scene that goes on by itself."""
        start = self.spoken[-1] + 1 if self.spoken else 0
        return (shown for shown in self.view.lines[start:] if not isinstance(shown, Said))
