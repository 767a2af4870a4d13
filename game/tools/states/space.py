"""Lays every scene's states out in bits: a few words of 64 bits hold the classes that can still matter there.

Knows what a packed state stands for. Knows nothing of what leads from one to the next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.rules import Rules
from game.engine.state import State
from game.model.expression import Condition
from game.model.invariant import Invariant
from game.model.story import Scene

from .apart import Apart
from .fields import Fields
from .lazily import Lazily
from .partitions import WIDE, Partition
from .possible import Possible

Words = NDArray[np.uint64]
"""States as rows of words."""

WORD = 64

VAGUE = 4096
"""How many combinations of values that a space leaves out are tried at most."""


class TooVague(Exception):
    """A space leaves out so much that what a condition can be is not found by trying."""


class Classes:
    """The classes of a field that can occur in a scene; scenes in which these are the same share them.

    `stand_ins` is a place of each class; `index` maps label to class. Where every place of a large range is a class of
    its own, `index` is None: then class and place are the same.
    """

    def __init__(self, partition: Partition, mask: int | None) -> None:
        """Those of a partition that hold a place out of `mask` (bits; None: any place)."""
        self._partition = partition
        self.stand_ins, self.index = _classes(partition, mask)
        self._become: dict[Classes, Sequence[int]] = {}
        self._by_place = None
        if partition.size <= WIDE:
            self._by_place = [self._looked_up(place) for place in range(partition.size)]

    def of(self, place: int) -> int:
        """The class that a place belongs to; 0 for one that was found impossible."""
        return self._looked_up(place) if self._by_place is None else self._by_place[place]

    def _looked_up(self, place: int) -> int:
        return place if self.index is None else self.index.get(self._partition.of(place), 0)

    @property
    def is_wide(self) -> bool:
        """Whether there are too many classes to try each."""
        return len(self.stand_ins) > WIDE

    def become(self, other: Classes) -> Sequence[int]:
        """By class here, the class there of a field that is left as it is; a range where both are the same."""
        known = self._become.get(other)
        if known is None:
            known = self._become[other] = self._becoming(other)
        return known

    def _becoming(self, other: Classes) -> Sequence[int]:
        if self.index is None and other.index is None:
            return range(len(self.stand_ins))
        if self.index is None:
            lengths = [end - start for start, end, _ in other._partition.runs()]
            labels = [other.index.get(label, 0) for label in other._partition.labels]  # type: ignore[union-attr]
            return tuple(np.repeat(labels, lengths).tolist())
        classes = tuple(map(other.of, self.stand_ins))
        return range(len(classes)) if classes == tuple(range(len(classes))) else classes


class Slot(NamedTuple):
    """Where a scene keeps the class of a field."""

    field: int
    word: int
    shift: int
    mask: int
    classes: Classes


class Room:
    """One scene's states. `slots` are the fields kept, `open` those told apart but left out, with their stand-ins."""

    def __init__(self, scene: Scene, number: int, reachable: bool, fields: int) -> None:
        self.scene = scene
        self.number = number
        self.reachable = reachable
        self.slots: dict[int, Slot] = {}
        self.open: dict[int, Sequence[int]] = {}
        self.fixed: dict[int, int] = {}
        """By field the least place that it can have here, 0 where that is not said."""
        self.words = 1
        self._fields = fields
        self._used = [0]

    def add(self, field: int, classes: Classes) -> None:
        """Give a field its bits."""
        bits = (len(classes.stand_ins) - 1).bit_length()
        word = next((w for w, used in enumerate(self._used) if used + bits <= WORD), None)
        if word is None:
            word = len(self._used)
            self._used.append(0)
        self.slots[field] = Slot(field, word, self._used[word], (1 << bits) - 1, classes)
        self._used[word] += bits
        self.words = len(self._used)

    @property
    def bits(self) -> int:
        """How many bits a state takes."""
        return sum(self._used)

    def pack(self, places: Sequence[int]) -> list[int]:
        """The words of the state with these places."""
        words = [0] * self.words
        for slot in self.slots.values():
            words[slot.word] |= slot.classes.of(places[slot.field]) << slot.shift
        return words

    def places(self, words: Sequence[int]) -> list[int]:
        """Places that these words stand for."""
        found = [0] * self._fields
        for field, place in self.fixed.items():
            found[field] = place
        for slot in self.slots.values():
            found[slot.field] = slot.classes.stand_ins[words[slot.word] >> slot.shift & slot.mask]
        return found


