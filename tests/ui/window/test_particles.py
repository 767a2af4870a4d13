import pygame
import pytest

from game.model.script import WEATHERS
from game.ui.window.particles import FLOOR, KINDS, Particles

SIZE = (960, 540)


def _drawn(
    kind: str, seconds: float, covered: list[pygame.Rect] | None = None
) -> tuple[pygame.Surface, list[pygame.Rect]]:
    target = pygame.Surface(SIZE).convert()
    target.fill((20, 24, 28))
    rects = Particles(SIZE).draw(target, kind, seconds, covered or [])
    return target, rects


def test_every_weather_of_the_format_can_be_drawn() -> None:
    """What a writer may ask for is there, and nothing else."""
    assert set(KINDS) == set(WEATHERS)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("kind", WEATHERS)
def test_a_weather_moves_over_the_stage_and_leaves_the_words_alone(kind: str) -> None:
    """It is the same at the same moment, another a moment later, and never below where the text box begins."""
    first, rects = _drawn(kind, 3.0)
    again, _ = _drawn(kind, 3.0)
    later, _ = _drawn(kind, 4.0)
    shown = [pygame.image.tobytes(picture, "RGB") for picture in (first, again, later)]
    assert shown[0] == shown[1] != shown[2]
    assert rects
    assert all(rect.bottom <= round(SIZE[1] * FLOOR) for rect in rects)
    assert first.get_at((480, 500)) == pygame.Color(20, 24, 28)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("kind", WEATHERS)
def test_what_is_faint_goes_over_plates_and_flakes_go_behind(kind: str) -> None:
    """Shafts of light and mist lie over all; what could be taken for dirt on a word does not."""
    plate = pygame.Rect(0, 0, 960, 540)
    _, rects = _drawn(kind, 3.0, [plate])
    assert bool(rects) == (kind in ("mist", "shafts"))


@pytest.mark.usefixtures("screen")
def test_shafts_come_from_above_and_fade_out() -> None:
    """They are brightest at the top, and gone where the text box begins: no edge is seen there."""
    picture, _ = _drawn("shafts", 3.0)
    rows = [sum(picture.get_at((x, y)).r for x in range(0, 960, 8)) for y in (10, 200, 420)]
    assert rows[0] > rows[1] > rows[2]
    assert rows[2] < 120 * 26
