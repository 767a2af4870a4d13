"""The way to the system's own screen reader, through AccessKit (the extra `a11y`). Knows elements, no screens.

NVDA, Narrator and JAWS on Windows, VoiceOver on macOS and Orca on Linux ask the system for a tree of named elements;
AccessKit hands it to each in its own tongue (https://accesskit.dev). Without the package, or where the system takes
nothing, the game plays on without. What a screen reader asks for comes on a thread of its own and waits in a queue.
"""

from __future__ import annotations

import importlib
import queue
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pygame

from .elements import LINE, Element, Room, room
from .frame import Backdrop
from .geometry import WHOLE, Box, Viewport
from .intents import Do, Intent
from .voicing import Sight
from .widgets import Role

WINDOW, SCREEN = 0, 1
"""Ids of the two nodes that are always there; elements are numbered after them."""
ROLES = {
    Role.HEADING: "HEADING",
    Role.TEXT: "LABEL",
    Role.PICTURE: "IMAGE",
    Role.BUTTON: "BUTTON",
    Role.CHOICE: "BUTTON",
    Role.ENTRY: "LIST_ITEM",
    Role.METER: "METER",
    Role.STATUS: "STATUS",
}
"""Ours to AccessKit's."""


class ScreenReader:
    """Follows moment after moment; whoever reads the screen sees each as a tree and may take what is in it."""

    def __init__(self, title: str) -> None:
        """Not attached to a window yet. `title` is the window's name."""
        self.title = title
        self._kit: Any = None
        self._adapter: Any = None
        self.wanted = False
        """Whether somebody began to read, who has not been told anything yet."""
        self._before: tuple[Sight, Backdrop | None, Viewport] | None = None
        self._asked: queue.SimpleQueue[tuple[int, bool]] = queue.SimpleQueue()
        self._numbers: dict[str, int] = {}
        self._place: tuple[int, ...] = ()

    @property
    def attached(self) -> bool:
        """Whether a screen reader could read this window."""
        return self._adapter is not None

    def attach(self) -> None:
        """Take up the window that was just made; on Windows and macOS it must not have been shown yet."""
        with suppress(ImportError, OSError, RuntimeError, KeyError, pygame.error):
            self._kit = importlib.import_module("accesskit")
            self._adapter = self._adapted(self._begin, self._take, self._end)

    def focus_window(self, *, focused: bool) -> None:
        """The window came to the front, or went from there; on Windows AccessKit sees that by itself."""
        if self._adapter is None or sys.platform == "win32":
            return
        if sys.platform == "darwin":
            _raise(self._adapter.update_view_focus_state(focused))
        else:
            self._adapter.update_window_focus_state(focused)

    def follow(self, sight: Sight, backdrop: Backdrop | None, viewport: Viewport) -> None:
        """Hand on the moment, where it is another one and somebody reads."""
        now = sight, backdrop, viewport
        if self._adapter is None or (now == self._before and not self.wanted):
            return
        self._before, self.wanted = now, False
        self._tell_place(viewport)
        _raise(self._adapter.update_if_active(lambda: self._update(room(sight, backdrop), viewport)))

    def intents(self) -> tuple[Intent, ...]:
        """What was asked for since the last time, as wishes."""
        found = []
        while not self._asked.empty():
            target, takes = self._asked.get_nowait()
            key = next((key for key, number in self._numbers.items() if number == target), "")
            if key == LINE:
                found += [Intent(Do.ADVANCE)] if takes else []
            elif key:
                found.append(Intent(Do.TAKE if takes else Do.REACH, name=key))
        return tuple(found)

    # --- inside; the first three may be called on any thread ---

    def _begin(self) -> None:
        """Somebody began to read: the next turn hands on everything, since only it may look at the game."""
        self.wanted = True
        _wake()

    def _take(self, request: Any) -> None:  # noqa: ANN401 - AccessKit has no types
        takes = request.action == self._kit.Action.CLICK
        if takes or request.action == self._kit.Action.FOCUS:
            self._asked.put((request.target, takes))
            _wake()

    def _end(self) -> None:
        """Nobody reads any more; nothing was kept for them."""

    def _adapted(self, begin: Callable[[], None], take: Callable[[Any], None], end: Callable[[], None]) -> Any:  # noqa: ANN401
        kit = self._kit
        if sys.platform == "darwin":
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return kit.macos.SubclassingAdapter.for_window(_handle(), begin, take)
        if sys.platform == "win32":
            return kit.windows.SubclassingAdapter(_handle(), begin, take)
        return kit.unix.Adapter(begin, take, end)

    def _tell_place(self, viewport: Viewport) -> None:
        """Linux wants to know where the window stands on the desktop; the others know."""
        if sys.platform in ("win32", "darwin"):
            return
        with suppress(AttributeError, pygame.error):
            left, top = pygame.display.get_window_position()
            place = left, top, viewport.width, viewport.height
            if place != self._place:
                self._place = place
                frame = self._kit.Rect(left, top, left + viewport.width, top + viewport.height)
                self._adapter.set_root_window_bounds(frame, frame)

    def _update(self, now: Room, viewport: Viewport) -> Any:  # noqa: ANN401
        kit = self._kit
        update = kit.TreeUpdate(self._number(now.focus) if now.focus else SCREEN)
        update.tree = kit.Tree(WINDOW)
        update.tree.toolkit_name = "Stone Lightning"
        window = kit.Node(kit.Role.WINDOW)
        window.set_label(self.title)
        left, top = viewport.offset
        window.set_transform(kit.Affine((viewport.scale, 0, 0, viewport.scale, left, top)))
        window.set_bounds(self._rect(WHOLE))
        window.set_children([SCREEN])
        screen = kit.Node(kit.Role.DIALOG if now.modal else kit.Role.GROUP)
        screen.set_label(now.name)
        screen.set_bounds(self._rect(WHOLE))
        screen.add_action(kit.Action.FOCUS)
        screen.set_children([self._number(element.key) for element in now.elements])
        if now.modal:
            screen.set_modal()
        nodes = [(self._number(element.key), self._node(element)) for element in now.elements]
        update.nodes = [(WINDOW, window), (SCREEN, screen), *nodes]
        return update

    def _node(self, element: Element) -> Any:  # noqa: ANN401
        kit, role = self._kit, ROLES[element.role]
        node = kit.Node(getattr(kit.Role, role))
        (node.set_value if role == "LABEL" else node.set_label)(element.name)  # a label is its own words
        node.set_bounds(self._rect(element.bounds))
        if element.about:
            node.set_description(element.about)
        if element.live:
            node.set_live(kit.Live.POLITE)
        if element.on:
            node.set_toggled(kit.Toggled.TRUE)
        if element.place is not None:
            node.set_position_in_set(element.place[0])
            node.set_size_of_set(element.place[1])
        if not element.enabled:
            node.set_disabled()
        if element.control and element.enabled:
            node.add_action(kit.Action.CLICK)
        if element.control and element.key != LINE and (element.enabled or element.role is not Role.BUTTON):
            node.add_action(kit.Action.FOCUS)
        return node

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + SCREEN + 1)

    def _rect(self, box: Box) -> Any:  # noqa: ANN401
        return self._kit.Rect(box.x, box.y, box.right, box.bottom)


def _wake() -> None:
    """The loop may be waiting for an event."""
    with suppress(pygame.error):
        pygame.event.post(pygame.Event(pygame.USEREVENT))


def _handle() -> Any:  # noqa: ANN401
    """The system's own handle of the window."""
    return pygame.display.get_wm_info()["window"]


def _raise(events: Any) -> None:  # noqa: ANN401
    """Windows and macOS get their events from the thread that owns the window."""
    if events is not None:
        events.raise_events()
