"""Parses conditions and effects into checked trees, or says what is wrong. Does not know what they do in play."""

from __future__ import annotations

from game.model.expression import Assignment, Condition

from . import mistakes
from .grammar import Grammar
from .names import Names, did_you_mean
from .problem import Problem
from .scalar import Scalar
from .tokens import ExpressionError, Kind, Token, tokenize
from .typing_rules import Typed, common, named, needs_number, needs_truth, type_of_variable

OPERATORS = frozenset({"=", "+=", "-="})


def parse_condition(scalar: Scalar, names: Names) -> tuple[Condition | None, tuple[Problem, ...]]:
    """The condition that `scalar` holds, or None with what is wrong with it."""
    return condition_at(scalar, 0, len(scalar.text), names)


def condition_at(scalar: Scalar, start: int, end: int, names: Names) -> tuple[Condition | None, tuple[Problem, ...]]:
    """The condition that stands in `scalar` from `start` to `end` (exclusive)."""
    typed_text = scalar.text[start:end]
    text = typed_text.strip()
    start += len(typed_text) - len(typed_text.lstrip())
    known = names.conditions.get(text)
    if known is None:
        try:
            typed, problems = _condition(text, names)
        except ExpressionError as mistake:
            return None, (_problem(mistake, scalar, start),)
        if problems:
            return None, tuple(_problem(problem, scalar, start) for problem in problems)
        known = Condition(text, typed.node)
        if _may_be_kept(text):
            names.conditions[text] = known
    return Condition(known.source, known.expression, scalar.ref_at(start), start), ()


def parse_effect(scalar: Scalar, names: Names) -> tuple[Assignment | None, tuple[Problem, ...]]:
    """The effect that `scalar` holds (`name = x`, `name += x`, `name -= x`), or None with what is wrong with it."""
    found = names.effects.get(scalar.text)
    if found is None:
        try:
            effect, start, problems = _effect(scalar.text, names)
        except ExpressionError as mistake:
            return None, (_problem(mistake, scalar, 0),)
        if problems:
            return None, tuple(_problem(problem, scalar, 0) for problem in problems)
        found = effect, start
        if _may_be_kept(scalar.text):
            names.effects[scalar.text] = found
    known, start = found
    return Assignment(known.source, known.variable, known.operator, known.expression, scalar.ref_at(start)), ()


def _may_be_kept(text: str) -> bool:
    """Whether a text means the same each time; where it asks after scenes, they may not be known yet."""
    return "(" not in text


def _condition(text: str, names: Names) -> tuple[Typed, list[ExpressionError]]:
    tokens = tokenize(text)
    if len(tokens) == 1:
        raise ExpressionError(0, 1, "E301", "a condition is missing here", "write one, such as trust > 2")
    grammar = Grammar(tokens, names)
    typed = grammar.whole()
    grammar.note(needs_truth(typed, "a condition"))
    return typed, grammar.problems


def _effect(text: str, names: Names) -> tuple[Assignment, int, list[ExpressionError]]:
    """The effect, where it starts in its text, and what is wrong with it."""
    tokens = tokenize(text)
    if len(tokens) == 1:
        raise ExpressionError(0, 1, "E301", "an effect is missing here", "write one, such as trust += 1")
    grammar = Grammar(tokens, names)
    target = grammar.advance()
    operator = grammar.advance()
    _check_form(target, operator)
    value = grammar.whole()
    _check_target(grammar, target, operator, value, names)
    return Assignment(text, target.text, operator.text, value.node), target.start, grammar.problems


def _check_form(target: Token, operator: Token) -> None:
    """Hold an effect to `name operator …`. Raises ExpressionError."""
    if target.kind is not Kind.WORD:
        message = f"expected the variable that changes, found {mistakes.shown(target)}"
        raise ExpressionError(target.start, target.end, "E306", message, "write name = value")
    if operator.text in OPERATORS:
        return
    message = f"expected = , += or -= after {mistakes.shown(target)}, found {mistakes.shown(operator)}"
    hint = {
        "==": 'write "=" to set a value',
        "": f"write {target.text} = true, or {target.text} += 1",
        "*": f"write {target.text} = {target.text} * …",
        "+": f"write {target.text} += 1",
        "-": f"write {target.text} -= 1",
    }.get(operator.text, "write name = value")
    raise ExpressionError(operator.start, max(operator.end, operator.start + 1), "E315", message, hint)


def _check_target(grammar: Grammar, target: Token, operator: Token, value: Typed, names: Names) -> None:
    """Note what is wrong between a variable and what it is set to."""
    variable = names.variables.get(target.text)
    if variable is None:
        message = f"{mistakes.shown(target)} is no variable, and only variables change"
        hint = did_you_mean(target.text, names.variables) or "declare it in variables.yaml"
        grammar.note(ExpressionError(target.start, target.end, "E307", message, hint))
        return
    type_ = type_of_variable(variable)
    if operator.text != "=":
        kept = Typed(value.node, type_, target.start, target.end)
        if not grammar.note(needs_number(kept, f'"{operator.text}"')):
            grammar.note(needs_number(value, f'"{operator.text}"'))
        return
    if value.type is not None and common(value.type, type_) is None:
        message = f"{target.text} is {named(type_)}, and this is {named(value.type)}"
        grammar.note(ExpressionError(value.start, value.end, "E316", message))


def _problem(mistake: ExpressionError, scalar: Scalar, offset: int) -> Problem:
    """The mistake at its place in the file."""
    length = max(1, mistake.end - mistake.start)
    return Problem(scalar.ref_at(offset + mistake.start), mistake.code, mistake.message, mistake.hint, length)
