"""Which key or button means what, by name, and what a player changed of it. Knows no devices and no screens.

A name is `key:space`, `key:alt+return`, `pad:left trigger`, `mouse:2`, `mouse:wheel up`. What a player changed stands
over the defaults: a name to a wish, or to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.app.wording import later, say

from .intents import Do

DEFAULTS: Mapping[str, Do] = {
    "key:space": Do.ADVANCE,
    "key:return": Do.ENTER,
    "key:enter": Do.ENTER,
    "key:page up": Do.BACK,
    "key:AC Back": Do.BACK,
    "key:page down": Do.FORWARD,
    "key:escape": Do.MENU,
    "key:menu": Do.MENU,
    "key:break": Do.MENU,
    "key:h": Do.HIDE,
    "key:a": Do.AUTO,
    "key:l": Do.HISTORY,
    "key:tab": Do.SKIP,
    "key:shift+tab": Do.PREVIOUS,
    "key:shift+.": Do.SKIP_TO_CHOICE,
    "key:>": Do.SKIP_TO_CHOICE,
    "key:shift+>": Do.SKIP_TO_CHOICE,
    "key:shift+<": Do.SKIP_TO_CHOICE,
    "key:left ctrl": Do.SKIP_HELD,
    "key:right ctrl": Do.SKIP_HELD,
    "key:f1": Do.HELP,
    "key:f2": Do.ROADS,
    "key:alt+shift+p": Do.ROADS,
    "key:shift+a": Do.ACCESS,
    "key:f5": Do.QUICK_SAVE,
    "key:f6": Do.QUICK_LOAD,
    "key:f9": Do.RECORD,
    "key:s": Do.SCREENSHOT,
    "key:alt+s": Do.SCREENSHOT,
    "key:alt+shift+s": Do.SCREENSHOT,
    "key:v": Do.VOICE,
    "key:alt+v": Do.VOICE,
    "key:shift+c": Do.CLIPBOARD,
    "key:alt+shift+c": Do.CLIPBOARD,
    "key:i": Do.LOOK,
    "key:?": Do.LOOK,
    "key:shift+?": Do.LOOK,
    "key:shift+/": Do.LOOK,
    "key:shift+ß": Do.LOOK,
    "key:f": Do.FULLSCREEN,
    "key:f11": Do.FULLSCREEN,
    "key:alt+return": Do.FULLSCREEN,
    "key:alt+enter": Do.FULLSCREEN,
    "key:up": Do.UP,
    "key:down": Do.DOWN,
    "key:left": Do.LEFT,
    "key:right": Do.RIGHT,
    "key:delete": Do.DELETE,
    "key:alt+f4": Do.QUIT,
    "key:shift+d": Do.INSIDE,
    "key:shift+j": Do.JUMP,
    "mouse:1": Do.PRESS,
    "mouse:2": Do.HIDE,
    "mouse:3": Do.MENU,
    "mouse:wheel up": Do.BACK,
    "mouse:wheel down": Do.FORWARD,
    "pad:a": Do.ENTER,
    "pad:b": Do.MENU,
    "pad:x": Do.HISTORY,
    "pad:y": Do.HIDE,
    "pad:left shoulder": Do.BACK,
    "pad:right shoulder": Do.FORWARD,
    "pad:left trigger": Do.BACK,
    "pad:right trigger": Do.ENTER,
    "pad:back": Do.BACK,
    "pad:start": Do.MENU,
    "pad:guide": Do.MENU,
    "pad:left stick": Do.AUTO,
    "pad:right stick": Do.SKIP,
    "pad:up": Do.UP,
    "pad:down": Do.DOWN,
    "pad:left": Do.LEFT,
    "pad:right": Do.RIGHT,
}
"""The habits of visual-novel players. A stick's own name is the stick, pressed; its ways are those of the cross."""

ARROWS = ("up", "down", "left", "right")
FIXED = frozenset(
    {
        *("mouse:1", "pad:a", "pad:b", "key:return", "key:escape", "key:alt+f4"),
        *(f"{device}:{arrow}" for device in ("key", "pad") for arrow in ARROWS),
    }
)
"""What always means the same, so that nobody can lock themselves out."""

ACTIONS: Mapping[Do, str] = {
    Do.ADVANCE: later("Go on"),
    Do.ENTER: later("Take what is in focus"),
    Do.BACK: later("One line back"),
    Do.FORWARD: later("One line forward"),
    Do.MENU: later("Menu, or close"),
    Do.HISTORY: later("History"),
    Do.AUTO: later("Go on by itself"),
    Do.SKIP: later("Skip"),
    Do.SKIP_TO_CHOICE: later("Skip to the next choice"),
    Do.SKIP_HELD: later("Skip while held"),
    Do.HIDE: later("Hide the text"),
    Do.QUICK_SAVE: later("Quick save"),
    Do.QUICK_LOAD: later("Quick load"),
    Do.FULLSCREEN: later("Full screen"),
    Do.SCREENSHOT: later("Picture of the screen"),
    Do.RECORD: later("Record a replay"),
    Do.VOICE: later("Read aloud"),
    Do.CLIPBOARD: later("Read to the clipboard"),
    Do.LOOK: later("Say what is there"),
    Do.DELETE: later("Erase a save"),
    Do.HELP: later("Help"),
    Do.ROADS: later("Roads"),
    Do.ACCESS: later("Access"),
}
"""What can be put on another key or button, in the order it is listed."""

