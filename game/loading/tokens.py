"""Cuts a condition or an effect into tokens. Knows nothing of their order or meaning."""

from __future__ import annotations

import re
from enum import Enum

from game.model.value import value

MAX_LENGTH = 2_000
"""Characters that one expression may have."""
MAX_LEVELS = 50
"""Levels to which brackets, `not`, minus signs and ternaries may be nested."""
MAX_DIGITS = 9
"""Digits that a number may have."""


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"
    END = "end"


_KINDS = {kind.value: kind for kind in Kind}


@value()
class Token:
    """A piece of an expression; `start` and `end` (exclusive) are offsets in its text."""

    kind: Kind
    text: str
    start: int
    end: int


class ExpressionError(Exception):
    """The text is no expression. Never leaves the parser: it becomes a `Problem`."""

    def __init__(self, start: int, end: int, code: str, message: str, hint: str = "") -> None:
        """`start` and `end` are offsets of the place to underline."""
        super().__init__(message)
        self.start = start
        self.end = end
        self.code = code
        self.message = message
        self.hint = hint


_SPACE = re.compile(r"\s*")
_TOKEN = re.compile(
    r"(?P<number>[0-9]+)|(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>==|!=|<=|>=|\+=|-=|[-+*<>=().])",
)
_NUMBER_TAIL = re.compile(r"[A-Za-z_]|\.[0-9]")

_HINTS = (
    ("&", 'write "and"'),
    ("|", 'write "or"'),
    ("!", 'write "not"'),
    ('"', "names are written without quotes"),
    ("'", "names are written without quotes"),
    ("“", "names are written without quotes"),
    ("”", "names are written without quotes"),
    ("\N{RIGHT SINGLE QUOTATION MARK}", "names are written without quotes"),
    ("/", "there is only + - and *"),
    ("%", "there is only + - and *"),
    ("^", "there is only + - and *"),
    ("≥", 'write ">="'),
    ("≤", 'write "<="'),
    ("≠", 'write "!="'),
    ("\N{MINUS SIGN}", 'write "-"'),
    ("\N{EN DASH}", 'write "-"'),
    ("\N{MULTIPLICATION SIGN}", 'write "*"'),
    ("$", "names are written without $"),
    ("[", "group with ( and )"),
    ("{", "a condition stands here without braces"),
    (",", 'join with "and" or "or"'),
    (";", "write several effects as a list"),
)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of an expression, closed by one of kind END. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        message = f"this expression has {len(text):,} characters; at most {MAX_LENGTH:,} are allowed"
        raise ExpressionError(MAX_LENGTH, MAX_LENGTH + 1, "E302", message, "split it, or keep part of it in a variable")
    tokens = []
    place = _after_space(text, 0)
    while place < len(text):
        token = _token(text, place)
        tokens.append(token)
        place = _after_space(text, token.end)
    end = tokens[-1].end if tokens else 0
    tokens.append(Token(Kind.END, "", end, end))
    return tuple(tokens)


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _token(text: str, place: int) -> Token:
    found = _TOKEN.match(text, place)
    if found is None:
        raise _strange(text, place)
    token = Token(_KINDS[found.lastgroup or ""], found.group(), place, found.end())
    if token.kind is Kind.NUMBER:
        _check_number(token, text)
    return token


def _check_number(token: Token, text: str) -> None:
    """Hold a number to whole decimal digits, of which there may be nine."""
    if len(token.text) > MAX_DIGITS:
        message = f"this number has {len(token.text):,} digits; at most {MAX_DIGITS} are allowed"
        raise ExpressionError(token.start, token.end, "E304", message)
    tail = _NUMBER_TAIL.match(text, token.end)
    if tail is not None:
        hint = "there are only whole numbers" if tail.group().startswith(".") else "names begin with a letter"
        end = tail.end()
        raise ExpressionError(token.start, end, "E305", f'"{text[token.start : end]}" is not a whole number', hint)
    if token.text.startswith("0") and int(token.text):
        message = f'"{token.text}" begins with a nought'
        raise ExpressionError(token.start, token.end, "E305", message, f'write "{int(token.text)}"')


def _strange(text: str, place: int) -> ExpressionError:
    character = text[place]
    end = place + 2 if text[place : place + 2] in ("&&", "||", "**", "//") else place + 1
    hint = next((hint for sign, hint in _HINTS if sign == character), "")
    shown = text[place:end] if character.isprintable() else f"U+{ord(character):04X}"
    message = f'"{shown}" has no meaning in a condition or an effect'
    if not hint and character.isalpha():
        hint = "names are made of the letters a to z, digits and _"
    return ExpressionError(place, end, "E305", message, hint)
