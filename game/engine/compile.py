"""Turns expression trees into closures over (values, marks). Knows nothing of scenes, choices or text."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from game.model.expression import (
    Arithmetic,
    Assignment,
    Comparison,
    Conditional,
    Effect,
    Expression,
    Literal,
    Logic,
    Mark,
    Marked,
    Negative,
    Not,
    Value,
    VariableValue,
)
from game.model.story import Variable

Compiled: TypeAlias = Callable[[Sequence[Value], int], Any]
"""A closure that gives an expression's value: `f(values, marks)`. Types were checked when the story was loaded."""

Test: TypeAlias = Callable[[Sequence[Value], int], bool]
"""A compiled condition."""

Step: TypeAlias = Callable[[list[Value], int], None]
"""A compiled effect: changes the list of values that it is given."""

_BINARY: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}

_WITH_CONSTANT: Mapping[str, Callable[[int, Any], Compiled]] = {
    "==": lambda place, constant: lambda values, _: values[place] == constant,
    "!=": lambda place, constant: lambda values, _: values[place] != constant,
    "<": lambda place, constant: lambda values, _: values[place] < constant,
    "<=": lambda place, constant: lambda values, _: values[place] <= constant,
    ">": lambda place, constant: lambda values, _: values[place] > constant,
    ">=": lambda place, constant: lambda values, _: values[place] >= constant,
}
"""`variable op constant`, by far the most frequent shape of a condition, without a call inside."""


class UntrackedMark(KeyError):
    """The story never asks about this mark, so no state remembers it; say so to `Rules` with `also`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a state keeps what: the declared variables with their places, and the bit of each mark."""

    places: Mapping[str, int]
    variables: Mapping[str, Variable]
    bits: Mapping[tuple[Mark, str], int]

    def bit(self, mark: Mark, target: str) -> int:
        """The bit of a mark. Raises UntrackedMark."""
        try:
            return self.bits[mark, target]
        except KeyError:
            raise UntrackedMark(f"{mark.value}({target})") from None


def compile_expression(node: Expression, layout: Layout) -> Compiled:  # noqa: PLR0911 - one return for each shape
    """The closure of an expression. Raises UntrackedMark.

    One function and no more, so that even the deepest expression that parses stays far from Python's recursion limit.
    """
    match node:
        case Literal(value):
            return lambda _values, _marks: value
        case VariableValue(name):
            place = layout.places[name]
            return lambda values, _: values[place]
        case Marked(mark, target):
            bit = layout.bit(mark, target)
            return lambda _, marks: marks & bit != 0
        case Negative(operand):
            inner = compile_expression(operand, layout)
            return lambda values, marks: -inner(values, marks)
        case Not(operand):
            inner = compile_expression(operand, layout)
            return lambda values, marks: not inner(values, marks)
        case Arithmetic(sign, left, right):
            return _binary(_BINARY[sign], compile_expression(left, layout), compile_expression(right, layout))
        case Comparison((sign,), (VariableValue(name), Literal(constant))):
            return _WITH_CONSTANT[sign](layout.places[name], constant)
        case Comparison(signs, operands):
            return _comparison(signs, [compile_expression(operand, layout) for operand in operands])
        case Logic(sign, operands):
            return _logic(sign, [compile_expression(operand, layout) for operand in operands])
        case Conditional():
            test = compile_expression(node.condition, layout)
            then = compile_expression(node.then, layout)
            otherwise = compile_expression(node.otherwise, layout)
            return lambda values, marks: (then if test(values, marks) else otherwise)(values, marks)


def compile_effects(effects: Sequence[Effect], layout: Layout) -> Step | None:
    """One closure for effects done in order, or None where there are none."""
    steps = [_effect(effect, layout) for effect in effects]
    return _in_order(steps) if steps else None


def _binary(function: Callable[[Any, Any], Any], left: Compiled, right: Compiled) -> Compiled:
    return lambda values, marks: function(left(values, marks), right(values, marks))


def _comparison(signs: Sequence[str], operands: Sequence[Compiled]) -> Compiled:
    if len(signs) == 1:
        return _binary(_BINARY[signs[0]], operands[0], operands[1])
    first, links = operands[0], tuple(zip([_BINARY[sign] for sign in signs], operands[1:], strict=True))

    def chain(values: Sequence[Value], marks: int) -> bool:
        left: Value = first(values, marks)
        for function, operand in links:
            right = operand(values, marks)
            if not function(left, right):
                return False
            left = right
        return True

    return chain


def _logic(sign: str, operands: Sequence[Compiled]) -> Compiled:
    if len(operands) == 2:
        left, right = operands
        if sign == "and":
            return lambda values, marks: left(values, marks) and right(values, marks)
        return lambda values, marks: left(values, marks) or right(values, marks)
    stops_at = sign == "or"

    def chain(values: Sequence[Value], marks: int) -> bool:
        for operand in operands:
            if bool(operand(values, marks)) is stops_at:
                return stops_at
        return not stops_at

    return chain


def _in_order(steps: Sequence[Step]) -> Step:
    if len(steps) == 1:
        return steps[0]

    def all_of_them(values: list[Value], marks: int) -> None:
        for step in steps:
            step(values, marks)

    return all_of_them


def _effect(effect: Effect, layout: Layout) -> Step:
    if isinstance(effect, Assignment):
        return _assignment(effect, layout)
    test = compile_expression(effect.when.expression, layout)
    step = _in_order([_assignment(assignment, layout) for assignment in effect.do])

    def guarded(values: list[Value], marks: int) -> None:
        if test(values, marks):
            step(values, marks)

    return guarded


def _assignment(assignment: Assignment, layout: Layout) -> Step:
    place = layout.places[assignment.variable]
    domain = layout.variables[assignment.variable].domain
    match assignment.operator, assignment.expression, domain:
        case "=", Literal(value), _:
            return _set(place, value if not isinstance(domain, range) else _held(int(value), domain))
        case ("+=" | "-=") as sign, Literal(int() as by), range():
            return _counted_on(place, by if sign == "+=" else -by, domain[0], domain[-1])
    expression: Expression = assignment.expression
    if assignment.operator != "=":
        expression = Arithmetic(assignment.operator[0], VariableValue(assignment.variable), expression)
    found = compile_expression(expression, layout)
    if isinstance(domain, range):
        return _kept_in_range(place, found, domain[0], domain[-1])

    def put(values: list[Value], marks: int) -> None:
        values[place] = found(values, marks)

    return put


def _held(number: int, domain: range) -> int:
    """The number, or the bound that it lies beyond."""
    return min(max(number, domain[0]), domain[-1])


def _set(place: int, value: Value) -> Step:
    def put(values: list[Value], _marks: int) -> None:
        values[place] = value

    return put


def _counted_on(place: int, by: int, low: int, high: int) -> Step:
    """Counts a number on or back, up to its bounds; the most frequent effect, without a call inside."""

    def put(values: list[Any], _marks: int) -> None:
        found = values[place] + by
        values[place] = low if found < low else high if found > high else found  # noqa: FURB136 - twice as fast

    return put


def _kept_in_range(place: int, value: Compiled, low: int, high: int) -> Step:
    """Sets a number; what would take it out of its range leaves it at the bound."""

    def put(values: list[Value], marks: int) -> None:
        found = value(values, marks)
        values[place] = low if found < low else min(found, high)

    return put
