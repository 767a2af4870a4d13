"""What may come after a value in a condition or effect. Knows nothing of where a cursor stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.model.story import Story

from .suggestion import Suggestion, What

_BEHIND = re.compile(r"(?:(?P<name>[A-Za-z_]\w*)|(?P<number>\d+)|\))\s+\w*$")
_HELD = re.compile(r"[=<>]\s*[\w.]+\s+\w*$")
"""A value behind a comparison or an assignment."""
_ASSIGNED = re.compile(r"\s*\w+\s+\w*$")
_JOINING = ("and", "or", "not", "if", "else")


def _offered(**meanings: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(sign, What.WORD, meaning, insert=f"{sign} ") for sign, meaning in meanings.items())


_EQUAL = _offered(**{"==": "is", "!=": "is not"})
_NUMBERS = _offered(**{">=": "at least", "<=": "at most", ">": "more than", "<": "less than"})
_SUMS = _offered(**{"+": "more", "-": "less"})
_SETS = _offered(**{"=": "becomes"})
_CHANGES = _offered(**{"+=": "grows by", "-=": "falls by"})
_WORDS = tuple(Suggestion(word, What.WORD, insert=f"{word} ") for word in ("and", "or", "if", "else"))


def operators(story: Story, typed: str, *, effect: bool) -> Iterator[Suggestion] | None:
    """What may follow the value that was typed last; None where a value may follow instead.

    Behind a word that is no name (prose between braces, say) nothing may.
    """
    found = _BEHIND.search(typed)
    if found is None or found["name"] in _JOINING:
        return None
    if _HELD.search(typed) is not None:
        return (word for word in _WORDS if not effect or word.label in ("if", "else"))
    return _following(story, found["name"], numeric=found["number"] is not None,
                      sets=effect and _ASSIGNED.fullmatch(typed) is not None)  # fmt: skip


def _following(story: Story, name: str | None, *, numeric: bool, sets: bool) -> Iterator[Suggestion]:
    variable = next((each for each in story.variables if each.name == name), None)
    is_number = numeric or (variable is not None and variable.is_number)
    if sets:
        yield from (*_SETS, *(_CHANGES if is_number else ())) if variable is not None else ()
        return
    if is_number:
        yield from (*_NUMBERS, *_EQUAL, *_SUMS)
    elif variable is not None and not variable.is_truth:
        yield from _EQUAL
    is_value = name in ("true", "false") or any(name in each.domain for each in story.variables)
    if name is None or variable is not None or is_value:
        yield from _WORDS
