"""A story read in another language: every word of it, and nothing else, is another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.app import App
from game.app.languages import name_of
from game.app.view import Awaiting, plain
from game.cli.problems import problems_of
from game.cli.tongues import tongues
from game.cli.translating import known
from game.errors import UsageError
from game.loading.loader import load_story
from game.loading.translations import told
from game.model.story import Story
from game.tools import po, translation
from tests.support.stories import story_of

FOLDER = Path(__file__).resolve().parents[1] / "stories" / "good" / "every_feature" / "story"


@pytest.fixture(scope="module")
def story() -> Story:
    """The story with every feature, which has been translated into German."""
    found = load_story(FOLDER).story
    assert found is not None
    return found


def app_of(story: Story, home: Path, language: str) -> App:
    """An app that reads in this language."""
    app = App(story, home, clock=lambda: 0.0, tongues=tongues(FOLDER))
    app.speak(language)
    return app


def to_the_end(app: App) -> list[str]:
    """All that is read on the way of first choices."""
    said = []
    assert app.reader is not None
    for _ in range(60):
        view = app.reader.view
        said.append(plain(view.line.words) if view.line else view.ending.title if view.ending else "")
        if view.awaiting is Awaiting.CHOICE:
            said += [plain(option.words) for option in view.options]
            app.choose(next(option.id for option in view.options if option.open))
        elif not app.advance():
            break
    return said


def test_the_translation_is_whole(story: Story) -> None:
    """Every text of the story is translated, and `check` finds nothing wrong with it."""
    messages, _ = known(FOLDER / "locale" / "de.po")
    assert translation.progress(translation.merged(story, messages)).translated == len(messages)
    assert not [one for one in problems_of(load_story(FOLDER), FOLDER) if one.ref.file.endswith(".po")]


def test_it_is_read_in_german(story: Story, tmp_path: Path) -> None:
    """Lines, choices, braces, names, places and endings are all in German, and the way is the same."""
    both = {}
    for language in ("en", "de"):
        app = app_of(story, tmp_path / language, language)
        app.new_game(seed=3)
        both[language] = to_the_end(app)
    assert len(both["en"]) == len(both["de"])
    assert not {line for line in both["en"] if len(line) > 12} & set(both["de"])
    assert "Die Lampe brennt. Sie brennt jeden Abend, ob jemand übersetzt oder nicht." in both["de"]
    german = app_of(story, tmp_path / "de", "de").story
    assert (german.title, german.cast["ferryman"].name, german.places["quay"].name) == (
        "Alles, was geht",
        "Der Fährmann",
        "Der Kai",
    )


def test_saves_and_memory_know_no_language(story: Story, tmp_path: Path) -> None:
    """What was saved in German is loaded in English without a word lost, and what was read is known as read."""
    german = app_of(story, tmp_path, "de")
    german.new_game(seed=3)
    german.advance()
    assert german.reader is not None
    german.save("1")
    german.close()
    german.take_notices()
    english = app_of(story, tmp_path, "en")
    english.take_notices()
    assert english.load("1")
    assert english.take_notices() == ()
    assert english.reader is not None
    assert english.reader.position == german.reader.position
    assert english.record() == german.record()
    english.new_game(seed=3)
    assert english.reader.view.seen_before


def test_the_language_changes_at_the_same_line(story: Story, tmp_path: Path) -> None:
    """In the middle of a scene the line is said again in the other language; what was read before is too."""
    app = app_of(story, tmp_path, "en")
    app.new_game(seed=3)
    app.advance()
    assert app.reader is not None
    before, position = [plain(past.words) for past in app.reader.history()], app.reader.position
    app.speak("de")
    assert app.reader.position == position
    now = [plain(past.words) for past in app.reader.history()]
    assert len(now) == len(before)
    assert now != before
    assert app_of(story, tmp_path, app.language).language == "de"
    with pytest.raises(UsageError):
        app.speak("fr")


def test_what_is_not_translated_stays() -> None:
    """A line without a translation, with a stale one or a broken one is read as it was written; the others are not."""
    english = story_of(
        "a:\n  script:\n    - One.\n    - Two.\n    - You have {n}.\n  ending: over\n",
        variables="n: {range: 0..3, default: 1}\n",
    )
    words = {("a", "One."): "Eins.", ("a", "You have {n}."): "Du hast {m}.", ("b", "Two."): "Zwei."}
    german = told(english, words)
    assert [text.source for text in _texts(german)] == ["Eins.", "Two.", "You have {n}."]


@pytest.mark.parametrize("words", ["Du hast viel.", "{seen(a): Ja.|Nein.} {n}", "{eins|zwei} {n}", "{n"])
def test_a_translation_asks_nothing_new(words: str) -> None:
    """A value left out, a mark or turns that the text never had: such a translation is not shown."""
    english = story_of(
        "a:\n  script:\n    - You have {n}.\n  ending: over\n", variables="n: {range: 0..3, default: 1}\n"
    )
    assert told(english, {("a", "You have {n}."): words}) == english


def test_out_and_in_again_loses_nothing(story: Story) -> None:
    """What is exported, read and exported once more is the same file, byte by byte."""
    text = (FOLDER / "locale" / "de.po").read_text(encoding="utf-8")
    messages, header = po.read(text)
    again = po.spelled(translation.merged(story, messages), header)
    assert again == text
    upper = [replace(message, translation=message.source) for message in messages]
    assert told(story, {(one.context, one.source): one.translation for one in upper}) == story


def test_languages_have_their_own_names() -> None:
    """A language is called as those call it who speak it; one that is not known by its code."""
    assert [name_of(code) for code in ("de", "pt_BR", "fr_CA", "xx")] == [
        "Deutsch",
        "Português (Brasil)",
        "Français",
        "xx",
    ]


def _texts(story: Story) -> list[po.Message]:
    return [message for message in translation.messages(story) if message.context == "a"]
