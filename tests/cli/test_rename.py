"""Renaming throughout a story: complete, exact, reversible, all or nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.cli.problems import problems_of
from game.cli.rewriting import Change, write_all
from game.errors import UsageError
from game.loading.loader import load_story
from tests.support.stories import write

EVERY_FEATURE = Path(__file__).resolve().parents[1] / "stories" / "good" / "every_feature"
NAMES = [
    *(("scene", name) for name in ("harbour", "boat_out", "landed", "left", "harbour_again")),
    *(("choice", f"harbour.{name}") for name in ("pay", "ask", "wait")),
    *(("variable", name) for name in ("trust", "coins", "fixed_fare", "knows_name", "side", "mood")),
    *(("value", name) for name in ("nobody", "city", "island", "side.city", "hopeful")),
    *(("cast", name) for name in ("luna", "ferryman", "no")),
    *(("place", name) for name in ("quay", "boat")),
    *(("ending", name) for name in ("across", "left_behind")),
    *(("snippet", name) for name in ("bells", "after_the_bells")),
    *(("expression", name) for name in ("luna.warm", "luna.afraid")),
]
STORY = {
    "story/story.yaml": "title: T\nstart: first\nformat: 1\n",
    "story/variables.yaml": "trust: {range: 0..4, default: 0}\nside: {one_of: [sun, moon], default: sun}\n"
    "hour: {one_of: [noon, sun], default: noon}\n",
    "story/cast.yaml": "luna: {name: Luna, portraits: {warm: luna_warm}}\nbo: {name: Bo}\n",
    "story/endings.yaml": "over: {title: Over, kind: bad}\n",
    "story/scenes.yaml": "first:\n  was: oldest\n  script:\n    - It is {side}.\n    - bo glad: Hm.\n  choices:\n"
    "    go: {text: Go., goto: last}\n    stay: {text: Stay., was: [linger, rest], goto: first}\n"
    "last: {ending: over}\n",
    "tests/replays/a.replay.yaml": "path:\n  - oldest.linger\n  - only: [go, stay]\n  - text: It is sun.\n"
    "  - first.go\n",
}


def run(*words: str) -> int:
    """The exit code of `rename`."""
    return main(["rename", *words])


def texts(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def without_was(data: bytes, former: str) -> bytes:
    """A file without what two renamings add under `was`."""
    added = re.compile(rf"was: \[{former}\](, |\n *)|\b{former}, |(?<=\[){former}(?=\])".encode())
    return added.sub(b"", data)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.from_regex(r"[a-z][a-z0-9_]{0,9}_x", fullmatch=True), st.sampled_from(["\n", "\r\n"]))
def test_there_and_back_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, named: tuple[str, str], new: str, newline: str
) -> None:
    """A renaming and the one that undoes it leave every byte but those of `was`; between, all still holds."""
    kind, old = named
    folder = tmp_path_factory.mktemp("there") / "every_feature"
    shutil.copytree(EVERY_FEATURE, folder)
    for path in [*folder.rglob("*.yaml"), *folder.rglob("*.po")]:
        path.write_bytes(path.read_bytes().replace(b"\n", newline.encode()))
    before, loaded = texts(folder), load_story(folder / "story")
    owner, _, id_ = old.rpartition(".")
    there = f"{owner}.{new}" if owner else new

    assert run(kind, old, new, "--story", str(folder / "story")) == 0
    between = load_story(folder / "story")
    assert between.story is not None
    assert between.scenes == loaded.scenes
    assert main(["replay", str(folder / "story"), "--story", str(folder / "story")]) == 0
    assert run(kind, there, id_, "--story", str(folder / "story")) == 0

    after = texts(folder)
    assert after.keys() == before.keys()
    for name, data in after.items():
        assert without_was(data.replace(b"\r\n", b"\n"), new) == before[name].replace(b"\r\n", b"\n"), name
        assert (b"\r\n" in data) == (newline == "\r\n")
        assert b"\r\n" not in data or b"\n" not in data.replace(b"\r\n", b"")


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A small story with a replay that calls things what they were called before."""
    return str(write(tmp_path, STORY) / "story")


