"""What a failing replay says of how it could have held."""

from __future__ import annotations

import pytest

from game.engine.playing import Engine
from game.model.replay import At, Replay, ShowsText, Step, Take
from game.tools import replay
from tests.support.builders import choice, number, scene, story

HOUSE = story(
    scene(
        "hall",
        choice("search", "hall", do=["n += 1"]),
        choice("enter", "stairs", when="n >= 2"),
        script=["The hall is cold.", "A clock stands here."],
    ),
    scene("stairs", goto="room"),
    scene("room", choice("out", "end")),
    scene("cellar", choice("up", "hall")),
    scene("end", ending="end"),
    variables=[number("n", 0, 3)],
)


def helped(*steps: Step) -> tuple[str, ...]:
    """What a replay of these steps adds to its failure."""
    result = replay.play(Engine(HOUSE), "x", Replay("X", steps=steps), lambda source, _: source)
    assert result.failure is not None
    assert replay.as_text(replay.Report((result,)))
    return result.failure.more


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ((Take("hall", "enter"),), 'nearest: "enter" is on offer by hall.search > hall.search'),
        ((Take("room", "out"),), 'nearest: "room" is come to by hall.search > hall.search > hall.enter'),
        ((At("room"),), 'nearest: "room" is come to by hall.search > hall.search > hall.enter'),
        ((At("cellar"),), 'from here no 12 choices or fewer were found by which "cellar" is come to'),
        ((ShowsText("A clock stood here"),), "nearest: A clock stands here."),
    ],
)
def test_the_nearest_way_is_named(steps: tuple[Step, ...], says: str) -> None:
    """From where it stands, the fewest choices to what was wanted; of lines the one with most of the words."""
    assert helped(*steps) == (says,)


def test_a_replay_for_another_story_is_told_in_a_line() -> None:
    """Where no scene that it names is there or like one that is, that is said, and no single name."""
    steps = (Take("gallery", "climb"), Take("lamp_store", "pour"))
    result = replay.play(Engine(HOUSE), "x", Replay("X", steps=steps), lambda source, _: source)
    assert result.failure is not None
    assert result.failure.step == 0
    assert "none of the 2 scenes that it names is there" in result.failure.actual
