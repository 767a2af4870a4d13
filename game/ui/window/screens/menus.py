"""Title, menu, help and questions: screens that are a list of buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.view import TITLE_MUSIC
from game.app.wording import later, say
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
    later("Reading"): (
        (later("Space, Enter"), later("go on; first press completes the line")),
        (later("1 – 9, arrows"), later("choose; move the focus")),
        (later("Page Up / Down"), later("one line back; forward again")),
        ("L", later("history")),
        (later("Tab, Ctrl"), later("skip what was read; while held")),
        (">", later("skip to the next choice")),
        ("A", later("go on by itself")),
        ("H", later("hide the text")),
    ),
    later("Game"): (
        (later("Escape"), later("menu, or close")),
        ("F5, F6", later("quick save, quick load")),
        (later("V, Shift+C"), later("read aloud; to the clipboard")),
        ("I", later("describe the picture")),
        ("S, F9", later("picture of the screen; record what is played")),
        (later("F, F11, Alt+Enter"), later("full screen")),
        ("F2", later("the roads gone")),
        (later("Shift+A"), later("settings of access")),
        ("F1", later("this page")),
    ),
    later("Gamepad"): (
        (later("A, right trigger"), later("go on, choose")),
        (later("B, Start"), later("menu, or close")),
        ("X", later("history")),
        ("Y", later("hide the text")),
        (later("Shoulders"), later("one line back; forward again")),
        (later("Sticks, cross"), later("move the focus")),
        (later("Stick pressed"), later("left: go on by itself; right: skip")),
    ),
    later("Mouse"): (
        (later("Left"), later("go on, choose; drag a bar")),
        (later("Wheel"), later("one line back; forward again; a bar")),
        (later("Middle"), later("hide the text")),
        (later("Right"), later("menu, or close")),
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
            ("continue", say("Continue"), app.can_continue),
            ("new", say("New game"), True),
            ("load", say("Load"), self.player.has_saves),
            ("endings", say("Endings"), True),
            ("roads", say("Roads"), bool(app.profile.scenes)),
            ("settings", say("Settings"), True),
            ("help", say("Help"), True),
            ("credits", say("Credits"), True),
            ("quit", say("Quit"), True),
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
            ("return", say("Return"), True),
            ("history", say("History"), True),
            ("save", say("Save"), self.player.can_save),
            ("load", say("Load"), self.player.has_saves),
            ("roads", say("Roads"), True),
            ("endings", say("Endings"), True),
            ("settings", say("Settings"), True),
            ("help", say("Help"), True),
            ("title", say("Title screen"), True),
            ("quit", say("Quit"), True),
        )
        return menu(say("Paused"), items, sheet, self.focus, self.player.menu_note)

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
        return question(self._text, (("yes", self._yes, True), ("no", say("Cancel"), True)), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Close, and do it if asked to."""
        self.close()
        if control == "yes":
            self._then()
