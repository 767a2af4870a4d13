"""Text, conditions and effects read with the real parsers, for stories built in Python."""

from __future__ import annotations

import itertools

from game.loading.expressions import parse_condition, parse_effect
from game.loading.names import Names
from game.loading.scalar import loose
from game.loading.text_parser import parse_text
from game.model.expression import Assignment, Condition
from game.model.story import Story
from game.model.text import Text


def names_of(story: Story) -> Names:
    """What a story declares."""
    return Names(
        {variable.name: variable for variable in story.variables},
        {scene.id: [choice.id for choice in scene.choices] for scene in story.scenes.values()},
        story.endings,
    )


def read_text(source: str, names: Names, first_site: int = 0) -> Text:
    """A text without problems."""
    text, problems = parse_text(loose(source, "a.yaml", 1, 1), names, itertools.count(first_site))
    assert problems == ()
    return text


def read_condition(source: str, names: Names) -> Condition:
    """A condition without problems."""
    condition, problems = parse_condition(loose(source, "a.yaml", 1, 1), names)
    assert condition is not None, problems
    return condition


def read_effect(source: str, names: Names) -> Assignment:
    """An effect without problems."""
    effect, problems = parse_effect(loose(source, "a.yaml", 1, 1), names)
    assert effect is not None, problems
    return effect
