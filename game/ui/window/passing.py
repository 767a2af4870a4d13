"""Things that come and go with time: one picture giving way to another, short messages. Knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .frame import Change, Passage

NOTICE_SECONDS = 4.0
LETTERS_A_SECOND = 25
"""A long message stays so much longer."""
MOST_NOTICES = 3


class Passages:
    """The change of pictures that is under way, or was last."""

    def __init__(self) -> None:
        """None yet."""
        self.now = Passage()
        self._seconds = 0.0

    @property
    def under_way(self) -> bool:
        """Whether it isn't over."""
        return self.now.done < 1

    def start(self, change: Change, seconds: float) -> None:
        """Begin another; one that takes no time is over at once."""
        self.now = Passage(self.now.serial + 1, change, 0.0 if seconds > 0 else 1.0)
        self._seconds = seconds

    def finish(self) -> None:
        """Be done with it."""
        self.now = replace(self.now, done=1.0)

    def tick(self, seconds: float) -> bool:
        """Let time pass; whether a change was under way."""
        if not self.under_way:
            return False
        self.now = replace(self.now, done=min(1.0, self.now.done + seconds / self._seconds))
        return True


class Notices:
    """Messages on screen, each for as long as it takes to read."""

    def __init__(self) -> None:
        """None yet."""
        self._left: list[tuple[str, float]] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """Those on screen, oldest first."""
        return tuple(text for text, _ in self._left)

    def tick(self, seconds: float, fresh: Sequence[str]) -> bool:
        """Let time pass and take in fresh ones; whether it changed what is on screen."""
        if not self._left and not fresh:
            return False
        before = self.texts
        kept = [(text, left - seconds) for text, left in self._left if left > seconds]
        new = [(text, NOTICE_SECONDS + len(text) / LETTERS_A_SECOND) for text in fresh]
        self._left = [*kept, *new][-MOST_NOTICES:]
        return bool(new) or self.texts != before
