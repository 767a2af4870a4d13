"""The language server as an editor meets it: a real process, spoken to over its standard streams."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.loading.loader import load_story
from tests.support.editor import SCENE_FILE, Editor, applied, editing
from tests.support.stories_to_edit import FILES, SCENES

REPLAY = "tests/replays/climb.replay.yaml"


def whole(text: str) -> dict[str, Any]:
    """The range of a whole text."""
    return {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n") + 1, "character": 0}}


def shown(text: str, span: dict[str, Any]) -> str:
    """What stands in a range of one line."""
    start, end = span["start"], span["end"]
    assert start["line"] == end["line"]
    line = text.split("\n")[int(start["line"])]
    return line[int(start["character"]) : int(end["character"])]


def test_problems_come_while_typing_and_go(editor: Editor, scenes: str) -> None:
    """What is mistyped is underlined, letter for letter, before anything is saved, and is gone once it is mended."""
    mistyped = scenes.replace("goto: lamp_room", "goto: lamp_rom")
    editor.type(SCENE_FILE, mistyped)
    problem = editor.problems(SCENE_FILE, {"E222"})[0]
    assert shown(mistyped, problem["range"]) == "lamp_rom"
    assert problem["message"] == 'there is no scene "lamp_rom" (did you mean "lamp_room"?)'
    assert problem["severity"] == 1
    page, _, place = problem["codeDescription"]["href"].removeprefix("file://").partition("#")
    assert f"](#{place})" in Path(page).read_text(encoding="utf-8")
    assert (editor.folder / SCENE_FILE).read_text(encoding="utf-8") == scenes

    editor.type(SCENE_FILE, scenes)
    editor.problems(SCENE_FILE, set())


def test_a_key_alone_is_told(editor: Editor, scenes: str) -> None:
    """An editor may tell what was typed instead of all that stands there, change after change."""
    before, _, _ = scenes.partition("goto: lamp_room")
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1 + len("goto: lamp_ro")
    editor.edit(SCENE_FILE, (line, column, line, column + 1, ""), (0, 0, 0, 0, "# \N{SNOWFLAKE}\r\n"))
    problem = editor.problems(SCENE_FILE, {"E222"})[0]
    assert problem["range"]["start"] == {"line": line + 1, "character": column - len("lamp_ro")}
    editor.edit(SCENE_FILE, (line + 1, column, line + 1, column, "o"))
    editor.problems(SCENE_FILE, set())


def test_the_checks_speak_too(editor: Editor, scenes: str) -> None:
    """What only the checks of a whole story find comes after a moment, as a warning."""
    editor.type(SCENE_FILE, scenes.replace("when: oil > 0", "when: oil > 5"))
    problem = editor.problems(SCENE_FILE, {"W520"})[0]
    assert problem["severity"] == 2


def test_problems_of_other_files_are_told(editor: Editor, scenes: str) -> None:
    """Taking a scene away is a problem wherever it was gone to."""
    editor.open("story/story.yaml")
    editor.type("story/story.yaml", "title: T\nstart: galery\nformat: 1\n")
    assert "did you mean" in editor.problems("story/story.yaml", {"E222"})[0]["message"]


def test_a_half_typed_file_is_completed(editor: Editor, scenes: str) -> None:
    """Where the file is no YAML at all yet, what fits is offered all the same, as an edit of the word typed so far."""
    half = scenes + "\ncellar:\n  choices:\n    up: {text: Up., goto: lam"
    editor.type(SCENE_FILE, half)
    lines = half.split("\n")
    found = editor.at(SCENE_FILE, len(lines) - 1, len(lines[-1]), "completion")["items"]
    assert [item["label"] for item in found] == ["lamp_room"]
    assert applied(half, [found[0]["textEdit"]]).endswith("goto: lamp_room")
    editor.problems(SCENE_FILE, {"E104"})


def test_a_scene_that_is_half_typed_is_still_known(editor: Editor, scenes: str) -> None:
    """While a scene can't be read, others are not told that it is missing, and it is offered as before."""
    broken = scenes.replace("lamp_room:\n  script:", "lamp_room:\n  script: [")
    editor.type(SCENE_FILE, broken)
    editor.problems(SCENE_FILE, {"E104"})
    assert [item["label"] for item in editor.on(SCENE_FILE, broken, "lamp_room", "completion")["items"]][:1] == [
        "lamp_room"
    ]


