"""Chances in blocks too tangled to be solved outright."""

from __future__ import annotations

import pytest

from game.model.story import Story
from game.tools import explore, flow
from tests.support.builders import choice, scene, story
from tests.support.random_story import random_story


def maze(size: int) -> Story:
    """A square of rooms open to all four sides, with a way out at two corners."""
    rooms = []
    for x in range(size):
        for y in range(size):
            sides = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
            ways = [choice(f"go{i}", f"r{a}_{b}") for i, (a, b) in enumerate(sides) if 0 <= a < size and 0 <= b < size]
            out = {(0, size - 1): "near", (size - 1, size - 1): "far"}.get((x, y))
            rooms.append(scene(f"r{x}_{y}", *ways, *([choice("out", out)] if out else [])))
    return story(*rooms, scene("near", ending="near"), scene("far", ending="far"))


def test_a_maze_is_solved_exactly() -> None:
    """The chances of a symmetric walk are symmetric: from the middle of one side both corners are alike."""
    even = maze(5)
    found = explore.run(story(*even.scenes.values(), start="r2_0")).endings
    assert found["near"].odds == pytest.approx(0.5, abs=1e-12)
    assert found["near"].odds_error == 0


def test_without_work_allowed_the_bound_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where elimination is too dear the chances are approached, and the truth lies within the bound."""
    exact = explore.run(maze(6)).endings
    monkeypatch.setattr(flow, "WORK", 0)
    for rounds in (1, 20, 400):
        monkeypatch.setattr(flow, "ROUNDS", rounds)
        found = explore.run(maze(6)).endings
        error = found["near"].odds_error
        assert error > 0
        for name in ("near", "far"):
            near, true = found[name].odds, exact[name].odds
            assert near is not None
            assert true is not None
            assert 0 <= true - near <= error + 1e-12


@pytest.mark.parametrize("seed", range(60))
def test_chances_and_what_is_lost_make_one(seed: int) -> None:
    """All endings together come with a chance of at most 1, and of 1 where no new player can get stuck."""
    report = explore.run(random_story(seed))
    together = sum(ending.odds or 0 for ending in report.endings.values())
    assert together <= 1 + 1e-9
    stuck = [*report.dead_ends, *report.traps]
    if not stuck:
        assert together == pytest.approx(1)
