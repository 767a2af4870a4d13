"""What flows through an explored graph: which states still lead to an ending, and with what chance each ending comes.

Knows nothing of reports. Parts of the story that no way leads back to are done in one go, whole arrays at a time; where
ways lead round, what can be peeled off is, and the states that really can reach each other are one tangled block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from .components import components
from .states.graph import Graph, Ints
from .states.sorting import different

ROUNDS = 10_000
"""How often leftover chances are passed round a block that is too tangled to be solved."""

WORK = 20_000_000
"""How many additions the exact solution of one tangled block may cost."""

NEGLIGIBLE = 1e-13

PORTION = 1 << 20
"""Nodes that are looked at at once."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes with their edges: the place of each edge in the graph, and where each node's begin in this list.

    Only nodes with ways out are in it; `starts` are theirs.
    """

    nodes: Ints
    starts: Ints
    edges: Ints


def blocks_of(graph: Graph, nodes: Ints) -> Iterator[Block]:
    """The nodes that have ways out, in portions."""
    for begin in range(0, len(nodes), PORTION):
        some = nodes[begin : begin + PORTION]
        some = some[graph.degree[some] > 0]
        if len(some):
            degree = graph.degree[some].astype(np.int64)
            starts = np.cumsum(degree) - degree
            edges = np.arange(int(degree.sum())) + np.repeat(graph.first[some] - starts, degree)
            yield Block(some, starts, edges)


def part_nodes(graph: Graph, part: Sequence[int]) -> Ints:
    """All nodes of some scenes."""
    return np.concatenate([graph.nodes[number] for number in part])


def is_round(graph: Graph, part: Sequence[int]) -> bool:
    """Whether ways lead from these scenes back to themselves."""
    if len(part) > 1:
        return True
    scene = graph.room(part[0]).scene
    ways = [*scene.goto, *(way for choice in scene.choices for way in choice.goto)]
    return any(way.to == scene.id for way in ways)


def hopeful(graph: Graph) -> NDArray[np.bool_]:
    """By node: whether an ending can still be reached, or the budget left that open."""
    alive = ~graph.expanded
    for number, nodes in enumerate(graph.nodes):
        if graph.room(number).scene.ending is not None:
            alive[nodes] = True
    for part in reversed(graph.parts):
        nodes = part_nodes(graph, part)
        for block in blocks_of(graph, nodes):
            alive[block.nodes] |= np.logical_or.reduceat(alive[graph.edges[block.edges]], block.starts)
        if is_round(graph, part) and not alive[nodes].all():
            _spread_back(graph, nodes, alive)
    return alive


def _spread_back(graph: Graph, nodes: Ints, alive: NDArray[np.bool_]) -> None:
    """Whatever leads to a node that is alive is so too."""
    sources, targets = _inner_edges(graph, nodes)
    order = np.argsort(targets, kind="stable")
    sources, targets = sources[order], targets[order]
    front = nodes[alive[nodes]]
    while len(front):
        low = np.searchsorted(targets, front)
        counts = np.searchsorted(targets, front, side="right") - low
        which = np.arange(int(counts.sum())) + np.repeat(low - (np.cumsum(counts) - counts), counts)
        before = different(sources[which])
        front = before[~alive[before]]
        alive[front] = True


def _inner_edges(graph: Graph, nodes: Ints) -> tuple[Ints, Ints]:
    """Source and target of every edge among all nodes of some scenes."""
    inside = np.zeros(len(graph.nodes), dtype=bool)
    inside[graph.scene[nodes]] = True
    sources, targets = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.int32)]
    for block in blocks_of(graph, nodes):
        after = graph.edges[block.edges]
        kept = inside[graph.scene[after]]
        sources.append(np.repeat(block.nodes, graph.degree[block.nodes])[kept])
        targets.append(after[kept])
    return np.concatenate(sources), np.concatenate(targets)


class Chances:
    """The chance of every node for a new player, to whom choices on offer are equal or weigh as `weights` says.

    `mass` is how often the node is come to on average, `error` a bound on what could not be followed. Exact up to
    rounding, also where ways lead round (the bound is 0), but for blocks too tangled for it. `alive` as `hopeful` gives
    it: what enters a trap is lost.
    """

    def __init__(self, graph: Graph, alive: NDArray[np.bool_], weights: Mapping[str, float] | None = None) -> None:
        self._graph = graph
        self._alive = alive
        self._weights = [_weights_of(graph, number, weights or {}) for number in range(len(graph.nodes))]
        self._weighted = bool(weights)
        self.mass: Floats = np.zeros(len(graph))
        self.error = 0.0
        if len(graph):
            self.mass[0] = 1.0
        for part in graph.parts:
            nodes = part_nodes(graph, part)
            nodes = nodes[graph.run[nodes] == 0]
            if is_round(graph, part):
                self._go_round(nodes)
            else:
                for block in blocks_of(graph, nodes):
                    self._pass_on(block)

    def of_endings(self) -> dict[str, float]:
        """The chance of each ending."""
        odds = dict.fromkeys(self._graph.steps.space.rules.story.endings, 0.0)
        for number, nodes in enumerate(self._graph.nodes):
            ending = self._graph.room(number).scene.ending
            if ending is not None:
                odds[ending] += float(self.mass[nodes].sum())
        return odds

    def shares(self, block: Block) -> Floats:
        """With what chance each edge of a block is taken by who is at its node."""
        degree = self._graph.degree[block.nodes].astype(np.int64)
        if not self._weighted:
            return np.repeat(1.0 / degree, degree)
        weights = np.empty(len(block.edges))
        scenes = np.repeat(self._graph.scene[block.nodes], degree)
        for number in different(scenes).tolist():
            which = scenes == number
            weights[which] = self._weights[number][self._graph.taken[block.edges[which]]]
        total = np.add.reduceat(weights, block.starts)
        equal = total == 0
        weights += np.repeat(equal, degree)
        shares: Floats = weights / np.repeat(np.where(equal, degree, total), degree)
        return shares

    def _pass_on(self, block: Block) -> None:
        moving = np.repeat(self.mass[block.nodes], self._graph.degree[block.nodes]) * self.shares(block)
        np.add.at(self.mass, self._graph.edges[block.edges], moving)

    def _go_round(self, nodes: Ints) -> None:
        """Peel off what nothing unfinished leads to, layer by layer; solve what is left."""
        if not len(nodes):
            return
        low, size = int(nodes.min()), len(nodes)  # One search numbers the nodes of a part one after the other.
        _, targets = _inner_edges(self._graph, nodes)
        waiting = np.bincount(targets - low, minlength=size)
        left = np.ones(size, dtype=bool)
        front = np.flatnonzero(waiting == 0)
        while len(front):
            left[front] = False
            led = [front[:0]]
            for block in blocks_of(self._graph, front + low):
                self._pass_on(block)
                after = self._graph.edges[block.edges].astype(np.int64) - low
                led.append(after[(after >= 0) & (after < size)])
            after = np.concatenate(led)
            np.subtract.at(waiting, after, 1)
            after = different(after)
            front = after[waiting[after] == 0]
        rest = np.flatnonzero(left) + low
        if len(rest):
            self._solve(rest.tolist())

    def _solve(self, rest: list[int]) -> None:
        ways = {node: self._ways(node) for node in rest}
        parts = list(components(rest, lambda node: [after for after in ways[node] if after in ways]))
        for part in reversed(parts):
            if len(part) > 1 or part[0] in ways[part[0]]:
                if self._alive[part[0]]:
                    self.error += _untangle({node: dict(ways[node]) for node in part}, self.mass)
                continue
            for after, share in ways[part[0]].items():
                self.mass[after] += self.mass[part[0]] * share

    def _ways(self, node: int) -> dict[int, float]:
        row: dict[int, float] = {}
        for block in blocks_of(self._graph, np.array([node])):
            for after, share in zip(self._graph.edges[block.edges].tolist(), self.shares(block).tolist(), strict=True):
                row[after] = row.get(after, 0.0) + share
        return row


def _weights_of(graph: Graph, number: int, weights: Mapping[str, float]) -> Floats:
    names = [arrow.name for arrow in graph.steps.arrows[number]]
    return np.array([weights.get(name, 1.0) for name in names] or [1.0])


def _untangle(ways: dict[int, dict[int, float]], mass: Floats) -> float:
    """Move the mass of these nodes to where it leaves them, by eliminating one node after the other.

    What a node has goes on along its ways, and its neighbours get ways past it. Returns what could not be moved. What a
    node is left with in the end is how often it was come to only where nothing was eliminated before it.
    """
    comes_from: dict[int, set[int]] = {node: set() for node in ways}
    for node, row in ways.items():
        for after in row.keys() & comes_from.keys():
            comes_from[after].add(node)
    queue: list[tuple[int, int]] = []
    for node, row in ways.items():
        heappush(queue, (len(row) * len(comes_from[node]), node))
    work = 0
    while queue and work < WORK:
        cost, node = heappop(queue)
        if node not in ways:
            continue
        if (now := len(ways[node]) * len(comes_from[node])) > cost:
            heappush(queue, (now, node))
            continue
        work += now + 1
        _eliminate(node, ways, comes_from, mass)
    return _pass_round(ways, mass)


def _eliminate(node: int, ways: dict[int, dict[int, float]], comes_from: dict[int, set[int]], mass: Floats) -> None:
    row = ways.pop(node)
    row.pop(node, None)
    sources = comes_from.pop(node) - {node}
    leaving = sum(row.values())  # One minus the chance of staying, without the rounding of that subtraction.
    for after, share in row.items():
        mass[after] += mass[node] * share / leaving
        if after in comes_from:
            comes_from[after].discard(node)
    mass[node] = 0.0
    for source in sources:
        past = ways[source]
        weight = past.pop(node)
        for after, share in row.items():
            past[after] = past.get(after, 0.0) + weight * share / leaving
            if after in comes_from:
                comes_from[after].add(source)


def _pass_round(ways: dict[int, dict[int, float]], mass: Floats) -> float:
    """Push what is left along its ways until next to nothing is."""
    for _ in range(ROUNDS):
        left = sum(float(mass[node]) for node in ways)
        if left < NEGLIGIBLE:
            break
        for node, row in ways.items():
            moving, mass[node] = mass[node], 0.0
            for after, share in row.items():
                mass[after] += moving * share
    return sum(float(mass[node]) for node in ways)
