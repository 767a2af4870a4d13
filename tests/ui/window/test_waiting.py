import ctypes
import time

import pygame
import pytest

from game.ui.window.waiting import Waiting


@pytest.fixture(params=["SDL waits", "SDL is not found", "a gamepad is there"])
def waiting(request: pytest.FixtureRequest, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch) -> Waiting:
    """A window, and each way to wait for its events."""

    def lost(*_: object) -> None:
        raise OSError("no such library")

    if request.param == "SDL is not found":
        monkeypatch.setattr(ctypes, "CDLL", lost)
    if request.param == "a gamepad is there":
        monkeypatch.setattr(pygame.joystick, "get_init", lambda: True)
        monkeypatch.setattr(pygame.joystick, "get_count", lambda: 1)
    pygame.event.get()
    return Waiting()


def _seconds(waiting: Waiting, most: float) -> float:
    began = time.monotonic()
    waiting(most)
    return time.monotonic() - began


def test_an_event_ends_the_waiting_and_is_still_there(waiting: Waiting) -> None:
    """Whoever waited takes it as ever."""
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE))
    assert _seconds(waiting, 30.0) < 20.0
    assert [event.key for event in pygame.event.get(pygame.KEYDOWN)] == [pygame.K_SPACE]


def test_without_an_event_the_time_is_waited_out(waiting: Waiting) -> None:
    """And not much longer."""
    assert 0.04 < _seconds(waiting, 0.05) < 10.0
