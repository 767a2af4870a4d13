import threading

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window import zooming
from game.ui.window.camera import part
from game.ui.window.zooming import Parts, Zoom, fitted

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


def _part(step: int) -> Parts:
    return (part("push", step / 20, HALF),)


def _soon(step: int) -> Parts:
    """Of steps as small as those of a real move."""
    return (part("push", step / 500, HALF),)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_at_rest_every_step_looks_the_same_whatever_came_before_it(steps: list[int]) -> None:
    """Made ahead or not, forwards, backwards, again and again."""
    picture = _picture()
    zoom = Zoom([picture], SIZE)
    for step in steps:
        assert _bytes(zoom.at(_part(step))) == _bytes(Zoom([picture], SIZE).at(_part(step)))
        zoom.at(_part(step), _part(step + 1))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_on_the_move_it_is_never_far_behind(steps: list[int]) -> None:
    """What is seen is a step of the way, no further from what was asked for than nobody would notice."""
    picture = _picture()
    zoom, looks = Zoom([picture], SIZE), [_bytes(Zoom([picture], SIZE).at(_soon(step))) for step in range(22)]
    for step in steps:
        shown = _bytes(zoom.at(_soon(step), _soon(step + 1)))
        assert shown in [look for k, look in enumerate(looks) if abs(_soon(k)[0].x - _soon(step)[0].x) <= zooming.NEAR]


def test_it_begins_with_the_whole_picture_and_ends_with_its_middle() -> None:
    """At the end half of the width is out of sight, evenly."""
    picture = _picture()
    zoom = Zoom([picture], SIZE)
    assert _bytes(zoom.at(_part(0))) == _bytes(picture)
    shown, whole = zoom.at(_part(20)), _picture()
    for x in (10, 40, 70):
        wanted = whole.get_at((24 + x // 2, 27))
        assert abs(shown.get_at((x, 27)).r - wanted.r) <= 4


@given(st.integers(200, 2000), st.floats(1.12, 1.2), st.floats(0, 1))
def test_a_larger_picture_comes_closer_without_jumps(shown: int, larger: float, done: float) -> None:
    """Where it is seen from and to is right to a third of a pixel, at every moment of a move."""
    seen = part("push", done)
    for start, share in ((seen.x, seen.w), (seen.y, seen.h)):
        fit = fitted(round(shown * larger), shown, start, share)
        assert fit.amiss < 0.34
        assert fit.taken >= fit.skipped
        assert fit.skipped + shown <= fit.scaled <= shown + zooming.MARGIN
        assert fit.first >= -zooming.BORDER
        assert fit.first + fit.taken <= round(shown * larger) + zooming.BORDER


def test_nobody_waits_for_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine too slow for it shows the step before a little longer, and catches up."""
    picture, may_go_on = _picture(), threading.Event()
    zoom, make = Zoom([picture], SIZE), Zoom._make

    def slowly(self: Zoom, wanted: Parts) -> None:
        may_go_on.wait(5)
        make(self, wanted)

    zoom.at(_soon(0))
    monkeypatch.setattr(Zoom, "_make", slowly)
    first = _bytes(zoom.at(_soon(0), _soon(1)))
    assert _bytes(zoom.at(_soon(1), _soon(2))) == first
    may_go_on.set()
    assert _bytes(zoom.at(_soon(2))) == _bytes(Zoom([picture], SIZE).at(_soon(2)))


def test_the_picture_itself_may_be_drawn_meanwhile() -> None:
    """A thread reads a copy of it: what is being read can't be drawn from."""
    picture, target = _picture(), pygame.Surface(SIZE)
    zoom = Zoom([picture], SIZE)
    for step in range(20):
        zoom.at(_part(step), _part(step + 1))
        target.blit(picture, (0, 0))
    assert _bytes(target) == _bytes(picture)


def _far_and_near() -> tuple[pygame.Surface, pygame.Surface]:
    """A grey ground with a white line on it, and before it a red post with nothing around it."""
    far, near = pygame.Surface(SIZE), pygame.Surface(SIZE, pygame.SRCALPHA)
    far.fill((60, 60, 60))
    far.fill((255, 255, 255), (70, 0, 2, 54))
    near.fill((200, 0, 0, 255), (20, 0, 4, 54))
    return far, near


def _column(surface: pygame.Surface, channel: int) -> int:
    """The middle of what is brightest in one of its colours, of the row in its middle."""
    row = [surface.get_at((x, 27))[channel] - surface.get_at((x, 27))[2 - channel] // 2 for x in range(SIZE[0])]
    found = [x for x, value in enumerate(row) if value > 0.8 * max(row)]
    return sum(found) // len(found)


def test_a_near_plane_lies_over_the_far_one() -> None:
    """At the beginning the two are the picture."""
    far, near = _far_and_near()
    together = far.copy()
    together.blit(near, (0, 0))
    assert _bytes(Zoom([far, near], SIZE).at((part("push", 0), part("push", 0)))) == _bytes(together)


@pytest.mark.parametrize("move", ["push", "pan_left", "pan_right"])
def test_what_stands_nearest_goes_further(move: str) -> None:
    """A post before a line on the ground behind it is carried past it."""
    far, near = _far_and_near()
    zoom = Zoom([far, near], SIZE)
    gaps = []
    for done in (0.0, 1.0):
        shown = zoom.at((part(move, done, 0.2), part(move, done, 0.5)))
        red = [x for x in range(SIZE[0]) if shown.get_at((x, 27))[0] > 150 > shown.get_at((x, 27))[1] + 60]
        white = [x for x in range(SIZE[0]) if shown.get_at((x, 27))[1] > 200]
        gaps.append((white[0] if white else SIZE[0]) - (red[-1] if red else 0))
    assert gaps[0] != gaps[1]


def test_planes_made_ahead_are_the_same_as_made_at_once() -> None:
    """A thread lays one over the other just as the caller would."""
    far, near = _far_and_near()
    zoom = Zoom([far, near], SIZE)
    for step in range(12):
        parts = (_part(step)[0], part("push", step / 20, HALF * 1.4))
        then = (_part(step + 1)[0], part("push", (step + 1) / 20, HALF * 1.4))
        assert _bytes(zoom.at(parts)) == _bytes(Zoom([far, near], SIZE).at(parts))
        zoom.at(parts, then)
