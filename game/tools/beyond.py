"""Goes on where not every state could be visited: walks show what can happen, proofs over few variables what can't.

Knows nothing of reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.model.expression import Mark
from game.model.invariant import Invariant

from .evidence import Evidence, Target, dead_end
from .states.budget import Budget
from .states.graph import Graph, Ints
from .states.refine import Refinement, asked_by
from .states.space import Space, TooVague, Words
from .states.steps import Steps
from .states.texts import placed_conditions
from .states.walks import Log, Walks, half_width
from .verdicts import Route

BATCH = 100_000
"""Playthroughs in one batch of walks."""

PLAIN = 10
"""Batches in which all choices on offer are equal; from these odds are estimated."""

RARE = 6
"""Batches in which what was seldom taken is preferred."""

PATIENCE = 60.0
"""Seconds for all this, where nobody said how many."""


def targets_of(space: Space, invariants: Sequence[Invariant]) -> Iterator[Target]:
    """Everything in a story that has a verdict, by scene; what is broken or stuck is a target too."""
    for room in space.rooms:
        scene = room.scene
        if not room.reachable:
            continue
        yield Target(scene.id)
        yield from (Target(scene.id, choice=choice.id) for choice in scene.choices)
        for choice in scene.choices:
            if choice.locked is not None and choice.when is not None:
                yield Target(scene.id, ((choice.when, False),))
        for path, condition in placed_conditions(scene):
            yield from (Target(scene.id, (*path, (condition, side))) for side in (True, False))
        stuck = dead_end(space.rules, scene) if scene.choices else None
        if stuck is not None:
            yield Target(scene.id, stuck)
        for invariant in invariants:
            if invariant.at in {None, scene.id}:
                yield Target(scene.id, ((invariant.always, False),))


def meeting(graph: Graph, target: Target) -> Ints:
    """The nodes of a graph that are (or, where fields are left out, may be) what a target is about."""
    room = graph.room(graph.steps.space.number[target.scene])
    nodes, states = graph.nodes[room.number], graph.states[room.number]
    if target.choice:
        arrow = next(a for a in graph.steps.arrows[room.number] if a.choice and a.choice.id == target.choice)
        return nodes[arrow.is_open(states)] if len(states) else nodes
    return nodes[graph.steps.space.may_hold(room, states, target.path)]


@dataclass(slots=True)
class Beyond:
    """The search for what a graph left open. `run` does all of it."""

    graph: Graph
    invariants: Sequence[Invariant]
    budget: Budget
    weights: Mapping[str, float] | None = None
    open: dict[str, list[Target]] = field(default_factory=dict)
    found: dict[Target, Route] = field(default_factory=dict)
    excluded: set[Target] = field(default_factory=set)
    shortest: dict[str, Route] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)
    reached: frozenset[str] = frozenset()

    def run(self) -> Evidence:
        """Walk, then prove."""
        steps = self.graph.steps
        for target in targets_of(steps.space, self.invariants):
            if not len(meeting(self.graph, target)):
                self.open.setdefault(target.scene, []).append(target)
        ended, walks = self._walk(steps)
        odds: dict[str, float] = {}
        error = 0.0
        lost = 1 - float(ended.sum()) / max(1, walks)
        for ending in steps.space.rules.story.endings if walks else ():
            hits = int(sum(ended[room.number] for room in steps.space.rooms if room.scene.ending == ending))
            odds[ending] = hits / max(1, walks)
            error = max(error, half_width(hits, walks) + lost)
        self._prove(steps.space)
        return Evidence(self.found, frozenset(self.excluded), self.shortest, self.depths, odds, error, walks)

    def _walk(self, steps: Steps) -> tuple[Ints, int]:
        walks = Walks(steps, self._watch, self.weights)
        ended = np.zeros(len(steps.space.rooms), dtype=np.int64)
        done = 0
        players = [frozenset[str](), *self.graph.players[1:4], frozenset(steps.space.fields.reached)]
        for turn in range(PLAIN + RARE):
            if self.budget.is_over():
                break
            self.budget.tell("random walks", turn * BATCH)
            if turn < PLAIN:
                self.reached = frozenset()
                ended += walks.batch(BATCH)
                done += BATCH
            elif any(self.open.values()):
                self.reached = players[turn % len(players)]
                walks.batch(BATCH, self.reached, rare=True)
        return ended, done

    def _watch(self, number: int, states: Words, who: Ints, log: Log) -> None:
        """Take down what these walkers come to, where nobody did before."""
        room = self.graph.room(number)
        left = []
        for target in self.open.get(room.scene.id, ()):
            if target.choice:
                arrow = next(a for a in self.graph.steps.arrows[number] if a.choice and a.choice.id == target.choice)
                meets = arrow.is_open(states)
            else:
                meets = self.graph.steps.space.may_hold(room, states, target.path)
            at = int(np.argmax(meets)) if len(meets) else 0
            if len(meets) and meets[at]:
                self.found[target] = self._route(log.way_of(int(who[at]), len(log.entries)))
            else:
                left.append(target)
        self.open[room.scene.id] = left

    def _route(self, way: list[tuple[int, int]]) -> Route:
        """The choices of a walk, without those on rounds that came back to the same state."""
        rules, arrows = self.graph.steps.space.rules, self.graph.steps.arrows
        space = self.graph.steps.space
        state = rules.enter(rules.initial(reached=self.reached), rules.story.start)
        names: list[str] = []
        been: dict[tuple[int, ...], int] = {}
        for scene, place in way:
            key = (scene, *space.rooms[scene].pack(space.fields.places(state)))
            if key in been:
                del names[been[key] :]
                been = {known: at for known, at in been.items() if at <= len(names)}
            been[key] = len(names)
            arrow = arrows[scene][place]
            after = arrow.taken(state)
            if after is None:
                break
            state = after
            names += [arrow.name] if arrow.name else []
        return Route(tuple(names), self.reached)

    def _prove(self, space: Space) -> None:
        """Ask for what is still open, then for shortest ways to the endings."""
        refinement = Refinement(space, self.budget, self._exclude)
        refinement.shortest(lambda graph: graph.nodes[0][:0])
        for target in [target for targets in list(self.open.values()) for target in targets]:
            if target not in self.excluded:
                self._decide(refinement, space, target)
        for ending in space.rules.story.endings:
            rooms = [room.number for room in space.rooms if room.scene.ending == ending]
            proved = all(self.graph.complete or len(self.graph.nodes[number]) for number in rooms)
            if rooms and not proved and not self.budget.is_over():
                self._shorten(refinement, ending, rooms)

    def _shorten(self, refinement: Refinement, ending: str, rooms: list[int]) -> None:
        def meets(graph: Graph) -> Ints:
            return np.concatenate([graph.nodes[number] for number in rooms])

        found = refinement.shortest(meets)
        if isinstance(found, Graph) and (node := found.nearest(meets(found))) is not None:
            self.shortest[ending] = Route(found.path(node), found.reached(node))

    def _decide(self, refinement: Refinement, space: Space, target: Target) -> None:
        self.budget.tell(f"proofs, {target.scene}", 0)
        found = refinement.shortest(lambda graph: meeting(graph, target), self._fields(space, target))
        if found is False:
            self.excluded.add(target)
        elif isinstance(found, Graph):
            node = found.nearest(meeting(found, target))
            if node is not None and self._really(found, node, target):
                self.found[target] = Route(found.path(node), found.reached(node))
                if target == Target(target.scene) and not found.reached(node):
                    self.depths[target.scene] = int(found.depth[node])
                self.open[target.scene] = [each for each in self.open[target.scene] if each != target]

    def _fields(self, space: Space, target: Target) -> frozenset[int]:
        """What decides a target in its scene."""
        choice = space.rules.story.scenes[target.scene].choice(target.choice) if target.choice else None
        if choice is None:
            return asked_by(space, target.path)
        when = frozenset() if choice.when is None else space.fields.read_by(choice.when.expression)
        mark = space.fields.mark(Mark.CHOSE, f"{target.scene}.{choice.id}")
        return when | ({mark} if choice.once and mark is not None else frozenset[int]())

    def _really(self, graph: Graph, node: int, target: Target) -> bool:
        """Whether at the end of a way that exists the target really is so."""
        rules = graph.steps.space.rules
        state = rules.enter(rules.initial(reached=graph.reached(node)), rules.story.start)
        for at, place in graph.way_to(node)[:-1]:
            after = graph.steps.arrows[graph.scene[at]][place].taken(state)
            if after is None:
                return False
            state = after
        if target.choice:
            choice = rules.story.scenes[target.scene].choice(target.choice)
            return choice is not None and rules.is_open(state, choice)
        return all(rules.holds(state, condition) == side for condition, side in target.path)

    def _exclude(self, graph: Graph) -> None:
        """What a small graph does not come to, nothing does."""
        for targets in self.open.values():
            for target in targets:
                try:
                    if target not in self.excluded and not len(meeting(graph, target)):
                        self.excluded.add(target)
                except TooVague:
                    continue
