"""Title, menu, help and questions: screens that are a list of buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.view import TITLE_MUSIC
from game.ui.window.frame import Backdrop
from game.ui.window.layout.guide import guide
from game.ui.window.layout.lists import Items, menu, question
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.title import PAINTED, PICTURE, POSTER, title
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

HELP: dict[str, tuple[tuple[str, str], ...]] = {
    "Reading": (
        ("Space, Enter", "go on; first press completes the line"),
        ("1 – 9, arrows", "choose; move the focus"),
        ("Page Up / Down", "one line back; forward again"),
        ("L", "history"),
        ("Tab, Ctrl", "skip what was read; while held"),
        ("A", "go on by itself"),
        ("H", "hide the text"),
    ),
    "Game": (
        ("Escape", "menu, or close"),
        ("F5, F6", "quick save, quick load"),
        ("V, Shift+C", "read aloud; to the clipboard"),
        ("I", "describe the picture"),
        ("S, F9", "picture of the screen; record what is played"),
        ("F, F11, Alt+Enter", "full screen"),
        ("F1", "this page"),
    ),
    "Mouse": (
        ("Left", "go on, choose"),
        ("Wheel", "one line back; forward again"),
        ("Middle", "hide the text"),
        ("Right", "menu, or close"),
    ),
    "Gamepad": (
        ("A", "go on, choose"),
        ("B, Start", "menu, or close"),
        ("Y", "hide the text"),
        ("L, R", "one line back; forward"),
        ("Stick, pad", "move the focus"),
    ),
}
"""What keys, buttons and the mouse do unless a player put it elsewhere."""


class Title(Screen):
    """The first screen."""

    over_story = False

    def __init__(self, player: Player) -> None:
        """With the likeliest way in focus."""
        super().__init__(player)
        self.focus = "continue" if player.app.can_continue else "new"
        self._backdrop = PAINTED if player.exists(PICTURE) else POSTER

    def tree(self, sheet: Sheet) -> Node:
        """The poster and the ways in."""
        app = self.player.app
        items: Items = (
            ("continue", "Continue", app.can_continue),
            ("new", "New game", True),
            ("load", "Load", self.player.has_saves),
            ("endings", "Endings", True),
            ("roads", "Roads", bool(app.profile.scenes)),
            ("settings", "Settings", True),
            ("help", "Help", True),
            ("credits", "Credits", True),
            ("quit", "Quit", True),
        )
        return title(app.story.title, items, sheet, self.focus)

    def backdrop(self) -> Backdrop | None:
        """The title's picture, or a poster."""
        return self._backdrop

    def cues(self) -> tuple[str | None, str | None]:
        """The title's own piece, where the assets have it."""
        return (TITLE_MUSIC if self.player.exists(TITLE_MUSIC) else None), None

    def activate(self, control: str) -> None:
        """Go in, or out."""
        actions: dict[str, Callable[[], None]] = {
            "continue": self.player.continue_game,
            "new": self.player.new_game,
            "load": self.player.open_load,
            "endings": self.player.open_endings,
            "roads": self.player.open_roads,
            "settings": self.player.open_settings,
            "help": self.player.open_help,
            "credits": self.player.open_credits,
            "quit": self.player.quit,
        }
        actions[control]()

    def close(self) -> None:
        """There is nothing below: ask whether to leave."""
        self.player.ask_quit()


class Menu(Screen):
    """The menu over a story being read."""

    def __init__(self, player: Player) -> None:
        """With the way back in focus."""
        super().__init__(player)
        self.focus = "return"

    def tree(self, sheet: Sheet) -> Node:
        """The buttons."""
        items: Items = (
            ("return", "Return", True),
            ("history", "History", True),
            ("save", "Save", self.player.can_save),
            ("load", "Load", self.player.has_saves),
            ("roads", "Roads", True),
            ("endings", "Endings", True),
            ("settings", "Settings", True),
            ("help", "Help", True),
            ("title", "Title screen", True),
            ("quit", "Quit", True),
        )
        return menu("Paused", items, sheet, self.focus, self.player.menu_note)

    def activate(self, control: str) -> None:
        """Open what was chosen."""
        player = self.player
        actions: dict[str, Callable[[], None]] = {
            "return": player.pop,
            "history": player.open_history,
            "save": player.open_save,
            "load": player.open_load,
            "roads": player.open_roads,
            "endings": player.open_endings,
            "settings": player.open_settings,
            "help": player.open_help,
            "title": player.ask_title,
            "quit": player.ask_quit,
        }
        actions[control]()


class Help(Screen):
    """What the keys, the mouse and the pad do."""

    def __init__(self, player: Player) -> None:
        """With the way back in focus."""
        super().__init__(player)
        self._page = next(iter(HELP))
        self.focus = "close"

    def tree(self, sheet: Sheet) -> Node:
        """Everything, or the page that is open."""
        return guide(HELP, sheet, self.focus, self._page)

    def activate(self, control: str) -> None:
        """Turn the page, or close it."""
        if control == "close":
            self.close()
        else:
            self._page = control.removeprefix("page.")


class Question(Screen):
    """A question with two answers."""

    def __init__(self, player: Player, text: str, yes: str, then: Callable[[], None]) -> None:
        """Ask `text`; `then` is done when `yes` is the answer. The careful answer has the focus."""
        super().__init__(player)
        self._text, self._yes, self._then = text, yes, then
        self.focus = "no"

    def tree(self, sheet: Sheet) -> Node:
        """The question."""
        return question(self._text, (("yes", self._yes, True), ("no", "Cancel", True)), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Close, and do it if asked to."""
        self.close()
        if control == "yes":
            self._then()
