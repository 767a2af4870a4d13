"""Every condition in a scene's text, with those around it that decide whether it is asked. Knows nothing of states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from game.model.expression import Condition
from game.model.script import Hard, Include, Line, Narration, Speech, When
from game.model.story import Scene
from game.model.text import Alternatives, Either, Emphasis, Part, Text

Path: TypeAlias = tuple[tuple[Condition, bool], ...]
"""The conditions around a place in the text, and which side of each it stands on."""


def conditions_in(scene: Scene) -> Iterator[Condition]:
    """Every condition in a scene's title, script and choices that decides what text is shown."""
    return (condition for _, condition in placed_conditions(scene))


def placed_conditions(scene: Scene) -> Iterator[tuple[Path, Condition]]:
    """The same with what is around each, in the order of the page."""
    if scene.title is not None:
        yield from _in_text(scene.title, ())
    yield from _in_lines(scene.script, ())
    for choice in scene.choices:
        shown: Path = () if choice.when is None else ((choice.when, True),)
        if choice.locked is not None and choice.when is not None:
            shown = ()
            yield from _in_text(choice.locked, ((choice.when, False),))
        yield from _in_text(choice.text, shown)


def _in_lines(lines: Iterable[Line], path: Path) -> Iterator[tuple[Path, Condition]]:
    for line in lines:
        match line:
            case Narration() | Speech():
                yield from _in_text(line.text, path)
            case Hard():
                yield from _in_text(line.text, path)
                yield from _in_text(line.soft, path)
            case When():
                yield path, line.condition
                yield from _in_lines(line.then, (*path, (line.condition, True)))
                yield from _in_lines(line.otherwise, (*path, (line.condition, False)))
            case Include():
                yield from _in_lines(line.lines, path)
            case _:
                pass


def _in_text(text: Text, path: Path) -> Iterator[tuple[Path, Condition]]:
    return _in_parts(text.parts, path)


def _in_parts(parts: Iterable[Part], path: Path) -> Iterator[tuple[Path, Condition]]:
    for part in parts:
        match part:
            case Either():
                yield path, part.condition
                yield from _in_parts(part.then, (*path, (part.condition, True)))
                yield from _in_parts(part.otherwise, (*path, (part.condition, False)))
            case Emphasis():
                yield from _in_parts(part.parts, path)
            case Alternatives():
                for choice in part.choices:
                    yield from _in_parts(choice, path)
            case _:
                pass
