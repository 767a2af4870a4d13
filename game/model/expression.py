"""Conditions and effects as small closed trees. What they mean is decided in `engine.rules`, nowhere else."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TypeAlias

from .source import NOWHERE, SourceRef
from .value import value

Value: TypeAlias = bool | int | str
"""A variable's value: a truth value, a whole number, or one of a list of names."""

Span: TypeAlias = tuple[int, int]
"""Start and end (exclusive) of a sub-expression, in characters of the expression's text."""

NO_SPAN: Span = (0, 0)


class Mark(Enum):
    """What a playthrough leaves behind that conditions may ask about."""

    SEEN = "seen"
    CHOSE = "chose"
    REACHED = "reached"


@value()
class Literal:
    """A number, a truth value, or a name out of a `one_of`."""

    value: Value
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class VariableValue:
    """The value of a declared variable."""

    name: str
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Marked:
    """`seen(scene)`, `chose(scene.choice)` or `reached(ending)`; `target` as written between the brackets."""

    mark: Mark
    target: str
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Negative:
    """`-operand`."""

    operand: Expression
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Not:
    """`not operand`."""

    operand: Expression
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Arithmetic:
    """`left op right` with op one of `+ - *`."""

    operator: str
    left: Expression
    right: Expression
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Comparison:
    """`first op second op third …`; `operators` is one shorter than `operands`. Operators: `== != < <= > >=`."""

    operators: tuple[str, ...]
    operands: tuple[Expression, ...]
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Logic:
    """`a and b and …` or `a or b or …`; two operands or more."""

    operator: str
    operands: tuple[Expression, ...]
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Conditional:
    """`then if condition else otherwise`."""

    then: Expression
    condition: Expression
    otherwise: Expression
    span: Span = field(default=NO_SPAN, compare=False)


Expression: TypeAlias = (
    Literal | VariableValue | Marked | Negative | Not | Arithmetic | Comparison | Logic | Conditional
)


@value()
class Condition:
    """A checked expression that gives a truth value, with the text the writer typed.

    `offset` is where `source` begins in the text that it was typed in: beyond 0 inside the braces of a line.
    """

    source: str
    expression: Expression
    ref: SourceRef = field(default=NOWHERE, compare=False)
    offset: int = field(default=0, compare=False)


@value()
class Assignment:
    """One effect: `variable operator expression`, operator one of `= += -=`."""

    source: str
    variable: str
    operator: str
    expression: Expression
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class GuardedEffects:
    """`{when, do}`: assignments done only where the condition holds (judged when its turn comes)."""

    when: Condition
    do: tuple[Assignment, ...]
    ref: SourceRef = field(default=NOWHERE, compare=False)


Effect: TypeAlias = Assignment | GuardedEffects
