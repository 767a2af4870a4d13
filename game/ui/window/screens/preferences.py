"""Every setting on its page, changed in place; keys and buttons, and back to how it was. Knows no setting's meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.languages import name_of
from game.app.settings import ABOUT, DOMAINS
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.settings import Panel, Row, settings
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.tabs import Tab
from game.ui.window.widgets import Node, find

from .keys import Keys
from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting on the screen: name, label, and by how much a number moves."""

    name: str
    label: str
    step: int = 1


PAGES: dict[str, tuple[Entry, ...]] = {
    "Reading": (
        Entry("text_speed", "Text speed", 10),
        Entry("auto", "Go on by itself"),
        Entry("auto_time", "Auto speed"),
        Entry("skip_unseen", "Skip unread text"),
        Entry("skip_after_choices", "Skip after choices"),
        Entry("time_limits", "Timed choices"),
        Entry("soften", "Softened text"),
    ),
    "Text": (
        Entry("text_size", "Text size", 5),
        Entry("line_spacing", "Line spacing", 10),
        Entry("font", "Typeface"),
        Entry("box_opacity", "Text box", 5),
        Entry("high_contrast", "High contrast"),
        Entry("captions", "Sound captions"),
    ),
    "Picture": (
        Entry("fullscreen", "Full screen"),
        Entry("reduced_motion", "Reduced motion"),
        Entry("flashes", "Flashes"),
    ),
    "Sound": (
        Entry("volume", "Volume", 5),
        Entry("music_volume", "Music", 5),
        Entry("ambience_volume", "Ambience", 5),
        Entry("sound_volume", "Sounds", 5),
        Entry("interface_volume", "Interface", 5),
        Entry("mute", "Mute all"),
        Entry("mute_unfocused", "Mute in background"),
        Entry("mono", "Mono"),
    ),
    "Access": (
        Entry("self_voicing", "Self-voicing"),
        Entry("voice_speed", "Voice speed", 10),
        Entry("voice_volume", "Voice volume", 5),
        Entry("scanning", "One button"),
        Entry("scan_groups", "Scan by groups"),
        Entry("high_contrast", "High contrast"),
        Entry("reduced_motion", "Reduced motion"),
        Entry("time_limits", "Timed choices"),
        Entry("captions", "Sound captions"),
    ),
}
LANGUAGE = "language"
TRIALS = ("music_volume", "ambience_volume", "sound_volume")
"""Volumes that can be heard at once."""
SPOKEN: dict[str, dict[object, str]] = {
    "self_voicing": {"off": "Off", "speech": "Speech", "clipboard": "Clipboard"},
    "time_limits": {"kept": "As written", "doubled": "Twice as long", "fivefold": "Five times", "off": "No limit"},
    "text_speed": {0: "At once"},
    "font": {"story": "Story", "readable": "Legible", "dyslexia": "Dyslexia"},
}


class Preferences(Screen):
    """Pages of settings. Arrows change a value, Enter goes to the next and round."""

    def __init__(self, player: Player) -> None:
        """With the first setting in focus."""
        super().__init__(player)
        self.page = "Reading"
        self.focus = PAGES[self.page][0].name

    def tree(self, sheet: Sheet) -> Node:
        """The page that is open."""
        held = self.player.app.settings
        rows = tuple(
            Row(entry.name, entry.label, _spoken(entry.name, getattr(held, entry.name)), ABOUT[entry.name])
            for entry in PAGES[self.page]
        )
        if self.page == "Reading" and len(self.player.app.languages) > 1:
            spoken = name_of(self.player.app.language)
            rows = (*rows, Row(LANGUAGE, "Language", spoken, "what the story is read in"))
        if self.page == "Sound":
            rows = (*rows, *(Row(f"hear.{name}", f"Hear: {_label(name)}", "Play", "a bell") for name in TRIALS))
        tabs = tuple(Tab(f"page.{page}", page) for page in (*PAGES, "Keys"))
        foot = (("reset", "Reset everything"), ("close", "Back"))
        return settings(Panel(rows, tabs, f"page.{self.page}", foot), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Turn the page, let a volume be heard, or go to the next value, and round."""
        kind, _, name = control.partition(".")
        if kind == "page":
            self._open(name)
        elif kind == "hear":
            self.player.trials.append(name)
        elif kind == "close":
            self.close()
        elif kind == "reset":
            text = "Set everything back to how it was at first, keys and buttons too?"
            self.player.ask(text, "Reset", self.player.reset_settings)
        else:
            self._change(control, 1, around=True)

    def handle(self, intent: Intent) -> None:
        """Left and right change the value in focus; the wheel and the page keys turn the pages."""
        if intent.do in (Do.LEFT, Do.RIGHT) and self.focus in (*DOMAINS, LANGUAGE):
            self._change(self.focus, 1 if intent.do is Do.RIGHT else -1, around=False)
        else:
            super().handle(intent)

    def turn(self, tree: Node, step: int) -> None:
        """From page to page."""
        order = list(PAGES)
        self._open(order[max(0, min(len(order) - 1, order.index(self.page) + step))])

    def _open(self, page: str) -> None:
        if page == "Keys":
            self.player.push(Keys(self.player))
            return
        self.page = page
        here = find(self.tree(self.player.sheet), self.focus)
        if here is None or self.focus.startswith("page."):
            self.focus = f"page.{page}"

    def _change(self, name: str, way: int, *, around: bool) -> None:
        if name == LANGUAGE:
            self._speak(way, around=around)
            return
        domain = DOMAINS[name]
        step = next(entry.step for entry in PAGES[self.page] if entry.name == name)
        at = domain.index(getattr(self.player.app.settings, name)) + way * step
        if around and at >= len(domain):
            at = 0
        self.player.change(name, domain[max(0, min(len(domain) - 1, at))])

    def _speak(self, way: int, *, around: bool) -> None:
        app = self.player.app
        at = app.languages.index(app.language) + way
        if around:
            at %= len(app.languages)
        app.speak(app.languages[max(0, min(len(app.languages) - 1, at))])


def _label(name: str) -> str:
    return next(entry.label for entry in PAGES["Sound"] if entry.name == name).lower()


def _spoken(name: str, value: object) -> str:
    known = SPOKEN.get(name, {})
    if value in known:
        return known[value]
    return {True: "On", False: "Off"}[value] if isinstance(value, bool) else str(value).capitalize()
