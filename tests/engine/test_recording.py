"""A playthrough as the text of a replay: it reads back as the same path."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.playing import Engine, Start
from game.engine.recording import replay_of, replay_text
from game.loading.replay_file import parse_replay
from game.model.replay import At, Take
from tests.support.builders import choice, number, scene, story, truth

STORY = story(
    scene("a", choice("x", "b"), choice("y", "a")),
    scene("b", goto="c"),
    scene("c", ending="fin"),
    variables=[number("n", -3, 3), truth("flag")],
)


def test_a_recording_reads_back_as_the_path_taken() -> None:
    """Seed, endings seen before, start, choices, where it rests and how it ended are all in it."""
    engine = Engine(STORY)
    play = engine.begin(seed=7, reached=["fin"], scene="a", values={"n": -2, "flag": True})
    play = engine.rest(engine.take(engine.take(play, "y"), "x"))
    result = parse_replay(replay_of(play, STORY, "A road").encode(), "a.replay.yaml")
    replay = result.replay
    assert replay is not None
    assert (replay.name, replay.seed, [goal.ending for goal in replay.reached]) == ("A road", 7, ["fin"])
    assert replay.start.scene == "a"
    assert {(s.variable, s.value) for s in replay.start.settings} == {("n", "-2"), ("flag", "true")}
    assert replay.steps == (Take("a", "y"), Take("a", "x"), At("c"))
    assert replay.ending is not None
    assert replay.ending.ending == "fin"


def test_a_path_in_a_scene_that_goes_on_claims_no_rest() -> None:
    """`at` holds only where the story rests, so it is left out in between."""
    engine = Engine(STORY)
    text = replay_of(engine.take(engine.begin(), "x"), STORY, "On the way")
    assert text == "replay: On the way\npath:\n  - a.x\n"


def test_what_is_as_ever_is_left_out() -> None:
    """A path without a choice is an empty list and nothing more."""
    assert replay_text("Nothing", []) == "replay: Nothing\npath: []\n"
    assert "start:\n  set: {n: 1}\n" in replay_text("Set", [], start=Start(None, (("n", 1),)))


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_name_gives_a_file_that_reads_back(name: str) -> None:
    """Whatever a replay is called, its file is read without a problem, and the name survives but for white space."""
    result = parse_replay(replay_text(name, ["a.x"]).encode(), "a.replay.yaml")
    if not "".join(c for c in name if c.isprintable()).split():
        return
    assert result.replay is not None, result
    assert result.replay.steps == (Take("a", "x"),)
    assert result.replay.name == " ".join("".join(c if c.isprintable() else " " for c in name).split())


@pytest.mark.parametrize("name", ["yes", "~", "a: b", "# no", "'quoted'", "- list", "null", "1.5", "&anchor", "%TAG"])
def test_names_that_yaml_would_misread_are_quoted(name: str) -> None:
    """What looks like YAML's own is text."""
    result = parse_replay(replay_text(name, ["a.x"]).encode(), "a.replay.yaml")
    assert result.replay is not None
    assert result.replay.name == name
