"""What a tester's commands do when they are cut short, given nothing, or asked the impossible."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.cli import main
from game.cli.commands import cover, replay
from game.cli.patience import Patience
from tests.support.stories import write

ROOT = Path(__file__).resolve().parents[2]
STEPS = 60
WAIT = 10.0
"""Seconds in which even a busy machine has begun."""
UNBOUNDED = ("--max-states", "900000000", "--max-memory", "8000")
"""More than is looked at while we wait, on any machine: what ends by itself can't be interrupted."""


def endless(folder: Path) -> str:
    """A story with far more states than anybody waits for: coins that are all remembered to the end."""
    coins = range(STEPS)
    scenes = [
        f"s{i}:\n  choices:\n    heads: {{text: H., do: t{i} = true, goto: s{i + 1}}}\n"
        f"    tails: {{text: T., goto: s{i + 1}}}\n"
        for i in coins
    ]
    wins = " and ".join(f"t{i} != t{i + 1}" for i in range(STEPS - 1))
    last = f"s{STEPS}:\n  choices:\n    go: {{text: G., goto: [{{to: won, when: {wins}}}, {{to: lost}}]}}\n"
    files = {
        "story.yaml": "title: Coins\nstart: s0\nformat: 1\n",
        "variables.yaml": "".join(f"t{i}: {{default: false, about: A coin.}}\n" for i in coins),
        "endings.yaml": "won: {title: Won, kind: hopeful}\nlost: {title: Lost, kind: bad}\n",
        "scenes.yaml": "".join(scenes) + last + "won: {ending: won}\nlost: {ending: lost}\n",
    }
    return str(write(folder / "story", files))


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["explore", *UNBOUNDED],
        ["odds", *UNBOUNDED],
        ["random", "--runs", "900000000"],
        ["random", "--soak", "500", "--jobs", "2"],
    ],
)
def test_ctrl_c_ends_with_what_was_found_until_then(words: list[str], tmp_path: Path) -> None:
    """130, one JSON object on standard output that says what it is worth, one line on standard error, no traceback."""
    command = [sys.executable, "-m", "game", *words, "--json", "--story", endless(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(WAIT)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=120)
    assert started.returncode == 130, err
    report = json.loads(out)
    assert {"runs", "cut", "failed"} <= report.keys() if words[0] == "random" else report["complete"] is False
    assert "Traceback" not in err


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small story."""
    files = {
        "story.yaml": "title: Small\nstart: door\nformat: 1\n",
        "variables.yaml": "n: {range: 0..3, default: 0, about: One.}\n",
        "endings.yaml": "over: {title: Over, kind: alternate}\n",
        "scenes.yaml": "door:\n  choices:\n    on: {text: On., do: n += 1, goto: end}\nend: {ending: over}\n",
    }
    return write(tmp_path / "story", files)


@pytest.mark.parametrize(
    "words",
    [
        ["explore", "--max-states", "0"],
        ["explore", "--max-seconds", "0"],
        ["explore", "--max-memory", "0"],
        ["odds", "--max-states", "0"],
        ["odds", "--max-seconds", "0"],
    ],
)
def test_a_budget_of_nothing_decides_nothing(words: list[str], story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends at once, with 0, and calls nothing unreachable that was not proved so."""
    assert main([*words, "--json", "--story", str(story)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["complete"] is False or words[0] == "explore"
    verdicts = [each["verdict"] for each in report.get("scenes", {}).values()]
    assert "unreachable" not in verdicts


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C was pressed before anything began."""

    @contextmanager
    def pressed() -> Iterator[Patience]:
        yield Patience(stopped=True)

    for command in (cover, replay):
        monkeypatch.setattr(command, "patience", pressed)


@pytest.mark.usefixtures("impatience")
def test_a_covering_set_that_is_cut_short_is_kept(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """130; what was found until then is written and measured."""
    assert main(["cover", "--write", str(tmp_path / "set"), "--json", "--story", str(story)]) == 130
    said = capsys.readouterr()
    assert json.loads(said.out)["scenes"]["covered"] == len(list((tmp_path / "set").iterdir())) == 1
    assert "Stopped by Ctrl-C after 1 replay: others may cover more." in said.err


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize("command", ["cover", "replay"])
def test_replays_that_are_cut_short_are_told(
    command: str, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """130, a report of those that were played until then, and a line that says so."""
    path = write(tmp_path, {"a.replay.yaml": "replay: A\npath:\n  - door.on\n"}) / "a.replay.yaml"
    assert main([command, str(path), "--json", "--story", str(story)]) == 130
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "Stopped by Ctrl-C after 0" in said.err


def test_a_number_that_is_none_is_told_in_a_line(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wanted, and what was given."""
    assert main(["random", "--seed", "x", "--story", str(story)]) == 2
    assert 'a whole number is wanted, and "x" is none' in capsys.readouterr().err


def test_odds_are_drawn_on_a_page(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--html` writes a page beside the report; a place that can't be written to is one clear line."""
    page = tmp_path / "pages" / "odds.html"
    assert main(["odds", "--html", str(page), "--json", "--story", str(story)]) == 0
    assert json.loads(capsys.readouterr().out)["complete"]
    assert "how likely each ending is" in page.read_text(encoding="utf-8")
    assert main(["odds", "--html", str(page / "odds.html"), "--story", str(story)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_variable_is_weighed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`random --balance` tells how a variable stands; `--at` alone, or a name that is none, is told in a line."""
    words = ["random", "--runs", "20", "--json", "--story", str(story)]
    assert main([*words, "--balance", "n", "--at", "end"]) == 0
    assert json.loads(capsys.readouterr().out)["values"] == {"0": 0, "1": 20, "2": 0, "3": 0}
    assert main([*words, "--at", "end"]) == 2
    assert main([*words, "--balance", "m"]) == 2
    assert "there is no variable" in capsys.readouterr().err


def test_runs_are_told_as_text(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`random --transcript` shows what was shown and taken in each run, by its seed; a failing run ends with 1."""
    words = ["random", "--transcript", "--seed", "5", "--story", str(story)]
    assert main([*words, "--runs", "2"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == ["---- seed 5", "> On.", "[The end: Over]"]
    write(story, {"a.invariants.yaml": "- always: n == 0\n"})
    assert main([*words, "--runs", "1", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["transcripts"].values()
    assert told["path"] == ["door.on"]
    assert "does not hold" in told["failure"]


def test_no_runs_are_no_failure(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nought runs end with 0 and say so."""
    assert main(["random", "--runs", "0", "--json", "--story", str(story)]) == 0
    assert json.loads(capsys.readouterr().out)["runs"] == 0


def test_invariants_that_contradict_each_other_are_each_judged(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two that contradict each other one breaks at the start and one later; what never can hold breaks at once."""
    write(story, {"a.invariants.yaml": "- always: n == 0\n- always: n != 0\n- always: n > 3\n"})
    assert main(["explore", "--json", "--story", str(story)]) == 1
    found = {each["always"]: each for each in json.loads(capsys.readouterr().out)["invariants"]}
    assert {name: (each["holds"], each["path"]) for name, each in found.items()} == {
        "n == 0": (False, ["door.on"]),
        "n != 0": (False, []),
        "n > 3": (False, []),
    }


def test_a_replay_of_another_story_is_one_clear_line(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says that the scenes are not there, and how to name another story."""
    write(tmp_path, {"x.replay.yaml": "replay: X\npath:\n  - gallery.climb\n  - store_room.pour\n"})
    assert main(["replay", str(tmp_path / "x.replay.yaml"), "--story", str(story)]) == 1
    assert "none of the 2 scenes that it names is there; --story DIR names another story" in capsys.readouterr().out


@pytest.mark.slow
def test_processes_change_nothing_but_the_time(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same runs on two processes give the same report."""
    reports = []
    for jobs in ("1", "2"):
        assert main(["random", "--runs", "700", "--jobs", jobs, "--json", "--story", str(story)]) == 0
        reports.append(json.loads(capsys.readouterr().out))
    assert reports[0] == reports[1]


def test_failures_are_written_as_replays_that_lead_there(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of failure once, by the shortest way, as a file that `replay` plays."""
    write(story, {"a.invariants.yaml": "- always: n == 0\n"})
    found = tmp_path / "found"
    assert main(["random", "--runs", "30", "--write", str(found), "--story", str(story)]) == 1
    (file,) = found.iterdir()
    assert "- door.on" in file.read_text(encoding="utf-8")
    assert main(["replay", str(file), "--story", str(story)]) == 0


def test_soak_ends_in_time(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It plays for as long as is said and not much longer, whatever `--runs` says."""
    began = time.monotonic()
    assert main(["random", "--soak", "0.5", "--runs", "1", "--json", "--story", str(story)]) == 0
    assert time.monotonic() - began < 60
    assert json.loads(capsys.readouterr().out)["runs"] > 1


def test_a_cluster_that_is_not_there_is_one_line(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the package, it says which is missing and what else to use."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["random", "--cluster", "local", "--story", str(story)]) == 2
    assert "pip install 'stone-lightning[cluster]'" in capsys.readouterr().err
