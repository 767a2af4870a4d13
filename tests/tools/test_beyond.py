"""What is decided where not every state could be visited is what the plain search finds."""

from __future__ import annotations

import pytest

from game.engine.playing import Engine
from game.engine.rules import Rules
from game.model.invariant import Invariant
from game.model.story import Story
from game.tools import beyond, explore
from game.tools.afar import Afar, Batch
from game.tools.states import walks
from game.tools.states.budget import Budget
from game.tools.verdicts import Report, Verdict
from tests.support.builders import choice, condition, scene, story, truth
from tests.support.oracle import Truth, truth_of
from tests.support.random_story import random_story, rich_story


@pytest.fixture(autouse=True)
def _few_walkers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beyond, "BATCH", 300)
    monkeypatch.setattr(beyond, "PLAIN", 2)
    monkeypatch.setattr(beyond, "RARE", 2)
    monkeypatch.setattr(walks, "LONGEST", 40)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("states", [1, 6])
def test_nothing_is_said_that_is_not_so(seed: int, states: int) -> None:
    """Verdicts found by walks and proofs, beyond a budget of a few states, are those of the plain search or unknown."""
    _holds(random_story(seed), states)


@pytest.mark.parametrize("seed", range(40))
def test_nor_of_rich_stories(seed: int) -> None:
    """The same with large ranges, bounds and hubs."""
    of = rich_story(seed)
    if (
        not explore.graph_of(Rules(of), budget=Budget(states=2_000)).complete
        or (explore.run(of, max_states=2_000).states or 10_000) > 250
    ):
        pytest.skip("too many states for the plain search")
    _holds(of, 3)


@pytest.mark.parametrize("seed", range(40))
def test_proofs_alone_are_right(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a single walk, what is proved by leaving variables out agrees with the plain search."""
    monkeypatch.setattr(beyond, "PLAIN", 0)
    monkeypatch.setattr(beyond, "RARE", 0)
    found = _holds(random_story(seed), 1)
    unknown = [name for name, each in found.scenes.items() if each.verdict is Verdict.UNKNOWN]
    assert not unknown


def _holds(of: Story, states: int) -> Report:
    always = condition("not (seen(s1) and seen(s2))")
    found = explore.run(of, [Invariant(always)], max_states=states)
    true = truth_of(of, always)
    if not found.whole:
        _agrees(found, true)
        _walks(of, found)
    return found


def _agrees(found: Report, true: Truth) -> None:
    for name, scene_ in found.scenes.items():
        _is(scene_.verdict, there=name in true.reachable)
        assert scene_.depth is None or scene_.depth == true.depths[name]
    for name, verdict in found.choices.items():
        _is(verdict, there=name in true.choices)
    said: dict[tuple[str, str, bool], set[Verdict]] = {}
    for branch in found.branches:
        for side, verdict in ((True, branch.holds), (False, branch.fails)):
            said.setdefault((branch.scene, branch.condition.source, side), set()).add(verdict)
    for place, verdicts in said.items():  # The same words may stand in a scene twice, once where they never hold.
        assert (Verdict.REACHABLE not in verdicts) if place not in true.sides else verdicts != {Verdict.UNREACHABLE}
    for name, ending in found.endings.items():
        _is(ending.verdict, there=name in true.shortest)
        if ending.shortest is not None and not ending.shortest.reached:
            assert len(ending.shortest.path) == true.shortest[name]
    assert {stuck.scene for stuck in found.dead_ends} <= true.dead_ends.keys()
    assert {stuck.scene for stuck in found.traps} <= true.traps.keys()
    (invariant,) = found.invariants
    assert invariant.holds is None or invariant.holds is (true.broken is None)


def _is(verdict: Verdict, *, there: bool) -> None:
    assert verdict in (Verdict.UNKNOWN, Verdict.REACHABLE if there else Verdict.UNREACHABLE)


def _walks(of: Story, found: Report) -> None:
    """Every way that is given leads to its ending."""
    engine = Engine(of)
    for name, ending in found.endings.items():
        route = ending.shortest or ending.witness
        if route is not None:
            play = engine.rest(engine.begin(reached=route.reached))
            for taken in route.path:
                play = engine.rest(engine.take(play, taken.partition(".")[2]))
            assert of.scenes[play.state.scene].ending == name


def locks(size: int) -> Story:
    """Coins are laid down one after the other, and at the end the order of all matters."""
    steps = [
        scene(f"s{i}", choice("heads", f"s{i + 1}", do=[f"t{i} = true"]), choice("tails", f"s{i + 1}"))
        for i in range(size)
    ]
    right = " and ".join(f"t{i}" if i % 3 else f"not t{i}" for i in range(size))
    same = " and ".join(f"t{i} == t{i + 1}" for i in range(size - 1))
    last = scene(
        f"s{size}",
        choice("open", "gold", right),
        choice("cheat", "tin", f"({right}) and ({same})"),
        choice("go", "end"),
    )
    ends = [scene(name, ending=name) for name in ("gold", "tin", "end")]
    return story(*steps, last, *ends, variables=[truth(f"t{i}") for i in range(size)])


def test_a_door_behind_many_keys_is_found_and_a_false_one_excluded() -> None:
    """With room for 50 states, the ending behind nine right choices is found, the impossible one is proved so."""
    found = explore.run(locks(9), max_states=50)
    assert not found.whole
    assert found.endings["gold"].verdict is Verdict.REACHABLE
    assert found.endings["gold"].shortest is not None
    assert len(found.endings["gold"].shortest.path) == 10
    assert found.endings["tin"].verdict is Verdict.UNREACHABLE
    assert found.undecided == ("traps",)
    assert not found.complete


@pytest.mark.parametrize(("hits", "runs"), [(0, 1000), (3, 1000), (400, 1000), (997, 1000), (1000, 1000)])
def test_an_estimate_says_how_far_it_may_be_off(hits: int, runs: int) -> None:
    """The interval is neither empty nor wider than a tenth, also for what is rare."""
    assert 0 < walks.half_width(hits, runs) < 0.1


def test_walkers_stop_where_time_is_up() -> None:
    """A batch in a large story takes minutes: it is left in the middle, and who is on the way ends nowhere."""
    afar = Afar(locks(6), (), None, Budget())
    looks = iter(range(1_000))
    whole = afar.walk(Batch(0, 50, ()), lambda: False).ended.sum()
    cut = afar.walk(Batch(0, 50, ()), lambda: next(looks) == 4).ended.sum()
    assert (whole, cut) == (50, 0)
