"""Exports end to end: every line arrives, links lead somewhere, nothing of a translator's work is lost."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from game.loading.loader import load_story
from game.model.story import Story
from game.tools import export, reading_copy
from game.tools.lines import written_once
from tests.support.stories import load, write

EVERY_FEATURE = Path(__file__).resolve().parents[1] / "stories" / "good" / "every_feature" / "story"
FILES = {
    "story.yaml": "title: A <b>bold</b> story\nstart: door\nformat: 1\n",
    "variables.yaml": "trust: {range: 0..3, default: 1}\n",
    "cast.yaml": "luna: {name: Luna, voice: low, about: Quick.}\nbo: {name: Bo}\n",
    "endings.yaml": "over: {title: Over, kind: bad}\n",
    "scenes.yaml": (
        "door:\n  script:\n    - =1+1 is <script>\n    - A KNOCK.\n    - luna warm: 'Who is *it*?"
        " {trust > 0: Ah.|{trust}}'\n"
        "    - when: trust > 1\n      then:\n        - luna: It's you & me.\n    - hard: Blood.\n      soft: Red.\n"
        "  choices:\n    open: {text: Open., when: trust > 0, locked: Not yet., goto: hall}\n"
        "    wait: {text: Wait., goto: door}\n"
        "hall:\n  script:\n    - bo: Hm.\n  ending: over\n"
    ),
}


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A story with everything that a page could trip over."""
    return str(write(tmp_path / "story", FILES))


def loaded(folder: Path = EVERY_FEATURE) -> Story:
    """A story that loads."""
    found = load_story(folder).story
    assert found is not None
    return found


class _Page(HTMLParser):
    """What a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids |= {values["id"] or ""} if "id" in values else set()
        self.links |= {(values["href"] or "").removeprefix("#")} if "href" in values else set()
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("one", [loaded(), load(FILES)], ids=["every feature", "small"])
def test_the_page(one: Story) -> None:
    """Tags close, every link leads to a scene of the page, every scene is there and in the contents; nothing is run."""
    text = reading_copy.page(one)
    page = _Page()
    page.feed(text)
    assert page.open == []
    assert page.links == page.ids
    assert page.ids == set(one.scenes)
    assert "<script" not in text
    assert "http" not in text


def test_the_page_says_what_was_typed() -> None:
    """Signs of HTML in a text stay signs, variants stand side by side, emphasis is emphasis."""
    text = reading_copy.page(load(FILES))
    assert "<h1>A &lt;b&gt;bold&lt;/b&gt; story</h1>" in text
    assert "=1+1 is &lt;script&gt;" in text
    assert "Who is <em>it</em>?" in text
    assert "<small>trust &gt; 0</small> Ah. <i>or</i> <var>trust</var>" in text


def test_headings_of_the_page_go_down_step_by_step() -> None:
    """Acts stand below the title, scenes below their act, or below the title; links are called as scenes are."""
    text = reading_copy.page(loaded())
    assert [int(level) for level in re.findall(r"<h(\d)", text)] == [1, 2, 2, 2, 2, 2]
    assert 'It begins with <a href="#harbour">The <em>last</em> boat</a>.' in text
    in_acts = {name: text for name, text in FILES.items() if name != "scenes.yaml"} | {
        "one/a.yaml": "door:\n  goto: hall\n",
        "two/b.yaml": "hall:\n  ending: over\n",
    }
    assert re.findall(r"<h(\d)", reading_copy.page(load(in_acts))) == ["1", "2", "3", "2", "3"]


def test_the_table() -> None:
    """Each line once, with an id like no other, and nothing that a spreadsheet would compute."""
    one = load(FILES)
    rows = list(csv.DictReader(StringIO(export.table(one))))
    assert [row["text"].removeprefix("'") for row in rows] == [line.text for line in written_once(one)]
    assert len({row["id"] for row in rows}) == len(rows)
    assert rows[0]["text"] == "'=1+1 is <script>"
    assert (rows[2]["speaker"], rows[2]["expression"], rows[3]["conditions"]) == ("luna", "warm", "trust > 1")
    assert rows[0]["file"] == "scenes.yaml"


def test_an_id_outlives_other_edits() -> None:
    """A line keeps its id while lines around it come and go."""
    ids = {row["text"]: row["id"] for row in csv.DictReader(StringIO(export.table(load(FILES))))}
    edited = FILES | {"scenes.yaml": FILES["scenes.yaml"].replace("    - A KNOCK.\n", "    - New.\n    - Newer.\n")}
    again = {row["text"]: row["id"] for row in csv.DictReader(StringIO(export.table(load(edited))))}
    assert all(again.get(text, id_) == id_ for text, id_ in ids.items())
    assert ids.keys() - again.keys() == {"A KNOCK."}


def test_the_screenplay() -> None:
    """Scene headings, dialogue with its direction, action that Fountain would misread forced, ways on as notes."""
    assert export.fountain(load(FILES)) == (
        "Title: A <b>bold</b> story\nDraft date: 0\n\n.CONTINUOUS - DOOR #door#\n\n!=1+1 is <script>\n\n!A KNOCK.\n\n"
        "@Luna\n(warm)\nWho is *it*? {trust > 0: Ah.|{trust}}\n\n[[trust > 1]]\n\n@Luna\nIt's you & me.\n\n"
        "[[always]]\n\nBlood.\n\n[[softened: Red.]]\n\n!CHOICE: Open. [[trust > 0]] [[to hall]]\n\n"
        "!LOCKED: Not yet. [[not (trust > 0)]]\n\n"
        "!CHOICE: Wait. [[to door]]\n\n.CONTINUOUS - HALL #hall#\n\n@Bo\nHm.\n\n> THE END: Over <\n"
    )


def test_the_reading_copy() -> None:
    """Plain text holds every line with its conditions and ways."""
    text = export.plain(load(FILES))
    assert (
        "Luna: Who is *it*? [if trust > 0: Ah. | {trust}]\n(if trust > 1)\nLuna: It's you & me.\n(always)\nBlood.\n"
        in text
    )
    assert "(softened) Red.\n  * Open. (if trust > 0) -> hall\n  (locked) Not yet. (if not (trust > 0))\n" in text
    assert text.endswith("== hall\nBo: Hm.\nTHE END: Over\n")


def test_voices() -> None:
    """Who speaks has a script with every line of theirs, what goes before it, and how it is said."""
    scripts = export.voices(load(FILES))
    assert scripts.keys() == {"luna", "bo"}
    assert scripts["luna"].startswith("A <b>bold</b> story: Luna\n\nVoice: low\n\nQuick.\n\n2 lines\n\n[door-")
    assert "    after: A KNOCK.\n(warm) Who is *it*?" in scripts["luna"]
    assert "    only when trust > 1\n" in scripts["luna"]


@pytest.mark.parametrize("kind", ["fountain", "html", "text", "csv", "po"])
def test_files_and_standard_output(kind: str, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each export goes to a file, or to standard output and nothing else there.

    A table's file begins with the mark by which Excel and Calc know UTF-8.
    """
    path = tmp_path / "out" / "file"
    assert main(["export", f"--{kind}", str(path), "--story", story]) == 0
    assert capsys.readouterr().out == ""
    assert main(["export", f"--{kind}", "-", "--story", story]) == 0
    mark = "\ufeff" if kind == "csv" else ""
    assert mark + capsys.readouterr().out == path.read_text("utf-8")


