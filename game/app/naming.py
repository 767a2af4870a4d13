"""What a player calls slots and pages of saves: a file beside the saves, which say nothing of it. Knows no screens."""

from __future__ import annotations

from collections.abc import Callable

from game.errors import SaveError
from game.model.one_line import on_one_line

from .disk import Damaged, Disk
from .strict_json import seal, unseal
from .wording import say

NAMES_FILE = "names.json"
FORMAT = 1
LONGEST = 24
"""Letters that a name may have."""
MOST = 500
"""Names that are kept."""


class Names:
    """Names by what they stand for: `slot.3`, `page.2`. They are read when the first is asked for."""

    def __init__(self, disk: Disk, tell: Callable[[str], None]) -> None:
        """Those kept on `disk`; `tell` gets a sentence for the player where they can't be read or kept."""
        self._disk = disk
        self._tell = tell
        self._held: dict[str, str] | None = None

    def of(self, place: str) -> str:
        """What it is called; empty where it has no name of its own."""
        if self._held is None:
            self._held = self._read()
        return self._held.get(place, "")

    def call(self, place: str, name: str) -> None:
        """Call it that from now on, as far as that fits; an empty name takes the old one away."""
        name = shortened(name)
        if name == self.of(place):
            return
        self._held = {**(self._held or {}), place: name}
        try:
            with self._disk.locked():
                held = {**self._read(), place: name}
                self._held = {place: kept for place, kept in list(held.items())[-MOST:] if kept}
                self._disk.write(NAMES_FILE, seal({"format": FORMAT, "names": self._held}), _decode)
        except SaveError as fault:
            self._tell(say("The name holds until you quit: {reason}.", reason=fault))

    def _read(self) -> dict[str, str]:
        try:
            found = self._disk.read(NAMES_FILE, _decode)
        except SaveError as fault:
            self._tell(f"{fault}.")
            return {}
        return found.value if found is not None else {}


def shortened(name: str) -> str:
    """A name as it is kept: on one line, nothing but what can be seen, not too long."""
    return on_one_line(name)[:LONGEST].rstrip()


def _decode(data: bytes) -> dict[str, str]:
    """The names that the bytes hold. Raises Damaged, or SaveError for those of a newer format."""
    held = unseal(data)
    number, names = held.get("format"), held.get("names")
    if isinstance(number, int) and number > FORMAT:
        raise SaveError(say("a newer version of the game wrote the names of saves (format {number})", number=number))
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise Damaged(say("'{key}' is not what it should be", key="names"))
    return {place: shortened(name) for place, name in names.items()}
