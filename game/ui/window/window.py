"""The way into the window player. Knows how the game moves into a window that is open, or opens one."""

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
from .opening import Opening, open_window
from .presenter import HEADLESS, Presenter
from .screen_reader import ScreenReader


def run(
    app: App,
    *,
    assets: Path | None = None,
    debug: bool = False,
    watch: Watch | None = None,
    opening: Opening | None = None,
) -> int:
    """Play in a window until the player leaves; the exit code.

    `assets` is the folder that pictures and sounds are in (the game's own, if not given). With `debug`, what could
    not be shown or played is told in the window. With `watch` it is a writer's window (see `Player`). `opening` is the
    window, if it is open already. Raises EnvironmentFault where none can be opened.
    """
    try:
        reader = (opening and opening.reader) or ScreenReader(app.story.title)
        presenter = _moved_in(app, opening, reader) if opening else _opened(app, reader)
        presenter.name(app.story.title, _icon(assets or FONTS.parent))
        loop = Loop(app, presenter, assets or FONTS.parent, debug=debug, watch=watch, reader=reader, opening=opening)
    except pygame.error as fault:
        raise EnvironmentFault(f"no window can be opened: {fault}") from fault
    return loop.run()


def _opened(app: App, reader: ScreenReader) -> Presenter:
    """A window of its own, as the settings want it."""
    held = app.settings
    return open_window(
        app.story.title,
        size=(held.window_width, held.window_height),
        fullscreen=held.fullscreen,
        made=reader.attach,
    )


def _moved_in(app: App, opening: Opening, reader: ScreenReader) -> Presenter:
    """The window that was opened before anything was known of story and player."""
    reader.title = app.story.title
    if opening.reader is None and pygame.display.get_driver() not in HEADLESS:
        reader.attach()
    if opening.presenter.fullscreen != app.settings.fullscreen:  # the file of settings was damaged, and mended
        opening.presenter.set_fullscreen(on=app.settings.fullscreen)
    return opening.presenter


def _icon(folder: Path) -> pygame.Surface | None:
    """The window's icon, where there is a sound one."""
    data = Library(folder, None).checked(WINDOW_ICON, Kind.PICTURE)
    try:
        return decode(data) if data else None
    except pygame.error:
        return None
