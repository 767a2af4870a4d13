"""Checks of words: too long, doubled, left over. Judges no meaning, and of languages knows a little English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import eq

from game.model import walk
from game.model.script import Hard, Include, Line, Narration, Speech, When
from game.model.source import SourceRef
from game.model.story import Scene
from game.model.text import Alternatives, Either, Emphasis, Insert, Part, Plain, Text

from .finding import Finding
from .survey import Survey

LINE_LENGTH = 220
CHOICE_WORDS = 9
REASON_WORDS = 6
ECHO_WORDS = 3
"""Words from which on a line that comes twice in a row is probably a slip."""
TOGETHER = 16
"""Scenes that are searched at once for what hardly any has."""
SPEECH_HEAD = 2
"""Words that may stand before the colon of speech: who, and with which expression."""

_REMINDERS = ("TODO", "FIXME", "XXX")
REMINDER = re.compile(rf"\b({'|'.join(_REMINDERS)})\b")
"""What writers leave behind for themselves."""
_ONCE = frozenset(
    "the a an of to in on at for with from by and or but is are was were it he she they we you his their as if".split()
)
"""English words that hardly ever stand twice in a row on purpose."""


def long_texts(survey: Survey) -> Iterator[Finding]:
    """W540, W541, N542: lines, choices and reasons that are too long, at their longest.

    A text is never longer than its source, nor are there more words in it, so most need no closer look.
    """
    for scene in survey.scenes:
        if [text for text in survey.texts[scene.id] if len(text.source) > LINE_LENGTH]:
            yield from _long_lines(survey.lines[scene.id])
        for choice in scene.choices:
            if len(choice.text.source.split()) > CHOICE_WORDS and (count := _words_of(choice.text)) > CHOICE_WORDS:
                yield Finding(choice.text.ref, "W541", f"this choice has {count} words; {CHOICE_WORDS} are enough")
            if choice.locked is not None and (count := _words_of(choice.locked)) > REASON_WORDS:
                yield Finding(choice.locked.ref, "N542", f"this reason has {count} words; {REASON_WORDS} are enough")


def _long_lines(lines: Iterable[Line]) -> Iterator[Finding]:
    for text in (text for line in lines for text in walk.texts_of_line(line)):
        length = len(text.source if text.is_plain else longest(text.parts))
        if length > LINE_LENGTH:
            yield Finding(text.ref, "W540", f"this line has {length} characters; {LINE_LENGTH} fit")


def oversights(survey: Survey) -> Iterator[Finding]:
    """W543, N545, N546: reminders for the writer, also in the notes; doubled words; spaces that show.

    Each is looked for in many scenes together first: hardly any has one.
    """
    english = survey.story.language.split("-")[0].split("_")[0] == "en"
    scenes = list(survey.scenes)
    for first in range(0, len(scenes), TOGETHER):
        some = scenes[first : first + TOGETHER]
        page = "\n".join([text.source for scene in some for text in survey.texts[scene.id]])
        notes = "\n".join([scene.notes for scene in some])
        if any(word in page or word in notes for word in _REMINDERS):
            yield from _reminders(survey, some)
        page = page.lower()
        words = page.split()
        if len(" ".join(words)) < len(page) or (english and _doubled(words)):
            yield from _slips(survey, some, english=english)


def _reminders(survey: Survey, scenes: Iterable[Scene]) -> Iterator[Finding]:
    notes = [(scene.ref, scene.notes) for scene in scenes]
    for ref, words in (*_shown(survey, scenes), *notes):
        found = REMINDER.search(words)
        if found:
            yield Finding(ref, "W543", f'"{found.group()}" was left in the story')


def _slips(survey: Survey, scenes: Iterable[Scene], *, english: bool) -> Iterator[Finding]:
    for ref, words in _shown(survey, scenes):
        doubled = _doubled(words.lower().split()) if english else None
        if doubled:
            yield Finding(ref, "N545", f'"{doubled}" stands twice in a row')
        if "  " in words or words.strip(" \t") != words:
            yield Finding(ref, "N546", "spaces at the beginning, at the end, or two in a row")


def empty_texts(survey: Survey) -> Iterator[Finding]:
    """W547: a text, or braces in it, of which every part is empty."""
    for scene in survey.scenes:
        for text, parts in survey.varied.get(scene.id, ()):
            if any(_is_empty(part) for part in parts):
                yield Finding(text.ref, "W547", "every part between these braces is empty")
        for text in survey.texts[scene.id]:
            if not text.source.strip() and text.is_plain:
                yield Finding(text.ref, "W547", "this text shows nothing")


def speech_in_quotes(survey: Survey) -> Iterator[Finding]:
    """W549: narration that begins as speech does, because the quotes were put around the name too."""
    cast = survey.story.cast
    for line in survey.every(Narration):
        if ": " not in line.text.source:
            continue
        head = line.text.source.partition(": ")[0]
        if head.partition(" ")[0] in cast and len(head.split()) <= SPEECH_HEAD:
            yield Finding(line.text.ref, "W549", f'this is narration that shows "{head}:" to the player')


def echoes(survey: Survey) -> Iterator[Finding]:
    """N544: the same line twice in a row."""
    for scene in survey.scenes:
        yield from _echoes(scene.script)


def longest(parts: Iterable[Part]) -> str:
    """The longest reading of a text; a number counts as two digits, a name as eight letters."""
    found = []
    for part in parts:
        if isinstance(part, Plain):  # nearly all are
            found.append(part.text)
            continue
        match part:
            case Emphasis(inner):
                found.append(longest(inner))
            case Insert():
                found.append("00")
            case Either(_, then, otherwise):
                found.append(max(longest(then), longest(otherwise), key=len))
            case Alternatives(_, choices):
                found.append(max((longest(choice) for choice in choices), key=len))
    return "".join(found)


def _words_of(text: Text) -> int:
    """The words of a text at its longest."""
    return len((text.source if text.parsed is None else longest(text.parsed)).split())


def _shown(survey: Survey, scenes: Iterable[Scene]) -> Iterator[tuple[SourceRef, str]]:
    return ((text.ref, text.source) for scene in scenes for text in survey.texts[scene.id])


def _doubled(words: Sequence[str]) -> str | None:
    """The first small word that follows itself."""
    twice = compress(words, map(eq, words, words[1:]))
    return next((word for word in twice if word in _ONCE), None)


def _is_empty(part: Part) -> bool:
    match part:
        case Either(_, then, otherwise):
            return not then and not otherwise
        case Alternatives(_, choices):
            return not any(choices)
        case Emphasis(inner):
            return not inner
    return False


def _echoes(lines: Iterable[Line]) -> Iterator[Finding]:
    before: tuple[str | None, str] | None = None
    for line in lines:
        if isinstance(line, (Narration, Speech, Hard)):
            said = (line.speaker if isinstance(line, Speech) else None, line.text.source)
            if said == before and len(line.text.source.split()) >= ECHO_WORDS:
                yield Finding(line.text.ref, "N544", "the same line as the one before")
            before = said
        elif isinstance(line, When):
            before = None
            yield from _echoes(line.then)
            yield from _echoes(line.otherwise)
        elif isinstance(line, Include):
            yield from _echoes(line.lines)
