"""`diff` end to end: folders, revisions of git, replays that hold no longer and how they are mended."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from game.cli import main
from tests.support.stories import write

FILES = {
    "story/story.yaml": "title: T\nstart: door\nformat: 1\n",
    "story/endings.yaml": "over: {title: Over, kind: bad}\n",
    "story/variables.yaml": "trust: {range: 0..3, default: 1}\n",
    "story/scenes.yaml": "door:\n  script:\n    - A knock at the old door.\n  choices:\n"
    "    open: {text: Open., goto: hall}\n    wait: {text: Wait., goto: door}\n"
    "hall:\n  script:\n    - The long hall is cold tonight.\n  ending: over\n",
    "tests/replays/a.replay.yaml": "path:\n  - text: A knock at\n  - only: [open, wait]\n  - door.open\n"
    "  - text: hall is cold\n  - at: hall\n  - check: trust == 1\nending: over\n",
}


@pytest.fixture
def stories(tmp_path: Path) -> tuple[Path, Path]:
    """The old story, and a copy to be changed."""
    return write(tmp_path / "old", FILES) / "story", write(tmp_path / "new", FILES) / "story"


def change(story: Path, old: str, new: str, name: str = "scenes.yaml") -> None:
    """Replace some words of a file."""
    path = story / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_quick_look(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """`--quick` tells what changed without exploring: everything but what can be reached, and odds."""
    change(stories[1], "wait: {text: Wait., goto: door}", "wait: {text: Wait., goto: hall}")
    main(["diff", *map(str, stories)])
    whole = capsys.readouterr().out
    main(["diff", "--quick", *map(str, stories)])
    quick = capsys.readouterr().out
    assert "door.wait: leads to: door -> hall" in quick
    assert "odds" not in quick
    assert [line for line in whole.splitlines() if "odds" not in line] == quick.splitlines()


def test_what_is_not_settled_is_said(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Where not all of a version may be visited, what stays open is named, and nothing is claimed of it."""
    change(stories[1], "goto: door}", "goto: hall}")
    arguments = ["diff", *map(str, stories), "--max-states", "1", "--max-seconds", "0"]
    main(arguments)
    told = capsys.readouterr().out
    assert "ending over: not found out whether it could, or can, be reached\n" in told
    assert "not every state of the old version was visited" in told
    assert "reached now" not in told
    main([*arguments, "--json"])
    data = json.loads(capsys.readouterr().out)
    assert (data["endings"]["unsettled"], data["visited_in_part"]) == (["over"], ["old", "new"])


