"""Whether conditions hold in many packed states at once, from tables that fill as states come by. Knows no search."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .space import Room, Space, Words
from .texts import Path

DENSE = 16
"""Bits up to which the combinations that decide are looked up in a table."""

UNKNOWN = -1


class Ask:
    """Whether everything on a path is as it says there, in the states of one scene."""

    def __init__(self, space: Space, room: Room, path: Path) -> None:
        self._space, self._room, self._path = space, room, path
        asked = frozenset().union(*(space.fields.read_by(condition.expression) for condition, _ in path))
        self._slots = [slot for field, slot in room.slots.items() if field in asked]
        bits = sum(slot.mask.bit_length() for slot in self._slots)
        self._table = np.full(1 << bits, UNKNOWN, dtype=np.int8) if bits <= DENSE else None

    def __call__(self, states: Words) -> NDArray[np.bool_]:
        """For each state, whether it is so."""
        if self._table is None:
            return self._space.may_hold(self._room, states, self._path)
        rows = np.zeros(len(states), dtype=np.int64)
        up = 0
        for slot in self._slots:
            rows |= ((states[:, slot.word] >> np.uint64(slot.shift)) & np.uint64(slot.mask)).astype(np.int64) << up
            up += slot.mask.bit_length()
        found = self._table[rows]
        if (found == UNKNOWN).any():
            new, firsts = np.unique(rows, return_index=True)
            which = self._table[new] == UNKNOWN
            self._table[new[which]] = self._space.may_hold(self._room, states[firsts[which]], self._path)
            found = self._table[rows]
        holds: NDArray[np.bool_] = found == 1
        return holds

    @property
    def is_never(self) -> bool:
        """Whether no state of the scene, whatever it holds, can be so."""
        if self._table is None or self._slots:
            return False
        return not self(np.zeros((1, self._room.words), dtype=np.uint64))[0]
