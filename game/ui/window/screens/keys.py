"""Keys and buttons put where a player wants them. Knows wishes and names, no devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.wording import later, say
from game.ui.window.bindings import ACTIONS, FIXED, Bindings, spoken
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.lists import question
from game.ui.window.layout.settings import Panel, Row, settings
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player


OTHER = later("something else")
SHOWN = 3
"""Keys and buttons of a wish that are listed."""


class Keys(Screen):
    """Every wish with its keys and buttons. Enter adds one, Delete takes them away."""

    def __init__(self, player: Player) -> None:
        """With the first wish in focus."""
        super().__init__(player)
        self.focus = f"wish.{next(iter(ACTIONS)).name}"

    def tree(self, sheet: Sheet) -> Node:
        """A row for each wish."""
        held = self._bindings
        rows = []
        for do, label in ACTIONS.items():
            names = [spoken(name) for name in held.names(do)]
            names = names if len(names) <= SHOWN else [*names[:SHOWN], "…"]
            about = say("Enter: another key or button · Delete: take them away")
            rows.append(Row(f"wish.{do.name}", say(label), " · ".join(names) or say("None"), about))
        foot = (("reset", say("Reset keys")), ("close", say("Back")))
        return settings(Panel(tuple(rows), foot=foot, title=say("Keys and buttons"), arrows=False), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Ask for a key, or set all of them back."""
        if control == "close":
            self.close()
        elif control == "reset":
            self.player.ask(say("Set all keys and buttons back?"), say("Reset"), lambda: self.player.app.bind({}))
        else:
            self.player.push(Capture(self.player, Do[control.removeprefix("wish.")]))

    def handle(self, intent: Intent) -> None:
        """Delete takes away every key and button of the wish in focus that may be."""
        if intent.do is Do.DELETE and self.focus.startswith("wish."):
            self.player.app.bind(self._bindings.cleared(Do[self.focus.removeprefix("wish.")]).changed)
        else:
            super().handle(intent)

    @property
    def _bindings(self) -> Bindings:
        return Bindings(self.player.app.settings.bindings)


class Capture(Screen):
    """Waits for a key or a button. One that is taken is given over only when asked."""

    def __init__(self, player: Player, do: Do) -> None:
        """For the wish `do`."""
        super().__init__(player)
        self._do = do
        self._name = ""
        self._other: Do | None = None
        self.focus = "no"

    @property
    def asking(self) -> bool:
        """Whether the next key is for this screen."""
        return not self._name

    def tree(self, sheet: Sheet) -> Node:
        """What to do, or whether the key may be taken from another wish."""
        label = say(ACTIONS[self._do])
        if self._other is None:
            text = say("Press a key or a button for: {wish}. Escape leaves it as it is.", wish=label)
            return question(
                text, (("no", say("Cancel"), True), ("own", say("Back to its own"), True)), sheet, self.focus
            )
        other = say(ACTIONS.get(self._other, OTHER))
        text = say("{key} means: {other}. Use it for {wish} instead?", key=spoken(self._name), other=other, wish=label)
        return question(text, (("yes", say("Use it"), True), ("no", say("Cancel"), True)), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Cancel, take it over, or go back to the wish's own keys."""
        self.close()
        held = Bindings(self.player.app.settings.bindings)
        if control == "yes":
            self.player.app.bind(held.put(self._name, self._do).changed)
        elif control == "own":
            self.player.app.bind(held.reset(self._do).changed)

    def handle(self, intent: Intent) -> None:
        """The key that was pressed."""
        if intent.do is not Do.CAPTURED or not self.asking or intent.name in FIXED:
            super().handle(intent)
            return
        held = Bindings(self.player.app.settings.bindings)
        self._other = held.table().get(intent.name)
        if self._other in (None, self._do):
            self.close()
            self.player.app.bind(held.put(intent.name, self._do).changed)
        else:
            self._name = intent.name
