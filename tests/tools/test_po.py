"""PO files: what is written is read again, by us and by gettext's own tools."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tools.po import Message, PoError, read, spelled

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters='\n\t"\\'), max_size=40)
REMARKS = st.lists(st.from_regex(r"[a-zé]([a-z é:.#\"]*[a-z])?", fullmatch=True), max_size=2).map(tuple)
NOTES = REMARKS.map(lambda found: tuple(" ".join(note.split()) for note in found))
"""Notes are ours, and written with one space between words."""
MESSAGES = st.builds(
    Message,
    context=TEXTS.filter(bool),
    source=TEXTS.filter(bool),
    translation=TEXTS,
    notes=NOTES,
    own=REMARKS,
    places=st.lists(st.just("act_0/a.yaml:12"), max_size=1).map(tuple),
    stale=st.booleans(),
    before=TEXTS,
    unused=st.booleans(),
)
HEADER = "Language: de\nContent-Type: text/plain; charset=UTF-8\n"


@given(st.lists(MESSAGES, max_size=4))
def test_what_is_written_is_read(messages: list[Message]) -> None:
    """Every message comes back as it was, and the header too."""
    assert read(spelled(messages, HEADER)) == (messages, HEADER)


MSGFMT = shutil.which("msgfmt") or ""


@pytest.mark.skipif(not MSGFMT, reason="gettext's tools are not installed")
def test_gettext_reads_it(tmp_path: Path) -> None:
    """The tools of gettext find nothing wrong."""
    path = tmp_path / "de.po"
    messages = [
        Message(
            "door",
            'Say "no"\nor \\ not.',
            'Sag "nein"\noder \\ nicht.',
            ("luna",),
            ("a.yaml:1",),
            stale=True,
            before="x",
        ),
        Message("hall", "Gone.", "Fort.", unused=True),
    ]
    path.write_text(spelled(messages, HEADER), encoding="utf-8")
    done = subprocess.run([MSGFMT, "--check", "-o", "-", str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_other_tools_write() -> None:
    """Fields in other orders of lines, several flags, remarks of the tool's own and missing contexts are read."""
    text = (
        'msgid ""\nmsgstr "Language: de\\n"\n\n# mine\n#. his\n#: a.yaml:1 a.yaml:2\n#, python-format, fuzzy\n'
        '#| msgid ""\n#| "old "\n#| "text"\nmsgid "One "\n"two"\nmsgstr ""\n"Eins "\n"zwei"\nmsgid "b"\nmsgstr "c"\n'
    )
    one, two = read(text)[0]
    assert (one.source, one.translation, one.stale, one.before) == ("One two", "Eins zwei", True, "old text")
    assert (one.own, one.notes, one.line) == (("mine",), ("his",), 11)
    assert (two.source, two.translation) == ("b", "c")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("msgid no quotes\n", 1),
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a"\n\nmsgnote "b"\n', 3),
        ('"a"\n', 1),
        ('msgid "a"\n', 1),
        ("title: a story\n", 1),
    ],
)
def test_what_is_no_po(text: str, line: int) -> None:
    """A file that is something else is refused with its line."""
    with pytest.raises(PoError) as caught:
        read(text)
    assert caught.value.line == line
