"""The first picture: a window that shows the title while everything else of the game is still being read.

What the title looked like lies in the cache since an earlier start, without its menu, which nobody could answer yet.
Imports next to nothing, since all of it is waited for; knows no story, and no settings but those of the window itself.
"""

from __future__ import annotations

import io
import json
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game import __version__
from game.app import folders
from game.app.cache import Cache
from game.errors import EnvironmentFault

from .encoding import file_of
from .presenter import HEADLESS, Presenter, possible, start_display

if TYPE_CHECKING:
    from collections.abc import Callable

    from .assets import Library
    from .screen_reader import ScreenReader

ATTACHED_FIRST = ("win32", "darwin")
"""Systems on which a screen reader must be there before the window is shown."""


class Opening:
    """A window with the title in it, for the game to move into. `library` is already decoding the title's picture."""

    def __init__(self, story: Path, assets: Path, picture: str, cache: Cache | None = None) -> None:
        """Open it. `picture` is the title's own, a file in `assets`; `story` is a folder that nobody has looked into.

        Raises EnvironmentFault where no window can be opened.
        """
        self.reader: ScreenReader | None = None
        self._cache = cache or Cache(folders.cache())
        held = _settings()
        place = str(story.resolve())
        self._name = f"title-{zlib.crc32(place.encode(errors='replace')):08x}"
        self._sources = [__version__, place, _stamp(story / "story.yaml"), _stamp(assets / picture), held]
        caption, title = self._kept()
        self.presenter = open_window(
            caption or story.resolve().parent.name,
            size=(_number(held, "window_width"), _number(held, "window_height")),
            fullscreen=held.get("fullscreen") is True,
            made=self._attach if sys.platform in ATTACHED_FIRST else None,
        )
        self.is_current = title is not None and title.get_size() == self.presenter.surface.get_size()
        """Whether the cache holds the title as it would be drawn now."""
        if title is not None:
            self._show(title)
        self.library = self._decoding(assets, picture, wait=title is None)

    def close(self) -> None:
        """Close the window, where the game that moved in has not done so."""
        self.library.close()
        pygame.display.quit()

    def keep(self, caption: str, title: pygame.Surface) -> None:
        """Remember for the next start what the title looks like without its menu."""
        head = json.dumps([self._sources, caption]).encode()
        self._cache.write(self._name, head + b"\n" + file_of(title, "title.jpg"))
        self.is_current = True

    def _kept(self) -> tuple[str, pygame.Surface | None]:
        """The caption and the picture of an earlier start, where nothing has changed since."""
        head, _, data = (self._cache.read(self._name) or b"").partition(b"\n")
        with suppress(ValueError, TypeError, pygame.error):
            sources, caption = json.loads(head)
            if sources == self._sources:
                return str(caption), pygame.image.load(io.BytesIO(data), "title.jpg")
        return "", None

    def _show(self, title: pygame.Surface) -> None:
        target = self.presenter.surface
        if title.get_size() != target.get_size():
            title = pygame.transform.smoothscale(title, target.get_size())
        target.blit(title, (0, 0))
        self.presenter.present(None)

    def _decoding(self, assets: Path, picture: str, *, wait: bool) -> Library:
        """Let a thread decode the picture; where nothing can be seen yet, wait for it and show it."""
        from .assets import Fit, Library, Wanted

        library = Library(assets, None)
        wanted = Wanted(picture, self.presenter.viewport.size, Fit.COVER)
        library.has(wanted)
        if wait:
            library.wait([wanted])
            found = library.get(wanted)
            if found is not None:
                self._show(found)
        return library

    def _attach(self) -> None:
        from .screen_reader import ScreenReader

        self.reader = ScreenReader("")
        self.reader.attach()


def open_window(
    caption: str, *, size: tuple[int, int], fullscreen: bool, made: Callable[[], None] | None = None
) -> Presenter:
    """A window, as large as its settings say (0: as the desktop suggests). Raises EnvironmentFault where none opens."""
    try:
        start_display()
        known = possible(size) if all(size) else None
        shown = None if pygame.display.get_driver() in HEADLESS else made
        return Presenter(caption, fullscreen=fullscreen, size=known, made=shown)
    except pygame.error as fault:
        raise EnvironmentFault(f"no window can be opened: {fault}") from fault


def _settings() -> dict[str, Any]:
    """What the file of settings holds; nothing where it holds none, which `app` will tell of."""
    try:
        held = json.loads((folders.home() / folders.SETTINGS).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _number(held: dict[str, Any], name: str) -> int:
    value = held.get(name)
    return value if isinstance(value, int) and 0 <= value <= 8192 else 0


def _stamp(path: Path) -> list[int]:
    """What differs where a file is another one."""
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]
