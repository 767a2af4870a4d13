"""What `explore` says of stories whose truth is plain."""

from __future__ import annotations

import json

import pytest

from game.model.invariant import Invariant
from game.model.script import Narration, When
from game.model.source import SourceRef
from game.model.story import Story
from game.model.text import Either, Plain, Text
from game.tools import beyond, explore
from game.tools.states import refine
from game.tools.verdicts import Verdict
from tests.support.builders import Goto, choice, condition, number, scene, story, truth
from tests.support.needle import needle_story

ROUND = story(
    scene("hub", choice("left", "left"), choice("right", "right"), choice("out", "gate")),
    scene("left", choice("back", "hub")),
    scene("right", choice("back", "hub"), choice("jump", "fall")),
    scene("gate", ending="free"),
    scene("fall", ending="fell"),
)


def odds(of: Story) -> dict[str, float | None]:
    """The odds of every ending."""
    return {name: ending.odds for name, ending in explore.run(of).endings.items()}


def test_json_has_the_form_that_programs_rely_on() -> None:
    """Every key of the contract is there, with the types that it names."""
    report = explore.run(ROUND, [Invariant(condition("not seen(fall)"), ref=SourceRef("x.invariants.yaml", 3, 1))])
    found = json.loads(json.dumps(explore.as_json(report)))
    assert found["complete"] is True
    assert found["states"] == 5
    assert found["scenes"]["fall"] == {"verdict": "reachable", "depth": 2}
    assert found["choices"]["right.jump"] == {"verdict": "reachable"}
    assert found["endings"]["fell"] == {
        "verdict": "reachable",
        "shortest": ["hub.right", "right.jump"],
        "odds": pytest.approx(1 / 3),
        "odds_error": 0.0,
    }
    assert (found["dead_ends"], found["traps"]) == ([], [])
    (invariant,) = found["invariants"]
    assert (invariant["file"], invariant["line"], invariant["holds"]) == ("x.invariants.yaml", 3, False)
    assert invariant["path"] == ["hub.right", "right.jump"]


def test_odds_are_exact_where_ways_lead_round() -> None:
    """Leaving a hub by chance is a geometric series, and its sum is exact."""
    assert odds(ROUND) == {"free": pytest.approx(2 / 3, abs=1e-15), "fell": pytest.approx(1 / 3, abs=1e-15)}


def test_odds_of_a_walk_with_two_ends() -> None:
    """The gambler's ruin: from 3 of 50 steps the far end comes with chance 3/50."""
    size = 50
    walk = [
        scene(f"w{i}", choice("down", f"w{i - 1}"), choice("up", f"w{i + 1}"))
        if 0 < i < size
        else scene(f"w{i}", ending=f"e{i}")
        for i in range(size + 1)
    ]
    found = odds(story(*walk, start="w3"))
    assert found[f"e{size}"] == pytest.approx(3 / size, abs=1e-12)


def test_chances_that_fall_into_a_trap_are_lost() -> None:
    """What enters a circle without an ending adds to no ending, and the error stays 0."""
    report = explore.run(
        story(
            scene("a", choice("safe", "end"), choice("lost", "b")),
            scene("b", choice("on", "c")),
            scene("c", choice("on", "b")),
            scene("end", ending="end"),
        )
    )
    assert (report.endings["end"].odds, report.endings["end"].odds_error) == (0.5, 0.0)
    assert [(trap.scene, trap.route.path) for trap in report.traps] == [("b", ("a.lost",)), ("c", ("a.lost", "b.on"))]
    assert not report.ok


def test_a_dead_end_is_no_trap_but_what_only_leads_there_is() -> None:
    """Without an open choice it is a dead end; with only dead ends to come it is a trap; passing is neither."""
    report = explore.run(
        story(
            scene("a", choice("good", "end"), choice("bad", "before")),
            scene("before", choice("on", "passing")),
            scene("passing", goto="stuck"),
            scene("stuck", choice("never", "end", when="n > 0")),
            scene("end", ending="end"),
            variables=[number("n", 0, 1)],
        )
    )
    assert [(stuck.scene, stuck.route.path) for stuck in report.dead_ends] == [("stuck", ("a.bad", "before.on"))]
    assert [(stuck.scene, stuck.route.path) for stuck in report.traps] == [("before", ("a.bad",))]
    assert report.choices["stuck.never"] is Verdict.UNREACHABLE


def test_a_circle_without_a_choice_is_a_trap() -> None:
    """Scenes that go on by themselves for ever are traps; one that only leads into the circle is not listed."""
    report = explore.run(
        story(
            scene("a", choice("x", "into"), choice("y", "end")),
            scene("into", goto="b"),
            scene("b", goto=[("n > 5", "end"), "c"]),
            scene("c", goto="b"),
            scene("end", ending="end"),
            variables=[number("n", 0, 9)],
        )
    )
    assert [(trap.scene, trap.route.path) for trap in report.traps] == [("b", ("a.x",)), ("c", ("a.x",))]


