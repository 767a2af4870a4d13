"""`prose`: spelling mistakes, clichés and words that come too often, in all that readers read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from game.cli import spelling
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.errors import UsageError
from game.model.source import SourceRef
from game.model.story import Story
from game.model.text import Text
from game.tools.lines import Part, Written, written_once
from game.tools.prose import pieces, words
from game.tools.prose_notes import Note, NoteKind, notes
from game.tools.translation import declared

FAR = 40
"""Lines of a file, from where a text begins, in which its words are looked for."""
DICTIONARY = "dictionary.txt"
"""The file of a story that lists its own words, and phrases that are meant."""


def run(options: argparse.Namespace) -> int:
    """Report; 1 where a word is spelled wrong, under `--strict` for any note."""
    story, _ = playable(options.story)
    off = set(map(NoteKind, options.off))
    allowed = _dictionary(options.story / DICTIONARY)
    english = story.language.partition("-")[0] == "en"
    lines = list(_read(story))
    found = [*notes(lines, allowed)] if english else []
    checkers = [] if NoteKind.SPELLING in off else _checkers(story.language, english=english)
    found += _misspelt(lines, allowed | _names(story), checkers)
    exact = _Exact(options.story)
    kept = sorted((exact.of(note) for note in found if note.kind not in off), key=lambda note: (note.ref, note.found))
    wrong = any(note.kind is NoteKind.SPELLING for note in kept)
    if options.json:
        say_json(
            {
                "ok": not wrong,
                "spelling_checked": bool(checkers),
                "checkers": checkers,
                "notes": list(map(_as_json, kept)),
            }
        )
    else:
        for note in kept:
            say(f"{note.ref}: {note.kind.value}: {note.message}")
        say(f"{count(len(kept), 'note')}.")
    if not english:
        complain(f'Clichés and fillers are known of English only, not of "{story.language}".')
    if NoteKind.SPELLING not in off and not checkers:
        missing = "codespell (pipx install codespell) or hunspell" if english else "hunspell"
        complain(f"Spelling was not checked: install {missing} with its dictionary, or say --off spelling.")
    return int(wrong or (options.strict and bool(kept)))


CODESPELL = "codespell"


def _checkers(language: str, *, english: bool) -> list[str]:
    """The spell checks that are installed: `codespell`, which knows English, and the name of hunspell's dictionary."""
    found = spelling.dictionary(language)
    return [*([CODESPELL] if english and spelling.is_installed() else []), *([found] if found else [])]


def _read(story: Story) -> Iterator[Written]:
    """All that readers read: the lines, then titles, epigraphs, hints and what is told of pictures and sounds."""
    yield from written_once(story)
    for message in declared(story):
        file, _, line = "".join(message.places).rpartition(":")
        if message.source and line:
            yield Written("", Part.TITLE, Text(message.source, ref=SourceRef(file, int(line), 1)))


class _Exact:
    """Finds in the files where a note is about: the model knows only where the text begins."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, list[str]] = {}

    def of(self, note: Note) -> Note:
        """The note at the words that it is about, where they stand in the file as they are read."""
        wanted = rf"(?<!\w){re.escape(note.found)}(?!\w)"
        places = (self._first(re.compile(wanted, flag), note.ref) for flag in (0, re.IGNORECASE))
        return replace(note, ref=next(filter(None, places), note.ref))

    def _first(self, wanted: re.Pattern[str], ref: SourceRef) -> SourceRef | None:
        """Where that first stands, from where a text begins."""
        lines = self._lines(ref.file)
        for number in range(ref.line, min(len(lines) + 1, ref.line + FAR)):
            at = wanted.search(lines[number - 1], ref.column - 1 if number == ref.line else 0)
            if at is not None:
                return SourceRef(ref.file, number, at.start() + 1)
        return None

    def _lines(self, file: str) -> list[str]:
        if file not in self._files:
            try:
                self._files[file] = (self._folder / file).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, ValueError):
                self._files[file] = []
        return self._files[file]


def _misspelt(lines: Sequence[Written], known: frozenset[str], checkers: Sequence[str]) -> Iterator[Note]:
    texts = [" ".join(pieces(line)) for line in lines]
    said = set()
    if CODESPELL in checkers:
        for place, word, right in spelling.mistakes(texts, known):
            said.add((place, word))
            yield Note(lines[place].ref, NoteKind.SPELLING, word, f'"{word}" is probably "{right}"')
    for checker in checkers:
        for place, word, like in spelling.unknown(texts, known, checker) if checker != CODESPELL else ():
            if (place, word) not in said:
                hint = f'is it "{like}"? ' if like else ""
                message = f'"{word}" is not in {checker}: {hint}A word that is meant goes into {DICTIONARY}'
                yield Note(lines[place].ref, NoteKind.SPELLING, word, message)


def _names(story: Story) -> frozenset[str]:
    """The words of every name that the story declares: of its cast, its places and itself."""
    names = [story.title, *(one.name for one in story.cast.values()), *(one.name for one in story.places.values())]
    return frozenset(word for name in names for word in words(name))


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
