from pathlib import Path

import pytest

from game.app.view import UI_BACK, UI_CHOOSE, UI_MOVE, UI_PAGE
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.touch import answer_to, held
from tests.support.window import player_in, settle, to_choices


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the title."""
    return player_in(tmp_path, playing=False)


def _felt(player: Player, intent: Intent) -> str | None:
    """What an intent is answered with."""
    before = held(player)
    player.handle(intent)
    return answer_to(before, held(player))


def test_a_moved_focus_is_felt_and_a_still_one_is_not(player: Player) -> None:
    """One sound for each control that the focus comes to; nothing where it stays or leaves."""
    assert _felt(player, Intent(Do.DOWN)) == UI_MOVE
    assert _felt(player, Intent(Do.HIDE)) is None


def test_screens_opened_and_closed_sound_differently(player: Player) -> None:
    """A page over the title, and away again."""
    before = held(player)
    player.open_help()
    opened = held(player)
    assert answer_to(before, opened) == UI_PAGE
    player.pop()
    assert answer_to(opened, held(player)) == UI_BACK


def test_the_way_into_the_story_and_a_choice_are_felt_and_lines_are_not(player: Player) -> None:
    """Reading itself makes no noise; what is taken does."""
    before = held(player)
    player.new_game()
    assert answer_to(before, held(player)) == UI_CHOOSE
    settle(player)
    assert _felt(player, Intent(Do.ADVANCE)) is None
    to_choices(player)
    settle(player, 1.0)
    assert _felt(player, Intent(Do.CHOICE, number=3)) == UI_CHOOSE


def test_a_changed_setting_is_felt(player: Player) -> None:
    """A step of a value answers, so that its own loudness can be set by ear."""
    player.open_settings()
    before = held(player)
    player.change("interface_volume", 30)
    assert answer_to(before, held(player)) == UI_MOVE


def test_nothing_is_felt_while_skipping(player: Player) -> None:
    """Neither when skipping begins, nor while it lasts, nor when it ends."""
    player.change("skip_unseen", value=True)
    player.new_game()
    player.finish_passage()
    assert _felt(player, Intent(Do.SKIP_HELD)) is None
    before = held(player)
    settle(player, 2.0)
    assert answer_to(before, held(player)) is None
    assert _felt(player, Intent(Do.SKIP_RELEASED)) is None


def test_nothing_is_felt_where_a_voice_says_it(player: Player) -> None:
    """Self-voicing names what the focus is on; a sound over it would only hide the word."""
    player.listen("speech")
    assert _felt(player, Intent(Do.DOWN)) is None
