"""Story text with its inline parts. Rendering is `engine.text`; parsing is `loading.text_parser`."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TypeAlias

from .expression import NO_SPAN, Condition, Span
from .source import NOWHERE, SourceRef
from .value import value


@value()
class Plain:
    """Characters shown as they are (escapes already resolved)."""

    text: str


@value()
class Emphasis:
    """`*…*`."""

    parts: tuple[Part, ...]


@value()
class Insert:
    """`{variable}`: a number's digits or a name; `span` is where the name stands in its text, in characters."""

    variable: str
    span: Span = field(default=NO_SPAN, compare=False)


@value()
class Either:
    """`{condition: then|otherwise}`."""

    condition: Condition
    then: tuple[Part, ...]
    otherwise: tuple[Part, ...] = ()


class Turn(Enum):
    """How a list of alternatives goes on from one entry of the scene to the next."""

    SEQUENCE = "sequence"
    """`{a|b|c}`: one after the other, the last for good."""
    CYCLE = "cycle"
    """`{&a|b}`: by turns."""
    SHUFFLE = "shuffle"
    """`{~a|b}`: drawn from the playthrough's seed."""


@value()
class Alternatives:
    """`{a|b}` and its kin; `site` numbers the braces of a scene, so that two draws in it differ."""

    turn: Turn
    choices: tuple[tuple[Part, ...], ...]
    site: int = 0


Part: TypeAlias = Plain | Emphasis | Insert | Either | Alternatives


@value()
class Text:
    """A line's text: `source` as typed, and the parts that it was parsed into.

    `parsed` is None where nothing in it means anything but itself, which is so for nearly all texts of a story.
    """

    source: str
    parsed: tuple[Part, ...] | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its parts, from left to right."""
        return (Plain(self.source),) if self.parsed is None else self.parsed

    @property
    def is_plain(self) -> bool:
        """Whether it reads the same in every state."""
        return self.parsed is None or all(isinstance(part, Plain) for part in self.parsed)
