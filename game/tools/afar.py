"""Pieces of the search beyond the budget that depend on nothing but what they are told: here, or in another process.

What a piece gives is the same wherever it is done and whatever else is under way. Targets are told by their number in
`targets_of`. Knows nothing of processes or reports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.engine.rules import Rules
from game.model.expression import Mark
from game.model.invariant import Invariant
from game.model.story import Scene, Story

from .evidence import Target, dead_end
from .states.budget import Budget
from .states.graph import Graph, Ints
from .states.refine import Refinement, asked_by
from .states.space import Space, TooVague, Words, reduced
from .states.steps import Steps
from .states.texts import placed_conditions
from .states.walks import Log, Walks
from .verdicts import Route

Stop = Callable[[], bool]


def targets_of(space: Space, invariants: Sequence[Invariant]) -> Iterator[Target]:
    """Everything in a story that has a verdict, by scene; what is broken or stuck is a target too.

    In a space without texts that is where one can come to, and get stuck.
    """
    for room in space.rooms:
        scene = room.scene
        if not room.reachable:
            continue
        yield Target(scene.id)
        if space.texts:
            yield from _within(scene)
        stuck = dead_end(space.rules, scene) if scene.choices else None
        if stuck is not None:
            yield Target(scene.id, stuck)
        for invariant in invariants:
            if invariant.at in {None, scene.id}:
                yield Target(scene.id, ((invariant.always, False),))


def _within(scene: Scene) -> Iterator[Target]:
    """The choices of a scene, open and closed, and both sides of the conditions in its text."""
    yield from (Target(scene.id, choice=choice.id) for choice in scene.choices)
    for choice in scene.choices:
        if choice.locked is not None and choice.when is not None:
            yield Target(scene.id, ((choice.when, False),))
    for path, condition in placed_conditions(scene):
        yield from (Target(scene.id, (*path, (condition, side))) for side in (True, False))


def meeting(graph: Graph, target: Target) -> Ints:
    """The nodes of a graph that are (or, where fields are left out, may be) what a target is about."""
    room = graph.room(graph.steps.space.number[target.scene])
    nodes, states = graph.nodes[room.number], graph.states[room.number]
    if target.choice:
        arrow = next(a for a in graph.steps.arrows[room.number] if a.choice and a.choice.id == target.choice)
        return nodes[arrow.is_open(states)] if len(states) else nodes
    return nodes[graph.steps.space.may_hold(room, states, target.path)]


@dataclass(frozen=True, slots=True)
class Batch:
    """So many walks. `taken` says by scene and arrow how often each was; where it is there, the rare are preferred."""

    number: int
    size: int
    wanted: tuple[int, ...]
    reached: frozenset[str] = frozenset()
    taken: Sequence[NDArray[np.float64]] | None = None


@dataclass(frozen=True, slots=True)
class Walked:
    """What a batch came to: where walks ended (by scene), a way to each target met, and what was taken."""

    ended: NDArray[np.int64]
    found: Mapping[int, Route]
    taken: Sequence[NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Questions:
    """Targets to be decided, and others that may be excluded on the way, within so many seconds."""

    targets: tuple[int, ...]
    others: tuple[int, ...] = ()
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Proved:
    """What was decided: shortest ways, and what is excluded."""

    found: Mapping[int, Route] = field(default_factory=dict)
    excluded: frozenset[int] = frozenset()


class Afar:
    """All that pieces of the search need to know."""

    def __init__(
        self,
        story: Story,
        invariants: Sequence[Invariant],
        weights: Mapping[str, float] | None,
        budget: Budget,
    ) -> None:
        """Of the budget its states, memory and clock count; seconds come with each question."""
        self._story, self._invariants, self._weights = story, tuple(invariants), weights
        self._limits = budget.states, budget.memory, budget.clock

    @cached_property
    def steps(self) -> Steps:
        """The story in packed states, prepared once in each process."""
        rules = Rules(self._story, [each.always for each in self._invariants])
        return Steps(reduced(rules, self._invariants))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every target by its number."""
        return tuple(targets_of(self.steps.space, self._invariants))

    def walk(self, batch: Batch, stop: Stop) -> Walked:
        """Walk."""
        watch = _Watch(self.steps, self.targets, batch)
        walks = Walks(self.steps, watch, self._weights, batch.number)
        if batch.taken is not None:
            walks.prefer_rare(batch.taken)
        ended = walks.batch(batch.size, batch.reached, rare=batch.taken is not None, stop=stop)
        return Walked(ended, watch.found, walks.taken)

    def prove(self, questions: Questions, stop: Stop) -> Proved:
        """Decide targets, one after the other."""
        return _Proof(self, questions, self._budget(questions, stop)).run()

    def shorten(self, questions: Questions, stop: Stop) -> Route | None:
        """A shortest way to any of the targets (the scenes of one ending), None where that stays open."""
        scenes = [self.targets[number] for number in questions.targets]

        def meets(graph: Graph) -> Ints:
            return np.concatenate([meeting(graph, target) for target in scenes])

        found = Refinement(self.steps.space, self._budget(questions, stop), lambda _: None).shortest(meets)
        if isinstance(found, Graph) and (node := found.nearest(meets(found))) is not None:
            return Route(found.path(node), found.reached(node))
        return None

    def _budget(self, questions: Questions, stop: Stop) -> Budget:
        states, memory, clock = self._limits
        budget = Budget(states, memory, questions.seconds, clock, stop)
        budget.start()
        return budget


