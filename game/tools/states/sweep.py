"""Visits every state of a space in large batches. Knows nothing of verdicts or chances.

Scenes are taken in the order in which the story can come to them; where scenes lead round to each other, layer by
layer, a layer being all states that the same number of choices leads to. So every state is entered once, by a shortest
way.

`reached` is unknown but fixed for a playthrough: the search is made for a new player and then again for every set of
endings that the way through the story asks about, the fewest first.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from game.tools.components import components

from .apart import ways_of
from .budget import Budget, Spent
from .graph import ROOT, Graph, Ints
from .sorting import different
from .space import Words, keys
from .steps import Steps

PORTION = 1 << 18
"""States that are followed at once."""

BYTES_A_STATE = 51
"""What a state costs besides its words: 35 as a node, and what is worked out about each in the end."""

BYTES_AN_EDGE = 6
"""What each way from one state to another costs."""

BYTES_WAITING = 16
"""What a state on its way into a scene costs besides its words."""

UNENTERED = -1
"""Stands for the node that an edge leads to, until that is entered."""


@dataclass(slots=True)
class _Coming:
    """States on their way into a scene: whence, by which arrow, after how many choices, and where to note the node."""

    states: Words
    depth: Ints
    parent: Ints
    via: int
    slots: Ints


class _Grown:
    """An array that grows at its end."""

    def __init__(self, kind: type[np.generic]) -> None:
        self._array: NDArray[np.generic] = np.zeros(1024, dtype=kind)
        self.size = 0

    def extend(self, values: NDArray[np.generic] | int, count: int) -> None:
        """Add so many values."""
        if self.size + count > len(self._array):
            grown = np.zeros(max(self.size + count, len(self._array) * 3 // 2), dtype=self._array.dtype)
            grown[: self.size] = self._array[: self.size]
            self._array = grown
        self._array[self.size : self.size + count] = values
        self.size += count

    def __getitem__(self, which: Ints | slice) -> Ints:
        return self._array[: self.size][which]  # type: ignore[return-value]

    def __setitem__(self, which: Ints | slice, values: NDArray[np.generic] | int | bool) -> None:
        self._array[: self.size][which] = values

    def done(self) -> Ints:
        """The array, as long as it grew."""
        return self._array[: self.size]  # type: ignore[return-value]


class _Sweep:
    def __init__(self, steps: Steps, budget: Budget) -> None:
        self.steps = steps
        self.budget = budget
        scenes = list(steps.space.rules.story.scenes.values())
        number = steps.space.number
        self.leads = [sorted({number[way.to] for way in ways_of(scene)}) for scene in scenes]
        start = number[steps.space.rules.story.start]
        self.parts = [sorted(part) for part in components([start], self.leads.__getitem__)][::-1]
        self.passing = [bool(scene.goto) for scene in scenes]
        self.scene, self.depth, self.parent = _Grown(np.int32), _Grown(np.int32), _Grown(np.int32)
        self.via, self.run, self.first = _Grown(np.int16), _Grown(np.int16), _Grown(np.int64)
        self.degree, self.expanded = _Grown(np.int16), _Grown(np.bool_)
        self.edges, self.taken = _Grown(np.int32), _Grown(np.int16)
        self.states = [np.zeros((0, 1), dtype=np.uint64) for _ in scenes]
        self.nodes = [np.zeros(0, dtype=np.int32) for _ in scenes]
        self.coming: list[list[_Coming]] = [[] for _ in scenes]
        self.players: list[frozenset[str]] = []
        self.waiting = 0

    def graph(self) -> Graph:
        complete = True
        try:
            for reached in _players(self.steps):
                self._search_for(reached)
        except Spent:
            complete = False
        unknown = self.edges[:] == UNENTERED
        if unknown.any():
            self._forget_open_edges(unknown)
        return Graph(
            self.steps,
            scene=self.scene.done(),
            depth=self.depth.done(),
            parent=self.parent.done(),
            via=self.via.done(),
            run=self.run.done(),
            first=self.first.done(),
            degree=self.degree.done(),
            expanded=self.expanded.done().astype(bool),
            edges=self.edges.done(),
            taken=self.taken.done(),
            states=self.states,
            nodes=self.nodes,
            players=self.players,
            parts=self.parts,
            complete=complete,
        )

    def _search_for(self, reached: frozenset[str]) -> None:
        room, words = self.steps.space.first(reached)
        first = np.array([words], dtype=np.uint64)
        nothing = np.zeros(1, dtype=np.int32)
        self.players.append(reached)
        self.coming[room.number] = [_Coming(first, nothing, nothing + ROOT, ROOT, np.zeros(0, dtype=np.int64))]
        self.waiting += 1
        for part in self.parts:
            if any(self.coming[number] for number in part):
                if len(part) == 1 and part[0] not in self.leads[part[0]]:
                    coming, self.coming[part[0]] = self.coming[part[0]], []
                    self._follow(part[0], *self._enter(part[0], coming))
                else:
                    self._go_round(part)

    def _go_round(self, part: list[int]) -> None:
        """Visit scenes that lead to each other, by depth; at each depth first those that are passed through."""
        inside = set(part)
        waiting: dict[int, dict[int, list[_Coming]]] = {}
        self._sort_by_depth(part, waiting)
        while waiting:
            depth = min(waiting)
            layer = waiting.pop(depth)
            entered: dict[int, list[tuple[Ints, Words]]] = {}
            while layer:
                number = min(layer, key=lambda each: not self.passing[each])
                new = self._enter(number, layer.pop(number))
                if self.passing[number]:
                    self._follow(number, *new)
                    self._sort_by_depth([each for each in self.leads[number] if each in inside], waiting)
                    for each, coming in waiting.pop(depth, {}).items():
                        layer.setdefault(each, []).extend(coming)
                else:
                    entered.setdefault(number, []).append(new)
            for number, news in entered.items():
                for new in news:
                    self._follow(number, *new)
                self._sort_by_depth([each for each in self.leads[number] if each in inside], waiting)

    def _sort_by_depth(self, numbers: list[int], waiting: dict[int, dict[int, list[_Coming]]]) -> None:
        for number in numbers:
            for coming in self.coming[number]:
                for depth in different(coming.depth).tolist():
                    which = np.flatnonzero(coming.depth == depth)
                    slots = coming.slots[which] if len(coming.slots) else coming.slots
                    layer = waiting.setdefault(depth, {}).setdefault(number, [])
                    layer.append(
                        _Coming(coming.states[which], coming.depth[which], coming.parent[which], coming.via, slots)
                    )
            self.coming[number] = []

    def _enter(self, number: int, coming: list[_Coming]) -> tuple[Ints, Words]:
        """Number the states that were not known, note all edges that lead to these states; gives what is new."""
        states = np.concatenate([each.states for each in coming])
        depth = np.concatenate([each.depth for each in coming])
        order = np.argsort(depth, kind="stable") if depth.min() != depth.max() else np.arange(len(depth))
        column = keys(states[order])
        places, inverse = _distinct(column)
        found = column[places]
        at, known = np.zeros(len(found), dtype=np.intp), np.zeros(len(found), dtype=bool)
        if len(self.nodes[number]):
            old = keys(self.states[number])
            at = np.searchsorted(old, found)
            inside = at < len(old)
            known[inside] = old[at[inside]] == found[inside]
        fresh = np.flatnonzero(~known)
        left = self.budget.states - self.scene.size
        if len(fresh) > left:
            nearest = np.argsort(depth[order[places[fresh]]], kind="stable")[:left]
            fresh = np.sort(fresh[nearest])
        begin = self.scene.size
        new = np.arange(begin, begin + len(fresh), dtype=np.int32)
        ids = np.full(len(found), UNENTERED, dtype=np.int32)
        ids[known] = self.nodes[number][at[known]]
        ids[fresh] = new
        slots = np.concatenate([each.slots for each in coming])
        if len(slots):
            back = np.empty(len(order), dtype=np.int32)
            back[order] = ids[inverse]
            self.edges[slots] = back
        which = order[places[fresh]]
        self._add(number, which, coming, depth[which], states[which])
        if len(self.nodes[number]):
            spots = at[fresh]
            self.states[number] = np.insert(self.states[number], spots, states[which], axis=0)
            self.nodes[number] = np.insert(self.nodes[number], spots, new)
        else:
            self.states[number], self.nodes[number] = states[which], new
        self.waiting -= len(order)
        self.budget.check(self.steps.space.rooms[number].scene.id, self.scene.size, self._size(8 * states.shape[1]))
        if len(fresh) < len(found) - int(known.sum()):
            raise Spent
        return new, states[which]

    def _size(self, words: int) -> int:
        """Bytes of all that is kept, where the words of a state take so many."""
        found = self.scene.size * (BYTES_A_STATE + words) + self.waiting * (BYTES_WAITING + words)
        return found + self.edges.size * BYTES_AN_EDGE

    def _add(self, number: int, which: Ints, coming: list[_Coming], depth: Ints, states: Words) -> None:
        count = len(which)
        self.scene.extend(number, count)
        self.depth.extend(depth, count)
        self.parent.extend(np.concatenate([each.parent for each in coming])[which], count)
        vias = np.repeat([each.via for each in coming], [len(each.depth) for each in coming])
        self.via.extend(vias[which], count)
        self.run.extend(len(self.players) - 1, count)
        self.first.extend(0, count)
        self.degree.extend(0, count)
        self.expanded.extend(0, count)

    def _follow(self, number: int, new: Ints, states: Words) -> None:
        for start in range(0, len(new), PORTION):
            end = start + PORTION
            self._follow_portion(number, new[start:end], states[start:end])
            if start:
                self.budget.check(self.steps.space.rooms[number].scene.id, self.scene.size, 0)

    def _follow_portion(self, number: int, new: Ints, states: Words) -> None:
        arrows = self.steps.arrows[number]
        depth = self.depth[new] + (not self.passing[number])
        led = [
            (place, target, np.arange(len(new)) if isinstance(which, slice) else which, after)
            for place, arrow in enumerate(arrows)
            for target, which, after in arrow.of(states)
        ]
        degree = np.zeros(len(new), dtype=np.int64)
        for _, _, which, _ in led:
            degree[which] += 1
        begin = self.edges.size
        first = begin + np.concatenate([[0], np.cumsum(degree)[:-1]])
        self.edges.extend(UNENTERED, int(degree.sum()))
        self.taken.extend(0, int(degree.sum()))
        free = first.copy()
        for place, target, which, after in led:
            self.waiting += len(which)
            slots = free[which]
            free[which] += 1
            self.taken[slots] = place
            self.coming[target].append(_Coming(after, depth[which], new[which], place, slots))
        self.first[new], self.degree[new], self.expanded[new] = first, degree, True

    def _forget_open_edges(self, unknown: NDArray[np.bool_]) -> None:
        """Where the budget ran out before a state was entered, its source counts as not followed."""
        starts = self.first[:]
        order = np.argsort(starts[self.degree[:] > 0], kind="stable")
        having = np.flatnonzero(self.degree[:] > 0)[order]
        owners = np.repeat(having, self.degree[having])
        bad = different(owners[unknown])
        self.expanded[bad] = False
        self.degree[bad] = 0


def sweep(steps: Steps, budget: Budget) -> Graph:
    """Every state reachable from the story's start, as far as the budget goes."""
    was_enabled = gc.isenabled()
    gc.disable()  # What is learnt stays, and holds no circles; to look for these is a third of the time.
    try:
        return _Sweep(steps, budget).graph()
    finally:
        if was_enabled:
            gc.enable()


def _players(steps: Steps) -> Iterator[frozenset[str]]:
    """Every set of endings seen before that can make a difference, the fewest first."""
    space = steps.space
    marks = space.fields.reached
    asked = [name for name in space.rules.story.endings if name in marks and _matters(steps, marks[name])]
    for size in range(len(asked) + 1):
        yield from map(frozenset, combinations(asked, size))


def _matters(steps: Steps, field: int) -> bool:
    return any(field in room.slots for room in steps.space.rooms)


def _distinct(column: NDArray[np.generic]) -> tuple[Ints, Ints]:
    """Where each value stands first, by rising value, and for each place the number of its value."""
    order = np.argsort(column, kind="stable")
    ranked = column[order]
    new = np.ones(len(column), dtype=bool)
    new[1:] = ranked[1:] != ranked[:-1]
    inverse = np.empty(len(column), dtype=np.int64)
    inverse[order] = np.cumsum(new) - 1
    return order[new], inverse
