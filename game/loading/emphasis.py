"""Decides which stars of a text emphasise and which are stars. Knows nothing of braces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.model.text import Emphasis, Part, Plain


@dataclass(frozen=True, slots=True)
class Star:
    """A `*` of which it is not known yet whether it emphasises."""


Item: TypeAlias = Part | Star


def emphasised(items: Sequence[Item]) -> tuple[Part, ...]:
    """The parts with their emphasis.

    A star opens where something other than a space follows it, and the next star that something other than a space
    goes before closes. All other stars are characters.
    """
    items = [item for item in items if not isinstance(item, Plain) or item.text]
    if Star not in map(type, items):
        return joined(items)
    closing = _closing(items)
    parts: list[Part] = []
    place = 0
    while place < len(items):
        item = items[place]
        if not isinstance(item, Star):
            parts.append(item)
        elif place + 2 < len(items) and _touches(items[place + 1], first=True) and closing[place + 2] is not None:
            end = closing[place + 2] or 0
            parts.append(Emphasis(joined(items[place + 1 : end])))
            place = end
        else:
            parts.append(Plain("*"))
        place += 1
    return joined(parts)


def joined(items: Sequence[Item]) -> tuple[Part, ...]:
    """The parts with neighbouring characters in one, stars being characters."""
    parts: list[Part] = []
    run: list[str] = []
    for item in items:
        if isinstance(item, (Plain, Star)):
            run.append(item.text if isinstance(item, Plain) else "*")
            continue
        if run:
            parts.append(Plain("".join(run)))
            run = []
        parts.append(item)
    if run:
        parts.append(Plain("".join(run)))
    return tuple(parts)


def _closing(items: Sequence[Item]) -> list[int | None]:
    """For each place the nearest star from there on that could close."""
    found: list[int | None] = [None] * len(items)
    nearest: int | None = None
    for place in range(len(items) - 1, 0, -1):
        if isinstance(items[place], Star) and _touches(items[place - 1], first=False):
            nearest = place
        found[place] = nearest
    return found


def _touches(item: Item, *, first: bool) -> bool:
    """Whether what stands there is neither a space nor another star; asked of its first or its last character."""
    if isinstance(item, Plain):
        return not item.text[0 if first else -1].isspace()
    return not isinstance(item, Star)
