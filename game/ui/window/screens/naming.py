"""Giving a slot or a page of saves a name: typed, or letter by letter by whatever device. Knows no saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.naming import LONGEST
from game.app.wording import later, say
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.naming import FIELD, Form, form
from game.ui.window.layout.sheet import Sheet
from game.ui.window.typed import Typed
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

ALPHABET = later("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SIGNS = "0123456789-!?"


class Naming(Screen):
    """A line to be typed, and what is done with it in the end."""

    def __init__(self, player: Player, title: str, name: str, then: Callable[[str], None]) -> None:
        """`name` is what it is called so far; `then` gets what it is to be called."""
        super().__init__(player)
        self._title, self._then = title, then
        self._typed = Typed(name, len(name))
        self.focus = FIELD

    def tree(self, sheet: Sheet) -> Node:
        """The line and the letters."""
        actions = (
            ("keep", say("Keep the name")),
            ("space", say("Space")),
            ("rub", say("Rub out")),
            ("none", say("No name")),
            ("close", say("Cancel")),
        )
        return form(Form(self._title, self._typed, say(ALPHABET) + SIGNS, actions), sheet, self.focus)

    def activate(self, control: str) -> None:
        """A letter more or less, or the end of it."""
        kind, _, letter = control.partition(".")
        if kind in (FIELD, "keep", "none", "close"):
            self.close()
            if kind != "close":
                self._then("" if kind == "none" else self._typed.text)
        elif kind == "rub":
            self._typed = self._typed.pressed("backspace")
        else:
            self._put(self._cased(letter) if letter else " ")

    def handle(self, intent: Intent) -> None:
        """Letters, editing keys, and the caret while the line has the focus."""
        if intent.do is Do.TYPED:
            self.focus = FIELD
            self._put(intent.name)
        elif intent.do is Do.CAPTURED:
            self._typed = self._typed.pressed(intent.name)
        elif intent.do in (Do.LEFT, Do.RIGHT) and self.focus == FIELD:
            self._typed = self._typed.step(1 if intent.do is Do.RIGHT else -1)
        elif intent.do is Do.HISTORY:
            self._typed = self._typed.pressed("backspace")  # a pad's X
        else:
            super().handle(intent)

    def _put(self, letters: str) -> None:
        self._typed = self._typed.put(letters, LONGEST)

    def _cased(self, letter: str) -> str:
        """A chosen letter: large at the beginning of a word."""
        before = self._typed.text[: self._typed.at]
        return letter if not before or before[-1].isspace() else letter.lower()
