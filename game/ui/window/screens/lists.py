"""The history: what was read, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.window.intents import Do, Intent
from game.ui.window.layout import lists
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen
from .staging import name_of

if TYPE_CHECKING:
    from game.ui.window.player import Player


class History(Screen):
    """Everything read on the way here; any line can be gone back to."""

    def __init__(self, player: Player) -> None:
        """With the latest entry in focus."""
        super().__init__(player)
        self._past = player.reader.history()
        self._entries = tuple(
            lists.Said(f"past.{index}", name_of(player.app.story, p.speaker), p.words, p.is_choice)
            for index, p in enumerate(self._past)
        )
        self.focus = self._entries[-1].control if self._entries else ""

    def tree(self, sheet: Sheet) -> Node:
        """The entries around the one in focus."""
        return lists.history(self._entries, sheet, self.focus)

    def activate(self, control: str) -> None:
        """Go back to that line."""
        past = self._past[int(control.removeprefix("past."))]
        self.player.jump(past.move, past.line)

    def turn(self, tree: Node, step: int) -> None:
        """The wheel goes entry by entry through all of them, not only those that are shown."""
        self._go(step)

    def handle(self, intent: Intent) -> None:
        """Up and down go through all entries."""
        steps = {Do.UP: -1, Do.DOWN: 1}
        if intent.do in steps:
            self._go(steps[intent.do])
        elif intent.do is Do.HISTORY:
            self.close()
        else:
            super().handle(intent)

    def _go(self, step: int) -> None:
        if self._entries:
            at = int(self.focus.removeprefix("past.")) + step
            self.focus = f"past.{max(0, min(len(self._entries) - 1, at))}"
