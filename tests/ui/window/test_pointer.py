from pathlib import Path

import pygame
import pytest

from game.app.app import App
from game.ui.window.loop import Loop
from game.ui.window.pointer import OUTLINES, SIDE, TIPS, Pointer, Shape, drawn
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.theme import BONE, INK, contrast
from game.ui.window.widgets import controls
from tests.support.window import window_story


class FakeMouse:
    """Remembers the pointers that it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, refuses: bool = False) -> None:
        """In place of the system's."""
        self.given: list[pygame.Cursor] = []
        self._refuses = refuses
        monkeypatch.setattr(pygame.mouse, "set_cursor", self._take)

    def _take(self, cursor: pygame.Cursor) -> None:
        if self._refuses:
            raise pygame.error("no pointer")
        self.given.append(cursor)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("side", [32, 48, 64])
def test_a_pointer_is_bone_within_ink(shape: Shape, side: int) -> None:
    """It can be seen on dark and on light, points with its tip, and leaves the corners clear."""
    picture = drawn(shape, side)
    seen = {
        tuple(picture.get_at((x, y)))[:3] for x in range(side) for y in range(side) if picture.get_at((x, y)).a > 250
    }
    assert {BONE, INK} <= seen
    assert contrast(BONE, INK) > 7
    assert picture.get_size() == (side, side)
    assert picture.get_at((side - 1, 0)).a == 0
    tip = [round(part * side / SIDE) for part in TIPS[shape]]
    assert picture.get_at((tip[0], tip[1])).a > 100
    assert all(0 <= part <= SIDE for spot in OUTLINES[shape] for part in spot)


def test_a_pointer_that_nobody_moves_goes_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """After half a minute; the system is told only when that changes."""
    seen: list[bool] = []
    monkeypatch.setattr(pygame.mouse, "set_visible", seen.append)
    pointer = Pointer()
    for seconds, moved in ((29, False), (1, True), (29, False), (2, False), (60, False), (0.1, True), (5, False)):
        pointer.rest(seconds, moved=moved)
    assert seen == [False, True]


def test_the_system_is_asked_only_where_something_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a control it is a hand, in a larger window a larger one, and the system's where that is wanted."""
    mouse, pointer = FakeMouse(monkeypatch), Pointer()
    for _ in range(3):
        pointer.follow(Shape.ARROW, system=False, scale=1.0)
    assert len(mouse.given) == 1
    pointer.follow(Shape.HAND, system=False, scale=1.0)
    pointer.follow(Shape.HAND, system=False, scale=2.0)
    pointer.follow(Shape.HAND, system=True, scale=2.0)
    assert [cursor.type for cursor in mouse.given] == ["color", "color", "color", "system"]
    shown = [part.get_size() for part in mouse.given[2].data if isinstance(part, pygame.Surface)]
    assert shown == [(64, 64)]


def test_a_system_that_takes_no_pointer_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told, nothing breaks, and it is not asked again for the same."""
    FakeMouse(monkeypatch, refuses=True)
    pointer = Pointer()
    pointer.follow(Shape.ARROW, system=False, scale=1.0)
    mouse = FakeMouse(monkeypatch)
    pointer.follow(Shape.ARROW, system=False, scale=1.0)
    assert mouse.given == []


def test_the_pointer_is_a_hand_over_what_can_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a button of the title, not beside it; and with high contrast it is the system's own."""
    start_display()
    app = App(window_story(), tmp_path)
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path)
    mouse = FakeMouse(monkeypatch)
    button = next(node for node in controls(loop.player.tree_of(loop.player.screens[0])) if node.enabled).bounds
    over = (button.x + button.w / 2) / 2, (button.y + button.h / 2) / 2
    for place in ((940, 8), over, (940, 8)):
        monkeypatch.setattr(pygame.mouse, "get_pos", lambda place=place: place)
        loop.turn([pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))], 0.05)
    arrow, hand, again = (str(cursor.data[0]) for cursor in mouse.given)
    assert arrow == again == str(TIPS[Shape.ARROW])
    assert hand == str(TIPS[Shape.HAND])
    app.change("high_contrast", value=True)
    loop.turn([], 0.05)
    assert mouse.given[-1].type == "system"
    loop.close()
