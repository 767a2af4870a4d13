"""Notes on prose: what is found, what the story's own dictionary allows, what can be switched off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main, spelling
from game.tools.habits import CLICHES, FILLERS
from tests.support.stories import write

FILES = {
    "story.yaml": "title: T\nstart: door\nformat: 1\n",
    "variables.yaml": "trust: {range: 0..3, default: 1}\n",
    "endings.yaml": "over: {title: Over, kind: bad}\n",
    "scenes.yaml": """door:
  script:
    - You recieve a letter.
    - 'Needless to say, {trust > 0: it is very, very late|teh end}.'
    - Very well, then, and very quietly. A rather long line, so that there are words enough.
  choices:
    go: {text: Abandonned., goto: hall}
hall: {ending: over}
""",
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story with habits."""
    return write(tmp_path / "story", FILES)


def found(story: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[tuple[str, int, str]]]:
    """The exit code, and each note as its kind, line and words."""
    code = main(["prose", "--json", *words, "--story", str(story)])
    report = json.loads(capsys.readouterr().out)
    return code, [(note["kind"], note["line"], note["found"]) for note in report["notes"]]


def test_mistakes_and_habits(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong words in lines, variants and choices, a cliché, a word that comes too often: each at its place."""
    pytest.importorskip("codespell_lib")
    assert found(story, capsys) == (
        1,
        [
            ("spelling", 3, "recieve"),
            ("cliche", 4, "needless to say"),
            ("spelling", 4, "teh"),
            ("filler", 4, "very"),
            ("spelling", 7, "Abandonned"),
        ],
    )


def test_what_the_dictionary_allows(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words and phrases of the story's own are none of these."""
    write(story, {"dictionary.txt": "# ours\nrecieve\nteh\nAbandonned  # her spelling\nneedless to say\nvery\n"})
    assert found(story, capsys, "--strict") == (0, [])


def test_switched_off(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind can be left out; notes alone end with 0, and with 1 under `--strict`."""
    code, kinds = found(story, capsys, "--off", "spelling", "filler")
    assert (code, kinds) == (0, [("cliche", 4, "needless to say")])
    assert found(story, capsys, "--off", "spelling", "--strict")[0] == 1
    assert found(story, capsys, "--off", "spelling", "filler", "cliche", "--strict") == (0, [])


def test_without_codespell(story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the spell check is not installed, that is said, and all else is done."""
    monkeypatch.setattr(spelling, "is_installed", lambda: False)
    assert main(["prose", "--story", str(story)]) == 0
    heard = capsys.readouterr()
    assert "scenes.yaml:4:7: cliche:" in heard.out
    assert "2 notes." in heard.out
    assert "Spelling was not checked: install codespell" in heard.err


def test_other_languages(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tables are English; a story in another language gets no notes, and is told so."""
    path = story / "story.yaml"
    path.write_text(path.read_text("utf-8") + "language: de\n", encoding="utf-8")
    assert main(["prose", "--strict", "--story", str(story)]) == 0
    assert 'no notes for language "de"' in capsys.readouterr().err


def test_a_dictionary_that_cannot_be_read(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and 2."""
    (story / "dictionary.txt").write_bytes(b"\xff\xff")
    assert main(["prose", "--story", str(story)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_tables_are_in_order() -> None:
    """Phrases are in small letters, each once, sorted, so that they are found."""
    for table in (CLICHES, FILLERS):
        assert list(table) == sorted(set(table))
        assert all(phrase == " ".join(phrase.lower().split()) for phrase in table)
