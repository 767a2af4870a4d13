"""Decides single questions by exploring the story over a few variables only, and adding those that turn out to matter.

Where a condition asks for a variable that is left out, it may come out either way: so what cannot be reached then
cannot be reached at all, and what can, takes at least as many choices as it seems. A way found so is played for real;
where it fails, the variables that it failed by are added. Knows nothing of reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from game.engine.state import State

from .budget import Budget
from .graph import Graph, Ints
from .space import Space, TooVague
from .steps import Steps
from .sweep import sweep
from .texts import Path

SMALL = 3_000_000
"""States of a story over few variables at which it is given up, however many others may be visited."""

LEAST = 50_000
"""States that it may have however few others may be visited."""

TURNS = 60
"""How often variables are added for one question."""


class Refinement:
    """Explores over fewer variables. `seen` is shown every finished small graph, to read off what it proves besides."""

    def __init__(self, space: Space, budget: Budget, seen: Callable[[Graph], None]) -> None:
        self._space = space
        self._budget = budget
        self._seen = seen
        self._known: dict[frozenset[int], Graph | None] = {}

    def shortest(self, meets: Callable[[Graph], Ints], fields: Iterable[int] = ()) -> Graph | bool | None:
        """A graph in which the nearest node that `meets` gives is come to by a way that exists, and is a shortest one.

        False where nothing can meet it, None where that stays open. `fields` are kept from the start.
        """
        kept = frozenset(fields)
        for _ in range(TURNS):
            graph = self._over(kept)
            if graph is None:
                return None
            nearest = graph.nearest(meets(graph))
            if nearest is None:
                return False
            culprits = self._failing(graph, nearest)
            if culprits is None:
                return graph
            if culprits <= kept:
                return None
            kept |= culprits
        return None

    def _over(self, kept: frozenset[int]) -> Graph | None:
        if kept not in self._known:
            self._known.clear()
            self._known[kept] = self._explored(kept)
        return self._known[kept]

    def _explored(self, kept: frozenset[int]) -> Graph | None:
        if self._budget.is_over():
            return None
        try:
            steps = Steps(self._space.keeping(kept))
            tuple(steps.arrows)  # Whatever is too vague is so from the beginning.
            graph = sweep(steps, replace(self._budget, states=min(SMALL, max(LEAST, self._budget.states))))
            if graph.complete:
                self._seen(graph)
        except TooVague:
            return None
        return graph if graph.complete else None

    def _failing(self, graph: Graph, node: int) -> frozenset[int] | None:
        """The fields by which the way to a node fails when it is played for real; None where it does not."""
        space = graph.steps.space
        rules = space.rules
        state = rules.enter(rules.initial(reached=graph.reached(node)), rules.story.start)
        way = graph.way_to(node)
        for (at, place), (after, _) in pairwise(way):
            arrow = graph.steps.arrows[graph.scene[at]][place]
            taken = arrow.taken(state)
            if taken is None or self._differs(graph, after, taken):
                culprits: frozenset[int] = arrow.asks
                return culprits
            state = taken
        return None

    def _differs(self, graph: Graph, node: int, state: State) -> bool:
        """Whether a real state is another than the one that a node stands for."""
        space = graph.steps.space
        room = graph.room(graph.scene[node])
        if room.scene.id != state.scene:
            return True
        row = int(np.flatnonzero(graph.nodes[room.number] == node)[0])
        return bool(
            (graph.states[room.number][row] != np.array(room.pack(space.fields.places(state)), np.uint64)).any()
        )


def asked_by(space: Space, path: Path) -> frozenset[int]:
    """The fields that some conditions read."""
    return frozenset().union(*(space.fields.read_by(condition.expression) for condition, _ in path))
