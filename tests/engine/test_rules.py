from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.compile import UntrackedMark
from game.engine.rules import Rules
from game.engine.state import State
from game.errors import UsageError
from game.model.expression import Mark
from game.model.script import Narration
from game.model.story import Story
from tests.support.builders import branches, choice, condition, number, one_of, scene, story, truth
from tests.support.expressions import NAMES, VARIABLES, evaluate, numbers
from tests.support.reading import names_of, read_condition, read_effect, read_text

VILLAGE = story(
    scene(
        "village",
        choice("stay", "village", "n >= 2", ["n += 1"], once=True),
        choice("go", [("chose(village.go) and n > 5", "castle"), "road"], do=["n = 6 if chose(village.go) else 0"]),
    ),
    scene(
        "road",
        goto=[("seen(road)", "castle"), "village"],
        enter=["n += 2 if seen(road) else 0", ("n > 3", "flag = true")],
    ),
    scene("castle", ending="light"),
    variables=[number("n", 0, 6, 2), truth("flag"), one_of("side", "red", "blue")],
)


def entered(rules: Rules, scene_id: str = "village") -> State:
    """The state after entering a scene first."""
    return rules.enter(rules.initial(), scene_id)


def set_to(rules: Rules, state: State, **given_values: bool | int | str) -> State:
    """The state with other values."""
    known = {**rules.values(state), **given_values}
    return State(state.scene, tuple(known.values()), state.marks, state.counts)


def test_the_start_has_defaults_and_what_is_set_over_them() -> None:
    """A11: `set` stands over the defaults; the scene is not entered yet."""
    rules = Rules(VILLAGE)
    state = rules.initial(values={"n": 5})
    assert (state.scene, rules.values(state)) == ("", {"n": 5, "flag": False, "side": "red"})
    assert rules.value(state, "side") == "red"


@pytest.mark.parametrize("wrong", [{"n": 7}, {"n": True}, {"n": "2"}, {"flag": 1}, {"side": "green"}, {"lost": 1}])
def test_the_start_refuses_what_cannot_be(wrong: dict[str, bool | int | str]) -> None:
    """A11: an unknown variable, a value out of its domain or of another type is told."""
    with pytest.raises(UsageError):
        Rules(VILLAGE).initial(values=wrong)


def test_entering_marks_before_its_effects() -> None:
    """A12: a scene is seen before its own `enter` is done, the start scene like any other."""
    rules = Rules(VILLAGE)
    state = entered(rules, "road")
    assert rules.holds(state, condition("seen(road)"))
    assert rules.value(state, "n") == 4


def test_guarded_effects_are_judged_in_turn() -> None:
    """An effect's guard sees what the effects before it changed."""
    rules = Rules(VILLAGE)
    assert rules.value(entered(rules, "road"), "flag") is True
    assert rules.value(rules.enter(rules.initial(values={"n": 0}), "road"), "flag") is False


def test_taking_marks_before_its_effects_and_guards() -> None:
    """A12: `chose(itself)` holds in the choice's own `do` and `goto`."""
    rules = Rules(VILLAGE)
    go = VILLAGE.scenes["village"].choices[1]
    state = rules.take(entered(rules), go)
    assert state.scene == "village"
    assert rules.value(state, "n") == 6
    assert rules.leads_to(state, go.goto) == "castle"


def test_a_choice_is_open_where_its_condition_holds() -> None:
    """`when` decides."""
    rules = Rules(VILLAGE)
    stay = VILLAGE.scenes["village"].choices[0]
    assert rules.is_open(entered(rules), stay)
    assert not rules.is_open(set_to(rules, entered(rules), n=1), stay)


def test_once_closes_a_choice_for_good() -> None:
    """A14: a choice with `once` is not on offer after it was taken."""
    rules = Rules(VILLAGE)
    stay = VILLAGE.scenes["village"].choices[0]
    state = entered(rules)
    assert not rules.is_used_up(state, stay)
    state = rules.enter(rules.take(state, stay), "village")
    assert rules.is_used_up(state, stay)
    assert not rules.is_open(state, stay)


def test_the_first_branch_that_holds_leads() -> None:
    """Branches are tried in order; the last one needs no guard."""
    rules = Rules(VILLAGE)
    state = entered(rules)
    ways = branches([("n > 1", "road"), ("n > 0", "castle"), "village"])
    found = [rules.leads_to(set_to(rules, state, n=n), ways) for n in (2, 1, 0)]
    assert found == ["road", "castle", "village"]


def test_only_marks_that_are_asked_about_are_kept() -> None:
    """The state has a bit for each mark of a condition and each `once`, and no others."""
    assert set(Rules(VILLAGE).bits) == {
        (Mark.CHOSE, "village.stay"),
        (Mark.CHOSE, "village.go"),
        (Mark.SEEN, "road"),
    }
    assert sorted(Rules(VILLAGE).bits.values()) == [1, 2, 4]


