"""Says in words why a condition fails in a state. Decides nothing: it asks the compiled parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.expression import (
    Comparison,
    Condition,
    Conditional,
    Expression,
    Literal,
    Logic,
    Mark,
    Marked,
    Not,
    Value,
    VariableValue,
)

from .compile import Layout, compile_expression

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_TURNED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_DONE = {Mark.SEEN: "seen", Mark.CHOSE: "chosen", Mark.REACHED: "reached"}


def why_not(condition: Condition, layout: Layout, values: Sequence[Value], marks: int) -> str:
    """The part of a failing condition that fails, with its values."""
    return _Why(condition.source, layout, values, marks).why(condition.expression, wanted=True)


@dataclass(frozen=True, slots=True)
class _Why:
    """One state, and the source of one condition."""

    source: str
    layout: Layout
    values: Sequence[Value]
    marks: int

    def why(self, node: Expression, *, wanted: bool) -> str:
        """Why `node` does not have the truth value that is wanted."""
        match node:
            case Not(operand):
                return self.why(operand, wanted=not wanted)
            case Logic(operator, operands):
                return self._logic(operator, operands, wanted=wanted)
            case Comparison():
                return self._comparison(node, wanted=wanted)
            case Conditional(then, condition, otherwise):
                return self.why(then if self._value(condition) else otherwise, wanted=wanted)
            case Marked(mark, target):
                return f"{target} was {'not ' if wanted else ''}{_DONE[mark]}"
            case _:
                return f"{self._text(node)} is {_word(not wanted)}, needs {_word(wanted)}"

    def _logic(self, operator: str, operands: Sequence[Expression], *, wanted: bool) -> str:
        """One part decides where one is enough (a false side of `and`, a true side of `or`), else all of them."""
        wrong = [operand for operand in operands if self._value(operand) is not wanted]
        if (operator == "and") is wanted:
            return self.why(wrong[0], wanted=wanted)
        return " and ".join(self.why(operand, wanted=wanted) for operand in wrong)

    def _comparison(self, node: Comparison, *, wanted: bool) -> str:
        if not wanted and len(node.operators) > 1:
            return f"{self._text(node)} holds, and must not"
        pairs = zip(node.operands, node.operators, node.operands[1:], strict=False)
        for left, sign, right in pairs:
            single = Comparison((sign,), (left, right))
            if self._value(single) is not wanted:
                return self._pair(left, sign if wanted else _OPPOSITE[sign], right)
        return f"{self._text(node)} fails"

    def _pair(self, left: Expression, sign: str, right: Expression) -> str:
        if isinstance(left, Literal):
            left, sign, right = right, _TURNED[sign], left
        needed = self._text(right)
        if not isinstance(right, Literal):
            needed += f" ({_word(self._value(right))})"
        return f"{self._text(left)} is {_word(self._value(left))}, needs {sign} {needed}"

    def _value(self, node: Expression) -> Value:
        found: Value = compile_expression(node, self.layout)(self.values, self.marks)
        return found

    def _text(self, node: Expression) -> str:
        start, end = node.span
        match node:
            case VariableValue(name):
                return name
            case Literal(value):
                return _word(value)
            case _:
                return self.source[start:end] or "it"


def _word(value: Value) -> str:
    """The value as the writer spells it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