def test_the_same(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changed ends with 0."""
    assert main(["diff", *map(str, stories)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("A knock", "Two knocks", "the nearest line is now: Two knocks at the old door."),
        ("wait: {", "linger: {", "on offer are now: open, linger"),
        ("open: {", "opened: {", "if it became opened, write was: [open] there"),
        ("trust: {range: 0..3, default: 1}", "trust: {range: 0..3, default: 2}", "change what is checked"),
    ],
)
def test_replays_that_broke(
    old: str, new: str, mend: str, stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A replay that held is named with its line, the reason, and what to write."""
    change(stories[1], old, new, "variables.yaml" if "range" in old else "scenes.yaml")

    assert main(["diff", *map(str, stories), "--json"]) == 1

    (one,) = json.loads(capsys.readouterr().out)["replays"]
    assert mend in one["mend"]
    assert one["line"] > 1


@pytest.mark.parametrize(
    ("path", "old", "new", "mend"),
    [
        ("  - door.open\n", "open: {", "opened: {", "if it became opened, write was: [open] there"),
        ("  - door.open\n", "open: {", "push: {when: trust > 1, ", "take wait"),
        ("  - door.open\n", "open: {", "open: {when: trust > 1, ", "do first what opens it, or take wait"),
        (
            "  - door.open\n  - at: hall\n",
            "hall",
            "cellar",
            '"hall" looks like what is now "cellar": write was: [hall]',
        ),
        ("  - door.wait\n  - door.open\n", "Wait., goto: door", "Wait., goto: hall", 'the path leads to "hall" now'),
        ("  - door.open\nending: over\n", "  ending: over", "  goto: door", 'the path stops in "door" now; go on from'),
    ],
)
def test_advice(
    path: str, old: str, new: str, mend: str, stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each way in which a path can break has its own advice."""
    for story in stories:
        (story.parent / "tests/replays/a.replay.yaml").write_text(f"path:\n{path}", encoding="utf-8")
    change(stories[1], old, new)

    assert main(["diff", *map(str, stories), "--json"]) == 1

    (one,) = json.loads(capsys.readouterr().out)["replays"]
    assert mend in one["mend"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_revisions(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision stands for the story as it was then; without a second, the story as it is now is meant."""
    story = write(tmp_path / "repo", FILES) / "story"
    git = ["git", "-C", str(story.parent), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *words], check=True)
    change(story, "A knock", "Two knocks")
    monkeypatch.chdir(tmp_path)

    assert main(["diff", "HEAD", "--story", str(story)]) == 1
    heard = capsys.readouterr().out
    assert "[-A knock-] {+Two knocks+} at the old door." in heard
    assert "a.replay.yaml:2:11: this replay holds no longer" in heard
    assert main(["diff", "HEAD", "HEAD", "--story", str(story)]) == 0
    for named in ("nonsense", "--help=x", "HEAD:story"):
        assert main(["diff", "--story", str(story), "--", named]) == 2
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_story_that_is_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A writer who keeps the story's folder in git, and nothing around it, can compare revisions too."""
    story = write(tmp_path / "repo", FILES) / "story"
    (story / "a.replay.yaml").write_text("path:\n  - text: A knock at\n", encoding="utf-8")
    git = ["git", "-C", str(story), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (
        ["init", "-q"],
        ["commit", "-q", "--allow-empty", "-m", "zero"],
        ["add", "."],
        ["commit", "-qm", "1"],
    ):
        subprocess.run([*git, *words], check=True)
    change(story, "A knock", "Two knocks")
    assert main(["diff", "HEAD", "--story", str(story)]) == 1
    heard = capsys.readouterr().out
    assert "[-A knock-] {+Two knocks+} at the old door." in heard
    assert "a.replay.yaml:2:11: this replay holds no longer" in heard
    assert main(["diff", "HEAD~1", "--story", str(story)]) == 2
    assert capsys.readouterr().err == "error: there is no story.yaml at HEAD~1\n"


def test_a_version_with_errors(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A story that does not load can't be compared: its errors, and 2."""
    change(stories[1], "goto: hall", "goto: hal")
    assert main(["diff", *map(str, stories)]) == 2
    assert "scenes.yaml:5" in capsys.readouterr().err


def test_what_is_neither(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a folder nor, where there is no repository, a revision: one line."""
    story = write(tmp_path, FILES) / "story"
    assert main(["diff", "v1", "--story", str(story)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_new_title_leaves_saves_behind(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """They are kept by title; the difference says so, and that it is to be mended."""
    change(stories[1], "title: T", "title: Another", "story.yaml")
    assert main(["diff", *map(str, stories)]) == 1
    assert "saves and found endings stay with the old title" in capsys.readouterr().out


def test_who_has_no_translation_hears_of_none(stories: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """What a reworded line makes stale is counted where there is a translation."""
    change(stories[1], "tonight", "today")
    main(["diff", *map(str, stories)])
    assert "translat" not in capsys.readouterr().out
    (stories[1] / "locale").mkdir()
    (stories[1] / "locale" / "de.po").write_text("", encoding="utf-8")
    main(["diff", *map(str, stories)])
    assert "translations: 1 line to translate, 1 unused" in capsys.readouterr().out
