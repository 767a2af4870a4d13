"""The card that closes a story, and where to go from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.route import last_bottleneck, last_decision
from game.app.view import Ending as StoryEnding
from game.app.wording import say
from game.ui.window.frame import Backdrop
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.cards import Closing, ending, ending_poster
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player


class Ending(Screen):
    """How the story ended. Rolling back leads into it again."""

    over_story = False

    def __init__(self, player: Player, end: StoryEnding) -> None:
        """Show `end`, with the way out in focus."""
        super().__init__(player)
        self._end = end
        self._poster = ending_poster(end, pictured=bool(end.picture and player.exists(end.picture)))
        playthrough, story = player.reader.playthrough, player.app.story
        self._decision = last_decision(playthrough, story)
        self._met = last_bottleneck(playthrough, story)
        self._cues = player.reader.view.stage.music, player.reader.view.stage.ambience
        self.focus = "title"

    def tree(self, sheet: Sheet) -> Node:
        """The card."""
        endings = self.player.app.endings()
        found = sum(seen.reached for seen in endings)
        closing = Closing(self._end, found, len(endings))
        met = (
            (("met", say("Where the ways met"), True),) if self._met is not None and self._met != self._decision else ()
        )
        items = (
            ("title", say("Title screen"), True),
            ("decision", say("Last decision"), self._decision is not None),
            *met,
            ("roads", say("Roads"), True),
            ("back", say("One line back"), self.player.reader.view.can_go_back),
        )
        return ending(closing, items, sheet, self.focus)

    def backdrop(self) -> Backdrop | None:
        """The ending's own picture, or a print."""
        return self._poster

    def cues(self) -> tuple[str | None, str | None]:
        """What the last line left sounding: an ending's own cadence is heard out under its card."""
        return self._cues

    def activate(self, control: str) -> None:
        """Out, back, or elsewhere."""
        if control == "title":
            self.player.open_title()
        elif control == "roads":
            self.player.open_roads()
        elif control in ("decision", "met"):
            moves = self._decision if control == "decision" else self._met
            if moves is not None:
                self.player.go_back_to(moves)
        else:
            self.player.resume(moved=self.player.reader.back())

    def handle(self, intent: Intent) -> None:
        """Rolling back leads into the story again."""
        if intent.do is Do.BACK:
            self.player.resume(moved=self.player.reader.back())
        elif intent.do is Do.HISTORY:
            self.player.open_history()
        else:
            super().handle(intent)

    def close(self) -> None:
        """Escape asks whether to leave the story."""
        self.player.ask_title()
