"""The screen after a breakdown: what happened, what was kept, and the way on. Knows nothing of why it broke."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.app.papers import shown
from game.app.wording import say
from game.ui.window.layout.lists import question
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player


class Broken(Screen):
    """Told once, with nothing lost: the place was saved before."""

    def __init__(self, player: Player, report: Path | None) -> None:
        """`report` is where the report lies, if it could be written."""
        super().__init__(player)
        said = say("Something went wrong inside the game. Your place was kept as it was at your last choice or save.")
        told = say(
            "A report that helps to mend it, and says nothing of you, lies in {file}", file=shown(report or Path())
        )
        self._text = f"{said} {told}" if report else said
        self.focus = "continue" if player.app.can_continue else "close"

    def tree(self, sheet: Sheet) -> Node:
        """The message and the ways on."""
        items = (
            ("continue", say("Go on reading"), self.player.app.can_continue),
            ("close", say("Title screen"), True),
            ("quit", say("Quit"), True),
        )
        return question(self._text, items, sheet, self.focus)

    def activate(self, control: str) -> None:
        """On, or out."""
        actions = {"continue": self.player.continue_game, "close": self.close, "quit": self.player.quit}
        actions[control]()
