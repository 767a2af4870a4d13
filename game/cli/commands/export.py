"""`export`: the story on paper, in a table, for voices, and for translators, whose work it keeps."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from game.app.settings import LANGUAGE
from game.cli import interface, translating
from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say
from game.loading.translations import problems_of
from game.model.story import Story
from game.tools import export, po, reading_copy, translation
from game.tools.po import Message

_BOM = "\ufeff"
"""By it alone Excel and Calc know that a table is UTF-8."""
_TEXTS = {"fountain": export.fountain, "html": reading_copy.page, "text": export.plain, "csv": export.table}


def run(options: argparse.Namespace) -> int:
    """Write what was asked for; 1 where a translation can't be shown as it is. Raises UsageError."""
    if options.interface is not None:
        return _translate_game(options.interface)
    story, _ = playable(options.story)
    if options.po is not None:
        return _translate(story, options.po)
    if options.voices is not None:
        scripts = export.voices(story)
        for who, text in scripts.items():
            write_text(options.voices / f"{who}.txt", text)
        where = f" to {options.voices}" if scripts else ": nobody of the cast speaks"
        complain(f"Wrote {count(len(scripts), 'script')}{where}.")
        return 0
    for name, make in _TEXTS.items():
        path: Path | None = getattr(options, name)
        if path is not None:
            _write(path, make(story), mark=_BOM if name == "csv" else "")
    return 0


def _write(path: Path, text: str, mark: str = "") -> None:
    """Write a text, in a file after that mark."""
    if str(path) == "-":
        say(text.rstrip("\n"))
    else:
        write_text(path, mark + text)
        complain(f"Wrote {path}.")


def _known(path: Path) -> tuple[list[Message], str]:
    return translating.known(path) if path.exists() and str(path) != "-" else ([], "")


def _translate_game(path: Path) -> int:
    """Bring a translation of the game's own words up to date, or begin one."""
    from game.tools.interface import HEADER

    known, header = _known(path)
    made = translation.brought_up_to_date(interface.messages(), {("", one.source): one for one in known})
    _keep(path, made, header or HEADER)
    return 0


def _keep(path: Path, made: list[Message], header: str) -> None:
    _write(path, po.spelled(made, header))
    done = translation.progress(made)
    complain(
        f"{done.translated} translated, {done.stale} to look at again, {done.missing} to translate, "
        f"{done.unused} no longer used."
    )


def _translate(story: Story, path: Path) -> int:
    """Bring a translation of a story up to date, or begin one."""
    known, header = _known(path)
    made = translation.merged(story, known)
    language = path.stem if re.fullmatch(LANGUAGE, path.stem) else ""
    _keep(path, made, translation.header(story, header, language))
    wrong = list(
        problems_of(story, ((one.line, one.translation) for one in known if one.translation and not one.unused))
    )
    for line, message in wrong:
        complain(f"{path}:{line}: {message}")
    return int(bool(wrong))
