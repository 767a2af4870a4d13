"""The way into the window player. Knows how to open it, and what to say where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.app.app import App
from game.app.view import WINDOW_ICON
from game.app.workshop import Watch
from game.errors import EnvironmentFault

from .assets import Library, decode
from .glyphs import FONTS
from .headers import Kind
from .loop import Loop
from .presenter import HEADLESS, Presenter, possible, start_display
from .screen_reader import ScreenReader


def run(app: App, *, assets: Path | None = None, debug: bool = False, watch: Watch | None = None) -> int:
    """Play in a window until the player leaves; the exit code.

    `assets` is the folder that pictures and sounds are in (the game's own, if not given). With `debug`, what could
    not be shown or played is told in the window. With `watch` it is a writer's window (see `Player`). Raises
    EnvironmentFault where no window can be opened.
    """
    try:
        loop = _opened(app, assets or FONTS.parent, debug=debug, watch=watch)
    except pygame.error as fault:
        raise EnvironmentFault(f"no window can be opened: {fault}") from fault
    return loop.run()


def _opened(app: App, folder: Path, *, debug: bool, watch: Watch | None) -> Loop:
    start_display()
    held = app.settings
    size = possible((held.window_width, held.window_height)) if held.window_width and held.window_height else None
    reader = ScreenReader(app.story.title)
    made = None if pygame.display.get_driver() in HEADLESS else reader.attach
    presenter = Presenter(app.story.title, fullscreen=held.fullscreen, size=size, icon=_icon(folder), made=made)
    return Loop(app, presenter, folder, debug=debug, watch=watch, reader=reader)


def _icon(folder: Path) -> pygame.Surface | None:
    """The window's icon, where there is a sound one."""
    data = Library(folder, None).checked(WINDOW_ICON, Kind.PICTURE)
    try:
        return decode(data) if data else None
    except pygame.error:
        return None
