"""What a scene's words and choices ask of a state, as closures. Knows nothing of how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.model import walk
from game.model.expression import Value
from game.model.script import When
from game.model.story import Scene
from game.model.text import Alternatives, Either, Insert

from .rules import Rules
from .state import State
from .text import turn_of

_Ask: TypeAlias = Callable[[Sequence[Value], int], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that the look of a scene depends on: `asks` of values and marks, `turns` of how often it was entered."""

    asks: tuple[_Ask, ...]
    turns: tuple[Alternatives, ...]

    def answers(self, state: State, rules: Rules, seed: int) -> tuple[object, ...]:
        """Equal for two states and seeds in which the scene is shown the same."""
        if not self.asks and not self.turns:
            return ()
        values, marks = state.values, state.marks
        answers = [ask(values, marks) for ask in self.asks]
        if self.turns:
            answers += [turn_of(each, state, rules, seed) for each in self.turns]
        return tuple(answers)


def asked_by(scene: Scene, rules: Rules) -> Asked:
    """What a scene asks, everything once."""
    conditions = [line.condition for line in walk.lines(scene.script) if isinstance(line, When)]
    conditions += [choice.when for choice in scene.choices if choice.when is not None]
    inserted: list[str] = []
    turns: list[Alternatives] = []
    for part in (part for text in walk.texts(scene) if not text.is_plain for part in walk.parts(text)):
        match part:
            case Either(condition):
                conditions.append(condition)
            case Insert(variable):
                inserted.append(variable)
            case Alternatives():
                turns.append(part)
    asks: list[_Ask] = [rules.test(condition) for condition in dict.fromkeys(conditions)]
    asks += [_value(rules.layout.places[variable]) for variable in dict.fromkeys(inserted)]
    asks += [_used(compiled.used) for compiled in rules.compiled(scene.id).choices.values() if compiled.used]
    return Asked(tuple(asks), tuple(turns))


def _value(place: int) -> _Ask:
    return lambda values, _: values[place]


def _used(mark: int) -> _Ask:
    return lambda _, marks: marks & mark
