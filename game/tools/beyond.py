"""Goes on where not every state could be visited: walks show what can happen, proofs over few variables what can't.

What it does is cut into pieces (`afar`) that others may do; they are the same pieces however many share them, and are
put together in one order. Knows nothing of reports, nor of who does the pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from game.model.invariant import Invariant

from .afar import Afar, Batch, Proved, Questions, meeting, targets_of
from .evidence import Evidence, Target
from .states.budget import Budget
from .states.graph import Graph, Ints
from .states.walks import half_width
from .verdicts import Route

BATCH = 100_000
"""Playthroughs in one batch of walks."""

PLAIN = 10
"""Batches in which all choices on offer are equal; from these odds are estimated."""

RARE = 6
"""Batches in which what was seldom taken is preferred."""

PATIENCE = 60.0
"""Seconds for all this, where nobody said how many."""

PIECE, ROUND = 6, 4
"""Targets in one piece of proof, and pieces after which it is looked what need no longer be asked."""

Map: TypeAlias = Callable[[Afar, Callable[..., Any], Iterable[Any]], Iterator[Any]]
"""Does `piece(afar, task, stop)` for each task, and gives the results in their order; it may end early."""


@dataclass(slots=True)
class Beyond:
    """The search for what a graph left open. `run` does all of it; `spread` does the pieces, or they are done here."""

    graph: Graph
    invariants: Sequence[Invariant]
    budget: Budget
    weights: Mapping[str, float] | None = None
    spread: Map | None = None
    targets: tuple[Target, ...] = ()
    open: list[int] = field(default_factory=list)
    found: dict[int, Route] = field(default_factory=dict)
    excluded: set[int] = field(default_factory=set)
    shortest: dict[str, Route] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)

    def run(self) -> Evidence:
        """Walk, then prove."""
        space = self.graph.steps.space
        afar = Afar(space.rules.story, self.invariants, self.weights, self.budget)
        if self.spread is None:
            afar.__dict__["steps"] = self.graph.steps  # Prepared already, and for this very process.
        elif not space.texts:
            raise ValueError("other processes prepare a story with its texts")
        self.targets = tuple(targets_of(space, self.invariants))
        self.open = [number for number, target in enumerate(self.targets) if not len(meeting(self.graph, target))]
        ended, walks = self._walk(afar)
        odds: dict[str, float] = {}
        error = 0.0
        lost = 1 - float(ended.sum()) / max(1, walks)
        for ending in space.rules.story.endings if walks else ():
            hits = int(sum(ended[room.number] for room in space.rooms if room.scene.ending == ending))
            odds[ending] = hits / max(1, walks)
            error = max(error, half_width(hits, walks) + lost)
        self._prove(afar)
        if space.texts:  # else nobody asks for ways
            self._shorten(afar)
        excluded = frozenset(self.targets[number] for number in self.excluded)
        found = {self.targets[number]: route for number, route in self.found.items()}
        return Evidence(found, excluded, self.shortest, self.depths, odds, error, walks)

    def _pieces(self, afar: Afar, piece: Callable[..., Any], tasks: Iterable[Any]) -> Iterator[Any]:
        """The results in the order of the tasks, as far as time goes."""
        if self.spread is not None:
            yield from self.spread(afar, piece, tasks)
            return
        for task in tasks:
            if self.budget.is_over():
                return
            yield piece(afar, task, self.budget.is_over)

    def _walk(self, afar: Afar) -> tuple[Ints, int]:
        """Walks in which all is equal, for the odds; then some that prefer what these seldom took.

        The first batch comes to most things, so that the others need not look for them.
        """
        ended = np.zeros(len(self.graph.steps.space.rooms), dtype=np.int64)
        taken = [np.zeros(len(arrows)) for arrows in self.graph.steps.arrows]
        done = 0
        for turns in (range(min(1, PLAIN)), range(1, PLAIN)):
            wanted = tuple(self.open)
            for walked in self._pieces(afar, Afar.walk, [Batch(turn, BATCH, wanted) for turn in turns]):
                self._met(walked.found)
                ended += walked.ended
                taken = [one + other for one, other in zip(taken, walked.taken, strict=True)]
                done += BATCH
                self.budget.tell("random walks", done)
        players = [frozenset[str](), *self.graph.players[1:4], frozenset(self.graph.steps.space.fields.reached)]
        wanted = tuple(self.open)
        rare = [Batch(turn, BATCH, wanted, players[turn % len(players)], taken) for turn in range(PLAIN, PLAIN + RARE)]
        for walked in self._pieces(afar, Afar.walk, rare if wanted else []):
            self._met(walked.found)
        return ended, done

    def _met(self, found: Mapping[int, Route]) -> None:
        for number, route in found.items():
            self.found.setdefault(number, route)
        self.open = [number for number in self.open if number not in self.found]

    def _prove(self, afar: Afar) -> None:
        """Ask for what is still open, some targets a piece; what a piece excludes, none of the next round asks for."""
        self._take(self._pieces(afar, Afar.prove, [Questions((), tuple(self.open), self.budget.left())]))
        asked: set[int] = set()
        while not self.budget.is_over():
            waiting = [number for number in self.open if number not in asked][: PIECE * ROUND]
            if not waiting:
                return
            asked.update(waiting)
            self.budget.tell(f"proofs, {self.targets[waiting[0]].scene}", len(self.open))
            pieces = [waiting[place : place + PIECE] for place in range(0, len(waiting), PIECE)]
            others, left = tuple(self.open), self.budget.left()
            self._take(self._pieces(afar, Afar.prove, [Questions(tuple(piece), others, left) for piece in pieces]))

    def _take(self, results: Iterable[Proved]) -> None:
        """Put together what pieces proved."""
        for proved in results:
            self.excluded |= proved.excluded
            for number, route in proved.found.items():
                target = self.targets[number]
                if target == Target(target.scene) and not route.reached:
                    self.depths[target.scene] = len(route.path)
            self._met(proved.found)
        self.open = [number for number in self.open if number not in self.excluded]

    def _shorten(self, afar: Afar) -> None:
        """Shortest ways to endings that were not all come to by the search."""
        space, left = self.graph.steps.space, self.budget.left()
        tasks: dict[str, Questions] = {}
        for ending in space.rules.story.endings:
            rooms = [room for room in space.rooms if room.scene.ending == ending and room.reachable]
            if rooms and not all(len(self.graph.nodes[room.number]) for room in rooms):
                scenes = {Target(room.scene.id) for room in rooms}
                numbers = tuple(number for number, target in enumerate(self.targets) if target in scenes)
                tasks[ending] = Questions(numbers, (), left)
        for ending, route in zip(tasks, self._pieces(afar, Afar.shorten, tasks.values()), strict=False):
            if route is not None:
                self.shortest[ending] = route
