"""From keys, buttons and sticks to intents, by the player's bindings. Knows no screen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from .bindings import FIXED, Bindings
from .geometry import Point, Viewport
from .intents import Do, Intent
from .pads import Pressed
from .typed import EDITING, PASTING

KEYPAD: Mapping[int, Do] = {
    pygame.K_KP_8: Do.UP,
    pygame.K_KP_2: Do.DOWN,
    pygame.K_KP_4: Do.LEFT,
    pygame.K_KP_6: Do.RIGHT,
    pygame.K_KP_9: Do.BACK,
    pygame.K_KP_3: Do.FORWARD,
}
"""The keypad while Num Lock is off; with it, its figures choose."""

MOST_TURNED = 3
"""Steps of the wheel that count of one turn, however fast."""
WHEEL = (4, 5)
"""Buttons as which some systems report the wheel, which has an event of its own."""

REPEATING = frozenset({Do.BACK, Do.FORWARD, Do.UP, Do.DOWN, Do.LEFT, Do.RIGHT})
MODIFIERS = ((pygame.KMOD_ALT, "alt"), (pygame.KMOD_CTRL, "ctrl"), (pygame.KMOD_SHIFT, "shift"))
ONLY_HELD = frozenset({"alt", "ctrl", "shift", "meta", "super"})
"""Last words of the names of keys that are held with others."""


class Input:
    """Turns events into intents; remembers only what is held down.

    While `asking`, the next key or button is not obeyed but handed over by its name; while `typing`, keys are letters.
    """

    def __init__(self, changed: Mapping[str, str] = MappingProxyType({})) -> None:
        """Nothing is held yet; `changed` is what a player changed of the bindings."""
        self.asking = self.typing = False
        self._changed = changed
        self._table = Bindings(changed).table()
        self._held: set[int] = set()
        self._pad = Pressed()
        self._pointer: Point = (0.0, 0.0)

    def follow(self, changed: Mapping[str, str]) -> None:
        """Take up other bindings."""
        if changed is not self._changed:
            self._changed = changed
            self._table = Bindings(changed).table()

    def intents(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        """What an event means; mostly one intent or none."""
        if self.asking:
            return self._answer(event, viewport)
        if self.typing and event.type in (pygame.KEYDOWN, pygame.TEXTINPUT):
            return self._typed(event)
        return self._meant(event, viewport)

    def _typed(self, event: pygame.Event) -> tuple[Intent, ...]:
        """Letters come as text; the keys that they came by mean nothing beside."""
        if event.type == pygame.TEXTINPUT:
            return (Intent(Do.TYPED, name=event.text),)
        name = _name(event)
        if name in EDITING:
            return (Intent(Do.CAPTURED, name=name),)
        if name in PASTING:
            return (Intent(Do.TYPED, name=_clipboard()),)
        return () if event.unicode and event.unicode.isprintable() else self._of_key(event)

    def tick(self, seconds: float) -> tuple[Intent, ...]:
        """Let time pass: what is held down on a pad repeats, as a held key does by itself."""
        names = self._pad.tick(seconds)
        found = (Intent(self._table[name]) for name in names if name in self._table and not self.asking)
        return tuple(intent for intent in found if intent.do in REPEATING)

    @property
    def holding(self) -> bool:
        """Whether something is held down on a pad."""
        return self._pad.holding

    def _answer(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        """The name of what was pressed; what always means the same keeps its meaning."""
        if event.type == pygame.KEYDOWN:
            name = _name(event)
            if name in FIXED:
                return self._meant(event, viewport)
            if name.rpartition(" ")[2] in ONLY_HELD or event.key in self._held:
                return ()
            self._held.add(event.key)
        else:
            name = next(iter((*self._pad.names(event), *_clicks(event))), "")
        if name in FIXED:
            at = viewport.virtual(event.pos) if event.type == pygame.MOUSEBUTTONUP else (0.0, 0.0)
            return self._of(name, at)
        return (Intent(Do.CAPTURED, name=name),) if name else self._meant(event, viewport)

    def _meant(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        match event.type:
            case pygame.KEYDOWN:
                return self._of_key(event)
            case pygame.KEYUP:
                self._held.discard(event.key)
                held = self._table.get(f"key:{pygame.key.name(event.key)}") is Do.SKIP_HELD
                return (Intent(Do.SKIP_RELEASED),) if held else ()
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
                self._pad.let_go()
                return (Intent(Do.SKIP_RELEASED),)
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEWHEEL:
                return self._of_mouse(event, viewport)
            case pygame.QUIT:
                return (Intent(Do.QUIT),)
        return tuple(intent for name in self._pad.names(event) for intent in self._of(name))

    def _of_mouse(self, event: pygame.Event, viewport: Viewport) -> tuple[Intent, ...]:
        """Where the pointer is, what it holds, what it clicks on and where the wheel was turned."""
        if event.type != pygame.MOUSEWHEEL:
            self._pointer = viewport.virtual(event.pos)
        if event.type == pygame.MOUSEMOTION:
            return (Intent(Do.DRAG if event.buttons[0] else Do.POINT, at=self._pointer),)
        if event.type == pygame.MOUSEBUTTONDOWN:
            return (Intent(Do.GRAB, at=self._pointer),) if event.button == 1 else ()
        return tuple(intent for name in _clicks(event) for intent in self._of(name, self._pointer))

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


def _clipboard() -> str:
    """What lies on the clipboard as text, on one line."""
    try:
        return " ".join(pygame.scrap.get_text().split())
    except pygame.error:
        return ""


def _clicks(event: pygame.Event) -> tuple[str, ...]:
    """The names of what a mouse does in an event: mostly one or none, of a fast turn of the wheel several."""
    if event.type == pygame.MOUSEBUTTONUP and event.button not in WHEEL:
        return (f"mouse:{event.button}",)
    if event.type == pygame.MOUSEWHEEL and event.y:
        return (f"mouse:wheel {'up' if event.y > 0 else 'down'}",) * min(MOST_TURNED, abs(int(event.y)))
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