class _Watch:
    """Takes down what walkers come to, where nobody of this batch did before."""

    def __init__(self, steps: Steps, targets: Sequence[Target], batch: Batch) -> None:
        self._steps, self._targets, self._batch = steps, targets, batch
        self.found: dict[int, Route] = {}
        self._open: dict[str, list[int]] = {}
        for number in batch.wanted:
            self._open.setdefault(targets[number].scene, []).append(number)

    def __call__(self, number: int, states: Words, who: Ints, log: Log) -> None:
        """Look at a group of walkers in a scene."""
        room = self._steps.space.rooms[number]
        left = []
        for place in self._open.get(room.scene.id, ()):
            target = self._targets[place]
            if target.choice:
                arrow = next(a for a in self._steps.arrows[number] if a.choice and a.choice.id == target.choice)
                meets = arrow.is_open(states)
            else:
                meets = self._steps.space.may_hold(room, states, target.path)
            at = int(np.argmax(meets)) if len(meets) else 0
            if len(meets) and meets[at]:
                way = log.way_of(int(who[at]), len(log.entries)) if self._steps.space.texts else []
                self.found[place] = self._route(way)
            else:
                left.append(place)
        self._open[room.scene.id] = left

    def _route(self, way: list[tuple[int, int]]) -> Route:
        """The choices of a walk, without those on rounds that came back to the same state."""
        rules, arrows, space = self._steps.space.rules, self._steps.arrows, self._steps.space
        state = rules.enter(rules.initial(reached=self._batch.reached), rules.story.start)
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
        return Route(tuple(names), self._batch.reached)


class _Proof:
    """Some targets on their way to be decided."""

    def __init__(self, afar: Afar, questions: Questions, budget: Budget) -> None:
        self._space, self._targets, self._questions = afar.steps.space, afar.targets, questions
        self._budget = budget
        self._excluded: set[int] = set()
        self._found: dict[int, Route] = {}

    def run(self) -> Proved:
        refinement = Refinement(self._space, self._budget, self._exclude)
        if not self._questions.targets:
            refinement.shortest(lambda graph: graph.nodes[0][:0])
        for number in self._questions.targets:
            if number not in self._excluded and not self._budget.is_over():
                self._decide(refinement, number)
        return Proved(self._found, frozenset(self._excluded))

    def _decide(self, refinement: Refinement, number: int) -> None:
        target = self._targets[number]
        found = refinement.shortest(lambda graph: meeting(graph, target), self._fields(target))
        if found is False:
            self._excluded.add(number)
        elif isinstance(found, Graph):
            node = found.nearest(meeting(found, target))
            if node is not None and self._really(found, node, target):
                self._found[number] = Route(found.path(node), found.reached(node))

    def _fields(self, target: Target) -> Collection[int]:
        """What decides a target in its scene."""
        space = self._space
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
        for number in {*self._questions.targets, *self._questions.others} - self._excluded:
            try:
                if not len(meeting(graph, self._targets[number])):
                    self._excluded.add(number)
            except TooVague:
                continue
