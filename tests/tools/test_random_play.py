"""Random play."""

from __future__ import annotations

import json
from dataclasses import replace

from game.engine.playing import Engine
from game.model.invariant import Invariant
from game.tools import random_play, shrinking
from game.tools.random_play import Task, Trial
from game.tools.states.budget import Budget
from tests.support.builders import choice, condition, number, scene, story

FORK = story(
    scene(
        "a",
        choice("left", "l"),
        choice("middle", "a"),
        choice("right", "pit", when="n < 1"),
        choice("more", "a", do=["n += 1"]),
    ),
    scene("l", ending="left"),
    scene("pit", choice("never", "l", when="n > 0")),
    variables=[number("n", 0, 1)],
    endings=["unseen"],
)


def test_run_i_uses_seed_n_plus_i() -> None:
    """Any run can be had again by its own seed, alone."""
    together = random_play.run(FORK, runs=40, seed=10)
    alone = [random_play.run(FORK, runs=1, seed=10 + i) for i in range(40)]
    assert together.steps == sum(report.steps for report in alone)
    assert together.failures == tuple(failure for report in alone for failure in report.failures)
    assert together == random_play.run(FORK, runs=40, seed=10)


def test_the_draws_are_the_same_everywhere() -> None:
    """The path of a seed is fixed for good, whatever the machine or the version of Python."""
    play, _ = random_play.play_once(Engine(FORK), 5)
    assert play.choices == ("a.more", "a.more", "a.left")
    play, fault = random_play.play_once(Engine(FORK), 3)
    assert (play.choices, fault) == (("a.right",), 'dead end: no choice is on offer in scene "pit"')


def test_json_has_the_form_that_programs_rely_on() -> None:
    """Every ending is counted, and every failure gives its seed, a message and the path."""
    found = json.loads(json.dumps(random_play.as_json(random_play.run(FORK, runs=30, seed=0))))
    assert (found["runs"], found["seed"], found["endings"]["unseen"]) == (30, 0, 0)
    assert found["endings"]["left"] + len(found["failures"]) == 30
    failure = found["failures"][0]
    assert failure["message"].startswith("dead end")
    assert failure["path"][-1] == "a.right"
    assert random_play.run(FORK, runs=1, seed=failure["seed"]).failures[0].path == tuple(failure["path"])


def test_circles_and_endless_play_are_failures() -> None:
    """A story that never ends stops the run with a message, by choices or without any."""
    circle = story(scene("a", choice("x", "b")), scene("b", goto="b"))
    endless = story(scene("a", choice("x", "a")))
    (failure,) = random_play.run(circle, runs=1).failures
    assert "circle" in failure.message
    (failure,) = random_play.run(endless, runs=1).failures
    assert failure.message == "no ending after 5,000 choices"
    assert len(failure.path) == random_play.LONGEST
    assert "no ending after" in random_play.as_text(random_play.run(endless, runs=1))


def test_no_runs_are_no_failure() -> None:
    """Nought runs give an empty report."""
    report = random_play.run(FORK, runs=0)
    assert (report.steps, report.failures) == (0, ())
    assert random_play.as_text(report).startswith("0 runs")


def test_invariants_are_held_to() -> None:
    """A run that enters a scene in which an invariant does not hold fails there, and says which and where."""
    report = random_play.run(FORK, runs=60, invariants=[Invariant(condition("n == 0"), at="a")])
    broken = '"n == 0" does not hold in scene "a"'
    assert report.failed[broken] > 0
    assert all(each.path[-1] == "a.more" for each in report.failures if each.message == broken)


def test_what_was_taken_least_is_preferred() -> None:
    """With many choices and few runs each is taken about equally often, so that few runs take them all."""
    fan = story(scene("a", *(choice(f"c{i}", "a" if i else "end") for i in range(30))), scene("end", ending="end"))
    report = Trial(fan).play(Task(0, 3, prefer_new=True))
    assert report.steps >= 30
    assert Trial(fan).play(Task(0, 3, prefer_new=True)) == report


def test_a_failure_is_shrunk_to_the_shortest_way() -> None:
    """However long the run was that failed, the way that is shown is the shortest there is, and leads there."""
    trial = Trial(FORK, [Invariant(condition("n == 0"), at="a")])
    report = shrinking.shrunk(trial, trial.play(Task(0, 200)), Budget())
    assert {message: found.route.path for message, found in report.shrunk.items()} == {
        '"n == 0" does not hold in scene "a"': ("a.more",),
        'dead end: no choice is on offer in scene "pit"': ("a.right",),
    }
    assert all(found.shortest for found in report.shrunk.values())
    assert "a.right (shortest)" in random_play.as_text(report)


def test_without_the_explorer_rounds_are_left_out() -> None:
    """Where the story is too large to prove it, the path is shortened by trying, and not called the shortest."""
    report = Trial(FORK).play(Task(0, 200))
    long = max(report.failures, key=lambda each: len(each.path))
    assert len(long.path) > 1
    report = replace(report, failures=(long,))
    found = shrinking.shrunk(Trial(FORK), report, Budget(states=1, stop=lambda: True)).shrunk[long.message]
    assert (found.route.path, found.shortest) == (("a.right",), False)


def test_endless_play_is_shrunk_to_its_trap() -> None:
    """A run that never ends is told by the shortest way into where no ending can be reached any more."""
    endless = story(
        scene("a", choice("x", "a"), choice("y", "b"), choice("z", "end")), scene("b", choice("on", "b")),
        scene("end", ending="end"),
    )  # fmt: skip
    trial = Trial(endless, longest=100)
    report = shrinking.shrunk(trial, trial.play(Task(0, 40)), Budget())
    assert [found.route.path for found in report.shrunk.values()] == [("a.y",)]
