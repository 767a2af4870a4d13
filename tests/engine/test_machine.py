"""The machine that moves the story."""

from __future__ import annotations

import pytest

from game.engine.machine import StoryMachine
from game.engine.rules import Rules
from game.engine.state import State
from game.errors import ClosedChoice, PlayError, UnknownChoice
from game.model.story import Story
from tests.support.builders import Goto, choice, number, scene, story, truth


def begin(of: Story) -> tuple[StoryMachine, Rules, State]:
    """A machine, its rules, and the state after the first scene was entered."""
    rules = Rules(of)
    return StoryMachine(rules), rules, rules.enter(rules.initial(), of.start)


def test_a_step_takes_then_enters() -> None:
    """A choice's effects come before those of the scene that it leads to."""
    machine, _, state = begin(
        story(
            scene("a", choice("go", "b", do=["n = 2"])),
            scene("b", enter=["n = n * 2"], ending="end"),
            variables=[number("n", 0, 9)],
        )
    )
    assert machine.step(state, "go") == State("b", (4,), 0)


def test_a_step_never_changes_its_input() -> None:
    """The state that was passed in is the same afterwards, so that rolling back is keeping it."""
    machine, rules, state = begin(story(scene("a", choice("go", "a", do=["n += 1"])), variables=[number("n", 0, 9)]))
    assert machine.step(state, "go") == machine.step(state, "go")
    assert rules.values(state) == {"n": 0}


def test_branches_are_judged_in_order_after_the_effects() -> None:
    """The first branch whose condition holds after `do` is gone; the last stands for all the rest."""
    ways: Goto = [("n >= 2", "high"), ("n >= 1", "middle"), "low"]
    scenes = [scene(name, ending=name) for name in ("high", "middle", "low")]
    leads = {}
    for start in range(3):
        machine, rules, _ = begin(
            story(scene("a", choice("go", ways, do=["n += 1"])), *scenes, variables=[number("n", -1, 9)])
        )
        state = rules.enter(rules.initial(values={"n": start - 1}), "a")
        leads[start] = machine.step(state, "go").scene
    assert leads == {0: "low", 1: "middle", 2: "high"}


def test_effects_are_done_once_however_many_branches_are_tried() -> None:
    """Trying a second branch does not repeat the effects."""
    machine, _, state = begin(
        story(
            scene("a", choice("go", [("n > 5", "a"), ("n > 4", "a"), "b"], do=["n += 1"])),
            scene("b", ending="end"),
            variables=[number("n", 0, 9)],
        )
    )
    assert machine.step(state, "go").values == (1,)


def test_a_choice_is_marked_before_its_own_branches_are_judged() -> None:
    """`chose(itself)` holds in the choice's own `goto`."""
    machine, _, state = begin(
        story(
            scene("a", choice("go", [("chose(a.go)", "yes"), "no"])),
            scene("yes", ending="good"),
            scene("no", ending="bad"),
        )
    )
    assert machine.step(state, "go").scene == "yes"


def test_an_unknown_choice_is_refused_by_name() -> None:
    """The message names scene and choice."""
    machine, _, state = begin(story(scene("a", choice("go", "a"))))
    with pytest.raises(UnknownChoice, match=r'scene "a" has no choice "fly"'):
        machine.step(state, "fly")


@pytest.mark.parametrize("choice_id", ["", "on", "0", "state", "trigger", "__class__"])
def test_no_name_of_the_machine_is_a_choice(choice_id: str) -> None:
    """What the library calls its own things is never mistaken for a choice, not even where the scene goes on."""
    for exits in (scene("a", choice("go", "a")), scene("a", goto="b")):
        machine, _, state = begin(story(exits, scene("b", ending="end")))
        with pytest.raises(UnknownChoice):
            machine.step(state, choice_id)


def test_ids_that_look_like_the_machine_s_own_names_work() -> None:
    """Scenes and choices may be called what the library calls its attributes."""
    machine, _, state = begin(
        story(
            scene("scene", choice("state", "on"), choice("trigger", "initial")),
            scene("on", choice("on", "initial")),
            scene("initial", ending="end"),
        )
    )
    assert machine.step(machine.step(state, "state"), "on").scene == "initial"


@pytest.mark.parametrize("ways", ["b", [("n > 5", "b"), "a"]])
def test_a_closed_choice_is_refused(ways: Goto) -> None:
    """A choice whose `when` does not hold cannot be taken, and nothing of it happens."""
    machine, rules, state = begin(
        story(
            scene("a", choice("go", ways, when="n > 0", do=["n = 9"])),
            scene("b", ending="end"),
            variables=[number("n", 0, 9)],
        )
    )
    with pytest.raises(ClosedChoice, match=r'"a.go" is not on offer'):
        machine.step(state, "go")
    assert rules.values(state) == {"n": 0}


def test_once_closes_after_the_first_time() -> None:
    """A `once` choice is refused the second time."""
    machine, _, state = begin(
        story(scene("a", choice("go", "a", once=True), choice("end", "b")), scene("b", ending="b"))
    )
    after = machine.step(state, "go")
    with pytest.raises(ClosedChoice):
        machine.step(after, "go")
    assert machine.step(after, "end").scene == "b"


def test_going_on_judges_guards_after_enter() -> None:
    """A scene that goes on by itself is led by its state after `enter`."""
    machine, _, state = begin(
        story(
            scene("a", enter=["lit = true"], goto=[("lit", "light"), "dark"]),
            scene("light", ending="light"),
            scene("dark", ending="dark"),
            variables=[truth("lit")],
        )
    )
    assert machine.go_on(state).scene == "light"


def test_a_scene_with_choices_does_not_go_on() -> None:
    """Going on where the player must choose, or where the story ended, is refused."""
    machine, rules, state = begin(story(scene("a", choice("go", "b")), scene("b", ending="end")))
    with pytest.raises(PlayError, match=r'"a" does not go on'):
        machine.go_on(state)
    with pytest.raises(PlayError, match=r'"b" does not go on'):
        machine.go_on(machine.step(state, "go"))
    assert rules.story.start == "a"


def test_the_machine_knows_only_scenes_near_the_way() -> None:
    """Scenes join the machine when they are reached, so that a large story starts at once."""
    many = [scene(f"s{i}", goto=f"s{i + 1}") for i in range(50)]
    machine, _, state = begin(story(*many, scene("s50", ending="end")))
    machine.go_on(state)
    assert set(machine._machine.states) == {"s0", "s1"}
