"""Random play."""

from __future__ import annotations

import json

from game.engine.playing import Engine
from game.tools import random_play
from tests.support.builders import choice, number, scene, story

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
    play, _ = random_play.play_once(Engine(FORK), 3)
    assert play.choices == ("a.left",)
    play, fault = random_play.play_once(Engine(FORK), 5)
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
