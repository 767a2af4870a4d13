"""A story as a graph: scenes, and the arrows between them, as Mermaid text or as a page. Knows nothing of files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.story import Branch, Scene, Story

from .map_page import page

__all__ = ["Arrow", "Map", "html", "map_of", "mermaid"]


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
    """The whole graph; scenes that lead nowhere but to an ending are its leaves."""

    start: str
    scenes: tuple[Scene, ...]
    arrows: tuple[Arrow, ...]


def map_of(story: Story) -> Map:
    """The graph of a story."""
    return Map(
        story.start,
        tuple(story.scenes.values()),
        tuple(arrow for scene in story.scenes.values() for arrow in _arrows(scene)),
    )


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


def mermaid(story: Story) -> str:
    """The graph as a Mermaid flowchart; scenes of one folder or file stand together."""
    return "\n".join(_mermaid_lines(story, map_of(story)))


def _mermaid_lines(story: Story, graph: Map) -> Iterator[str]:
    number = {scene.id: f"s{place}" for place, scene in enumerate(graph.scenes)}
    groups: dict[str, list[Scene]] = {}
    for scene in graph.scenes:
        groups.setdefault(scene.ref.file.removesuffix(".yaml"), []).append(scene)
    yield "flowchart TD"
    for place, (group, scenes) in enumerate(groups.items()):
        if group and len(groups) > 1:
            yield f"  subgraph g{place}[{_quoted(group)}]"
        yield from (f"    {number[scene.id]}{_shape(story, scene)}" for scene in scenes)
        if group and len(groups) > 1:
            yield "  end"
    for arrow in graph.arrows:
        label = f"|{_quoted(arrow.label)}|" if arrow.label else ""
        yield f"  {number[arrow.source]} -->{label} {number[arrow.target]}"


def _shape(story: Story, scene: Scene) -> str:
    if scene.ending is not None:
        return f"([{_quoted(f'{scene.id}: {story.endings[scene.ending].title}')}])"
    if scene.id == story.start:
        return f"(({_quoted(scene.id)}))"
    return f"({_quoted(scene.id)})" if scene.goto else f"[{_quoted(scene.id)}]"


def _quoted(text: str) -> str:
    """The text where Mermaid can read nothing into it."""
    escaped = "".join(c if c.isalnum() or c in " _./:,()" else f"#{ord(c)};" for c in text)
    return f'"{escaped}"'


def html(story: Story) -> str:
    """The graph as one page that needs no network."""
    graph = map_of(story)
    arrows = [(arrow.source, arrow.target, arrow.label) for arrow in graph.arrows]
    endings = {scene.id: story.endings[scene.ending].title for scene in graph.scenes if scene.ending is not None}
    return page(story.title, graph.start, [scene.id for scene in graph.scenes], arrows, endings)
