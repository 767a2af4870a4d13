"""Files that a person asks for: as a whole or not at all, and nobody's work in their place."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from game.cli import main
from game.cli.files import write_bytes, write_text
from game.errors import UsageError
from tests.support.stories import write

STORY = {
    "story.yaml": "title: Small\nstart: only\nformat: 1\n",
    "endings.yaml": "done: {title: Done, kind: hopeful}\n",
    "scenes.yaml": "only:\n  script:\n    - Here.\n  ending: done\n",
}


def test_it_is_written_with_its_folder(tmp_path: Path) -> None:
    """UTF-8, lines ended as they are, and nothing beside it."""
    file = tmp_path / "deep" / "down" / "x.txt"
    write_text(file, "é\n")
    write_text(file, "è\n")
    assert file.read_bytes() == "è\n".encode()
    assert [path.name for path in file.parent.iterdir()] == ["x.txt"]


def test_what_was_there_stays_where_the_new_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translator's work outlives a full disk."""
    file = tmp_path / "de.po"
    file.write_text("a year's work", encoding="utf-8")

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as out:
            out.write(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match=r"can't be written: No space left on device"):
        write_text(file, "something else")
    assert file.read_text(encoding="utf-8") == "a year's work"
    assert [path.name for path in tmp_path.iterdir()] == ["de.po"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither")
def test_links_and_modes_stay(tmp_path: Path) -> None:
    """A link goes on leading to its file, and who may read it may do so still."""
    file, link = tmp_path / "real.txt", tmp_path / "link.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    link.symlink_to(file)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("command", [["map", "--html"], ["export", "--html"], ["export", "--text"]])
def test_no_page_takes_the_place_of_a_scene(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wrong name after an option costs nobody a file of the story."""
    story = write(tmp_path / "story", STORY)
    assert main([*command, str(story / "scenes.yaml"), "--story", str(story)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (story / "scenes.yaml").read_text(encoding="utf-8") == STORY["scenes.yaml"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_no_translation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that never ends is not read to its end."""
    story = write(tmp_path / "story", STORY)
    assert main(["export", "--po", "/dev/zero", "--story", str(story)]) == 2
    assert capsys.readouterr().err == "error: /dev/zero is no file\n"
