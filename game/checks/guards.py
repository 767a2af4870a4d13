"""Checks of conditions and effects by what their variables can be. Follows a scene from its entry to its exits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from game.model import walk
from game.model.expression import Assignment, Condition, Effect, GuardedEffects, Literal, Mark, VariableValue
from game.model.script import Include, Line, When
from game.model.story import Branch, Choice, Scene
from game.model.text import Alternatives, Either, Emphasis, Part, Text

from .finding import Finding
from .reasoning import Known, Reasoner, key
from .survey import Survey
from .value_sets import Values, high, low

_TRUE: Values = frozenset((True,))
_NOTHING: Values = frozenset((0,))
_There: TypeAlias = Known | None
"""What is known at a place, or None where it cannot be come to."""


def guards(survey: Survey) -> Iterator[Finding]:
    """W513, W520–W524: conditions that decide nothing, branches never taken, effects that do nothing or too much."""
    follower = _Follower(survey.reasoner, survey.varying)
    for scene in survey.scenes:
        follower.scene(scene)
    return iter(follower.found)


def entered(reasoner: Reasoner, scene: Scene) -> Known:
    """What is known in a scene once it is entered."""
    return reasoner.after(scene.enter, {key(Mark.SEEN, scene.id): _TRUE})


@dataclass(frozen=True, slots=True)
class _Follower:
    """Follows what is known; of a place that cannot be come to nothing is said. `varying` are scenes by their ids."""

    reasoner: Reasoner
    varying: Collection[str]
    found: list[Finding] = field(default_factory=list)

    def scene(self, scene: Scene) -> None:
        """All of one scene."""
        known: Known = {key(Mark.SEEN, scene.id): _TRUE}
        if scene.enter:
            known = self._effects(scene.enter, known)
        if scene.id in self.varying:
            if scene.title is not None:
                self._text(scene.title, known)
            self._lines(scene.script, known)
        for choice in scene.choices:
            self._choice(scene, choice, known)
        self._branches(scene.goto, known)

    def _choice(self, scene: Scene, choice: Choice, known: Known) -> None:
        offered: _There = known
        if choice.when is not None:
            offered, _ = self._condition(choice.when, known)
        if choice.locked is not None:
            self._text(choice.locked, known)
        if offered is None:
            return
        self._text(choice.text, offered)
        if choice.do or choice.goto[0].when is not None:
            taken: Known = {**offered, key(Mark.CHOSE, f"{scene.id}.{choice.id}"): _TRUE}
            self._branches(choice.goto, self._effects(choice.do, taken))

    def _lines(self, lines: Iterable[Line], known: Known) -> None:
        for line in lines:
            if isinstance(line, When):
                held, failed = self._condition(line.condition, known)
                if held is not None:
                    self._lines(line.then, held)
                if failed is not None:
                    self._lines(line.otherwise, failed)
            elif isinstance(line, Include):
                self._lines(line.lines, known)
            else:
                for text in walk.texts_of_line(line):
                    self._text(text, known)

    def _text(self, text: Text, known: Known) -> None:
        if text.parsed is not None:
            self._parts(text.parsed, known)

    def _parts(self, parts: Iterable[Part], known: Known) -> None:
        for part in parts:
            match part:
                case Emphasis(inner):
                    self._parts(inner, known)
                case Either(condition, then, otherwise):
                    held, failed = self._condition(condition, known)
                    if held is not None:
                        self._parts(then, held)
                    if failed is not None:
                        self._parts(otherwise, failed)
                case Alternatives(_, choices):
                    for choice in choices:
                        self._parts(choice, known)

    def _condition(self, condition: Condition, known: Known) -> tuple[_There, _There]:
        """Say whether the condition decides nothing; gives what is known where it holds and where it fails."""
        held, failed = self.reasoner.parted(condition.expression, known)
        if held is None or failed is None:
            self.found.append(self._decided(condition, holds=held is not None))
        return held, failed

    def _decided(self, condition: Condition, *, holds: bool) -> Finding:
        """A condition of which it is known before whether it holds: everywhere, or only here."""
        if self.reasoner.holds(condition.expression) is None:
            return Finding(condition.ref, "W520", f'"{condition.source}" never holds{self._domains(condition)}')
        if self.reasoner.fails(condition.expression) is None:
            return Finding(condition.ref, "W521", f'"{condition.source}" always holds{self._domains(condition)}')
        word = "always" if holds else "never"
        return Finding(condition.ref, "W524", f'"{condition.source}" {word} holds here, by what was decided before')

    def _domains(self, condition: Condition) -> str:
        """The ranges that decide it, for the message."""
        names = [node.name for node in walk.expressions(condition.expression) if isinstance(node, VariableValue)]
        shown = [f"{name} is {_shown(self.reasoner, name)}" for name in dict.fromkeys(names)]
        return f": {', '.join(shown[:3])}" if shown else ""

    def _branches(self, branches: Iterable[Branch], known: _There) -> None:
        """Each branch is come to where those before it failed."""
        for branch in branches:
            if branch.when is None:
                return
            condition = branch.when.expression
            held, failed = (None, None) if known is None else self.reasoner.parted(condition, known)
            if known is not None and None in self.reasoner.parted(condition):
                self._condition(branch.when, {})
            elif held is None:
                self.found.append(_never_taken(branch))
            known = failed

    def _effects(self, effects: Iterable[Effect], known: Known) -> Known:
        """What is known once the effects are done."""
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                held, _ = self._condition(effect.when, known)
                if held is not None:
                    self._effects(effect.do, held)
                known = self.reasoner.after([effect], known)
            else:
                known = self._assignment(effect, known)
        return known

    def _assignment(self, effect: Assignment, known: Known) -> Known:
        """What is known once it is done."""
        result, kept = self.reasoner.outcome(effect, known)
        if kept is not result and len(kept) == 1 and self._leads_out(result, effect.variable):
            message = f'"{effect.source}" always leads out of {_shown(self.reasoner, effect.variable)}'
            self.found.append(Finding(effect.ref, "W522", message))
        elif self._does_nothing(effect, known):
            self.found.append(Finding(effect.ref, "W523", f'"{effect.source}" changes nothing'))
        return self.reasoner.set(effect.variable, kept, known)

    def _leads_out(self, result: Values, variable: str) -> bool:
        domain = self.reasoner.domain(variable)
        return _are_numbers(domain) and (high(result) < low(domain) or low(result) > high(domain))

    def _does_nothing(self, effect: Assignment, known: Known) -> bool:
        if effect.operator == "=":
            return isinstance(effect.expression, VariableValue) and effect.expression.name == effect.variable
        if isinstance(effect.expression, Literal):
            return effect.expression.value == 0
        return self.reasoner.possible(effect.expression, known) == _NOTHING


def _are_numbers(domain: Values) -> bool:
    return not isinstance(next(iter(domain)), (bool, str))


def _never_taken(branch: Branch) -> Finding:
    source = branch.when.source if branch.when is not None else ""
    return Finding(branch.ref, "W513", f'the branch to "{branch.to}" is never taken: "{source}" cannot hold here')


def _shown(reasoner: Reasoner, name: str) -> str:
    """What a variable can be, in words."""
    domain = reasoner.domain(name)
    if not _are_numbers(domain):
        return "one of " + ", ".join(sorted(str(value).lower() for value in domain))
    return f"{low(domain)}..{high(domain)}"
