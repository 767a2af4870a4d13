from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.geometry import WHOLE
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.scanning import DWELL, LEAVE, groups
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.play import Play
from game.ui.window.screens.preferences import PAGES, Preferences
from game.ui.window.widgets import Node, Role, controls
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


def test_like_controls_are_grouped_in_even_parts() -> None:
    """Choices apart from the quick menu; a long column in parts of about as many members as there are parts."""
    menu_ = [Node(Role.BUTTON, str(at), WHOLE, id=str(at)) for at in range(10)]
    quick = [Node(Role.BUTTON, str(at), WHOLE, id=f"quick.{at}") for at in range(3)]
    offered = [Node(Role.CHOICE, str(at), WHOLE, id=f"choice.{at}") for at in range(2)]
    assert [len(group) for group in groups(Node(Role.SCREEN, "x", WHOLE, children=tuple(menu_)))] == [3, 3, 4]
    mixed = groups(Node(Role.SCREEN, "x", WHOLE, children=(*offered, *quick)))
    assert mixed == (("choice.0", "choice.1"), ("quick.0", "quick.1", "quick.2"))
    assert groups(Node(Role.SCREEN, "x", WHOLE, children=tuple(quick))) == (("quick.0",), ("quick.1",), ("quick.2",))


@given(st.lists(st.sampled_from(["a", "b", "quick.a", "choice.a"]), max_size=30))
def test_every_control_is_in_one_group(kinds: list[str]) -> None:
    """In the order of the screen."""
    nodes = tuple(Node(Role.BUTTON, kind, WHOLE, id=f"{kind}{at}") for at, kind in enumerate(kinds))
    found = groups(Node(Role.SCREEN, "x", WHOLE, children=nodes))
    assert [control for group in found for control in group] == [node.id for node in nodes]


@pytest.fixture
def grouped(tmp_path: Path) -> Player:
    """A player with one button who scans by groups, at the first choices."""
    player = player_in(tmp_path, scanning="fast", scan_groups=True, time_limits="off")
    to_choices(player)
    return player


def _framed(player: Player) -> list[Node]:
    return [node for node in player.frame.tree.walk() if node.role is Role.GROUP and len(node.marks) == 4]


def test_a_press_goes_into_the_group_and_the_next_takes_one_of_it(grouped: Player) -> None:
    """The group is framed and said; within it the focus goes from one to the next."""
    _wait_for(grouped, "choice.speak")
    assert _framed(grouped)
    assert any("Group of 3: Say the day aloud." in told for told in grouped.sight.notices)
    grouped.handle(ANYWHERE)
    assert reading(grouped).choosing
    assert not _framed(grouped)
    settle(grouped, DWELL["fast"] * 2 + 0.1)
    assert grouped.screens[-1].focus == "choice.wait"
    grouped.handle(ANYWHERE)
    assert reading(grouped).view.scene == "still"


def test_a_group_that_nothing_is_taken_of_is_left_again(grouped: Player) -> None:
    """After two rounds the focus is on groups again, and passes the choices it was in."""
    _wait_for(grouped, "choice.speak")
    grouped.handle(ANYWHERE)
    settle(grouped, DWELL["fast"] * 6 + 0.1)
    assert grouped.screens[-1].focus.startswith("quick.")
    assert _framed(grouped)


def _take(player: Player, control: str) -> None:
    """Press twice: for the group, and for what is in it."""
    group = next(group for group in groups(player.tree_of(player.screens[-1])) if control in group)
    _wait_for(player, group[0])
    player.handle(ANYWHERE)
    if len(group) > 1:
        _wait_for(player, control)
        player.handle(ANYWHERE)
    settle(player, 0.3)


@pytest.mark.parametrize("page", ["Text", "Picture", "Sound", "Access"])
def test_by_groups_every_page_of_the_settings_is_turned_to(page: str, tmp_path: Path) -> None:
    """And the last of its settings is changed."""
    player = player_in(tmp_path, scanning="fast", scan_groups=True)
    player.open_settings()
    _take(player, f"page.{page}")
    last = PAGES[page][-1].name
    before = getattr(player.app.settings, last)
    _take(player, last)
    assert getattr(player.app.settings, last) != before


def test_the_story_is_played_to_an_ending_by_groups(tmp_path: Path) -> None:
    """From the title on, one button."""
    player = player_in(tmp_path, playing=False, scanning="fast", scan_groups=True, time_limits="off")
    _take(player, "new")
    for _ in range(100):
        if isinstance(player.screens[0], Ending):
            break
        if player.screens[-1].scanned:
            _take(player, f"choice.{reading(player).view.options[-1].id}")
        else:
            player.handle(ANYWHERE)
            settle(player, 0.5)
    assert isinstance(player.screens[0], Ending)
