"""The lean machine, held to the library's own."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from transitions import EventData, Machine

from game.engine.mover import Attempt, Mover


class Cursor:
    """What a machine moves; callbacks write down in `log` that they were called."""

    def __init__(self, scene: str) -> None:
        self.scene = scene
        self.log: list[str] = []


def noting(name: str, *, answer: bool = True) -> Callable[[Cursor], bool]:
    """A callback that notes its name, and where the cursor stands then."""

    def note(cursor: Cursor) -> bool:
        cursor.log.append(f"{name} in {cursor.scene}")
        return answer

    return note


def add_ways(machine: Machine, seed: int) -> None:
    """Five states and some transitions with guards and callbacks, the same for every machine."""
    draw = Random(seed)
    for name in "abcde":
        machine.add_state(name, on_enter=[noting(f"enter {name}")] * draw.randint(0, 2))
    for number in range(draw.randint(1, 12)):
        machine.add_transition(
            "go",
            draw.choice("abcde"),
            draw.choice("abcde"),
            conditions=[noting(f"asked {number}", answer=draw.random() < 0.5) for _ in range(draw.randint(0, 2))],
            prepare=[noting(f"prepare {number}")] * draw.randint(0, 2),
        )


@given(st.integers(0, 10_000), st.sampled_from("abcde"))
def test_what_it_does_is_what_the_library_does(seed: int, start: str) -> None:
    """From every state the same transitions are tried, with the same callbacks in the same order, to the same state."""
    plain = Machine(model=None, initial=None, model_attribute="scene", auto_transitions=False)
    lean = Mover("scene")
    expected, moved = Cursor(start), Cursor(start)
    for machine in (plain, lean):
        add_ways(machine, seed)
    known = plain.events["go"].transitions.get(start, [])

    event = EventData(plain.get_state(start), plain.events["go"], plain, expected, (expected,), {})
    went = any(way.execute(event) for way in known)
    attempt = Attempt(lean.get_state(start), lean.events["go"], lean, moved, (moved,), {})
    ways = lean.events["go"].transitions.get(start, [])

    assert any(way.execute(attempt) for way in ways) == went
    assert (moved.scene, moved.log) == (expected.scene, expected.log)


def test_it_can_be_triggered_by_name() -> None:
    """The library's own way to fire an event works, too."""
    machine, cursor = Mover("scene"), Cursor("a")
    machine.add_state("a")
    machine.add_state("b", on_enter=noting("enter b"))
    machine.add_transition("go", "a", "b")
    assert machine.events["go"].trigger(cursor, cursor)
    assert (cursor.scene, cursor.log) == ("b", ["enter b in b"])
