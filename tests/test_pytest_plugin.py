"""Replays and invariants are tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.stories import write

ROOT = Path(__file__).resolve().parents[1]

STORY = {
    "story/story.yaml": "title: A test\nstart: hall\nformat: 1\n",
    "story/variables.yaml": "keys:\n  range: 0..2\n  default: 0\n  about: Keys found.\n",
    "story/endings.yaml": "out: {title: Out, kind: alternate}\n",
    "story/scenes.yaml": """\
hall:
  script:
    - A hall.
  choices:
    search:
      text: Search.
      do: keys += 1
      goto: hall
    leave:
      text: Leave.
      when: keys > 0
      goto: street
street:
  script:
    - The street.
  ending: out
""",
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Pytest in that folder, with the plugin and nothing else of ours."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "game.pytest_plugin", "-p", "no:cacheprovider", "-v", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_replay_that_holds_passes_and_one_that_fails_explains(tmp_path: Path) -> None:
    """The story beside the replays is found; a failure is told in a few lines with place and reason, no traceback."""
    write(tmp_path, STORY)
    write(
        tmp_path,
        {
            "pytest.ini": "[pytest]\n",
            "replays/good.replay.yaml": "replay: Good\npath:\n  - hall.search\n  - hall.leave\nending: out\n",
            "replays/bad.replay.yaml": "replay: Bad\npath:\n  - hall.leave\n",
            "replays/odd.replay.yaml": "replay: Odd\npath:\n  - tak: hall\n",
        },
    )
    done = run(tmp_path)
    assert "1 passed" in done.stdout
    assert "2 failed" in done.stdout
    assert "replays/bad.replay.yaml:3:5: step 1 does not hold" in done.stdout
    assert '"leave" is not on offer: keys is 0, needs > 0' in done.stdout
    assert '"tak" is no kind of step' in done.stdout
    assert "Traceback" not in done.stdout
    assert "runtest" not in done.stdout


def test_replays_are_chosen_by_title_too(tmp_path: Path) -> None:
    """`-k` takes words of what a replay is called, besides the name of its file."""
    write(tmp_path, STORY)
    path = "path:\n  - hall.search\n"
    write(tmp_path, {"a.replay.yaml": f"replay: Who searches finds\n{path}", "pytest.ini": "[pytest]\n"})
    write(tmp_path, {"b.replay.yaml": f"replay: Another\n{path}"})
    done = run(tmp_path, "-k", "searches")
    assert "1 passed, 1 deselected" in done.stdout


def test_invariants_are_proved_or_broken(tmp_path: Path) -> None:
    """Each invariant of the story is a test; a broken one gives the path that breaks it."""
    write(tmp_path, STORY)
    invariants = "- always: keys <= 2\n- always: not seen(street) or keys < 2\n"
    write(tmp_path, {"story/all.invariants.yaml": invariants, "pytest.ini": "[pytest]\n"})
    done = run(tmp_path)
    assert "1 passed" in done.stdout
    assert "1 failed" in done.stdout
    assert "all.invariants.yaml::keys <= 2 PASSED" in done.stdout
    assert "does not hold in scene street" in done.stdout
    assert "  - hall.search\n  - hall.search\n  - hall.leave" in done.stdout


def test_the_story_may_be_named(tmp_path: Path) -> None:
    """`story_dir` says where the story is, from the folder of the configuration."""
    write(tmp_path, {name.replace("story/", "book/", 1): text for name, text in STORY.items()})
    replay = {"far/a.replay.yaml": "replay: A\npath:\n  - hall.search\n", "pytest.ini": "[pytest]\nstory_dir = book\n"}
    write(tmp_path, replay)
    assert "1 passed" in run(tmp_path).stdout


@pytest.mark.parametrize("kind", ["replay", "invariants"])
def test_a_story_with_errors_or_none_is_told_in_a_line(tmp_path: Path, kind: str) -> None:
    """What is wrong with the story is said, without a traceback; so is that there is none."""
    file = {"replay": "replay: A\npath: []\n", "invariants": "- always: keys < 3\n"}[kind]
    write(tmp_path, {f"story/a.{kind}.yaml": file, "pytest.ini": "[pytest]\n"})
    missing = run(tmp_path)
    assert "no story.yaml above" in missing.stdout
    write(tmp_path, {**STORY, "story/more.yaml": "cellar:\n  goto: nowhere\n"})
    broken = run(tmp_path)
    assert "nowhere" in broken.stdout
    for done in (missing, broken):
        assert done.returncode != 0
        assert "Traceback" not in done.stdout + done.stderr


def test_transcripts_are_held_to_and_accepted(tmp_path: Path) -> None:
    """`--accept` writes what a replay shows; from then on other words fail, told word by word, with the place."""
    write(tmp_path, STORY)
    write(tmp_path, {"pytest.ini": "[pytest]\n", "a.replay.yaml": "replay: A\npath:\n  - hall.search\n"})
    assert "1 passed" in run(tmp_path, "--accept").stdout
    write(tmp_path, {"story/scenes.yaml": STORY["story/scenes.yaml"].replace("A hall", "A cold hall")})
    changed = run(tmp_path)
    assert "1 failed" in changed.stdout
    assert "a.transcript.txt:1:1" in changed.stdout
    assert "line 1: A{+ cold+} hall." in changed.stdout
    assert "1 passed" in run(tmp_path, "--accept").stdout
    assert "1 passed" in run(tmp_path).stdout


def test_names_select_and_junit_counts(tmp_path: Path) -> None:
    """`-k` picks replays by name, and a JUnit report has a case for each."""
    write(tmp_path, STORY)
    write(tmp_path, {"pytest.ini": "[pytest]\n"})
    write(tmp_path, {f"{name}.replay.yaml": "replay: A\npath:\n  - hall.search\n" for name in ("one", "two")})
    done = run(tmp_path, "-k", "two", "--junitxml", "report.xml")
    assert "1 passed, 1 deselected" in done.stdout
    report = (tmp_path / "report.xml").read_text(encoding="utf-8")
    assert 'tests="1"' in report
    assert 'name="two"' in report