def test_voices_are_files(story: str, tmp_path: Path) -> None:
    """One file for each voice."""
    assert main(["export", "--voices", str(tmp_path / "voices"), "--story", story]) == 0
    assert sorted(path.name for path in (tmp_path / "voices").iterdir()) == ["bo.txt", "luna.txt"]


def test_a_translation_is_kept(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translator's words survive, an edited line is marked, and braces that no player can show are told."""
    path = tmp_path / "de.po"
    main(["export", "--po", str(path), "--story", story])
    text = path.read_text("utf-8")
    done = re.sub(r'(msgid "Hm\.")\nmsgstr ""', r'\1\nmsgstr "Hm, {trsut}."', text)
    done = re.sub(r'(msgid "Wait\.")\nmsgstr ""', r'# sure?\n\1\nmsgstr "Warte."', done)
    path.write_text(done, encoding="utf-8")
    scenes = Path(story) / "scenes.yaml"
    scenes.write_text(scenes.read_text("utf-8").replace("text: Wait.,", "text: Wait!,"), encoding="utf-8")
    capsys.readouterr()

    assert main(["export", "--po", str(path), "--story", story]) == 1

    heard = capsys.readouterr().err
    assert "1 translated, 1 to look at again," in heard
    assert 'there is no variable "trsut" (did you mean "trust"?)' in heard
    again = path.read_text("utf-8")
    edited = 'msgctxt "door.wait"\nmsgid "Wait!"\nmsgstr "Warte."'
    assert f'# sure?\n#. choice\n#: scenes.yaml:13\n#, fuzzy\n#| msgid "Wait."\n{edited}' in again
    assert 'msgstr "Hm, {trsut}."' in again


def test_a_file_that_is_no_translation_stays(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody's other file is not written over."""
    for data in (b"my novel\n", b"\xff\xfe"):
        path = tmp_path / "novel.txt"
        path.write_bytes(data)
        assert main(["export", "--po", str(path), "--story", story]) == 2
        assert path.read_bytes() == data
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["--text", "-", "--csv", "-"]])
def test_one_thing_at_a_time(words: list[str], story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What to export must be said, once."""
    assert main(["export", *words, "--story", story]) == 2
    assert capsys.readouterr().err.count("\n") == 1
