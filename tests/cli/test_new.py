"""A new story: it checks, proves, replays and formats clean, and an editor knows its files."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from game.cli import files, main
from game.cli.commands import new
from game.errors import UsageError
from game.loading.document import read_text
from game.loading.json_schema import as_json


@pytest.mark.parametrize("name", ["mine", "No: 1", "a story of mine", "deep/down/here", "été", "12"])
def test_a_new_story_is_clean(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever it is called, nothing at all is wrong with it."""
    story = tmp_path / name

    assert main(["new", str(story)]) == 0
    assert main(["check", "--strict", "--json", "--story", str(story)]) == 0
    heard = capsys.readouterr().out
    assert json.loads(heard[heard.index("{") :])["problems"] == []
    assert main(["explore", "--strict", "--story", str(story)]) == 0
    assert "never" not in capsys.readouterr().out
    assert main(["replay", str(story), "--story", str(story)]) == 0
    assert main(["format", "--check", "--story", str(story)]) == 0


def test_an_editor_knows_its_files(tmp_path: Path) -> None:
    """Each file names a schema that is there and that it fits, and the settings say the same of it."""
    story = tmp_path / "mine"
    main(["new", str(story)])
    settings = json.loads((story / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    files = list(story.rglob("*.yaml"))
    assert len(files) == 7
    for path in files:
        text = path.read_text("utf-8")
        named = text.splitlines()[0].partition("$schema=")[2]
        schema = (path.parent / named).resolve()
        jsonschema.validate(as_json(read_text(text, path.name).root), json.loads(schema.read_text("utf-8")))
        inside = path.relative_to(story)
        mapped = [
            key for key, kinds in settings.items() if any(inside.match(kind.replace("**/", "")) for kind in kinds)
        ]
        assert [(story / key).resolve() for key in mapped] == [schema]
    assert all((story / key).is_file() for key in settings)


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything in it, or a file of that name, is refused in one line; an empty folder is filled."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "story.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()

    assert main(["new", str(tmp_path / "full")]) == 2
    assert main(["new", str(tmp_path / "full" / "story.yaml")]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert (tmp_path / "full" / "story.yaml").read_text("utf-8") == "mine"
    assert main(["new", str(tmp_path / "empty")]) == 0
    assert main(["new", "_"]) == 2


def test_a_full_disk_leaves_no_half_a_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can't be written whole is not written, so that the same command can be typed again."""
    write_text = files.write_text

    def full(path: Path, text: str) -> None:
        if path.name == "cast.yaml":
            raise UsageError(f"{path} can't be written: no space left on device")
        write_text(path, text)

    with monkeypatch.context() as patched:
        patched.setattr(new, "write_text", full)
        assert main(["new", str(tmp_path / "mine")]) == 2
    assert "cast.yaml can't be written" in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()
    assert main(["new", str(tmp_path / "mine")]) == 0
