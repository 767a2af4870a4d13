"""A row of things that are made when they are first looked at. Knows nothing of what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T], Generic[T]):
    """So many things, each made once, by its number."""

    def __init__(self, size: int, make: Callable[[int], T]) -> None:
        """`make` is called with the number of a thing when that is first asked for."""
        self._made: list[T | None] = [None] * size
        self._make = make

    def __len__(self) -> int:
        """How many there are, made or not."""
        return len(self._made)

    @overload
    def __getitem__(self, which: int) -> T: ...

    @overload
    def __getitem__(self, which: slice) -> Sequence[T]: ...

    def __getitem__(self, which: int | slice) -> T | Sequence[T]:
        """The thing of that number."""
        if isinstance(which, slice):
            return [self[number] for number in range(len(self))[which]]
        found = self._made[which]
        if found is None:
            found = self._made[which] = self._make(range(len(self))[which])
        return found
