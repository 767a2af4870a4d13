"""A playthrough taken up midway stands where it is told, with the marks and counts it is told."""

from __future__ import annotations

import pytest

from game.engine.playing import Engine
from game.engine.snapshot import take_up
from game.engine.view import plain
from game.errors import UsageError
from game.model.script import Narration
from tests.support.builders import choice, number, scene, story
from tests.support.stories import story_of

STORY = story(
    scene("a", choice("x", "b", once=True), choice("y", "b", when="seen(b)"), choice("z", "b", when="chose(b.back)")),
    scene("b", choice("back", "a"), enter=["n += 1"]),
    variables=[number("n", 0, 9)],
)


def offered(entered: dict[str, int], taken: list[str]) -> set[str]:
    """The open choices of `a` after these."""
    engine = Engine(STORY)
    play = take_up(engine, "a", values={}, entered=entered, taken=taken)
    return {option.id for option in engine.view(play).options}


def test_marks_come_from_names() -> None:
    """`seen`, `chose` and `once` hold as if it had been played; what the story does not know is passed over."""
    assert offered({}, []) == {"x"}
    assert offered({"b": 1}, []) == {"x", "y"}
    assert offered({"b": 0}, []) == {"x"}
    assert offered({"b": 2, "gone": 1}, ["a.x", "b.back", "gone.gone"]) == {"y", "z"}


def test_the_scene_is_not_entered_anew() -> None:
    """Its `enter` effects are not done again, and choices go on from there."""
    engine = Engine(STORY)
    play = take_up(engine, "b", values={"n": 4}, entered={"b": 1}, taken=[], seed=5)
    assert engine.rules.value(play.state, "n") == 4
    assert (play.seed, play.choices) == (5, ())
    play = engine.take(engine.take(play, "back"), "y")
    assert engine.rules.value(play.state, "n") == 5


def test_text_that_counts_entries_goes_on_counting() -> None:
    """`{first|second|third}` shows what it would have shown."""
    made = story_of("a:\n  script: ['{first|second|third}']\n  choices:\n    again: {text: Again., goto: a}\n")
    engine = Engine(made)
    play = take_up(engine, "a", values={}, entered={"a": 2}, taken=[])
    shown = [engine.view(play).lines[0], engine.view(engine.take(play, "again")).lines[0]]
    assert all(not isinstance(line, Narration) for line in shown)
    assert [plain(line.words) for line in shown if hasattr(line, "words")] == ["second", "third"]


@pytest.mark.parametrize(("scene_id", "values"), [("nowhere", {}), ("a", {"n": 99}), ("a", {"nothing": 1})])
def test_what_is_not_the_storys_is_refused(scene_id: str, values: dict[str, int]) -> None:
    """A scene, name or value that the story does not have raises UsageError."""
    with pytest.raises(UsageError):
        take_up(Engine(STORY), scene_id, values=values, entered={}, taken=[])
