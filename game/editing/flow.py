"""Follows YAML's braces and brackets as far as they are typed. Knows nothing of what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s:#\[\]{},"'&*!|>%@`-][^:#\[\]{},"']*?)\s*:(?=\s|$)""")
"""A key with its colon, at the place where one may stand."""


@dataclass(slots=True)
class Open:
    """A list or mapping that is still open: in a mapping the key whose value comes, and the keys that are done."""

    is_mapping: bool
    key: str = ""
    keys: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the text ends: in which lists and mappings, and at which offset the piece begins that is being typed."""

    stack: tuple[Open, ...]
    start: int


def follow(text: str) -> Flow:
    """Where a value ends up that begins with a brace, a bracket or anything else."""
    stack: list[Open] = []
    start = place = 0
    while place < len(text):
        sign = text[place]
        if sign in "\"'" and not text[start:place].strip():
            end = text.find(sign, place + 1)
            if end < 0:
                break
            place = end + 1
        elif sign in "{[" and not text[start:place].strip():
            stack.append(Open(sign == "{"))
            place = start = place + 1
        elif stack and sign in ",]}":
            if sign == ",":
                stack[-1].key = ""
            else:
                stack.pop()
            place = start = place + 1
        elif stack and sign == ":" and _names(stack[-1]) and not text[place + 1 : place + 2].strip():
            stack[-1].key = unquoted(text[start:place])
            stack[-1].keys.append(stack[-1].key)
            place = start = place + 1
        else:
            place += 1
    return Flow(tuple(stack), start)


def _names(mapping: Open) -> bool:
    """Whether a key is being typed in it."""
    return mapping.is_mapping and not mapping.key


def unquoted(text: str) -> str:
    """A piece of text without the quotes around it."""
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text.lstrip("\"'")
