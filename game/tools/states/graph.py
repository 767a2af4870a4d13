"""Every state that was found, as numbered nodes in arrays. Knows nothing of how they were found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .space import Room, Words
from .steps import Steps

ROOT = -1
"""The parent of a node where a search began."""

Ints = NDArray[np.signedinteger]


@dataclass(slots=True)
class Graph:
    """Arrays are indexed by node. `edges[first[n]:first[n] + degree[n]]` are the nodes that n leads to, `taken` by
    which arrow of its scene each does.

    `parent` and `via` (place of the arrow in its scene) lead back to the root on a shortest way; `depth` counts the
    choices on it. `expanded` is False where the budget ran out before the node's ways out were followed. `run` numbers
    the search that found the node: 0 for a new player, then those for players who had seen the endings in `players`.
    """

    steps: Steps
    scene: Ints
    depth: Ints
    parent: Ints
    via: Ints
    run: Ints
    first: Ints
    degree: Ints
    expanded: NDArray[np.bool_]
    edges: Ints
    taken: Ints
    states: list[Words]
    """By scene: its states, in the order of `nodes`."""
    nodes: list[Ints]
    """By scene: the node of each of its states."""
    players: list[frozenset[str]]
    parts: list[list[int]]
    """Scenes that can lead to each other, each part before those that it leads to."""
    complete: bool = True

    def __len__(self) -> int:
        return len(self.scene)

    def room(self, number: int) -> Room:
        """The room of a scene."""
        return self.steps.space.rooms[number]

    def nearest(self, nodes: Ints) -> int | None:
        """Of some nodes the one a new player comes to soonest, else the one that takes the fewest endings, choices."""
        if not len(nodes):
            return None
        ranks = self.run[nodes].astype(np.int64) << 32 | self.depth[nodes]
        return int(nodes[int(np.argmin(ranks))])

    def way_to(self, node: int) -> list[tuple[int, int]]:
        """The nodes on a shortest way to a node, each with the place of the arrow that leaves it; the last has none."""
        way = [(node, ROOT)]
        while self.parent[node] != ROOT:
            place, node = int(self.via[node]), int(self.parent[node])
            way.append((node, place))
        return way[::-1]

    def path(self, node: int) -> tuple[str, ...]:
        """The choices (`scene.choice`) of a shortest way to a node."""
        arrows = self.steps.arrows
        names = (arrows[self.scene[at]][place].name for at, place in self.way_to(node) if place != ROOT)
        return tuple(name for name in names if name)

    def reached(self, node: int) -> frozenset[str]:
        """The endings that the player who comes to a node had seen before."""
        return self.players[int(self.run[node])]

    def successors(self, node: int) -> Ints:
        """The nodes that one leads to."""
        start = self.first[node]
        return self.edges[start : start + self.degree[node]]

    def ways(self, node: int) -> Iterator[tuple[int, int]]:
        """Place of the arrow, and node that it leads to, for every way on offer at a node."""
        start = int(self.first[node])
        end = start + int(self.degree[node])
        yield from zip(self.taken[start:end].tolist(), self.edges[start:end].tolist(), strict=True)
