"""How fast a story goes by: skipped, going on by itself, or line by line. Knows when, not what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.view import Awaiting, PlayView
from game.app.wording import say

from .delivery import Delivery
from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player

SKIP_PACE = 0.07
"""Seconds between two lines while skipping."""


class Pacing(Screen):
    """A screen on which a story is read; needs a way to go on and to take up a moment."""

    view: PlayView

    def __init__(self, player: Player) -> None:
        """Line by line."""
        super().__init__(player)
        self.skipping = self.holding = False
        self.delivery = Delivery()

    def press_on(self) -> None:
        """Complete what is under way, or go on."""
        raise NotImplementedError

    def arrive(self, before: PlayView | None, *, forward: bool) -> None:
        """Take up the reader's moment."""
        raise NotImplementedError

    @property
    def skips(self) -> bool:
        """Whether lines go by."""
        return self.skipping or self.holding

    def may_skip(self, *, told: bool = False) -> bool:
        """Whether this line may be skipped; `told` why not."""
        may = self.view.seen_before or self.player.app.settings.skip_unseen
        if told and not may:
            self.player.app.tell(say("This was not read before. Settings can let skipping go on."), again=True)
        return may

    def skip_to_choice(self) -> None:
        """At once to the next choice, the next line that may not be skipped, or the end."""
        before = self.view
        while self.view.awaiting is Awaiting.ADVANCE and self.may_skip() and self.player.app.advance():
            self.view = self.player.reader.view
        if self.view is before:
            self.may_skip(told=self.view.awaiting is Awaiting.ADVANCE)
        else:
            self.arrive(before, forward=False)

    def skip_on(self) -> bool:
        """Skip the next line when its time has come, or stop; whether anything changed."""
        if not self.may_skip() or self.view.awaiting is not Awaiting.ADVANCE:
            self.skipping = False
            return True
        self.delivery.finish()
        if self.delivery.rested >= SKIP_PACE:
            self.delivery.finish()
            self.press_on()
        return True

    def go_on_alone(self) -> bool:
        """Go on by itself, once there was time to read; whether it did."""
        settings = self.player.app.settings
        if not settings.auto or not self.delivery.complete or self.view.awaiting is Awaiting.CHOICE:
            return False
        if self.player.listened_to:
            self.delivery.rested = 0.0
            return False
        wait = max(1.2, self.delivery.total / 250 * settings.auto_time)
        if self.delivery.rested < wait:
            return False
        self.press_on()
        return True
