"""Draws a graph as one HTML page that needs no network. Knows nothing of stories.

Nodes stand in rows by their distance from the start, near those they come from; arrows that lead back up are drawn at
the side in another colour. A list below says the same in words, for those who read with their ears or search.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from html import escape
from typing import TypeAlias

Arrow: TypeAlias = tuple[str, str, str]
"""Source, target, label."""

WIDTH, HEIGHT, ACROSS, DOWN = 176, 34, 200, 92

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; background: #16181d; color: #e8e4da; }
a { color: inherit; }
svg { display: block; }
.frame { overflow: auto; border: 1px solid #3a3f4a; border-radius: 6px; max-height: 80vh; }
rect { fill: #262a33; stroke: #6f7a8c; }
.start rect { stroke: #e0b050; stroke-width: 2.5; }
.ending rect { fill: #3a2326; stroke: #d9786a; }
.lost rect { stroke-dasharray: 4 3; }
text { fill: #e8e4da; font-size: 12px; text-anchor: middle; }
path { fill: none; stroke: #8d97a8; stroke-width: 1.2; }
path.back { stroke: #6d9fd1; stroke-dasharray: 5 3; }
path:hover { stroke: #e0b050; stroke-width: 3; }
dt { font-weight: 600; margin-top: .6rem; }
"""


def page(title: str, start: str, nodes: Sequence[str], arrows: Sequence[Arrow], endings: Mapping[str, str]) -> str:
    """The page. `endings` maps those nodes that end the story to what they are called."""
    places = _places(start, nodes, arrows)
    width = max(x for x, _ in places.values()) + ACROSS
    height = max(y for _, y in places.values()) + DOWN
    drawn = [*(_arrow(places, arrow) for arrow in arrows)]
    drawn += [_node(name, places[name], _kind(name, start, endings), endings.get(name, name)) for name in nodes]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}: map</title>\n'
        f"<style>{STYLE}</style></head><body>\n<h1>{escape(title)}</h1>\n"
        f"<p>{len(nodes)} scenes, {len(arrows)} ways. Hover over an arrow to see what takes it.</p>\n"
        f'<div class="frame"><svg role="img" aria-label="Map of the story; the list below says the same" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" style="fill:#8d97a8;stroke:none"/></marker></defs>\n'
        + "\n".join(drawn)
        + "\n</svg></div>\n<h2>Scenes</h2>\n<dl>\n"
        + "\n".join(_entry(name, arrows, endings) for name in nodes)
        + "\n</dl>\n</body></html>\n"
    )


def _places(start: str, nodes: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, tuple[int, int]]:
    """Where each node stands: by distance from the start downwards, in order of discovery across."""
    leads: dict[str, list[str]] = {name: [] for name in nodes}
    for source, target, _ in arrows:
        leads[source].append(target)
    depth = {start: 0}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for target in leads[name]:
            if target not in depth:
                depth[target] = depth[name] + 1
                waiting.append(target)
    below = max(depth.values()) + 1
    rows: dict[int, int] = {}
    places = {}
    for name in [*depth, *(name for name in nodes if name not in depth)]:
        row = depth.get(name, below)
        places[name] = (20 + rows.get(row, 0) * ACROSS, 20 + row * DOWN)
        rows[row] = rows.get(row, 0) + 1
    return places


def _kind(name: str, start: str, endings: Mapping[str, str]) -> str:
    return "start" if name == start else "ending" if name in endings else "scene"


def _node(name: str, place: tuple[int, int], kind: str, title: str) -> str:
    x, y = place
    shown = title if len(title) <= 26 else title[:25] + "…"
    return (
        f'<a href="#{escape(name)}"><g class="{kind}"><title>{escape(name)}: {escape(title)}</title>'
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="5"/>'
        f'<text x="{x + WIDTH // 2}" y="{y + 21}">{escape(shown)}</text></g></a>'
    )


def _arrow(places: Mapping[str, tuple[int, int]], arrow: Arrow) -> str:
    source, target, label = arrow
    (x1, y1), (x2, y2) = places[source], places[target]
    title = f"<title>{escape(source)} to {escape(target)}{escape(': ' + label if label else '')}</title>"
    if y2 > y1:
        x1, y1, x2 = x1 + WIDTH // 2, y1 + HEIGHT, x2 + WIDTH // 2
        bend = (y1 + y2) // 2
        return f'<path marker-end="url(#tip)" d="M{x1} {y1}C{x1} {bend} {x2} {bend} {x2} {y2}">{title}</path>'
    x1, y1, x2, y2 = x1 + WIDTH, y1 + HEIGHT // 2, x2 + WIDTH, y2 + HEIGHT // 2 + (6 if source == target else 0)
    out = max(x1, x2) + 26
    return f'<path class="back" marker-end="url(#tip)" d="M{x1} {y1}C{out} {y1} {out} {y2} {x2} {y2}">{title}</path>'


def _entry(name: str, arrows: Sequence[Arrow], endings: Mapping[str, str]) -> str:
    ways = [
        f'<dd>{escape(label) or "goes on"} to <a href="#{escape(target)}">{escape(target)}</a></dd>'
        for source, target, label in arrows
        if source == name
    ]
    if name in endings:
        ways.append(f"<dd>ends with: {escape(endings[name])}</dd>")
    return f'<dt id="{escape(name)}">{escape(name)}</dt>' + "".join(ways)
