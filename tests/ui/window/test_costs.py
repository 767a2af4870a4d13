from pathlib import Path

import pygame
import pytest

from tests.support.window_costs import Costs


@pytest.mark.benchmark
def test_what_is_measured_really_happens(screen: pygame.Surface, tmp_path: Path) -> None:
    """Each activity changes the picture as often as it is counted, and waiting never does."""
    costs = Costs((960, 540), tmp_path)
    assert len(costs.copy(5)) == 5
    assert len(costs.typing()) > 100
    before = pygame.image.tobytes(costs.target, "RGB")
    assert len(costs.waiting(10)) == 7
    rested = pygame.image.tobytes(costs.target, "RGB")
    for act in (costs.dissolve, costs.weather, costs.new_line):
        assert len(act(frames=7)) == 7
        assert pygame.image.tobytes(costs.target, "RGB") != rested
    assert before != rested
