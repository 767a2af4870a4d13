"""A writer's window: the scene from inside, reloading where one stands, jumping anywhere. Nobody else has any of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.app import App
from game.app.view import Story
from game.app.workshop import insight
from game.cli.watching import EVERY, Watched
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.menus import Title
from game.ui.window.screens.workshop import Jump
from game.ui.window.widgets import find
from tests.support.stories import load, write
from tests.support.window import FILES, letters, press, reading, settle, to_choices, window_story, words

SCENES = FILES["scenes.yaml"]


class News:
    """What a writer's folder has to say, put there by the test."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.next: Story | str | None = None

    def __call__(self) -> Story | str | None:
        """Each piece once."""
        told, self.next = self.next, None
        return told


@pytest.fixture
def news() -> News:
    """Nothing yet."""
    return News()


@pytest.fixture
def player(tmp_path: Path, news: News) -> Player:
    """A writer at the first line."""
    app = App(window_story(), tmp_path)
    app.change_all({"text_speed": 0, "reduced_motion": True})
    player = Player(app, letters, watch=news)
    press(player, Do.ENTER, Do.ADVANCE)
    settle(player)
    return player


def _names(player: Player) -> str:
    return "\n".join(node.name for node in player.frame.tree.walk())


def _edited(old: str, new: str) -> Story:
    assert old in SCENES
    return load({**FILES, "scenes.yaml": SCENES.replace(old, new)})


def test_choices_say_why_they_are_closed_and_where_they_lead(player: Player) -> None:
    """The rule's own words with the values of now, and what is not as at first."""
    to_choices(player)
    assert "truth to stair" in _names(player)
    assert "trust is 1, needs >= 3" in _names(player)
    player.handle(Intent(Do.CHOICE, number=1))
    settle(player, 1)
    assert "trust = 2" in _names(player)
    seen = insight(player.app.engine, player.reader.playthrough)
    assert (seen.scene, seen.at.partition(":")[0]) == ("stair", "scenes.yaml")


def test_the_panel_goes_and_comes(player: Player) -> None:
    """One wish hides it, the same one shows it."""
    assert "scenes.yaml:" in _names(player)
    press(player, Do.INSIDE)
    assert "scenes.yaml:" not in _names(player)
    press(player, Do.INSIDE)
    assert "scenes.yaml:" in _names(player)


def test_an_edit_is_taken_up_at_the_same_line(player: Player, news: News) -> None:
    """Lines before it and its own words may change; the player stands where they stood."""
    press(player, Do.ADVANCE)
    assert words(player) == "They keep losing the drum."
    news.next = _edited(
        "    - luna: They keep losing the drum.", "    - A new line.\n    - luna: They keep losing the big drum."
    )
    player.tick(0.05)
    assert words(player) == "They keep losing the big drum."
    press(player, Do.BACK)
    assert words(player) == "A new line."
    assert "Reloaded." in _names(player)


def test_an_edit_with_an_error_is_told_and_the_old_story_goes_on(player: Player, news: News) -> None:
    """Nothing is lost by saving half a thought."""
    before = words(player)
    news.next = "scenes.yaml:9: there is no scene"
    player.tick(0.05)
    assert "Not reloaded: scenes.yaml:9: there is no scene" in _names(player)
    assert words(player) == before


def test_an_edit_at_the_title_is_taken_up_too(player: Player, news: News) -> None:
    """The next new game is of the new story."""
    player.open_title()
    player.app.reader = None
    news.next = _edited("Bells, from every tower at once.", "No bells at all.")
    player.tick(0.05)
    assert isinstance(player.screens[0], Title)
    player.new_game()
    settle(player)
    assert words(player) == "No bells at all."


def test_a_writer_jumps_anywhere_with_the_values_as_they_are(player: Player) -> None:
    """Found by typing; the state goes along."""
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=1))
    settle(player, 1)
    press(player, Do.JUMP, Do.JUMP)
    assert isinstance(player.screens[-1], Jump)
    assert len(player.screens) == 2
    for key in ("q", "backspace", "e", "n", "d", "space", "l"):
        player.handle(Intent(Do.CAPTURED, name=f"key:{key}"))
    assert player.screens[-1].focus == "scene.end_left"
    press(player, Do.ENTER)
    settle(player)
    assert reading(player).view.scene == "end_left"
    assert player.app.engine.rules.value(player.reader.playthrough.state, "trust") == 2


def test_a_jump_that_finds_nothing_leads_back(player: Player) -> None:
    """The focus is on the way out, and the list comes again with Backspace."""
    press(player, Do.JUMP)
    player.handle(Intent(Do.CAPTURED, name="key:z"))
    assert player.screens[-1].focus == "close"
    player.handle(Intent(Do.CAPTURED, name="key:backspace"))
    press(player, Do.UP)
    assert find(player.tree_of(player.screens[-1]), "scene.ward") is not None


def test_players_have_none_of_it(tmp_path: Path) -> None:
    """Without `--dev` the keys do nothing and no panel is there."""
    app = App(window_story(), tmp_path)
    app.new_game()
    player = Player(app, letters)
    press(player, Do.ADVANCE, Do.INSIDE, Do.JUMP)
    assert len(player.screens) == 1
    assert "scenes.yaml" not in _names(player)


class Clock:
    """Seconds, moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        """Now."""
        self.now += 2 * EVERY
        return self.now


def test_a_folder_is_read_anew_once_its_files_stand_still(tmp_path: Path) -> None:
    """A saved file is a new story, a mistake in it a line with its place, and quiet is nothing at all."""
    folder = write(tmp_path / "story", FILES)
    watched = Watched(folder, Clock())
    assert [watched(), watched()] == [None, None]
    (folder / "scenes.yaml").write_text(SCENES.replace("Bells,", "Many bells,"))
    assert watched() is None
    assert isinstance(watched(), Story)
    assert [watched(), watched()] == [None, None]
    (folder / "scenes.yaml").write_text(SCENES.replace("goto: still", "goto: nowhere"))
    watched()
    told = watched()
    assert isinstance(told, str)
    assert told.startswith("scenes.yaml:")
    (folder / "story.yaml").unlink()
    watched()
    assert isinstance(watched(), str)
