from __future__ import annotations

import time
from dataclasses import replace

import pytest

from game.checks import RULES, run_checks
from game.model.codes import CODES
from game.model.diagnostic import Severity
from game.model.script import Hard, Narration, When
from game.model.story import Scene, Story, Timer, Variable
from tests.support.builders import choice, condition, number, one_of, scene, story, text, truth
from tests.support.reading import names_of, read_text

N = number("n", 0, 6, 2)
FLAG = truth("flag")
SIDE = one_of("side", "nobody", "red", "blue")


def found(told: Story) -> list[str]:
    """The codes of all errors and warnings."""
    return [problem.code for problem in run_checks(told) if problem.severity > Severity.NOTE]


def with_hub(*choices: object, variables: tuple[Variable, ...] = (N, FLAG, SIDE), enter: tuple[str, ...] = ()) -> Story:
    """A hub with these choices, in a story in which every variable is read and set."""
    hub = scene("hub", *choices, enter=enter)  # type: ignore[arg-type]
    reads = [f"n > 1 and flag and side == {value!r}" for value in ("red", "blue", "nobody")]
    script = [When(condition(reads[0]), (Narration(text("Yes.")),))]
    sets = ["n = 3 if flag else 4", "flag = n > 3", "side = 'red' if flag else 'blue'"]
    end = scene("end", goto="last", script=script)
    start = scene("start", choice("on", "hub", do=sets), choice("over", "end"))
    return story(start, hub, end, scene("last", ending="light"), variables=variables)


@pytest.mark.parametrize(
    "guards",
    [
        ("n >= 3", "n < 3"),
        ("flag", "not flag"),
        ("side == 'red'", "side != 'red'"),
        ("side == 'red'", "side == 'blue'", "side == 'nobody'"),
        ("n > 3 and flag", "not flag", "n <= 3"),
        ("chose(start.on)", "not chose(start.on)"),
        ("seen(hub)", "flag"),
    ],
)
def test_guards_that_leave_one_choice_open_are_no_dead_end(guards: tuple[str, ...]) -> None:
    """The check does not cry wolf where conditions complete each other."""
    choices = [choice(f"way_{place}", "end", guard) for place, guard in enumerate(guards)]
    assert "W525" not in found(with_hub(*choices))


@pytest.mark.parametrize("guards", [("n > 3", "n < 3"), ("flag", "n > 0"), ("side == 'red'", "side == 'blue'")])
def test_guards_that_may_all_fail_are_a_dead_end(guards: tuple[str, ...]) -> None:
    """A state that no condition covers is seen."""
    choices = [choice(f"way_{place}", "end", guard) for place, guard in enumerate(guards)]
    assert found(with_hub(*choices)) == ["W525"]


def test_what_a_scene_does_on_entering_counts() -> None:
    """A choice whose condition the scene's own `enter` makes true is always open."""
    told = with_hub(choice("a", "end", "n > 3"), choice("b", "end", "flag"), enter=("n = 5",))
    assert found(told) == ["W524"]


def test_once_choices_run_out_only_where_one_comes_back() -> None:
    """A hub that nobody returns to, or that a guarded way leads back to, is not said to run out."""
    used = [choice("a", "end", once=True), choice("b", "end", once=True)]
    assert found(with_hub(*used)) == []
    back = [choice("a", "hub", once=True), choice("b", "end", once=True)]
    assert found(with_hub(*back)) == ["W527"]
    guarded = [choice("a", [("n > 3", "end"), "hub"], once=True), choice("b", "end", once=True)]
    assert found(with_hub(*guarded)) == []


def test_same_words_are_fine_where_only_one_is_on_offer() -> None:
    """A choice written twice for two states is not a slip."""
    one, other, third = choice("a", "end", "flag"), choice("b", "end", "not flag"), choice("c", "end")
    assert found(with_hub(one, replace(other, text=text("a")), third)) == []
    assert found(with_hub(one, replace(third, text=text("a")))) == ["W548"]


def test_a_timer_on_an_open_choice_is_fine() -> None:
    """A15: only a choice that may be closed is warned of."""
    told = with_hub(choice("a", "end"), choice("b", "end", "flag"))

    def timed(choice_id: str) -> Story:
        hub = replace(told.scenes["hub"], timer=Timer(8, choice_id))
        return replace(told, scenes={**told.scenes, "hub": hub})

    assert found(timed("a")) == []
    assert found(timed("b")) == ["W526"]


def test_an_endless_circle_is_an_error_only_where_nothing_can_leave_it() -> None:
    """A37: unconditional is an error of the checks; a circle with a guard is for `explore`."""
    first = scene("first", choice("a", "ring"), choice("b", "end"))
    ring = [scene("ring", goto="rung"), scene("rung", goto="ring")]
    told = story(first, *ring, scene("end", ending="light"))
    assert found(told) == ["E601"]
    both = [scene("ring", goto=[("flag", "rung"), "rung"]), scene("rung", goto="ring")]
    assert "E601" in found(story(first, *both, scene("end", ending="light"), variables=[FLAG]))
    open_ring = [scene("ring", goto=[("flag", "end"), "rung"]), scene("rung", goto="ring", enter=["flag = true"])]
    assert found(story(first, *open_ring, scene("end", ending="light"), variables=[FLAG])) == []


