"""Makes a small set of replays that takes every choice and sees every scene that can be. Knows nothing of files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from game.engine.recording import replay_text
from game.engine.rules import Rules
from game.model.story import Scene, Story

from .explore import MAX_STATES, graph_of
from .flow import blocks_of
from .states.budget import Budget
from .states.graph import ROOT, Graph, Ints
from .states.sorting import different
from .states.steps import Arrow

NEVER = -1

LARGE = 20_000
"""Nodes from which on only the shortest ways to each scene and choice, and on to an ending, are combined to paths."""

Way: TypeAlias = tuple[Arrow, int]
"""What is taken, and the node that it leads to."""


@dataclass(frozen=True, slots=True)
class Path:
    """The choices of a path for a player who had reached these endings, and the scene where it ends."""

    path: tuple[str, ...]
    reached: frozenset[str]
    last: Scene


def covering(story: Story, budget: Budget | None = None) -> list[tuple[str, str]]:
    """Replays as pairs of file name and text. They take every choice, and enter every scene, that was found reachable.

    Each goes from the start to the nearest thing that no replay has done yet, from there to the next, and when there is
    none ahead any more to the nearest ending. Where somebody asked to stop, only the next one is still made.
    """
    budget = budget or Budget(states=MAX_STATES)
    found = []
    for place, way in enumerate(_Cover(graph_of(Rules(story), budget=budget, texts=False)).ways(), 1):
        found.append(_written(place, way))
        budget.tell("replays that cover something new", place)
        if budget.stop():
            break
    return found


def paths(story: Story) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """The choices of the same replays, and the endings that the player must have seen before."""
    return [(way.path, way.reached) for way in _Cover(graph_of(Rules(story), texts=False)).ways()]


def _written(number: int, way: Path) -> tuple[str, str]:
    last = way.last
    text = replay_text(
        f"Cover {number:02}: " + (f"the ending {last.ending}" if last.ending else f"as far as {last.id}"),
        way.path,
        reached=sorted(way.reached),
        at=None if last.goto or last.ending else last.id,
        ending=last.ending,
    )
    return f"cover_{number:02}_{last.ending or last.id}.replay.yaml", text


class _Cover:
    """An explored graph, and what of it still lies undone."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._to_ending = _steps_to_ending(graph)
        self._choices = {arrow.name for arrow in _taken(graph)}
        self._scenes = {number for number, nodes in enumerate(graph.nodes) if len(nodes)}
        self._inside = _shortest_ways(graph, self._to_ending) if len(graph) > LARGE else None

    def ways(self) -> Iterator[Path]:
        """One path after the other until nothing new can be done."""
        for root in np.flatnonzero(self._graph.parent == ROOT).tolist():
            while self._passing(root) is not None and (self._is_new(root) or self._ahead(root)):
                yield self._path(root)

    def _path(self, root: int) -> Path:
        graph = self._graph
        self._scenes.discard(graph.scene[root])
        ways = self._walk(root)
        last = graph.room(graph.scene[ways[-1][1] if ways else root]).scene
        return Path(tuple(arrow.name for arrow, _ in ways if arrow.choice is not None), graph.reached(root), last)

    def _walk(self, node: int) -> list[Way]:
        """All that is new on one path, and then on to an ending where there is one to come to."""
        walked: list[Way] = []
        while ahead := self._ahead(node):
            for way in ahead:
                self._choices.discard(way[0].name)
                self._scenes.discard(self._graph.scene[way[1]])
            walked += ahead
            node = walked[-1][1]
        return walked + self._way_out(node) if self._to_ending[node] != NEVER else self._to_rest(walked, node)

    def _ahead(self, root: int) -> list[Way]:
        """The shortest way from a node to something new; what leads away from every ending comes last."""
        hopeless: list[Way] = []
        came: dict[int, tuple[int, Way] | None] = {root: None}
        waiting = deque([root])
        while waiting:
            node = waiting.popleft()
            ways = [way for way in self._ways(node) if self._inside is None or way[1] in self._inside]
            new = [way for way in ways if self._is_new(way[1]) or way[0].name in self._choices]
            for way in sorted(new, key=lambda way: -self._to_ending[way[1]]):
                if self._to_ending[way[1]] != NEVER:
                    return [*_back(came, node), way]
                hopeless = hopeless or [*_back(came, node), way]
            for way in ways:
                if way[1] not in came:
                    came[way[1]] = node, way
                    waiting.append(way[1])
        return hopeless

    def _is_new(self, node: int) -> bool:
        return self._graph.scene[node] in self._scenes

    def _way_out(self, node: int) -> list[Way]:
        ways = []
        while self._to_ending[node] > 0:
            onward = [way for way in self._ways(node) if self._to_ending[way[1]] == self._to_ending[node] - 1]
            ways.append(onward[0])
            node = onward[0][1]
        return ways

    def _to_rest(self, ways: list[Way], node: int) -> list[Way]:
        """The way on to where a choice is awaited; back to before the last choice where that never comes."""
        passing = self._passing(node)
        if passing is not None:
            return ways + passing
        return ways[: max((place for place, (arrow, _) in enumerate(ways) if arrow.choice is not None), default=0)]

    def _passing(self, node: int) -> list[Way] | None:
        """The way through scenes that go on by themselves, None where they go on for ever."""
        ways: list[Way] = []
        passed = {node}
        while self._passes(node):
            ways += self._ways(node)
            node = ways[-1][1]
            if node in passed:
                return None
            passed.add(node)
        return ways

    def _passes(self, node: int) -> bool:
        return bool(self._graph.room(self._graph.scene[node]).scene.goto) and bool(self._graph.expanded[node])

    def _ways(self, node: int) -> list[Way]:
        """What is on offer at a node, and where it leads."""
        arrows = self._graph.steps.arrows[self._graph.scene[node]]
        return [(arrows[place], after) for place, after in self._graph.ways(node)]


