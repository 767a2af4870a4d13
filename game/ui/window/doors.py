"""Which screens can be opened over which, and what is asked before. Knows no story and no time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.wording import say

from .desk import Desk
from .screens.gallery import Credits, Endings
from .screens.lists import History
from .screens.menus import Help, Menu, Question
from .screens.preferences import ACCESS, Preferences
from .screens.route import Roads
from .screens.saves import Saves
from .screens.screen import Screen

if TYPE_CHECKING:
    from .player import Player


class Doors(Desk):
    """What a player does to open screens; needs a way to put one over the others."""

    def show(self, screen: Callable[[Player], Screen]) -> None:
        """Make a screen and put it over the others."""
        raise NotImplementedError

    def open_title(self) -> None:
        """Leave the story for the title."""
        raise NotImplementedError

    def quit(self) -> None:
        """Close the window."""
        raise NotImplementedError

    def open_menu(self) -> None:
        """The menu over the story."""
        self.show(Menu)

    def open_history(self) -> None:
        """What was read."""
        self.show(History)

    def open_save(self) -> None:
        """Slots to save into."""
        if self.can_save:
            self.show(lambda player: Saves(player, saving=True))

    def open_load(self) -> None:
        """Slots to load from."""
        if self.has_saves:
            self.show(lambda player: Saves(player, saving=False))
        else:
            self.app.tell(say("There is no save yet."), again=True)

    def open_settings(self) -> None:
        """Settings."""
        self.show(Preferences)

    def open_access(self) -> None:
        """Settings, at those of access."""
        if not isinstance(self.screens[-1], Preferences):
            self.open_settings()
        if isinstance(top := self.screens[-1], Preferences):
            top.turn_to(ACCESS)

    def open_help(self) -> None:
        """What keys do."""
        if not isinstance(self.screens[-1], Help):
            self.show(Help)

    def open_endings(self) -> None:
        """Endings found and dark."""
        self.show(Endings)

    def open_credits(self) -> None:
        """Whose work this is."""
        self.show(Credits)

    def open_roads(self) -> None:
        """The map of the roads gone."""
        if isinstance(self.screens[-1], Roads):
            return
        if self.app.profile.scenes:
            self.show(Roads)
        else:
            self.app.tell(say("There is no road yet: begin the story first."), again=True)

    def ask(self, text: str, yes: str, then: Callable[[], None]) -> None:
        """Ask before something that can't be undone."""
        self.show(lambda player: Question(player, text, yes, then))

    def ask_title(self) -> None:
        """Leave the story? Nothing is lost by it."""
        self.ask(say("Leave for the title screen? Your place is kept."), say("Leave"), self.open_title)

    def ask_quit(self) -> None:
        """Quit? Nothing is lost by it."""
        self.ask(say("Quit? Your place is kept."), say("Quit"), self.quit)
