"""Coverage of replays, and replays that cover."""

from __future__ import annotations

import json

import pytest

from game.engine.playing import Engine
from game.loading.replay_file import condition_parser, parse_replay
from game.model.replay import Replay
from game.model.story import Story
from game.tools import cover, explore, replay
from game.tools.verdicts import Verdict
from tests.support.builders import choice, number, scene, story
from tests.support.random_story import random_story


def covered(of: Story) -> tuple[replay.Report, cover.Report]:
    """The covering replays of a story, read back from their text and played, and what they cover."""
    read: list[tuple[str, Replay]] = []
    for name, content in cover.covering(of):
        found = parse_replay(content.encode(), name).replay
        assert found is not None
        read.append((name, found))
    report = replay.run(of, read, condition_parser(of))
    return report, cover.run(of, [result.play for result in report.results if result.play is not None])


def test_json_has_the_form_that_programs_rely_on() -> None:
    """Scenes, choices and endings with how many are covered, how many there are, and which are missing."""
    of = story(scene("a", choice("x", "b"), choice("y", "c")), scene("b", ending="good"), scene("c", ending="bad"))
    engine = Engine(of)
    report = cover.run(of, [engine.take(engine.begin(), "x")])
    assert json.loads(json.dumps(cover.as_json(report))) == {
        "scenes": {"covered": 2, "total": 3, "missing": ["c"]},
        "choices": {"covered": 1, "total": 2, "missing": ["a.y"]},
        "endings": {"covered": 1, "total": 2, "missing": ["bad"]},
    }
    assert "missing: a.y" in cover.as_text(report)


@pytest.mark.parametrize("seed", range(80))
def test_written_replays_cover_all_that_can_be(seed: int) -> None:
    """They all hold, and they take every choice and see every scene that the explorer found, circles left out."""
    of = random_story(seed)
    report, found = covered(of)
    assert report.ok, replay.as_text(report)
    truth = explore.run(of)
    circling = {trap.scene for trap in truth.traps if of.scenes[trap.scene].goto}
    if not circling:
        assert set(found.scenes.missing) == {
            name for name, scene in truth.scenes.items() if scene.verdict is Verdict.UNREACHABLE
        }
        assert set(found.choices.missing) == {
            name for name, verdict in truth.choices.items() if verdict is Verdict.UNREACHABLE
        }


def test_choices_that_lead_to_the_same_place_are_both_taken() -> None:
    """Two choices with one target are two things to cover."""
    _, found = covered(story(scene("a", choice("x", "b"), choice("y", "b")), scene("b", ending="end")))
    assert found.choices.missing == ()


def test_one_path_covers_much() -> None:
    """A hub whose places can be visited in one playthrough needs one replay."""
    hub = [choice(f"go{i}", f"p{i}") for i in range(8)]
    places = [scene(f"p{i}", choice("back", "hub")) for i in range(8)]
    of = story(scene("hub", *hub, choice("out", "end")), *places, scene("end", ending="end"))
    report, found = covered(of)
    assert len(report.results) == 1
    assert found.choices.missing == ()


def test_a_way_into_an_endless_circle_is_left_before_it() -> None:
    """No replay can play an endless circle, so none is written into it."""
    report, found = covered(
        story(
            scene("a", choice("x", "b"), choice("y", "c", do=["n = 1"])),
            scene("b", goto="b"),
            scene("c", ending="end"),
            variables=[number("n", 0, 1)],
        )
    )
    assert report.ok
    assert found.choices.missing == ("a.x",)
