"""The tester's guide: every command that it shows does what it is shown for, on the small story of the docs."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.cli.arguments import parse
from tests.test_docs import TESTING, blocks, write_lighthouse

SHOWN = re.findall(r"^    python3 run\.py (.+?)\s*(?:#.*)?$", TESTING.read_text(encoding="utf-8"), re.MULTILINE)
COMMANDS = [command for command in SHOWN if not command.startswith("test")]
TABLED = re.findall(r"`run\.py ([^`]+)`", TESTING.read_text(encoding="utf-8"))
SMALLER = {"1000000": "2000", "--soak 3600": "--soak 0.2", "--jobs 4": "--jobs 1", "../old/story": "old"}
"""What is shown for a large story, and what is enough for a small one."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the story and whatever the commands name."""
    write_lighthouse(tmp_path)
    shutil.copytree(tmp_path / "lighthouse", tmp_path / "old")
    first = next(block.text for block in blocks(TESTING) if block.info == "yaml replay")
    (tmp_path / "first.replay.yaml").write_text(first, encoding="utf-8")
    beside = tmp_path / "tests" / "replays"
    beside.mkdir(parents=True)
    (beside / "first.replay.yaml").write_text(first, encoding="utf-8")
    (tmp_path / "habits.json").write_text(json.dumps({"gallery.climb": 3}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_every_command_of_the_guide_works(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, as a reader would type them, each ends with 0."""
    assert main(["cover", "--json", "--story", "lighthouse"]) == 0
    (place / "before.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert len(COMMANDS) > 12
    for command in COMMANDS:
        typed = command
        for shown, enough in SMALLER.items():
            typed = typed.replace(shown, enough)
        words = shlex.split(typed) + ([] if "--story" in typed else ["--story", "lighthouse"])
        assert main(words) == 0, (command, capsys.readouterr())


@pytest.mark.parametrize("command", TABLED)
def test_every_command_that_is_named_can_be_typed(command: str) -> None:
    """Its options exist, and take what they are shown with."""
    typed = re.sub(r"\bN\b", "1", command)
    if typed.partition(" ")[2]:
        parse(shlex.split(typed))
