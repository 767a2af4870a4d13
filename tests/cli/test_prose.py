"""Notes on prose: what is found, what the story's own dictionary allows, what can be switched off."""

from __future__ import annotations

import json
import sys
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
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with habits, on a machine without hunspell."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
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
            ("filler", 4, "very"),
            ("spelling", 4, "teh"),
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
    assert "scenes.yaml:4:8: cliche:" in heard.out
    assert "2 notes." in heard.out
    assert "Spelling was not checked: install codespell" in heard.err


def test_other_languages(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tables are English; a story in another language gets no notes, and is told so."""
    path = story / "story.yaml"
    path.write_text(path.read_text("utf-8") + "language: de\n", encoding="utf-8")
    assert main(["prose", "--strict", "--story", str(story)]) == 0
    heard = capsys.readouterr().err
    assert 'not of "de"' in heard
    assert "install hunspell" in heard


HUNSPELL = """#!{python}
import sys
if "-D" in sys.argv:
    print("SEARCH PATH:\\n.::/usr/share/hunspell:\\nAVAILABLE DICTIONARIES (path):", file=sys.stderr)
    print("/usr/share/hunspell/en_US\\n/usr/share/hunspell/en_GB\\n/usr/share/hunspell/de_AT", file=sys.stderr)
    print("Can't open affix or dictionary files", file=sys.stderr)
    sys.exit(1)
print("@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)")
assert sys.argv[sys.argv.index("-d") + 1] in ("en_GB", "de_AT"), sys.argv
for line in sys.stdin.read().split():
    word = line[1:]
    wrong = {{"recieve": "& recieve 2 1: receive, relieve", "Lantern": "# Lantern 1", "Ole": "# Ole 1"}}
    print(wrong.get(word, "*") + "\\n")
"""
"""A stand-in that knows every word but three, and speaks as hunspell's manual has it."""


@pytest.fixture
def hunspell(tmp_path: Path, story: Path) -> Path:
    """The story on a machine with hunspell."""
    program = write(tmp_path / "bin", {"hunspell": HUNSPELL.format(python=sys.executable)}) / "hunspell"
    program.chmod(0o755)
    path = story / "scenes.yaml"
    path.write_text(path.read_text("utf-8").replace("letter.", "letter by Lantern's boy, Ole."), encoding="utf-8")
    return story


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")
def test_with_hunspell(hunspell: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every word is looked up: not those of codespell twice, not names of the cast, not what the dictionary allows."""
    pytest.importorskip("codespell_lib")
    wrong = ["recieve", "Lantern", "Ole", "teh", "Abandonned"]
    assert [one[2] for one in found(hunspell, capsys, "--off", "cliche", "filler")[1]] == wrong
    write(hunspell, {"dictionary.txt": "lantern\n", "cast.yaml": "boy: {name: Ole}\n"})
    code, notes = found(hunspell, capsys, "--off", "cliche", "filler")
    assert (code, [one[2] for one in notes]) == (1, ["recieve", "teh", "Abandonned"])


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")
def test_hunspell_knows_other_languages(hunspell: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A story in another language is held to a dictionary of that language, and to none where there is none."""
    path = hunspell / "story.yaml"
    english = path.read_text("utf-8")
    path.write_text(english + "language: de\n", encoding="utf-8")
    assert main(["prose", "--story", str(hunspell)]) == 1
    assert '"recieve" is not in de_AT: is it "receive"?' in capsys.readouterr().out
    path.write_text(english + "language: fr\n", encoding="utf-8")
    assert main(["prose", "--story", str(hunspell)]) == 0
    assert "not checked" in capsys.readouterr().err


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


def test_endings_and_pictures_are_read_too(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An epigraph and a picture's description are looked through as lines are; a name of the cast is known."""
    pytest.importorskip("codespell_lib")
    ending = "over:\n  title: Over\n  kind: bad\n  epigraph: Teh end of it.\n"
    places = "quay:\n  name: Recieve Quay\n  alt: An abandonned quay.\n"
    write(story, {"endings.yaml": ending, "places.yaml": places})
    told = [one[1:] for one in found(story, capsys, "--off", "cliche", "filler")[1]]
    assert {(4, "Teh"), (3, "abandonned")} <= {*told}
    assert "recieve" not in {word.lower() for _, word in told}


def test_the_place_is_that_of_the_words(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor that goes there stands on the word, in a folded text as well; an id that is alike is passed over."""
    pytest.importorskip("codespell_lib")
    scenes = "recieve:\n  script:\n    - >\n      One,\n      you recieve it.\n    - I recieve it.\n  ending: over\n"
    write(story, {"scenes.yaml": scenes, "story.yaml": "title: T\nstart: recieve\nformat: 1\n"})
    main(["prose", "--json", "--story", str(story)])
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert [(note["line"], note["column"]) for note in notes] == [(5, 11), (6, 9)]
