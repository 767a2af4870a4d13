from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.app import App
from game.ui.window.governor import BUDGET, EASY, LATER, LEVELS, SOON, Governor, Quality
from game.ui.window.loop import Loop
from game.ui.window.presenter import Presenter, start_display
from tests.support.stories import load
from tests.support.window import FILES

SNOW = {**FILES, "scenes.yaml": FILES["scenes.yaml"].replace("    - Bells", "    - effect: snow\n    - Bells", 1)}


def _noted(governor: Governor, seconds: float, pictures: int) -> Quality:
    for _ in range(pictures):
        governor.note(seconds)
    return governor.quality


def test_what_is_least_missed_goes_first() -> None:
    """Half of the particles, then the finest dissolves, then the rest of the particles; never more than that."""
    governor = Governor()
    assert _noted(governor, BUDGET * 2, SOON - 1) == LEVELS[0]
    assert [_noted(governor, BUDGET * 2, SOON) for _ in range(4)] == [*LEVELS[1:], LEVELS[3]]


def test_it_comes_back_when_there_is_room() -> None:
    """Not at once, and after each failure later."""
    governor = Governor()
    _noted(governor, BUDGET * 2, SOON)
    assert _noted(governor, EASY / 2, LATER - SOON) == LEVELS[1]
    assert _noted(governor, EASY / 2, SOON) == LEVELS[0]
    _noted(governor, BUDGET * 2, SOON)
    assert _noted(governor, EASY / 2, LATER) == LEVELS[1]
    assert _noted(governor, EASY / 2, LATER) == LEVELS[0]


def test_a_stall_now_and_then_costs_nothing() -> None:
    """Only what happens to one picture in ten counts."""
    governor = Governor()
    for picture in range(600):
        governor.note(0.2 if picture % 15 == 0 else 0.004)
    assert governor.quality == LEVELS[0]


@given(st.lists(st.floats(0, 0.1), max_size=400))
def test_between_the_limits_nothing_changes(times: list[float]) -> None:
    """Whatever came before: pictures that neither fail nor leave room keep the level."""
    governor = Governor()
    for seconds in times:
        governor.note(seconds)
    _noted(governor, 0.010, SOON * 2)
    held = governor.quality
    assert _noted(governor, 0.010, LATER * 3) == held


class _Clock:
    """A clock by which every look takes as long as it is told."""

    def __init__(self) -> None:
        self.now, self.step = 0.0, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def clock() -> _Clock:
    """Time stands still."""
    return _Clock()


@pytest.fixture
def loop(tmp_path: Path, clock: _Clock) -> Iterator[Loop]:
    """A window that shows nothing, in the snow, with a clock of its own."""
    app = App(load(SNOW), tmp_path / "home")
    app.change("text_speed", 0)
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path, clock=clock)
    loop.player.new_game()
    for _ in range(150):
        loop.turn([], 0.05)
    yield loop
    loop.close()


def _flakes(loop: Loop) -> int:
    """Pixels in the upper part of the window that are not what stands there without snow."""
    area = (0, 0, 960, 300)
    now = pygame.image.tobytes(loop.presenter.surface.subsurface(area), "RGB")
    still = pygame.image.tobytes(loop.compositor.picture().subsurface(area), "RGB")
    return sum(a != b for a, b in zip(now, still, strict=True))


def test_a_slow_machine_loses_its_snow_and_gets_it_back(loop: Loop, clock: _Clock) -> None:
    """Measured at what is really drawn: less of it, none, and all of it once there is room."""
    full = _flakes(loop)
    clock.step = BUDGET * 2
    for _ in range(SOON):
        loop.turn([], 1 / 60)
    loop.turn([], 1 / 60)
    half = _flakes(loop)
    for _ in range(2 * SOON):
        loop.turn([], 1 / 60)
    assert 0 < half < full * 0.75
    assert _flakes(loop) == 0
    clock.step = EASY / 4
    for _ in range(LATER * 8):
        loop.turn([], 1 / 60)
    assert loop.governor.quality == LEVELS[0]
    assert _flakes(loop) > half