def test_a_scene_keeps_its_former_ids(story: str) -> None:
    """The old id is added to the former ones, and a replay in even older words stays as it is."""
    assert run("scene", "first", "opening", "--story", story) == 0

    scenes = (Path(story) / "scenes.yaml").read_text(encoding="utf-8")
    assert scenes.startswith("opening:\n  was: [first, oldest]\n")
    assert "goto: opening}" in scenes
    replay = (Path(story).parent / "tests/replays/a.replay.yaml").read_text(encoding="utf-8")
    assert replay.endswith("- oldest.linger\n  - only: [go, stay]\n  - text: It is sun.\n  - opening.go\n")


def test_a_choice_is_renamed_where_a_replay_lists_what_is_on_offer(story: str) -> None:
    """`only` names choices alone; their scene is known from playing."""
    assert run("choice", "first.stay", "remain", "--story", story) == 0

    assert "remain: {text: Stay., was: [stay, linger, rest]," in (Path(story) / "scenes.yaml").read_text("utf-8")
    assert "only: [go, remain]" in (Path(story).parent / "tests/replays/a.replay.yaml").read_text("utf-8")


def test_an_ending_keeps_its_former_ids(story: str) -> None:
    """Its old id is kept, so that a replay that names it so, which nobody renamed, still holds."""
    mine = Path(story).parent / "mine.replay.yaml"
    mine.write_text("reached: [over]\npath:\n  - first.go\n  - check: reached(over)\nending: over\n", "utf-8")
    assert run("ending", "over", "done", "--story", story) == 0

    assert (Path(story) / "endings.yaml").read_text("utf-8") == "done: {was: [over], title: Over, kind: bad}\n"
    assert "last: {ending: done}" in (Path(story) / "scenes.yaml").read_text("utf-8")
    assert main(["replay", str(mine), "--story", story]) == 0


def test_an_expression_that_nothing_declares(story: str) -> None:
    """Who has no portraits can have any expression, which can be renamed too."""
    assert run("expression", "bo.glad", "happy", "--story", story) == 0
    assert "- bo happy: Hm." in (Path(story) / "scenes.yaml").read_text("utf-8")


