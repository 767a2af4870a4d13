"""Asks the rules what a way out of a scene does, for chosen values of the few fields that matter. Knows no bits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from game.engine.state import Cursor, State
from game.model.expression import Value
from game.model.story import Choice, Scene

from .fields import Fields


class Trial:
    """A choice, or a scene's going on by itself (`choice` is None), to be tried again and again.

    All fields but those in `touched` keep a value that does not matter.
    """

    def __init__(
        self, fields: Fields, scene: Scene, choice: Choice | None, fixed: Mapping[int, int], touched: Collection[int]
    ) -> None:
        """`fixed` gives places (0 where it gives none) that stand where a trial does not say others."""
        self._fields = fields
        self._scene = scene
        rules = fields.rules
        compiled = None if choice is None else rules.compiled(scene.id).choices[choice.id]
        self._opens = None if compiled is None else compiled.opens
        self._take = None if compiled is None else compiled.take
        ways = scene.goto if choice is None else choice.goto
        self._ways = [
            (way.to, None if way.when is None else rules.test(way.when), rules.compiled(way.to).enter) for way in ways
        ]
        self._values: list[tuple[int, Value]] = []
        self._marks = 0
        for field in touched:
            place = fixed.get(field, 0)
            if field >= fields.variables:
                self._marks |= place << (field - fields.variables)
            elif place:
                self._values.append((field, fields.domains[field][place]))

    def __call__(self, chosen: Iterable[tuple[int, int]]) -> Cursor | None:
        """What becomes of a state with these places of some fields; None where the way is closed."""
        fields = self._fields
        values, marks = list(fields.firsts), self._marks
        for field, value in self._values:
            values[field] = value
        for field, place in chosen:
            if field < fields.variables:
                values[field] = fields.domains[field][place]
            else:
                bit = field - fields.variables
                marks = marks & ~(1 << bit) | place << bit
        return self._led(Cursor(self._scene.id, values, marks, fields.counts))

    def real(self, state: State) -> State | None:
        """What becomes of a full state; None where the way is closed."""
        after = self._led(Cursor(*state))
        return None if after is None else after.state()

    def _led(self, cursor: Cursor) -> Cursor | None:
        if self._opens is not None and not self._opens(cursor.values, cursor.marks):
            return None
        if self._take is not None:
            self._take(cursor)
        for to, test, enter in self._ways:
            if test is None or test(cursor.values, cursor.marks):
                cursor.scene = to
                if enter is not None:
                    enter(cursor)
                return cursor
        raise ValueError("the last branch has a guard")
