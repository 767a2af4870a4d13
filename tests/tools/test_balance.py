"""How a variable stands among many players."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.playing import Engine
from game.errors import UsageError
from game.tools import balance
from game.tools.random_play import play_once
from tests.support.builders import choice, number, scene, story
from tests.support.random_story import random_story

LONGEST = 60

PURSE = story(
    scene("a", choice("earn", "b", do=["n += 2"]), choice("wait", "b")),
    scene("b", choice("stay", "end"), choice("back", "a")),
    scene("end", ending="good"),
    variables=[number("n", 0, 3), number("wide", 0, 1_000_000)],
)


@given(st.integers(0, 10_000), st.booleans())
def test_it_counts_what_the_engine_comes_to(seed: int, in_the_end: bool) -> None:
    """The values are those with which the runs of `random` first come to a scene, or to an ending."""
    of = random_story(seed % 300)
    engine, variable = Engine(of), of.variables[0].name
    at = None if in_the_end else list(of.scenes)[seed % len(of.scenes)]
    expected: Counter[object] = Counter()
    for each in range(seed, seed + 10):
        play, _ = play_once(engine, each, longest=LONGEST)
        states = [move.state for move in play.moves]
        ended = of.scenes[play.state.scene].ending is not None
        came = [state for state in states if state.scene == at] if at is not None else states[-1:] * ended
        expected.update(engine.rules.value(state, variable) for state in came[:1])

    found = balance.weigh(of, variable, at, range(seed, seed + 10), LONGEST)

    assert +Counter(found.counts) == expected
    assert found.came == expected.total()
    assert found.runs == 10


def test_people_see_where_a_threshold_would_stand() -> None:
    """Each value with its share, and how many have as much or more; programs get counts."""
    found = balance.weigh(PURSE, "n", "b", range(400), 1_000)
    shown = balance.as_text(found).splitlines()
    assert shown[0] == 'n on first coming to scene "b", by 400 of 400 runs'
    assert shown[1].endswith("100.0% have 0 or more")
    assert shown[2].split()[:2] == ["1", "0.0%"]
    values = json.loads(json.dumps(balance.as_json(found)))["values"]
    assert values == {"0": 400 - values["2"], "1": 0, "2": values["2"], "3": 0}
    assert 150 < values["2"] < 250


def test_values_that_are_many_are_left_out_where_they_do_not_occur() -> None:
    """A purse for a million coins is one line while it is empty."""
    assert balance.weigh(PURSE, "wide", None, range(5), 1_000).counts == {0: 5}


def test_it_ends_when_it_is_asked_to() -> None:
    """What was counted until then is told; where nobody came, that too."""
    found = balance.weigh(PURSE, "wide", None, range(100), 1_000, lambda: True)
    assert (found.runs, found.came) == (0, 0)
    assert "0 of 0 runs" in balance.as_text(found)


@pytest.mark.parametrize(("variable", "at", "meant"), [("m", None, "variable"), ("n", "c", "scene")])
def test_what_the_story_has_not_is_refused(variable: str, at: str | None, meant: str) -> None:
    """A variable or scene that is not there is named."""
    with pytest.raises(UsageError, match=f"there is no {meant}"):
        balance.weigh(PURSE, variable, at, range(1), 10)