def test_marks_of_conditions_from_outside_are_kept_on_request() -> None:
    """An invariant may ask about marks that the story does not; without notice they are refused."""
    asked = condition("seen(castle) and reached(light)")
    rules = Rules(VILLAGE, also=[asked])
    assert not rules.holds(entered(rules, "castle"), asked)
    assert rules.holds(rules.enter(rules.initial(reached=["light"]), "castle"), asked)
    with pytest.raises(UntrackedMark):
        Rules(VILLAGE).holds(entered(Rules(VILLAGE)), asked)


def test_reached_is_what_the_player_brings() -> None:
    """A13: an ending is reached in other playthroughs; ending this one does not change its state."""
    asked = condition("reached(light)")
    rules = Rules(VILLAGE, also=[asked])
    assert not rules.holds(rules.enter(rules.initial(reached=["gone"]), "castle"), asked)
    assert rules.holds(rules.initial(reached=["light"]), asked)


def counted_story() -> Story:
    """A story in which one scene's text depends on how often it was entered."""
    plain = story(scene("hub", choice("out", "road")), scene("road", goto="hub"))
    names = names_of(plain)
    return story(
        scene("hub", choice("out", "road"), script=[Narration(read_text("{first|again}", names))]),
        scene("road", goto="hub"),
    )


def test_entries_are_counted_where_text_depends_on_them() -> None:
    """A29: counts are kept for those scenes only, and make no two states differ."""
    rules = Rules(counted_story())
    assert rules.counted == {"hub": 0}
    once = entered(rules, "hub")
    twice = rules.enter(rules.enter(once, "road"), "hub")
    assert (rules.count(once), rules.count(twice)) == (1, 2)
    assert once == twice
    assert hash(once) == hash(twice)


def test_states_are_never_changed() -> None:
    """Entering and taking give new states."""
    rules = Rules(VILLAGE)
    state = entered(rules)
    before = (state.scene, state.values, state.marks, state.counts)
    rules.take(state, VILLAGE.scenes["village"].choices[1])
    rules.enter(state, "road")
    assert (state.scene, state.values, state.marks, state.counts) == before


@settings(max_examples=200, deadline=None)
@given(
    numbers(3), st.sampled_from(["=", "+=", "-="]), st.sampled_from(["n", "m"]), st.integers(0, 6), st.integers(-5, 5)
)
def test_numbers_stay_in_their_range(source: str, operator: str, target: str, n: int, m: int) -> None:
    """A44: whatever an effect computes, the number is the result moved to the nearest value of its range."""
    effect = read_effect(f"{target} {operator} {source}", NAMES)
    plain = story(scene("a", ending="light"), variables=VARIABLES)
    rules = Rules(replace(plain, scenes={"a": replace(plain.scenes["a"], enter=(effect,))}))
    state = rules.initial(values={"n": n, "m": m})
    value = int(evaluate(source, rules.values(state)))
    old = n if target == "n" else m
    exact = value if operator == "=" else old + value if operator == "+=" else old - value
    low, high = (0, 6) if target == "n" else (-5, 5)
    assert rules.value(rules.enter(state, "a"), target) == max(low, min(high, exact))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("trust_luna >= 2 and not flag", "trust_luna is 1, needs >= 2"),
        ("3 < n", "n is 2, needs > 3"),
        ("not (n > 1)", "n is 2, needs <= 1"),
        ("flag", "flag is false, needs true"),
        ("not other_flag", "other_flag is true, needs false"),
        ("side == blue", "side is red, needs == blue"),
        ("n + m > 5", "n + m is 2, needs > 5"),
        ("n > trust_luna + 3", "n is 2, needs > trust_luna + 3 (4)"),
        ("flag or n > 5", "flag is false, needs true and n is 2, needs > 5"),
        ("0 < m < 3", "m is 0, needs > 0"),
        ("seen(village)", "village was not seen"),
        ("not reached(bolt)", "bolt was reached"),
        ("flag if other_flag else true", "flag is false, needs true"),
        ("not (1 < n < 4)", "1 < n < 4 holds, and must not"),
    ],
)
def test_why_a_condition_fails(source: str, reason: str) -> None:
    """The part that fails is named with the values that it has."""
    asked = read_condition(source, NAMES)
    rules = Rules(story(scene("a", ending="bolt"), variables=VARIABLES), also=[asked])
    state = rules.initial(values={"trust_luna": 1}, reached=["bolt"])
    assert rules.explain(state, asked) == reason


def test_what_holds_needs_no_reason() -> None:
    """Nothing is said of a condition that holds."""
    rules = Rules(VILLAGE)
    assert rules.explain(entered(rules), condition("n == 2")) == ""


def test_scenes_are_compiled_once() -> None:
    """The compiled form is kept, and is the one that others may use."""
    rules = Rules(VILLAGE)
    compiled = rules.compiled("village")
    assert compiled is rules.compiled("village")
    assert [*compiled.choices] == ["stay", "go"]
    assert compiled.choices["stay"].used == rules.bits[Mark.CHOSE, "village.stay"]
