"""Saving and loading as a player does it: pages, erasing, exporting, bringing in."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.menus import Question
from game.ui.window.screens.saves import Imports, Saves, played
from game.ui.window.widgets import Mode, Role, controls, find
from tests.support.window import player_in, press, settle, to_choices, words


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def _saves(player: Player) -> Saves:
    screen = player.screens[-1]
    assert isinstance(screen, Saves)
    return screen


def _click(player: Player, control: str) -> None:
    node = find(player.tree_of(player.screens[-1]), control)
    assert node is not None, control
    player.handle(Intent(Do.PRESS, at=(node.bounds.x + node.bounds.w / 2, node.bounds.y + node.bounds.h / 2)))
    settle(player, 0.3)


def test_every_slot_is_on_exactly_one_page(player: Player) -> None:
    """Turning the pages with the wheel shows all sixty numbered slots, the autosaves and the quick save."""
    press(player, Do.QUICK_SAVE)
    for saving, count in ((True, 61), (False, 67)):
        player.push(Saves(player, saving=saving))
        press(player, *[Do.BACK] * 20)
        seen: list[str] = []
        page = ""
        while _saves(player).page != page:
            page = _saves(player).page
            seen += [c.id for c in controls(player.tree_of(_saves(player))) if c.id.startswith("slot.")]
            press(player, Do.FORWARD)
        assert len(seen) == len(set(seen)) == count


def test_a_card_tells_scene_words_time_and_date(player: Player) -> None:
    """What a reader needs to know a save by."""
    player.save("1")
    player.open_load()
    card = find(player.tree_of(_saves(player)), "slot.1")
    assert card is not None
    assert card.name.startswith("Slot 1: The bells, 20")
    assert card.name.endswith(", 0 min played")
    assert card.detail == "Bells, from every tower at once."


def test_loading_opens_where_the_newest_save_is(player: Player) -> None:
    """The save that is wanted most often has the focus."""
    player.save("1")
    player.save("31")
    player.open_load()
    assert (_saves(player).page, _saves(player).focus) == ("page.6", "slot.31")


def test_a_page_is_turned_with_a_click(player: Player) -> None:
    """Its number is a control that says that it is open."""
    player.open_save()
    _click(player, "page.4")
    assert find(player.tree_of(_saves(player)), "slot.19") is not None
    node = find(player.tree_of(_saves(player)), "page.4")
    assert node is not None
    assert Mode.ON in node.modes


def test_erasing_by_its_button_is_asked(player: Player) -> None:
    """A mouse alone can do it, and only on purpose."""
    player.save("2")
    player.open_load()
    _click(player, "erase.2")
    assert isinstance(player.screens[-1], Question)
    press(player, Do.ENTER)
    assert player.app.saves.is_filled("2")
    _click(player, "erase.2")
    press(player, Do.LEFT, Do.ENTER)
    assert not player.app.saves.is_filled("2")


def test_an_exported_save_is_brought_in_again(player: Player, tmp_path: Path) -> None:
    """From one computer to the other: a file leads back to the same line."""
    press(player, Do.ADVANCE)
    there = words(player)
    player.save("1")
    player.open_load()
    _click(player, "export.1")
    [file] = player.app.papers.saves()
    other = player_in(tmp_path / "other")
    other.app.papers.save_folder.mkdir(parents=True)
    (other.app.papers.save_folder / file.name).write_bytes(file.read_bytes())
    other.save("9")
    other.open_load()
    _click(other, "import")
    assert isinstance(other.screens[-1], Imports)
    press(other, Do.ENTER)
    assert find(other.tree_of(_saves(other)), "page.1") is not None
    other.load("1")
    settle(other, 3)
    assert words(other) == there


def test_a_file_dropped_on_the_window_fills_a_free_slot(player: Player, tmp_path: Path) -> None:
    """A save of this story comes in; anything else is refused with a sentence."""
    player.save("1")
    player.app.export("1")
    [file] = player.app.papers.saves()
    player.bring_in(file)
    assert player.app.saves.is_filled("2")
    for content in (b"", b"{}", b"\xff" * 99):
        (tmp_path / "no.json").write_bytes(content)
        player.bring_in(tmp_path / "no.json")
    player.bring_in(tmp_path)
    player.bring_in(tmp_path / "nowhere")
    told = [line for line in player.app.take_notices() if "is not brought in" in line]
    assert len(told) == 5
    assert [slot.id for slot in player.app.saves.filled()] == ["2", "1"]


def test_autosaves_carry_the_picture_of_their_choice(player: Player) -> None:
    """They are known by sight like any other save."""
    picture = b"\xff\xd8\xff picture"
    player.camera = lambda: picture
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=3))
    assert {slot.thumbnail for slot in player.app.saves.filled()} == {picture}


def test_loading_keeps_the_place_that_it_leaves(player: Player) -> None:
    """What was read since the last choice is in an autosave before another save takes over."""
    player.save("1")
    press(player, Do.ADVANCE, Do.ADVANCE)
    there = words(player)
    player.open_load()
    press(player, Do.ENTER)
    settle(player, 3)
    assert words(player) != there
    player.load("auto-1")
    settle(player, 3)
    assert words(player) == there


def test_a_quick_load_without_a_quick_save_says_so(player: Player) -> None:
    """It asks nothing it couldn't do."""
    press(player, Do.QUICK_LOAD)
    told = [node.name for node in player.frame.tree.walk() if node.role is Role.STATUS]
    assert told == ["There is no quick save yet."]


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 min played"), (3599, "59 min played"), (7500, "2 h 05 min played")]
)
def test_time_played_is_said_in_words(seconds: int, said: str) -> None:
    """Minutes, and hours where there are any."""
    assert played(seconds) == said
