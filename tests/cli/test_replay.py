"""Replays from the command line: pictures, transcripts."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.cli import main
from tests.support.stories import write

FILES = {
    "story/story.yaml": "title: Small\nstart: door\nformat: 1\n",
    "story/endings.yaml": "over: {title: Over, kind: alternate}\n",
    "story/scenes.yaml": (
        "door:\n  title: The door\n  script:\n    - A knock.\n    - pause: 1\n    - Another.\n"
        "  choices:\n    open: {text: Open., goto: hall}\n"
        "hall:\n  script:\n    - Nobody is there.\n  ending: over\n"
    ),
    "a.replay.yaml": "replay: A\npath:\n  - door.open\nending: over\n",
}
ANOTHER = {"story/scenes.yaml": FILES["story/scenes.yaml"].replace("Nobody is", "Somebody was")}


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """The command line that plays the replay of that story."""
    write(tmp_path, FILES)
    return ["replay", str(tmp_path / "a.replay.yaml"), "--story", str(tmp_path / "story")]


def test_every_line_has_its_picture(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Card, lines with choices, and the ending: each picture is another, and the same again the next time."""
    folder = tmp_path / "pictures"
    assert main([*words, "--screens", str(folder)]) == 0
    pictures = {path.name: path.read_bytes() for path in (folder / "a").iterdir()}
    assert [name.partition("_")[2] for name in sorted(pictures)] == ["door.png"] * 3 + ["hall.png", "the_end.png"]
    assert len(set(pictures.values())) == len(pictures)
    assert all(data.startswith(b"\x89PNG") for data in pictures.values())

    capsys.readouterr()
    assert main([*words, "--screens", str(folder)]) == 0
    assert "0 not as before" in capsys.readouterr().err
    write(tmp_path, ANOTHER)
    assert main([*words, "--screens", str(folder)]) == 0
    assert "1 not as before: 0004_hall.png" in capsys.readouterr().err


def test_pictures_can_be_held_to(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a tolerance they stay, and what differs more fails and lies beside; so does one that is no longer taken."""
    folder = tmp_path / "pictures"
    words += ["--screens", str(folder), "--tolerance"]
    assert main([*words, "0.01"]) == 0
    before = (folder / "a" / "0004_hall.png").read_bytes()
    write(tmp_path, ANOTHER)
    assert main([*words, "0.9"]) == 0
    assert main([*words, "0"]) == 1
    assert "1 not as before: 0004_hall.png (0." in capsys.readouterr().err
    assert (folder / "a" / "0004_hall.png").read_bytes() == before
    assert (folder / "a" / "0004_hall.new.png").read_bytes() != before

    write(tmp_path, FILES)
    (folder / "a" / "0009_gone.png").write_bytes(before)
    assert main([*words, "0"]) == 1
    assert "no longer taken: 0009_gone.png" in capsys.readouterr().err
    assert not (folder / "a" / "0004_hall.new.png").exists()


def test_a_tolerance_needs_pictures(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Alone, or as no share of a whole, it is told in a line."""
    assert main([*words, "--tolerance", "0.1"]) == 2
    assert main([*words, "--tolerance", "5"]) == 2
    assert "a share from 0 to 1 is wanted" in capsys.readouterr().err


def test_a_transcript_that_was_accepted_is_held_to(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From then on other words fail, shown word by word, until they are accepted too."""
    assert main([*words, "--accept"]) == 0
    golden = tmp_path / "a.transcript.txt"
    assert "Nobody is there." in golden.read_text(encoding="utf-8")
    assert main(words) == 0

    write(tmp_path, ANOTHER)
    capsys.readouterr()
    assert main(words) == 1
    heard = capsys.readouterr().out
    assert f"{golden}:5:1" in heard
    assert "[-Nobody is-]{+Somebody was+} there." in heard or "[-Nobody-]{+Somebody+}" in heard
    assert main([*words, "--accept"]) == 0
    assert main(words) == 0


def test_json_holds_the_transcripts_where_they_are_wanted(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One object on standard output, with what a reader sees by file."""
    assert main([*words, "--json", "--transcript"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)["transcripts"].values()
    assert shown.splitlines()[0] == "## The door"


def test_a_replay_that_fails_is_not_accepted(words: list[str], tmp_path: Path) -> None:
    """Nothing is written of a path that does not hold."""
    write(tmp_path, {"a.replay.yaml": "replay: A\npath:\n  - door.close\n"})
    assert main([*words, "--accept"]) == 1
    assert not (tmp_path / "a.transcript.txt").exists()


def test_pictures_of_two_replays_of_one_name_lie_apart(tmp_path: Path) -> None:
    """Their folders are called with those that the replays lie in."""
    write(tmp_path, FILES | {"one/a.replay.yaml": FILES["a.replay.yaml"], "two/a.replay.yaml": FILES["a.replay.yaml"]})
    files = [str(tmp_path / name / "a.replay.yaml") for name in ("one", "two")]
    assert main(["replay", *files, "--screens", str(tmp_path / "seen"), "--story", str(tmp_path / "story")]) == 0
    folders = sorted(folder.name for folder in (tmp_path / "seen").iterdir())
    assert [name.rpartition("-")[0].rpartition("-")[2] for name in folders] == ["one", "two"]


def test_play_goes_on_where_a_replay_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`play --after FILE` takes the path first; one that does not hold, or a place besides, is told in a line."""
    write(tmp_path, FILES | {"bad.replay.yaml": "replay: Bad\npath:\n  - hall.open\n"})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"quit\n")))
    words = ["play", "--terminal", "--story", str(tmp_path / "story"), "--after"]

    assert main([*words, str(tmp_path / "a.replay.yaml")]) == 0
    shown = capsys.readouterr().out
    assert "Nobody is there." in shown
    assert "A knock." not in shown
    assert main([*words, str(tmp_path / "bad.replay.yaml")]) == 2
    assert "does not hold (run.py replay says where)" in capsys.readouterr().err
    assert main([*words, str(tmp_path / "a.replay.yaml"), "--seed", "3"]) == 2
    assert "leave out --scene, --set and --seed" in capsys.readouterr().err
