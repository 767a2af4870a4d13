"""How often each variable is set and read. Knows nothing of what for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from game.model import walk
from game.model.expression import Effect, GuardedEffects, VariableValue
from game.model.story import Scene, Story
from game.model.text import Insert


@dataclass(frozen=True, slots=True)
class Use:
    """A variable: the effects that set it, and the places that ask for it or show it."""

    variable: str
    set: int
    read: int


def uses_of(story: Story) -> tuple[Use, ...]:
    """Every variable, in the order declared; a snippet counts wherever it is included."""
    setting: Counter[str] = Counter()
    reading: Counter[str] = Counter()
    for scene in story.scenes.values():
        setting.update(assigned(scene.enter))
        for choice in scene.choices:
            setting.update(assigned(choice.do))
        reading.update(read(scene))
    return tuple(Use(variable.name, setting[variable.name], reading[variable.name]) for variable in story.variables)


def assigned(effects: Iterable[Effect]) -> Iterable[str]:
    """The variable that each effect sets."""
    for effect in effects:
        for assignment in effect.do if isinstance(effect, GuardedEffects) else (effect,):
            yield assignment.variable


def read(scene: Scene) -> Iterable[str]:
    """The variable that each condition, effect or text of a scene asks for, as often as it does."""
    for root in walk.roots(scene):
        yield from (node.name for node in walk.expressions(root) if isinstance(node, VariableValue))
    for text in walk.texts(scene):
        yield from (part.variable for part in walk.parts(text) if isinstance(part, Insert))
