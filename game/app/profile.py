"""What a player remembers across playthroughs: lines, scenes, choices, endings, and the ways there. Knows no files."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping
from typing import TypeVar

from game.engine.renames import Renames
from game.errors import SaveError

from .disk import Damaged
from .strict_json import Json, seal, unseal
from .ways import Way, Ways
from .wording import say

T = TypeVar("T")

FORMAT = 1
DIGEST = 8
"""Bytes that stand for a line; two lines of a large story share them once in some ten million stories."""

LINES = 200_000
CHOICES = 20_000
ENDINGS = 1_000
ARROWS = 60_000
"""How much is remembered; beyond it the oldest is forgotten."""


class Profile:
    """The memory of one player for one story. `changed` tells whether there is something to write."""

    def __init__(
        self,
        lines: Iterable[bytes] = (),
        choices: Iterable[str] = (),
        endings: Iterable[str] = (),
        arrows: Iterable[tuple[str, str]] = (),
        ways: Ways | None = None,
    ) -> None:
        """Remember these, oldest first. An arrow from "" leads to a scene that a playthrough began with."""
        self._lines = dict.fromkeys(lines)
        self._choices = dict.fromkeys(choices)
        self._endings = dict.fromkeys(endings)
        self._arrows = dict.fromkeys(arrows)
        self.ways = ways or Ways()
        self.changed = False

    @property
    def reached(self) -> tuple[str, ...]:
        """Ids of the endings reached, in the order they were."""
        return tuple(self._endings)

    @property
    def scenes(self) -> frozenset[str]:
        """Ids of the scenes that were ever entered."""
        return frozenset(end for _, end in self._arrows)

    @property
    def arrows(self) -> tuple[tuple[str, str], ...]:
        """Every pair of scenes that ever followed each other, in the order they first did."""
        return tuple(self._arrows)

    def entered(self, before: str, scene: str) -> None:
        """Remember that this scene was entered from another ("" where a playthrough began with it)."""
        self._add(self._arrows, (before, scene), ARROWS)

    def came_to(self, scene: str, way: Way) -> None:
        """Remember how a scene was come to."""
        self.changed = self.ways.note(scene, way) or self.changed

    def saw(self, scene: str, words: str) -> bool:
        """Remember that this line was read; whether it had been before."""
        return not self._add(self._lines, _digest(scene, words), LINES)

    def took(self, choice: str) -> None:
        """Remember that `scene.choice` was taken."""
        self._add(self._choices, choice, CHOICES)

    def taken(self, scene: str) -> frozenset[str]:
        """Ids of the scene's choices that were ever taken."""
        prefix = scene + "."
        return frozenset(choice.removeprefix(prefix) for choice in self._choices if choice.startswith(prefix))

    def ended(self, ending: str) -> bool:
        """Remember that this ending was reached; whether it is the first time."""
        return self._add(self._endings, ending, ENDINGS)

    def call(self, renames: Renames) -> None:
        """Call all that is remembered as a story calls it today, so that what was renamed is not forgotten."""
        called = (
            dict.fromkeys(map(renames.pair, self._choices)),
            dict.fromkeys(map(renames.ending, self._endings)),
            dict.fromkeys((renames.scene(before), renames.scene(scene)) for before, scene in self._arrows),
        )
        self.changed = self.changed or called != (self._choices, self._endings, self._arrows)
        self._choices, self._endings, self._arrows = called

    def learn(self, other: Profile) -> None:
        """Remember what another copy of the game wrote down meanwhile."""
        for line in other._lines:
            self._add(self._lines, line, LINES)
        for choice in other._choices:
            self._add(self._choices, choice, CHOICES)
        for ending in other._endings:
            self._add(self._endings, ending, ENDINGS)
        for arrow in other._arrows:
            self._add(self._arrows, arrow, ARROWS)
        for scene, way in other.ways:
            self.came_to(scene, way)

    def encode(self) -> bytes:
        """The bytes of a profile file."""
        held: Mapping[str, Json] = {
            "format": FORMAT,
            "lines": base64.b64encode(b"".join(self._lines)).decode(),
            "choices": tuple(self._choices),
            "endings": tuple(self._endings),
            "arrows": tuple(self._arrows),
            "ways": self.ways.encode(),
        }
        return seal(held)

    @staticmethod
    def decode(data: bytes) -> Profile:
        """The profile that the bytes hold. Raises Damaged, or SaveError for one of a newer format."""
        held = unseal(data)
        number = held.get("format")
        if isinstance(number, int) and number > FORMAT:
            raise SaveError(
                say("a newer version of the game wrote what you have read and found (format {number})", number=number)
            )
        lines = held.get("lines")
        try:
            packed = base64.b64decode(lines if isinstance(lines, str) else "?", validate=True)
        except (binascii.Error, ValueError) as fault:
            raise Damaged(say("'{key}' is not what it should be", key="lines")) from fault
        digests = (packed[i : i + DIGEST] for i in range(0, len(packed), DIGEST))
        return Profile(
            digests,
            _names(held, "choices"),
            _names(held, "endings"),
            _pairs(held, "arrows"),
            Ways.decode(held.get("ways")),
        )

    def _add(self, memory: dict[T, None], what: T, most: int) -> bool:
        if what in memory:
            return False
        memory[what] = None
        if len(memory) > most:
            del memory[next(iter(memory))]
        self.changed = True
        return True


def _names(held: Mapping[str, object], key: str) -> list[str]:
    value = held.get(key)
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return value


def _pairs(held: Mapping[str, object], key: str) -> list[tuple[str, str]]:
    """Pairs of names; none where an older version of the game wrote none."""
    value = held.get(key, [])
    if not isinstance(value, list):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    pairs = [(pair[0], pair[1]) for pair in value if isinstance(pair, list) and len(pair) == 2]
    if len(pairs) != len(value) or not all(isinstance(name, str) for pair in pairs for name in pair):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return pairs


def _digest(scene: str, words: str) -> bytes:
    return hashlib.blake2b(f"{scene}\0{words}".encode(errors="replace"), digest_size=DIGEST).digest()
