"""What the game says: text by text in the language that is spoken, in English where there is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.app.wording import Wording, dated, later, many, say, speak

GERMAN = {
    "Save": ("Speichern",),
    "Saved in {slot}.": ("Gespeichert in {slot}.",),
    "{number} choice": ("{number} Wahl", "{number} Wahlen"),
    "Empty": ("",),
    "Broken {slot}": ("Kaputt {platz}",),
}


def test_what_is_not_translated_is_said_in_english() -> None:
    """Each text for itself: one that is missing, one that is empty, one that names a value wrongly."""
    speak(Wording(GERMAN))
    assert [say("Save"), say("Load"), say("Empty"), say("Broken {slot}", slot=3), say("Saved in {slot}.", slot=3)] == [
        "Speichern",
        "Load",
        "Empty",
        "Broken 3",
        "Gespeichert in 3.",
    ]


def test_numbers_take_their_form() -> None:
    """English has two forms, another language those of its own rule."""
    assert [many("{number} choice", "{number} choices", n) for n in (0, 1, 2)] == ["0 choices", "1 choice", "2 choices"]
    polish = {"{number} choice": ("{number} wybór", "{number} wybory", "{number} wyborów")}
    speak(Wording(polish, lambda n: 0 if n == 1 else 1 if n in (2, 3, 4) else 2))
    assert [many("{number} choice", "{number} choices", n) for n in (1, 3, 5)] == ["1 wybór", "3 wybory", "5 wyborów"]


def test_a_form_that_is_missing_is_said_in_english() -> None:
    """A rule that asks for more forms than there are breaks nothing."""
    speak(Wording({"{number} choice": ("eine",)}, lambda n: 7 if n else -1))
    assert [many("{number} choice", "{number} choices", n) for n in (0, 2)] == ["0 choices", "2 choices"]


@given(st.text(max_size=30), st.dictionaries(st.sampled_from(["slot", "title"]), st.text(max_size=9), min_size=1))
def test_no_translation_breaks_the_game(translation: str, values: dict[str, str]) -> None:
    """Whatever a translator wrote, with whatever braces: something is said."""
    english = "".join(f"{{{name}}}" for name in values)
    speak(Wording({english: (translation,)}))
    assert isinstance(say(english, **values), str)
    speak(Wording())


def test_dates_are_written_as_the_language_writes_them() -> None:
    """In the order of the translation; what is no date stays as it is."""
    form = later("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
    assert dated("2026-11-21T09:05") == "2026-11-21 09:05"
    speak(Wording({form: ("{day}.{month}.{year}, {hour:02}:{minute:02}",)}))
    assert dated("2026-11-01T09:05") == "1.11.2026, 09:05"
    assert dated("some day") == "some day"
