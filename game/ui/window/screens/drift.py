"""A slow move over the picture behind the words, over time. Knows no picture."""

from __future__ import annotations

from game.ui.window.camera import STEPS
from game.ui.window.frame import Drift

SECONDS = 14.0
"""How long a move takes; after that the picture rests where it came to."""


class Moving:
    """The move that is under way, or was last."""

    def __init__(self) -> None:
        """None."""
        self._move: str | None = None
        self._scene: str | None = None
        self._spent = 0.0

    def follow(self, move: str | None, place: str | None, *, at_once: bool) -> None:
        """Begin a move where it is another one, or over another place; `at_once` it is over as it begins."""
        if (move, place) != (self._move, self._scene):
            self._move, self._scene = move, place
            self._spent = 0.0
        if at_once:
            self._spent = SECONDS

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        if self._move is not None:
            self._spent = min(SECONDS, self._spent + seconds)

    @property
    def lasts(self) -> bool:
        """Whether it isn't over."""
        return self._move is not None and self._spent < SECONDS

    @property
    def now(self) -> Drift | None:
        """Where the picture is; gentle at both ends, in steps."""
        if self._move is None:
            return None
        share = self._spent / SECONDS
        return Drift(self._move, round(share * share * (3 - 2 * share) * STEPS) / STEPS)
