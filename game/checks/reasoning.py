"""What the values of variables can be where a condition holds or fails: sound, and exact in the common cases.

A condition that cannot hold here cannot hold in play; the reverse is not promised. Knows nothing of scenes or files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from game.model import walk
from game.model.expression import (
    Arithmetic,
    Assignment,
    Comparison,
    Conditional,
    Effect,
    Expression,
    GuardedEffects,
    Literal,
    Logic,
    Mark,
    Marked,
    Negative,
    Not,
    VariableValue,
)
from game.model.story import Variable

from . import value_sets
from .value_sets import ANY_NUMBER, Values

Known: TypeAlias = Mapping[str, Values]
"""What is known here beyond the declarations, by variable or mark (`seen(scene)`)."""

NOTHING: Known = {}
BOTH: Values = frozenset((False, True))

MOST_STEPS = 400
"""Parts of one condition that are looked at; what is left after that could be anything."""

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_TURNED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def key(mark: Mark, target: str) -> str:
    """The name of a mark among what is known."""
    return f"{mark.value}({target})"


@dataclass(slots=True)
class _Alone:
    """What there is to say of an expression where nothing is known of its names, which is so nearly everywhere.

    A story says the same conditions and effects over and over, and its reader makes one tree of what is the same.
    """

    expression: Expression
    """Kept, so that no other one comes to be called the same."""
    names: frozenset[str]
    parted: tuple[Known | None, Known | None] | None = None
    possible: Values | None = None
    outcomes: dict[tuple[str, str], tuple[Values, Values]] = field(default_factory=dict)
    """By variable and operator, what an effect would set, and what is kept of that within the bounds."""


class Reasoner:
    """Reasons about one story's variables."""

    def __init__(self, variables: Iterable[Variable]) -> None:
        self._domains: dict[str, Values] = {variable.name: value_sets.kept(variable.domain) for variable in variables}
        self._steps = 0
        self._alone: dict[int, _Alone] = {}

    def holds(self, condition: Expression, known: Known = NOTHING) -> Known | None:
        """What is known where the condition holds, or None where it never does."""
        return self.parted(condition, known)[0]

    def fails(self, condition: Expression, known: Known = NOTHING) -> Known | None:
        """What is known where the condition does not hold, or None where it always does."""
        return self.parted(condition, known)[1]

    def parted(self, condition: Expression, known: Known = NOTHING) -> tuple[Known | None, Known | None]:
        """What is known where the condition holds, and where it fails; None where that cannot be."""
        alone = self._alone_of(condition)
        if not alone.names.isdisjoint(known):
            return self._parted(condition, known)
        if alone.parted is None:
            alone.parted = self._parted(condition, NOTHING)
        held, failed = alone.parted
        return _beside(known, held), _beside(known, failed)

    def _parted(self, condition: Expression, known: Known) -> tuple[Known | None, Known | None]:
        self._steps = 0
        held = self._assume(condition, known, wanted=True)
        self._steps = 0
        return held, self._assume(condition, known, wanted=False)

    def possible(self, expression: Expression, known: Known = NOTHING) -> Values:
        """What an expression can be."""
        alone = self._alone_of(expression)
        if alone.possible is not None and alone.names.isdisjoint(known):
            return alone.possible
        self._steps = 0
        found = self._possible(expression, known)
        if alone.names.isdisjoint(known):
            alone.possible = found
        return found

    def names(self, expression: Expression) -> frozenset[str]:
        """The variables and marks that an expression asks after, as they go by among what is known."""
        return self._alone_of(expression).names

    def _alone_of(self, expression: Expression) -> _Alone:
        """What was thought about an expression before."""
        found = self._alone.get(id(expression))
        if found is None:
            found = self._alone[id(expression)] = _Alone(expression, frozenset(_names_in(expression)))
        return found

    def after(self, effects: Iterable[Effect], known: Known) -> Known:
        """What is known once the effects are done."""
        for effect in effects:
            if isinstance(effect, GuardedEffects):
                known = self._after_guarded(effect, known)
            else:
                known = self.done(effect, known)
        return known

    def done(self, assignment: Assignment, known: Known) -> Known:
        """What is known once a variable is set; numbers stay in their range."""
        return self.set(assignment.variable, self.outcome(assignment, known)[1], known)

    def set(self, variable: str, values: Values, known: Known) -> Known:
        """What is known once a variable has one of these values."""
        return known if values == self._of(variable, known) else {**known, variable: values}

    def outcome(self, assignment: Assignment, known: Known) -> tuple[Values, Values]:
        """What an effect would set its variable to, were there no bounds, and what of that is kept."""
        name, operator = assignment.variable, assignment.operator
        alone = self._alone_of(assignment.expression)
        is_alone = name not in known and alone.names.isdisjoint(known)
        if is_alone and (name, operator) in alone.outcomes:
            return alone.outcomes[name, operator]
        self._steps = 0
        expression: Expression = assignment.expression
        if operator != "=":
            expression = Arithmetic(operator[0], VariableValue(name), expression)
        result = self._possible(expression, known)
        found = result, value_sets.clamped(result, self._domains[name])
        if is_alone:
            alone.outcomes[name, operator] = found
        return found

    def domain(self, variable: str) -> Values:
        """All that a variable can be."""
        return self._domains[variable]

    def _after_guarded(self, effect: GuardedEffects, known: Known) -> Known:
        held = self.holds(effect.when.expression, known)
        failed = self.fails(effect.when.expression, known)
        found = _either(None if held is None else self.after(effect.do, held), failed)
        return known if found is None else found

    def _is_spent(self) -> bool:
        self._steps += 1
        return self._steps > MOST_STEPS

    def _of(self, name: str, known: Known) -> Values:
        found = known.get(name)
        return self._domains.get(name, BOTH) if found is None else found

    def _assume(  # noqa: PLR0911 - one return for each shape
        self, node: Expression, known: Known, *, wanted: bool
    ) -> Known | None:
        if self._is_spent():
            return known
        match node:
            case Literal(value):
                return known if value is wanted else None
            case VariableValue(name):
                return self._narrow(name, frozenset((wanted,)), known)
            case Marked(mark, target):
                return self._narrow(key(mark, target), frozenset((wanted,)), known)
            case Not(operand):
                return self._assume(operand, known, wanted=not wanted)
            case Logic(word, operands):
                together = self._all if (word == "and") is wanted else self._any
                return together(operands, known, wanted=wanted)
            case Comparison():
                return self._comparison(node, known, wanted=wanted)
            case Conditional():
                return self._conditional(node, known, wanted=wanted)
        return known

    def _conditional(self, node: Conditional, known: Known, *, wanted: bool) -> Known | None:
        held = self._assume(node.condition, known, wanted=True)
        failed = self._assume(node.condition, known, wanted=False)
        return _either(
            None if held is None else self._assume(node.then, held, wanted=wanted),
            None if failed is None else self._assume(node.otherwise, failed, wanted=wanted),
        )

    def _narrow(self, name: str, values: Values, known: Known) -> Known | None:
        old = self._of(name, known)
        kept = value_sets.common(old, values)
        if not kept:
            return None
        return known if kept == old else {**known, name: kept}

    def _all(self, operands: Iterable[Expression], known: Known, *, wanted: bool) -> Known | None:
        """Every operand is `wanted`."""
        found: Known | None = known
        for operand in operands:
            found = None if found is None else self._assume(operand, found, wanted=wanted)
        return found

    def _any(self, operands: Iterable[Expression], known: Known, *, wanted: bool) -> Known | None:
        """At least one operand is `wanted`: the first, or the second where the first is not, and so on."""
        found: Known | None = None
        rest: Known | None = known
        for operand in operands:
            if rest is None:
                break
            found = _either(found, self._assume(operand, rest, wanted=wanted))
            rest = self._assume(operand, rest, wanted=not wanted)
        return found

    def _comparison(self, node: Comparison, known: Known, *, wanted: bool) -> Known | None:
        if len(node.operators) == 1:
            sign = node.operators[0] if wanted else _OPPOSITE[node.operators[0]]
            return self._pair(node.operands[0], sign, node.operands[1], known)
        links = [
            Comparison((sign,), (left, right))
            for sign, left, right in zip(node.operators, node.operands, node.operands[1:], strict=False)
        ]
        return (self._all if wanted else self._any)(links, known, wanted=wanted)

    def _pair(self, left: Expression, sign: str, right: Expression, known: Known) -> Known | None:
        one, two = self._possible(left, known), self._possible(right, known)
        kept = value_sets.that(one, sign, two)
        if not kept:
            return None
        found = self._narrow_to(left, kept, known)
        if found is None or not isinstance(right, VariableValue | Marked):
            return found
        return self._narrow_to(right, value_sets.that(two, _TURNED[sign], one), found)

    def _narrow_to(self, node: Expression, values: Values, known: Known) -> Known | None:
        if isinstance(node, VariableValue):
            return self._narrow(node.name, values, known)
        return self._narrow(key(node.mark, node.target), values, known) if isinstance(node, Marked) else known

    def _possible(self, node: Expression, known: Known) -> Values:
        match node:
            case Literal(value):
                return frozenset((value,))
            case VariableValue(name):
                return self._of(name, known)
            case Negative() | Arithmetic() if self._is_spent():
                return ANY_NUMBER
            case Negative(operand):
                return value_sets.computed("-", frozenset((0,)), self._possible(operand, known))
            case Arithmetic(sign, left, right):
                return value_sets.computed(sign, self._possible(left, known), self._possible(right, known))
            case Conditional(then, condition, otherwise):
                held = self._assume(condition, known, wanted=True)
                failed = self._assume(condition, known, wanted=False)
                parts = [] if held is None else [self._possible(then, held)]
                parts += [] if failed is None else [self._possible(otherwise, failed)]
                return parts[0] if len(parts) == 1 else value_sets.joined(parts[0], parts[1])
        return frozenset(value for value in (False, True) if self._assume(node, known, wanted=value) is not None)


def _beside(known: Known, found: Known | None) -> Known | None:
    """Both together."""
    return {**known, **found} if found else None if found is None else known


def _names_in(root: Expression) -> Iterator[str]:
    for node in walk.expressions(root):
        if isinstance(node, VariableValue):
            yield node.name
        elif isinstance(node, Marked):
            yield key(node.mark, node.target)


def _either(one: Known | None, other: Known | None) -> Known | None:
    """What is known where one of two things is."""
    if one is None or other is None:
        return other if one is None else one
    return {name: value_sets.joined(one[name], other[name]) for name in one if name in other}
