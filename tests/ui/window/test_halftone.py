import pygame
import pytest

from game.app.view import Ending
from game.ui.window.halftone import ACROSS, dotted
from game.ui.window.layout.gallery import Shown, backdrop_of
from game.ui.window.theme import INK, SLATE


def _picture(width: int, height: int) -> pygame.Surface:
    """Light at the left, dark at the right, and a small white cross that would tell a story."""
    picture = pygame.Surface((width, height))
    for x in range(width):
        picture.fill([220 - round(200 * x / width)] * 3, (x, 0, 1, height))
    picture.fill((255, 255, 255), (width * 7 // 8, height // 2, width // 40, 2))
    return picture


def _mean(picture: pygame.Surface, share: float) -> float:
    width, height = picture.get_size()
    part = picture.subsurface((round(width * share), 0, width // 5, height))
    return sum(pygame.transform.average_color(part)[:3]) / 3


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", [(960, 540), (710, 540), (400, 300)])
def test_light_is_felt_and_detail_is_gone(size: tuple[int, int]) -> None:
    """The bright side stays the brighter one; nothing smaller than a dot is left, and all of it is dark."""
    picture = _picture(*size)
    print_ = dotted(picture)
    assert print_.get_size() == size
    assert _mean(print_, 0.05) > _mean(print_, 0.75) + 8
    assert max(max(print_.get_at((x, y))[:3]) for x in range(0, size[0], 5) for y in range(0, size[1], 5)) <= max(SLATE)
    blank = _picture(*size)
    blank.fill(blank.get_at((size[0] * 7 // 8, 2)), (size[0] * 7 // 8, 0, size[0] // 40, size[1]))
    assert abs(_mean(dotted(blank), 0.75) - _mean(print_, 0.75)) < 3


@pytest.mark.usefixtures("screen")
def test_an_even_picture_is_even_dots() -> None:
    """A black frame is no reason to stop: there are dots, on ink, and they are small."""
    flat = pygame.Surface((600, 340))
    print_ = dotted(flat)
    assert tuple(print_.get_at((0, 339)))[:3] == INK or print_.get_at((0, 339)).r < 40
    assert 600 / ACROSS > 8
    assert sum(pygame.transform.average_color(print_)[:3]) / 3 < 30


def test_an_ending_that_was_not_found_tells_nothing() -> None:
    """Neither name nor words of its picture, which is only to be guessed at; one that was found tells both."""
    end = Ending("road", "The Road", "bad", picture="road", alt="A road at night.")
    hidden = backdrop_of(Shown("ending.road", end, found=False), pictured=True)
    found = backdrop_of(Shown("ending.road", end, found=True), pictured=True)
    assert hidden.hidden
    assert not {hidden.name, hidden.alt} & {end.title, end.alt}
    assert (found.hidden, found.name, found.alt) == (False, end.title, end.alt)
    assert backdrop_of(Shown("ending.road", end, found=False), pictured=False).picture is None