def test_regions_without_a_way_out_are_said_once() -> None:
    """Scenes that are stuck together are one problem; those apart are two."""
    first = scene("first", choice("a", "one"), choice("b", "two"), choice("c", "end"))
    stuck = [
        scene("one", choice("x", "one_more")),
        scene("one_more", choice("x", "one"), choice("y", "one_more")),
        scene("two", choice("x", "two")),
    ]
    problems = run_checks(story(first, *stuck, scene("end", ending="light")))
    assert [problem.message for problem in problems if problem.code == "W511"] == [
        'no way leads from the scene "one" (and 1 more) to an ending',
        'no way leads from the scene "two" to an ending',
    ]


def test_arrows_behind_an_unguarded_branch_do_not_link() -> None:
    """W510: what stands after a branch that is always taken leads nowhere."""
    first = scene("first", goto=["end"])
    lost = scene("lost", goto="end")
    told = story(first, lost, scene("end", ending="light"))
    assert found(told) == ["W510"]


def test_branches_are_judged_after_those_before_them_and_after_effects() -> None:
    """W513: a branch that cannot be come to is told; one that the choice's own effect opens is not."""
    shut = choice("a", [("n > 2", "end"), ("n > 4", "last"), "end"])
    assert found(with_hub(shut, choice("b", "end"))) == ["W513"]
    opened = choice("a", [("n > 2", "end"), "last"], "n < 2", do=["n = 5"])
    assert found(with_hub(opened, choice("b", "end"))) == []


def test_lines_nested_against_their_condition_are_told() -> None:
    """W524: a `when` inside another, in text too, that the outer one has decided."""
    told = with_hub(choice("a", "end"))
    line = read_text("{n > 5: Never.|Always.}", names_of(told))
    script = (When(condition("n < 3"), (Narration(line),)),)
    told = replace(told, scenes={**told.scenes, "hub": replace(told.scenes["hub"], script=script)})
    assert found(told) == ["W524"]


def test_softened_lines_are_read_too() -> None:
    """What replaces a hard line is held to the same rules."""
    told = with_hub(choice("a", "end"))
    script = (Hard(text("Blood."), text("TODO soften")),)
    told = replace(told, scenes={**told.scenes, "hub": replace(told.scenes["hub"], script=script)})
    assert found(told) == ["W543"]


def test_the_longest_reading_of_a_line_counts() -> None:
    """Alternatives are measured by the longest one, not by all of them together."""
    told = with_hub(choice("a", "end"))
    names = names_of(told)

    def says(source: str) -> Story:
        hub = replace(told.scenes["hub"], script=(Narration(read_text(source, names)),))
        return replace(told, scenes={**told.scenes, "hub": hub})

    assert found(says("{" + "a" * 200 + "|" + "b" * 200 + "}")) == []
    assert found(says("{" + "a" * 221 + "|b}")) == ["W540"]


def test_invariants_read_variables_too() -> None:
    """W530: a variable that only an invariant asks about is not idle."""
    told = story(scene("a", choice("x", "b", do=["n += 1"])), scene("b", ending="light"), variables=[N])
    assert found(told) == ["W530"]
    asked = [condition("n < 7")]
    assert [problem.code for problem in run_checks(told, asked=asked) if problem.severity > Severity.NOTE] == []


def test_doubled_words_are_looked_for_in_english_only() -> None:
    """N545 knows English; in another language it is silent."""
    told = story(scene("a", script=["He said that the the end had come."], ending="light"))
    assert "N545" in {problem.code for problem in run_checks(told)}
    assert "N545" not in {problem.code for problem in run_checks(replace(told, language="de"))}


def test_ignored_places_are_left_out() -> None:
    """A file, line and code that the writer does not want to hear of."""
    told = story(scene("a", ending="light"), scene("b", goto="a"))
    (problem,) = [problem for problem in run_checks(told) if problem.code == "W510"]
    mark = (problem.ref.file, problem.ref.line, "W510")
    assert "W510" not in {problem.code for problem in run_checks(told, ignored={mark})}


def test_every_rule_names_its_codes() -> None:
    """A rule's docstring says which codes it gives, and each is in the table."""
    for rule in RULES:
        assert rule.__doc__
        assert any(code in rule.__doc__ for code in CODES), rule


def big(count: int) -> Story:
    """Many scenes with guards, effects and lines."""

    def one(place: int) -> Scene:
        following = f"s{(place + 1) % count}"
        return scene(
            f"s{place}",
            choice("a", following, f"n > {place % 5}", ["n += 1"]),
            choice("b", [("flag and n < 4", "end"), following], do=["flag = n > 2"]),
            script=["A line of some ten words that is not long."] * 2,
        )

    return story(*(one(place) for place in range(count)), scene("end", ending="light"), variables=[N, FLAG])


@pytest.mark.benchmark
def test_ten_thousand_scenes_are_checked_soon() -> None:
    """All checks of a large story are timed; they have to come to an end and find its one sort of slip."""
    told = big(10_000)
    start = time.process_time()
    problems = run_checks(told)
    print(f"checks of 10,000 scenes: {time.process_time() - start:.2f} s")
    assert {problem.code for problem in problems} == {"N544", "N580", "N581"}
