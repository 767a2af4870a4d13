"""How much an exploration may take: states, bytes, seconds, a person's patience. Knows no clock but the one given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


class Spent(Exception):
    """The budget is used up."""


@dataclass(slots=True)
class Budget:
    """`clock` gives seconds from any start, `stop` says that somebody asked to stop, `tell` shows how far it is.

    `states` and `memory` (bytes) bound what is kept at once; `seconds` bounds all of it together.
    """

    states: int = 50_000_000
    memory: int | None = None
    seconds: float | None = None
    clock: Callable[[], float] = float  # which gives 0.0, and goes to other processes
    stop: Callable[[], bool] = lambda: False
    tell: Callable[[str, int], None] = lambda _what, _states: None
    began: float = field(default=0.0)

    def start(self) -> None:
        """From now on seconds count."""
        self.began = self.clock()

    def left(self) -> float | None:
        """Seconds left, None where they do not matter."""
        return None if self.seconds is None else self.seconds - (self.clock() - self.began)

    def is_over(self) -> bool:
        """Whether to stop because of time or because somebody asked."""
        left = self.left()
        return self.stop() or (left is not None and left <= 0)

    def check(self, what: str, states: int, size: int) -> None:
        """Raise Spent where so many states, of so many bytes, are too many, or time is up."""
        self.tell(what, states)
        if states > self.states or (self.memory is not None and size > self.memory) or self.is_over():
            raise Spent
