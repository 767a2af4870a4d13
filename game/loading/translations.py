"""Puts translated texts in a story's place, and holds them to its rules: braces and names. Knows nothing of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TypeAlias

from game.model import walk
from game.model.expression import Marked
from game.model.script import Hard, Include, Line, Narration, Speech, When
from game.model.story import Choice, Scene, Story
from game.model.text import Alternatives, Either, Insert, Text

from .names import Names, names_of
from .scalar import loose
from .text_parser import parse_text

Words: TypeAlias = Mapping[tuple[str, str], str]
"""By the place of a text (a scene, `scene.choice`, a snippet, `cast luna name`) and its words, its translation."""

SITES_OF_TRANSLATIONS = 1_000
"""Numbers from here on are for braces that a translation has more of than the text that it translates."""


def problems_of(story: Story, texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What is wrong in translated texts, given with the lines they stand in; nothing where a player could read them."""
    names = names_of(story)
    for line, text in texts:
        for problem in _problems(text, line, names):
            yield line, problem


def unfaithful(source: Text, translation: str, names: Names) -> tuple[str, ...]:
    """Why a translation can't stand for a text: what is wrong in its braces, or what it asks that the text does not."""
    problems = tuple(_problems(translation, 1, names))
    return problems or tuple(_strange(source, _parsed(translation, source, names)))


def told(story: Story, words: Words) -> Story:
    """The story in other words. What is not translated, or can't stand for its text, stays as it was written."""
    return _Teller(words, names_of(story)).story(story)


def source_text(source: str, names: Names) -> Text:
    """A text of the story, parsed again."""
    return parse_text(loose(source), names, count())[0]


def _problems(text: str, line: int, names: Names) -> Iterator[str]:
    _, problems = parse_text(loose(text, line=line), names, count())
    for problem in problems:
        yield f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def _parsed(translation: str, source: Text, names: Names) -> Text:
    """The translation; its turns are drawn as those of the text it translates."""
    own = (part.site for part in walk.parts(source) if isinstance(part, Alternatives))
    sites = chain(own, count(SITES_OF_TRANSLATIONS))
    found, _ = parse_text(loose(translation, source.ref.file, source.ref.line), names, sites)
    return replace(found, ref=source.ref)


def _strange(source: Text, translation: Text) -> Iterator[str]:
    """What the engine keeps no count of for this text: marks and turns; and values that the translation leaves out."""
    ours, theirs = list(walk.parts(source)), list(walk.parts(translation))
    shown = {part.variable for part in theirs if isinstance(part, Insert)}
    for name in dict.fromkeys(part.variable for part in ours if isinstance(part, Insert)):
        if name not in shown:
            yield f"{{{name}}} is missing"
    if not any(isinstance(part, Alternatives) for part in ours) and any(
        isinstance(part, Alternatives) for part in theirs
    ):
        yield "the text that it translates has no parts that take turns"
    for mark in sorted(_marks(translation) - _marks(source)):
        yield f"{mark} is not asked by the text that it translates"


def _marks(text: Text) -> set[str]:
    conditions = (part.condition for part in walk.parts(text) if isinstance(part, Either))
    nodes = (node for condition in conditions for node in walk.expressions(condition.expression))
    return {f"{node.mark.value}({node.target})" for node in nodes if isinstance(node, Marked)}


@dataclass(frozen=True, slots=True)
class _Teller:
    """Every text of a story, through one set of words."""

    words: Words
    names: Names

    def story(self, story: Story) -> Story:
        """The whole of it."""
        cast = {id_: replace(one, name=self.said(f"cast {id_} name", one.name)) for id_, one in story.cast.items()}
        places = {
            id_: replace(
                one, name=self.said(f"place {id_} name", one.name), alt=self.maybe(f"place {id_} alt", one.alt)
            )
            for id_, one in story.places.items()
        }
        endings = {
            id_: replace(
                one,
                title=self.said(f"ending {id_} title", one.title),
                epigraph=self.maybe(f"ending {id_} epigraph", one.epigraph),
                hint=self.maybe(f"ending {id_} hint", one.hint),
                alt=self.maybe(f"ending {id_} alt", one.alt),
            )
            for id_, one in story.endings.items()
        }
        assets = {
            id_: replace(
                one,
                alt=self.maybe(f"asset {id_} alt", one.alt),
                caption=self.maybe(f"asset {id_} caption", one.caption),
            )
            for id_, one in (story.assets or {}).items()
        }
        return replace(
            story,
            title=self.said("story title", story.title),
            scenes={id_: self.scene(scene) for id_, scene in story.scenes.items()},
            cast=cast,
            places=places,
            endings=endings,
            assets=None if story.assets is None else assets,
        )

    def said(self, place: str, text: str) -> str:
        """A text that is shown as it is, without braces."""
        return self.words.get((place, text), text)

    def maybe(self, place: str, text: str | None) -> str | None:
        """One that may be missing."""
        return None if text is None else self.said(place, text)

    def text(self, place: str, text: Text) -> Text:
        """A text with its braces."""
        translation = self.words.get((place, text.source))
        if translation is None or unfaithful(text, translation, self.names):
            return text
        return _parsed(translation, text, self.names)

    def scene(self, scene: Scene) -> Scene:
        """A scene: the same way on, in other words."""
        return replace(
            scene,
            title=None if scene.title is None else self.text(scene.id, scene.title),
            script=self.lines(scene.id, scene.script),
            choices=tuple(self.choice(scene.id, choice) for choice in scene.choices),
        )

    def choice(self, scene: str, choice: Choice) -> Choice:
        """A choice and why it is closed."""
        place = f"{scene}.{choice.id}"
        locked = None if choice.locked is None else self.text(place, choice.locked)
        return replace(choice, text=self.text(place, choice.text), locked=locked)

    def lines(self, place: str, lines: Iterable[Line]) -> tuple[Line, ...]:
        """Lines of a scene or a snippet."""
        return tuple(self.line(place, line) for line in lines)

    def line(self, place: str, line: Line) -> Line:
        """One line, with those inside it."""
        match line:
            case Narration() | Speech():
                return replace(line, text=self.text(place, line.text))
            case Hard():
                return replace(line, text=self.text(place, line.text), soft=self.text(place, line.soft))
            case When():
                return replace(line, then=self.lines(place, line.then), otherwise=self.lines(place, line.otherwise))
            case Include():
                return replace(line, lines=self.lines(line.snippet, line.lines))
        return line
