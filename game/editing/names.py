"""The name under a cursor, and the places that it stands in. Knows nothing of how a file is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.loading.occurrences import Name, NameKind, Occurrence, Role
from game.model.story import Story


def name_at(found: Iterable[Occurrence], line: int, column: int) -> Occurrence | None:
    """The place of a name that a cursor is in or right behind; `line` and `column` count from 1."""
    here = [
        one for one in found
        if one.ref.line == line and one.name.id and one.ref.column <= column <= one.ref.column + one.length
    ]  # fmt: skip
    return max(here, key=lambda one: one.ref.column, default=None)


def today(story: Story, name: Name) -> Name:
    """The same thing as it is called now, where the name is a former one."""
    if name.kind is NameKind.SCENE and name.id not in story.scenes:
        return next((replace(name, id=scene.id) for scene in story.scenes.values() if name.id in scene.was), name)
    if name.kind is NameKind.CHOICE:
        scene = story.scenes.get(name.owner)
        for choice in scene.choices if scene is not None else ():
            if name.id in choice.was:
                return replace(name, id=choice.id)
    if name.kind is NameKind.ENDING and name.id not in story.endings:
        return next((replace(name, id=one.id) for one in story.endings.values() if name.id in one.was), name)
    return name


def declarations(found: Iterable[Occurrence], name: Name) -> list[Occurrence]:
    """Where something is declared; an expression that has no picture is where it is first used."""
    here = [one for one in found if one.name == name]
    declared = [one for one in here if one.role is Role.DECLARED]
    return declared or (here[:1] if name.kind is NameKind.EXPRESSION else [])


def references(story: Story, found: Iterable[Occurrence], name: Name, *, declared: bool) -> Iterator[Occurrence]:
    """Every place that means the same thing, under whatever name; those that declare it too, if that is asked."""
    for one in found:
        if one.role is Role.DECLARED and not declared:
            continue
        if one.role is not Role.FORMER and (one.name == name or today(story, one.name) == name):
            yield one
