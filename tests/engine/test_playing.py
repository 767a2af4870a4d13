"""Playthroughs as values."""

from __future__ import annotations

import pytest

from game.engine.playing import Engine, Move, Start
from game.errors import EndlessLoop, UsageError
from tests.support.builders import choice, condition, number, scene, story, truth

HALL = story(
    scene("hall", choice("wait", "hall", do=["n += 1"]), choice("leave", "yard", when="n > 0")),
    scene("yard", goto="gate", enter=["out = true"]),
    scene("gate", ending="gone"),
    variables=[number("n", 0, 3), truth("out")],
)


def test_beginning_enters_the_first_scene() -> None:
    """The start scene is entered like any other, with its effects, and the log holds it as a move without a choice."""
    engine = Engine(story(scene("a", enter=["n = 3"], ending="end"), variables=[number("n", 0, 5)]))
    play = engine.begin(seed=7)
    assert (play.seed, play.start, play.choices) == (7, Start(), ())
    assert play.moves == (Move(None, play.state),)
    assert engine.rules.values(play.state) == {"n": 3}


def test_beginning_elsewhere_with_values() -> None:
    """A scene and values may be given; the values stand before the scene's effects are done."""
    engine = Engine(HALL)
    play = engine.begin(scene="yard", values={"n": 2})
    assert engine.rules.values(play.state) == {"n": 2, "out": True}
    assert play.start == Start("yard", (("n", 2),))


@pytest.mark.parametrize(
    ("scene_id", "values"),
    [("cellar", {}), (None, {"m": 1}), (None, {"n": 4}), (None, {"n": True}), (None, {"out": 1}), (None, {"n": "2"})],
)
def test_beginning_with_what_is_not_the_story_s(scene_id: str | None, values: dict[str, bool | int | str]) -> None:
    """An unknown scene or variable, or a value outside its declaration, is a UsageError."""
    with pytest.raises(UsageError):
        Engine(HALL).begin(scene=scene_id, values=values)


def test_endings_that_are_not_the_story_s_are_passed_over() -> None:
    """A player's memory may hold endings of an older version."""
    assert Engine(HALL).begin(reached=["gone", "of_old"]).reached == {"gone"}


def test_taking_logs_the_choice_and_does_not_pass_on() -> None:
    """After a choice the playthrough stands in its target, even where that goes on by itself."""
    engine = Engine(HALL)
    play = engine.take(engine.take(engine.begin(), "wait"), "leave")
    assert play.choices == ("hall.wait", "hall.leave")
    assert play.state.scene == "yard"
    assert engine.go_on(play).state.scene == "gate"


def test_resting_passes_scenes_that_go_on() -> None:
    """Resting comes to the next scene with choices or to an ending, logging what was passed."""
    engine = Engine(HALL)
    play = engine.rest(engine.take(engine.take(engine.begin(), "wait"), "leave"))
    assert [move.state.scene for move in play.moves] == ["hall", "hall", "yard", "gate"]
    assert engine.rest(play) is play


def test_rewinding_gives_the_earlier_playthrough() -> None:
    """Rewinding by n moves undoes n steps exactly, and never loses the start."""
    engine = Engine(HALL)
    plays = [engine.begin()]
    for _ in range(3):
        plays.append(engine.take(plays[-1], "wait"))
    assert [plays[-1].rewind(n + 1) for n in range(4)] == plays
    assert plays[-1].rewind(0) == plays[0]


def test_a_circle_without_a_choice_is_an_endless_loop() -> None:
    """Going on stops with a message when scene and state come a second time without a choice."""
    engine = Engine(story(scene("a", choice("go", "b")), scene("b", goto="c"), scene("c", goto="b")))
    play = engine.take(engine.begin(), "go")
    with pytest.raises(EndlessLoop, match=r'scene "b" twice'):
        engine.rest(play)
    with pytest.raises(EndlessLoop, match=r'scene "b" twice'):
        engine.go_on(engine.go_on(play))


def test_a_circle_that_counts_is_left() -> None:
    """Coming to the same scene in another state is no endless loop."""
    engine = Engine(
        story(
            scene("a", enter=["n += 1"], goto=[("n >= 900", "b"), "a"]),
            scene("b", ending="end"),
            variables=[number("n", 0, 900)],
        )
    )
    play = engine.rest(engine.begin())
    assert play.state.scene == "b"
    assert len(play.moves) == 901


def test_coming_back_by_choices_is_no_endless_loop() -> None:
    """The same scene and state may come again where a choice was taken between."""
    engine = Engine(story(scene("a", choice("go", "b")), scene("b", goto="a")))
    play = engine.begin()
    for _ in range(3):
        play = engine.rest(engine.take(play, "go"))
    assert play.choices == ("a.go",) * 3


def test_marks_that_only_others_ask_about_are_kept() -> None:
    """An engine made for outside conditions remembers what they ask."""
    asks = condition("seen(yard)")
    engine = Engine(HALL, [asks])
    play = engine.begin()
    assert not engine.rules.holds(play.state, asks)
    assert engine.rules.holds(engine.begin(scene="yard").state, asks)


def test_the_view_is_the_scene_in_its_state() -> None:
    """What may be shown is that of the state where the playthrough stands."""
    engine = Engine(HALL)
    view = engine.view(engine.begin())
    assert (view.scene, [option.id for option in view.options]) == ("hall", ["wait"])
