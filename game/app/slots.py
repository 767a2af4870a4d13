"""Where saves stand: quick, autosaves in turn, and numbered ones. Knows nothing of what a save means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from game.errors import SaveError

from .disk import Damaged, Disk
from .save import Save, decode, encode
from .wording import say

QUICK = "quick"
AUTOMATIC = 6
"""Autosaves that are kept."""

NUMBERED = 60
"""Slots that a player can fill by hand, from 1."""

AUTO_SLOTS = tuple(f"auto-{number}" for number in range(1, AUTOMATIC + 1))
NUMBERED_SLOTS = tuple(str(number) for number in range(1, NUMBERED + 1))
ALL_SLOTS = (*AUTO_SLOTS, QUICK, *NUMBERED_SLOTS)


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled slot: what a list of saves shows. `problem` says why it can't be loaded; the rest is empty then."""

    id: str
    seq: int = 0
    title: str = ""
    words: str = ""
    saved_at: str = ""
    played: int = 0
    thumbnail: bytes = b""
    problem: str = ""

    @property
    def is_automatic(self) -> bool:
        """Whether the game wrote it by itself."""
        return self.id in AUTO_SLOTS


def name_of(slot: str) -> str:
    """A slot in words: `slot 3`, `quick save`, `autosave 2`."""
    if slot == QUICK:
        return say("quick save")
    if slot in NUMBERED_SLOTS:
        return say("slot {number}", number=slot)
    return say("autosave {number}", number=slot.removeprefix("auto-"))


class Slots:
    """The saves of one story. `tell` gets a sentence for the player where something was damaged."""

    def __init__(self, disk: Disk, story_id: str, clock: Callable[[], float], tell: Callable[[str], None]) -> None:
        """Saves of `story_id` on `disk`; `clock` gives seconds since 1970, used as a label and never for order."""
        self._disk = disk
        self._story_id = story_id
        self._clock = clock
        self._tell = tell
        self._known: dict[str, tuple[object, Slot]] = {}
        self._last_seq = 0

    @property
    def problem(self) -> str:
        """Why nothing can be saved, or empty."""
        return self._disk.problem

    def filled(self) -> tuple[Slot, ...]:
        """The slots that hold something, newest first; those that can't be loaded last."""
        there = set(self._disk.names())
        slots = [self._slot(slot) for slot in ALL_SLOTS if _file(slot) in there]
        return tuple(sorted((slot for slot in slots if slot is not None), key=lambda slot: slot.seq, reverse=True))

    def any_filled(self) -> bool:
        """Whether there is a save at all, without reading any."""
        there = set(self._disk.names())
        return any(_file(slot) in there for slot in ALL_SLOTS)

    def is_filled(self, slot: str) -> bool:
        """Whether a slot holds something, without reading it."""
        return _file(slot) in self._disk.names()

    def load(self, slot: str) -> Save:
        """The save in a slot. Raises SaveError."""
        _refuse_unknown(slot)
        found = self._disk.read(_file(slot), self._decode)
        if found is None:
            raise SaveError(say("there is no save there"))
        if found.note:
            self._tell(found.note)
        return found.value

    def save(self, slot: str, save: Save) -> Save:
        """Write a save, as the newest; gives it with its number and time. Raises SaveError."""
        _refuse_unknown(slot)
        with self._disk.locked():
            self._last_seq = max(self._last_seq, *(other.seq for other in self.filled()), 0) + 1
            save = replace(save, seq=self._last_seq, saved_at=_date(self._clock()), story_id=self._story_id)
            data = encode(save)
            if decode(data) != save:
                raise SaveError(say("this playthrough can't be written down as it is"))
            self._disk.write(_file(slot), data, decode)
        return save

    def save_automatically(self, save: Save) -> Save:
        """Write an autosave over the oldest one, which is gone only once the new one was read back."""
        with self._disk.locked():
            filled = {slot.id: slot for slot in self.filled()}
            free = [slot for slot in AUTO_SLOTS if slot not in filled]
            usable = [slot for slot in AUTO_SLOTS if slot in filled and not filled[slot].problem]
            oldest = sorted(usable, key=lambda slot: filled[slot].seq)
            if not free and not oldest:
                raise SaveError(say("no autosave slot can be written"), filled[AUTO_SLOTS[0]].problem)
            return self.save((free or oldest)[0], save)

    def delete(self, slot: str) -> None:
        """Empty a slot. Raises SaveError."""
        _refuse_unknown(slot)
        self._disk.delete(_file(slot))

    def export(self, slot: str) -> bytes:
        """The bytes of a save, to be kept elsewhere. Raises SaveError."""
        return encode(self.load(slot))

    def bring_in(self, slot: str, data: bytes) -> Save:
        """Put an exported save into a slot, as the newest. Raises SaveError."""
        return self.save(slot, self._decode(data))

    def _slot(self, slot: str) -> Slot | None:
        stamp = self._disk.stamp(_file(slot))
        if slot in self._known and stamp is not None and self._known[slot][0] == stamp:
            return self._known[slot][1]
        try:
            save = self.load(slot)
        except Damaged as fault:
            self._tell(fault.message)
            return None
        except SaveError as fault:
            return Slot(slot, problem=str(fault))
        made = Slot(slot, save.seq, save.title, save.words, save.saved_at, save.played, save.thumbnail)
        self._known[slot] = (stamp, made)
        return made

    def _decode(self, data: bytes) -> Save:
        save = decode(data)
        if save.story_id != self._story_id:
            raise SaveError(say("this save belongs to another story"))
        return save


def _file(slot: str) -> str:
    return f"save-{slot}.json"


def _refuse_unknown(slot: str) -> None:
    if slot not in ALL_SLOTS:
        raise SaveError(say("there is no slot '{slot}'", slot=slot[:40]))


def _date(seconds: float) -> str:
    """A date for people, as good as the clock is."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes")
    except (OverflowError, OSError, ValueError):
        return ""
