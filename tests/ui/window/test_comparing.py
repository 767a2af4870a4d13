"""How far two pictures are from each other."""

from __future__ import annotations

import io

import pygame
import pytest

from game.ui.window.comparing import difference


def png(size: tuple[int, int] = (10, 10), red: int = 0) -> bytes:
    """A black picture, so many of its pixels red."""
    surface = pygame.Surface(size)
    for place in range(red):
        surface.set_at((place % size[0], place // size[0]), "red")
    written = io.BytesIO()
    pygame.image.save(surface, written, "a.png")
    return written.getvalue()


@pytest.mark.parametrize("red", [0, 1, 25, 100])
def test_it_is_the_share_of_pixels_that_differ(red: int) -> None:
    """Whatever their colours."""
    assert difference(png(), png(red=red)) == pytest.approx(red / 100)


def test_what_can_not_be_laid_over_the_other_differs_wholly() -> None:
    """A picture of another size, or something that is none."""
    assert difference(png(), png((5, 5))) == 1
    assert difference(b"no picture", png()) == 1
