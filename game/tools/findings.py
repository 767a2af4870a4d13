"""Reads verdicts off an explored graph. Knows nothing of how it was searched or how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from game.model.invariant import Invariant
from game.model.story import Scene, Story

from .branches import Fork, forks, where
from .evidence import NOTHING, Evidence, Target, dead_end
from .flow import Chances, hopeful, is_round
from .states.graph import Graph, Ints
from .states.sorting import different
from .states.space import keys
from .verdicts import (
    Act,
    BranchVerdict,
    Chance,
    Cost,
    EndingVerdict,
    InvariantVerdict,
    Outline,
    Report,
    Route,
    SceneVerdict,
    Stuck,
    Verdict,
)

SAMPLE = 200_000
"""How many states of the fullest scene are looked at to say what a variable costs."""


class Findings:
    """Reads the verdicts off an explored graph, and off what else was found where it is incomplete."""

    def __init__(
        self, story: Story, graph: Graph, evidence: Evidence = NOTHING, weights: Mapping[str, float] | None = None
    ) -> None:
        self._story = story
        self._graph = graph
        self._evidence = evidence
        self._alive = hopeful(graph)
        self._weights = weights
        self._rooms = graph.steps.space.rooms

    def report(self, invariants: Sequence[Invariant], states: int | None) -> Report:
        """Every verdict there is; `states` is how many there are altogether, where that is known."""
        graph = self._graph
        fullest = max(range(len(graph.nodes)), key=lambda number: len(graph.nodes[number]))
        dead_ends, traps = tuple(self._dead_ends()), tuple(self._traps())
        parts = (
            {room.scene.id: self._scene(room.number) for room in self._rooms},
            dict(self._choices()),
            self._endings(),
            dead_ends,
            traps,
            tuple(self._invariant(invariant) for invariant in invariants),
            dict(self._locked()),
            tuple(self._branches()),
        )
        return Report(
            graph.complete,
            states,
            len(graph),
            *parts,
            acts=self._acts(),
            fullest=self._rooms[fullest].scene.id,
            costs=self._costs(fullest),
            undecided=self._undecided(invariants, {stuck.scene for stuck in dead_ends}),
            walks=self._evidence.walks,
        )

    def outline(self, *, lasting: bool) -> Outline:
        """Where the ways lead, and how likely each ending is."""
        return Outline(
            self._graph.complete,
            {room.scene.id: self._scene(room.number).verdict for room in self._rooms},
            {name: Chance(each.verdict, each.odds, each.odds_error) for name, each in self._endings().items()},
            frozenset(stuck.scene for found in (self._dead_ends(), self._traps()) for stuck in found),
            lasting,
        )

    def _undecided(self, invariants: Sequence[Invariant], stuck: set[str]) -> tuple[str, ...]:
        """What is about no single verdict and was not proved: scenes that may be dead ends, and traps."""
        if self._graph.complete:
            return ()
        open_ = [
            f"dead end in {room.scene.id}"
            for room in self._rooms
            if room.scene.choices and room.scene.id not in stuck and not self._no_dead_end(room.scene)
        ]
        return (*open_, "traps")

    def _no_dead_end(self, scene: Scene) -> bool:
        path = dead_end(self._graph.steps.space.rules, scene)
        return path is None or Target(scene.id, path) in self._evidence.excluded

    def _scene(self, number: int) -> SceneVerdict:
        scene_id = self._rooms[number].scene.id
        nodes = self._graph.nodes[number]
        if len(nodes):
            new = nodes[self._graph.run[nodes] == 0]
            return SceneVerdict(Verdict.REACHABLE, int(self._graph.depth[new].min()) if len(new) else None)
        return SceneVerdict(self._other(Target(scene_id)), self._evidence.depths.get(scene_id))

    def _other(self, target: Target) -> Verdict:
        """The verdict about something that the graph does not show."""
        if target in self._evidence.found:
            return Verdict.REACHABLE
        number = self._graph.steps.space.number[target.scene]
        proved = self._graph.complete or not self._rooms[number].reachable or target in self._evidence.excluded
        return Verdict.UNREACHABLE if proved else Verdict.UNKNOWN

    def _choices(self) -> Iterator[tuple[str, Verdict]]:
        for room in self._rooms:
            taken = self._taken(room.number)
            for place, choice in enumerate(room.scene.choices):
                seen = place < len(taken) and taken[place]
                target = Target(room.scene.id, choice=choice.id)
                yield f"{room.scene.id}.{choice.id}", Verdict.REACHABLE if seen else self._other(target)

    def _taken(self, number: int) -> list[bool]:
        """By arrow of a scene, whether it is on offer somewhere."""
        graph = self._graph
        arrows = graph.steps.arrows[number]
        if not len(graph.nodes[number]):
            return [False] * len(arrows)
        return [bool((arrow.is_open(graph.states[number])).any()) for arrow in arrows]

    def _endings(self) -> dict[str, EndingVerdict]:
        graph, evidence = self._graph, self._evidence
        odds, error = dict(evidence.odds), evidence.error
        if graph.complete:
            chances = Chances(graph, self._alive, self._weights)
            odds, error = chances.of_endings(), chances.error
        found = {}
        for ending in self._story.endings:
            rooms = [room for room in self._rooms if room.scene.ending == ending]
            nearest = self._nearest([graph.nodes[room.number] for room in rooms])
            verdict = Verdict.REACHABLE if nearest is not None else self._any(room.scene.id for room in rooms)
            shortest = None if nearest is None else self._route(nearest)
            witness = shortest
            if not graph.complete:
                shortest = shortest if all(len(graph.nodes[r.number]) or not r.reachable for r in rooms) else None
                found_ways = [
                    evidence.found[t] for t in map(Target, (r.scene.id for r in rooms)) if t in evidence.found
                ]
                witness = witness or min(found_ways, key=lambda route: len(route.path), default=None)
                shortest = shortest or evidence.shortest.get(ending)
            found[ending] = EndingVerdict(verdict, shortest, odds.get(ending), error, witness)
        return found

    def _any(self, scenes: Iterator[str]) -> Verdict:
        verdicts = {self._other(Target(scene)) for scene in scenes}
        for verdict in (Verdict.REACHABLE, Verdict.UNKNOWN):
            if verdict in verdicts:
                return verdict
        return Verdict.UNREACHABLE

    def _dead_ends(self) -> Iterator[Stuck]:
        graph = self._graph
        for room in self._rooms:
            nodes = graph.nodes[room.number]
            if room.scene.choices:
                stuck = nodes[graph.expanded[nodes] & (graph.degree[nodes] == 0)]
                path = dead_end(graph.steps.space.rules, room.scene)
                yield from self._stuck(room.scene, stuck, None if path is None else Target(room.scene.id, path))

    def _traps(self) -> Iterator[Stuck]:
        graph = self._graph
        circling = self._circling()
        for room in self._rooms:
            nodes = graph.nodes[room.number]
            hopeless = nodes[~self._alive[nodes]]
            if room.scene.choices:
                yield from self._stuck(room.scene, hopeless[graph.degree[hopeless] > 0])
            elif room.scene.goto:
                yield from self._stuck(room.scene, np.array([n for n in hopeless.tolist() if n in circling], dtype=int))

    def _circling(self) -> set[int]:
        """The nodes from which the story goes round for ever without a choice and comes back to them."""
        graph = self._graph
        found: set[int] = set()
        for part in graph.parts:
            if not is_round(graph, part):
                continue
            passing = [graph.nodes[number] for number in part if graph.room(number).scene.goto]
            waiting = {int(node) for nodes in passing for node in nodes[~self._alive[nodes]]}
            while waiting:
                way = [waiting.pop()]
                while (after := graph.successors(way[-1]).tolist()) and after[0] in waiting:
                    waiting.discard(after[0])
                    way.append(after[0])
                if after and after[0] in way:
                    found.update(way[way.index(after[0]) :])
        return found

    def _invariant(self, invariant: Invariant) -> InvariantVerdict:
        number = self._graph.steps.space.number
        numbers = range(len(self._rooms)) if invariant.at is None else [number[invariant.at]]
        broken_by = ((invariant.always, False),)
        broken = self._nearest([where(self._graph, each, broken_by) for each in numbers])
        if broken is not None:
            scene = self._rooms[self._graph.scene[broken]].scene.id
            return InvariantVerdict(invariant, holds=False, scene=scene, route=self._route(broken))
        targets = [Target(self._rooms[each].scene.id, broken_by) for each in numbers]
        for target in targets:
            if target in self._evidence.found:
                return InvariantVerdict(invariant, holds=False, scene=target.scene, route=self._evidence.found[target])
        proved = all(self._other(target) is Verdict.UNREACHABLE for target in targets)
        return InvariantVerdict(invariant, holds=True if proved else None)

    def _locked(self) -> Iterator[tuple[str, Verdict]]:
        for room in self._rooms:
            for choice in room.scene.choices:
                if choice.locked is not None and choice.when is not None:
                    path = ((choice.when, False),)
                    seen = len(where(self._graph, room.number, path)) > 0
                    verdict = Verdict.REACHABLE if seen else self._other(Target(room.scene.id, path))
                    yield f"{room.scene.id}.{choice.id}", verdict

    def _branches(self) -> Iterator[BranchVerdict]:
        for room in self._rooms:
            for fork in forks(self._graph, room.scene, room.number):
                yield BranchVerdict(
                    fork.scene, fork.condition, self._side(fork, side=True), self._side(fork, side=False)
                )

    def _side(self, fork: Fork, *, side: bool) -> Verdict:
        if len(fork.holds if side else fork.fails):
            return Verdict.REACHABLE
        return self._other(Target(fork.scene, (*fork.path, (fork.condition, side))))

    def _acts(self) -> dict[str, Act]:
        """By folder, how many states there are, and how many of them come in from other folders."""
        folder_of = {room.scene.id: room.scene.ref.file.rpartition("/")[0] for room in self._rooms}
        into = {
            way.to
            for room in self._rooms
            for way in [*room.scene.goto, *(way for choice in room.scene.choices for way in choice.goto)]
            if folder_of[way.to] != folder_of[room.scene.id]
        }
        found: dict[str, Act] = {}
        for room in self._rooms:
            states = len(self._graph.nodes[room.number])
            before = found.get(folder_of[room.scene.id], Act(0, 0))
            entered = states if room.scene.id in into else 0
            found[folder_of[room.scene.id]] = Act(before.states + states, before.entered + entered)
        return found

    def _costs(self, fullest: int) -> tuple[Cost, ...]:
        states = self._graph.states[fullest][:SAMPLE]
        costs = []
        for slot in self._rooms[fullest].slots.values():
            others = states.copy()
            others[:, slot.word] &= np.uint64(~(slot.mask << slot.shift) & (1 << 64) - 1)
            factor = len(states) / max(1, len(different(keys(others))))
            if factor > 1:
                costs.append(Cost(self._graph.steps.space.fields.names[slot.field], factor))
        return tuple(sorted(costs, key=lambda cost: (-cost.factor, cost.name)))

    def _stuck(self, scene: Scene, nodes: Ints, target: Target | None = None) -> Iterator[Stuck]:
        first = self._graph.nearest(nodes)
        if first is not None:
            yield Stuck(scene.id, self._route(first))
        elif target is not None and target in self._evidence.found:
            yield Stuck(scene.id, self._evidence.found[target])

    def _nearest(self, nodes: list[Ints]) -> int | None:
        firsts = [first for first in map(self._graph.nearest, nodes) if first is not None]
        return self._graph.nearest(np.array(firsts, dtype=np.int64))

    def _route(self, node: int) -> Route:
        return Route(self._graph.path(node), self._graph.reached(node))
