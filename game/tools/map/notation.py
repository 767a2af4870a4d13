"""A story's graph as text for other programs: Mermaid, Graphviz and JSON. Knows nothing of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.model.story import Scene, Story

from .graph import Map, map_of
from .known import Known


def mermaid(story: Story) -> str:
    """The graph as a Mermaid flowchart; scenes of one act stand together."""
    return "\n".join(_mermaid_lines(story, map_of(story)))


def _mermaid_lines(story: Story, graph: Map) -> Iterator[str]:
    number = {scene.id: f"s{place}" for place, scene in enumerate(graph.scenes)}
    together = len(graph.acts) > 1
    yield "flowchart TD"
    for place, (act, scenes) in enumerate(graph.acts.items()):
        if act and together:
            yield f"  subgraph g{place}[{_quoted(act)}]"
        yield from (f"    {number[scene]}{_shape(story, story.scenes[scene])}" for scene in scenes)
        if act and together:
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


def dot(story: Story) -> str:
    """The graph for Graphviz; scenes of one act are a cluster.

    Straight lines and a bound on its search: with its own curves `dot` takes minutes from 1,000 scenes on.
    """
    return "\n".join(_dot_lines(story, map_of(story)))


def _dot_lines(story: Story, graph: Map) -> Iterator[str]:
    together = len(graph.acts) > 1
    yield f"digraph {_string(story.title)} {{"
    yield "  graph [rankdir=LR, splines=polyline, nslimit=2, nslimit1=2]"
    yield "  node [shape=box, style=rounded]"
    for place, (act, scenes) in enumerate(graph.acts.items()):
        if act and together:
            yield f"  subgraph cluster_{place} {{ label={_string(act)}"
        yield from (f"    {_string(scene)}{_attributes(story, story.scenes[scene])}" for scene in scenes)
        if act and together:
            yield "  }"
    for arrow in graph.arrows:
        label = f" [label={_string(arrow.label)}]" if arrow.label else ""
        yield f"  {_string(arrow.source)} -> {_string(arrow.target)}{label}"
    yield "}"


def _attributes(story: Story, scene: Scene) -> str:
    if scene.ending is not None:
        return f" [shape=doubleoctagon, label={_string(f'{scene.id}: {story.endings[scene.ending].title}')}]"
    return " [penwidth=2]" if scene.id == story.start else ""


def _string(text: str) -> str:
    """A string of Graphviz's: a backslash before a letter would mean something there."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def as_json(story: Story, known: Mapping[str, Known]) -> dict[str, Any]:
    """The graph and what is known of each scene, as the command prints it for programs."""
    graph = map_of(story)
    act = {scene: name for name, scenes in graph.acts.items() for scene in scenes}
    return {
        "title": story.title,
        "start": graph.start,
        "scenes": {scene.id: {"act": act[scene.id], **_scene(scene, known[scene.id])} for scene in graph.scenes},
        "arrows": [
            {
                "source": arrow.source,
                "target": arrow.target,
                "choice": arrow.choice,
                "condition": arrow.condition or None,
            }
            for arrow in graph.arrows
        ],
    }


def _scene(scene: Scene, known: Known) -> dict[str, Any]:
    return {
        "file": scene.ref.file,
        "line": scene.ref.line,
        "title": None if scene.title is None else scene.title.source,
        "you": scene.you,
        "place": scene.place,
        "ending": scene.ending,
        "words": known.words,
        "sets": list(known.sets),
        "reads": list(known.reads),
        "todo": list(known.todo),
        "linked": known.linked,
        "verdict": known.verdict,
        "replays": known.replays,
        "odds": known.odds,
    }
