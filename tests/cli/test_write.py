"""The writer's loop: every save is checked and told, and errors at the start are waited for."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.app import App
from game.app.view import plain
from game.cli.commands import write
from game.cli.tongues import tongues
from game.cli.watching import Watched
from game.model.story import Story
from tests.support.stories import write as write_files

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "story.yaml": "title: T\nstart: gallery\nformat: 1\n",
    "endings.yaml": "landed:\n  title: Landed\n  kind: hopeful\n",
    "scenes.yaml": "gallery:\n  script:\n    - It burns.\n  ending: landed\n",
}
BROKEN = FILES["scenes.yaml"].replace("ending: landed", "ending: lended")


class Clock:
    """Seconds that pass when they are asked for."""

    def __init__(self) -> None:
        """At noon."""
        self.now = 0.0

    def __call__(self) -> float:
        """Now, which is a second later than before."""
        self.now += 1.0
        return self.now


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small story on the disk."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def options(story: Path) -> argparse.Namespace:
    """What is typed after `write`, and meant for that story."""
    return argparse.Namespace(story=story, scene=None, no_preview=True, notes=False)


def _saves(monkeypatch: pytest.MonkeyPatch, story: Path, texts: Iterator[str]) -> None:
    """At each rest of the loop the file holds the next text, twice for it to stand still; then comes Ctrl-C."""

    def rest(_seconds: float) -> None:
        text = next(texts, None)
        if text is None:
            raise KeyboardInterrupt
        if (story / "scenes.yaml").read_text(encoding="utf-8") != text:
            (story / "scenes.yaml").write_text(text, encoding="utf-8")

    monkeypatch.setattr(time, "sleep", rest)
    monkeypatch.setattr(write, "Watched", lambda folder, tell: Watched(folder, Clock(), tell))


def test_each_save_is_checked(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: argparse.Namespace,
) -> None:
    """What a save broke is told with its place and the likely fix, and that it is mended is told too."""
    fine = FILES["scenes.yaml"]
    _saves(monkeypatch, options.story, iter([BROKEN, BROKEN, fine, fine]))

    assert write.run(options) == 0
    printed = capsys.readouterr().out
    assert printed.count("1 scene read: 0 errors") == 2
    assert 'scenes.yaml:4:11: error E223: there is no ending "lended" (did you mean "landed"?)' in printed


def test_a_saved_translation_is_read(story: Path, tmp_path: Path) -> None:
    """A translator who saves a file reads the new words at the same line, as a writer does."""
    write_files(story, {"locale/de.po": 'msgctxt "gallery"\nmsgid "It burns."\nmsgstr "Es brent."\n'})
    watched = Watched(story, Clock())
    found = watched.read()
    assert isinstance(found, Story)
    app = App(found, tmp_path / "home", tongues=tongues(story))
    app.speak("de")
    app.new_game()
    assert app.reader is not None
    assert app.reader.view.line is not None
    assert plain(app.reader.view.line.words) == "Es brent."
    po = story / "locale" / "de.po"
    po.write_text(po.read_text("utf-8").replace("brent", "brennt"), encoding="utf-8")
    news = next(heard for _ in range(9) if (heard := watched()) is not None)
    assert isinstance(news, Story)
    assert app.take_up(news)
    assert app.reader.view.line is not None
    assert plain(app.reader.view.line.words) == "Es brennt."


def test_a_story_with_errors_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: argparse.Namespace,
) -> None:
    """A window opens as soon as the story is sound, not before, and closing it ends the command."""
    (options.story / "scenes.yaml").write_text(BROKEN, encoding="utf-8")
    _saves(monkeypatch, options.story, iter([FILES["scenes.yaml"]] * 2))
    options.no_preview = False
    opened: list[str] = []
    monkeypatch.setattr("game.ui.window.window.run", lambda app, **_: opened.append(app.story.title))

    assert write.run(options) == 0
    assert opened == ["T"]
    assert "error E223" in capsys.readouterr().out


def test_a_folder_that_goes_away_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: argparse.Namespace,
) -> None:
    """The loop outlives a story.yaml that is gone for a moment, in one line."""

    def rest(_seconds: float) -> None:
        if not (options.story / "story.yaml").exists():
            if "cannot open" in capsys.readouterr().err:
                raise KeyboardInterrupt
        else:
            (options.story / "story.yaml").unlink()

    _saves(monkeypatch, options.story, iter(()))
    monkeypatch.setattr(time, "sleep", rest)

    assert write.run(options) == 0


def test_notes_are_shown_when_asked_for(options: argparse.Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Notes are counted always and listed only with `--notes`."""
    (options.story / "places.yaml").write_text("gallery:\n  name: The gallery\n", encoding="utf-8")
    for notes in (False, True):
        Watched(options.story, tell=write.Report(options.story, notes=notes)).read()
    quiet, full = capsys.readouterr().out.strip().split("\n\n")

    assert "N570" not in quiet
    assert "N570" in full


