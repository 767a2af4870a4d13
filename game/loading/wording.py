"""Reads the conditions, effects and texts of a story through their parsers. Knows nothing of where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from game.model.expression import Assignment, Condition, Effect, GuardedEffects
from game.model.text import Text

from .expressions import parse_condition, parse_effect
from .fields import Fields, scalar_of
from .findings import Findings
from .names import Names
from .nodes import MappingNode, Node
from .problem import Problem
from .scalar import Scalar
from .schema import EFFECTS, GUARDED, PLAIN_EFFECTS
from .text_parser import parse_text

_WORD = re.compile("[a-z][a-z0-9_]*")


class _Unlisted(dict[str, Any]):
    """A mapping that can be asked and not listed, so that nobody looks for suggestions in it."""

    def __iter__(self) -> Iterator[str]:
        return iter(())


class Wording:
    """One story's language. Names in `lost` are declared where nothing could be read: nothing is said of their use."""

    def __init__(self, names: Names, lost: Collection[str], fields: Fields, findings: Findings) -> None:
        self._names = names
        self._size = len(names.variables) + len(names.scenes) + max(map(len, names.scenes.values()), default=0)
        self._lost = frozenset(lost)
        self._fields = fields
        self._findings = findings

    def condition(self, scalar: Scalar | None) -> Condition | None:
        """The condition, or None where there is none or it is wrong."""
        if scalar is None:
            return None
        condition, problems = parse_condition(scalar, self._names)
        self._note(scalar, problems)
        return condition

    def text(self, scalar: Scalar, sites: Iterator[int]) -> Text:
        """Text with its inline parts; `sites` numbers the braces of the scene."""
        text, problems = parse_text(scalar, self._names, sites)
        self._note(scalar, problems)
        return text

    def effects(self, node: Node | None) -> tuple[Effect, ...]:
        """One effect or a list of them, some of which may have a condition."""
        done = (self._effect(item) for item in self._fields.items(node, EFFECTS, "an effect"))
        return tuple(effect for effect in done if effect is not None)

    def _effect(self, node: Node) -> Effect | None:
        if isinstance(node, Scalar):
            return self._assignment(node)
        return self._guarded(node) if isinstance(node, MappingNode) else None

    def _guarded(self, node: MappingNode) -> GuardedEffects | None:
        values = self._fields.read(node, GUARDED, node)
        when = self.condition(scalar_of(values, "when"))
        scalars = self._fields.texts(values.get("do"), PLAIN_EFFECTS, "an effect")
        do = [assignment for assignment in map(self._assignment, scalars) if assignment is not None]
        return GuardedEffects(when, tuple(do), node.ref) if when is not None else None

    def _assignment(self, scalar: Scalar) -> Assignment | None:
        assignment, problems = parse_effect(scalar, self._names)
        self._note(scalar, problems)
        return assignment

    def _note(self, scalar: Scalar, problems: tuple[Problem, ...]) -> None:
        if problems and not (self._lost and self._lost.intersection(_WORD.findall(scalar.text))):
            self._findings.extend(problems)
            if not isinstance(self._names.scenes, _Unlisted) and not self._findings.may_compare(self._size):
                self._names = _without_suggestions(self._names)


def _without_suggestions(names: Names) -> Names:
    """The same names, none of which is ever suggested."""
    scenes = {scene: _Unlisted(dict.fromkeys(choices)) for scene, choices in names.scenes.items()}
    return Names(_Unlisted(names.variables), _Unlisted(scenes), _Unlisted(dict.fromkeys(names.endings)))
