from dataclasses import replace

import pytest

from game.app.reading import Reader
from game.app.view import Act
from game.engine.playing import Engine
from tests.app.test_reading import FakeMemory
from tests.support.acts import acts_story

FIRST = Act("act_0", 0, "The Photograph", "A photograph.")
SECOND = Act("act_3", 3, "The Suit and the Road", "A white road.")


@pytest.fixture
def reader() -> Reader:
    """At the content note."""
    engine = Engine(acts_story())
    return Reader(engine, engine.begin(), FakeMemory())


def _read(reader: Reader, lines: int) -> list[Act | None]:
    acts = []
    for _ in range(lines):
        reader.advance()
        acts.append(reader.view.act)
    return acts


def test_an_act_begins_with_its_first_scene_that_happens_somewhere(reader: Reader) -> None:
    """Not with a note that is said nowhere, not with a scene that is passed through, and on the first line only."""
    assert reader.view.act is None
    assert _read(reader, 3) == [FIRST, None, SECOND]


def test_an_act_begins_once_in_a_playthrough(reader: Reader) -> None:
    """Looking back into an earlier act begins none, nor does coming home from there."""
    _read(reader, 3)
    reader.choose("back")
    assert reader.view.act is None
    assert _read(reader, 1) == [None]


def test_an_act_rolled_back_begins_again(reader: Reader) -> None:
    """It belongs to the line, whichever way the reader comes to it."""
    _read(reader, 2)
    reader.back()
    assert reader.view.act == FIRST


def test_an_act_without_a_poster_begins_unseen() -> None:
    """Where the list has no picture of its name, nothing is shown, and nothing is missed."""
    engine = Engine(replace(acts_story(), assets=None))
    assert _read(Reader(engine, engine.begin(), FakeMemory()), 3) == [None, None, None]


def test_an_act_is_called_as_the_language_calls_it(reader: Reader) -> None:
    """Its title and the picture's words are those of the story that is read."""
    story = acts_story()
    assets = dict(story.assets or {})
    assets["act_0"] = replace(assets["act_0"], caption="Das Foto", alt="Ein Foto.")
    reader.tell_in(replace(story, assets=assets))
    assert _read(reader, 1) == [Act("act_0", 0, "Das Foto", "Ein Foto.")]
