import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.zooming import Zoom

SIZE = (96, 54)


def _picture() -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    for x in range(SIZE[0]):
        surface.fill((x * 2, 255 - x * 2, x % 7 * 30), (x, x % 5, 1, 40))
    return surface


def _bytes(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_every_step_looks_the_same_whatever_came_before_it(steps: list[int]) -> None:
    """Made ahead or not, forwards, backwards, again and again."""
    picture = _picture()
    zoom = Zoom(picture, 0.5)
    for step in steps:
        assert _bytes(zoom.at(step / 20)) == _bytes(Zoom(picture, 0.5).at(step / 20))


def test_it_begins_with_the_whole_picture_and_ends_with_its_middle() -> None:
    """At the end half of the width is out of sight, evenly."""
    picture = _picture()
    zoom = Zoom(picture, 0.5)
    assert _bytes(zoom.at(0.0)) == _bytes(picture)
    middle = pygame.transform.smoothscale(picture.subsurface((24, 14, 48, 26)), SIZE)
    assert _bytes(zoom.at(1.0)) == _bytes(middle)


def test_the_picture_itself_may_be_drawn_meanwhile() -> None:
    """A thread reads a copy of it: what is being read can't be drawn from."""
    picture, target = _picture(), pygame.Surface(SIZE)
    zoom = Zoom(picture, 0.5)
    for step in range(20):
        zoom.at(step / 20)
        target.blit(picture, (0, 0))
    assert _bytes(target) == _bytes(picture)
