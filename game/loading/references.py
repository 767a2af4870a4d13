"""Which ids a story declares, and what to say of one that it does not. Knows nothing of what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

from game.model.source import SourceRef
from game.model.story import Character

from .fields import shown
from .findings import Findings
from .scalar import Scalar


class Target(Enum):
    """What an id may stand for, with the code and the words of one that is not there."""

    SCENE = ("E222", "scene")
    ENDING = ("E223", "ending")
    PLACE = ("E224", "place")
    CHARACTER = ("E225", "member of the cast")
    SNIPPET = ("E229", "snippet")
    BEAT = ("E232", "event of the ledger")


class References:
    """The ids of a whole story, by what they stand for; None where there is no list to hold them to."""

    def __init__(
        self, known: Mapping[Target, Collection[str] | None], cast: Mapping[str, Character], findings: Findings
    ) -> None:
        self._known = known
        self._cast = cast
        self._findings = findings

    def has(self, target: Target, name: str) -> bool:
        """Whether there is such an id, or nothing to tell."""
        known = self._known[target]
        return known is None or name in known

    def known(self, target: Target) -> Collection[str]:
        """All ids there are."""
        return self._known[target] or ()

    def check(self, target: Target, scalar: Scalar) -> str:
        """The id that the scalar holds; noted where there is none."""
        if not self.has(target, scalar.text):
            self.unknown(target, scalar.text, scalar.ref_at(0))
        return scalar.text

    def unknown(self, target: Target, name: str, ref: SourceRef, also: Collection[str] = ()) -> None:
        """Note that there is no such id; `also` are other words that may have been meant."""
        code, words = target.value
        hint = self._findings.suggest(name, [*self.known(target), *also])
        self._findings.add(code, ref, f'there is no {words} "{shown(name)}"', hint, max(1, len(name)))

    def expressions(self, who: str) -> Collection[str]:
        """The expressions that a member of the cast has pictures for; empty where any is fine."""
        character = self._cast.get(who)
        return character.portraits if character else ()
