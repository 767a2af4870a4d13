"""The languages that the game itself speaks, and their files. The edge where these are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from gettext import c2py
from pathlib import Path

from game.app.wording import Wording
from game.cli.translating import known
from game.errors import UsageError
from game.tools.po import Message

PROGRAM = Path(__file__).resolve().parents[1]
LOCALE = PROGRAM / "locale"
TALKING = ("app", "ui")
"""The parts of the program that talk to players."""
_PLURAL = re.compile(r"^Plural-Forms:.*\bplural=([^;\n]+)", re.MULTILINE)


def wordings(folder: Path = LOCALE) -> Mapping[str, Callable[[], Wording]]:
    """By language, what reads the game's words in it; of a file that can't be read there is only English."""
    return {path.stem: partial(_wording, path) for path in sorted(folder.glob("*.po"))}


def _wording(path: Path) -> Wording:
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