def test_depth_counts_choices_and_not_scenes() -> None:
    """Scenes passed through cost nothing, however many there are, even when the longer row of scenes is found later."""
    chain = [scene(f"p{i}", goto=f"p{i + 1}") for i in range(5)]
    report = explore.run(
        story(
            scene("a", choice("direct", "b"), choice("round", "p0")),
            scene("b", choice("on", "goal")),
            *chain,
            scene("p5", goto="goal"),
            scene("goal", ending="end"),
        )
    )
    assert report.scenes["goal"].depth == 1
    assert report.endings["end"].shortest is not None
    assert report.endings["end"].shortest.path == ("a.round",)


def test_what_cannot_be_reached_is_called_so() -> None:
    """Scenes, choices and endings behind a guard that never holds are unreachable, with no depth, path or odds."""
    report = explore.run(
        story(
            scene("a", choice("go", "end"), choice("wish", "far", when="n > 2")),
            scene("far", choice("on", "other")),
            scene("other", ending="other"),
            scene("end", ending="end"),
            variables=[number("n", 0, 2)],
        )
    )
    assert report.scenes["far"].verdict is report.choices["far.on"] is Verdict.UNREACHABLE
    found = explore.as_json(report)["endings"]
    assert isinstance(found, dict)
    assert found["other"] == {"verdict": "unreachable", "shortest": None, "odds": 0.0, "odds_error": 0.0}
    assert report.ok
    assert not report.all_proved


def test_reached_is_unknown_but_fixed() -> None:
    """What needs an ending seen before is reachable by a path that says so; a new player's depth is null, odds 0."""
    again: Goto = [("reached(end)", "secret"), "end"]
    report = explore.run(
        story(scene("a", choice("go", again)), scene("secret", ending="secret"), scene("end", ending="end"))
    )
    assert report.scenes["secret"].verdict is Verdict.REACHABLE
    assert report.scenes["secret"].depth is None
    found = explore.as_json(report)["endings"]
    assert isinstance(found, dict)
    assert found["secret"] == {
        "verdict": "reachable",
        "shortest": ["a.go"],
        "odds": 0.0,
        "odds_error": 0.0,
        "reached": ["end"],
    }
    assert "reached" not in found["end"]


def test_reached_does_not_change_within_a_playthrough() -> None:
    """A guard that wants an ending both seen and not seen never holds."""
    report = explore.run(
        story(
            scene("a", choice("go", "b", when="reached(end)"), choice("stay", "end")),
            scene("b", choice("twist", "never", when="not reached(end)"), choice("on", "end")),
            scene("never", ending="never"),
            scene("end", ending="end"),
        )
    )
    assert report.endings["never"].verdict is Verdict.UNREACHABLE


def test_invariants_hold_after_enter_in_scenes_passed_through_too() -> None:
    """A break between two resting scenes is found; what only holds between effects is not judged."""
    of = story(
        scene("a", choice("go", "mid", do=["n = 5", "n = 1"])),
        scene("mid", enter=["n = 3"], goto="end"),
        scene("end", enter=["n = 0"], ending="end"),
        variables=[number("n", 0, 9)],
    )
    invariants = [
        Invariant(condition("n < 3")),
        Invariant(condition("n < 5")),
        Invariant(condition("n == 0"), at="end"),
        Invariant(condition("seen(mid)"), at="end"),
    ]
    verdicts = explore.run(of, invariants).invariants
    assert [verdict.holds for verdict in verdicts] == [False, True, True, True]
    assert verdicts[0].scene == "mid"
    assert verdicts[0].route is not None
    assert verdicts[0].route.path == ("a.go",)


def many() -> Story:
    """A story with far more states than a small budget: every combination of 12 truths matters at its end."""
    places = [
        scene(f"s{i}", choice("yes", f"s{i + 1}", do=[f"t{i} = true"]), choice("no", f"s{i + 1}")) for i in range(12)
    ]
    odd = " and ".join(f"t{i}" if i % 2 else f"not t{i}" for i in range(12))
    return story(
        *places,
        scene("s12", choice("all", "all", when=odd), choice("end", "end")),
        scene("all", ending="all"),
        scene("end", ending="end"),
        scene("island", ending="island"),
        variables=[truth(f"t{i}") for i in range(12)],
    )