class Space:
    """The states of a story, as small as `Apart` and `Possible` allow."""

    def __init__(
        self,
        fields: Fields,
        apart: Apart,
        possible: Possible,
        kept: Collection[int] | None = None,
        *,
        texts: bool = True,
    ) -> None:
        """`kept` are the fields that states keep (None: all); what asks for another may come out any way.

        Without `texts` a state does not say what is shown there, and nothing may ask it for that.
        """
        self.texts = texts
        self.fields = fields
        self.apart = apart
        self.possible = possible
        self.rules: Rules = fields.rules
        story = self.rules.story
        self.number = {name: place for place, name in enumerate(story.scenes)}
        self._kept = kept
        self._classes: dict[tuple[int, int | None], Classes] = {}
        self._names = tuple(story.scenes)
        self.rooms = Lazily(len(self._names), self._room)

    def keeping(self, kept: Collection[int]) -> Space:
        """The same story over fewer fields."""
        return Space(self.fields, self.apart, self.possible, kept, texts=self.texts)

    def _room(self, number: int) -> Room:
        kept, scene = self._kept, self.rules.story.scenes[self._names[number]]
        values = self.possible.scenes.get(scene.id)
        room = Room(scene, number, values is not None, len(self.fields.sizes))
        if values is None:
            return room
        room.fixed = {field: (mask & -mask).bit_length() - 1 for field, mask in values.items() if mask & ~1}
        for field, partition in sorted(self.apart.scenes[scene.id].items()):
            classes = self._shared(partition, values.get(field))
            if len(classes.stand_ins) == 1:
                room.fixed[field] = classes.stand_ins[0]
            elif kept is None or field in kept:
                room.add(field, classes)
            else:
                room.open[field] = classes.stand_ins
        return room

    def _shared(self, partition: Partition, mask: int | None) -> Classes:
        key = id(partition), mask  # `apart` keeps the partition, so that its identity stays its own
        known = self._classes.get(key)
        if known is None:
            known = self._classes[key] = Classes(partition, mask)
        return known

    def first(self, reached: Iterable[str]) -> tuple[Room, list[int]]:
        """Where a new playthrough begins."""
        start = self.rules.story.start
        room = self.rooms[self.number[start]]
        return room, room.pack(self.fields.places(self.rules.enter(self.rules.initial(reached=reached), start)))

    def distinct(
        self, room: Room, states: Words, fields: Collection[int]
    ) -> tuple[NDArray[np.intp], list[list[State]]]:
        """The different combinations of these fields among some states.

        Gives for each state the number of its combination, and for each combination the full states it may stand for
        (one, where nothing is left out). Raises TooVague.
        """
        slots = [room.slots[field] for field in sorted(fields) if field in room.slots]
        masks = [0] * room.words
        for slot in slots:
            masks[slot.word] |= slot.mask << slot.shift
        rows = states & np.array(masks, dtype=np.uint64)
        _, firsts, inverse = np.unique(keys(rows), return_index=True, return_inverse=True)
        left_out = [(field, room.open[field]) for field in sorted(fields) if field in room.open]
        if prod(len(stand_ins) for _, stand_ins in left_out) > VAGUE:
            raise TooVague
        found = []
        for row in rows[firsts].tolist():
            places = room.places(row)
            full = []
            for pick in product(*(stand_ins for _, stand_ins in left_out)):
                for (field, _), place in zip(left_out, pick, strict=True):
                    places[field] = place
                full.append(self.fields.state(room.scene.id, places))
            found.append(full)
        return inverse.reshape(-1), found

    def may_hold(self, room: Room, states: Words, path: Sequence[tuple[Condition, bool]]) -> NDArray[np.bool_]:
        """For each state, whether all conditions can come out as said there (surely, where nothing is left out)."""
        if not path:
            return np.ones(len(states), dtype=bool)
        asked = frozenset().union(*(self.fields.read_by(condition.expression) for condition, _ in path))
        inverse, combinations = self.distinct(room, states, asked)
        holds = self.rules.holds
        answers = [
            any(all(holds(state, condition) == side for condition, side in path) for state in states_)
            for states_ in combinations
        ]
        return np.array(answers, dtype=bool)[inverse]


def keys(states: Words) -> NDArray[np.generic]:
    """The states as one sortable column."""
    if states.shape[1] == 1:
        return states[:, 0]
    return np.ascontiguousarray(states.astype(">u8")).view(f"V{8 * states.shape[1]}").reshape(-1)


def reduced(
    rules: Rules, invariants: Sequence[Invariant] = (), *, everything: bool = False, texts: bool = True
) -> Space:
    """The smallest space that decides what the rules and the invariants ask; with `everything`, of all that is.

    Without `texts` it decides the ways through the story alone, and not what is shown on them.

    Which endings a player had seen before is left out where only text asks for it: there it may be either way.
    """
    fields = Fields(rules)
    apart = Apart(fields, invariants, everything=everything, texts=texts)
    asked = fields.decisive.union(*(fields.read_by(each.always.expression) for each in invariants))
    kept = asked | (set(range(len(fields.sizes))) - set(fields.reached.values()))
    return Space(fields, apart, Possible(fields, apart), kept, texts=texts)


def _classes(partition: Partition, mask: int | None) -> tuple[Sequence[int], dict[int, int] | None]:
    """A possible place of each class that can occur, and by label which class that is."""
    if partition.is_identity and partition.size > WIDE:
        return range(partition.size), None
    if mask is None:
        firsts = partition.firsts()
        return tuple(firsts), {label: label for label in range(len(firsts))}
    stand_ins: list[int] = []
    labels: dict[int, int] = {}
    for start, end, label in partition.runs():
        inside = mask >> start & ((1 << (end - start)) - 1)
        if inside and label not in labels:
            labels[label] = len(stand_ins)
            stand_ins.append(start + (inside & -inside).bit_length() - 1)
    return tuple(stand_ins) or (0,), labels
