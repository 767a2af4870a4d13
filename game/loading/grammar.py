"""Reads tokens as an expression, with Python's precedence, and types it on the way. Knows nothing of files.

From loosest to tightest: `x if c else y`, `or`, `and`, `not`, comparisons, `+ -`, `*`, unary minus.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from game.model.expression import (
    Arithmetic,
    Comparison,
    Conditional,
    Expression,
    Literal,
    Logic,
    Mark,
    Marked,
    Negative,
    Not,
    VariableValue,
)

from . import mistakes
from .names import RESERVED, Names
from .tokens import MAX_LEVELS, ExpressionError, Kind, Token
from .typing_rules import Simple, Type, Typed, needs_number, needs_same, needs_truth, type_of_variable

TERNARY, OR, AND, NOT, COMPARISON, SUM, PRODUCT, UNARY = range(1, 9)

COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
ORDERS = COMPARISONS - {"==", "!="}
_LEVELS = {"if": TERNARY, "or": OR, "and": AND, "+": SUM, "-": SUM, "*": PRODUCT} | dict.fromkeys(
    COMPARISONS, COMPARISON
)

_Term: TypeAlias = tuple[str, Typed]
"""An operand of a chain with the operator before it."""


class Grammar:
    """A reader of one expression's tokens. A mistake of form is raised; mistakes of names and types are collected."""

    def __init__(self, tokens: tuple[Token, ...], names: Names) -> None:
        self._tokens = tokens
        self._next = 0
        self._names = names
        self.problems: list[ExpressionError] = []

    @property
    def here(self) -> Token:
        """The token to be read next."""
        return self._tokens[self._next]

    def advance(self) -> Token:
        """Read a token."""
        token = self._tokens[self._next]
        if token.kind is not Kind.END:
            self._next += 1
        return token

    def whole(self) -> Typed:
        """The expression that all remaining tokens make. Raises ExpressionError."""
        typed = self._expression(TERNARY, 0)
        if self.here.kind is not Kind.END:
            raise mistakes.after_expression(self.here, self._tokens[self._next - 1], self._following())
        return typed

    def note(self, problem: ExpressionError | None) -> bool:
        """Collect a problem, if it is one."""
        if problem is not None:
            self.problems.append(problem)
        return problem is not None

    def _expression(self, level: int, depth: int) -> Typed:
        if depth > MAX_LEVELS:
            message = f"this expression is nested more than {MAX_LEVELS} levels deep"
            raise ExpressionError(self.here.start, self.here.end, "E303", message, "split it")
        left = self._prefix(level, depth)
        while True:
            found = _LEVELS.get(self.here.text)
            if found is None or found < level:
                return left
            left = self._infixes[found](self, left, depth)

    def _prefix(self, level: int, depth: int) -> Typed:
        token = self.here
        if token.text == "not" and level > NOT:
            raise mistakes.misplaced_not(token)
        if token.text == "not":
            self.advance()
            operand = self._expression(NOT, depth + 1)
            self.note(needs_truth(operand, 'what stands after "not"'))
            return self._typed(Not(operand.node, (token.start, operand.end)), Simple.TRUTH, token.start)
        if token.text == "-":
            self.advance()
            operand = self._expression(UNARY, depth + 1)
            self.note(needs_number(operand, "a minus sign"))
            return self._typed(Negative(operand.node, (token.start, operand.end)), Simple.NUMBER, token.start)
        if token.text == "(":
            return self._brackets(depth)
        return self._atom()

    def _brackets(self, depth: int) -> Typed:
        opening = self.advance()
        inner = self._expression(TERNARY, depth + 1)
        if self.here.text != ")":
            raise mistakes.unclosed(opening, self.here)
        end = self.advance().end
        return Typed(inner.node, inner.type, opening.start, end)

    def _atom(self) -> Typed:
        token = self.here
        if token.kind is Kind.NUMBER:
            self.advance()
            return self._typed(Literal(int(token.text), (token.start, token.end)), Simple.NUMBER, token.start)
        if token.kind is not Kind.WORD:
            raise mistakes.missing_value(token, self._tokens[self._next - 1] if self._next else None)
        if token.text in ("true", "false"):
            self.advance()
            return self._typed(Literal(token.text == "true", (token.start, token.end)), Simple.TRUTH, token.start)
        if token.text in ("seen", "chose", "reached"):
            return self._mark(Mark(token.text))
        if token.text in RESERVED:
            raise mistakes.missing_value(token, self._tokens[self._next - 1] if self._next else None)
        self.advance()
        if self.here.text == "(":
            raise mistakes.unknown_call(token)
        return self._name(token)

    def _name(self, token: Token) -> Typed:
        span = (token.start, token.end)
        variable = self._names.variables.get(token.text)
        if variable is not None:
            return self._typed(VariableValue(token.text, span), type_of_variable(variable), token.start)
        lists = self._names.lists.get(token.text)
        if lists is not None:
            return self._typed(Literal(token.text, span), lists, token.start)
        self.note(mistakes.unknown_name(token, self._names))
        return self._typed(VariableValue(token.text, span), None, token.start)

    def _mark(self, mark: Mark) -> Typed:
        """`seen(scene)`, `chose(scene.choice)`, `reached(ending)`; any id may stand there, reserved words too."""
        call = self.advance()
        if self.here.text != "(":
            raise mistakes.mark_without_brackets(call, mark)
        self.advance()
        first = self._id(mark)
        parts = [first.text]
        while self.here.text == ".":
            self.advance()
            parts.append(self._id(mark).text)
        if self.here.text != ")":
            raise mistakes.mark_not_closed(self.here, mark)
        end = self.advance()
        target = ".".join(parts)
        self._check_mark(mark, target, ExpressionError(first.start, self._tokens[self._next - 2].end, "E308", ""))
        return self._typed(Marked(mark, target, (call.start, end.end)), Simple.TRUTH, call.start)

    def _id(self, mark: Mark) -> Token:
        if self.here.kind is not Kind.WORD:
            raise mistakes.mark_not_closed(self.here, mark)
        return self.advance()

    def _check_mark(self, mark: Mark, target: str, at: ExpressionError) -> None:
        message, hint = mistakes.unknown_target(mark, target, self._names)
        if message:
            self.note(ExpressionError(at.start, at.end, at.code, message, hint))

    def _ternary(self, then: Typed, depth: int) -> Typed:
        self.advance()
        condition = self._expression(OR, depth + 1)
        if self.here.text != "else":
            raise mistakes.missing_else(self.here)
        self.advance()
        otherwise = self._expression(TERNARY, depth + 1)
        self.note(needs_truth(condition, 'what stands between "if" and "else"'))
        type_, problem = needs_same(then, otherwise, 'both sides of "if … else"')
        self.note(problem)
        node = Conditional(then.node, condition.node, otherwise.node, (then.start, otherwise.end))
        return self._typed(node, type_, then.start)

    def _logic(self, first: Typed, depth: int) -> Typed:
        """All of `a and b and …`, or of `a or b or …`, as one."""
        operator = self.here.text
        operands = [first]
        while self.here.text == operator:
            self.advance()
            operands.append(self._expression(NOT if operator == "and" else AND, depth))
        for operand in operands:
            self.note(needs_truth(operand, f'each side of "{operator}"'))
        node = Logic(operator, tuple(operand.node for operand in operands), (first.start, operands[-1].end))
        return self._typed(node, Simple.TRUTH, first.start)

    def _comparison(self, first: Typed, depth: int) -> Typed:
        operators: list[str] = []
        operands = [first]
        while self.here.text in COMPARISONS:
            operators.append(self.advance().text)
            operands.append(self._expression(SUM, depth))
            self._check_pair(operands[-2], operators[-1], operands[-1])
        node = Comparison(
            tuple(operators), tuple(operand.node for operand in operands), (first.start, operands[-1].end)
        )
        return self._typed(node, Simple.TRUTH, first.start)

    def _check_pair(self, left: Typed, operator: str, right: Typed) -> None:
        if operator in ORDERS:
            for side in (left, right):
                if self.note(needs_number(side, f'"{operator}"')):
                    return
        else:
            self.note(needs_same(left, right, f'both sides of "{operator}"')[1])

    def _chain(self, first: Typed, depth: int) -> Typed:
        """All of `a + b - c …`, or of `a * b …`."""
        operators, level = (("+", "-"), PRODUCT) if self.here.text != "*" else (("*",), UNARY)
        terms: list[_Term] = [(operators[0], first)]
        while self.here.text in operators:
            operator = self.advance().text
            terms.append((operator, self._expression(level, depth)))
        for index, (operator, term) in enumerate(terms):
            self.note(needs_number(term, f'"{operator if index else terms[1][0]}"'))
        return self._typed(_folded(terms, 0, len(terms)), Simple.NUMBER, first.start)

    def _typed(self, node: Expression, type_: Type | None, start: int) -> Typed:
        last = self._tokens[self._next - 1]
        return Typed(node, type_, start, last.end)

    def _following(self) -> Token:
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    _infixes: ClassVar[dict[int, Callable[[Grammar, Typed, int], Typed]]] = {
        TERNARY: _ternary,
        OR: _logic,
        AND: _logic,
        COMPARISON: _comparison,
        SUM: _chain,
        PRODUCT: _chain,
    }
    """What reads on at a word or sign of each level."""


def _folded(terms: list[_Term], start: int, end: int) -> Expression:
    """The terms from `start` to `end` as a tree.

    It is parted in the middle of its characters, so that a long term comes to stand high up, and nobody who walks an
    expression ever has to go deep. Whole numbers allow it: `a - b + c - d` is `(a - b) + (c - d)`, and where a half is
    taken away its signs are turned.
    """
    if end - start == 1:
        return terms[start][1].node
    span = (terms[start][1].start, terms[end - 1][1].end)
    middle = min(range(start + 1, end), key=lambda place: abs(2 * terms[place][1].start - sum(span)))
    operator = terms[middle][0]
    right = terms[middle:end]
    if operator == "-":
        right = [("+" if sign == "-" else "-", term) for sign, term in right]
    return Arithmetic(operator, _folded(terms, start, middle), _folded(right, 0, len(right)), span)
