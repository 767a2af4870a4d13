"""Checks of variables: declared and not read, not set, or neither. Knows nothing of ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.model import walk
from game.model.expression import Assignment, Effect, Expression, GuardedEffects, VariableValue
from game.model.story import Scene
from game.model.text import Insert

from .finding import Finding
from .survey import Survey


def variables(survey: Survey) -> Iterator[Finding]:
    """W530, W531, W532: what happens to each variable."""
    read = {name for condition in survey.asked for name in _names([condition.expression])}
    written: set[str] = set()
    for scene in survey.scenes:
        read.update(_read(scene))
        written.update(assignment.variable for assignment in _assignments(scene))
    for variable in survey.story.variables:
        name = variable.name
        if name not in read and name not in written:
            yield Finding(variable.ref, "W532", f'the variable "{name}" is never used')
        elif name not in read:
            yield Finding(variable.ref, "W530", f'the variable "{name}" is set and never read')
        elif name not in written:
            yield Finding(variable.ref, "W531", f'the variable "{name}" is read and never set')


def _read(scene: Scene) -> Iterator[str]:
    """The variables that a scene reads; an effect that only moves its own variable on reads nothing."""
    for assignment in _assignments(scene):
        yield from (name for name in _names([assignment.expression]) if name != assignment.variable)
    guards = [condition.expression for effects in _effects(scene) for condition in walk.conditions_of_effects(effects)]
    yield from _names([*guards, *walk.conditions(scene)])
    for text in walk.texts(scene):
        if not text.is_plain:
            yield from (part.variable for part in walk.parts(text) if isinstance(part, Insert))


def _names(roots: Iterable[Expression]) -> Iterator[str]:
    for root in roots:
        yield from (node.name for node in walk.expressions(root) if isinstance(node, VariableValue))


def _effects(scene: Scene) -> Iterator[tuple[Effect, ...]]:
    yield scene.enter
    yield from (choice.do for choice in scene.choices)


def _assignments(scene: Scene) -> Iterator[Assignment]:
    for effects in _effects(scene):
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                yield from effect.do
            else:
                yield effect
