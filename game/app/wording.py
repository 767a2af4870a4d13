"""What the game itself says, in the language that is spoken now: the only owner of words that no story wrote.

English stands in the code and is its own key, so what is not translated is said in English, text by text. Knows no
files: whoever starts the game hands the translations in. One language is spoken at a time, as in gettext.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

OWN = "en"
"""The language of the texts in the code."""


def _english(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, slots=True)
class Wording:
    """The game's words in one language: by English text its translations, one for each form that numbers ask for."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = _english
    """Which of the forms goes with a number."""

    def of(self, text: str, values: Mapping[str, object]) -> str:
        """A text with its values; in English where there is no translation, or one that has no place for them."""
        return _filled(self.words.get(text, (text,))[0], text, values)

    def of_many(self, one: str, several: str, number: int, values: Mapping[str, object]) -> str:
        """The form of a text that goes with `number`."""
        english = several if _english(number) else one
        forms, form = self.words.get(one, ()), self.form(number)
        return _filled(forms[form] if 0 <= form < len(forms) else english, english, values)


def _filled(text: str, english: str, values: Mapping[str, object]) -> str:
    if not values:
        return text or english
    try:
        return (text or english).format_map(values)
    except (KeyError, IndexError, ValueError, AttributeError):
        return english.format_map(values)


@dataclass(slots=True)
class _Speaker:
    wording: Wording = field(default_factory=Wording)


_now = _Speaker()


def speak(wording: Wording) -> None:
    """From now on, say everything in this."""
    _now.wording = wording


def say(text: str, **values: object) -> str:
    """The text in the language that is spoken, with `{name}` replaced by the values."""
    return _now.wording.of(text, values)


def many(one: str, several: str, number: int, **values: object) -> str:
    """The form for that number, which may stand in it as `{number}`."""
    return _now.wording.of_many(one, several, number, {"number": number, **values})


def later(text: str) -> str:
    """Marks a text that stands in a table, for translators; whoever shows it puts it through `say`."""
    return text


POSITIONS = {
    "far_left": later("far left"),
    "left": later("left"),
    "centre": later("centre"),
    "right": later("right"),
    "far_right": later("far right"),
}
"""Where somebody stands on stage, in words."""


def dated(moment: str) -> str:
    """A moment in ISO 8601 as a date and a time of the player's own clock; as it is where it is no moment."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError, OSError):
        return moment[:16].replace("T", " ")
    return say(
        "{year}-{month:02}-{day:02} {hour:02}:{minute:02}",
        year=local.year,
        month=local.month,
        day=local.day,
        hour=local.hour,
        minute=local.minute,
    )
