"""Whatever is left in a file, the writer's loop says where and what to do, and goes on when it is put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.commands.write import Report
from game.cli.watching import Watched
from game.model.story import Story
from tests.support.stories import write

SCENE = "a:\n  script:\n    - Hi.\n  ending: over\n"
FILES = {
    "story.yaml": "title: T\nstart: a\nformat: 1\n",
    "endings.yaml": "over: {title: Over, kind: bad}\n",
    "a.yaml": SCENE,
}
CIRCLE = b"s:\n  - include: t\nt:\n  - include: s\n"
BAD = {
    "half typed": ("a.yaml", b"a:\n  script:\n    - Hi.\n  choi", "E104", "colon"),
    "conflict": (
        "a.yaml",
        b"a:\n  script:\n<<<<<<< HEAD\n    - Hi.\n=======\n    - Ho.\n>>>>>>> x\n  ending: over\n",
        "E104",
        "both sides",
    ),
    "tab": ("a.yaml", SCENE.replace("  script", "\tscript").encode(), "E114", "spaces"),
    "windows-1252": ("a.yaml", SCENE.replace("Hi", "\u201cHi\u201d").encode("cp1252"), "E102", "UTF-8"),
    "twice": ("b.yaml", SCENE.encode(), "E207", "Rename"),
    "circle": ("snippets.yaml", CIRCLE, "E230", "includes"),
    "50 MB": ("a.yaml", b"a:\n  script:\n" + b"    - Hi.\n" * 5_000_000, "E103", "Split"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_says_what_to_do_and_lives(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Code, place and hint are printed; the preview gets a line; once it is put right there is a story again."""
    file, content, code, hint = BAD[name]
    folder = write(tmp_path / "story", FILES)
    watched = Watched(folder, tell=Report(folder, notes=False))
    assert isinstance(watched.read(), Story)
    (folder / file).write_bytes(content)
    told = watched.read()
    assert isinstance(told, str)
    assert told.startswith(file)
    said = capsys.readouterr().out
    assert code in said
    assert hint in said
    (folder / file).unlink()
    write(folder, FILES)
    assert isinstance(watched.read(), Story)


@pytest.mark.parametrize("content", [SCENE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + SCENE.encode()])
def test_what_other_systems_write_is_read(content: bytes, tmp_path: Path) -> None:
    """Lines that end in CRLF and a mark of byte order are no mistakes."""
    folder = write(tmp_path / "story", FILES)
    (folder / "a.yaml").write_bytes(content)
    assert isinstance(Watched(folder).read(), Story)
