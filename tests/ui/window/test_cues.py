from pathlib import Path

from game.app.app import App
from game.ui.window.intents import Do
from game.ui.window.player import Player
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.play import Play
from tests.support.stories import load
from tests.support.window import FILES, letters, press, reading, settle, to_choices

SCENES = FILES["scenes.yaml"].replace("    - The tram comes.\n", "    - music: coda\n    - The tram comes.\n")


def _player(home: Path, *, listed: bool = True) -> Player:
    app = App(load({**FILES, "scenes.yaml": SCENES}), home)
    app.change("text_speed", 0)
    return Player(app, letters, exists=lambda _: listed)


def test_the_title_has_its_piece_under_everything_opened_over_it(tmp_path: Path) -> None:
    """Endings, credits and settings keep it; the story begins with cues of its own."""
    player = _player(tmp_path)
    assert player.cues == ("music_title", None)
    for opened in (player.open_endings, player.open_credits, player.open_settings):
        opened()
        assert player.cues == ("music_title", None)
        player.pop()
    player.new_game()
    assert "music_title" not in player.cues


def test_without_such_an_asset_the_title_is_silent(tmp_path: Path) -> None:
    """Another story need not have a piece of that name, and no fault is told."""
    assert _player(tmp_path, listed=False).cues == (None, None)


def test_an_ending_is_heard_out_under_its_card(tmp_path: Path) -> None:
    """What the last line left sounding goes on until the card is left for the title."""
    player = _player(tmp_path)
    player.new_game()
    to_choices(player)
    settle(player, 1.0)
    reading(player).activate("choice.wait")
    while isinstance(player.screens[0], Play):
        press(player, Do.ADVANCE)
    assert isinstance(player.screens[0], Ending)
    assert player.cues == ("coda", None)
    player.open_title()
    assert player.cues == ("music_title", None)
