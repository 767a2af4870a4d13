"""From keys, buttons and sticks to intents, by the player's bindings. Knows no screen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from .bindings import FIXED, Bindings
from .geometry import Point, Viewport
from .intents import Do, Intent

KEYPAD: Mapping[int, Do] = {
    pygame.K_KP_8: Do.UP,
    pygame.K_KP_2: Do.DOWN,
    pygame.K_KP_4: Do.LEFT,
    pygame.K_KP_6: Do.RIGHT,
    pygame.K_KP_9: Do.BACK,
    pygame.K_KP_3: Do.FORWARD,
}
"""The keypad while Num Lock is off; with it, its figures choose."""

TRIGGER = 5
"""The axis of the right trigger; at rest it is at -1."""
REST = 0.5
WHEEL = (4, 5)
"""Buttons as which some systems report the wheel, which has an event of its own."""

REPEATING = frozenset({Do.BACK, Do.FORWARD, Do.UP, Do.DOWN, Do.LEFT, Do.RIGHT})
MODIFIERS = ((pygame.KMOD_ALT, "alt"), (pygame.KMOD_CTRL, "ctrl"), (pygame.KMOD_SHIFT, "shift"))
ONLY_HELD = frozenset({"alt", "ctrl", "shift", "meta", "super"})
"""Last words of the names of keys that are held with others."""


class Input:
    """Turns events into intents; remembers only what is held down.

    While `asking`, the next key or button is not obeyed but handed over by its name.
    """

    def __init__(self, changed: Mapping[str, str] = MappingProxyType({})) -> None:
        """Nothing is held yet; `changed` is what a player changed of the bindings."""
        self.asking = False
        self._changed = changed
        self._table = Bindings(changed).table()
        self._pushed: Do | None = None
        self._held: set[int] = set()
        self._loose = False

    def follow(self, changed: Mapping[str, str]) -> None:
        """Take up other bindings."""
        if changed is not self._changed:
            self._changed = changed
            self._table = Bindings(changed).table()

    def intents(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        """What an event means; mostly one intent or none."""
        if self.asking:
            return self._answer(event, viewport)
        return self._meant(event, viewport)

    def _answer(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        """The name of what was pressed; what always means the same keeps its meaning."""
        name = ""
        if event.type == pygame.KEYDOWN:
            name = _name(event)
            if name in FIXED:
                return self._meant(event, viewport)
            if name.rpartition(" ")[2] in ONLY_HELD or event.key in self._held:
                return ()
            self._held.add(event.key)
        elif event.type == pygame.JOYBUTTONDOWN:
            name = f"pad:{event.button}"
        elif event.type == pygame.MOUSEBUTTONUP and event.button not in WHEEL:
            name = f"mouse:{event.button}"
        if name and name not in FIXED:
            return (Intent(Do.CAPTURED, name=name),)
        return self._meant(event, viewport)

    def _meant(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:  # noqa: PLR0911 - one a kind
        match event.type:
            case pygame.KEYDOWN:
                return self._of_key(event)
            case pygame.KEYUP:
                self._held.discard(event.key)
                held = self._table.get(f"key:{pygame.key.name(event.key)}") is Do.SKIP_HELD
                return (Intent(Do.SKIP_RELEASED),) if held else ()
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
                return (Intent(Do.SKIP_RELEASED),)
            case pygame.MOUSEMOTION:
                return (Intent(Do.POINT, at=viewport.virtual(event.pos)),)
            case pygame.MOUSEBUTTONUP if event.button not in WHEEL:
                return self._of(f"mouse:{event.button}", viewport.virtual(event.pos))
            case pygame.MOUSEWHEEL:
                return _of_wheel(event.y)
            case pygame.JOYBUTTONDOWN:
                return self._of(f"pad:{event.button}")
            case pygame.JOYHATMOTION:
                return self._of_hat(event.value[0], -event.value[1])
            case pygame.JOYAXISMOTION if event.axis in (0, 1):
                return self._of_stick(event.axis, event.value)
            case pygame.JOYAXISMOTION if event.axis == TRIGGER:
                return self._of_trigger(event.value)
            case pygame.QUIT:
                return (Intent(Do.QUIT),)
        return ()

    def _of_key(self, event: pygame.Event) -> tuple[Intent, ...]:
        """A held key repeats only what may repeat: nothing is taken or passed over by holding a key too long."""
        found = self._of_name(event)
        again = event.key in self._held
        self._held.add(event.key)
        return tuple(intent for intent in found if not again or intent.do in REPEATING)

    def _of_name(self, event: pygame.Event) -> tuple[Intent, ...]:
        if not event.mod & pygame.KMOD_NUM and event.key in KEYPAD:
            return (Intent(KEYPAD[event.key]),)
        name = _name(event)
        if name in self._table:
            return (Intent(self._table[name]),)
        number = _figure(event.key)
        return (Intent(Do.CHOICE, number=number),) if number and "+" not in name else ()

    def _of(self, name: str, at: Point = (0.0, 0.0)) -> tuple[Intent, ...]:
        return (Intent(self._table[name], at=at),) if name in self._table else ()

    def _of_hat(self, across: int, down: int) -> tuple[Intent, ...]:
        do = _direction(across, down)
        return (Intent(do),) if do else ()

    def _of_trigger(self, value: float) -> tuple[Intent, ...]:
        """One press for each pull that began at rest, where no stick rests."""
        if value < -REST:
            self._loose = True
        elif value > REST and self._loose:
            self._loose = False
            return self._of("pad:trigger")
        return ()

    def _of_stick(self, axis: int, value: float) -> tuple[Intent, ...]:
        """One move for each push; the stick must come back in between."""
        if abs(value) < 0.35:
            self._pushed = None
        elif abs(value) > 0.65 and self._pushed is None:
            sign = 1 if value > 0 else -1
            self._pushed = _direction(sign if axis == 0 else 0, sign if axis == 1 else 0)
            return (Intent(self._pushed),) if self._pushed else ()
        return ()


def _name(event: pygame.Event) -> str:
    """A key with those that are held down with it, in the order of the alphabet."""
    name = pygame.key.name(event.key)
    if name.rpartition(" ")[2] in ONLY_HELD:
        return f"key:{name}"
    return "key:" + "+".join((*(word for kind, word in MODIFIERS if event.mod & kind), name))


def _figure(key: int) -> int:
    if pygame.K_1 <= key <= pygame.K_9:
        return key - pygame.K_1 + 1
    return key - pygame.K_KP_1 + 1 if pygame.K_KP_1 <= key <= pygame.K_KP_9 else 0


def _of_wheel(turned: int) -> tuple[Intent, ...]:
    return (Intent(Do.BACK if turned > 0 else Do.FORWARD),) * min(3, abs(turned))


def _direction(across: int, down: int) -> Do | None:
    if down:
        return Do.DOWN if down > 0 else Do.UP
    if across:
        return Do.RIGHT if across > 0 else Do.LEFT
    return None
