"""A writer's jump to any scene, with the values as they are. Knows scenes by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.window.intents import Do, Intent
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.workshop import Finder, finder
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

LETTERS = 40


class Jump(Screen):
    """Every scene whose id holds what was typed."""

    asking = True
    """Keys are letters here, not wishes."""

    def __init__(self, player: Player) -> None:
        """With the scene being read in focus."""
        super().__init__(player)
        self._typed = ""
        reader = player.app.reader
        here = reader.playthrough.state.scene if reader else player.app.story.start
        self.focus = f"scene.{here}"

    def tree(self, sheet: Sheet) -> Node:
        """The scenes around the one in focus."""
        scenes = self.player.app.story.scenes
        rows = tuple((f"scene.{s}", s, f"{scenes[s].ref.file}:{scenes[s].ref.line}") for s in self._found)
        return finder(Finder(rows, self._typed), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Go there."""
        if control == "close":
            self.close()
        else:
            self.player.go_to(control.removeprefix("scene."))

    def handle(self, intent: Intent) -> None:
        """Letters narrow the list down; up and down go through all of it."""
        step = {Do.UP: -1, Do.DOWN: 1, Do.BACK: -1, Do.FORWARD: 1}.get(intent.do)
        if intent.do is Do.CAPTURED:
            self._type(intent.name)
        elif step is not None:
            self._go(step)
        else:
            super().handle(intent)

    @property
    def _found(self) -> tuple[str, ...]:
        return tuple(scene for scene in self.player.app.story.scenes if self._typed in scene)

    def _type(self, name: str) -> None:
        key = name.removeprefix("key:").removeprefix("shift+")
        if key == "backspace":
            self._typed = self._typed[:-1]
        elif key in ("space", "-"):
            self._typed += "_"
        elif len(key) == 1:
            self._typed = (self._typed + key)[:LETTERS]
        found = self._found
        if self.focus.removeprefix("scene.") not in found:
            self.focus = f"scene.{found[0]}" if found else "close"

    def _go(self, step: int) -> None:
        order = [*(f"scene.{scene}" for scene in self._found), "close"]
        at = order.index(self.focus) + step if self.focus in order else 0
        self.focus = order[max(0, min(len(order) - 1, at))]
