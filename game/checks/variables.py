"""Checks of variables: declared and not read, not set, or neither. Knows nothing of ranges.

A story says the same conditions and effects over and over, and its reader makes one tree of what is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model import walk
from game.model.expression import Assignment, Effect, Expression, GuardedEffects
from game.model.script import When
from game.model.story import Scene
from game.model.text import Either, Insert, Part

from .finding import Finding
from .survey import Survey


def variables(survey: Survey) -> Iterator[Finding]:
    """W530, W531, W532: what happens to each variable."""
    names = survey.reasoner.names
    every = (effect for scene in survey.scenes for effect in _assignments(scene))
    assigned = {(effect.variable, id(effect.expression)): effect.expression for effect in every}
    written = {variable for variable, _ in assigned}
    read = {name for (variable, _), set_to in assigned.items() for name in names(set_to) if name != variable}
    read.update(*map(names, {id(expression): expression for expression in _conditions(survey)}.values()))
    read.update(part.variable for part in _varying_parts(survey) if isinstance(part, Insert))
    for variable in survey.story.variables:
        name = variable.name
        if name not in read and name not in written:
            yield Finding(variable.ref, "W532", f'the variable "{name}" is never used')
        elif name not in read:
            yield Finding(variable.ref, "W530", f'the variable "{name}" is set and never read')
        elif name not in written:
            yield Finding(variable.ref, "W531", f'the variable "{name}" is read and never set')


def _conditions(survey: Survey) -> Iterator[Expression]:
    """All that decides anything; an effect that only moves its own variable on reads nothing."""
    yield from (condition.expression for condition in survey.asked)
    yield from (line.condition.expression for line in survey.every(When))
    yield from (part.condition.expression for part in _varying_parts(survey) if isinstance(part, Either))
    for scene in survey.scenes:
        for effects in _effects(scene):
            yield from (condition.expression for condition in walk.conditions_of_effects(effects))
        yield from walk.guards(scene.goto)
        for choice in scene.choices:
            for condition in (choice.when, *[branch.when for branch in choice.goto]):
                if condition is not None:
                    yield condition.expression


def _varying_parts(survey: Survey) -> Iterator[Part]:
    return (part for texts in survey.varied.values() for text in texts for part in walk.parts(text))


def _effects(scene: Scene) -> Iterator[tuple[Effect, ...]]:
    if scene.enter:
        yield scene.enter
    yield from (choice.do for choice in scene.choices if choice.do)


def _assignments(scene: Scene) -> Iterator[Assignment]:
    for effects in _effects(scene):
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                yield from effect.do
            else:
                yield effect
