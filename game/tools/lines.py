"""Every line that somebody wrote for readers, in the order of the story. Knows nothing of what is done with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from game.model.script import Hard, Include, Line, Narration, Speech, When
from game.model.source import SourceRef
from game.model.story import Choice, Scene, Story
from game.model.text import Text

from .readings import Marks, reading

_SIMPLE = re.compile(r"\w+|\w+\([\w.]+\)")
"""A condition that needs no brackets after a `not`."""
_WORD = re.compile(r"\w")
_COUNTED = Marks(words=str, emphasis=str, value=lambda _: "0", variants=lambda _, variants: " ".join(variants))


class Part(Enum):
    """What a line is in its scene."""

    TITLE = "title"
    NARRATION = "narration"
    SPEECH = "speech"
    HARD = "hard"
    SOFT = "soft"
    CHOICE = "choice"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Written:
    """One line: `said` is its text, `when` the conditions under which it is read.

    `choice` is its choice where it is of one, `snippet` the snippet that it stands in where it is included.
    """

    scene: str
    part: Part
    said: Text
    speaker: str | None = None
    expression: str | None = None
    choice: str | None = None
    when: tuple[str, ...] = ()
    snippet: str | None = None

    @property
    def text(self) -> str:
        """Its text as typed, with its braces and stars."""
        return self.said.source

    @property
    def ref(self) -> SourceRef:
        """Where it stands."""
        return self.said.ref

    @property
    def owner(self) -> str:
        """What names its place for others: the scene, `scene.choice`, or the snippet that it stands in."""
        if self.snippet is not None:
            return self.snippet
        return self.scene if self.choice is None else f"{self.scene}.{self.choice}"


def written(story: Story) -> Iterator[Written]:
    """All lines of all scenes; those of a snippet wherever it is included."""
    for scene in story.scenes.values():
        yield from written_in(scene)


def written_once(story: Story) -> Iterator[Written]:
    """All lines as they stand in the files: those of a snippet once, by the first scene that includes it."""
    seen: set[SourceRef] = set()
    for line in written(story):
        if line.snippet is None or line.ref not in seen:
            seen.add(line.ref)
            yield line


def written_in(scene: Scene) -> Iterator[Written]:
    """The lines of one scene."""
    if scene.title is not None:
        yield _line(scene, Part.TITLE, scene.title)
    yield from _script(scene, scene.script, ())
    for choice in scene.choices:
        yield from _choice(scene, choice)


def _line(scene: Scene, part: Part, text: Text, when: tuple[str, ...] = ()) -> Written:
    return Written(scene.id, part, text, when=when)


def _choice(scene: Scene, choice: Choice) -> Iterator[Written]:
    when = () if choice.when is None else (choice.when.source,)
    yield replace(_line(scene, Part.CHOICE, choice.text, when), choice=choice.id)
    if choice.locked is not None:
        yield replace(_line(scene, Part.LOCKED, choice.locked, tuple(map(_not, when))), choice=choice.id)


def _script(scene: Scene, lines: Iterable[Line], when: tuple[str, ...]) -> Iterator[Written]:
    for line in lines:
        match line:
            case Narration(text=text):
                yield _line(scene, Part.NARRATION, text, when)
            case Speech(speaker, text, expression):
                yield replace(_line(scene, Part.SPEECH, text, when), speaker=speaker, expression=expression)
            case Hard(text, soft):
                yield _line(scene, Part.HARD, text, when)
                yield _line(scene, Part.SOFT, soft, when)
            case When(condition, then, otherwise):
                yield from _script(scene, then, (*when, condition.source))
                yield from _script(scene, otherwise, (*when, _not(condition.source)))
            case Include(snippet, included):
                yield from (replace(one, snippet=one.snippet or snippet) for one in _script(scene, included, when))
            case _:
                pass


def _not(condition: str) -> str:
    return f"not {condition}" if _SIMPLE.fullmatch(condition) else f"not ({condition})"


def words_in(text: Text) -> int:
    """The words of a text, all its alternatives together; an inserted value is one, and a dash by itself is none."""
    return sum(_WORD.search(word) is not None for word in reading(text, _COUNTED).split())
