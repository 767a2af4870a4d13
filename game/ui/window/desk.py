"""What all screens share: settings as they are seen, widgets as they stand, one picture giving way to the next.

Knows no screen by name.
"""

from __future__ import annotations

from collections.abc import Callable

from game.app.app import App
from game.app.reading import Reader
from game.app.wording import later, many, say
from game.errors import GameError

from .frame import Change
from .layout.sheet import Sheet
from .marks import Words
from .passing import Passages
from .scanning import Scan, with_way_out
from .screens.screen import Screen
from .typesetting import Measure
from .widgets import Node, controls

VOICED = {
    "speech": later("Self-voicing: speech."),
    "clipboard": later("Self-voicing: clipboard."),
    "off": later("Self-voicing: off."),
}
"""What is told when self-voicing changes."""


class Desk:
    """A stack of screens, the lowest first, and the app that they are about.

    `looking` is True until the picture was described, `listened_to` while a voice speaks, and then nothing goes on by
    itself.
    """

    def __init__(self, app: App, measure: Measure) -> None:
        """With no screen yet."""
        self.app = app
        self.screens: list[Screen] = []
        self.looking = self.listened_to = False
        self.moment = 0
        """Grows whenever something that can be seen or heard may have changed, letters that are typed excepted."""
        self.fullscreen_wanted = app.settings.fullscreen
        self._measure = measure
        self._sheet: Sheet | None = None
        self._passages = Passages()
        self._scan = Scan()
        self._trees: dict[Screen, Node] = {}
        self._whole: Node | None = None
        self._letters: tuple[Words, ...] | None = None

    @property
    def sheet(self) -> Sheet:
        """How this player wants words set."""
        if self._sheet is None:
            held = self.app.settings
            box = 0.55 + 0.45 * held.box_opacity / 100
            spacing, tracking = held.line_spacing / 100, held.letter_spacing / 100
            self._sheet = Sheet(self._measure, held.text_size / 100, box, held.high_contrast, spacing, tracking)
        return self._sheet

    def measure_with(self, measure: Measure) -> None:
        """Set words anew, for another window size or typeface."""
        self._measure = measure
        self._sheet = None
        self._stale()

    def guarded(self, act: Callable[[], object]) -> object:
        """Do something; a fault of the game's becomes a notice."""
        try:
            return act()
        except GameError as fault:
            self.app.tell(str(fault), again=True)
            return True

    @property
    def reader(self) -> Reader:
        """The reader of the story being played."""
        if self.app.reader is None:
            raise LookupError("nothing is being read")
        return self.app.reader

    @property
    def passing(self) -> bool:
        """Whether one picture is giving way to another."""
        return self._passages.under_way

    def pass_over(self, change: Change, seconds: float) -> None:
        """Let the next picture come in so; at once where it takes no time or motion is reduced."""
        self._passages.start(change, 0.0 if self.app.settings.reduced_motion else seconds)
        self._stale()

    def finish_passage(self) -> None:
        """Be done with the change of pictures."""
        self._passages.finish()

    def tree_of(self, screen: Screen) -> Node:
        """A screen's widgets as they stand."""
        if screen not in self._trees:
            tree = screen.tree(self.sheet)
            closable = self._one_button and screen is not self.screens[0]
            self._trees[screen] = with_way_out(tree, self.sheet, screen.focus) if closable else tree
        return self._trees[screen]

    @property
    def has_saves(self) -> bool:
        """Whether there is anything to load."""
        return self.app.can_continue

    @property
    def can_save(self) -> bool:
        """Whether saving works here."""
        return not self.app.saves.problem and self.app.reader is not None

    @property
    def menu_note(self) -> str:
        """What the menu says at its foot."""
        return self.app.saves.problem and say("Saving is off: {reason}.", reason=self.app.saves.problem)

    def change(self, setting: str, value: object, *, lasting: bool = True) -> None:
        """Change a setting; it holds at once, and for good where it is `lasting`."""
        self.app.change(setting, value, lasting=lasting)
        self._settings_changed()

    def reset_settings(self) -> None:
        """Every setting as it was at first."""
        self.app.reset_settings()
        self._settings_changed()

    def _settings_changed(self) -> None:
        self._sheet = None
        self._stale()
        self.fullscreen_wanted = self.app.settings.fullscreen

    @property
    def _one_button(self) -> bool:
        """Whether any press takes the focus, which goes round by itself."""
        return self.app.settings.scanning != "off"

    def _go_round(self, seconds: float) -> None:
        """Move the focus on when its time is over; a voice is heard out first, and reading needs no focus."""
        top = self.screens[-1]
        if self.listened_to:
            self._scan.restart()
        focus = ""
        if top.scanned:
            focus = self._scan.tick(seconds, self.app.settings, self.tree_of(top), top.focus)
        if focus != top.focus:
            top.focus = focus
            self._stale()

    def _goes_in(self, top: Screen) -> bool:
        """Whether a press of the one button was spent on going into a group of controls."""
        self._scan.restart()
        gone = top.scanned and self._scan.press(self.app.settings, self.tree_of(top), top.focus)
        if gone:
            self._stale()
        return gone

    @property
    def _group(self) -> tuple[str, ...]:
        """The controls of the group that a press of the one button would go into."""
        top = self.screens[-1]
        if not self._one_button or not top.scanned:
            return ()
        return self._scan.group(self.app.settings, self.tree_of(top), top.focus)

    def _group_in_words(self) -> tuple[str, ...]:
        tree, group = self.tree_of(self.screens[-1]), self._group
        names = [node.name for node in controls(tree) if node.id in group]
        return (
            (many("Group of one: {names}.", "Group of {number}: {names}.", len(names), names=", ".join(names)),)
            if names
            else ()
        )

    def listen(self, mode: str) -> None:
        """Self-voicing in a mode, or off where it was on in that mode already."""
        on = self.app.settings.self_voicing != mode
        self.change("self_voicing", mode if on else "off")
        self.app.tell(say(VOICED[mode if on else "off"]), again=True)

    def _stale(self) -> None:
        self.moment += 1
        self._trees.clear()
        self._whole = None
        self._letters = None
