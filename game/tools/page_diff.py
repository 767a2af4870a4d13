"""What readers are shown otherwise in another version of a story: words, who says them, when, before which picture.

A scene is compared as a page is, line by line; what is no words stands on it in brackets. Knows nothing of ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from itertools import zip_longest

from game.engine.renames import Renames
from game.model.script import ChangePlace, Cue, Hard, Hide, Include, Line, Narration, Speech, StageEffect, When
from game.model.story import Choice, Scene, Story

from .translation import declared, messages

_MARK = re.compile(r"\b(seen|chose|reached)(\(\s*)([\w.]+)")
_TYPED = {ChangePlace: "place", StageEffect: "effect"}
"""What a writer types for cues that are called otherwise in the model."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A line that reads otherwise; `old` None where it is new, `new` None where it is gone."""

    place: str
    old: str | None
    new: str | None


def reworded(old: Scene, new: Scene, renames: Renames) -> Iterator[Rewording]:
    """Lines of two versions of a scene that differ: those of the script by their order, choices by what they are."""
    then, now = [_today(line, renames) for line in _page(old)], list(_page(new))
    for kind, first, last, begin, end in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(then[first:last], now[begin:end]):
                yield Rewording(new.id, one, other)
    pairs = [(choice, new.choice(renames.choice(old.id, choice.id))) for choice in old.choices]
    before = [same.id for _, same in pairs if same is not None]
    after = [choice.id for choice in new.choices if choice.id in before]
    if before != after:
        yield Rewording(new.id, f"(choices: {', '.join(before)})", f"(choices: {', '.join(after)})")
    for choice, same in pairs:
        if same is not None:
            yield from _offered(choice, same, f"{new.id}.{same.id}", renames)


def renamed(old: Story, new: Story, renames: Renames) -> Iterator[Rewording]:
    """Names, titles and descriptions that stand outside of scenes, of what both versions have."""
    then = {_context(one.context, renames): one.source for one in declared(old)}
    now = {one.context: one.source for one in declared(new)}
    for place in (place for place in now if place in then):
        if then[place] != now[place]:
            yield Rewording(place, then[place] or None, now[place] or None)


def texts(story: Story, renames: Renames) -> set[tuple[str, str]]:
    """What translators are given: every text at its place, which is called as it is today."""
    return {(_context(one.context, renames), one.source) for one in messages(story) if one.source}


def _context(context: str, renames: Renames) -> str:
    """The place of a text as it is called today."""
    kind, _, rest = context.partition(" ")
    if kind == "ending" and rest:
        ending, _, key = rest.partition(" ")
        return f"ending {renames.ending(ending)} {key}"
    return context if rest else renames.pair(context) if "." in context else renames.scene(context)


def _page(scene: Scene) -> Iterator[str]:
    if scene.title is not None:
        yield scene.title.source
    if scene.you is not None:
        yield f"(you: {scene.you})"
    if scene.place is not None:
        yield f"(place: {scene.place})"
    yield from _lines(scene.script)


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        match line:
            case Narration(text=text):
                yield text.source
            case Speech(speaker, text, expression):
                yield f"{' '.join(filter(None, (speaker, expression)))}: {text.source}"
            case Hard(text, soft):
                yield from (text.source, soft.source)
            case When(condition, then, otherwise):
                yield f"(if {condition.source})"
                yield from _lines(then)
                yield from ("(else)", *_lines(otherwise)) if otherwise else ()
                yield "(end)"
            case Include(lines=included):
                yield from _lines(included)
            case _:
                yield f"({_cue(line)})"


def _cue(cue: Cue) -> str:
    """A cue as a writer types it."""
    name = _TYPED.get(type(cue), type(cue).__name__.lower())
    values = [getattr(cue, field.name) for field in fields(cue) if field.name != "ref"]
    nothing = "all" if isinstance(cue, Hide) else "none"
    return f"{name}: {' '.join(str(value) for value in values if value is not None) or nothing}"


def _offered(old: Choice, new: Choice, place: str, renames: Renames) -> Iterator[Rewording]:
    """The words of a choice, and those that stand there where it is closed."""
    for then, now in ((old.text, new.text), (old.locked, new.locked)):
        one = None if then is None else _today(then.source, renames)
        other = None if now is None else now.source
        if one != other:
            yield Rewording(place, one, other)


def _today(text: str, renames: Renames) -> str:
    """A text whose conditions ask about what was renamed since, as it would be typed today."""

    def called(found: re.Match[str]) -> str:
        of = {"seen": renames.scene, "chose": renames.pair, "reached": renames.ending}[found[1]]
        return f"{found[1]}{found[2]}{of(found[3])}"

    return _MARK.sub(called, text) if "(" in text else text
