"""Files for the player to take away: where they lie, what they say, and that none is ever written over."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from game.app.app import App
from game.app.disk import Disk
from game.app.papers import Papers
from game.app.system import RealOs
from game.cli.replays import run_replays
from tests.support.window import window_story


def _papers(folder: Path, system: RealOs | None = None) -> tuple[Papers, list[str]]:
    told: list[str] = []
    return Papers(Disk(folder, system), lambda line, **_: told.append(line), lambda: 1e9), told


def _fail(words: str) -> None:
    raise LookupError(words)


def test_two_files_of_one_second_get_two_names(tmp_path: Path) -> None:
    """Nothing is written over."""
    papers, told = _papers(tmp_path)
    first, second = papers.picture(b"one"), papers.picture(b"two")
    assert first is not None
    assert second is not None
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert [str(first) in told[0], str(second) in told[1]] == [True, True]


def test_a_report_says_what_broke_and_not_whose_machine_it_was(tmp_path: Path) -> None:
    """The error, the places in the program and the inputs are there; the home folder is not."""
    papers, _ = _papers(tmp_path)
    with pytest.raises(LookupError) as caught:
        _fail(f"no such thing in {Path.home()}/secret")
    path = papers.report(caught.value, "replay: A\npath: []\n", ["advance", "menu"])
    assert path is not None
    text = path.read_text()
    assert "LookupError: no such thing in ~/secret" in text
    assert "tests/app/test_papers.py:" in text
    assert "advance, menu" in text
    assert str(Path.home()) not in text
    assert text.endswith("replay: A\npath: []\n")


def test_a_disk_that_takes_nothing_is_told_and_leaves_no_half_file(tmp_path: Path) -> None:
    """Writing fails with a sentence, never with an exception, and no piece of it stays."""

    class Full(RealOs):
        def write(self, file: int, data: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    papers, told = _papers(tmp_path, Full())
    assert papers.picture(b"one") is None
    assert "no space left" in told[0]
    assert list((tmp_path / "pictures").iterdir()) == []


def test_a_recording_plays_again_to_the_same_scene(tmp_path: Path) -> None:
    """What is written while playing is a replay file that passes."""
    app = App(window_story(), tmp_path)
    assert not app.keep_recording()
    app.new_game(7)
    while app.advance():
        pass
    app.choose("speak")
    assert app.keep_recording()
    [path] = (tmp_path / "stone-lightning" / "recordings").iterdir()
    report = run_replays(app.story, [path])
    assert report.ok
    assert "at: stair" in path.read_text()


@pytest.mark.parametrize("name", ["../outside.save.json", "inside.save.json"])
def test_saves_to_bring_in_are_those_in_their_folder(tmp_path: Path, name: str) -> None:
    """Exported saves are listed; what lies elsewhere isn't."""
    papers, _ = _papers(tmp_path)
    papers.save_folder.mkdir(parents=True)
    (papers.save_folder / name).write_bytes(b"{}")
    assert [path.name for path in papers.saves()] == ([name] if "/" not in name else [])
