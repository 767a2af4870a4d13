"""Which type each part of an expression has, and which types go together. Knows nothing of spelling or of values."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from game.model.expression import Expression, Literal, VariableValue
from game.model.story import Variable
from game.model.value import value

from .tokens import ExpressionError


class Simple(Enum):
    """The two types that need no declaration."""

    NUMBER = "a number"
    TRUTH = "true or false"


OneOf: TypeAlias = frozenset[tuple[str, ...]]
"""A name's type: the `one_of` lists that it may belong to. Variables with the same list have the same type."""

Type: TypeAlias = Simple | OneOf


@value()
class Typed:
    """A part of an expression with its type (None where a problem in it has been reported already)."""

    node: Expression
    type: Type | None
    start: int
    end: int


def type_of_variable(variable: Variable) -> Type:
    """The type of a declared variable."""
    if variable.is_number:
        return Simple.NUMBER
    if variable.is_truth:
        return Simple.TRUTH
    return frozenset({tuple(str(value) for value in variable.domain)})


def common(left: Type, right: Type) -> Type | None:
    """The type that both have, or None."""
    if isinstance(left, frozenset) and isinstance(right, frozenset):
        return (left & right) or None
    return left if left == right else None


def needs_truth(part: Typed, where: str) -> ExpressionError | None:
    """A problem unless `part` is true or false; `where` says what asks for it."""
    if part.type in (None, Simple.TRUTH):
        return None
    message = f"{where} must be true or false, and this is {named(part.type)}"
    return ExpressionError(part.start, part.end, "E312", message, _as_truth(part))


def needs_number(part: Typed, where: str) -> ExpressionError | None:
    """A problem unless `part` is a number."""
    if part.type in (None, Simple.NUMBER):
        return None
    message = f"{where} works on numbers only, and this is {named(part.type)}"
    return ExpressionError(part.start, part.end, "E313", message)


def needs_same(left: Typed, right: Typed, where: str) -> tuple[Type | None, ExpressionError | None]:
    """The common type of two parts, or a problem."""
    if left.type is None or right.type is None:
        return left.type or right.type, None
    found = common(left.type, right.type)
    if found is not None:
        return found, None
    message = f"{where} must be of one kind; here are {named(left.type)} and {named(right.type)}"
    return None, ExpressionError(left.start, right.end, "E314", message, _same_hint(left, right))


def named(type_: Type | None) -> str:
    """The type in a writer's words."""
    if isinstance(type_, Simple):
        return type_.value
    if not type_:
        return "unknown"
    names = min(type_)
    shown = ", ".join(names[:4]) + (", …" if len(names) > 4 else "")
    return f"one of {shown}"


def _as_truth(part: Typed) -> str:
    """What the writer of a lone number or name probably meant."""
    if not isinstance(part.node, VariableValue):
        return "compare it with something, as in n > 0"
    if part.type is Simple.NUMBER:
        return f"did you mean {part.node.name} > 0?"
    values = _first_values(part.type)
    return f"did you mean {part.node.name} == {values[0]}?" if values else ""


def _first_values(type_: Type | None) -> Sequence[str]:
    return min(type_) if isinstance(type_, frozenset) and type_ else ()


def _same_hint(left: Typed, right: Typed) -> str:
    """A truth value compared with a number, and the like."""
    for one, other in ((left, right), (right, left)):
        number = isinstance(one.node, Literal) and one.type is Simple.NUMBER
        if other.type is Simple.TRUTH and number:
            return "a truth value is true or false, not a number"
        if (
            isinstance(other.node, VariableValue)
            and isinstance(one.node, Literal)
            and isinstance(other.type, frozenset)
        ):
            return f"{other.node.name} is {named(other.type)}"
    return ""
