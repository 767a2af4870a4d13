"""Words for an expression that does not parse: what was expected, and the usual cure. Parses nothing."""

from __future__ import annotations

from game.model.expression import Mark

from .names import Names, did_you_mean, nearest
from .tokens import ExpressionError, Kind, Token

_VALUE = "a name, a number, true, false, seen(…), chose(…) or reached(…)"
_OPERATOR = "an operator such as ==, >=, and, or, +"

_WORDS = {
    "True": "write true",
    "TRUE": "write true",
    "False": "write false",
    "FALSE": "write false",
    "yes": "write true",
    "no": "write false",
    "None": "there is no empty value",
    "null": "there is no empty value",
    "AND": "write and",
    "OR": "write or",
    "NOT": "write not",
}
"""Words that people bring along from other languages."""

_CALLS = {
    "visited": "seen",
    "visit": "seen",
    "been": "seen",
    "entered": "seen",
    "saw": "seen",
    "chosen": "chose",
    "choice": "chose",
    "picked": "chose",
    "took": "chose",
    "taken": "chose",
    "ending": "reached",
    "ended": "reached",
    "finished": "reached",
}

_FORMS = {
    Mark.SEEN: "seen(scene)",
    Mark.CHOSE: "chose(scene.choice)",
    Mark.REACHED: "reached(ending)",
}


def shown(token: Token) -> str:
    """The token as it is quoted in a message."""
    if token.kind is Kind.END:
        return "the end"
    return f'"{token.text if len(token.text) <= 40 else token.text[:39] + "…"}"'


def _at(token: Token, message: str, hint: str = "", code: str = "E306") -> ExpressionError:
    return ExpressionError(token.start, token.end, code, message, hint)


def after_expression(token: Token, before: Token, following: Token) -> ExpressionError:
    """`token` stands where the expression was complete."""
    if token.text == "=":
        if following.text in ("<", ">") and following.start == token.end:
            return _at(token, f'"={following.text}" is no comparison', f'write "{following.text}="')
        return _at(token, 'one "=" sets a value, and here one is asked for', 'write "==" to compare')
    if token.text in ("+=", "-="):
        return _at(token, f'"{token.text}" changes a value, and here one is only asked for', "effects stand under do:")
    if token.text == ")":
        return _at(token, 'this ")" closes no bracket', 'remove it, or add a "("')
    if token.text == ".":
        return _at(token, f"expected {_OPERATOR} after {shown(before)}, found a dot", "write chose(scene.choice)")
    return _at(token, f"expected {_OPERATOR} after {shown(before)}, found {shown(token)}", _between(before, token))


def _between(before: Token, token: Token) -> str:
    """What was probably meant by two values side by side."""
    special = {"is": 'write "==" to compare', "in": 'compare with "==" and join with "or"', "then": "leave it out"}
    if token.text in special:
        return special[token.text]
    if token.text == "else":
        return 'an "else" belongs to an "if": write x if condition else y'
    if token.text in _WORDS:
        return _WORDS[token.text]
    if before.kind is Kind.WORD and token.kind is Kind.WORD:
        return f"a name has no spaces: {before.text}_{token.text}?"
    return ""


def missing_value(token: Token, before: Token | None) -> ExpressionError:
    """`token` stands where a value was expected."""
    after = f" after {shown(before)}" if before is not None else ""
    if token.kind is Kind.END and before is not None:
        return ExpressionError(before.start, before.end, "E306", f"something is missing{after}: expected {_VALUE}")
    if token.text == "+":
        return _at(token, "there is no plus sign before a value", "leave it out")
    message = f"expected {_VALUE}{after}, found {shown(token)}"
    pair = (before.text if before is not None else "") + token.text
    cures = {
        "===": 'write "=="',
        "<>": 'write "!="',
        "**": 'there is only "*"',
        "!==": 'write "!="',
        "()": "write something between the brackets",
    }
    return _at(token, message, cures.get(pair, ""))


def misplaced_not(token: Token) -> ExpressionError:
    """`not` on one side of an operator that binds tighter."""
    return _at(token, '"not" cannot stand on one side of this operator', 'put "not …" into brackets')


def unclosed(opening: Token, here: Token) -> ExpressionError:
    """A bracket that the expression never closes."""
    if here.kind is Kind.END:
        return _at(opening, 'this "(" is never closed', 'add a ")"')
    return _at(here, f'expected {_OPERATOR} or ")", found {shown(here)}', _in_brackets(here))


def _in_brackets(here: Token) -> str:
    return 'write "==" to compare' if here.text == "=" else ""


def missing_else(here: Token) -> ExpressionError:
    """`x if c` without its other side."""
    message = f'expected "else" and what to take instead, found {shown(here)}'
    return _at(here, message, "write x if condition else y")


def unknown_call(token: Token) -> ExpressionError:
    """A name with brackets that is none of the three calls."""
    call = _CALLS.get(token.text.lower()) or nearest(token.text, ("seen", "chose", "reached"))
    hint = f"did you mean {_FORMS[Mark(call)]}?" if call else ""
    return _at(token, f"{shown(token)} is no call; there are {', '.join(_FORMS.values())}", hint, "E311")


def mark_without_brackets(token: Token, mark: Mark) -> ExpressionError:
    """`seen` alone."""
    return _at(token, f'"{mark.value}" needs brackets after it', f"write {_FORMS[mark]}")


def mark_not_closed(token: Token, mark: Mark) -> ExpressionError:
    """Something else than one id between the brackets of a call."""
    return _at(token, f"expected {_FORMS[mark]}, found {shown(token)}", "one id stands between the brackets")


def unknown_name(token: Token, names: Names) -> ExpressionError:
    """A word that nobody declared."""
    hint = _WORDS.get(token.text) or did_you_mean(token.text, names.words())
    if not hint and token.text in names.scenes:
        hint = f"did you mean seen({token.text})?"
    if not hint and token.text in names.endings:
        hint = f"did you mean reached({token.text})?"
    message = f"{shown(token)} is neither a variable nor a value of one"
    return _at(token, message, hint or "declare it in variables.yaml", "E307")


def unknown_target(mark: Mark, target: str, names: Names) -> tuple[str, str]:
    """Message and hint for a call of something that the story has not got; both empty where it has."""
    if mark is Mark.REACHED:
        if target in names.endings:
            return "", ""
        return f'there is no ending "{target}"', did_you_mean(target, names.endings)
    scene, dot, choice = target.partition(".")
    if mark is Mark.SEEN:
        return _unknown_scene(scene, bool(dot), target, names)
    if scene not in names.scenes:
        return f'there is no scene "{scene}"', did_you_mean(scene, names.scenes)
    if not dot or "." in choice:
        return "a choice is named with its scene", "write chose(scene.choice)"
    if choice in names.scenes[scene]:
        return "", ""
    return f'the scene "{scene}" has no choice "{choice}"', did_you_mean(choice, names.scenes[scene])


def _unknown_scene(scene: str, dotted: bool, target: str, names: Names) -> tuple[str, str]:
    if dotted:
        return "seen(…) takes a scene, without a choice", f"did you mean chose({target})?"
    if scene in names.scenes:
        return "", ""
    return f'there is no scene "{scene}"', did_you_mean(scene, names.scenes)