def test_definition_and_references(editor: Editor, scenes: str) -> None:
    """From a variable in a text to where it is declared, and to all its places, in invariants and replays too."""
    where = editor.on(SCENE_FILE, scenes, "oil", "definition")
    assert [place["uri"] for place in where] == [editor.uri("story/variables.yaml")]
    found = editor.on(SCENE_FILE, scenes, "oil", "references", context={"includeDeclaration": True})
    assert {place["uri"] for place in found} == {
        editor.uri(name)
        for name in ("story/variables.yaml", SCENE_FILE, "story/lamp.invariants.yaml", REPLAY)
    }  # fmt: skip
    assert len(editor.on(SCENE_FILE, scenes, "oil", "documentHighlight")) == scenes.count("oil")


def test_hover(editor: Editor, scenes: str) -> None:
    """A name is explained; so is a key of the format; nothing is said of prose."""
    told = editor.on(SCENE_FILE, scenes, "slept = true", "hover")["contents"]["value"]
    assert "Set by `gallery.wait`" in told
    assert "Read by `night`" in told
    assert "Whose eyes" in editor.on(SCENE_FILE, scenes, "you: keeper", "hover")["contents"]["value"]
    assert editor.on(SCENE_FILE, scenes, "gone out", "hover") is None


def test_what_stands_beside_the_story(tmp_path: Path) -> None:
    """Sounds, pictures and events of the ledger are explained, and lead to where they are listed."""
    beside = {
        "assets/assets.yaml": "waltz: {file: music/waltz.ogg, licence: CC0-1.0, source: made, caption: a waltz}\n",
        "seeds/canon.yaml": "beats:\n  - id: the_fire\n    act: 2\n",
    }
    changed = SCENES.replace("  place: tower\n", "  place: tower\n  beats: [the_fire]\n").replace(
        "    - include: bells\n", "    - include: bells\n    - music: waltz\n"
    )
    with editing(tmp_path / "project", FILES | beside | {SCENE_FILE: changed}) as editor:
        text = editor.open(SCENE_FILE)
        told = {word: editor.on(SCENE_FILE, text, word, "hover")["contents"]["value"] for word in ("waltz", "the_fire")}
        assert told == {
            "waltz": "**waltz**: `music/waltz.ogg`\n\na waltz",
            "the_fire": "**the_fire**: act 2\n\nTold by `gallery`.",
        }
        (place,) = editor.on(SCENE_FILE, text, "the_fire", "definition")
        assert place["uri"] == editor.uri("seeds/canon.yaml")
        assert place["range"]["start"] == {"line": 1, "character": 8}


def test_names_are_coloured(editor: Editor, scenes: str) -> None:
    """Each name is coloured as what it is, in texts too: where it is declared, used, or called as it was before."""
    legend = editor.hello["capabilities"]["semanticTokensProvider"]["legend"]
    data = editor.about(SCENE_FILE, "semanticTokens/full")["data"]
    found, line, column = [], 0, 0
    for down, right, length, kind, role in zip(*[iter(data)] * 5, strict=True):
        line, column = line + down, right + (0 if down else column)
        roles = [name for bit, name in enumerate(legend["tokenModifiers"]) if role >> bit & 1]
        found.append((scenes.split("\n")[line][column : column + length], legend["tokenTypes"][kind], roles))
    assert found[:3] == [("gallery", "class", ["declaration"]), ("keeper", "type", []), ("tower", "namespace", [])]
    assert ("oil", "variable", []) in found
    assert ("evening", "class", ["deprecated"]) in found
    assert ("climb", "method", ["declaration"]) in found
    assert [word for word, kind, _ in found if kind == "property"] == ["glad"]
    editor.type(SCENE_FILE, "gallery: [")
    assert editor.about(SCENE_FILE, "semanticTokens/full")["data"] == []


def test_outline_and_lenses(editor: Editor, scenes: str) -> None:
    """The file's scenes with their choices, and a line above each scene."""
    outline = editor.about(SCENE_FILE, "documentSymbol")
    assert [(one["name"], [inner["name"] for inner in one["children"]]) for one in outline] == [
        ("gallery", ["climb", "wait"]),
        ("lamp_room", []),
        ("night", []),
    ]
    lenses = [lens["command"]["title"] for lens in editor.about(SCENE_FILE, "codeLens")]
    assert lenses == ["the story starts here, 16 words", "1 way here, 4 words", "1 way here, 4 words"]


