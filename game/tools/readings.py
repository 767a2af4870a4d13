"""A text with all that it can say, for those who read it outside of the game. Knows nothing of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.model.text import Alternatives, Either, Emphasis, Insert, Part, Plain, Text


@dataclass(frozen=True, slots=True)
class Marks:
    """How a page shows the parts of a text: each function is given what stands inside."""

    words: Callable[[str], str]
    emphasis: Callable[[str], str]
    value: Callable[[str], str]
    variants: Callable[[str, list[str]], str]
    """Given the condition (or nothing, where they take turns) and the variants."""


def reading(text: Text, marks: Marks) -> str:
    """The text with every variant of it."""
    return _joined(text.parts, marks)


def _joined(parts: Iterable[Part], marks: Marks) -> str:
    return "".join(_shown(part, marks) for part in parts)


def _shown(part: Part, marks: Marks) -> str:
    match part:
        case Plain(text):
            return marks.words(text)
        case Emphasis(inner):
            return marks.emphasis(_joined(inner, marks))
        case Insert(variable):
            return marks.value(variable)
        case Either(condition, then, otherwise):
            variants = [_joined(then, marks), *([_joined(otherwise, marks)] if otherwise else [])]
            return marks.variants(condition.source, variants)
        case Alternatives(_, choices):
            return marks.variants("", [_joined(choice, marks) for choice in choices])


PLAIN = Marks(
    words=str,
    emphasis=lambda words: f"*{words}*",
    value=lambda name: f"{{{name}}}",
    variants=lambda condition, variants: "[" + (f"if {condition}: " if condition else "") + " | ".join(variants) + "]",
)
"""Everything in plain characters."""
