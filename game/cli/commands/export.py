"""`export`: the story on paper, in a table, for voices, and for translators, whose work it keeps."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli import translating
from game.cli.files import write_text
from game.cli.loaded import playable
from game.cli.output import complain, count, say
from game.loading.translations import problems_of
from game.model.story import Story
from game.tools import export, po, translation

_TEXTS = {"fountain": export.fountain, "html": export.page, "text": export.plain, "csv": export.table}


def run(options: argparse.Namespace) -> int:
    """Write what was asked for; 1 where a translation can't be shown as it is. Raises UsageError."""
    story, _ = playable(options.story)
    if options.po is not None:
        return _translate(story, options.po)
    if options.voices is not None:
        scripts = export.voices(story)
        for who, text in scripts.items():
            write_text(options.voices / f"{who}.txt", text)
        complain(f"Wrote {count(len(scripts), 'script')} to {options.voices}.")
        return 0
    for name, make in _TEXTS.items():
        path: Path | None = getattr(options, name)
        if path is not None:
            _write(path, make(story))
    return 0


def _write(path: Path, text: str) -> None:
    if str(path) == "-":
        say(text.rstrip("\n"))
    else:
        write_text(path, text)
        complain(f"Wrote {path}.")


def _translate(story: Story, path: Path) -> int:
    """Bring a translation up to date, or begin one."""
    known, header = translating.known(path) if path.exists() and str(path) != "-" else ([], "")
    made = translation.merged(story, known)
    _write(path, po.spelled(made, translation.header(story, header)))
    done = translation.progress(made)
    complain(
        f"{done.translated} translated, {done.stale} to look at again, {done.missing} to translate, "
        f"{done.unused} no longer used."
    )
    wrong = list(
        problems_of(story, ((one.line, one.translation) for one in known if one.translation and not one.unused))
    )
    for line, message in wrong:
        complain(f"{path}:{line}: {message}")
    return int(bool(wrong))
