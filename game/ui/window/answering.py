"""What keys, buttons and the mouse do whatever screen is open. Knows no pygame and draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.slots import QUICK
from game.app.wording import say

from .intents import HOVERING, Do, Intent
from .scanning import steps_off
from .screens.play import Play
from .screens.screen import Screen
from .widgets import Way, moved

if TYPE_CHECKING:
    from .player import Player


def answer(player: Player, top: Screen, intent: Intent) -> None:
    """What an intent does on any screen; the rest is for the uppermost screen to answer."""
    quick = isinstance(top, Play)
    match intent.do:
        case Do.QUIT:
            player.quit()
        case Do.FULLSCREEN:
            player.change("fullscreen", not player.app.settings.fullscreen)
        case Do.HELP | Do.ROADS | Do.ACCESS:
            _open(player, intent.do)
        case Do.INSIDE | Do.JUMP:
            player.see_inside(intent.do)
        case Do.SCREENSHOT:
            _photograph(player)
        case Do.VOICE | Do.CLIPBOARD:
            player.listen("speech" if intent.do is Do.VOICE else "clipboard")
        case Do.LOOK:
            player.looking = True
        case Do.RECORD:
            _record(player)
        case Do.QUICK_SAVE if quick:
            player.app.quick_save(player.camera())
        case Do.QUICK_LOAD if quick:
            _ask_quick_load(player)
        case _:
            _hand_on(player, top, intent)


def _open(player: Player, do: Do) -> None:
    doors = {Do.HELP: player.open_help, Do.ROADS: player.open_roads, Do.ACCESS: player.open_access}
    doors[do]()


def _record(player: Player) -> None:
    if not player.app.keep_recording():
        player.app.tell(say("There is nothing to record yet."), again=True)


def _ask_quick_load(player: Player) -> None:
    if player.app.saves.is_filled(QUICK):
        player.ask(say("Go back to the quick save?"), say("Load"), lambda: player.load(QUICK))
    else:
        player.app.tell(say("There is no quick save yet."), again=True)


def _hand_on(player: Player, top: Screen, intent: Intent) -> None:
    """Let the screen answer what it knows best."""
    if not isinstance(top, Play) and intent.do not in HOVERING:
        player.finish_passage()
    if steps_off(intent, top.focus):
        top.focus = moved(player.tree_of(top), top.focus, Way.NEXT)
    else:
        top.handle(intent)


def _photograph(player: Player) -> None:
    png = player.photographer()
    if png is not None:
        player.app.papers.picture(png)
