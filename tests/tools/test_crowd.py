"""The tester's fast path: many runs at once are the runs that the engine plays one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.invariant import Invariant
from game.tools import crowd, random_play
from game.tools.chance import beginnings, draw, draws
from game.tools.random_play import Task, Trial
from tests.support.builders import condition
from tests.support.random_story import random_story, rich_story

ALWAYS = [Invariant(condition("not (seen(s1) and seen(s3))")), Invariant(condition("not seen(s2)"), at="s1")]


@given(st.integers(0, 2**63), st.integers(0, 6_000), st.integers(1, 9))
def test_numbers_are_the_same_alone_and_in_arrays(seed: int, turn: int, sides: int) -> None:
    """What a run draws does not depend on who else draws, and lies among the sides."""
    turns, many = np.array([turn], dtype=np.uint64), np.array([sides], dtype=np.uint64)
    together = draws(beginnings(np.array([seed], dtype=np.uint64)), turns, many)
    assert draw(seed, turn, sides) == together[0] < sides


def test_numbers_are_fair() -> None:
    """Neighbouring seeds and turns draw each side about equally often."""
    seeds = beginnings(np.repeat(np.arange(2_000, dtype=np.uint64), 10))
    turns = np.tile(np.arange(10, dtype=np.uint64), 2_000)
    counts = np.bincount(draws(seeds, turns, np.full(20_000, 5, dtype=np.uint64)).astype(np.int64))
    assert len(counts) == 5
    assert all(abs(count - 4_000) < 250 for count in counts)


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("draw_story", [random_story, rich_story])
def test_many_at_once_are_the_runs_of_the_engine(
    seed: int, draw_story: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Endings, choices taken, failures with their paths and counts: all as the machine plays them, on arrays to the end
    or as long as many stand together.
    """
    of = random_story(seed) if draw_story is random_story else rich_story(seed)
    trial = Trial(of, ALWAYS if {"s2", "s3"} <= of.scenes.keys() else (), longest=60)
    alone = trial.play(Task(seed, 60))
    monkeypatch.setattr(random_play, "MANY", 1)
    for few in (1, 15):
        monkeypatch.setattr(crowd, "FEW", few)
        together = trial.play(Task(seed, 60))
        assert together == alone
    assert together.runs == 60
