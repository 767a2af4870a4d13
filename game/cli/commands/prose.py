"""`prose`: spelling mistakes, clichés and words that come too often, in all that readers read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from game.cli import spelling
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.errors import UsageError
from game.model.story import Story
from game.tools.lines import written_once
from game.tools.prose import pieces
from game.tools.prose_notes import Note, NoteKind, notes

DICTIONARY = "dictionary.txt"
"""The file of a story that lists its own words, and phrases that are meant."""


def run(options: argparse.Namespace) -> int:
    """Report; 1 where a word is spelled wrong, under `--strict` for any note."""
    story, _ = playable(options.story)
    off = set(map(NoteKind, options.off))
    allowed = _dictionary(options.story / DICTIONARY)
    checked = NoteKind.SPELLING not in off and spelling.is_installed()
    english = story.language.partition("-")[0] == "en"
    found = [*notes(written_once(story), allowed)] if english else []
    found += _misspelt(story, allowed) if checked and english else []
    kept = sorted((note for note in found if note.kind not in off), key=lambda note: (note.ref, note.found))
    wrong = any(note.kind is NoteKind.SPELLING for note in kept)
    if options.json:
        say_json({"ok": not wrong, "spelling_checked": checked and english, "notes": list(map(_as_json, kept))})
    else:
        for note in kept:
            say(f"{note.ref}: {note.kind.value}: {note.message}")
        say(f"{count(len(kept), 'note')}.")
    if not english:
        complain(f'There are no notes for language "{story.language}" yet: only for English.')
    elif NoteKind.SPELLING not in off and not checked:
        complain("Spelling was not checked: install codespell (pipx install codespell), or say --off spelling.")
    return int(wrong or (options.strict and bool(kept)))


def _misspelt(story: Story, allowed: frozenset[str]) -> Iterator[Note]:
    lines = list(written_once(story))
    texts = [" ".join(pieces(line)) for line in lines]
    for place, word, right in spelling.mistakes(texts, allowed):
        yield Note(lines[place].ref, NoteKind.SPELLING, word, f'"{word}" is probably "{right}"')


def _dictionary(path: Path) -> frozenset[str]:
    """Words and phrases, one on each line, in small letters; what follows a `#` is a comment."""
    if not path.exists():
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as fault:
        raise UsageError(f"{path} can't be opened: {(fault.strerror or str(fault)).lower()}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8") from None
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip().lower()))


def _as_json(note: Note) -> dict[str, object]:
    return {
        "file": note.ref.file,
        "line": note.ref.line,
        "column": note.ref.column,
        "kind": note.kind.value,
        "found": note.found,
        "message": note.message,
    }
