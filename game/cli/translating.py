"""Reads a story's translations, and says what is wrong with them. The edge where PO files are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.checks.wording import LINE_LENGTH, longest
from game.errors import UsageError
from game.loading.names import names_of
from game.loading.occurrences import Index, Occurrence
from game.loading.scalar import spread
from game.loading.translations import source_text, told, unfaithful
from game.model.codes import CODES
from game.model.diagnostic import Diagnostic
from game.model.source import SourceRef
from game.model.story import Story
from game.tools import po
from game.tools.po import Message, PoError
from game.tools.translation import merged

from .files import is_file
from .tongues import catalogues

MAX_BYTES = 32 * 1024 * 1024
PLAIN = ("story", "cast", "place", "ending", "asset")
"""What the places of texts without braces begin with, before a space."""


def known(path: Path) -> tuple[list[Message], str]:
    """The messages of a file, and its header. Raises UsageError for a file that is none of translations."""
    try:
        if path.exists() and not is_file(path):
            raise UsageError(f"{path} is no file")
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path} has more than {MAX_BYTES // 1024 // 1024} MiB")
        return po.read(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as fault:
        raise UsageError(f"{path} can't be opened: {(fault.strerror or str(fault)).lower()}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8") from None
    except PoError as fault:
        raise UsageError(f"{path}:{fault.line}: {fault.message}", "the file was left as it is") from None


def names_in(data: bytes, file: str, index: Index) -> Iterator[Occurrence]:
    """Every name in a file of translations, by the story's index; none in one that is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    plain = False
    for field in po.fields(text):
        scalar = spread(field.text, field.places, file)
        if field.name == "msgctxt":
            plain = " " in field.text
            yield from index.place_of_translation(scalar)
        elif "{" in field.text and not plain:
            yield from index.text(scalar)
        plain = plain and not field.name.startswith("msgstr")


def told_by(path: Path, story: Story) -> Story:
    """The story in the language of a file; one that can't be read leaves it as it is."""
    try:
        messages, _ = known(path)
    except UsageError:
        return story
    words = {
        (message.context, message.source): message.translation
        for message in merged(story, messages)
        if message.translation and not message.stale and not message.unused
    }
    return told(story, words)


def problems(story: Story, folder: Path) -> Iterator[Diagnostic]:
    """What is wrong with all translations of a story; `folder` is the story's."""
    for path in catalogues(folder).values():
        file = path.relative_to(folder).as_posix()
        try:
            messages, _ = known(path)
        except UsageError as fault:
            place = re.match(r".*?\.po:(\d+): ", str(fault))
            said = str(fault)[place.end() :] if place else str(fault).replace(str(path), "this file")
            yield _problem(file, int(place.group(1)) if place else 1, "W590", said)
        else:
            yield from _of_messages(story, file, messages)


def _of_messages(story: Story, file: str, messages: Iterable[Message]) -> Iterator[Diagnostic]:
    names = names_of(story)
    living = {message.line for message in messages if not message.unused}
    missing = []
    for message in merged(story, list(messages)):
        if message.unused:
            if message.line in living:
                yield _problem(file, message.line, "W591", f'the story no longer says "{_short(message.source)}"')
        elif not message.translation:
            missing.append(message)
        elif message.stale:
            yield _problem(file, message.line, "W591", f'this was made for other words than "{_short(message.source)}"')
        elif message.context.partition(" ")[0] not in PLAIN or " " not in message.context:
            source = source_text(message.source, names)
            wrong = unfaithful(source, message.translation, names)
            for one in wrong:
                yield _problem(file, message.line, "W592", one)
            length = len(longest(source_text(message.translation, names).parts)) if not wrong else 0
            if length > max(LINE_LENGTH, len(longest(source.parts))):
                yield _problem(file, message.line, "W593", f"this has {length} characters; {LINE_LENGTH} fit")
    if missing:
        first = f'{missing[0].context}: "{_short(missing[0].source)}"'
        texts = "1 text is" if len(missing) == 1 else f"{len(missing)} texts are"
        yield _problem(file, 1, "N594", f"{texts} not translated, first {first}")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def _problem(file: str, line: int, code: str, message: str) -> Diagnostic:
    known_code = CODES[code]
    return Diagnostic(SourceRef(file, max(1, line), 1), code, known_code.severity, message, known_code.advice)
