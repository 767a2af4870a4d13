"""Every setting on its page, changed in place; keys and buttons, and back to how it was. Knows no setting's meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.languages import name_of
from game.app.settings import ABOUT, DOMAINS
from game.app.wording import later, say
from game.ui.window.geometry import Point
from game.ui.window.intents import HOVERING, Do, Intent
from game.ui.window.layout.settings import BEFORE, Panel, Row, along, settings
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.tabs import Tab
from game.ui.window.widgets import Node, find, under

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
    later("Reading"): (
        Entry("text_speed", later("Text speed"), 10),
        Entry("auto", later("Go on by itself")),
        Entry("auto_time", later("Auto speed")),
        Entry("skip_unseen", later("Skip unread text")),
        Entry("skip_after_choices", later("Skip after choices")),
        Entry("time_limits", later("Timed choices")),
        Entry("soften", later("Softened text")),
    ),
    later("Text"): (
        Entry("text_size", later("Text size"), 5),
        Entry("line_spacing", later("Line spacing"), 10),
        Entry("letter_spacing", later("Letter spacing")),
        Entry("font", later("Typeface")),
        Entry("box_opacity", later("Text box"), 5),
        Entry("high_contrast", later("High contrast")),
        Entry("captions", later("Sound captions")),
    ),
    later("Picture"): (
        Entry("fullscreen", later("Full screen")),
        Entry("reduced_motion", later("Reduced motion")),
        Entry("flashes", later("Flashes")),
        Entry("system_pointer", later("System pointer")),
    ),
    later("Sound"): (
        Entry("volume", later("Volume"), 5),
        Entry("music_volume", later("Music"), 5),
        Entry("ambience_volume", later("Ambience"), 5),
        Entry("sound_volume", later("Sounds"), 5),
        Entry("interface_volume", later("Interface"), 5),
        Entry("mute", later("Mute all")),
        Entry("mute_unfocused", later("Mute in background")),
        Entry("mono", later("Mono")),
    ),
    later("Access"): (
        Entry("self_voicing", later("Self-voicing")),
        Entry("voice_speed", later("Voice speed"), 10),
        Entry("voice_volume", later("Voice volume"), 5),
        Entry("scanning", later("One button")),
        Entry("scan_groups", later("Scan by groups")),
        Entry("high_contrast", later("High contrast")),
        Entry("reduced_motion", later("Reduced motion")),
        Entry("time_limits", later("Timed choices")),
        Entry("captions", later("Sound captions")),
    ),
}
KEYS = later("Keys")
"""The page of keys and buttons, which is a screen of its own."""
ACCESS = "Access"
LANGUAGE = "language"
TRIALS = ("music_volume", "ambience_volume", "sound_volume")
"""Volumes that can be heard at once."""
SPOKEN: dict[str, dict[object, str]] = {
    "self_voicing": {"off": later("Off"), "speech": later("Speech"), "clipboard": later("Clipboard")},
    "time_limits": {
        "kept": later("As written"),
        "doubled": later("Twice as long"),
        "fivefold": later("Five times"),
        "off": later("No limit"),
    },
    "text_speed": {0: later("At once")},
    "scanning": {
        "off": later("Off"),
        "slowest": later("Slowest"),
        "slow": later("Slow"),
        "fast": later("Fast"),
    },
    "font": {"story": later("Story"), "readable": later("Legible"), "dyslexia": later("Dyslexia")},
}
PERCENT = later("{number} %")
UNITS = {"text_speed": later("{number} / s"), "auto_time": later("{number} s")}
"""How numbers are written that are no percentages."""
HALF = 0.5
SAMPLE = later(
    "“So it will look,” she says. “Two lines or three, in this face, of this size, and the dark behind them.”"
)
SWITCH = {True: later("On"), False: later("Off")}


class Preferences(Screen):
    """Pages of settings. Arrows change a value, Enter goes to the next and round."""

    def __init__(self, player: Player) -> None:
        """With the first setting in focus."""
        super().__init__(player)
        self.page = "Reading"
        self.focus = PAGES[self.page][0].name
        self._bar = ""
        """The bar that the pointer holds."""

    def tree(self, sheet: Sheet) -> Node:
        """The page that is open."""
        held = self.player.app.settings
        rows = tuple(_row(entry, getattr(held, entry.name)) for entry in PAGES[self.page])
        if self.page == "Reading" and len(self.player.app.languages) > 1:
            spoken = name_of(self.player.app.language)
            rows = (*rows, Row(LANGUAGE, say("Language"), spoken, self._language_about))
        if self.page == "Sound":
            rows = (
                *rows,
                *(
                    Row(f"hear.{name}", say("Hear: {what}", what=_label(name)), say("Play"), say("a bell"))
                    for name in TRIALS
                ),
            )
        tabs = tuple(Tab(f"page.{page}", say(page)) for page in (*PAGES, KEYS))
        foot = (("reset", say("Reset everything")), ("close", say("Back")))
        sample = say(SAMPLE) if self.page == "Text" else ""
        return settings(Panel(rows, tabs, f"page.{self.page}", foot, sample=sample), sheet, self.focus)

    @property
    def _language_about(self) -> str:
        """What speaks the language that is set: the story and the game, or only one of them."""
        app = self.player.app
        if app.told_in != app.language:
            return say("what the game speaks; the story is told in {language}", language=name_of(app.told_in))
        if app.spoken_in != app.language:
            return say("what the story is told in; the game speaks {language}", language=name_of(app.spoken_in))
        return say("what the story is told in and the game speaks")

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
            text = say("Set everything back to how it was at first, keys and buttons too?")
            self.player.ask(text, say("Reset"), self.player.reset_settings)
        else:
            self._change(control, 1, around=True)

    def handle(self, intent: Intent) -> None:
        """Left and right change the value in focus, the wheel that of the bar under it; else it turns the pages."""
        if self._drag(intent):
            return
        hit = self._hit(intent.at)
        if intent.do in (Do.LEFT, Do.RIGHT) and self.focus in (*DOMAINS, LANGUAGE):
            self._change(self.focus, 1 if intent.do is Do.RIGHT else -1, around=False)
        elif intent.do is Do.PRESS and hit is not None:
            self._set(*hit)
        elif intent.do in (Do.BACK, Do.FORWARD) and hit is not None and _is_bar(hit[0]):
            self.focus = hit[0]
            self._change(hit[0], 1 if intent.do is Do.BACK else -1, around=False)
        else:
            super().handle(intent)

    def _drag(self, intent: Intent) -> bool:
        """A bar goes with the pointer from where the button went down on it until it comes up; whether it did."""
        if intent.do is Do.GRAB:
            hit = self._hit(intent.at)
            self._bar = hit[0] if hit is not None and _is_bar(hit[0]) and 0 <= hit[1] <= 1 else ""
        if not self._bar or intent.do not in (*HOVERING, Do.PRESS):
            return False
        row = find(self.player.tree_of(self), self._bar)
        share = along(row.bounds, intent.at) if row is not None else 0.0
        held = getattr(self.player.app.settings, self._bar)
        if intent.do not in (Do.GRAB, Do.DRAG):
            self.player.change(self._bar, held)  # which is to last now
            self._bar = ""
            return intent.do is Do.PRESS
        self.focus = self._bar
        if (value := self._value(self._bar, share)) != held:
            self.player.change(self._bar, value, lasting=False)
        return True

    def _value(self, name: str, share: float) -> object:
        """The value at that place of a bar, or at its nearer end."""
        domain, step = DOMAINS[name], self._step(name)
        return domain[max(0, min(len(domain) - 1, round(share * (len(domain) - 1) / step) * step))]

    def _step(self, name: str) -> int:
        return next(entry.step for entry in PAGES[self.page] if entry.name == name)

    def _hit(self, at: Point) -> tuple[str, float] | None:
        """The setting whose value is clicked on, and where along it; None for a click on anything else."""
        node = under(self.player.tree_of(self), at)
        if node is None or node.id not in (*DOMAINS, LANGUAGE):
            return None
        share = along(node.bounds, at)
        return (node.id, share) if share > BEFORE else None

    def _set(self, name: str, share: float) -> None:
        """A click on the arrows goes a step, on a bar to that value, on words to the one before or after."""
        self.focus = name
        if _is_bar(name) and 0 <= share <= 1:
            self.player.change(name, self._value(name, share))
        else:
            self._change(name, -1 if share < HALF else 1, around=not _is_bar(name))

    def turn(self, tree: Node, step: int) -> None:
        """From page to page."""
        order = list(PAGES)
        self._open(order[max(0, min(len(order) - 1, order.index(self.page) + step))])

    def turn_to(self, page: str) -> None:
        """Open a page, with its first setting in focus."""
        self.page, self.focus = page, PAGES[page][0].name

    def _open(self, page: str) -> None:
        if page == KEYS:
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
        domain, step = DOMAINS[name], self._step(name)
        at = domain.index(getattr(self.player.app.settings, name)) + way * step
        if around:
            at = at % len(domain) if step == 1 else 0 if at >= len(domain) else at
        self.player.change(name, domain[max(0, min(len(domain) - 1, at))])

    def _speak(self, way: int, *, around: bool) -> None:
        app = self.player.app
        at = app.languages.index(app.language) + way
        if around:
            at %= len(app.languages)
        app.speak(app.languages[max(0, min(len(app.languages) - 1, at))])


def _is_bar(name: str) -> bool:
    return isinstance(DOMAINS.get(name), range)


def _label(name: str) -> str:
    return say(next(entry.label for entry in PAGES["Sound"] if entry.name == name))


def _row(entry: Entry, value: object) -> Row:
    domain = DOMAINS[entry.name]
    share = (
        (value - domain[0]) / (domain[-1] - domain[0]) if isinstance(domain, range) and isinstance(value, int) else None
    )
    return Row(entry.name, say(entry.label), _spoken(entry.name, value), say(ABOUT[entry.name]), share)


def _spoken(name: str, value: object) -> str:
    known = SPOKEN.get(name, {})
    if value in known:
        return say(known[value])
    if isinstance(value, bool):
        return say(SWITCH[value])
    return say(UNITS.get(name, PERCENT), number=value)
