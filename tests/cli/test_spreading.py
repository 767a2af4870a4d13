"""Work shared among processes and machines gives what one process gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.spreading import LOCAL, Spread
from game.errors import UsageError
from game.tools import beyond, explore
from game.tools.explore import Report
from game.tools.random_play import Task, Trial, tasks
from tests.support.random_story import rich_story
from tests.tools.test_beyond import locks

CLUSTER = pytest.param(
    LOCAL, marks=pytest.mark.filterwarnings("ignore"), id="cluster"
)  # What the package warns of is its own affair.


def spread(where: str | None) -> Spread:
    """Two processes, or two workers of a cluster on this machine; skips where the package for that is missing."""
    if where is not None:
        pytest.importorskip("distributed", reason="the package distributed is not installed")
    return Spread(2, where)


@pytest.mark.slow
@pytest.mark.parametrize("where", [None, CLUSTER])
def test_random_runs_are_the_same_wherever_they_are_played(where: str | None) -> None:
    """Counts, failures and paths of each task, in the order of the tasks."""
    trial = Trial(rich_story(7), longest=60)
    wanted = list(tasks(3, 900))
    with spread(where) as others:
        assert list(others.map(trial, Trial.play, wanted)) == [trial.play(task) for task in wanted]


@pytest.mark.slow
@pytest.mark.parametrize("where", [None, CLUSTER])
def test_an_exploration_is_the_same_wherever_it_is_done(where: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walks and proofs beyond the budget: verdicts, ways, depths and estimated odds, to the last digit."""
    monkeypatch.setattr(beyond, "BATCH", 500)

    def explored(others: Spread | None) -> Report:
        return explore.run(locks(8), max_states=40, spread=None if others is None else others.map)

    with spread(where) as others:
        assert explored(others) == explored(None)


def test_without_others_all_is_done_here() -> None:
    """One process needs no other, and stops between two tasks where it is to."""
    done: list[int] = []
    with Spread(stop=lambda: len(done) == 2) as alone:
        assert alone.is_alone
        for number in alone.map("shared", lambda _shared, task, _stop: task * 10, [1, 2, 3]):
            done += [number]
    assert done == [10, 20]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer_is_told_in_a_line(tmp_path: Path) -> None:
    """The address is named."""
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    with Spread(1, "tcp://127.0.0.1:9") as others, pytest.raises(UsageError, match="no scheduler answers at tcp"):
        list(others.map(Trial(rich_story(7)), Trial.play, [Task(0, 1)]))
