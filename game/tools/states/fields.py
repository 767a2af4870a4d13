"""All that a state holds, variables and marks alike, as numbered fields with places for values. Knows no scenes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import getitem

from game.engine.compile import compile_expression
from game.engine.rules import Rules
from game.engine.state import Cursor, State
from game.model import walk
from game.model.expression import Expression, Mark, Marked, Value, VariableValue


class Fields:
    """The fields of a story. A field's value is meant by its place: of a variable in its domain, of a mark 0 or 1."""

    def __init__(self, rules: Rules) -> None:
        """The variables in the story's order, then the marks that are asked about."""
        self.rules = rules
        variables = rules.story.variables
        self.domains: list[Sequence[Value]] = [variable.domain for variable in variables]
        self.variables = len(variables)
        self.number = {variable.name: place for place, variable in enumerate(variables)}
        asked = sorted(rules.bits.items(), key=lambda item: item[1])
        self.marks = {mark: self.variables + place for place, (mark, _) in enumerate(asked)}
        self.sizes = [len(domain) for domain in self.domains] + [2] * len(asked)
        self.names = [variable.name for variable in variables] + [
            f"{mark.value}({target})" for (mark, target), _ in asked
        ]
        self._place = [{} if isinstance(d, range) else {v: i for i, v in enumerate(d)} for d in self.domains]
        self.firsts = [domain[0] for domain in self.domains]
        self.counts = rules.initial().counts
        self._reads: dict[int, tuple[Expression, frozenset[int]]] = {}

    @cached_property
    def reached(self) -> dict[str, int]:
        """The fields that stand for endings seen before."""
        return {target: field for (mark, target), field in self.marks.items() if mark is Mark.REACHED}

    @cached_property
    def decisive(self) -> frozenset[int]:
        """The fields on which the way through the story depends; others only change its text."""
        found: frozenset[int] = frozenset()
        for scene in self.rules.story.scenes.values():
            for expression in walk.decisions(scene):
                found |= self.read_by(expression)
        return found

    def mark(self, kind: Mark, target: str) -> int | None:
        """The field of a mark, None where nothing asks about it."""
        return self.marks.get((kind, target))

    def place_of(self, field: int, value: Value) -> int:
        """Where a value stands in its field, numbers held to the bounds."""
        domain = self.domains[field]
        if isinstance(domain, range):
            return min(max(int(value) - domain[0], 0), len(domain) - 1)
        return self._place[field][value]

    def state(self, scene: str, places: Sequence[int]) -> State:
        """The state with these places."""
        values = tuple(map(getitem, self.domains, places))
        marks = 0
        for bit, place in enumerate(places[self.variables :]):
            marks |= place << bit
        return State(scene, values, marks, self.counts)

    def place_in(self, state: State | Cursor, field: int) -> int:
        """The place of a field's value in a state."""
        if field < self.variables:
            return self.place_of(field, state.values[field])
        return state.marks >> (field - self.variables) & 1

    def places(self, state: State) -> list[int]:
        """The places of a state's values."""
        found = [self.place_of(field, value) for field, value in enumerate(state.values)]
        return found + [state.marks >> bit & 1 for bit in range(len(self.marks))]

    def read_by(self, expression: Expression) -> frozenset[int]:
        """The fields that an expression can depend on."""
        known = self._reads.get(id(expression))
        if known is None:
            found = set()
            for node in walk.expressions(expression):
                if isinstance(node, VariableValue):
                    found.add(self.number[node.name])
                elif isinstance(node, Marked):
                    found.add(self.marks[node.mark, node.target])
            known = self._reads[id(expression)] = expression, frozenset(found)
        return known[1]

    def values_over(
        self, expression: Expression, fields: Sequence[int], choices: Iterable[Sequence[int]]
    ) -> list[Value]:
        """The expression's value for each choice of places of these fields; it must not depend on others."""
        function = compile_expression(expression, self.rules.layout)
        values = list(self.firsts)
        found = []
        for places in choices:
            marks = 0
            for field, place in zip(fields, places, strict=True):
                if field < self.variables:
                    values[field] = self.domains[field][place]
                else:
                    marks |= place << (field - self.variables)
            found.append(function(values, marks))
        return found
