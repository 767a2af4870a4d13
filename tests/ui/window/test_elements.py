from pathlib import Path

import pytest

from game.ui.window.elements import LINE, OFFER, PICTURE, Element, Room, room
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.menus import Menu
from game.ui.window.widgets import Role, controls
from tests.support.screens import SCREENS, open_screen
from tests.support.window import player_in, press, reading, settle, to_choices


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def _now(player: Player) -> Room:
    return room(player.sight, player.backdrop)


def _named(now: Room, key: str) -> Element:
    return next(element for element in now.elements if element.key == key)


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_of_every_screen_is_an_element(name: str, tmp_path: Path) -> None:
    """With a name, inside the window, once, and the one in focus is said to be."""
    player = open_screen(player_in(tmp_path), name)
    now, tree = _now(player), player.tree_of(player.screens[-1])
    keys = [element.key for element in now.elements]
    assert now.name
    assert len(keys) == len(set(keys))
    assert {node.id for node in controls(tree)} <= set(keys)
    assert all(element.name for element in now.elements if element.key != OFFER)
    assert now.focus == player.screens[-1].focus


def test_a_line_is_one_live_element_with_its_speaker(player: Player) -> None:
    """However it is laid out and however much of it is typed."""
    press(player, Do.ADVANCE)
    line = _named(_now(player), LINE)
    assert line.name == "Luna: They keep losing the drum."
    assert line.live
    assert [e.name for e in _now(player).elements if "drum" in e.name] == [line.name]
    assert _named(_now(player), PICTURE).name == "Iron beds in two rows."


def test_choices_say_which_of_how_many_they_are_and_why_one_is_closed(player: Player) -> None:
    """And how many there are is said by itself."""
    to_choices(player)
    now = _now(player)
    offered = [element for element in now.elements if element.role is Role.CHOICE]
    assert [element.place for element in offered] == [(1, 3), (2, 3), (3, 3)]
    assert _named(now, OFFER).name == "3 choices."
    assert not offered[1].enabled
    assert offered[1].about == "not available. You would have to know."


def test_a_question_is_modal(player: Player) -> None:
    """A reader stays inside it."""
    player.ask_quit()
    assert _now(player).modal


def test_a_reader_takes_and_reaches_controls_by_name(player: Player) -> None:
    """One that is closed does nothing, one that is gone neither."""
    to_choices(player)
    for name in ("choice.truth", "gone"):
        player.handle(Intent(Do.TAKE, name=name))
        assert reading(player).choosing
    player.handle(Intent(Do.REACH, name="choice.wait"))
    assert _now(player).focus == "choice.wait"
    player.handle(Intent(Do.TAKE, name="quick.menu"))
    settle(player, 0.3)
    assert isinstance(player.screens[-1], Menu)
    player.handle(Intent(Do.TAKE, name="return"))
    settle(player, 0.3)
    player.handle(Intent(Do.TAKE, name="choice.wait"))
    assert reading(player).view.scene == "still"