def test_an_exhausted_budget_is_told_honestly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is called unreachable that was not proved; odds and states are null; what no arrow leads to is proved."""
    monkeypatch.setattr(beyond, "PLAIN", 0)
    monkeypatch.setattr(beyond, "RARE", 0)
    monkeypatch.setattr(refine, "LEAST", 10)
    report = explore.run(many(), [Invariant(condition("t0 or not t0"))], max_states=100)
    assert (report.complete, report.states, report.visited) == (False, None, 100)
    assert report.scenes["s0"].verdict is Verdict.REACHABLE
    assert report.scenes["all"].verdict is report.choices["s12.all"] is report.endings["all"].verdict is Verdict.UNKNOWN
    assert report.scenes["island"].verdict is report.endings["island"].verdict is Verdict.UNREACHABLE
    assert {ending.odds for ending in report.endings.values()} == {None}
    assert (report.dead_ends, report.traps) == ((), ())
    assert [verdict.holds for verdict in report.invariants] == [True]  # Over its one variable there are few states.


@pytest.mark.parametrize("budget", [0, 1, 2])
def test_the_smallest_budgets_do_not_fail(budget: int) -> None:
    """Even with no state at all there is a report in both forms."""
    report = explore.run(many(), max_states=budget)
    assert not report.complete
    assert json.dumps(explore.as_json(report))
    assert explore.as_text(report)


def test_a_budget_proves_what_it_allows() -> None:
    """With all states within the budget the same story is proved, its odds exact."""
    report = explore.run(many())
    assert report.complete
    assert report.states == 2**13 - 1 + 2**12 + 1
    assert report.endings["all"].odds == pytest.approx(0.5**13)


def test_a_story_too_large_to_count_is_proved_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the count goes over its budget, `states` is null and nothing is unknown."""
    monkeypatch.setattr(explore, "MAX_COUNTED", 10)
    report = explore.run(many())
    assert (report.complete, report.states) == (True, None)
    assert "too many to count" in explore.as_text(report)


def test_what_nothing_asks_for_is_forgotten_but_counted() -> None:
    """Values that are never read again are not told apart for the proofs, yet they are states."""
    report = explore.run(
        story(
            scene("a", choice("up", "a", do=["n += 1"]), choice("go", "b")),
            scene("b", choice("on", "end")),
            scene("end", ending="end"),
            variables=[number("n", 0, 99)],
        )
    )
    assert (report.states, report.visited) == (300, 3)


def test_both_sides_of_text_are_judged() -> None:
    """A side of a condition in the script or in a text that no state shows is named, also inside another condition."""
    words = Text("", (Either(condition("n > 2"), (Plain("many"),), (Plain("few"),)),))
    line = When(condition("n > 0"), (), ())
    nested = When(condition("n > 1"), (When(condition("n > 0"), (), ()),), ())
    of = story(
        scene("a", choice("up", "b", do=["n += 1"]), choice("stay", "b")),
        scene("b", choice("on", "end"), script=[line, nested]),
        scene("end", ending="end", script=[When(condition("seen(b)"), ()), Narration(words)]),
        variables=[number("n", 0, 3)],
    )
    found = [(branch.condition.source, branch.holds.value, branch.fails.value) for branch in explore.run(of).branches]
    assert found == [
        ("n > 0", "reachable", "reachable"),
        ("n > 1", "unreachable", "reachable"),
        ("n > 0", "unreachable", "unreachable"),
        ("seen(b)", "reachable", "unreachable"),
        ("n > 2", "unreachable", "reachable"),
    ]


def test_reached_in_text_alone_is_free_and_costs_no_states() -> None:
    """Text that greets a returning player is shown on both sides, without a second search."""
    of = story(
        scene("a", choice("go", "end"), script=[When(condition("reached(end)"), ())]), scene("end", ending="end")
    )
    report = explore.run(of)
    assert [(branch.holds, branch.fails) for branch in report.branches] == [(Verdict.REACHABLE, Verdict.REACHABLE)]
    assert report.states == 2


def test_locked_reasons_that_nobody_sees() -> None:
    """A locked reason is reachable where its choice is ever closed."""
    of = story(
        scene(
            "a",
            choice("shut", "end", when="n > 0", locked="Not yet."),
            choice("open", "end", when="n == 0", locked="Never shown."),
        ),
        scene("end", ending="end"),
        variables=[number("n", 0, 1)],
    )
    assert explore.run(of).locked == {"a.shut": Verdict.REACHABLE, "a.open": Verdict.UNREACHABLE}


def test_the_text_report_tells_what_is_wrong_and_how_to_get_there() -> None:
    """A person reads the verdicts, the paths, and what was never reached."""
    of = story(
        scene("a", choice("good", "end"), choice("bad", "pit")),
        scene("pit", choice("never", "end", when="false")),
        scene("end", ending="end"),
        variables=[truth("t")],
    )
    shown = explore.as_text(explore.run(of, [Invariant(condition("not seen(pit)"))]))
    for part in (
        "dead ends",
        "pit: a.bad",
        "broken invariants",
        "choice pit.never",
        "end: 1 choice at least, odds 50.00%",
    ):
        assert part in shown


def test_costs_name_what_multiplies_the_states() -> None:
    """A variable that doubles the states of the fullest scene costs a factor of two."""
    report = explore.run(many())
    assert {cost.name for cost in report.costs} == {f"t{i}" for i in range(12)}
    assert all(cost.factor == pytest.approx(2) for cost in report.costs)


def test_a_bug_behind_fourteen_right_choices_is_always_found() -> None:
    """One of 16,384 ways leads to it: it is found, by a shortest way, and so is that there is no other."""
    report = explore.run(needle_story(14))
    assert [(stuck.scene, len(stuck.route.path)) for stuck in report.dead_ends] == [("pit", 15)]
    assert report.complete
    assert report.states == (2**15 - 1) + 1 + (2**14 - 1)
