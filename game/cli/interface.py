"""What the game itself says in other languages: its files, read, and made for translators."""

from __future__ import annotations

import re
from gettext import c2py
from pathlib import Path

from game.app.wording import Wording
from game.cli.translating import known
from game.errors import UsageError
from game.tools.po import Message

from .tongues import PROGRAM

TALKING = ("app", "ui")
"""The parts of the program that talk to players."""
_PLURAL = re.compile(r"^Plural-Forms:.*\bplural=([^;\n]+)", re.MULTILINE)


def wording_in(path: Path) -> Wording:
    """The game's words in the language of a file; only English where it can't be read."""
    try:
        messages, header = known(path)
        return wording_of(messages, header)
    except (UsageError, ValueError):
        return Wording()


def wording_of(messages: list[Message], header: str) -> Wording:
    """The words that a file of translations holds. Raises ValueError for a rule of plurals that is none."""
    rule = _PLURAL.search(header)
    made = [one for one in messages if one.translation and not one.stale and not one.unused]
    words = {one.source: one.forms if one.plural else (one.translation,) for one in made}
    return Wording(words, c2py(rule.group(1))) if rule else Wording(words)


def messages() -> list[Message]:
    """Every text that the game says, for translators."""
    from game.tools.interface import spoken

    paths = sorted(path for part in TALKING for path in (PROGRAM / part).rglob("*.py"))
    return spoken({path.relative_to(PROGRAM.parent).as_posix(): path.read_text(encoding="utf-8") for path in paths})
