"""Random conditions as text, and what Python's own grammar says that they mean: an oracle apart from ours."""

from __future__ import annotations

import ast
import operator
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from game.loading.names import Names
from game.loading.scalar import Scalar, loose
from game.model.expression import Value
from game.model.story import Variable

VARIABLES = (
    Variable("n", range(7), 2),
    Variable("m", range(-5, 6), 0),
    Variable("flag", (False, True), default=False),
    Variable("other_flag", (False, True), default=True),
    Variable("side", ("red", "blue", "nobody"), "red"),
    Variable("enemy", ("red", "blue", "nobody"), "blue"),
    Variable("mood", ("calm", "red"), "calm"),
    Variable("trust_luna", range(7), 2),
)
NAMES = Names(
    {variable.name: variable for variable in VARIABLES},
    {"village": ("stay", "go"), "and": ("if",), "castle": ()},
    ("bolt", "light"),
)


def scalar(text: str) -> Scalar:
    """Text at the head of a file."""
    return loose(text, "scenes.yaml", 1, 1)


def numbers(depth: int) -> st.SearchStrategy[str]:
    """Expressions that give a number."""
    leaves = st.one_of(st.integers(0, 9).map(str), st.sampled_from(["n", "m", "trust_luna"]))
    if depth == 0:
        return leaves
    inner = numbers(depth - 1)
    return st.one_of(
        leaves,
        st.tuples(inner, st.sampled_from(["+", "-", "*"]), inner).map(" ".join),
        inner.map("-{}".format),
        inner.map("({})".format),
        st.tuples(inner, truths(depth - 1), inner).map(lambda parts: "({} if ({}) else {})".format(*parts)),
    )


def truths(depth: int) -> st.SearchStrategy[str]:
    """Conditions."""
    leaves = st.sampled_from(["flag", "other_flag", "true", "false", "side == red", "side != enemy", "red == mood"])
    if depth == 0:
        return leaves
    inner, number = truths(depth - 1), numbers(depth - 1)
    signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
    return st.one_of(
        leaves,
        st.tuples(number, signs, number).map(" ".join),
        st.tuples(number, signs, number, signs, number).map("  ".join),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map("\n".join),
        inner.map("not {}".format),
        inner.map("({})".format),
        st.tuples(inner, inner, inner).map(lambda parts: "({}) if ({}) else {}".format(*parts)),
    )


def values() -> st.SearchStrategy[tuple[Value, ...]]:
    """Values for all variables, in order."""
    return st.tuples(*(st.sampled_from(list(variable.domain)) for variable in VARIABLES))


_OPERATORS: Mapping[type, Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def evaluate(source: str, known: Mapping[str, Value]) -> Value:
    """The value that Python's grammar gives a condition; names that are no variables stand for themselves."""
    joined = " ".join(source.split())
    found: Value = _walk(ast.parse(joined, mode="eval").body, {"true": True, "false": False, **known})
    return found


def _walk(node: ast.expr, known: Mapping[str, Value]) -> Any:  # noqa: ANN401, PLR0911 - the oracle is untyped on purpose
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return known.get(name, name)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _walk(operand, known)
        case ast.UnaryOp(operand=operand):
            return -_walk(operand, known)
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](_walk(left, known), _walk(right, known))
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_walk(part, known) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_walk(part, known) for part in parts)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _walk(body if _walk(test, known) else orelse, known)
        case ast.Compare(left=left, ops=signs, comparators=rest):
            found = [_walk(part, known) for part in (left, *rest)]
            return all(
                _OPERATORS[type(sign)](one, two) for sign, one, two in zip(signs, found, found[1:], strict=False)
            )
    raise TypeError(ast.dump(node))
