"""The explorer agrees with a plain search that steps the `transitions` machine."""

from __future__ import annotations

import os

import pytest

from game.engine.playing import Engine, Playthrough
from game.engine.rules import Rules
from game.errors import EndlessLoop
from game.model.invariant import Invariant
from game.model.story import Story
from game.tools import explore
from game.tools.states.budget import Budget
from game.tools.verdicts import Report, Route, Stuck, Verdict
from tests.support.builders import condition
from tests.support.oracle import truth_of
from tests.support.random_story import random_story, rich_story

SEEDS = range(120)
RICH = range(150)

PLAIN = 250
"""States that the plain search still finds in no time."""

MANY = int(os.environ.get("STORIES", "0"))
"""How many stories more are tried where somebody asks for them."""


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_is_as_the_machine_finds_it(seed: int) -> None:
    """Verdicts, depths, state counts, dead ends, traps and odds are those of the plain search."""
    _agree(random_story(seed))


@pytest.mark.parametrize("seed", RICH)
def test_so_it_is_with_large_ranges_bounds_and_hubs(seed: int) -> None:
    """The same holds of stories that count far and stop at their bounds; few are too large for the plain search."""
    story = rich_story(seed)
    if not _is_small(story):
        pytest.skip("too many states for the plain search")
    _agree(story)


@pytest.mark.slow
@pytest.mark.skipif(not MANY, reason="set STORIES to how many are wanted")
def test_everything_is_so_for_as_many_stories_as_are_wanted() -> None:
    """The laws above for thousands of stories: `STORIES=2000 python3 run.py test tests/tools -m slow`."""
    for seed in range(1_000, 1_000 + MANY):
        for story in (random_story(seed), rich_story(seed)):
            if _is_small(story):
                _agree(story)


def _is_small(story: Story) -> bool:
    """Whether the plain search gets through it."""
    if not explore.graph_of(Rules(story), budget=Budget(states=2_000)).complete:
        return False
    states = explore.run(story, max_states=2_000).states
    return states is not None and states <= PLAIN


def _agree(story: Story) -> None:
    found, true = explore.run(story), truth_of(story)
    assert (found.complete, found.states) == (True, true.states)
    assert {name: scene.depth for name, scene in found.scenes.items()} == true.depths
    reachable = {name for name, scene in found.scenes.items() if scene.verdict is Verdict.REACHABLE}
    assert reachable == true.reachable
    assert {name for name, verdict in found.choices.items() if verdict is Verdict.REACHABLE} == true.choices
    assert _sides(found) == true.sides
    assert _lengths(found.dead_ends) == true.dead_ends
    assert _lengths(found.traps) == true.traps
    for name, ending in found.endings.items():
        assert (None if ending.shortest is None else len(ending.shortest.path)) == true.shortest.get(name)
        assert ending.odds == pytest.approx(true.odds[name], abs=1e-6)
        assert ending.odds_error == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_every_path_leads_where_it_says(seed: int) -> None:
    """Played by the engine, the path to an ending ends with it, and the path to a place to be stuck leads there."""
    story = random_story(seed)
    found = explore.run(story)
    for name, ending in found.endings.items():
        if ending.shortest is not None:
            assert story.scenes[_play(story, ending.shortest)].ending == name
    for stuck in (*found.dead_ends, *found.traps):
        if not story.scenes[stuck.scene].goto:
            assert _play(story, stuck.route) == stuck.scene


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("always", ["not (seen(s1) and seen(s3))", "reached(dusk) or not seen(s3)"])
def test_invariants_are_judged_in_every_state(seed: int, always: str) -> None:
    """An invariant holds where no state of the plain search breaks it; else the path is a shortest one to a break."""
    story = random_story(seed)
    invariant = Invariant(condition(always))
    (verdict,) = explore.run(story, [invariant]).invariants
    shortest = truth_of(story, invariant.always).broken
    assert verdict.holds is (shortest is None)
    if verdict.route is not None and not verdict.route.reached:
        assert len(verdict.route.path) == shortest


def _lengths(found: tuple[Stuck, ...]) -> dict[str, int]:
    assert len({stuck.scene for stuck in found}) == len(found)
    return {stuck.scene: len(stuck.route.path) for stuck in found}


def _sides(found: Report) -> set[tuple[str, str, bool]]:
    return {
        (branch.scene, branch.condition.source, side)
        for branch in found.branches
        for side, verdict in ((True, branch.holds), (False, branch.fails))
        if verdict is Verdict.REACHABLE
    }


def _play(story: Story, route: Route) -> str:
    engine = Engine(story)
    play = engine.rest(engine.begin(reached=route.reached))
    for taken in route.path:
        scene, _, choice = taken.partition(".")
        assert play.state.scene == scene
        play = engine.take(play, choice)
        play = engine.rest(play) if taken != route.path[-1] or not _endless(engine, play) else play
    return play.state.scene


def _endless(engine: Engine, play: Playthrough) -> bool:
    try:
        engine.rest(play)
    except EndlessLoop:
        return True
    return False
