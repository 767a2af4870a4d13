"""What a language server makes of files and editors that are not as they should be."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from game.cli.lsp.server import REST
from tests.support.editor import SCENE_FILE, Editor, editing
from tests.support.stories_to_edit import FILES


def test_a_merge_conflict_and_tabs(editor: Editor, scenes: str) -> None:
    """A conflict left in the file, and tabs, are named as what they are, and the server lives on."""
    editor.type(SCENE_FILE, scenes.replace("lamp_room:", "<<<<<<< ours\nlamp_room:\n=======\nroom:\n>>>>>>> theirs", 1))
    assert "conflict" in editor.problems(SCENE_FILE, {"E104"})[0]["message"]
    editor.type(SCENE_FILE, scenes.replace("  script:", "\tscript:", 1))
    assert "E114" in {one["code"] for one in editor.problems(SCENE_FILE, {"E114"})}
    editor.type(SCENE_FILE, scenes)
    editor.problems(SCENE_FILE, set())


def test_a_file_of_50_megabytes(editor: Editor, scenes: str) -> None:
    """A file far too large is refused with one line, and every question about it has an answer."""
    editor.open("story/huge.yaml", "a: b\n" * 10_000_000)
    assert "4 MiB" in editor.problems("story/huge.yaml", {"E103"})[0]["message"]
    assert editor.at("story/huge.yaml", 3, 1, "completion")["items"] == []
    for method in ("hover", "definition", "prepareRename"):
        assert not editor.at("story/huge.yaml", 3, 1, method)
    assert editor.about("story/huge.yaml", "formatting", options={"tabSize": 2, "insertSpaces": True}) is None
    editor.close("story/huge.yaml")
    editor.problems("story/huge.yaml", set())
    assert editor.on(SCENE_FILE, scenes, "slept", "hover")


def test_windows_1252(editor: Editor, scenes: str) -> None:
    """A file that is not UTF-8 is named as that, open or not, though the editor shows it with its letters lost."""
    path = editor.folder / "story" / "old.yaml"
    path.write_bytes("café:\n  script: [Là-bas.]\n  ending: dark\n".encode("cp1252"))
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("story/old.yaml")}})
    assert "UTF-8" in editor.problems("story/old.yaml", {"E102"})[0]["message"]
    editor.open("story/old.yaml")
    editor.type(SCENE_FILE, scenes.replace("ending: dark", "ending: drak"))
    editor.problems(SCENE_FILE, {"E223"})
    editor.problems("story/old.yaml", {"E102"})
    assert editor.about("story/old.yaml", "formatting", options={"tabSize": 2, "insertSpaces": True}) is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission(editor: Editor, scenes: str) -> None:
    """A folder that can't be read costs its own files only."""
    shut = editor.folder / "story" / "shut"
    shut.mkdir(mode=0)
    try:
        editor.type(SCENE_FILE, scenes)
        editor.problems("story/shut", {"E101"})
    finally:
        shut.chmod(0o700)


def test_a_story_that_goes_away(editor: Editor, scenes: str) -> None:
    """A story whose first file is gone is a problem with a place; when it comes back, all is well."""
    path = editor.folder / "story" / "story.yaml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    editor.type(SCENE_FILE, scenes + "\n")
    editor.problems("story/story.yaml", {"E101"})
    path.write_text(text, encoding="utf-8")
    editor.type(SCENE_FILE, scenes)
    editor.problems("story/story.yaml", set())


def test_a_folder_that_goes_away(editor: Editor, scenes: str) -> None:
    """While a story's folder is somewhere else, that is the problem, for as long as it is so."""
    folder = editor.folder / "story"
    folder.rename(editor.folder / "tale")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    editor.problems("story/story.yaml", {"E101"})
    time.sleep(3 * REST)
    assert "error" in editor.try_to(
        "textDocument/rename",
        {
            "textDocument": {"uri": editor.uri(SCENE_FILE)},
            "position": {"line": 0, "character": 1},
            "newName": "balcony",
        },
    )
    editor.problems("story/story.yaml", {"E101"})
    (editor.folder / "tale").rename(folder)
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    editor.problems("story/story.yaml", set())


def test_a_story_that_begins_after_its_first_file(editor: Editor) -> None:
    """Scenes that were opened before there was a story are its scenes as soon as it is there."""
    editor.open("mine/scenes.yaml", "first: {ending: nowhere}\n")
    story = editor.folder / "mine" / "story.yaml"
    story.parent.mkdir()
    story.write_text("title: Mine\nstart: first\nformat: 1\n", encoding="utf-8")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("mine/story.yaml"), "type": 1}]})
    editor.problems("mine/scenes.yaml", {"E223"})


def test_a_file_that_no_disk_has_yet(editor: Editor, scenes: str) -> None:
    """Scenes of a file that was never saved count."""
    editor.type(SCENE_FILE, scenes.replace("goto: lamp_room", "goto: cellar"))
    editor.problems(SCENE_FILE, {"E222"})
    editor.open("story/cellar.yaml", "cellar:\n  script: [Dark.]\n  ending: dark\n")
    editor.type(SCENE_FILE, scenes.replace("goto: lamp_room", "goto: cellar") + "\n")
    editor.wait_for(SCENE_FILE, "E222", there=False)


def test_other_files_are_none_of_its_business(editor: Editor) -> None:
    """YAML that belongs to no story gets no problems, and no answers."""
    editor.open("ci.yaml", "jobs: [\n")
    assert editor.about("ci.yaml", "documentSymbol") == []
    assert editor.at("ci.yaml", 0, 2, "completion") is None
    assert editor.uri("ci.yaml") not in editor.diagnostics


def test_it_asks_to_be_told_of_other_programs(tmp_path: Path) -> None:
    """An editor that can is asked to watch the files, and what another program changes is read."""
    with editing(tmp_path / "project", FILES, watches=True) as editor:
        editor.open(SCENE_FILE)
        editor.about(SCENE_FILE, "documentSymbol")
        assert "client/registerCapability" in [one["method"] for one in editor.told]
        (editor.folder / "story" / "story.yaml").write_text("title: T\nstart: nowhere\nformat: 1\n", encoding="utf-8")
        editor.tell(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("story/story.yaml"), "type": 2}]}
        )
        editor.problems("story/story.yaml", {"E222"})


def test_nonsense_does_not_end_it(editor: Editor, scenes: str) -> None:
    """Unknown methods, places beyond the end and files that were never opened are answered, one way or the other."""
    assert "error" in editor.try_to("textDocument/nonsense", {})
    for line, character in ((10_000, 0), (0, 10_000), (4, 3)):
        for method in ("completion", "hover", "definition", "prepareRename"):
            editor.at(SCENE_FILE, line, character, method)
    assert editor.at("story/never.yaml", 0, 0, "completion") is None
    assert editor.on(SCENE_FILE, scenes, "slept", "hover")
