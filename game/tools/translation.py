"""A story's texts as messages for translators, brought up to date without losing what was translated.

Knows nothing of files. A message is found again by its place and its words; where its words were edited, by the nearest
at its place, marked to be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from game.engine.renames import Renames
from game.model.story import Story

from .lines import Written, written_once
from .po import Message

ALIKE = 0.6
"""How like each other two texts are of which one is probably the other, edited."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts are translated, to be looked at again, to be translated, and no longer there."""

    translated: int
    stale: int
    missing: int
    unused: int


def messages(story: Story) -> list[Message]:
    """Every text of a story, each once at its place."""
    found: dict[tuple[str, str], Message] = {}
    for message in (*declared(story), *map(_of_line, written_once(story))):
        key = (message.context, message.source)
        before = found.get(key)
        if before is None:
            found[key] = message
        else:
            notes = tuple(dict.fromkeys((*before.notes, *message.notes)))
            found[key] = replace(before, notes=notes, places=(*before.places, *message.places))
    return list(found.values())


def declared(story: Story) -> Iterator[Message]:
    """The texts that stand outside of scenes."""
    yield Message("story title", story.title, notes=("The title of the whole story.",))
    for person in story.cast.values():
        yield _told(f"cast {person.id}", "name", person.name, str(person.ref), person.about)
    for place in story.places.values():
        for key, text in (("name", place.name), ("alt", place.alt)):
            yield _told(f"place {place.id}", key, text, str(place.ref))
    for asset in (story.assets or {}).values():
        for key, text in (("alt", asset.alt), ("caption", asset.caption)):
            yield _told(f"asset {asset.id}", key, text, str(asset.ref))
    for ending in story.endings.values():
        told = (("title", ending.title), ("epigraph", ending.epigraph), ("hint", ending.hint), ("alt", ending.alt))
        for key, text in told:
            yield _told(f"ending {ending.id}", key, text, str(ending.ref))


def _told(owner: str, key: str, text: str | None, place: str, about: str = "") -> Message:
    return Message(f"{owner} {key}", text or "", notes=(about,) if about else (), places=(place.rpartition(":")[0],))


def _of_line(line: Written) -> Message:
    who = " ".join(filter(None, (line.speaker, line.expression)))
    notes = [who or line.part.value]
    notes += [f"only when {' and '.join(line.when)}"] if line.when else []
    return Message(line.owner, line.text, notes=tuple(notes), places=(f"{line.ref.file}:{line.ref.line}",))


def merged(story: Story, known: Sequence[Message]) -> list[Message]:
    """The story's messages with the translations that are known; what the story has no longer comes last."""
    renames = Renames(story)
    fresh = [message for message in messages(story) if message.source]
    return brought_up_to_date(fresh, {(_today(one.context, renames), one.source): one for one in known})


def brought_up_to_date(fresh: Sequence[Message], known: Mapping[tuple[str, str], Message]) -> list[Message]:
    """The messages of today with the translations `known` by context and source; what is gone comes last."""
    unused = {key: one for key, one in known.items() if one.translation}
    made = [_again(message, unused.pop((message.context, message.source), None)) for message in fresh]
    made = [message if message.translation else _nearest(message, unused) for message in made]
    gone = (replace(one, unused=True, notes=(), places=()) for one in unused.values())
    return [*made, *gone]


def _today(context: str, renames: Renames) -> str:
    """A place as the story calls it now: `scene.choice`, a scene or snippet, or `ending ID KEY`."""
    kind, _, rest = context.partition(" ")
    if kind == "ending" and rest:
        id_, _, key = rest.partition(" ")
        return f"ending {renames.ending(id_)} {key}"
    return renames.pair(context) if "." in context else renames.scene(context)


def _again(message: Message, known: Message | None) -> Message:
    if known is None:
        return message
    return replace(
        message,
        translation=known.translation,
        forms=known.forms,
        stale=known.stale,
        before=known.before,
        own=known.own,
        line=known.line,
    )


def _nearest(message: Message, unused: dict[tuple[str, str], Message]) -> Message:
    """The message with the translation of what it probably was before, which is then used."""
    likeness = {
        key: SequenceMatcher(None, key[1], message.source, autojunk=False).ratio()
        for key in unused
        if key[0] == message.context or key[1] == message.source
    }
    best = max(likeness, key=lambda key: likeness[key], default=None)
    if best is None or likeness[best] < ALIKE:
        return message
    found = unused.pop(best)
    before = "" if best[1] == message.source else best[1]
    return replace(
        message,
        translation=found.translation,
        forms=found.forms,
        stale=True,
        before=before,
        own=found.own,
        line=found.line,
    )


def progress(made: Iterable[Message]) -> Progress:
    """How far a translation has come."""
    listed = list(made)
    living = [message for message in listed if not message.unused]
    stale = sum(message.stale for message in living)
    missing = sum(not message.translation for message in living)
    return Progress(len(living) - stale - missing, stale, missing, len(listed) - len(living))


def header(story: Story, known: str, language: str = "") -> str:
    """The file's header: as it is known, or a new one of a translation into that language."""
    return known or (
        f"Project-Id-Version: {story.title} {story.version}\nLanguage: {language}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
    )
