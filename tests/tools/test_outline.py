"""The ways through a story, followed without its words: what `explore` finds out about them, from fewer states."""

from __future__ import annotations

import pytest

from game.engine.rules import Rules
from game.model.story import Story
from game.tools import beyond, explore
from game.tools.states import walks
from game.tools.states.budget import Budget
from game.tools.states.space import reduced
from game.tools.states.steps import Steps
from game.tools.states.sweep import sweep
from game.tools.verdicts import Outline, Verdict
from tests.support.builders import choice, number, scene, story, truth
from tests.support.oracle import truth_of
from tests.support.random_story import random_story, rich_story
from tests.tools.test_beyond import locks


def _small(of: Story) -> bool:
    return explore.graph_of(Rules(of), budget=Budget(states=2_000)).complete


@pytest.mark.parametrize("of", [random_story, rich_story])
@pytest.mark.parametrize("seed", range(60))
def test_it_is_what_explore_finds(of: type, seed: int) -> None:
    """Where one can come to, where one gets stuck, and the odds of every ending."""
    told = of(seed)
    if not _small(told):
        pytest.skip("too many states")
    found, all_ = explore.outline(told), explore.run(told, max_states=2_000)
    assert found.whole
    assert found.lasting
    assert found.scenes == {name: each.verdict for name, each in all_.scenes.items()}
    assert found.stuck == {each.scene for each in (*all_.dead_ends, *all_.traps)}
    for name, ending in all_.endings.items():
        assert found.endings[name].verdict is ending.verdict
        assert found.endings[name].odds == pytest.approx(ending.odds, abs=1e-9)


@pytest.mark.parametrize("seed", range(30))
def test_beyond_its_budget_it_says_nothing_that_is_not_so(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walks and proofs over a few variables agree with the plain search, or leave it open."""
    for name, few in (("BATCH", 300), ("PLAIN", 2), ("RARE", 2)):
        monkeypatch.setattr(beyond, name, few)
    monkeypatch.setattr(walks, "LONGEST", 40)
    told = random_story(seed)
    found, true = explore.outline(told, max_states=2), truth_of(told)
    for name, verdict in found.scenes.items():
        _is(verdict, there=name in true.reachable)
    for name, ending in found.endings.items():
        _is(ending.verdict, there=name in true.shortest)
    assert found.stuck <= true.dead_ends.keys() | true.traps.keys()


def _is(verdict: Verdict, *, there: bool) -> None:
    assert verdict in (Verdict.UNKNOWN, Verdict.REACHABLE if there else Verdict.UNREACHABLE)


def test_what_only_texts_ask_for_costs_no_states() -> None:
    """A counter that is told of and decides nothing multiplies the states of `explore` alone."""
    told = story(
        scene("road", choice("on", "road", do=["n += 1"]), choice("off", "end")),
        scene("end", ending="end", script=["You took {n} steps."]),
        variables=[number("n", 0, 9), truth("late")],
    )
    counting = story(
        scene("road", choice("on", "road", do=["n += 1"]), choice("off", [("n > 8", "end"), "end"])),
        scene("end", ending="end"),
        variables=[number("n", 0, 9), truth("late")],
    )
    without, with_ = (len(sweep(Steps(reduced(Rules(of), texts=False)), Budget())) for of in (told, counting))
    assert without < with_


def _timed(seconds: float | None, gone: float) -> Outline:
    """Of a story with too many states, when a clock goes on by that much each time somebody looks."""
    times = iter(range(1_000_000))
    budget = Budget(seconds=seconds, clock=lambda: next(times) * gone)
    return explore.outline(locks(6), max_states=20, budget=budget)


def test_what_a_clock_or_a_person_ended_does_not_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another search might find more; one that came to its end would find the same."""
    for name, few in (("BATCH", 300), ("PLAIN", 2), ("RARE", 2)):
        monkeypatch.setattr(beyond, name, few)
    assert not explore.outline(locks(6), max_states=20, budget=Budget(stop=lambda: True)).lasting
    assert not _timed(1, gone=0.5).lasting
    assert not _timed(None, gone=30).lasting
    assert _timed(None, gone=0).lasting
    assert explore.outline(locks(2), budget=Budget(states=50)).lasting
