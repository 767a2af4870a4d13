"""The cards before a scene, one after the other: an act's poster, whose eyes these are, a title. Knows no keys."""

from __future__ import annotations

from collections.abc import Callable

from game.app.view import PlayView, Story, holder_card, plain
from game.app.wording import say
from game.ui.window.frame import Change
from game.ui.window.layout.poster import Poster, poster
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from . import staging

POSTER_SECONDS, CARD_SECONDS = 4.5, 2.8
"""How long a card stays for who presses nothing."""
COMING = 0.55
"""Seconds in which the words of a printed card come in."""


def cards_of(view: PlayView, story: Story, exists: Callable[[str], bool]) -> tuple[Poster, ...]:
    """What is shown before the first line of a scene. A scene that is called as its act is, has its title there."""
    act, title = view.act, plain(view.card) if view.card else None
    cards: list[Poster] = []
    if act is not None and exists(act.picture):
        number = say("Act {number}", number=act.number)
        said = ": ".join(filter(None, (number, act.title)))
        cards.append(Poster(number, act.title, said, picture=act.picture, alt=act.alt, act=True))
        title = None if title is not None and title.casefold() == act.title.casefold() else title
    holder, picture = staging.name_of(story, view.holder), holder_card(view.holder or "")
    if holder is not None:
        said, printed = say("You are {name}", name=holder), exists(picture)
        shown = (picture, staging.alt_of(story, picture)) if printed else ("", "")
        cards.append(Poster(say("You are"), holder, said, title or "", *shown))
    elif title is not None:
        cards.append(Poster("", title, title))
    return tuple(cards)


class Cards:
    """The cards that are still to be seen, the first of them on screen with `backdrop` behind it."""

    def __init__(self) -> None:
        """None."""
        self.begin(())

    def begin(self, cards: tuple[Poster, ...]) -> None:
        """Show these; what was shown before is gone."""
        self._left, self._spent = cards, 0.0
        self.backdrop = cards[0].backdrop if cards else None

    def turn(self) -> None:
        """On to the next, or to none."""
        self.begin(self._left[1:])

    @property
    def now(self) -> Poster | None:
        """The card on screen."""
        return self._left[0] if self._left else None

    @property
    def change(self) -> Change:
        """How it comes in: an act's poster as under a roller, any other out of the dark."""
        return Change.WIPE if self._left and self._left[0].act else Change.BLACK

    def tree(self, sheet: Sheet, *, still: bool) -> Node:
        """It as widgets; `still` with everything in its place from the first."""
        return poster(self._left[0], sheet, 1.0 if still else min(1.0, self._spent / COMING))

    def tick(self, seconds: float, *, waits: bool) -> bool:
        """Let time pass; whether the card is over by it. One that is read out `waits`."""
        stays = POSTER_SECONDS if self.change is Change.WIPE else CARD_SECONDS
        self._spent = min(self._spent + seconds, COMING) if waits else self._spent + seconds
        return self._spent >= stays

    @property
    def coming(self) -> bool:
        """Whether its words are on their way."""
        return self._spent <= COMING + 0.05
