"""The state of a playthrough: finite, immutable, hashable."""

from dataclasses import dataclass, field

from game.model.expression import Value


@dataclass(frozen=True, slots=True)
class State:
    """Everything that decides how the story can go on.

    `values` stand in the order of `Story.variables`. `marks` is a set of bits, one for each `seen`, `chose`, `reached`
    or `once` that the story asks about (`Rules.bits` says which is which). `counts` holds how often the scenes were
    entered whose text depends on it; only text does, so two states that differ in it are equal (fine print A29).
    """

    scene: str
    values: tuple[Value, ...]
    marks: int = 0
    counts: tuple[int, ...] = field(default=(), compare=False)
