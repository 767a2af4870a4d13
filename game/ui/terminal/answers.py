"""Which choice a player means by what they typed. Knows nothing of commands or of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.view import Option, plain
from game.app.wording import many, say

from .paper import clean

ENOUGH = 3
"""Characters of a choice's words that are enough to mean it."""


def exactly(typed: str, options: Sequence[Option]) -> Option | None:
    """The option of that number (open ones are counted from 1), id, or words; ids win over words."""
    if typed.isascii() and typed.isdigit():
        opened = [option for option in options if option.open]
        return opened[int(typed[:9]) - 1] if 0 < int(typed[:9]) <= len(opened) else None
    typed = _folded(typed)
    by_id = [option for option in options if option.id in (typed, typed.replace(" ", "_"))]
    by_words = [option for option in options if _folded(words_of(option)) == typed]
    return next(iter(by_id + by_words), None)


def roughly(typed: str, options: Sequence[Option]) -> list[Option]:
    """The options whose words begin so, else those that hold these words."""
    typed = _folded(typed)
    if len(typed) < ENOUGH or typed.isdigit():
        return []
    begin = [option for option in options if _folded(words_of(option)).startswith(typed)]
    return begin or [option for option in options if typed in _folded(words_of(option))]


def puzzled(typed: str, found: Sequence[Option], options: Sequence[Option]) -> str:
    """One line that helps a player whose words meant no choice, or several."""
    if len(found) > 1:
        meant = f" {say('or')} ".join(f'"{words_of(option)}"' for option in found[:3])
        return say("That could be {meant}. Type its number.", meant=meant)
    count = sum(option.open for option in options)
    wanted = (
        many(
            'Type 1 for the one choice, or "help".',
            'Type a number from 1 to {number}, some of the words of a choice, or "help".',
            count,
        )
        if count
        else say('Press Enter to go on, or type "help".')
    )
    puzzle = say('I don\'t know what "{typed}" means here.', typed=clean(typed)[:40])
    return f"{puzzle} {wanted}"


def words_of(option: Option) -> str:
    """The words of a choice as shown."""
    return clean(plain(option.words))


def _folded(words: str) -> str:
    return " ".join("".join(c if c.isalnum() or c == "_" else " " for c in words.casefold()).split())
