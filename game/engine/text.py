"""Renders text: a pure function of text, state and the playthrough's seed. Knows nothing of lines or screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from game.model.text import Alternatives, Either, Emphasis, Insert, Part, Plain, Text, Turn

from .rules import Rules
from .state import State

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of shown text in one style."""

    text: str
    emphasis: bool = False


Rendered: TypeAlias = tuple[Run, ...]
"""Text as shown in one state."""


def plain(rendered: Rendered) -> str:
    """The characters alone, without emphasis."""
    return "".join(run.text for run in rendered)


def render(text: Text, state: State, rules: Rules, seed: int) -> Rendered:
    """The text as it reads in that state."""
    if text.parsed is None:
        return _plain(text.source)
    return _joined(_runs(text.parsed, state, rules, seed, emphasis=False))


@lru_cache(maxsize=4096)
def _plain(text: str) -> Rendered:
    """Text that is shown as it was typed, by far the most of a story."""
    return (Run(text),)


def _joined(runs: Iterator[Run]) -> Rendered:
    """The runs with neighbours of one style in one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].emphasis == run.emphasis:
            found[-1] = Run(found[-1].text + run.text, run.emphasis)
        elif run.text:
            found.append(run)
    return tuple(found)


def _runs(parts: tuple[Part, ...], state: State, rules: Rules, seed: int, *, emphasis: bool) -> Iterator[Run]:
    for part in parts:
        match part:
            case Plain(text):
                yield Run(text, emphasis)
            case Insert(variable):
                yield Run(str(rules.value(state, variable)), emphasis)
            case Emphasis(inner):
                yield from _runs(inner, state, rules, seed, emphasis=True)
            case Either(condition, then, otherwise):
                chosen = then if rules.holds(state, condition) else otherwise
                yield from _runs(chosen, state, rules, seed, emphasis=emphasis)
            case Alternatives(_, choices):
                chosen = choices[turn_of(part, state, rules, seed)]
                yield from _runs(chosen, state, rules, seed, emphasis=emphasis)


def turn_of(part: Alternatives, state: State, rules: Rules, seed: int) -> int:
    """Which alternative's turn it is, from 0."""
    count = rules.count(state)
    if part.turn is Turn.SEQUENCE:
        return min(count, len(part.choices)) - 1
    if part.turn is Turn.CYCLE:
        return (count - 1) % len(part.choices)
    return draw(seed, state.scene, count, part.site, len(part.choices))


def draw(seed: int, scene: str, count: int, site: int, sides: int) -> int:
    """A number from 0 to `sides` - 1 that looks like chance and is the same on every machine.

    The four numbers that it depends on are stirred, one after the other, with the finaliser of SplitMix64.
    """
    mixed = 0
    for number in (seed, _number(scene), count, site):
        mixed = _stirred(mixed ^ (number & _MASK))
    return (mixed * sides) >> 64


def _stirred(number: int) -> int:
    number = (number + 0x9E3779B97F4A7C15) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)


@lru_cache(maxsize=1024)
def _number(scene: str) -> int:
    """The scene's id as 64 bits (FNV-1a)."""
    number = 0xCBF29CE484222325
    for byte in scene.encode():
        number = ((number ^ byte) * 0x100000001B3) & _MASK
    return number
