"""Every screen of the player, opened in a story of our own: for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.app.wording import say
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.keys import Capture, Keys
from game.ui.window.screens.naming import Naming
from game.ui.window.screens.preferences import PAGES, Preferences
from game.ui.window.screens.saves import Imports
from tests.support.window import press, settle, to_choices


def _page(name: str) -> Callable[[Player], None]:
    def turn(player: Player) -> None:
        player.open_settings()
        screen = player.screens[-1]
        assert isinstance(screen, Preferences)
        screen.activate(f"page.{name}")
        screen.focus = PAGES[name][0].name

    return turn


def _to_ending(player: Player) -> None:
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=3))
    for _ in range(6):
        press(player, Do.ADVANCE)


def _card(player: Player) -> None:
    player.new_game()
    player.finish_passage()


SCREENS: Mapping[str, Callable[[Player], None]] = {
    "title": lambda player: player.open_title(),
    "card": _card,
    "line": settle,
    "choices": to_choices,
    "ending": _to_ending,
    "menu": lambda player: player.open_menu(),
    "history": lambda player: player.open_history(),
    "save": lambda player: player.open_save(),
    "load": lambda player: player.open_load(),
    "naming": lambda player: player.push(Naming(player, say("Slot {number}", number=1), "", lambda _: None)),
    "imports": lambda player: player.push(Imports(player, lambda: None)),
    "endings": lambda player: player.open_endings(),
    "credits": lambda player: player.open_credits(),
    "roads": lambda player: player.open_roads(),
    "help": lambda player: player.open_help(),
    "question": lambda player: player.ask_quit(),
    "keys": lambda player: player.push(Keys(player)),
    "capture": lambda player: player.push(Capture(player, Do.HIDE)),
    **{f"settings {page.lower()}": _page(page) for page in PAGES},
}
"""By name, how to open it from the first line of the story, with one save there."""


def open_screen(player: Player, name: str) -> Player:
    """The player with that screen open and still."""
    player.save("1")
    player.app.take_notices()
    SCREENS[name](player)
    player.finish_passage()
    if name != "card":
        settle(player, 0.3)
    return player