def _back(came: dict[int, tuple[int, Way] | None], node: int) -> list[Way]:
    """The ways that led a search to a node."""
    ways = []
    while (step := came[node]) is not None:
        node, way = step
        ways.append(way)
    return ways[::-1]


def _taken(graph: Graph) -> Iterator[Arrow]:
    """The choices that are on offer somewhere."""
    for number, nodes in enumerate(graph.nodes):
        for arrow in graph.steps.arrows[number] if len(nodes) else ():
            if arrow.choice is not None and arrow.is_open(graph.states[number]).any():
                yield arrow


def _shortest_ways(graph: Graph, to_ending: Ints) -> set[int]:
    """The nodes on a shortest way to every scene and through every choice, and from there on to an ending."""
    inside: set[int] = set()
    for number, nodes in enumerate(graph.nodes):
        goals = [] if not len(nodes) else [(nodes, ROOT)]
        arrows = graph.steps.arrows[number] if len(nodes) else ()
        goals += [(nodes[arrow.is_open(graph.states[number])], arrow.place) for arrow in arrows]
        for open_, place in goals:
            nearest = graph.nearest(open_[to_ending[open_] != NEVER])
            nearest = graph.nearest(open_) if nearest is None else nearest
            if nearest is not None:
                inside.update(node for node, _ in graph.way_to(nearest))
                after = [target for taken, target in graph.ways(nearest) if taken == place]
                inside.update(_way_out(graph, to_ending, after[0] if after else nearest))
    return inside


def _way_out(graph: Graph, to_ending: Ints, node: int) -> Iterator[int]:
    """The nodes from this one on to the nearest ending."""
    yield node
    while to_ending[node] > 0:
        node = next(after for _, after in graph.ways(node) if to_ending[after] == to_ending[node] - 1)
        yield node


def _steps_to_ending(graph: Graph) -> Ints:
    """By node: how many arrows lead to the nearest ending, NEVER where none do."""
    steps = np.full(len(graph), NEVER, dtype=np.int32)
    sources, targets = [], []
    for block in blocks_of(graph, np.arange(len(graph))):
        sources.append(np.repeat(block.nodes, graph.degree[block.nodes]).astype(np.int32))
        targets.append(graph.edges[block.edges])
    source, target = np.concatenate(sources or [steps[:0]]), np.concatenate(targets or [steps[:0]])
    order = np.argsort(target, kind="stable")
    source, target = source[order], target[order]
    ends = [nodes for number, nodes in enumerate(graph.nodes) if graph.room(number).scene.ending is not None]
    front = np.concatenate(ends) if ends else steps[:0]
    distance = 0
    while len(front):
        steps[front] = distance
        distance += 1
        low = np.searchsorted(target, front)
        counts = np.searchsorted(target, front, side="right") - low
        which = np.arange(int(counts.sum())) + np.repeat(low - (np.cumsum(counts) - counts), counts)
        before = different(source[which])
        front = before[steps[before] == NEVER]
    return steps
