"""The guides of writers and testers: every command that they show does what it is shown for, on a small story."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import time
from pathlib import Path

import pytest

from game.cli import main
from game.cli.arguments import SUMMARY, parse
from tests.test_docs import BLOCK, GUIDE, TESTING, blocks, write_lighthouse

PAGES = [GUIDE, TESTING]
SHOWN = {
    page: re.findall(r"^    python3 run\.py (.+?)\s*(?:#.*)?$", BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    for page in PAGES
}
TABLED = sorted({typed for page in PAGES for typed in re.findall(r"`run\.py ([^`]+)`", page.read_text("utf-8"))})
SMALLER = {"1000000": "2000", "--soak 3600": "--soak 0.2", "--jobs 4": "--jobs 1", "../old/story": "old"}
"""What is shown for a large story, and what is enough for a small one."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the story and whatever the commands name; a reader who types nothing, and a loop that ends."""
    write_lighthouse(tmp_path)
    shutil.copytree(tmp_path / "lighthouse", tmp_path / "old")
    first = next(block.text for block in blocks(TESTING) if block.info == "yaml replay")
    (tmp_path / "first.replay.yaml").write_text(first, encoding="utf-8")
    beside = tmp_path / "tests" / "replays"
    beside.mkdir(parents=True)
    (beside / "first.replay.yaml").write_text(first, encoding="utf-8")
    (tmp_path / "habits.json").write_text(json.dumps({"gallery.climb": 3}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    def ctrl_c(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", ctrl_c)
    return tmp_path


def _typed(command: str) -> list[str]:
    """What is shown, made small and without a window, for the story of the docs."""
    for shown, enough in SMALLER.items():
        command = command.replace(shown, enough)
    words = shlex.split(command)
    if words[0].startswith("-"):
        words.append("--terminal")
    if words[0] == "write" and "--no-preview" not in words:
        words.append("--no-preview")
    return words if "--story" in words else [*words, "--story", "lighthouse"]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "least"), [(GUIDE, 7), (TESTING, 12)], ids=["writers", "testers"])
def test_every_command_of_the_guide_works(
    page: Path, least: int, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other, as a reader would type them, each ends with 0."""
    assert main(["cover", "--json", "--story", "lighthouse"]) == 0
    (place / "before.json").write_text(capsys.readouterr().out, encoding="utf-8")
    commands = [command for command in SHOWN[page] if not command.startswith("test")]
    assert len(commands) >= least
    for command in commands:
        assert main(_typed(command)) == 0, (command, capsys.readouterr())


@pytest.mark.parametrize("command", TABLED)
def test_every_command_that_is_named_can_be_typed(command: str) -> None:
    """Its options exist, and take what they are shown with."""
    typed = re.sub(r"\bN\b", "1", command)
    words = shlex.split(typed)
    if len(words) > 1 and (words[0] in SUMMARY or words[0].startswith("-")):
        parse(words)


def test_a_writer_stands_in_a_story(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command without `--story` is about the story whose folder one stands in or below, or that lies in `story/`."""
    capsys.readouterr()
    for folder in ("lighthouse", "lighthouse/deeper", "kept"):
        (place / folder).mkdir(exist_ok=True)
    shutil.copytree(place / "lighthouse", place / "kept" / "story")
    for folder in ("lighthouse", "lighthouse/deeper", "kept"):
        monkeypatch.chdir(place / folder)
        assert main(["check"]) == 0
        assert capsys.readouterr().out.startswith("4 scenes read")
