"""Waits for the next event and leaves the processor alone meanwhile; pygame's own waiting looks every millisecond.

SDL can wait for the display server itself. pygame has no way to say so, but the library that it has loaded does
(https://wiki.libsdl.org/SDL2/SDL_WaitEventTimeout). Where that is not to be had, or SDL would look every millisecond
too because of a gamepad, the game looks sixty times a second.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress

import pygame

LOOKS = 60
"""How often a second to look for events where waiting for them is not possible."""


class Waiting:
    """Waits for events, without taking them."""

    def __init__(self) -> None:
        """Find SDL's own waiting."""
        self._wait = _sdl()

    def __call__(self, seconds: float) -> None:
        """Return when there is an event, and after so many seconds at the latest."""
        if self._wait is not None and not (pygame.joystick.get_init() and pygame.joystick.get_count()):
            self._wait(None, max(1, round(seconds * 1000)))
            return
        clock = pygame.time.Clock()
        left = seconds
        while left > 0 and not pygame.event.peek():
            left -= clock.tick(LOOKS) / 1000


def _sdl() -> Callable[[None, int], int] | None:
    """`SDL_WaitEventTimeout` of the library that pygame uses; None where it can't be found."""
    with suppress(OSError, AttributeError):
        library = "SDL2.dll" if sys.platform == "win32" else pygame.base.__file__  # a handle leads to what it needs
        wait: Callable[[None, int], int] = ctypes.CDLL(library).SDL_WaitEventTimeout
        return wait
    return None
