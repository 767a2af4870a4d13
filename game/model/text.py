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
    """A line's text: `source` as typed, and its parts."""

    source: str
    parts: tuple[Part, ...]
    ref: SourceRef = field(default=NOWHERE, compare=False)

    @property
    def is_plain(self) -> bool:
        """Whether it reads the same in every state."""
        for part in self.parts:  # noqa: SIM110 - every text of a story is asked, and `all` takes twice as long
            if not isinstance(part, Plain):
                return False
        return True
