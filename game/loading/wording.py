"""Reads the conditions, effects and texts of a story through their parsers. Knows nothing of where they stand.

Where something is wrong, or depends on scenes that are not read yet, the linker is left to say what.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from game.model.expression import Assignment, Condition, Effect, GuardedEffects
from game.model.text import Text

from .expressions import parse_condition, parse_effect
from .fields import Fields, scalar_of
from .findings import Findings, Parse
from .names import Names, Unread
from .nodes import MappingNode, Node
from .problem import Problem
from .scalar import Scalar
from .schema import EFFECTS, GUARDED, PLAIN_EFFECTS
from .text_parser import parse_text, plain_text


class Wording:
    """One story's language; `names` are its names but those of scenes, which are `unread`."""

    def __init__(self, names: Names, unread: Unread, fields: Fields, findings: Findings) -> None:
        self._names = names
        self._unread = unread
        self._fields = fields
        self._findings = findings

    def condition(self, scalar: Scalar) -> Condition | None:
        """The condition, or None where it is wrong."""
        condition, problems = parse_condition(scalar, self._names)
        if problems or self._unread.asked:
            self._put_off(parse_condition, scalar)
        return condition

    def text(self, scalar: Scalar, sites: Iterator[int]) -> Text:
        """Text with its inline parts; `sites` numbers the braces of the scene."""
        plain = plain_text(scalar)
        if plain is not None:
            return plain
        text, problems = parse_text(scalar, self._names, sites)
        if problems or self._unread.asked:
            self._put_off(_parse_text_alone, scalar)
        return text

    def effects(self, node: Node) -> tuple[Effect, ...]:
        """One effect or a list of them, some of which may have a condition."""
        if isinstance(node, Scalar):
            alone = self._assignment(node)
            return () if alone is None else (alone,)
        done = [self._effect(item) for item in self._fields.items(node, EFFECTS, "an effect")]
        return tuple([effect for effect in done if effect is not None])

    def _effect(self, node: Node) -> Effect | None:
        if isinstance(node, Scalar):
            return self._assignment(node)
        return self._guarded(node) if isinstance(node, MappingNode) else None

    def _guarded(self, node: MappingNode) -> GuardedEffects | None:
        values = self._fields.read(node, GUARDED, node)
        guard = scalar_of(values, "when")
        when = self.condition(guard) if guard is not None else None
        scalars = self._fields.texts(values.get("do"), PLAIN_EFFECTS, "an effect")
        do = [assignment for assignment in map(self._assignment, scalars) if assignment is not None]
        return GuardedEffects(when, tuple(do), node.ref) if when is not None else None

    def _assignment(self, scalar: Scalar) -> Assignment | None:
        assignment, problems = parse_effect(scalar, self._names)
        if problems or self._unread.asked:
            self._put_off(parse_effect, scalar)
        return assignment

    def _put_off(self, parse: Parse, scalar: Scalar) -> None:
        self._unread.asked = False
        self._findings.put_off(parse, scalar)


def _parse_text_alone(scalar: Scalar, names: Names) -> tuple[Text, tuple[Problem, ...]]:
    return parse_text(scalar, names, count())
