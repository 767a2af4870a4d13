"""The window itself: opening, sizing, full screen, and handing pixels to the display. Knows nothing of pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pygame

from game.errors import EnvironmentFault

from .geometry import Viewport
from .theme import INK

HEADLESS = ("dummy", "offscreen")
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
SHARE = 0.8
"""How much of the desktop a new window takes."""
LEAST = (640, 360)


def start_display() -> None:
    """Start pygame's display, and nothing else of it. Raises EnvironmentFault where there is none.

    On X11 SDL would draw the window through OpenGL, which without a graphics card costs 11 ms for each picture at
    1080p instead of 0.2; Wayland needs it.
    """
    if not getattr(pygame, "IS_CE", 0):
        raise EnvironmentFault(
            "the installed pygame is not pygame-ce",
            "uninstall 'pygame', then install 'pygame-ce'; only one can be there",
        )
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    ours = sys.platform.startswith("linux") and ACCELERATION not in os.environ
    if ours:
        os.environ[ACCELERATION] = "0"
    _start()
    if ours and pygame.display.get_driver() == "wayland":
        pygame.display.quit()
        del os.environ[ACCELERATION]
        _start()
    driver = pygame.display.get_driver()
    if driver in HEADLESS and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        raise EnvironmentFault("there is no display")


def _start() -> None:
    try:
        pygame.display.init()
    except pygame.error as fault:
        raise EnvironmentFault(f"there is no display: {fault}") from fault


class Presenter:
    """The window and its letterboxed picture."""

    def __init__(
        self,
        title: str,
        *,
        fullscreen: bool,
        size: tuple[int, int] | None = None,
        made: Callable[[], None] | None = None,
    ) -> None:
        """Open a window; `size` in pixels, else most of the desktop. Raises EnvironmentFault.

        `made` is called while the window is there and, where the system asks for that, not yet to be seen.
        """
        self.name(title, pygame.Surface((32, 32), pygame.SRCALPHA))  # or pygame would unpack its own, for 5 ms
        self._size = self._first = size or _fitting()
        self._full = False
        self.viewport = Viewport(*self._size)
        self._offset = self.viewport.offset
        self.surface = pygame.Surface((1, 1))
        if made is not None and sys.platform in ("win32", "darwin"):
            _mode(self._size, pygame.HIDDEN)
            made()
        self.set_fullscreen(on=fullscreen)
        if made is not None and sys.platform not in ("win32", "darwin"):
            made()

    def name(self, title: str, icon: pygame.Surface | None = None) -> None:
        """Give the window its title, and its icon."""
        pygame.display.set_caption(title)
        if icon is not None:
            pygame.display.set_icon(icon)

    @property
    def fullscreen(self) -> bool:
        """Whether it fills the screen."""
        return self._full

    @property
    def window_size(self) -> tuple[int, int]:
        """The window's size in pixels while it does not fill the screen."""
        return self._size

    @property
    def was_resized(self) -> bool:
        """Whether somebody gave the window another size than it was opened with."""
        return self._size != self._first

    def set_fullscreen(self, *, on: bool) -> None:
        """Fill the screen, or go back to a window of the size before. The window stays the same one."""
        self._full = on
        if on:
            _mode((0, 0), pygame.FULLSCREEN)
        else:
            _mode(self._size, pygame.RESIZABLE)
        self.resized()

    def resized(self) -> bool:
        """Take up the window's size; whether it had changed."""
        window = pygame.display.get_surface()
        if window is None:
            return False
        before = self.viewport
        self.viewport = Viewport(*window.get_size())
        self._offset = self.viewport.offset
        if not self._full:
            self._size = window.get_size()
        window.fill(INK)
        self.surface = window.subsurface((self.viewport.offset, self.viewport.size))
        pygame.display.flip()
        return self.viewport != before

    def present(self, changed: list[pygame.Rect] | None) -> None:
        """Show what was drawn: some rectangles of the picture, or (None) all of it."""
        if changed is None:
            pygame.display.flip()
        elif changed:
            left, top = self._offset
            pygame.display.update([rect.move(left, top) for rect in changed])


def _mode(size: tuple[int, int], flags: int) -> None:
    """Give the window a size and a kind. Raises EnvironmentFault."""
    try:
        pygame.display.set_mode(size, flags)
    except pygame.error as fault:
        raise EnvironmentFault(f"no window can be opened: {fault}") from fault


def possible(size: tuple[int, int]) -> tuple[int, int]:
    """A size kept from another day, no larger than the desktop is now."""
    try:
        width, height = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return size
    return max(LEAST[0], min(size[0], width)), max(LEAST[1], min(size[1], height))


def _fitting() -> tuple[int, int]:
    """The largest 16:9 window that leaves some of the desktop free."""
    try:
        width, height = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return 1280, 720
    scale = min(width * SHARE / 16, height * SHARE / 9)
    return max(LEAST[0], int(scale * 16)), max(LEAST[1], int(scale * 9))
