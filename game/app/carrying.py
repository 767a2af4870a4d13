"""Saves as files to carry to another machine, and brought in from one. Half of `App`; knows no other file."""

from __future__ import annotations

from pathlib import Path

from game.errors import SaveError

from .papers import Papers
from .slots import NUMBERED_SLOTS, Slots, name_of
from .wording import say


class Carrying:
    """What an app does with saves as files; needs its saves, its papers and a way to tell."""

    saves: Slots
    papers: Papers

    def tell(self, message: str, *, again: bool = False) -> None:
        """Put a line before the player."""
        raise NotImplementedError

    def export(self, slot: str) -> bool:
        """Write a save as a file to carry elsewhere and tell where; whether it could be."""
        try:
            data = self.saves.export(slot)
        except SaveError as fault:
            self.tell(say("Not exported: {reason}.", reason=fault), again=True)
            return False
        return self.papers.save(name_of(slot), data) is not None

    def bring_in(self, path: Path) -> str | None:
        """Put an exported save into the first free slot; the slot, or None with a notice that says why not."""
        slot = next((slot for slot in NUMBERED_SLOTS if not self.saves.is_filled(slot)), None)
        if slot is None:
            self.tell(say("Not brought in: every slot is full."), again=True)
            return None
        try:
            save = self.saves.bring_in(slot, self.papers.bytes_of(path))
        except SaveError as fault:
            self.tell(say("{file} is not brought in: {reason}.", file=path.name, reason=fault), again=True)
            return None
        self.tell(say("Brought into {slot}: {title}.", slot=name_of(slot), title=save.title), again=True)
        return slot
