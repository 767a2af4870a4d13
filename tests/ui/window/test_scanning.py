from pathlib import Path

import pytest

from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.scanning import DWELL, LEAVE
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.play import Play
from game.ui.window.screens.preferences import Preferences
from game.ui.window.widgets import controls
from tests.support.window import player_in, reading, settle, to_choices

ANYWHERE = Intent(Do.PRESS, at=(1900.0, 20.0))
"""A click that is on nothing."""


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player with one button, at the first line."""
    return player_in(tmp_path, scanning="fast")


def _wait_for(player: Player, control: str) -> None:
    """Wait until the focus is on a control; nothing is pressed."""
    for _ in range(60):
        if player.screens[-1].focus == control:
            return
        settle(player, DWELL["fast"] / 2)
    raise AssertionError(f"the focus never came to {control}")


def test_the_focus_goes_round_all_choices_and_controls_by_itself(player: Player) -> None:
    """Nobody has to move it, and nothing is left out."""
    to_choices(player)
    seen = set()
    for _ in range(40):
        settle(player, DWELL["fast"] / 2)
        seen.add(player.screens[-1].focus)
    assert seen - {""} == {node.id for node in controls(player.tree_of(player.screens[-1]))}


@pytest.mark.parametrize("do", [Do.ADVANCE, Do.ENTER, Do.PRESS])
def test_any_press_takes_what_has_the_focus(player: Player, do: Do) -> None:
    """A key, a pad's button, a click wherever the pointer happens to be."""
    to_choices(player)
    _wait_for(player, "choice.wait")
    player.handle(Intent(do, at=ANYWHERE.at))
    assert reading(player).view.scene == "still"


def test_the_same_press_reads_on_and_no_focus_is_in_its_way(player: Player) -> None:
    """While there is nothing to choose the focus rests nowhere."""
    settle(player, 10)
    assert player.screens[-1].focus == ""
    before = player.reader.position
    player.handle(ANYWHERE)
    assert player.reader.position != before


def test_the_pointer_takes_no_part(player: Player) -> None:
    """A button that is a mouse may slip."""
    to_choices(player)
    _wait_for(player, "choice.wait")
    player.handle(Intent(Do.POINT, at=(5, 5)))
    assert player.screens[-1].focus == "choice.wait"


def test_the_focus_waits_for_the_voice(player: Player) -> None:
    """What is being said is still in focus when it ends."""
    to_choices(player)
    _wait_for(player, "choice.speak")
    player.listened_to = True
    settle(player, 20)
    assert player.screens[-1].focus == "choice.speak"


@pytest.mark.parametrize("way", ["menu", "history", "save", "load", "settings", "help"])
def test_every_screen_can_be_left_with_one_button(player: Player, way: str) -> None:
    """There is a control that closes it, and the focus comes by."""
    player.save("1")
    getattr(player, f"open_{way}")()
    tree = player.tree_of(player.screens[-1])
    out = next(node.id for node in controls(tree) if node.id in (LEAVE, "close", "return"))
    _wait_for(player, out)
    player.handle(ANYWHERE)
    settle(player, 0.5)
    assert isinstance(player.screens[-1], Play)


def test_other_keys_step_off_the_way_out(player: Player) -> None:
    """The screen below knows nothing of that button, and never has to."""
    for way in ("history", "save"):
        getattr(player, f"open_{way}")()
        for do in (Do.UP, Do.LEFT, Do.BACK, Do.SKIP, Do.DELETE):
            _wait_for(player, LEAVE)
            player.handle(Intent(do))
            assert player.frame.tree
        player.handle(Intent(Do.MENU))


def test_a_setting_is_changed_with_one_button(player: Player) -> None:
    """Its values go round."""
    player.open_settings()
    assert isinstance(player.screens[-1], Preferences)
    _wait_for(player, "page.Text")
    player.handle(ANYWHERE)
    _wait_for(player, "high_contrast")
    player.handle(ANYWHERE)
    assert player.app.settings.high_contrast


def test_the_story_is_played_to_an_ending_with_one_button(tmp_path: Path) -> None:
    """From the title on, with nothing but presses at any time."""
    player = player_in(tmp_path, playing=False, scanning="slow", time_limits="off")
    _wait_for(player, "new")
    for _ in range(400):
        player.handle(ANYWHERE)
        settle(player, 0.5)
        if isinstance(player.screens[0], Ending):
            break
        if isinstance(player.screens[-1], Play) and reading(player).choosing:
            _wait_for(player, f"choice.{reading(player).view.options[-1].id}")
    assert isinstance(player.screens[0], Ending)
    assert player.app.profile.reached
