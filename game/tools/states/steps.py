"""What every way out of a scene does to many packed states at once, learnt from the rules. Knows no search.

A way out looks at a few fields only (`decides`). For each combination of them that occurs, the rules are asked once;
the answer is kept as the bits that are set and a `Move` of all other fields: a handful of operations on arrays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.engine.state import Cursor, State
from game.model.expression import Assignment, Effect, Mark
from game.model.story import Choice

from .apart import deciding
from .lazily import Lazily
from .sorting import different
from .space import VAGUE, Room, Slot, Space, TooVague, Words, keys
from .trying import Trial

DENSE = 12
"""Bits up to which the combinations that decide are looked up in a table."""

_Moved: TypeAlias = tuple[Slot, Slot, Sequence[int]]
"""A field's slot before and after, and by class before the class after; a range where it keeps its class."""

UNKNOWN = -2
CLOSED = -1


@dataclass(frozen=True, slots=True)
class Move:
    """Where to, and how the fields that nothing decides about get from one layout to the other."""

    target: int
    words: int
    shifts: tuple[tuple[int, int, int, int], ...]
    """Word from, word to, the bits taken, and how far they go up."""
    tables: tuple[tuple[int, int, int, int, Words], ...]
    """Word from, how far down, mask, word to, and the bits to set for each class."""

    def __call__(self, states: Words) -> Words:
        """The moved fields of many states."""
        after = np.zeros((len(states), self.words), dtype=np.uint64)
        for source, target, mask, up in self.shifts:
            part = states[:, source] & np.uint64(mask)
            if up > 0:
                part <<= np.uint64(up)
            elif up < 0:
                part >>= np.uint64(-up)
            after[:, target] |= part
        for source, down, mask_, target, table in self.tables:
            after[:, target] |= table[(states[:, source] >> np.uint64(down)) & np.uint64(mask_)]
        return after


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of every field on the way into a scene.

    `words` hold what is always so there; the rules say what becomes of those `given`, and of those `free`, which come
    out differently by what they were; those `moved` stay as they are. `move` is the number of the move where none is
    free.
    """

    words: tuple[int, ...]
    given: tuple[Slot, ...]
    free: tuple[tuple[Slot, Slot], ...]
    moved: tuple[_Moved, ...]
    move: int


class Arrow:
    """A choice, or a scene's going on by itself (`choice` is None); `place` counts the ways out of the scene."""

    def __init__(self, space: Space, room: Room, choice: Choice | None, place: int) -> None:
        self.room = room
        self.choice = choice
        self.place = place
        self._space = space
        ways = room.scene.goto if choice is None else choice.goto
        decides, self._written = _looks_at(space, room, choice)
        self.asks = decides
        decides |= {field for field in self._written if field in room.slots and room.slots[field].classes.is_wide}
        self._decides = [slot for field, slot in room.slots.items() if field in decides]
        self._left_out = [(field, room.open[field]) for field in sorted(decides) if field in room.open]
        if prod(len(stand_ins) for _, stand_ins in self._left_out) > VAGUE:
            raise TooVague
        free = [slot for field, slot in room.slots.items() if field in self._written and field not in decides]
        self._free = [(slot.field, slot.classes.stand_ins) for slot in free]
        self._trial = Trial(space.fields, room.scene, choice, room.fixed, decides | self._written)
        self._moves: list[Move] = []
        self._numbers: dict[object, int] = {}
        self._plans: dict[int, _Plan] = {}
        self._chunks = _chunks(self._decides)
        bits = sum(slot.mask.bit_length() for slot in self._decides)
        self._dense = bits <= DENSE
        self._rows: dict[object, int] = {}
        rows = 1 << bits if self._dense else 64
        widest = max(space.rooms[space.number[way.to]].words for way in ways)
        self._layers = 0
        self._move_of = np.full((rows, 1), UNKNOWN, dtype=np.int32)
        self._sets = np.zeros((rows, 1, widest), dtype=np.uint64)

    @property
    def name(self) -> str:
        """`scene.choice`, empty where the scene goes on by itself."""
        return "" if self.choice is None else f"{self.room.scene.id}.{self.choice.id}"

    @property
    def is_guarded(self) -> bool:
        """Whether the way may be closed."""
        return self.choice is not None and (self.choice.when is not None or self.choice.once)

    def of(
        self, states: Words, rows: NDArray[np.int64] | None = None
    ) -> Iterator[tuple[int, NDArray[np.intp] | slice, Words]]:
        """Where these states lead: target scene, which of the states, and what they become there.

        `rows` are those of these states, for who has asked already.
        """
        rows = self.rows(states) if rows is None else rows
        chosen = self._move_of[rows]
        for layer in range(chosen.shape[1]):
            moves = chosen[:, layer]
            low = int(moves.min()) if len(moves) else CLOSED
            if low == int(moves.max()) >= 0:
                move = self._moves[low]
                yield move.target, slice(None), move(states) | self._sets[rows, layer, : move.words]
                continue
            for number, move in enumerate(self._moves):
                which = np.flatnonzero(moves == number)
                if len(which):
                    after = move(states[which]) | self._sets[rows[which], layer, : move.words]
                    yield move.target, which, after

    def is_open(self, states: Words) -> NDArray[np.bool_]:
        """For each state, whether the way is on offer (whether it may be, where fields are left out)."""
        return self.opens(self.rows(states))

    def opens(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """The same of states whose rows are known."""
        return np.asarray(self._move_of[rows, 0] >= 0)

    def rows(self, states: Words) -> NDArray[np.int64]:
        """For each state the number of what is known of it here: what becomes of it, and whether the way is open."""
        if self._dense:
            rows = self._row_numbers(states)
            unknown = self._move_of[rows, 0] == UNKNOWN
            if unknown.any():
                for row in different(rows[unknown]).tolist():
                    self._learn(row, self._classes_of_row(row))
            return rows
        return self._looked_up(states)

    def _row_numbers(self, states: Words) -> NDArray[np.int64]:
        rows = np.zeros(len(states), dtype=np.int64)
        for word, down, mask, up in self._chunks:
            rows |= ((states[:, word] >> np.uint64(down)) & np.uint64(mask)).astype(np.int64) << up
        return rows

    def _classes_of_row(self, row: int) -> list[int]:
        classes = []
        for slot in self._decides:
            classes.append(row & slot.mask)
            row >>= slot.mask.bit_length()
        return classes

    def _looked_up(self, states: Words) -> NDArray[np.int64]:
        """Rows of a table that grows: one for each combination that occurred."""
        masks = np.zeros(self.room.words, dtype=np.uint64)
        for slot in self._decides:
            masks[slot.word] |= np.uint64(slot.mask << slot.shift)
        part = states & masks
        _, firsts, inverse = np.unique(keys(part), return_index=True, return_inverse=True)
        rows = []
        for words in part[firsts].tolist():
            row = self._rows.get(tuple(words))
            if row is None:
                row = self._rows[tuple(words)] = len(self._rows)
                if row == len(self._move_of):
                    self._move_of = np.concatenate([self._move_of, np.full_like(self._move_of, UNKNOWN)])
                    self._sets = np.concatenate([self._sets, np.zeros_like(self._sets)])
                self._learn(row, [words[slot.word] >> slot.shift & slot.mask for slot in self._decides])
            rows.append(row)
        found: NDArray[np.int64] = np.array(rows, dtype=np.int64)[inverse.reshape(-1)]
        return found

    def _learn(self, row: int, classes: Sequence[int]) -> None:
        """Ask the rules what happens with these classes of the fields that decide."""
        chosen = [
            (slot.field, slot.classes.stand_ins[class_]) for slot, class_ in zip(self._decides, classes, strict=True)
        ]
        outcomes: dict[tuple[int, tuple[int, ...]], None] = {}
        for pick in product(*(stand_ins for _, stand_ins in self._left_out)):
            left_out = [(field, place) for (field, _), place in zip(self._left_out, pick, strict=True)]
            outcome = self._outcome(chosen + left_out)
            if outcome is not None:
                outcomes[outcome] = None
        while self._move_of.shape[1] < len(outcomes):
            self._move_of = np.concatenate([self._move_of, np.full_like(self._move_of[:, :1], CLOSED)], axis=1)
            self._sets = np.concatenate([self._sets, np.zeros_like(self._sets[:, :1])], axis=1)
        self._move_of[row] = CLOSED
        for layer, (move, sets) in enumerate(outcomes):
            self._move_of[row, layer] = move
            self._sets[row, layer, : len(sets)] = sets

    def _outcome(self, chosen: list[tuple[int, int]]) -> tuple[int, tuple[int, ...]] | None:
        """The number of the move, and the words to set; None where the way is closed."""
        afters: list[Cursor] = []
        for turn in range(max([1, *(len(stand_ins) for _, stand_ins in self._free)])):
            free = [(field, stand_ins[min(turn, len(stand_ins) - 1)]) for field, stand_ins in self._free]
            after = self._trial(chosen + free)
            if after is None:
                return None
            afters.append(after)
        room, place_in = self._space.rooms[self._space.number[afters[0].scene]], self._space.fields.place_in
        plan = self._plans.get(room.number) or self._planned(room)
        words = list(plan.words)
        for slot in plan.given:
            words[slot.word] |= slot.classes.of(place_in(afters[0], slot.field)) << slot.shift
        if not plan.free:
            return plan.move, tuple(words)
        moved = list(plan.moved)
        for source, slot in plan.free:
            turns = range(len(source.classes.stand_ins))
            classes = tuple(slot.classes.of(place_in(afters[turn], slot.field)) for turn in turns)
            moved.append((source, slot, range(len(classes)) if classes == tuple(turns) else classes))
        return self._move_number(room, moved), tuple(words)

    def _planned(self, room: Room) -> _Plan:
        """What becomes of every field on the way into a scene, found once."""
        deciders = {slot.field for slot in self._decides}
        words = [0] * room.words
        given, changed, moved = [], [], []
        for field, slot in room.slots.items():
            source = self.room.slots.get(field)
            if source is None and field not in self._written:
                words[slot.word] |= slot.classes.of(self.room.fixed.get(field, 0)) << slot.shift
            elif source is None or (field in deciders and (field in self._written or source.classes.is_wide)):
                given.append(slot)
            elif field in self._written:
                changed.append((source, slot))
            else:
                moved.append((source, slot, source.classes.become(slot.classes)))
        move = UNKNOWN if changed else self._move_number(room, moved)
        plan = _Plan(tuple(words), tuple(given), tuple(changed), tuple(moved), move)
        self._plans[room.number] = plan
        return plan

    def taken(self, state: State) -> State | None:
        """What a full state becomes, None where the way is closed. This asks the rules."""
        return self._trial.real(state)

    def _move_number(self, room: Room, moved: Sequence[_Moved]) -> int:
        key = (room.number, tuple(classes for _, _, classes in moved))
        if key not in self._numbers:
            self._numbers[key] = len(self._moves)
            self._moves.append(_move(room, moved))
        return self._numbers[key]


class Steps:
    """All arrows of a space, by scene number."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.arrows = Lazily(len(space.rooms), lambda number: _arrows(space, space.rooms[number]))


def _arrows(space: Space, room: Room) -> tuple[Arrow, ...]:
    if not room.reachable:
        return ()
    if room.scene.goto:
        return (Arrow(space, room, None, 0),)
    return tuple(Arrow(space, room, choice, place) for place, choice in enumerate(room.scene.choices))


def _looks_at(space: Space, room: Room, choice: Choice | None) -> tuple[frozenset[int], frozenset[int]]:
    """The fields that decide about a way out, and those that it can change."""
    fields, scenes = space.fields, space.rules.story.scenes
    ways = room.scene.goto if choice is None else choice.goto
    decides: frozenset[int] = frozenset()
    effects: list[Effect] = list(() if choice is None else choice.do)
    marks = [] if choice is None else [fields.mark(Mark.CHOSE, f"{room.scene.id}.{choice.id}")]
    if choice is not None:
        decides |= frozenset() if choice.when is None else fields.read_by(choice.when.expression)
        decides |= {mark for mark in marks if mark is not None and choice.once}
    for way in ways:
        effects += scenes[way.to].enter
        marks.append(fields.mark(Mark.SEEN, way.to))
        decides |= frozenset() if way.when is None else fields.read_by(way.when.expression)
    assigned = {fields.number[each.variable] for effect in effects for each in _assignments(effect)}
    return decides | deciding(effects, fields), frozenset(assigned | {mark for mark in marks if mark is not None})


def _assignments(effect: Effect) -> Sequence[Assignment]:
    return (effect,) if isinstance(effect, Assignment) else effect.do


def _chunks(slots: Sequence[Slot]) -> list[tuple[int, int, int, int]]:
    """How to bring the bits of some slots together: word, how far down, mask, how far up."""
    chunks: list[tuple[int, int, int, int]] = []
    up = 0
    for slot in slots:
        bits = slot.mask.bit_length()
        if chunks and chunks[-1][0] == slot.word and chunks[-1][1] + chunks[-1][2].bit_length() == slot.shift:
            word, down, mask, start = chunks.pop()
            chunks.append((word, down, mask << bits | slot.mask, start))
        else:
            chunks.append((slot.word, slot.shift, slot.mask, up))
        up += bits
    return chunks


def _move(room: Room, moved: Sequence[_Moved]) -> Move:
    shifts: dict[tuple[int, int, int], int] = {}
    tables = []
    for source, target, classes in moved:
        if isinstance(classes, range):
            way = (source.word, target.word, target.shift - source.shift)
            shifts[way] = shifts.get(way, 0) | source.mask << source.shift
        elif any(classes):
            table = np.zeros(source.mask + 1, dtype=np.uint64)
            table[: len(classes)] = [class_ << target.shift for class_ in classes]
            tables.append((source.word, source.shift, source.mask, target.word, table))
    moves = tuple((source, target, mask, up) for (source, target, up), mask in shifts.items())
    return Move(room.number, room.words, moves, tuple(tables))