def test_a_word_that_readers_saw(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A value is shown by its name: it is renamed, and the replay that expects the old word is named, with 1."""
    Path(story, "variables.yaml").write_text("side: {one_of: [sun, moon], default: sun}\n", encoding="utf-8")

    assert run("value", "sun", "star", "--story", story) == 1
    assert "a.replay.yaml holds no longer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["scene", "frist", "x"], 'did you mean "first"?'),
        (["scene", "first", "last"], "already, in scenes.yaml:9:1"),
        (["scene", "first", "first"], "already"),
        (["scene", "last", "oldest"], 'is what "first" was called before'),
        (["scene", "first", "Bad Id"], "is no id"),
        (["choice", "first.go", "linger"], 'is what "stay" was called before'),
        (["choice", "go", "x"], "is written scene.choice"),
        (["choice", "first.gone", "x"], 'did you mean "first.go"?'),
        (["choice", "first.go", "stay"], "already, in scenes.yaml:8:5"),
        (["variable", "trust", "moon"], "is a value already"),
        (["variable", "trust", "seen"], "means something of its own"),
        (["value", "moon", "trust"], "is a variable already"),
        (["value", "side.sun", "x"], "rename value sun renames it in all of them"),
        (["value", "trust.sun", "x"], 'is no value of "trust"'),
        (["cast", "luna", "when"], "means something of its own"),
        (["expression", "luna.warm", "left"], "means something of its own"),
        (["expression", "luna.cold", "x"], "there is no expression"),
        (["colour", "a", "b"], "invalid choice"),
    ],
)
def test_what_cannot_be(words: list[str], said: str, story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be renamed, or not to that, is one line, 2, and nothing changed."""
    before = texts(Path(story).parent)

    assert run(*words, "--story", story) == 2

    heard = capsys.readouterr().err
    assert said in heard
    assert len(heard.splitlines()) == 1
    assert texts(Path(story).parent) == before


def test_a_dry_run_shows_and_changes_nothing(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The changes are shown as a diff."""
    before = texts(Path(story).parent)

    assert run("scene", "last", "finish", "--dry-run", "--story", story) == 0

    heard = capsys.readouterr().out
    assert "-last: {ending: over}" in heard
    assert "+finish: {was: [last], ending: over}" in heard
    assert texts(Path(story).parent) == before


def test_json(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get each place, counted from 1, and whether it was written."""
    assert run("ending", "over", "done", "--json", "--story", story) == 0

    report = json.loads(capsys.readouterr().out)
    assert (report["ok"], report["written"], report["old"], report["new"]) == (True, True, "over", "done")
    assert report["edits"][0] == {"file": "endings.yaml", "line": 1, "column": 1, "length": 4, "text": "done"}
    assert report["notes"] == []


def test_a_name_typed_with_escapes(story: str) -> None:
    """A name may be typed in a way that only YAML understands; it is written plainly afterwards."""
    path = Path(story, "scenes.yaml")
    path.write_text(path.read_text("utf-8").replace("goto: last", r'goto: "l\u0061st"'), encoding="utf-8")

    assert run("scene", "last", "end", "--story", story) == 0
    assert 'goto: "end"' in path.read_text("utf-8")


def test_a_replay_that_cannot_be_read(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It stays as it is, and that is said."""
    replay = Path(story).parent / "tests/replays/b.replay.yaml"
    replay.write_text("path:\n  - first.go\n  - {wrong: first}\n", encoding="utf-8")
    assert run("scene", "first", "opening", "--story", story) == 0
    assert "b.replay.yaml does not begin, and is left as it is" in capsys.readouterr().err
    assert "first.go" in replay.read_text("utf-8")


def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second of two files can't take its place, the first gets back what it held."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if Path(target).name == "two":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(UsageError, match=r"nothing was changed: .*two can't be written: no space left"):
        write_all([Change("one", one, b"1", b"one"), Change("two", two, b"2", b"two")])
    assert texts(tmp_path) == {"one": b"1", "two": b"2"}


def test_a_file_edited_meanwhile(tmp_path: Path) -> None:
    """What somebody saved since it was read is not overwritten."""
    path = tmp_path / "one"
    path.write_bytes(b"mine")
    with pytest.raises(UsageError, match="edited meanwhile"):
        write_all([Change("one", path, b"before", b"after")])
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("cut", [KeyboardInterrupt(), OSError(28, "No space left on device", "two")])
def test_ctrl_c_leaves_nothing_half_renamed(story: str, monkeypatch: pytest.MonkeyPatch, cut: BaseException) -> None:
    """Whatever cuts the writing off between two files, the first gets back what it held."""
    before = texts(Path(story))
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if Path(target).name == "scenes.yaml":
            raise cut
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    assert run("ending", "over", "done", "--story", story) in (2, 130)
    assert texts(Path(story)) == before


class Killed(BaseException):
    """The process is gone: nothing of it is done after this."""


def killed_after(one: str, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rename an ending, and kill the program as soon as that file was written."""
    replace = Path.replace

    def last(self: Path, target: Path) -> Path:
        if Path(target).name == one:
            replace(self, target)
            raise Killed
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", last)
        patched.setattr(Path, "write_bytes", lambda *_: None)
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(Killed):
            run("ending", "over", "done", "--story", story)


def test_what_was_cut_off_is_finished(
    story: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that is killed between two files leaves them at odds; the next renaming first finishes that one."""
    killed_after("endings.yaml", story, monkeypatch)
    assert load_story(Path(story)).story is None

    assert run("scene", "last", "finish", "--story", story) == 0
    assert "A renaming that was cut off is finished now, in 1 file." in capsys.readouterr().err
    assert "ending: done}" in Path(story, "scenes.yaml").read_text("utf-8")
    assert sorted(path.name for path in Path(story).iterdir() if path.name.startswith(".")) == []


def test_what_was_edited_since_is_not_overwritten(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file of a renaming that was cut off has been edited, it stays as its writer left it."""
    killed_after("endings.yaml", story, monkeypatch)
    mended = Path(story, "scenes.yaml").read_text("utf-8").replace("ending: over", "ending: done") + "# mine\n"
    Path(story, "scenes.yaml").write_text(mended, encoding="utf-8")
    assert run("scene", "nowhere", "somewhere", "--story", story) == 2
    assert Path(story, "scenes.yaml").read_text("utf-8") == mended


def test_translations_are_renamed_too(tmp_path: Path) -> None:
    """A translation stands for its text whatever its names are called now; what is only prose stays as it is."""
    folder = tmp_path / "lighthouse"
    shutil.copytree(EVERY_FEATURE.parent / "lighthouse", folder)
    before = load_story(folder / "story")
    assert before.story is not None
    for words in ("variable oil cans", "choice gallery.wait stay", "scene store_room pantry", "ending landed saved"):
        assert run(*words.split(), "--story", str(folder / "story")) == 0
        after = load_story(folder / "story")
        assert not [one for one in problems_of(after, folder / "story") if one.ref.file.endswith(".po")]
    translated = (folder / "story" / "locale" / "de.po").read_text("utf-8")
    assert 'msgid "{cans > 0: There is a can by the wall, {cans > 1:' in translated
    assert 'msgid "No oil is left."' in translated
    assert 'msgctxt "pantry.pour"' in translated


def test_names_of_people_places_and_snippets_in_translations(story: str) -> None:
    """Texts that stand under a name that is no scene's are found again under the new one, whatever marks they have."""
    locale = Path(story, "locale", "de.po")
    locale.parent.mkdir()
    text = (
        'msgctxt "cast luna name"\nmsgid "Luna"\nmsgstr "Luna {trust}"\n\n'
        '#, fuzzy\n#| msgid "{trust}?"\nmsgctxt "first"\n'
        'msgid ""\n"\\"{trust}\\", {trust > 1: "\n"luna|x}."\nmsgstr "{trust}, {trust > 1: luna|x}."\n\n'
        '#~ msgctxt "first"\n#~ msgid "{trust}"\n#~ msgstr "{trust}"\n'
    )
    locale.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert run("cast", "luna", "selene", "--story", story) == 0
    assert run("variable", "trust", "faith", "--story", story) == 0
    name, rest = text.split("\n\n", 1)
    asked = name.replace("cast luna", "cast selene") + "\n\n" + rest.replace("trust", "faith")
    assert locale.read_bytes() == asked.replace("\n", "\r\n").encode("utf-8-sig")


def test_the_card_of_somebody_keeps_its_face(story: str) -> None:
    """A picture that is called after somebody of the cast is called after them still."""
    listed = Path(story).parent / "assets" / "assets.yaml"
    listed.parent.mkdir()
    entry = "{file: a.webp, alt: A card., licence: CC0-1.0, source: made}\n"
    listed.write_text(f"holder_luna: {entry}holder_lunar: {entry}", encoding="utf-8")
    assert run("cast", "luna", "selene", "--story", story) == 0
    assert listed.read_text("utf-8") == f"holder_selene: {entry}holder_lunar: {entry}"


def test_a_full_disk_leaves_nothing_behind(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new file has no room beside the old one, the folder is as it was."""
    before = texts(Path(story))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert run("ending", "over", "done", "--story", story) == 2
    assert texts(Path(story)) == before
