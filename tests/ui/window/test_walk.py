"""A walk through every screen: each control has a name and is reached, and there is always a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.window.intents import Do, Intent
from game.ui.window.screens.play import Play
from game.ui.window.screens.route import Roads
from game.ui.window.screens.saves import Saves
from game.ui.window.widgets import Role, controls, find
from tests.support.screens import SCREENS, open_screen
from tests.support.window import player_in, press, settle

STEPS = 80
FINDS_ALL = [name for name in SCREENS if name != "card"]


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_and_every_screen_has_a_name(name: str, tmp_path: Path) -> None:
    """What has no name can't be said, found or pressed by voice."""
    player = open_screen(player_in(tmp_path), name)
    tree = player.tree_of(player.screens[-1])
    assert tree.name
    assert [node for node in tree.walk() if node.id and not node.name.strip()] == []
    assert [node for node in tree.walk() if node.role in (Role.HEADING, Role.TEXT) and not node.name.strip()] == []


@pytest.mark.parametrize("do", [Do.NEXT, Do.PREVIOUS])
@pytest.mark.parametrize("name", FINDS_ALL)
def test_tab_reaches_every_control_and_comes_round(name: str, do: Do, tmp_path: Path) -> None:
    """From wherever the focus is: no control is out of reach, and none keeps the focus."""
    player = open_screen(player_in(tmp_path), name)
    top = player.screens[-1]
    every = {node.id for node in controls(player.tree_of(top))}
    seen, moves = set(), []
    for _ in range(STEPS):
        before = top.focus
        press(player, do)
        assert player.screens[-1] is top
        assert find(player.tree_of(top), top.focus) is not None
        seen.add(top.focus)
        moves.append(before != top.focus)
    assert every <= seen
    assert all(moves) or len(every) == 1


@pytest.mark.parametrize("name", FINDS_ALL)
def test_arrows_and_pages_never_lose_the_focus(name: str, tmp_path: Path) -> None:
    """Whatever way is pressed how often, the focus stands on something that is there."""
    player = open_screen(player_in(tmp_path), name)
    top = player.screens[-1]
    wishes = [Do.DOWN, Do.RIGHT, Do.UP, Do.LEFT]
    if not isinstance(top, Play) and name != "ending":
        wishes += [Do.FORWARD, Do.BACK]
    for do in wishes:
        for _ in range(12):
            press(player, do)
            assert player.screens[-1] is top
            assert not top.focus or find(player.tree_of(top), top.focus) is not None


@pytest.mark.parametrize("name", SCREENS)
def test_there_is_always_a_way_out_without_a_mouse(name: str, tmp_path: Path) -> None:
    """Escape closes it, or opens what leads on; pressed often it never ends in nothing."""
    player = open_screen(player_in(tmp_path), name)
    deep = len(player.screens)
    press(player, Do.MENU)
    assert len(player.screens) != deep or name == "card"
    for _ in range(7):
        press(player, Do.MENU)
        assert player.running
        assert player.frame.tree.name


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ("line", "card")])
def test_the_mouse_reaches_every_control_that_it_sees(name: str, tmp_path: Path) -> None:
    """Pointing at a control puts it in focus, unless another lies over it or the screen stands still by design."""
    player = open_screen(player_in(tmp_path), name)
    top = player.screens[-1]
    if isinstance(top, Roads):
        pytest.skip("a map that moved under the pointer would never stand still; a click does it")
    for node in controls(player.tree_of(top)):
        inner = node.bounds.x + node.bounds.w / 2, node.bounds.y + node.bounds.h * 0.3
        player.handle(Intent(Do.POINT, at=inner))
        settle(player, 0.1)
        now = find(player.tree_of(top), top.focus)
        assert now is not None
        assert now.id == node.id or isinstance(top, Saves)
