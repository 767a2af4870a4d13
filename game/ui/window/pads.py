"""Gamepads: which are open, and what was pressed on them, by a name that is the same on every make. Knows no wishes.

SDL knows the layout of some hundred pads and calls their buttons by where an Xbox pad has them
(https://wiki.libsdl.org/SDL2/CategoryGameController). Of a pad that it doesn't know, the buttons are taken in the order
that most have, and only what is sure of the rest: the left stick, the cross, a right trigger.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from types import ModuleType

import pygame

BUTTONS = (
    *("a", "b", "x", "y", "back", "guide", "start", "left stick", "right stick", "left shoulder", "right shoulder"),
    *("up", "down", "left", "right"),
)
"""In SDL's order; a stick's button is the stick, pressed."""
UNKNOWN = ("a", "b", "x", "y", "left shoulder", "right shoulder", "back", "start", "guide", "left stick", "right stick")
"""In the order of a pad that SDL doesn't know."""
TRIGGERS = {4: "left trigger", 5: "right trigger"}
STICKS = (0, 1, 2, 3)
"""Axes of the sticks, across and down in turn."""
UNKNOWN_TRIGGER = 5
"""Its axis on a pad that SDL doesn't know; at rest it is at -1, where no stick rests."""
PUSHED, REST, PULLED = 0.65, 0.35, 0.5
FULL = 32767
"""What SDL reports of a stick or a trigger at its end."""
FIRST, AGAIN = 0.42, 0.07
"""Seconds until what is held down counts as pressed again, and from then on."""
DIRECTIONS = (("left", "right"), ("up", "down"))


class Pads:
    """The pads that are there: opened as they come, or they would stay silent."""

    def __init__(self) -> None:
        """Look for pads from now on. A machine on which that fails has none."""
        self._layouts = _layouts()
        self._open: dict[int, object] = {}
        self._known: set[int] = set()

    def heard(self, events: Iterable[pygame.Event]) -> list[pygame.Event]:
        """Open what has come and let go of what has gone; the events without those that a known pad sends twice."""
        left = []
        for event in events:
            if event.type in (pygame.JOYDEVICEADDED, pygame.CONTROLLERDEVICEADDED):
                self._welcome(event)
            elif event.type in (pygame.JOYDEVICEREMOVED, pygame.CONTROLLERDEVICEREMOVED):
                self._known.discard(event.instance_id)
                self._open.pop(event.instance_id, None)
            elif event.type not in SAID_TWICE or event.instance_id not in self._known:
                left.append(event)
        return left

    def _welcome(self, event: pygame.Event) -> None:
        index = event.device_index
        with suppress(pygame.error):
            known = self._layouts is not None and self._layouts.is_controller(index)
            if known and self._layouts is not None and event.type == pygame.CONTROLLERDEVICEADDED:
                pad = self._layouts.Controller(index)
                number = pad.as_joystick().get_instance_id()
                self._known.add(number)
                self._open[number] = pad
            elif not known and event.type == pygame.JOYDEVICEADDED:
                stick = pygame.joystick.Joystick(index)
                self._open[stick.get_instance_id()] = stick


def _layouts() -> ModuleType | None:
    """SDL's knowledge of pads, which pygame keeps in a module of no promised name."""
    with suppress(pygame.error, ImportError):
        pygame.joystick.init()
        from pygame._sdl2 import controller  # noqa: PLC0415 - only once a window is there: it costs a start 5 ms

        controller.init()
        return controller
    return None


SAID_TWICE = frozenset(
    {pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION, pygame.JOYBALLMOTION}
)


class Pressed:
    """From a pad's events to names of what is pressed: `pad:a`, `pad:left trigger`, `pad:up`."""

    def __init__(self) -> None:
        """Nothing is held."""
        self._pushed: dict[tuple[bool, int], str] = {}
        self._loose = False
        self._held = ""
        self._wait = 0.0

    def names(self, event: pygame.Event) -> tuple[str, ...]:
        """What an event newly presses."""
        found = self._of(event)
        if found:
            self._held, self._wait = found, FIRST
        return (found,) if found else ()

    def tick(self, seconds: float) -> tuple[str, ...]:
        """What counts as pressed again, being held down all the time."""
        if not self._held:
            return ()
        self._wait -= seconds
        if self._wait > 0:
            return ()
        self._wait = max(self._wait + AGAIN, 0.0)
        return (self._held,)

    @property
    def holding(self) -> bool:
        """Whether something is held down."""
        return bool(self._held)

    def let_go(self) -> None:
        """Whatever is held is held no longer."""
        self._pushed.clear()
        self._held = ""

    def _of(self, event: pygame.Event) -> str:
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN:
                return _named(BUTTONS, event.button)
            case pygame.JOYBUTTONDOWN:
                return _named(UNKNOWN, event.button)
            case pygame.CONTROLLERBUTTONUP | pygame.JOYBUTTONUP:
                self._held = ""
            case pygame.JOYHATMOTION:
                return self._of_cross(*event.value)
            case pygame.CONTROLLERAXISMOTION if event.axis in STICKS:
                return self._of_stick(event.axis, event.value / FULL, known=True)
            case pygame.JOYAXISMOTION if event.axis in STICKS[:2]:
                return self._of_stick(event.axis, event.value, known=False)
            case pygame.CONTROLLERAXISMOTION if event.axis in TRIGGERS:
                return self._of_trigger(event.axis, event.value / FULL)
            case pygame.JOYAXISMOTION if event.axis == UNKNOWN_TRIGGER:
                return self._of_unknown_trigger(event.value)
        return ""

    def _of_cross(self, across: int, up: int) -> str:
        if up:
            return "pad:up" if up > 0 else "pad:down"
        if across:
            return "pad:right" if across > 0 else "pad:left"
        self._held = ""
        return ""

    def _of_stick(self, axis: int, value: float, *, known: bool) -> str:
        """One press for each push; the stick must come back in between, and one way at a time."""
        here, other = (known, axis), (known, axis ^ 1)
        if abs(value) < REST and self._pushed.pop(here, ""):
            self._held = ""
        elif abs(value) > PUSHED and here not in self._pushed and other not in self._pushed:
            self._pushed[here] = f"pad:{DIRECTIONS[axis % 2][value > 0]}"
            return self._pushed[here]
        return ""

    def _of_trigger(self, axis: int, value: float) -> str:
        """One press for each pull."""
        here = (True, axis)
        if value < REST and self._pushed.pop(here, ""):
            self._held = ""
        elif value > PULLED and here not in self._pushed:
            self._pushed[here] = f"pad:{TRIGGERS[axis]}"
            return self._pushed[here]
        return ""

    def _of_unknown_trigger(self, value: float) -> str:
        if value < -PULLED:
            self._loose, self._held = True, ""
        elif value > PULLED and self._loose:
            self._loose = False
            return "pad:right trigger"
        return ""


def _named(order: tuple[str, ...], button: int) -> str:
    return f"pad:{order[button] if button < len(order) else button}"
