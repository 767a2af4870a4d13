"""Places the nodes of a graph in columns and rows so that arrows run to the right. Knows nothing of what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Arrows: TypeAlias = Mapping[str, tuple[str, ...]]
"""By node, where its arrows lead; every node is a key."""
SWEEPS = 4


def placed(arrows: Arrows, first: str) -> dict[str, tuple[int, float]]:
    """Column and row of each node: columns from 0 by the longest way from `first`, rows around 0 and at least 1 apart.

    Arrows that lead back in a circle do not count.
    """
    order = _onward(arrows, first)
    columns = _columns(order)
    layers: list[list[str]] = [[] for _ in range(max(columns.values(), default=0) + 1)]
    for node in order:
        layers[columns[node]].append(node)
    before = _reversed(order)
    at: dict[str, float] = {}
    for layer in layers:
        _number(layer, at)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for layer in layers if forward else reversed(layers):
            _sort(layer, before if forward else order, at)
    rows: dict[str, float] = {}
    for layer in layers:
        _settle(layer, before, rows)
    return {node: (columns[node], rows[node]) for node in order}


def _onward(arrows: Arrows, first: str) -> dict[str, tuple[str, ...]]:
    """The graph without the arrows that lead back, in an order in which arrows lead only to later nodes."""
    done: dict[str, tuple[str, ...]] = {}
    open_: set[str] = set()
    for root in (first, *arrows):
        if root in done or root not in arrows:
            continue
        kept: dict[str, list[str]] = {root: []}
        stack = [(root, iter(arrows[root]))]
        open_.add(root)
        while stack:
            node, rest = stack[-1]
            for after in rest:
                if after in open_:
                    continue
                kept[node].append(after)
                if after not in done:
                    open_.add(after)
                    kept[after] = []
                    stack.append((after, iter(arrows[after])))
                    break
            else:
                stack.pop()
                open_.discard(node)
                done[node] = tuple(dict.fromkeys(kept[node]))
    return dict(reversed(done.items()))


def _columns(order: Arrows) -> dict[str, int]:
    columns = dict.fromkeys(order, 0)
    for node, afters in order.items():
        for after in afters:
            columns[after] = max(columns[after], columns[node] + 1)
    return columns


def _reversed(order: Arrows) -> dict[str, tuple[str, ...]]:
    before: dict[str, list[str]] = {node: [] for node in order}
    for node, afters in order.items():
        for after in afters:
            before[after].append(node)
    return {node: tuple(nodes) for node, nodes in before.items()}


def _number(layer: list[str], at: dict[str, float]) -> None:
    """Say where each node of a column stands, counted from its middle."""
    at.update((node, index - len(layer) / 2) for index, node in enumerate(layer))


def _sort(layer: list[str], neighbours: Arrows, at: dict[str, float]) -> None:
    """Order a column by where its neighbours stand."""
    layer.sort(key=lambda node: _mean((at[near] for near in neighbours[node]), at[node]))
    _number(layer, at)


def _settle(layer: list[str], before: Arrows, rows: dict[str, float]) -> None:
    """Give a column its rows: each as near its neighbours as the others leave room for."""
    wished = [_mean((rows[near] for near in before[node] if near in rows), 0.0) for node in layer]
    taken: list[float] = []
    for wish in wished:
        taken.append(wish if not taken else max(wish, taken[-1] + 1))
    shift = (sum(wished) - sum(taken)) / len(layer)
    rows.update((node, row + shift) for node, row in zip(layer, taken, strict=True))


def _mean(values: Iterable[float], otherwise: float) -> float:
    held = list(values)
    return sum(held) / len(held) if held else otherwise
