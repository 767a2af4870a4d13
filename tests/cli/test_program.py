"""Commands end to end: what they print, for people and for programs, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.cli.commands import COMMANDS
from tests.support.commands import NEEDED
from tests.support.stories import write

GOOD = {
    "story.yaml": "title: Small\nstart: door\nformat: 1\n",
    "variables.yaml": (
        "trust: {range: 0..3, default: 0, about: How far.}\nmood: {one_of: [calm, angry], default: calm, about: How.}\n"
    ),
    "endings.yaml": "over: {title: Over, kind: alternate}\n",
    "scenes.yaml": (
        "door:\n  script:\n    - A knock.\n  choices:\n    open: {text: Open., do: trust += 1, goto: hall}\n"
        "    wait: {text: Wait., when: mood == angry, goto: hall}\n"
        "hall:\n  script:\n    - 'Trust stands at {trust}.'\n  ending: over\n"
    ),
}


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A small story without errors."""
    return str(write(tmp_path / "story", GOOD))


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A story with a scene that leads nowhere."""
    scenes = GOOD["scenes.yaml"].replace("goto: hall}\n    wait", "goto: hal}\n    wait")
    return str(write(tmp_path / "story", {**GOOD, "scenes.yaml": scenes}))


def test_check_prints_file_line_column_and_the_likely_fix(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An error stands on one line that an editor can follow, with what was probably meant, and ends with 1."""
    assert main(["check", "--story", broken]) == 1

    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("scenes.yaml:5:")
    assert "hall" in line


def test_check_json_is_one_object_and_nothing_else(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get the keys of the contract, counted from 1."""
    assert main(["check", "--json", "--story", broken]) == 1

    report = json.loads(capsys.readouterr().out)
    problem = report["problems"][0]
    assert (report["ok"], report["scenes"]) == (False, 2)
    assert {"file", "line", "column", "code", "severity", "message", "hint"} <= problem.keys()
    assert (problem["file"], problem["line"], problem["severity"]) == ("scenes.yaml", 5, "error")


def test_check_ends_with_1_for_warnings_only_when_strict(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings alone are fine, and problems under `--strict` (fine print A41)."""
    assert main(["check", "--story", story]) == 0
    assert main(["check", "--strict", "--story", story]) == 1
    assert "warning" in capsys.readouterr().out


def test_check_shows_the_line_and_the_place(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the rules find is shown in its line of the file, with the place underlined."""
    main(["check", "--story", story])

    shown = capsys.readouterr().out.splitlines()
    complaint = next(place for place, line in enumerate(shown) if "warning" in line)
    assert shown[complaint + 2].strip().startswith("^")


@pytest.mark.parametrize("command", ["explore", "random", "stats", "canon", "map", "cover", "play", "rename"])
def test_a_story_with_errors_is_only_checked(command: str, broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every other command stops with 2 and the errors on standard error (fine print A41)."""
    assert main([command, *NEEDED.get(command, []), "--story", broken]) == 2

    heard = capsys.readouterr()
    assert heard.out == ""
    assert "scenes.yaml:5:" in heard.err


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"test", "doctor", "schema", "new"}))
def test_a_folder_that_is_not_there_is_one_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A story that can't be opened ends with 2 and one line."""
    assert main([command, *NEEDED.get(command, []), "--story", str(tmp_path / "no where")]) == 2

    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["--scene", "dor"], "door"),
        (["--set", "trsut=1"], "trust"),
        (["--set", "trust=9"], "0 to 3"),
        (["--set", "mood=clam"], "calm, angry"),
        (["--set", "trust"], "NAME=VALUE"),
    ],
)
def test_play_refuses_what_the_story_has_not(
    typed: list[str], meant: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong scene, name or value ends with 2 and says what was probably meant or what there is."""
    assert main(["play", "--terminal", *typed, "--story", story]) == 2

    assert meant in capsys.readouterr().err


def test_explore_proves_a_closed_choice_unreachable(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A choice that no state opens is proved unreachable; that ends with 0, and with 1 under `--strict`."""
    assert main(["explore", "--json", "--story", story]) == 0
    report = json.loads(capsys.readouterr().out)

    assert report["complete"] is True
    assert report["choices"]["door.wait"]["verdict"] == "unreachable"
    assert report["endings"]["over"]["shortest"] == ["door.open"]
    assert main(["explore", "--strict", "--story", story]) == 1


def test_replay_reports_each_path(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that holds ends with 0, one that fails with 1 and its line, column, step and what was on offer."""
    good, bad = tmp_path / "good.replay.yaml", tmp_path / "bad.replay.yaml"
    good.write_text(
        "replay: Straight in\npath:\n  - door.open\n  - text: stands at 1\nending: over\n", encoding="utf-8"
    )
    bad.write_text("replay: In anger\npath:\n  - door.wait\n", encoding="utf-8")

    assert main(["replay", str(good), "--story", story]) == 0
    capsys.readouterr()
    assert main(["replay", "--json", str(good), str(bad), "--story", story]) == 1
    report = json.loads(capsys.readouterr().out)
    failure = report["replays"][1]["failure"]
    assert [replay["ok"] for replay in report["replays"]] == [True, False]
    assert (failure["line"], failure["step"], failure["offered"]) == (3, 1, ["open"])


def test_a_replay_that_cannot_be_opened_is_one_line(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is not there ends with 2 (fine print A35)."""
    assert main(["replay", str(tmp_path / "none.replay.yaml"), "--story", story]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_random_repeats_itself(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The same seed gives the same report, and its numbers add up."""
    assert main(["random", "--runs", "20", "--seed", "3", "--json", "--story", story]) == 0
    first = capsys.readouterr().out
    main(["random", "--runs", "20", "--seed", "3", "--json", "--story", story])

    assert capsys.readouterr().out == first
    assert json.loads(first)["endings"] == {"over": 20}


def test_stats_count_what_is_there(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Scenes, choices and endings are counted, and words."""
    assert main(["stats", "--json", "--story", story]) == 0
    report = json.loads(capsys.readouterr().out)

    assert (report["scenes"], report["choices"], report["endings"]) == (2, 2, 1)
    assert report["words"] >= 5


def test_a_fault_of_ours_is_one_line(
    story: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even a bug shows no traceback, unless it was asked for."""

    def fails(_options: object) -> int:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setitem(COMMANDS, "stats", fails)
    assert main(["stats", "--story", story]) == 2
    heard = capsys.readouterr().err
    assert len(heard.strip().splitlines()) == 1
    assert "--debug" in heard
    with pytest.raises(ZeroDivisionError):
        main(["stats", "--debug", "--story", story])
