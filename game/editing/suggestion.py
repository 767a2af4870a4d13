"""One thing that may be typed at a place, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class What(Enum):
    """What a suggestion is, so that an editor can give it a sign."""

    SCENE = "scene"
    CHOICE = "choice"
    ENDING = "ending"
    VARIABLE = "variable"
    VALUE = "value"
    CAST = "cast"
    EXPRESSION = "expression"
    PLACE = "place"
    SNIPPET = "snippet"
    BEAT = "beat"
    ASSET = "asset"
    KEY = "key"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that fits. `detail` is a short note beside it, `about` what it means; `insert` is typed for it."""

    label: str
    what: What
    detail: str = ""
    about: str = ""
    insert: str = ""

    @property
    def text(self) -> str:
        """What is typed for it."""
        return self.insert or self.label


MOST = 200
"""Suggestions that an editor is sent at once."""


def matching(found: Iterable[Suggestion], typed: str) -> tuple[list[Suggestion], bool]:
    """Those that hold the typed letters in their order, the nearest first; and whether some more were left out.

    What begins with the letters comes before what holds them together, and that before the rest.
    """
    letters = typed.lower()
    once = {(one.label, one.what): one for one in found}
    fitting = [one for one in once.values() if _holds(one.label.lower(), letters)]
    if letters:
        fitting.sort(key=lambda one: (not one.label.lower().startswith(letters), letters not in one.label.lower()))
    return fitting[:MOST], len(fitting) > MOST


def _holds(label: str, letters: str) -> bool:
    """Whether the letters stand in the label in that order."""
    rest: Iterator[str] = iter(label)
    return all(letter in rest for letter in letters)
