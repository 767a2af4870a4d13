from collections.abc import Iterator

import pygame
import pytest


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    """A display that shows nothing, 960 by 540."""
    pygame.display.init()
    yield pygame.display.set_mode((960, 540))
    pygame.display.quit()
