"""What a writer may not read or write is told with what lets them, and what goes on meanwhile goes on.

Root may read everything, so as root these tests put their user's rights down for a moment.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.cli import main
from game.cli.commands.write import Report
from game.cli.lsp.manuscript import Manuscript
from game.cli.watching import Watched
from game.model.story import Story
from tests.support.stories import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter on Windows")

NOBODY = 65534
FILES = {
    "story.yaml": "title: T\nstart: a\nformat: 1\n",
    "endings.yaml": "over: {title: Over, kind: bad}\n",
    "scenes/a.yaml": "a:\n  script:\n    - Hi.\n  ending: over\n",
}
SHUT = {"scenes": "chmod u+rX scenes", "scenes/a.yaml": "chmod u+rX scenes/a.yaml", "story.yaml": "chmod u+rX "}
"""What is shut, and the remedy that is named."""


@pytest.fixture
def story() -> Iterator[Path]:
    """A story where anybody may come by (pytest's own folders are for its user alone)."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield write(Path(folder) / "story", FILES)


@contextmanager
def humble(shut: Path, mode: int = 0) -> Iterator[None]:
    """For a while that path may not be opened (or only as `mode` says), by us neither."""
    before = shut.stat().st_mode
    shut.chmod(mode)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)
        shut.chmod(before)


@pytest.fixture
def run(story: Path) -> Callable[..., int]:
    """Runs a command for the story; before, one that may do all, which imports what it needs."""

    def typed(*words: str, shut: Path, mode: int = 0) -> int:
        main([*words, "--story", str(story)])
        with humble(shut, mode):
            return main([*words, "--story", str(story)])

    return typed


@pytest.mark.parametrize("name", SHUT)
def test_check_names_the_remedy(
    name: str, story: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder or file that may not be read is a problem with its place; story.yaml itself can't be done without."""
    code = run("check", shut=story / name)
    heard = "".join(capsys.readouterr())
    assert code == (2 if name == "story.yaml" else 1)
    assert "permission denied" in heard
    assert SHUT[name] in heard
    assert name in heard


def test_nothing_is_left_out_in_silence(
    story: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """`format` lays out what it may read, and says what it may not."""
    assert run("format", shut=story / "scenes") == 1
    assert "scenes:1:1: error E101" in capsys.readouterr().err


def test_nothing_is_half_renamed(story: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Where one file may not be written, none is; the line names it."""
    before = (story / "scenes/a.yaml").read_bytes()
    assert run("rename", "ending", "over", "done", "--dry-run", shut=story / "scenes", mode=0o555) == 0
    capsys.readouterr()
    with humble(story / "scenes", 0o555):
        assert main(["rename", "ending", "over", "done", "--story", str(story)]) == 2
    heard = capsys.readouterr().err
    assert "nothing was changed" in heard
    assert heard.count("\n") == 1
    assert (story / "scenes/a.yaml").read_bytes() == before
    assert (story / "endings.yaml").read_text("utf-8") == FILES["endings.yaml"]


@pytest.mark.parametrize("words", [("new", "shut/deep/mine"), ("export", "--html", "shut/deep/x.html")])
def test_where_nothing_may_be_written(words: tuple[str, ...], story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the place, and 2."""
    shut = story.parent / "shut"
    (shut / "deep").mkdir(parents=True)
    typed = [str(story.parent / word) if word.startswith("shut") else word for word in words]
    main([*typed[:-1], str(story.parent / "warm"), "--story", str(story)])
    capsys.readouterr()
    with humble(shut):
        assert main([*typed, "--story", str(story)]) == 2
    heard = capsys.readouterr().err
    assert str(shut) in heard
    assert "denied" in heard.lower()
    assert heard.count("\n") == 1


@pytest.mark.parametrize("name", SHUT)
def test_the_writers_loop_goes_on(name: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The preview hears a line and keeps the story that it has; once the folder is open again, so is the story."""
    watched = Watched(story, iter(range(10**6)).__next__, Report(story, notes=False))
    assert isinstance(watched.read(), Story)
    with humble(story / name):
        heard = next(found for _ in range(9) if (found := watched()) is not None)
        assert isinstance(heard, str)
        assert "permission denied" in heard
        assert SHUT[name] in "".join(capsys.readouterr())
    again = next(found for _ in range(9) if (found := watched()) is not None)
    assert isinstance(again, Story)


@pytest.mark.parametrize("name", SHUT)
def test_the_language_server_goes_on(name: str, story: Path) -> None:
    """What can't be read is a problem with its remedy, and what can be read is served; then all is well again."""
    manuscript = Manuscript(story)
    assert manuscript.read() == []
    with humble(story / name):
        problems = manuscript.read()
        assert problems[0].code == "E101"
        assert SHUT[name] in (problems[0].hint or problems[0].message)
        assert manuscript.path("endings.yaml").is_file()
    assert manuscript.read() == []
    assert list(manuscript.story.scenes) == ["a"]