def test_search(tmp_path: Path) -> None:
    """What any story of the editor's folders declares is found, opened or not."""
    with editing(tmp_path / "project", FILES) as editor:
        assert [one["name"] for one in editor.ask("workspace/symbol", {"query": "landed"})] == ["landed"]


def saved(editor: Editor, edit: dict[str, Any]) -> None:
    """Write what a renaming changes to the disk, as an editor would that saves all files."""
    for uri, edits in edit["changes"].items():
        path = Path(uri.removeprefix("file://"))
        path.write_text(applied(path.read_text(encoding="utf-8"), edits), encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "new", "files"),
    [
        ("lamp_room", "lantern", {SCENE_FILE}),
        ("gallery:", "balcony", {SCENE_FILE, "story/story.yaml", REPLAY}),
        ("climb:", "go_up", {SCENE_FILE, REPLAY}),
        ("oil > 0\n", "cans", {SCENE_FILE, "story/variables.yaml", "story/lamp.invariants.yaml", REPLAY}),
        ("rower", "stranger", {SCENE_FILE, "story/cast.yaml"}),
        ("tower", "lighthouse", {SCENE_FILE, "story/places.yaml"}),
        ("landed", "saved", {SCENE_FILE, "story/endings.yaml", REPLAY}),
        ("bells", "chimes", {SCENE_FILE, "story/snippets.yaml"}),
        ("glad", "happy", {SCENE_FILE, "story/cast.yaml"}),
    ],
)
def test_renaming(editor: Editor, scenes: str, word: str, new: str, files: set[str]) -> None:
    """A thing is called otherwise everywhere, replays and invariants too, and the story holds as it did."""
    edit = editor.on(SCENE_FILE, scenes, word, "rename", newName=new)
    assert {uri.removeprefix(editor.folder.as_uri() + "/") for uri in edit["changes"]} == files
    saved(editor, edit)
    after = load_story(editor.folder / "story")
    assert after.story is not None, after.diagnostics
    text = (editor.folder / SCENE_FILE).read_text(encoding="utf-8")
    old = word.strip(":\n").split(" ")[0]
    kept = "was: [" + old + "]" in text
    assert kept == (old in ("lamp_room", "gallery", "climb"))
    editor.open(REPLAY)
    editor.type(SCENE_FILE, text)
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    assert editor.about(REPLAY, "documentSymbol")
    assert editor.diagnostics.get(editor.uri(REPLAY), []) == []


def test_translations_are_renamed_too(editor: Editor, scenes: str) -> None:
    """A translation stands for its text under the new name as well; what is said beside the braces stays."""
    text = 'msgctxt "night"\nmsgid "{slept: You dreamt.|You call.}"\nmsgstr "{slept: slept\\n|é}"\n'
    locale = editor.folder / "story" / "locale" / "de.po"
    locale.parent.mkdir()
    locale.write_text(text, encoding="utf-8")
    edit = editor.on(SCENE_FILE, scenes, "slept = true", "rename", newName="dreamt")
    made = applied(text, edit["changes"][editor.uri("story/locale/de.po")])
    assert made == text.replace("{slept:", "{dreamt:")


def test_what_cant_be_renamed_is_said_in_a_line(editor: Editor, scenes: str) -> None:
    """A name that is taken, a name that is none, and a story with errors: one line each, and no edit."""
    place = {"textDocument": {"uri": editor.uri(SCENE_FILE)}, "position": {"line": 0, "character": 1}}
    taken = editor.try_to("textDocument/rename", {**place, "newName": "night"})
    assert 'there is a scene "night" already' in taken["error"]["message"]
    bad = editor.try_to("textDocument/rename", {**place, "newName": "The Night"})
    assert "is no id" in bad["error"]["message"]
    editor.type(SCENE_FILE, scenes.replace("ending: dark", "ending: drak"))
    broken = editor.try_to("textDocument/rename", {**place, "newName": "balcony"})
    assert "the story has errors: scenes.yaml:31:11" in broken["error"]["message"]
    assert editor.on(SCENE_FILE, scenes, "gone out", "prepareRename") is None


