"""Checks of variables: declared and not read, not set, or neither. Knows nothing of ranges.

A story says the same conditions and effects over and over, and its reader makes one tree of what is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model import walk
from game.model.expression import Assignment, Effect, Expression, GuardedEffects
from game.model.script import When
from game.model.text import Either, Insert, Part

from .finding import Finding
from .survey import Survey, exits


def variables(survey: Survey) -> Iterator[Finding]:
    """W530, W531, W532: what happens to each variable."""
    names = survey.reasoner.names
    assigned = {(effect.variable, id(effect.expression)): effect.expression for effect in _assignments(survey)}
    written = {variable for variable, _ in assigned}
    read = {name for (variable, _), set_to in assigned.items() for name in names(set_to) if name != variable}
    read.update(*map(names, {id(expression): expression for expression in _conditions(survey)}.values()))
    read.update([part.variable for part in _varying_parts(survey) if isinstance(part, Insert)])
    for variable in survey.story.variables:
        name = variable.name
        if name not in read and name not in written:
            yield Finding(variable.ref, "W532", f'the variable "{name}" is never used')
        elif name not in read:
            yield Finding(variable.ref, "W530", f'the variable "{name}" is set and never read')
        elif name not in written:
            yield Finding(variable.ref, "W531", f'the variable "{name}" is read and never set')


def _conditions(survey: Survey) -> list[Expression]:
    """All that decides anything; an effect that only moves its own variable on reads nothing."""
    conditions = [*survey.asked, *walk.conditions_of_effects(_effects(survey))]
    conditions += [line.condition for line in survey.every(When)]
    conditions += [part.condition for part in _varying_parts(survey) if isinstance(part, Either)]
    conditions += [one.when for scene in survey.scenes for one in scene.choices if one.when is not None]
    branches = [branch for scene in survey.scenes for way_out in exits(scene) for branch in way_out]
    return [*[condition.expression for condition in conditions], *walk.guards(branches)]


def _varying_parts(survey: Survey) -> Iterator[Part]:
    return (part for texts in survey.varied.values() for _, parts in texts for part in parts)


def _effects(survey: Survey) -> list[Effect]:
    found: list[Effect] = []
    for scene in survey.scenes:
        found += scene.enter
        for choice in scene.choices:
            found += choice.do
    return found


def _assignments(survey: Survey) -> Iterator[Assignment]:
    for effect in _effects(survey):
        if isinstance(effect, GuardedEffects):
            yield from effect.do
        else:
            yield effect
