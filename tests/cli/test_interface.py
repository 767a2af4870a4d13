"""The game's own words for translators: taken from the program, brought up to date, and German as a whole."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from game.app.wording import Wording
from game.cli import tongues
from game.cli.interface import messages, wording_of
from game.cli.program import main
from game.cli.tongues import wordings
from game.cli.translating import known
from game.tools import po
from game.tools.interface import spoken
from game.tools.po import Message

LOCALE = tongues.PROGRAM / tongues.LOCALE
PROGRAM = """
def f(n):
    say("Save")
    tell(say("Saved in {slot}.", slot=1))
    many("{number} save", "{number} saves", n)
    TABLE = {1: later("Later")}
    say(TABLE[1])
    other("Not said")
    say("Save")
"""


def test_texts_are_found_where_they_are_said() -> None:
    """Each once with its files, plurals as pairs, those of tables where they are marked; nothing else."""
    found = spoken({"a.py": PROGRAM, "b.py": "say('Save')"})
    assert [(one.source, one.plural, one.places) for one in found] == [
        ("Save", "", ("a.py", "b.py")),
        ("Saved in {slot}.", "", ("a.py",)),
        ("{number} save", "{number} saves", ("a.py",)),
        ("Later", "", ("a.py",)),
    ]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*.po")), ids=lambda path: path.stem)
def test_a_language_that_is_shipped_is_whole(path: Path) -> None:
    """Every text is translated, none is stale or left over, each has the values of its source, each number its form."""
    held, header = known(path)
    said = {(one.source, one.plural): one for one in held}
    wanted = {(one.source, one.plural) for one in messages()}
    assert said.keys() == wanted, "run.py export --interface brings it up to date"
    for one in held:
        texts = one.forms or (one.translation,)
        assert all(texts), one.source
        assert not one.stale
        assert all(_fields(one.source) <= _fields(text) <= _fields(one.source + one.plural) for text in texts), (
            one.source
        )
    form = wording_of(held, header).form
    assert all(form(n) < len(one.forms) for one in held if one.plural for n in range(200))


def test_german_has_its_plurals() -> None:
    """Read from the file that is shipped."""
    german = wordings()["de"]()
    assert [german.of_many("One choice.", "{number} choices.", n, {"number": n}) for n in (1, 4)] == [
        "Eine Möglichkeit.",
        "4 Möglichkeiten.",
    ]


def test_out_and_in_again_loses_nothing(tmp_path: Path) -> None:
    """What was brought up to date once stays as it is, byte by byte; a new file has every text."""
    mine = tmp_path / "de.po"
    mine.write_bytes((LOCALE / "de.po").read_bytes())
    assert main(["export", "--interface", str(mine)]) == 0
    once = mine.read_bytes()
    assert main(["export", "--interface", str(mine)]) == 0
    assert mine.read_bytes() == once
    fresh = tmp_path / "fr.po"
    assert main(["export", "--interface", str(fresh)]) == 0
    begun, header = known(fresh)
    assert [one.source for one in begun] == [one.source for one in known(mine)[0]]
    assert "Plural-Forms" in header


def test_plurals_are_read_and_written() -> None:
    """As gettext has them."""
    held = [Message("", "{number} save", "eins", plural="{number} saves", forms=("eins", "viele"))]
    text = po.spelled(held, "Language: de\n")
    assert 'msgid_plural "{number} saves"' in text
    assert po.read(text)[0] == held


def test_a_file_that_is_broken_leaves_english(tmp_path: Path) -> None:
    """No file of translations, and no rule of plurals, stops the game."""
    (tmp_path / tongues.LOCALE).mkdir()
    (tmp_path / tongues.LOCALE / "xx.po").write_text("nonsense", encoding="utf-8")
    rule = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(os.exit());\\n"\n'
    (tmp_path / tongues.LOCALE / "yy.po").write_text(rule, encoding="utf-8")
    assert [read() for read in wordings(tmp_path).values()] == [Wording(), Wording()]
