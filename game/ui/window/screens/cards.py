"""The cards before a scene, one after the other: an act's poster, whose eyes these are, a title. Knows no keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.app.view import PlayView, Story, holder_card, plain
from game.app.wording import say
from game.ui.window.frame import Backdrop, Change
from game.ui.window.layout.cards import HOLDER_POSTER, TITLE_POSTER, card
from game.ui.window.layout.poster import Poster, poster
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from . import staging

POSTER_SECONDS, CARD_SECONDS = 4.5, 2.8
"""How long a card stays for who presses nothing."""
COMING = 0.55
"""Seconds in which the words of a printed card come in."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A card that nobody has printed: a title, or the name of a holder, or both, over a poster of the game's own."""

    title: str | None
    holder: str | None

    @property
    def backdrop(self) -> Backdrop:
        """What stands behind the words."""
        return TITLE_POSTER if self.holder is None else HOLDER_POSTER


Card = Poster | Plain


def cards_of(view: PlayView, story: Story, exists: Callable[[str], bool]) -> tuple[Card, ...]:
    """What is shown before the first line of a scene. A scene that is called as its act is, has its title there."""
    act, title = view.act, plain(view.card) if view.card else None
    cards: list[Card] = []
    if act is not None and exists(act.picture):
        number = say("Act {number}", number=act.number)
        said = ": ".join(filter(None, (number, act.title)))
        cards.append(Poster(number, act.title, said, picture=act.picture, alt=act.alt))
        title = None if title is not None and title.casefold() == act.title.casefold() else title
    holder, picture = staging.name_of(story, view.holder), holder_card(view.holder or "")
    if holder is not None and exists(picture):
        said = say("You are {name}", name=holder)
        cards.append(Poster(say("You are"), holder, said, title or "", picture, staging.alt_of(story, picture)))
    elif holder is not None or title is not None:
        cards.append(Plain(title, holder))
    return tuple(cards)


class Cards:
    """The cards that are still to be seen, the first of them on screen with `backdrop` behind it."""

    def __init__(self) -> None:
        """None."""
        self.begin(())

    def begin(self, cards: tuple[Card, ...]) -> None:
        """Show these; what was shown before is gone."""
        self._left, self._spent = cards, 0.0
        self.backdrop = cards[0].backdrop if cards else None

    def turn(self) -> None:
        """On to the next, or to none."""
        self.begin(self._left[1:])

    @property
    def now(self) -> Card | None:
        """The card on screen."""
        return self._left[0] if self._left else None

    @property
    def change(self) -> Change:
        """How it comes in: a printed poster as under a roller, any other out of the dark."""
        return Change.WIPE if isinstance(self.now, Poster) and self.now.picture.startswith("act_") else Change.BLACK

    def tree(self, sheet: Sheet, *, still: bool) -> Node:
        """It as widgets; `still` with everything in its place from the first."""
        now = self._left[0]
        if isinstance(now, Poster):
            return poster(now, sheet, 1.0 if still else min(1.0, self._spent / COMING))
        return card(now.title, now.holder, sheet)

    def tick(self, seconds: float, *, waits: bool) -> bool:
        """Let time pass; whether the card is over by it. One that is read out `waits`."""
        stays = POSTER_SECONDS if self.change is Change.WIPE else CARD_SECONDS
        self._spent = min(self._spent + seconds, COMING) if waits else self._spent + seconds
        return self._spent >= stays

    @property
    def coming(self) -> bool:
        """Whether its words are on their way."""
        return isinstance(self.now, Poster) and self._spent <= COMING + 0.05
