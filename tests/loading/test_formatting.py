"""Laying files out anew: nothing that is read changes, no comment is lost, and once is enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from game.loading.document import read_document, read_text
from game.loading.formatting import formatted
from game.loading.ledger import as_data
from tests.support.messy_yaml import messy

ROOT = Path(__file__).resolve().parents[2]


def data(text: str) -> object:
    """What the loader reads in a text, which has no problems."""
    document = read_text(text, "x.yaml")
    assert document.problems == ()
    return document.root and as_data(document.root)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(messy())
def test_whatever_was_typed(typed: tuple[str, list[str]]) -> None:
    """The loader reads the same, each comment stands there once and in order, and formatting again changes nothing."""
    text, comments = typed
    document = read_text(text, "x.yaml")
    assume(not document.problems)

    made = formatted(text)

    assert made is not None
    assert data(made) == data(text)
    assert re.findall(r"# c\d+", made) == comments
    assert formatted(made) == made
    assert "\n\n\n" not in made or "|+" in made or ">+" in made or "\n\n\n" in text
    if "\n" in text:
        assert formatted(text.replace("\n", "\r\n")) == made.replace("\n", "\r\n")


CASES = {
    "two spaces for each level": (
        "a:\n    script:\n    - One.\n    -   luna:   Two.\n    - when: x\n      then:\n           -  Three.\n",
        "a:\n  script:\n    - One.\n    - luna: Two.\n    - when: x\n      then:\n        - Three.\n",
    ),
    "quotes only where they are needed": (
        'a:\n  - "It\'s plain."\n  - \'so: not\'\n  - "1.0.0"\n  - \'It is {x}.\'\n  - "say \\"so\\""\n',
        "a:\n  - It's plain.\n  - 'so: not'\n  - 1.0.0\n  - It is {x}.\n  - say \"so\"\n",
    ),
    "quotes that YAML needs": (
        "a:\n  - \"no\"\n  - '12'\n  - '#fff'\n  - \"{x}\"\n  - '{x} y'\n  - '~'\n  - ' a'\n'null': b\n",
    )
    * 2,
    "brackets": ("a: [ b,c ,{ d: 'e' , f: \"g, h\" } ]\n", 'a: [b, c, {d: e, f: "g, h"}]\n'),
    "one blank line between scenes": (
        "\n\na:\n  script: []\n  ending: x\nb:\n  ending: y\n\n\n\n# about c\nc: {ending: z}\n\n\n",
        "a:\n  script: []\n  ending: x\n\nb:\n  ending: y\n\n# about c\nc: {ending: z}\n",
    ),
    "no blank line between variables that stand together": ("a: {default: true}\nb: {default: true}\n",) * 2,
    "comments stay with what they are about": (
        "# top\n\na: # why\n    # first\n    b: c    # aligned\n    # last of a\n# about d\nd: e # x\n# end",
        "# top\n\na:  # why\n  # first\n  b: c    # aligned\n  # last of a\n# about d\nd: e  # x\n# end\n",
    ),
    "lines stay as they were broken": (
        "a: One line\n     goes on\n\n     and on.\nb: >-\n      Folded\n        more\n\n      less.\n",
        "a: One line\n  goes on\n\n  and on.\nb: >-\n  Folded\n    more\n\n  less.\n",
    ),
    "a block that says its indentation": ("c:\n   d: |2\n        x\n     y\n", "c:\n  d: |2\n       x\n    y\n"),
    "spaces at the end of a line": ("a: b   \nc:  \n  - d  \n  - |\n    e  \n", "a: b\nc:\n  - d\n  - |\n    e  \n"),
    "nothing": ("", ""),
    "only a comment": ("\n# so\n\n", "# so\n"),
    "a document's marks": ("---\na: b\n...\n", "---\na: b\n...\n"),
}


@pytest.mark.parametrize(("typed", "wanted"), CASES.values(), ids=CASES.keys())
def test_what_it_makes(typed: str, wanted: str) -> None:
    """Each rule of the layout, and that a file which follows it stays."""
    assert formatted(typed) == wanted
    assert formatted(wanted) == wanted


def test_what_cannot_be_laid_out_is_left() -> None:
    """A line of directives belongs to YAML programs, and is not touched."""
    assert formatted("%YAML 1.1\n---\na:   b\n") is None


STORIES = sorted((ROOT / "tests" / "stories").rglob("*.yaml"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name + "/" + path.name)
def test_every_file_of_the_tests(path: Path) -> None:
    """Files with every key of the format, and with every mistake that still is YAML, read the same afterwards."""
    raw = path.read_bytes()
    if read_document(raw, "x.yaml").problems:
        return
    text = raw.decode("utf-8-sig")
    made = formatted(text)
    assert made is not None
    assert data(made) == data(text)
    assert formatted(made) == made
