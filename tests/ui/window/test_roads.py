"""Endings, credits and the map of roads, driven by intents; what an ending offers; what is told of the dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.gallery import Credits, Endings
from game.ui.window.screens.menus import Question, Title
from game.ui.window.screens.play import Play
from game.ui.window.screens.route import Roads
from game.ui.window.widgets import Role, find
from tests.support.window import player_in, press, reading, settle, to_choices


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def _choose(player: Player, number: int) -> None:
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=number))
    settle(player, 0.5)


def _to_ending(player: Player) -> Ending:
    for _ in range(20):
        screen = player.screens[0]
        if isinstance(screen, Ending):
            return screen
        press(player, Do.ADVANCE)
    raise AssertionError("no ending came")


def _names(player: Player) -> list[str]:
    return [node.name for node in player.frame.tree.walk()]


def test_an_ending_leads_back_to_the_last_decision(player: Player) -> None:
    """The choice before it is open again, and the state is that of then."""
    _choose(player, 1)
    _choose(player, 2)
    _to_ending(player)
    press(player, Do.RIGHT, Do.ENTER)
    to_choices(player)
    assert reading(player).view.scene == "stair"
    assert player.reader.playthrough.choices == ("ward.speak",)


def test_somebody_who_has_been_here_gets_one_quiet_line(player: Player) -> None:
    """Only after a first ending, and only where a choice was taken before."""
    to_choices(player)
    assert not any("You were here before" in name for name in _names(player))
    _choose(player, 3)
    _to_ending(player)
    player.new_game()
    settle(player)
    press(player, Do.ADVANCE)
    to_choices(player)
    assert "You were here before · 1 of 3 taken" in _names(player)
    press(player, Do.BACK)
    assert not any("You were here before" in name for name in _names(player))


def test_the_gallery_tells_of_the_dark_only_its_hint(player: Player) -> None:
    """A title that was not found is nowhere on the screen; one that was is."""
    _choose(player, 3)
    _to_ending(player)
    player.open_endings()
    assert isinstance(player.screens[-1], Endings)
    assert player.screens[-1].focus == "ending.left"
    assert "1 of 2 found" in _names(player)
    assert "The Road" in _names(player)
    press(player, Do.UP)
    assert "Hands That Stayed" not in _names(player)
    assert "Nothing is known of it." in _names(player)
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Endings)


def test_a_found_ending_is_read_again_from_its_last_decision(player: Player) -> None:
    """From the title too, in another playthrough: asked first, then there."""
    _choose(player, 3)
    _to_ending(player)
    player.open_title()
    player.open_endings()
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    settle(player)
    assert reading(player).view.scene == "ward"


def test_the_gallery_stands_before_the_ending_s_own_picture(player: Player) -> None:
    """What lies under it does not show through, and comes back with it closed."""
    before = player.frame.backdrop
    player.open_endings()
    assert player.frame.backdrop is not before
    assert "Bells, from every tower at once." not in _names(player)
    press(player, Do.MENU)
    assert player.frame.backdrop is before


def test_from_the_map_a_playthrough_starts_again(player: Player) -> None:
    """Walked to with the arrows, asked, and there; what was left is in an autosave."""
    _choose(player, 1)
    _choose(player, 2)
    player.open_roads()
    assert isinstance(player.screens[-1], Roads)
    press(player, Do.LEFT)
    assert player.screens[-1].focus == "stop.stair"
    press(player, Do.LEFT)
    assert player.screens[-1].focus == "stop.ward"
    press(player, Do.RIGHT, Do.ENTER)
    if isinstance(player.screens[-1], Roads):  # the road that lies nearest led into the dark
        press(player, Do.DOWN, Do.ENTER)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    settle(player)
    to_choices(player)
    assert reading(player).view.scene == "stair"
    assert any(slot.is_automatic for slot in player.app.saves.filled())


def test_every_stop_is_reached_by_tab_and_the_way_back_by_going_down(player: Player) -> None:
    """No stop is out of reach of the keyboard, and none is a trap."""
    _choose(player, 1)
    player.open_roads()
    seen = set()
    for _ in range(20):
        press(player, Do.NEXT)
        seen.add(player.screens[-1].focus)
    assert {"close", "stop.ward", "stop.stair", "stop.still"} <= seen
    press(player, *[Do.DOWN] * 5)
    assert player.screens[-1].focus == "close"
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Play)


def test_a_dark_stop_tells_nothing_and_does_nothing(player: Player) -> None:
    """Neither its name nor its words are on the screen, and activating it starts nothing."""
    player.open_roads()
    while player.screens[-1].focus != "stop.stair":
        press(player, Do.NEXT)
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Roads)
    assert "Still dark" in _names(player)
    assert not any("stair" in name for name in _names(player))


def test_a_click_puts_a_stop_in_the_middle_and_another_starts_there(player: Player) -> None:
    """The mouse alone is enough for the map."""
    _choose(player, 1)
    player.open_roads()
    for _ in range(2):
        node = find(player.tree_of(player.screens[-1]), "stop.ward")
        assert node is not None
        player.handle(Intent(Do.PRESS, at=(node.bounds.x + 40, node.bounds.y + 20)))
    assert isinstance(player.screens[-1], Question)


def test_the_map_before_the_first_playthrough_says_why_it_is_empty(tmp_path: Path) -> None:
    """From the title, with nothing read yet."""
    player = player_in(tmp_path, playing=False)
    player.open_roads()
    player.tick(0.05)
    assert isinstance(player.screens[-1], Title)
    assert any(node.role is Role.STATUS and "no road yet" in node.name for node in player.frame.tree.walk())


def test_the_credits_scroll_to_their_end_and_no_further(tmp_path: Path) -> None:
    """They name the typefaces and the licences."""
    player = player_in(tmp_path, playing=False)
    player.open_credits()
    assert isinstance(player.screens[-1], Credits)
    read = set(_names(player))
    for _ in range(40):
        press(player, Do.DOWN)
        read |= set(_names(player))
    assert any("SIL Open Font License" in line for line in read)
    assert any("LGPL" in line for line in read)
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Title)
