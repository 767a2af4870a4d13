"""Who stands in a place stands in its light."""

from __future__ import annotations

import pygame
import pytest

from game.ui.window.lighting import light_of, lit


def _place(colour: tuple[int, int, int]) -> pygame.Surface:
    surface = pygame.Surface((32, 18))
    surface.fill(colour)
    return surface


def test_bright_grey_place_leaves_people_as_they_are() -> None:
    """Nothing of white is taken away at noon."""
    assert light_of(_place((160, 160, 160))) == (255, 255, 255)


def test_dark_place_dims_whoever_stands_in_it() -> None:
    """A face is not brighter at night than the night allows, but is still seen."""
    night = light_of(_place((20, 20, 20)))
    assert max(night) < 200
    assert min(night) > 150
    assert max(light_of(_place((0, 0, 0)))) <= max(night)


@pytest.mark.parametrize(("colour", "strongest"), [((120, 90, 60), 0), ((60, 80, 120), 2)])
def test_colour_of_a_place_falls_on_people(colour: tuple[int, int, int], strongest: int) -> None:
    """A warm place warms them, a cold one cools them."""
    light = light_of(_place(colour))
    assert light[strongest] == max(light) > min(light)


def test_near_colours_give_the_same_light() -> None:
    """A place that grows slowly brighter doesn't ask for a new portrait with every step."""
    assert len({light_of(_place((grey, grey, grey))) for grey in range(40, 50)}) <= 3


def test_portrait_falls_into_shadow_towards_the_words(screen: pygame.Surface) -> None:
    """Its head has the light, its foot much less; what is transparent stays so."""
    portrait = pygame.Surface((8, 64), pygame.SRCALPHA)
    portrait.fill((200, 200, 200, 255), (0, 0, 4, 64))

    shown = lit(portrait, (255, 128, 255))

    assert shown.get_at((1, 0))[:3] == pytest.approx((200, 100, 200), abs=4)
    assert shown.get_at((1, 63))[0] < 140
    assert tuple(shown.get_at((6, 30))) == (0, 0, 0, 0)
