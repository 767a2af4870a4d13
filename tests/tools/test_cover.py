"""Coverage of replays, and replays that cover."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.engine.playing import Engine
from game.loading.replay_file import condition_parser, parse_replay
from game.model.replay import Replay
from game.model.script import Narration, When
from game.model.story import Story
from game.tools import cover, explore, replay
from game.tools.verdicts import Verdict
from tests.support.builders import choice, condition, number, scene, story, text
from tests.support.random_story import random_story
from tests.support.stories import write


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
    found = json.loads(json.dumps(cover.as_json(report)))
    assert {kind: (part["covered"], part["total"], part["missing"]) for kind, part in found.items()} == {
        "scenes": (2, 3, ["c"]),
        "choices": (1, 2, ["a.y"]),
        "endings": (1, 2, ["bad"]),
        "lines": (2, 3, ["c: c."]),
        "sides": (0, 0, []),
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


FORKED = story(
    scene(
        "a",
        choice("x", [("n > 0", "b"), "c"], do=[("n < 1", "n += 1")]),
        choice("y", "c", when="n > 5"),
        script=["First.", When(condition("n == 0"), (Narration(text("None.")),), (Narration(text("Some.")),))],
    ),
    scene("b", ending="good", enter=[("n == 1", "n = 2")], script=["Good."]),
    scene("c", ending="bad", script=["Bad."]),
    variables=[number("n", 0, 9)],
)


def test_lines_and_sides_are_covered_where_they_were_come_to() -> None:
    """Text, choices, effects and ways out: of each condition the side that it had in the state that it asked."""
    engine = Engine(FORKED)
    report = cover.run(FORKED, [engine.take(engine.begin(), "x")])
    assert report.lines.missing == ("a: Some.", "c: Bad.")
    assert set(report.sides.missing) == {
        "a: n == 0 fails",
        "a: n < 1 fails",
        "a: n > 0 fails",
        "a: n > 5 holds",
        "b: n == 1 fails",
    }


def test_two_runs_are_compared() -> None:
    """What is covered now and was not, and what no longer is, by kind; another file than a report is refused."""
    engine = Engine(FORKED)
    little, more = cover.run(FORKED, [engine.begin()]), cover.run(FORKED, [engine.take(engine.begin(), "x")])
    changes = cover.since(more, cover.as_json(little))
    assert changes["scenes"] == cover.Change(gained=("b",))
    assert "scenes covered since: b" in cover.as_text(more, changes)
    back = cover.since(little, cover.as_json(more))
    assert back["choices"] == cover.Change(lost=("a.x",))
    assert "the same is covered as then" in cover.as_text(more, cover.since(more, cover.as_json(more)))
    with pytest.raises(ValueError, match="no report"):
        cover.since(more, {"scenes": 3})


def test_the_page_marks_what_is_missing_in_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line of YAML that is not covered is marked where it stands, and the page needs nothing else."""
    write(
        tmp_path,
        {
            "story/story.yaml": "title: Small & new\nstart: door\nformat: 1\n",
            "story/endings.yaml": "over: {title: Over, kind: alternate}\n",
            "story/scenes.yaml": (
                "door:\n  script:\n    - A knock.\n  choices:\n    open: {text: Open., goto: hall}\n"
                "    wait: {text: Wait., goto: hall}\nhall:\n  script:\n    - Nobody.\n  ending: over\n"
            ),
            "a.replay.yaml": "replay: A\npath: []\n",
        },
    )
    page = tmp_path / "cover.html"
    words = ["cover", str(tmp_path / "a.replay.yaml"), "--story", str(tmp_path / "story")]
    assert main([*words, "--html", str(page)]) == 0
    shown = page.read_text(encoding="utf-8")
    assert '<span class="missing" id="f1l6"><b>    6 </b>    wait: {text: Wait., goto: hall}' in shown
    assert '<span class="covered" id="f1l3"><b>    3 </b>    - A knock.</span>' in shown
    assert '<a href="#f1l6">6</a>' in shown
    assert "Small &amp; new" in shown
    assert "http" not in shown
    assert main([*words, "--since", str(page)]) == 2
    assert "no report of coverage" in capsys.readouterr().err
