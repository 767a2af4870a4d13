"""The map as one page that needs no network: what the page's program needs to draw, search and tell. Knows no files.

What is drawn stands in one block of data, what is read in another that is only unpacked when somebody reads.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from game.model.expression import Effect, GuardedEffects
from game.model.story import Branch, Choice, Scene, Story
from game.tools.lines import Part, written_in
from game.tools.readings import PLAIN, reading

from .graph import Map, map_of, spoken
from .known import Known
from .layout import layout_of

PROGRAM = ("data.js", "routes.js", "layers.js", "painter.js", "camera.js", "telling.js", "panel.js", "main.js")
"""The parts of the page's program, in order."""

_NAME = replace(PLAIN, emphasis=str)
"""A title as it is painted, without stars."""
VERDICTS = ("reachable", "unknown", "unreachable")


def page(story: Story, known: Mapping[str, Known], odds: Mapping[str, float | None] = MappingProxyType({})) -> str:
    """The page; `odds` are those of endings, as far as they are known."""
    parts = files("game.tools.map") / "page"
    text = {name: (parts / name).read_text(encoding="utf-8") for name in ("page.html", "page.css", *PROGRAM)}
    program = '"use strict";\n(() => {\n' + "\n".join(text[name] for name in PROGRAM) + "\n})();\n"
    style = text["page.css"]
    filled = {
        "TITLE": escape(story.title),
        "LANGUAGE": escape(story.language),
        "POLICY": f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(program)}'",
        "STYLE": style,
        "DATA": _packed(drawn(story, known, odds)),
        "TEXT": _packed(told(story)),
        "PROGRAM": program,
    }
    whole = text["page.html"]
    for name, value in filled.items():
        before, _, after = whole.partition(f"@@{name}@@")
        whole = before + value + after
    return whole


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _packed(data: object) -> str:
    """JSON in which no tag can end."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def drawn(story: Story, known: Mapping[str, Known], odds: Mapping[str, float | None]) -> dict[str, Any]:
    """What the picture and its layers need; scenes, acts, names and variables by number."""
    graph = map_of(story)
    number = {scene.id: place for place, scene in enumerate(graph.scenes)}
    variables = {variable.name: place for place, variable in enumerate(story.variables)}
    holders = list(dict.fromkeys(scene.you for scene in graph.scenes if scene.you))
    found = [known[scene.id] for scene in graph.scenes]
    return {
        "title": story.title,
        "start": number[graph.start],
        "acts": [spoken(name) for name in graph.acts],
        **_placed(graph, number),
        "id": [scene.id for scene in graph.scenes],
        "label": [_label(story, scene) for scene in graph.scenes],
        "ending": [None if scene.ending is None else story.endings[scene.ending].title for scene in graph.scenes],
        "endings": list(_endings(story, number, odds)),
        "holders": [story.cast[name].name if name in story.cast else spoken(name) for name in holders],
        "you": [holders.index(scene.you) if scene.you else -1 for scene in graph.scenes],
        "variables": list(variables),
        "sets": [[variables[name] for name in each.sets] for each in found],
        "reads": [[variables[name] for name in each.reads if name in variables] for each in found],
        "words": [each.words for each in found],
        "todo": [len(each.todo) for each in found],
        "linked": [int(each.linked) for each in found],
        "replays": _all([each.replays for each in found]),
        "odds": _all([None if each.odds is None else round(each.odds, 4) for each in found]),
        "verdict": _all([None if each.verdict is None else VERDICTS.index(each.verdict) for each in found]),
    }


def _endings(story: Story, number: Mapping[str, int], odds: Mapping[str, float | None]) -> Iterator[list[Any]]:
    """The endings that scenes come to: title, those scenes, and odds where they are known."""
    for ending in story.endings.values():
        scenes = [number[scene.id] for scene in story.scenes.values() if scene.ending == ending.id]
        share = odds.get(ending.id)
        if scenes:
            yield [ending.title, scenes, None if share is None else round(share, 4)]


def _all(values: list[Any]) -> list[Any] | None:
    """The values, None where nobody asked for them."""
    return None if None in values else values


def _placed(graph: Map, number: Mapping[str, int]) -> dict[str, Any]:
    """Lines and places in hundredths of a row; arrows as source, target and the rows where they cross columns."""
    ends = [(arrow.source, arrow.target) for arrow in graph.arrows]
    layout = layout_of(graph.start, graph.acts.values(), ends)
    places = [layout.places[scene.id] for scene in graph.scenes]
    chapters: dict[str, tuple[int, int]] = {}
    alone = {f"{name}.yaml" for name in graph.acts}  # Files that are acts themselves, and named as such.
    for scene, (line, column, _) in zip(graph.scenes, places, strict=True):
        if scene.ref.file in alone:
            continue
        chapters[scene.ref.file] = min((line, column), chapters.get(scene.ref.file, (line, column)))
    return {
        "lines": [[line.act, _hundredths(line.top), _hundredths(line.bottom)] for line in layout.lines],
        "line": [line for line, _, _ in places],
        "column": [column for _, column, _ in places],
        "row": [_hundredths(row) for _, _, row in places],
        "chapters": [
            [*place, spoken(name.rpartition("/")[2].removesuffix(".yaml"))] for name, place in chapters.items()
        ],
        "arrows": [
            [number[source], number[target], [_hundredths(row) for row in layout.bends[place]]]
            if place in layout.bends
            else [number[source], number[target]]
            for place, (source, target) in enumerate(ends)
        ],
    }


def _hundredths(rows: float) -> int:
    return round(rows * 100)


def _label(story: Story, scene: Scene) -> str:
    if scene.ending is not None:
        return story.endings[scene.ending].title
    return reading(scene.title, _NAME) if scene.title is not None else spoken(scene.id)


def told(story: Story) -> list[dict[str, Any]]:
    """What is read of each scene; what is empty is left out."""
    number = {name: place for place, name in enumerate(story.scenes)}
    return [_full(_told(story, scene, number)) for scene in story.scenes.values()]


def _told(story: Story, scene: Scene, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "file": f"{scene.ref.file}:{scene.ref.line}",
        "place": story.places[scene.place].name if scene.place else None,
        "enter": list(_effects(scene.enter)),
        "lines": [_full(line) for line in _lines(story, scene)],
        "choices": [_full(_choice(choice, number)) for choice in scene.choices],
        "goto": list(_ways(scene.goto, number)),
        "notes": scene.notes,
        "beats": list(scene.beats),
    }


def _full(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], (), False)}


def _lines(story: Story, scene: Scene) -> Iterator[dict[str, Any]]:
    for line in written_in(scene):
        if line.choice is None and line.part is not Part.TITLE:
            yield {
                "who": story.cast[line.speaker].name if line.speaker else None,
                "text": reading(line.said, PLAIN),
                "when": " and ".join(line.when),
                "soft": line.part is Part.SOFT,
            }


def _choice(choice: Choice, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": choice.id,
        "text": reading(choice.text, PLAIN),
        "when": None if choice.when is None else choice.when.source,
        "locked": None if choice.locked is None else reading(choice.locked, PLAIN),
        "once": choice.once,
        "do": list(_effects(choice.do)),
        "goto": list(_ways(choice.goto, number)),
    }


def _ways(branches: Iterable[Branch], number: Mapping[str, int]) -> Iterator[list[Any]]:
    for branch in branches:
        yield [number[branch.to]] if branch.when is None else [number[branch.to], branch.when.source]


def _effects(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        if isinstance(effect, GuardedEffects):
            yield f"{', '.join(each.source for each in effect.do)} if {effect.when.source}"
        else:
            yield effect.source