def test_unsaved_text_is_renamed_where_it_stands(editor: Editor, scenes: str) -> None:
    """Edits are of the text as the editor has it, and end lines as its files do."""
    moved = ("# One line more.\n" + scenes).replace("\n", "\r\n")
    editor.type(SCENE_FILE, moved)
    edit = editor.on(SCENE_FILE, moved, "gallery:", "rename", newName="balcony")
    changes = edit["changes"][editor.uri(SCENE_FILE)]
    assert {change["range"]["start"]["line"] for change in changes} == {1, 2, 22}
    assert [change["newText"] for change in changes if "was" in change["newText"]] == ["was: [gallery]\r\n  "]


def test_formatting(editor: Editor, scenes: str) -> None:
    """A file is laid out as `format` lays it out, by edits of the lines that are wrong; a broken one is left alone."""
    options = {"tabSize": 2, "insertSpaces": True}
    assert editor.about(SCENE_FILE, "formatting", options=options) == []
    messy = scenes.replace("  title: The gallery", "  title:   'The gallery'").replace("\n\nnight", "\nnight")
    editor.type(SCENE_FILE, messy)
    edits = editor.about(SCENE_FILE, "formatting", options=options)
    assert applied(messy, edits) == scenes
    assert len(edits) == 2
    editor.type(SCENE_FILE, "gallery: [")
    assert editor.about(SCENE_FILE, "formatting", options=options) is None
    assert "is left as it is" in editor.told[-1]["params"]["message"]


def test_quick_fixes(editor: Editor, scenes: str) -> None:
    """What was probably meant is one click away, and mends the file."""
    mistyped = scenes.replace("ending: dark", "ending: drak")
    editor.type(SCENE_FILE, mistyped)
    problem = editor.problems(SCENE_FILE, {"E223"})[0]
    context = {"diagnostics": [problem]}
    fix = editor.about(SCENE_FILE, "codeAction", range=problem["range"], context=context)[0]
    assert fix["title"] == 'Change to "dark"'
    assert applied(mistyped, fix["edit"]["changes"][editor.uri(SCENE_FILE)]) == scenes
    elsewhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    assert editor.about(SCENE_FILE, "codeAction", range=elsewhere, context={"diagnostics": []}) == []


def test_replays_are_played_while_they_are_written(editor: Editor, scenes: str) -> None:
    """The first step of an open replay that does not hold is underlined, with what was there; so is a slip of form."""
    text = editor.open(REPLAY)
    editor.type(REPLAY, text.replace("gallery.climb", "gallery.clim"))
    assert "climb" in editor.problems(REPLAY, {"replay"})[0]["message"]
    editor.type(REPLAY, text.replace("check:", "chek:"))
    editor.problems(REPLAY, {"E240"})
    editor.type(REPLAY, text)
    editor.problems(REPLAY, set())
    editor.type(SCENE_FILE, scenes.replace("do: oil -= 1", "do: oil -= 2"))
    editor.problems(REPLAY, {"replay"})
    assert editor.on(REPLAY, text, "climb, wait", "definition")[0]["uri"] == editor.uri(SCENE_FILE)


def test_letters_beyond_ascii(editor: Editor, scenes: str) -> None:
    """Editors count in UTF-16: behind a sign that takes two of its units, places are still exact."""
    text = scenes.replace("The lamp has gone out.", "🕯 Là-bas ❄️.").replace("{oil}", "{oill}")
    editor.type(SCENE_FILE, text)
    span = editor.problems(SCENE_FILE, {"E405"})[0]["range"]
    line = text.split("\n")[span["start"]["line"]].encode("utf-16-le")
    assert line[2 * span["start"]["character"] : 2 * span["end"]["character"]].decode("utf-16-le") == "oill"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_every_unit_that_was_agreed_on(tmp_path: Path, encoding: str) -> None:
    """Whichever unit the editor prefers is counted in, both ways."""
    with editing(tmp_path / "project", FILES, encodings=(encoding,)) as editor:
        assert editor.hello["capabilities"]["positionEncoding"] == encoding
        text = SCENES.replace("The lamp has gone out.", "🕯 Là.")
        editor.open(SCENE_FILE, text)
        line = next(number for number, line in enumerate(text.split("\n")) if "🕯" in line)
        before = text.split("\n")[line].partition("oil")[0]
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
        units = len(before.encode(encoding + ("" if size == 1 else "-le"))) // size
        found = editor.at(SCENE_FILE, line, units + 1, "prepareRename")
        assert found["placeholder"] == "oil"
        assert found["range"]["start"]["character"] == units
