"""Checks of conditions and effects by what their variables can be. Follows a scene from its entry to its exits."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from game.model import walk
from game.model.expression import Assignment, Condition, Effect, GuardedEffects, Mark, VariableValue
from game.model.script import Include, Line, When
from game.model.story import Branch, Choice, Scene
from game.model.text import Alternatives, Either, Emphasis, Part, Text

from .finding import Finding
from .reasoning import Known, Reasoner, key
from .survey import Survey
from .value_sets import Values, high, low

_TRUE: Values = frozenset((True,))
_There: TypeAlias = Known | None
"""What is known at a place, or None where it cannot be come to."""


def guards(survey: Survey) -> Iterator[Finding]:
    """W513, W520–W524: conditions that decide nothing, branches never taken, effects that do nothing or too much."""
    follower = _Follower(survey.reasoner, survey.varying)
    for scene in survey.scenes:
        yield from follower.scene(scene)


def entered(reasoner: Reasoner, scene: Scene) -> Known:
    """What is known in a scene once it is entered."""
    return reasoner.after(scene.enter, {key(Mark.SEEN, scene.id): _TRUE})


@dataclass(frozen=True, slots=True)
class _Follower:
    """Follows what is known; of a place that cannot be come to nothing is said. `varying` are scenes by their ids."""

    reasoner: Reasoner
    varying: Collection[str]

    def scene(self, scene: Scene) -> Iterator[Finding]:
        """All of one scene."""
        known: Known = {key(Mark.SEEN, scene.id): _TRUE}
        yield from self._effects(scene.enter, known)
        known = entered(self.reasoner, scene)
        if scene.title is not None:
            yield from self._text(scene.title, known)
        if scene.id in self.varying:
            yield from self._lines(scene.script, known)
        for choice in scene.choices:
            yield from self._choice(scene, choice, known)
        yield from self._branches(scene.goto, known)

    def _choice(self, scene: Scene, choice: Choice, known: Known) -> Iterator[Finding]:
        offered: Known | None = known
        if choice.when is not None:
            offered, _ = yield from self._condition(choice.when, known)
        if choice.locked is not None:
            yield from self._text(choice.locked, known)
        if offered is None:
            return
        yield from self._text(choice.text, offered)
        if not choice.do and all(branch.when is None for branch in choice.goto):
            return
        taken = {**offered, key(Mark.CHOSE, f"{scene.id}.{choice.id}"): _TRUE}
        yield from self._effects(choice.do, taken)
        yield from self._branches(choice.goto, self.reasoner.after(choice.do, taken))

    def _lines(self, lines: Iterable[Line], known: Known) -> Iterator[Finding]:
        for line in lines:
            if isinstance(line, When):
                held, failed = yield from self._condition(line.condition, known)
                yield from () if held is None else self._lines(line.then, held)
                yield from () if failed is None else self._lines(line.otherwise, failed)
            elif isinstance(line, Include):
                yield from self._lines(line.lines, known)
            else:
                for text in walk.texts_of_line(line):
                    yield from self._text(text, known)

    def _text(self, text: Text, known: Known) -> Iterator[Finding]:
        return iter(()) if text.is_plain else self._parts(text.parts, known)

    def _parts(self, parts: Iterable[Part], known: Known) -> Iterator[Finding]:
        for part in parts:
            match part:
                case Emphasis(inner):
                    yield from self._parts(inner, known)
                case Either(condition, then, otherwise):
                    held, failed = yield from self._condition(condition, known)
                    yield from () if held is None else self._parts(then, held)
                    yield from () if failed is None else self._parts(otherwise, failed)
                case Alternatives(_, choices):
                    for choice in choices:
                        yield from self._parts(choice, known)

    def _condition(self, condition: Condition, known: Known) -> Generator[Finding, None, tuple[_There, _There]]:
        """Say whether the condition decides nothing; gives what is known where it holds and where it fails."""
        held = self.reasoner.holds(condition.expression, known)
        failed = self.reasoner.fails(condition.expression, known)
        if held is None and self.reasoner.holds(condition.expression) is None:
            yield Finding(condition.ref, "W520", f'"{condition.source}" never holds{self._domains(condition)}')
        elif failed is None and self.reasoner.fails(condition.expression) is None:
            yield Finding(condition.ref, "W521", f'"{condition.source}" always holds{self._domains(condition)}')
        elif held is None or failed is None:
            word = "never" if held is None else "always"
            message = f'"{condition.source}" {word} holds here, by what was decided before'
            yield Finding(condition.ref, "W524", message)
        return held, failed

    def _domains(self, condition: Condition) -> str:
        """The ranges that decide it, for the message."""
        names = [node.name for node in walk.expressions(condition.expression) if isinstance(node, VariableValue)]
        shown = [f"{name} is {_shown(self.reasoner, name)}" for name in dict.fromkeys(names)]
        return f": {', '.join(shown[:3])}" if shown else ""

    def _branches(self, branches: Iterable[Branch], known: Known | None) -> Iterator[Finding]:
        """Each branch is come to where those before it failed."""
        for branch in branches:
            if branch.when is None:
                return
            condition = branch.when.expression
            if known is None:
                yield _never_taken(branch)
            elif self.reasoner.holds(condition) is None or self.reasoner.fails(condition) is None:
                yield from self._condition(branch.when, {})
            elif self.reasoner.holds(condition, known) is None:
                yield _never_taken(branch)
            known = None if known is None else self.reasoner.fails(condition, known)

    def _effects(self, effects: Iterable[Effect], known: Known) -> Iterator[Finding]:
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                held, _ = yield from self._condition(effect.when, known)
                if held is not None:
                    yield from self._effects(effect.do, held)
                known = self.reasoner.after([effect], known)
            else:
                yield from self._assignment(effect, known)
                known = self.reasoner.done(effect, known)

    def _assignment(self, effect: Assignment, known: Known) -> Iterator[Finding]:
        domain = self.reasoner.domain(effect.variable)
        result = self.reasoner.result(effect, known)
        if _are_numbers(domain) and (high(result) < low(domain) or low(result) > high(domain)):
            message = f'"{effect.source}" always leads out of {_shown(self.reasoner, effect.variable)}'
            yield Finding(effect.ref, "W522", message)
        elif _does_nothing(effect, self.reasoner.possible(effect.expression, known)):
            yield Finding(effect.ref, "W523", f'"{effect.source}" changes nothing')


def _does_nothing(effect: Assignment, values: Iterable[object]) -> bool:
    if effect.operator == "=":
        return effect.expression == VariableValue(effect.variable)
    return values == frozenset((0,))


def _are_numbers(domain: Values) -> bool:
    return not isinstance(next(iter(domain)), bool | str)


def _never_taken(branch: Branch) -> Finding:
    source = branch.when.source if branch.when is not None else ""
    return Finding(branch.ref, "W513", f'the branch to "{branch.to}" is never taken: "{source}" cannot hold here')


def _shown(reasoner: Reasoner, name: str) -> str:
    """What a variable can be, in words."""
    domain = reasoner.domain(name)
    if not _are_numbers(domain):
        return "one of " + ", ".join(sorted(str(value).lower() for value in domain))
    return f"{low(domain)}..{high(domain)}"
