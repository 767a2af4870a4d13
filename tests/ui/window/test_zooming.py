import threading

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window import zooming
from game.ui.window.camera import part
from game.ui.window.geometry import Box
from game.ui.window.zooming import Zoom

SIZE = (96, 54)
HALF = 0.5
"""Half of the picture is out of sight in the end."""


def _picture() -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    for x in range(SIZE[0]):
        surface.fill((x * 2, 255 - x * 2, x % 7 * 30), (x, x % 5, 1, 40))
    return surface


def _bytes(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def _part(step: int) -> Box:
    return part("push", step / 20, HALF)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_at_rest_every_step_looks_the_same_whatever_came_before_it(steps: list[int]) -> None:
    """Made ahead or not, forwards, backwards, again and again."""
    picture = _picture()
    zoom = Zoom(picture)
    for step in steps:
        assert _bytes(zoom.at(_part(step))) == _bytes(Zoom(picture).at(_part(step)))
        zoom.at(_part(step), _part(step + 1))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_on_the_move_it_is_never_far_behind(steps: list[int]) -> None:
    """What is seen is a step of the way, no further from what was asked for than nobody would notice."""
    picture = _picture()
    zoom, looks = Zoom(picture), {_bytes(Zoom(picture).at(_part(step))): step for step in range(22)}
    for step in steps:
        shown = looks[_bytes(zoom.at(_part(step), _part(step + 1)))]
        assert abs(_part(shown).x - _part(step).x) * SIZE[0] <= zooming.NEAR + 1


def test_it_begins_with_the_whole_picture_and_ends_with_its_middle() -> None:
    """At the end half of the width is out of sight, evenly."""
    picture = _picture()
    zoom = Zoom(picture)
    assert _bytes(zoom.at(_part(0))) == _bytes(picture)
    middle = pygame.transform.smoothscale(picture.subsurface((24, 14, 48, 26)), SIZE)
    assert _bytes(zoom.at(_part(20))) == _bytes(middle)


def test_nobody_waits_for_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine too slow for it shows the step before a little longer, and catches up."""
    picture, may_go_on = _picture(), threading.Event()
    zoom, scale = Zoom(picture), Zoom._scale

    def slowly(self: Zoom, edges: zooming.Edges) -> None:
        may_go_on.wait(5)
        scale(self, edges)

    monkeypatch.setattr(Zoom, "_scale", slowly)
    first = _bytes(zoom.at(_part(0), _part(1)))
    assert _bytes(zoom.at(_part(1), _part(2))) == first
    may_go_on.set()
    assert _bytes(zoom.at(_part(2))) == _bytes(Zoom(picture).at(_part(2)))


def test_the_picture_itself_may_be_drawn_meanwhile() -> None:
    """A thread reads a copy of it: what is being read can't be drawn from."""
    picture, target = _picture(), pygame.Surface(SIZE)
    zoom = Zoom(picture)
    for step in range(20):
        zoom.at(_part(step), _part(step + 1))
        target.blit(picture, (0, 0))
    assert _bytes(target) == _bytes(picture)
