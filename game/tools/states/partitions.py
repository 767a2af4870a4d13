"""Ways to sort a variable's values into classes that nothing can tell apart. Knows nothing of stories.

A value is meant by its place in the variable's domain, counted from 0. A partition is kept as runs of neighbouring
places, so that a range of a million values with three thresholds is four runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDE = 1024
"""Values from which on a domain is only ever cut in runs or told apart whole."""

MOST_RUNS = 256
"""Runs beyond which a wide domain is told apart whole."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Classes of the places 0 to size - 1; a new run begins at each cut. Labels count up in order of appearance."""

    size: int
    cuts: Sequence[int]
    labels: Sequence[int]

    def of(self, place: int) -> int:
        """The class of a place."""
        return self.labels[bisect_right(self.cuts, place)]

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return self.labels[-1] + 1 if isinstance(self.labels, range) else max(self.labels) + 1

    @property
    def is_whole(self) -> bool:
        """Whether nothing is told apart."""
        return not self.cuts

    @property
    def is_identity(self) -> bool:
        """Whether every place is told apart from every other."""
        return isinstance(self.labels, range) and len(self.labels) == self.size

    def firsts(self) -> list[int]:
        """The lowest place of each class, by class."""
        starts = [0, *self.cuts]
        found: dict[int, int] = {}
        for start, label in zip(starts, self.labels, strict=True):
            found.setdefault(label, start)
        return [found[label] for label in range(len(found))]

    def runs(self) -> list[tuple[int, int, int]]:
        """Every run as its first place, the place behind its last, and its class."""
        return list(zip([0, *self.cuts], [*self.cuts, self.size], self.labels, strict=True))


def identity(size: int) -> Partition:
    """Every place by itself."""
    return Partition(size, range(1, size), range(size))


def cut_at(size: int, cuts: Iterable[int]) -> Partition:
    """A class for each stretch between these places; places outside of the domain cut nothing."""
    inside = tuple(sorted({cut for cut in cuts if 0 < cut < size}))
    return Partition(size, inside, range(len(inside) + 1))


def single_out(size: int, place: int) -> Partition:
    """One place against all others; one class where the place is outside of the domain."""
    if not 0 <= place < size:
        return cut_at(size, ())
    return of_labels(size, [0, place, place + 1], [0, 1, 0])


def of_labels(size: int, starts: Sequence[int], labels: Sequence[int]) -> Partition:
    """Runs that begin at `starts` (rising from 0; those at or behind `size` are dropped), with any labels."""
    cuts: list[int] = []
    kept: list[int] = []
    order: dict[int, int] = {}
    for place, (start, label) in enumerate(zip(starts, labels, strict=True)):
        if start >= size or (place + 1 < len(starts) and starts[place + 1] <= start):
            continue
        name = order.setdefault(label, len(order))
        if not kept or kept[-1] != name:
            if kept:
                cuts.append(start)
            kept.append(name)
    if size > WIDE and len(cuts) > MOST_RUNS:
        return identity(size)
    if len(order) == size:
        return identity(size)
    return Partition(size, tuple(cuts), tuple(kept))


def refine(one: Partition, other: Partition) -> Partition:
    """The coarsest partition that tells apart whatever either of the two does."""
    if one is other or other.is_whole or one.is_identity:
        return one
    if one.is_whole or other.is_identity:
        return other
    starts = sorted({0, *one.cuts, *other.cuts})
    names: dict[tuple[int, int], int] = {}
    labels = [names.setdefault((one.of(start), other.of(start)), len(names)) for start in starts]
    return of_labels(one.size, starts, labels)


def shifted(after: Partition, size: int, by: int) -> Partition:
    """The classes of places `p` in a domain of `size`, when `p + by` held to the bounds is looked up in `after`."""
    top = after.size - 1
    if after.is_identity and after.size > WIDE:
        return identity(size)
    starts = [0, *(cut - by for cut in after.cuts if 0 < cut - by < size)]
    return of_labels(size, starts, [after.of(min(max(start + by, 0), top)) for start in starts])