def test_whoever_reads_along_reads_at_once(story: Path) -> None:
    """What is found stands in a file or a pipe as soon as it is found, though nobody ends the loop."""
    words = [sys.executable, "-m", "game", "write", "--no-preview", "--story", str(story)]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(words, env={**buffered, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True) as loop:
        assert loop.stdout is not None
        try:
            assert loop.stdout.readline() == "\n"
            assert "1 scene read: 0 errors" in loop.stdout.readline()
        finally:
            loop.kill()


def test_a_window_that_does_not_come_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: argparse.Namespace
) -> None:
    """Who begins with a broken story hears when the window will open, and everybody how to end."""
    fine = (options.story / "scenes.yaml").read_text("utf-8")
    for text, said in ((BROKEN, "The window opens once there are no errors."), (fine, "Ctrl-C ends this.\n")):
        (options.story / "scenes.yaml").write_text(text, encoding="utf-8")
        _saves(monkeypatch, options.story, iter([fine] * 2))
        options.no_preview = False
        monkeypatch.setattr("game.ui.window.window.run", lambda app, **_: app)
        assert write.run(options) == 0
        assert said in capsys.readouterr().err


def test_a_file_under_a_wrong_name_is_told(story: Path) -> None:
    """A `.yml` that is put there is a problem at once, not with the next save of something else."""
    watched = Watched(story, Clock())
    (story / "more.yml").write_text("more: {ending: landed}\n", encoding="utf-8")
    heard = next(found for _ in range(9) if (found := watched()) is not None)
    assert "rename to .yaml" in str(heard)


@pytest.mark.parametrize("gone", ["story", "assets"])
def test_folders_that_go_away_while_they_are_looked_at(
    gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that brings back an older version takes folders away at any moment; the loop goes on."""
    story = write_files(tmp_path / "story", FILES | {"act/more.yaml": "more: {ending: landed}\n"})
    (tmp_path / "assets" / "act").mkdir(parents=True)
    watched = Watched(story, Clock(), write.Report(story, notes=False))
    scandir = os.scandir

    def late(path: str | Path) -> object:
        if Path(path).resolve() == tmp_path / gone / "act":
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return scandir(path)

    (story / "scenes.yaml").write_text(FILES["scenes.yaml"] + "\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", late)
        assert any(watched() is not None for _ in range(9))
    (story / "scenes.yaml").write_text(FILES["scenes.yaml"], encoding="utf-8")
    assert isinstance(next(found for _ in range(9) if (found := watched()) is not None), Story)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_a_pipe_is_not_waited_for(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe in the folder is a problem with its name and no line of it; nobody waits for what it might say."""
    os.mkfifo(story / "pipe.yaml")
    Watched(story, tell=write.Report(story, notes=False)).read()
    said = capsys.readouterr().out.strip().splitlines()
    assert "pipe.yaml:1:1: error E101: cannot be opened: it is not an ordinary file" in said[-1]


def test_nothing_but_the_report_is_printed() -> None:
    """The library beneath the window does not greet between what a writer reads."""
    words = [sys.executable, "-c", "import game.ui.window.assets"]
    bare = {name: value for name, value in os.environ.items() if name != "PYGAME_HIDE_SUPPORT_PROMPT"}
    done = subprocess.run(words, env=bare | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""
