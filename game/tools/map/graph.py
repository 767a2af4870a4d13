"""A story as a graph: scenes in acts, and the arrows between them. Knows nothing of how it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.model.story import Branch, Scene, Story


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from a scene to another: the choice that takes it (None: it goes on by itself) and its condition."""

    source: str
    target: str
    choice: str | None
    condition: str

    @property
    def label(self) -> str:
        """The choice, and its condition in brackets."""
        return " ".join(part for part in (self.choice, f"[{self.condition}]" if self.condition else "") if part)


@dataclass(frozen=True, slots=True)
class Map:
    """The whole graph. `acts` are the ids of scenes by folder, or by file where no scene lies in a folder."""

    start: str
    scenes: tuple[Scene, ...]
    arrows: tuple[Arrow, ...]
    acts: dict[str, tuple[str, ...]]

    @property
    def linked(self) -> frozenset[str]:
        """The scenes that arrows lead to from the start, whatever their conditions."""
        leads: dict[str, list[str]] = {}
        for arrow in self.arrows:
            leads.setdefault(arrow.source, []).append(arrow.target)
        found, waiting = {self.start}, [self.start]
        while waiting:
            new = [target for target in leads.get(waiting.pop(), ()) if target not in found]
            found.update(new)
            waiting += new
        return frozenset(found)


def map_of(story: Story) -> Map:
    """The graph of a story."""
    scenes = tuple(story.scenes.values())
    return Map(story.start, scenes, tuple(arrow for scene in scenes for arrow in _arrows(scene)), _acts(scenes))


def _arrows(scene: Scene) -> Iterator[Arrow]:
    for way in scene.goto:
        yield Arrow(scene.id, way.to, None, _condition(way))
    for choice in scene.choices:
        offered = "" if choice.when is None else choice.when.source
        for way in choice.goto:
            conditions = [part for part in (offered, _condition(way), "once" if choice.once else "") if part]
            yield Arrow(scene.id, way.to, choice.id, ", ".join(conditions))


def _condition(way: Branch) -> str:
    return "" if way.when is None else way.when.source


def _acts(scenes: tuple[Scene, ...]) -> dict[str, tuple[str, ...]]:
    in_folders = any("/" in scene.ref.file for scene in scenes)
    acts: dict[str, list[str]] = {}
    for scene in scenes:
        folder, slash, _ = scene.ref.file.partition("/")
        acts.setdefault(folder if slash or not in_folders else "", []).append(scene.id)
    return {name.removesuffix(".yaml"): tuple(acts[name]) for name in sorted(acts, key=_counted)}


def _counted(name: str) -> list[tuple[int, str]]:
    """A key that sorts `act_10` behind `act_9`."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def spoken(name: str) -> str:
    """The name of a folder, file or scene as people say it: `1_the_wall` is `1 The wall`."""
    number, _, words = name.replace("_", " ").strip().partition(" ") if name[:1].isdigit() else ("", "", "")
    words = words or ("" if number else name.replace("_", " ").strip())
    return " ".join(part for part in (number, words[:1].upper() + words[1:]) if part)
