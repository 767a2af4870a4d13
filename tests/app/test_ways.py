"""Remembered ways: shortest kept, written compactly, and nothing damaged taken for a way."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.disk import Damaged
from game.app.ways import Way, Ways

CHOICE = st.sampled_from(["a.x", "a.y", "b.x", "c.z"])
WAYS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(Way, st.integers(0, 3), st.sampled_from([(), ("end",)]), st.lists(CHOICE, max_size=6).map(tuple)),
)


@given(WAYS)
def test_what_is_written_reads_back(ways: dict[str, Way]) -> None:
    """Through JSON and back, every way is what it was."""
    written = json.loads(json.dumps(Ways(ways).encode()))
    assert dict(Ways.decode(written)) == ways


def test_common_beginnings_are_written_once() -> None:
    """A hundred decisions on one road take a hundred steps, not five thousand."""
    log = tuple(f"s{i}.go" for i in range(100))
    ways = Ways({f"s{i}": Way(1, (), log[:i]) for i in range(100)})
    written = ways.encode()
    assert isinstance(written, dict)
    assert len(written["steps"]) == 99


def test_the_shortest_way_is_kept_and_of_equals_the_later() -> None:
    """A detour teaches nothing; another way as short is nearer to what the player remembers."""
    ways = Ways()
    assert ways.note("s", Way(1, (), ("a.x", "b.x")))
    assert not ways.note("s", Way(2, (), ("a.x", "b.x", "c.z")))
    assert ways.note("s", Way(3, (), ("a.y", "b.x")))
    assert ways.to("s") == Way(3, (), ("a.y", "b.x"))
    assert not ways.note("s", Way(3, (), ("a.y", "b.x")))


@pytest.mark.parametrize(
    "held",
    [
        [],
        {},
        {"roots": [], "steps": [], "ends": {"a": -1}},
        {"roots": [{"seed": 1, "reached": []}], "steps": [[0, "a.x"]], "ends": {"a": 0}},
        {"roots": [{"seed": 1, "reached": []}], "steps": [[-1, "a.x"]], "ends": {"a": 1}},
        {"roots": [{"seed": True, "reached": []}], "steps": [], "ends": {}},
        {"roots": [{"seed": 1, "reached": []}], "steps": [[-9, "a.x"]], "ends": {"a": 0}},
        {"roots": [{"seed": 1, "reached": [1]}], "steps": [], "ends": {"a": -1}},
        {"roots": [{"seed": 1, "reached": []}], "steps": [[-1, 5]], "ends": {"a": 0}},
        {"roots": [{"seed": 1, "reached": []}], "steps": [], "ends": {"a": "x"}},
    ],
)
def test_what_is_no_way_is_called_damaged(held: object) -> None:
    """A step that leads nowhere, or round, is never followed."""
    with pytest.raises(Damaged):
        Ways.decode(held)


def test_a_profile_from_before_there_were_ways_has_none() -> None:
    """What older versions wrote still loads."""
    assert dict(Ways.decode(None)) == {}
