"""The endings gallery and the credits. Knows what was found, not how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.wording import later, say
from game.ui.window.frame import Backdrop
from game.ui.window.intents import Do, Intent
from game.ui.window.layout import gallery
from game.ui.window.layout.gallery import DARK, Section, Shown, backdrop_of
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

PROGRAM = (
    later("The game's program is free software under the MIT licence, written in Python."),
    later(
        "It stands on pygame-ce and SDL (LGPL), PyYAML, transitions and platformdirs (MIT), NumPy (BSD),"
        " and where it is there, AccessKit (MIT)."
    ),
    later(
        "Typefaces, under the SIL Open Font License: Anton, Oswald, Literata, Atkinson Hyperlegible Next,"
        " and Steady Letters, which is made from OpenDyslexic."
    ),
)


PLAYED = "programs/sound/music/"
"""Whose source begins so was played by an orchestra of samples."""
SOUND_FONT = later(
    "The music was played by FluidSynth on the sound font Fluid (R3) General MIDI, © 2000–2002, 2008 Frank Wen and"
    " contributors (MIT)."
)


class Endings(Screen):
    """Every ending: found ones with their picture, dark ones with their hint."""

    over_story = False

    def __init__(self, player: Player) -> None:
        """With the latest found in focus, else the first."""
        super().__init__(player)
        self._endings = tuple(
            Shown(f"ending.{seen.ending.id}", seen.ending, seen.reached) for seen in player.app.endings()
        )
        reached = player.app.profile.reached
        there = {shown.control for shown in self._endings}
        latest = f"ending.{reached[-1]}" if reached else ""
        self.focus = latest if latest in there else self._endings[0].control if self._endings else "close"

    def tree(self, sheet: Sheet) -> Node:
        """The list, and what is known of the one in focus."""
        shown = self._shown
        again = shown is not None and shown.found and self.player.app.can_read_again(shown.end.id)
        return gallery.gallery(self._endings, sheet, self.focus, again=again)

    def backdrop(self) -> Backdrop | None:
        """The picture of the ending in focus."""
        shown = self._shown
        if shown is None:
            return DARK
        return backdrop_of(shown, pictured=bool(shown.end.picture and self.player.exists(shown.end.picture)))

    def activate(self, control: str) -> None:
        """Back, or on from the last decision before an ending."""
        if control == "close":
            self.close()
        elif (shown := self._shown) and self.player.app.can_read_again(shown.end.id):
            text = say(
                "Read on from the last decision before “{ending}”? Your place now is kept.", ending=shown.end.title
            )
            self.player.ask(text, say("Read on"), lambda: self.player.read_again(shown.end.id))

    def handle(self, intent: Intent) -> None:
        """Up and down go through all endings, not only those that are shown."""
        controls = [shown.control for shown in self._endings]
        step = {Do.UP: -1, Do.DOWN: 1, Do.BACK: -1, Do.FORWARD: 1}.get(intent.do)
        if step is None or self.focus not in controls:
            super().handle(intent)
            return
        at = controls.index(self.focus) + step
        if 0 <= at < len(controls):
            self.focus = controls[at]
        elif intent.do is Do.DOWN:
            self.focus = "close"

    @property
    def _shown(self) -> Shown | None:
        return next((shown for shown in self._endings if shown.control == self.focus), None)


class Credits(Screen):
    """Whose work this is, and under what licence."""

    over_story = False

    def __init__(self, player: Player) -> None:
        """From the top."""
        super().__init__(player)
        self.focus = "close"
        self._sections = _sections(player)
        self._at = self._most = 0

    def tree(self, sheet: Sheet) -> Node:
        """As much of it as fits."""
        tree, self._most = gallery.scroll(say("Credits"), self._sections, sheet, self._at)
        return tree

    def backdrop(self) -> Backdrop | None:
        """The dark."""
        return DARK

    def activate(self, control: str) -> None:
        """Its one button closes it."""
        self.close()

    def handle(self, intent: Intent) -> None:
        """Arrows and the wheel scroll."""
        step = {Do.UP: -1, Do.DOWN: 1, Do.BACK: -3, Do.FORWARD: 3}.get(intent.do)
        if step is None:
            super().handle(intent)
        else:
            self._at = max(0, min(self._most, self._at + step))


def _sections(player: Player) -> tuple[Section, ...]:
    """The story's own: its people, and its pictures and sounds with their licences."""
    story = player.app.story
    cast = tuple(person.name for person in story.cast.values())
    unnamed = say("no licence named")
    licences: dict[str, int] = {}
    for asset in (story.assets or {}).values():
        licences[asset.licence or unnamed] = licences.get(asset.licence or unnamed, 0) + 1
    made = [say("{count} under {licence}", count=count, licence=licence) for licence, count in licences.items()]
    if any(asset.source.startswith(PLAYED) for asset in (story.assets or {}).values() if asset.source):
        made.append(say(SOUND_FONT))
    found = (
        Section(story.title, (say("Version {number}", number=story.version),)),
        Section(say("The people of the story"), (", ".join(cast),) if cast else ()),
        Section(say("Pictures and sounds"), tuple(made)),
        Section(say("Made with"), tuple(map(say, PROGRAM))),
    )
    return tuple(section for section in found if section.lines)
