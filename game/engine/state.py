"""The state of a playthrough: finite, immutable, hashable; and what moves on from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from game.model.expression import Value


class State(NamedTuple):
    """Everything that decides how the story can go on.

    `values` stand in the order of `Story.variables`. `marks` is a set of bits, one for each `seen`, `chose`, `reached`
    or `once` that the story asks about (`Rules.bits` says which is which). `counts` holds how often the scenes were
    entered whose text depends on it; only text does, so two states that differ in it are equal (fine print A29).

    A named tuple, because one is made at every step and is made twice as fast as a frozen dataclass.
    """

    scene: str
    values: tuple[Value, ...]
    marks: int = 0
    counts: tuple[int, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether all can go on alike: `counts` does not count."""
        if not isinstance(other, State):
            return NotImplemented
        return self.marks == other.marks and self.scene == other.scene and self.values == other.values

    def __ne__(self, other: object) -> bool:
        """The opposite."""
        return not self == other

    def __hash__(self) -> int:
        """Of what is compared."""
        return hash((self.scene, self.values, self.marks))


class Cursor:
    """A state on its way to the next: changed in place for one step, then thrown away.

    `values` are a list once they were changed. `open` is whether the choice being taken was on offer.
    """

    __slots__ = ("counts", "marks", "open", "scene", "values")

    def __init__(self, scene: str, values: Sequence[Value], marks: int, counts: tuple[int, ...]) -> None:
        """A cursor in a scene. Lists are changed where they stand, tuples are not."""
        self.scene = scene
        self.values = values
        self.marks = marks
        self.counts = counts
        self.open = True

    def state(self) -> State:
        """Where it stands now."""
        return State(self.scene, tuple(self.values), self.marks, self.counts)


Change: TypeAlias = Callable[[Cursor], None]
"""What taking a choice or entering a scene does."""
