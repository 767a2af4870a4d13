"""Checks of what a scene offers: dead ends, timers, choices that run out or read alike. Judges no arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from game.model import walk
from game.model.story import Choice, Scene

from .finding import Finding
from .guards import entered
from .reasoning import Known, Reasoner
from .survey import Survey


def dead_ends(survey: Survey) -> Iterator[Finding]:
    """W525: all choices of a scene may be closed at once; W527: they may once they were all taken."""
    for scene in survey.scenes:
        guarded = [choice for choice in scene.choices if choice.when is not None or choice.once]
        if not scene.choices or len(guarded) < len(scene.choices):
            continue
        known = entered(survey.reasoner, scene)
        if _may_close(survey.reasoner, scene.choices, known):
            yield Finding(scene.ref, "W525", f'every choice of "{scene.id}" has a condition, and all may fail at once')
        elif scene.id in survey.returning_for_sure and _may_close(
            survey.reasoner, [choice for choice in scene.choices if not choice.once], known
        ):
            yield Finding(scene.ref, "W527", f'a player who comes back to "{scene.id}" may find every choice used up')


def timers(survey: Survey) -> Iterator[Finding]:
    """W526: the choice that a timer takes may be closed, and then no timer runs (A15)."""
    for scene in survey.scenes:
        choice = scene.choice(scene.timer.choice) if scene.timer is not None else None
        if scene.timer is None or choice is None:
            continue
        used_up = choice.once and scene.id in survey.returning
        if used_up or _may_close(survey.reasoner, [choice], entered(survey.reasoner, scene)):
            message = f'the timer takes "{choice.id}", which is not always on offer; then no timer runs'
            yield Finding(scene.timer.ref, "W526", message)


def same_words(survey: Survey) -> Iterator[Finding]:
    """W548: two choices that may be on offer together have the same words."""
    for scene in survey.scenes:
        if len({choice.text.source for choice in scene.choices}) == len(scene.choices):
            continue
        for one, other in combinations(scene.choices, 2):
            if one.text.source.strip() == other.text.source.strip() and _may_be_together(survey, scene, one, other):
                message = f'"{other.id}" has the same words as "{one.id}"'
                yield Finding(other.text.ref, "W548", message)


def _may_close(reasoner: Reasoner, choices: Sequence[Choice], known: Known | None) -> bool:
    """Whether the conditions of all of them may fail in one state, as far as can be seen.

    Simple conditions are asked first: what they settle decides the others, which may fail in more ways than one.
    """
    conditions = [choice.when.expression for choice in choices if choice.when is not None]
    if len(conditions) < len(choices):
        return False
    for condition in sorted(conditions, key=lambda root: sum(1 for _ in walk.expressions(root))):
        known = None if known is None else reasoner.fails(condition, known)
    return known is not None


def _may_be_together(survey: Survey, scene: Scene, one: Choice, other: Choice) -> bool:
    known: Known | None = entered(survey.reasoner, scene)
    for choice in (one, other):
        if choice.when is not None and known is not None:
            known = survey.reasoner.holds(choice.when.expression, known)
    return known is not None
