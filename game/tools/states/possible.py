"""Finds, scene by scene, which values a field can have there at all, each field by itself. Knows no search.

From the start on, sets of values are carried through guards and effects until nothing changes any more. What such sets
allow may still be impossible (fields are not held against each other), but what they exclude never occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, product
from math import prod
from typing import TypeAlias

from game.model.expression import (
    Arithmetic,
    Assignment,
    Effect,
    Expression,
    GuardedEffects,
    Logic,
    Mark,
    VariableValue,
)
from game.model.story import Branch, Choice, Scene
from game.tools.components import components

from .apart import Apart, constant_step, ways_of
from .fields import Fields
from .partitions import WIDE

Values: TypeAlias = dict[int, int]
"""Field to the set of its possible places, as bits; a field that is not there can have any value."""

JOINT = 512
"""How many combinations are tried out for one expression before any value is allowed."""

PATIENCE = 40
"""Rounds in a circle of scenes after which whatever still grows is allowed any value."""


class Possible:
    """The values that can occur once a scene was entered; `scenes` lacks the scenes that can never be."""

    def __init__(self, fields: Fields, apart: Apart) -> None:
        """Only fields that are told apart are followed."""
        self._fields = fields
        self._apart = apart
        self._tests: dict[tuple[int, int], tuple[Expression, int]] = {}
        story = fields.rules.story
        self.scenes: dict[str, Values] = {}
        first: Values = {f: 1 << p for f, p in enumerate(fields.places(fields.rules.initial())) if self._followed(f)}
        for field in fields.reached.values():
            first[field] = 0b11
        self._arrive(first, story.start)
        names = list(story.scenes)
        number = {name: place for place, name in enumerate(names)}
        leads = [[number[way.to] for way in ways_of(scene)] for scene in story.scenes.values()]
        for part in reversed(list(components([number[story.start]], leads.__getitem__))):
            self._settle([story.scenes[names[place]] for place in part])

    def _followed(self, field: int) -> bool:
        return self._fields.sizes[field] <= WIDE

    def _settle(self, part: Sequence[Scene]) -> None:
        done: dict[str, Values] = {}
        for round_ in count():
            changed = False
            for scene in part:
                values = self.scenes.get(scene.id)
                if values is None or done.get(scene.id) == values:
                    continue
                if round_ >= PATIENCE:
                    before = done.get(scene.id, values)
                    values = {field: mask for field, mask in values.items() if before.get(field) == mask}
                    self.scenes[scene.id] = values
                done[scene.id] = dict(values)
                changed = True
                self._leave(scene, values)
            if not changed:
                return

    def _leave(self, scene: Scene, values: Values) -> None:
        self._go(scene.goto, dict(values))
        for choice in scene.choices:
            taken = self._taking(scene, choice, dict(values))
            if taken is not None:
                self._go(choice.goto, taken)

    def _taking(self, scene: Scene, choice: Choice, values: Values) -> Values | None:
        mark = self._fields.mark(Mark.CHOSE, f"{scene.id}.{choice.id}")
        if choice.once and mark is not None and values.get(mark, 0b11) == 0b10:
            return None
        if choice.when is not None and not self._hold(choice.when.expression, values, 1):
            return None
        if mark is not None:
            values[mark] = 0b10
        self._do(choice.do, values)
        return values

    def _go(self, ways: Iterable[Branch], values: Values) -> None:
        for way in ways:
            onward = dict(values)
            if way.when is None or self._hold(way.when.expression, onward, 1):
                self._arrive(onward, way.to)
            if way.when is not None and not self._hold(way.when.expression, values, 0):
                return

    def _arrive(self, values: Values, scene_id: str) -> None:
        mark = self._fields.mark(Mark.SEEN, scene_id)
        if mark is not None:
            values[mark] = 0b10
        self._do(self._fields.rules.story.scenes[scene_id].enter, values)
        apart = self._apart.scenes[scene_id]
        known = self.scenes.get(scene_id)
        if known is None:
            self.scenes[scene_id] = {field: mask for field, mask in values.items() if field in apart}
        else:
            self.scenes[scene_id] = {field: mask | values[field] for field, mask in known.items() if field in values}

    def _do(self, effects: Sequence[Effect], values: Values) -> None:
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                done = dict(values)
                if not self._hold(effect.when.expression, done, 1):
                    continue
                self._do(effect.do, done)
                kept = dict(values)
                skipped = self._hold(effect.when.expression, kept, 0)
                values.clear()
                values.update(_either(done, kept) if skipped else done)
            else:
                self._assign(effect, values)

    def _assign(self, effect: Assignment, values: Values) -> None:
        fields = self._fields
        field = fields.number[effect.variable]
        if not self._followed(field):
            return
        step = constant_step(effect)
        if step is not None:
            if field in values:
                values[field] = _counted_on(values[field], step, fields.sizes[field])
            return
        expression = effect.expression
        if effect.operator != "=":
            expression = Arithmetic(effect.operator[0], VariableValue(effect.variable), expression)
        outcome = self._outcomes(expression, field, values)
        if outcome is None:
            values.pop(field, None)
        else:
            values[field] = outcome

    def _outcomes(self, expression: Expression, field: int, values: Values) -> int | None:
        read = sorted(self._fields.read_by(expression))
        combinations = self._combinations(read, values)
        if combinations is None:
            return None
        found = 0
        for value in self._fields.values_over(expression, read, combinations):
            found |= 1 << self._fields.place_of(field, value)
        return found

    def _combinations(self, read: Sequence[int], values: Values) -> list[tuple[int, ...]] | None:
        sizes = self._fields.sizes
        if any(sizes[field] > WIDE for field in read):
            return None
        possible = [_places(values.get(field, (1 << sizes[field]) - 1)) for field in read]
        return list(product(*possible)) if prod(map(len, possible)) <= JOINT else None

    def _hold(self, node: Expression, values: Values, side: int) -> bool:
        """Narrow the values down to those with which a condition can come out so; False where it never does."""
        if isinstance(node, Logic) and (node.operator == "and") == bool(side):
            return all(self._hold(operand, values, side) for operand in node.operands)
        read = sorted(self._fields.read_by(node))
        if len(read) == 1 and self._followed(read[0]):
            field = read[0]
            allowed = self._where(node, field, side)
            values[field] = values.get(field, (1 << self._fields.sizes[field]) - 1) & allowed
            return bool(values[field])
        combinations = self._combinations(read, values)
        if combinations is None:
            return True
        return any(bool(value) == bool(side) for value in self._fields.values_over(node, read, combinations))

    def _where(self, node: Expression, field: int, side: int) -> int:
        """The places of one field where a condition that reads only this comes out so."""
        known = self._tests.get((id(node), side))
        if known is None:
            choices = [(place,) for place in range(self._fields.sizes[field])]
            found = 0
            for (place,), value in zip(choices, self._fields.values_over(node, [field], choices), strict=True):
                found |= (bool(value) == bool(side)) << place
            known = self._tests[id(node), side] = node, found
        return known[1]


def _either(one: Values, other: Values) -> Values:
    return {field: mask | other[field] for field, mask in one.items() if field in other}


def _counted_on(mask: int, step: int, size: int) -> int:
    top = 1 << size
    if step >= 0:
        moved = mask << min(step, size)
        return moved & (top - 1) | (top >> 1 if moved >= top else 0)
    low = mask & ((1 << min(-step, size)) - 1)
    return mask >> min(-step, size) | (1 if low else 0)


def _places(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]