NUMBERED = ("a", "b", "x", "y", "left shoulder", "right shoulder", "back", "start", "guide")
"""What settings of earlier versions call a pad's buttons by number."""
PAD_NAMES = {
    "guide": later("Guide"),
    "left shoulder": later("left shoulder"),
    "right shoulder": later("right shoulder"),
    "left trigger": later("left trigger"),
    "right trigger": later("right trigger"),
    "left stick": later("left stick pressed"),
    "right stick": later("right stick pressed"),
}
WHEEL_NAMES = {"wheel up": later("Wheel up"), "wheel down": later("Wheel down")}
MOUSE_NAMES = (later("Left mouse button"), later("Middle mouse button"), later("Right mouse button"))
KEY_NAMES = {
    "AC Back": later("Back key"),
    "enter": later("Keypad Enter"),
    "break": later("Pause"),
    "return": later("Enter"),
    "menu": later("Menu key"),
    "space": later("Space"),
    "escape": later("Escape"),
    "page up": later("Page Up"),
    "page down": later("Page Down"),
    "tab": later("Tab"),
    "delete": later("Delete"),
    "backspace": later("Backspace"),
    "home": later("Home"),
    "end": later("End"),
    "insert": later("Insert"),
    "up": later("Up"),
    "down": later("Down"),
    "left": later("Left"),
    "right": later("Right"),
    "left ctrl": later("Left Ctrl"),
    "right ctrl": later("Right Ctrl"),
    "shift": later("Shift"),
    "ctrl": later("Ctrl"),
    "alt": later("Alt"),
}
"""What keys are called that have more than a letter on them."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """The defaults with what a player `changed`: names to names of wishes, or to "" where it means nothing."""

    changed: Mapping[str, str]

    def table(self) -> dict[str, Do]:
        """What each name means. What is no name of a wish, or would change what is fixed, is passed over."""
        held = dict(DEFAULTS)
        for called, wish in self.changed.items():
            name = _of_today(called)
            if name in FIXED:
                continue
            if not wish:
                held.pop(name, None)
            elif wish in Do.__members__ and Do[wish] in ACTIONS:
                held[name] = Do[wish]
        return held

    def names(self, do: Do) -> tuple[str, ...]:
        """Every name that means a wish."""
        return tuple(name for name, meant in self.table().items() if meant is do)

    def put(self, name: str, do: Do) -> Bindings:
        """The same with that name meaning that wish."""
        changed = {**self.changed, name: do.name}
        if DEFAULTS.get(name) is do:
            del changed[name]
        return Bindings(changed)

    def cleared(self, do: Do) -> Bindings:
        """The same with every key and button taken from a wish that may be."""
        gone = {name: "" for name in self.names(do) if name not in FIXED}
        changed = {**self.changed, **gone}
        return Bindings({name: wish for name, wish in changed.items() if wish or name in DEFAULTS})

    def reset(self, do: Do) -> Bindings:
        """The same with a wish on its own keys and buttons again, taken back from whoever has them."""
        own = {name for name, meant in DEFAULTS.items() if meant is do}
        return Bindings({name: wish for name, wish in self.changed.items() if wish != do.name and name not in own})


def spoken(name: str) -> str:
    """A key or button as a person calls it: `Alt+Enter`, `Pad left trigger`, `Middle mouse button`."""
    kind, _, what = _of_today(name).partition(":")
    if kind == "key":
        *mods, key = what.split("+") if not what.endswith("+") else (*what[:-2].split("+"), "+")
        return "+".join(_key(one) for one in (*mods, key) if one)
    if kind == "pad":
        return say("Pad {button}", button=say(PAD_NAMES[what]) if what in PAD_NAMES else what.title())
    if what in WHEEL_NAMES:
        return say(WHEEL_NAMES[what])
    number = int(what) if what.isdigit() else 0
    if 1 <= number <= len(MOUSE_NAMES):
        return say(MOUSE_NAMES[number - 1])
    return say("Mouse button {number}", number=what)


def _of_today(name: str) -> str:
    """A name as it is called now."""
    what = name.removeprefix("pad:")
    if what == "trigger":
        return "pad:right trigger"
    old = what != name and what.isdigit() and int(what) < len(NUMBERED)
    return f"pad:{NUMBERED[int(what)]}" if old else name


def _key(name: str) -> str:
    if name in KEY_NAMES:
        return say(KEY_NAMES[name])
    return name if len(name) > 1 and name[0].isupper() else name.title()
