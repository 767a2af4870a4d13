"""Formatting from the command line: what is written, what is left, and what is said of it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.loading.loader import load_story
from tests.support.stories import write

MESSY = {
    "story/story.yaml": "title: 'Small'\nstart: door\nformat: 1\n",
    "story/endings.yaml": "over: {title: Over, kind: alternate}\n",
    "story/scenes.yaml": "door:\n    script:\n    - 'A knock.' # who?\n    goto: hall\nhall:\n  ending: over\n",
    "tests/replays/a.replay.yaml": "path:\n- at: hall\n",
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story that needs formatting."""
    return write(tmp_path, MESSY) / "story"


def test_it_writes_the_story_and_its_replays(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file that is not right is written, the story is the same, and once is enough."""
    before = load_story(story).story

    assert main(["format", "--story", str(story)]) == 0

    after = load_story(story).story
    assert before is not None
    assert after is not None
    assert (after.scenes, after.title) == (before.scenes, before.title)
    assert (story / "scenes.yaml").read_text("utf-8") == (
        "door:\n  script:\n    - A knock.  # who?\n  goto: hall\n\nhall:\n  ending: over\n"
    )
    assert (story.parent / "tests/replays/a.replay.yaml").read_text("utf-8") == "path:\n  - at: hall\n"
    assert "3 files formatted, 1 right already." in capsys.readouterr().out
    assert main(["format", "--check", "--story", str(story)]) == 0


@pytest.mark.parametrize("flag", ["--check", "--diff"])
def test_checking_changes_nothing(flag: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would change is named and ends with 1; `--diff` shows it."""
    assert main(["format", flag, "--story", str(story)]) == 1

    heard = capsys.readouterr().out
    assert "scenes.yaml" in heard
    assert ("+    - A knock.  # who?" in heard) == (flag == "--diff")
    assert (story / "scenes.yaml").read_text("utf-8") == MESSY["story/scenes.yaml"]


def test_json(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs are told of each file whether it changed, and why it was left if it was."""
    (story / "broken.yaml").write_text("a:\n\t- b\n", encoding="utf-8")

    assert main(["format", "--json", "--story", str(story)]) == 1

    report = json.loads(capsys.readouterr().out)
    files = {Path(one["file"]).name: one for one in report["files"]}
    assert (report["ok"], report["written"]) == (False, True)
    assert (files["scenes.yaml"]["changed"], files["scenes.yaml"]["left"]) == (True, None)
    assert (files["endings.yaml"]["changed"], files["endings.yaml"]["left"]) == (False, None)
    assert "tab" in files["broken.yaml"]["left"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a:\n  - 'never closed\n", "broken.yaml:"),
        (b"a:\n<<<<<<< HEAD\n  b: c\n=======\n", "broken.yaml:"),
        (b"a: caf\xe9\n", "is not UTF-8"),
        (b"a: &x b\n", "is an anchor"),
        (b"%YAML 1.1\n---\na:   b\n", "left as it is"),
    ],
)
def test_a_file_that_cannot_be_read_is_left(
    data: bytes, said: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half-typed files, conflict markers, other encodings: said on standard error, and not touched."""
    broken = story / "broken.yaml"
    broken.write_bytes(data)

    main(["format", str(broken)])

    assert said in capsys.readouterr().err
    assert broken.read_bytes() == data


def test_what_surrounds_a_text_stays(tmp_path: Path) -> None:
    """A byte order mark and the line ends of another system are kept."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa:\r\n    b: 'c'\r\n")

    assert main(["format", str(path)]) == 0
    assert path.read_bytes() == b"\xef\xbb\xbfa:\r\n  b: c\r\n"


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and 2."""
    assert main(["format", str(tmp_path / "none.yaml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_our_own_story(capsys: pytest.CaptureFixture[str]) -> None:
    """The story of this repository is laid out as `format` lays stories out (run it, where this fails)."""
    assert main(["format", "--check"]) == 0, capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_a_pipe_is_not_waited_for(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no ordinary file is named in one line, and nobody waits for what it might say."""
    os.mkfifo(story / "pipe.yaml")
    assert main(["format", "--story", str(story)]) == 2
    heard = capsys.readouterr().err
    assert "pipe.yaml can't be opened: it is not an ordinary file" in heard
    assert heard.count("\n") == 1
