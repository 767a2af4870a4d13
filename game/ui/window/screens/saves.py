"""Saving, loading, carrying saves elsewhere and bringing them in. Knows slots, not how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.papers import shown
from game.app.slots import AUTO_SLOTS, NUMBERED_SLOTS, QUICK
from game.app.slots import Slot as Filled
from game.app.wording import dated, later, say
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.lists import Files, files
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.slots import PER_PAGE, Page, Slot, slots
from game.ui.window.layout.tabs import Tab
from game.ui.window.widgets import Node

from .naming import Naming
from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

NUMBERED = tuple(
    (f"page.{at // PER_PAGE + 1}", NUMBERED_SLOTS[at : at + PER_PAGE]) for at in range(0, len(NUMBERED_SLOTS), PER_PAGE)
)
AUTO_PAGE, QUICK_PAGE = ("page.auto", AUTO_SLOTS), ("page.quick", (QUICK,))
LABELS = {"page.auto": later("Auto"), "page.quick": later("Quick")}


class Saves(Screen):
    """Pages of slots to save into or to load from; the wheel and the page keys turn them."""

    def __init__(self, player: Player, *, saving: bool) -> None:
        """Save into a slot, or load from one; it opens where the newest save is."""
        super().__init__(player)
        self._saving = saving
        self._pages = dict((QUICK_PAGE, *NUMBERED) if saving else (AUTO_PAGE, QUICK_PAGE, *NUMBERED))
        self._filled: dict[str, Filled] = {}
        self._look()
        self.page = NUMBERED[0][0]
        newest = next((slot for slot in self._filled if not saving or slot in NUMBERED_SLOTS), None)
        if newest is not None:
            self.page = next(page for page, held in self._pages.items() if newest in held)
        self.focus = f"slot.{newest or self._pages[self.page][0]}"

    def tree(self, sheet: Sheet) -> Node:
        """The page that is open."""
        places = tuple(self._place(slot) for slot in self._pages[self.page])
        pages = tuple(Tab(page, _page_label(page), self._page_name(page)) for page in self._pages)
        title = say("Save") if self._saving else say("Load")
        saving, loading = say("Enter: save here · Wheel: other pages"), say("Enter: load · Wheel: other pages")
        note = saving if self._saving else loading
        foot = () if self._saving else (("import", say("Bring in a save")),)
        if self._has_name:
            foot = (("page_name", say("Name this page")), *foot)
        called = self.player.app.names.of(self.page)
        return slots(Page(title, places, pages, self.page, note, foot, called), sheet, self.focus)

    @property
    def _has_name(self) -> bool:
        """Whether the page can have a name of its own."""
        return self.page not in LABELS

    def activate(self, control: str) -> None:
        """Turn the page, save, load, export or erase; what is lost by it is asked first."""
        kind, _, slot = control.partition(".")
        actions: dict[str, Callable[[], None]] = {
            "page": lambda: self._open(control),
            "slot": lambda: self._choose(slot),
            "export": lambda: self._export(slot),
            "erase": lambda: self.player.ask(say("Erase this save?"), say("Erase"), lambda: self._erase(slot)),
            "name": lambda: self._ask_name(f"slot.{slot}", _label(slot)),
            "page_name": lambda: self._ask_name(self.page, say("Page {name}", name=_page_label(self.page))),
            "import": lambda: self.player.push(Imports(self.player, self._look)),
        }
        actions[kind]()

    def handle(self, intent: Intent) -> None:
        """Delete erases the save in focus; saves that came in meanwhile are seen."""
        kind, _, slot = self.focus.partition(".")
        if intent.do is Do.DELETE and kind == "slot" and slot in self._filled:
            self.activate(f"erase.{slot}")
        else:
            super().handle(intent)

    def turn(self, tree: Node, step: int) -> None:
        """The wheel and the page keys: from page to page."""
        order = list(self._pages)
        self._open(order[max(0, min(len(order) - 1, order.index(self.page) + step))])
        self.focus = f"slot.{self._pages[self.page][0]}"

    def _open(self, page: str) -> None:
        self.page = page

    def _choose(self, slot: str) -> None:
        if self._saving and slot in self._filled:
            self.player.ask(say("Overwrite this save?"), say("Overwrite"), lambda: self._save(slot))
        elif self._saving:
            self._save(slot)
        elif slot in self._filled:
            self.player.load(slot)

    def _save(self, slot: str) -> None:
        self.player.save(slot)
        self._look()

    def _erase(self, slot: str) -> None:
        self.player.erase(slot)
        self._look()
        self.focus = f"slot.{slot}"

    def _ask_name(self, place: str, title: str) -> None:
        names = self.player.app.names
        self.player.push(Naming(self.player, title, names.of(place), lambda name: names.call(place, name)))

    def _page_name(self, page: str) -> str:
        """A page in words: its number and what the player calls it."""
        name, called = say("Page {name}", name=_page_label(page)), self.player.app.names.of(page)
        return f"{name}, {called}" if called else name

    def _export(self, slot: str) -> None:
        self.player.app.export(slot)

    def _look(self) -> None:
        self._filled = {slot.id: slot for slot in self.player.app.saves.filled()}

    def _place(self, slot: str) -> Slot:
        label = _label(slot)
        filled = self._filled.get(slot)
        if filled is None:
            return Slot(f"slot.{slot}", label, usable=self._saving)
        erase = (f"erase.{slot}", say("Erase"), say("Erase {slot}", slot=label))
        name = (f"name.{slot}", say("Name"), say("Name {slot}", slot=label))
        export = (f"export.{slot}", say("Export"), say("Export {slot}", slot=label))
        return Slot(
            f"slot.{slot}",
            label,
            filled.title,
            filled.problem or filled.words,
            dated(filled.saved_at) or say("undated"),
            played(filled.played),
            filled.thumbnail,
            usable=self._saving or not filled.problem,
            actions=(erase,) if filled.problem else (*((name,) if slot in NUMBERED_SLOTS else ()), export, erase),
            name=self.player.app.names.of(f"slot.{slot}"),
        )


class Imports(Screen):
    """Exported saves that lie in their folder, to be brought in."""

    def __init__(self, player: Player, then: Callable[[], None]) -> None:
        """`then` is done when one came in."""
        super().__init__(player)
        self._then = then
        self._files: tuple[Path, ...] = player.app.papers.saves()
        self.focus = "file.0" if self._files else "close"

    def tree(self, sheet: Sheet) -> Node:
        """The files, newest first."""
        entries = tuple((f"file.{index}", path.name) for index, path in enumerate(self._files))
        folder = shown(self.player.app.papers.save_folder)
        note = say("Put saves into {folder}, or drop one on this window", folder=folder)
        return files(Files(say("Bring in a save"), entries, note), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Bring that file in, into the first free slot."""
        if control == "close":
            self.close()
        elif self.player.app.bring_in(self._files[int(control.removeprefix("file."))]):
            self._then()
            self.close()


def played(seconds: int) -> str:
    """Time played, in words: `2 h 05 min`."""
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return say("{hours} h {minutes:02} min played", hours=hours, minutes=minutes)
    return say("{minutes} min played", minutes=minutes)


def _page_label(page: str) -> str:
    return say(LABELS[page]) if page in LABELS else page.removeprefix("page.")


def _label(slot: str) -> str:
    if slot == QUICK:
        return say("Quick save")
    if slot in AUTO_SLOTS:
        return say("Auto {number}", number=slot.removeprefix("auto-"))
    return say("Slot {number}", number=slot)
