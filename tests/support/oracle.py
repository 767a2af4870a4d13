"""What the explorer should find, found slowly and plainly by stepping the `transitions` machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from game.engine.machine import StoryMachine
from game.engine.rules import Rules
from game.engine.state import State
from game.errors import ClosedChoice
from game.model.expression import Condition, Mark
from game.model.script import Line, When
from game.model.story import Story


@dataclass(slots=True)
class Truth:
    """Everything that can be asked of an exploration, `None` for what cannot be reached."""

    states: int = 0
    depths: dict[str, int | None] = field(default_factory=dict)
    reachable: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    shortest: dict[str, int] = field(default_factory=dict)
    odds: dict[str, float] = field(default_factory=dict)
    dead_ends: dict[str, int] = field(default_factory=dict)
    traps: dict[str, int] = field(default_factory=dict)
    broken: int | None = None
    sides: set[tuple[str, str, bool]] = field(default_factory=set)
    """Scene, condition and side of everything that its script shows."""


def truth_of(story: Story, always: Condition | None = None) -> Truth:
    """Step every playthrough of a small story, for every set of endings that its player may have seen."""
    rules = Rules(story, [] if always is None else [always])
    asked = [target for (mark, target) in rules.bits if mark is Mark.REACHED]
    found = Truth(depths=dict.fromkeys(story.scenes), odds=dict.fromkeys(story.endings, 0.0))
    for size in range(len(asked) + 1):
        for reached in combinations(asked, size):
            _add(found, story, rules, frozenset(reached), always)
    return found


def _add(found: Truth, story: Story, rules: Rules, reached: frozenset[str], always: Condition | None) -> None:
    edges, depth = _walk(story, rules, reached, found.choices)
    hopeful = _hopeful(story, edges)
    found.states += len(edges)
    for state, steps in depth.items():
        scene = story.scenes[state.scene]
        found.reachable.add(scene.id)
        _read(found, scene.script, state, rules)
        if not reached:
            before = found.depths[scene.id]
            found.depths[scene.id] = steps if before is None else min(steps, before)
        if scene.ending is not None:
            _least(found.shortest, scene.ending, steps, first=not reached)
        elif not edges[state]:
            _least(found.dead_ends, scene.id, steps, first=not reached)
        elif state not in hopeful and (scene.choices or _comes_back(state, edges, story)):
            _least(found.traps, scene.id, steps, first=not reached)
        if always is not None and not rules.holds(state, always):
            found.broken = steps if found.broken is None else min(steps, found.broken)
    if not reached:
        _odds(found, story, edges, next(iter(depth)))


def _read(found: Truth, lines: tuple[Line, ...], state: State, rules: Rules) -> None:
    for line in lines:
        if isinstance(line, When):
            holds = rules.holds(state, line.condition)
            found.sides.add((state.scene, line.condition.source, holds))
            _read(found, line.then if holds else line.otherwise, state, rules)


def _least(known: dict[str, int], name: str, steps: int, *, first: bool) -> None:
    """Keep the fewest steps; what a new player finds comes before what others find sooner."""
    if first:
        known[name] = min(steps, known.get(name, steps))
    else:
        known.setdefault(name, steps)


def _walk(
    story: Story, rules: Rules, reached: frozenset[str], choices: set[str]
) -> tuple[dict[State, list[State]], dict[State, int]]:
    machine = StoryMachine(rules)
    start = rules.enter(rules.initial(reached=reached), story.start)
    edges: dict[State, list[State]] = {}
    depth = {start: 0}
    todo = [start]
    while todo:
        state = min(todo, key=depth.__getitem__)
        todo.remove(state)
        scene = story.scenes[state.scene]
        edges[state] = []
        for choice in scene.choices:
            try:
                edges[state].append(machine.step(state, choice.id))
            except ClosedChoice:
                continue
            choices.add(f"{scene.id}.{choice.id}")
        if scene.goto:
            edges[state] = [machine.go_on(state)]
        for after in edges[state]:
            steps = depth[state] + bool(scene.choices)
            if after not in depth or steps < depth[after]:
                depth[after] = steps
                if after not in edges and after not in todo:
                    todo.append(after)
    return edges, depth


def _hopeful(story: Story, edges: dict[State, list[State]]) -> set[State]:
    hopeful = {state for state in edges if story.scenes[state.scene].ending is not None}
    while True:
        more = {state for state, after in edges.items() if state not in hopeful and hopeful.intersection(after)}
        if not more:
            return hopeful
        hopeful |= more


def _comes_back(state: State, edges: dict[State, list[State]], story: Story) -> bool:
    seen = set()
    at = state
    while story.scenes[at.scene].goto and at not in seen:
        seen.add(at)
        (at,) = edges[at]
    return at == state


def _odds(found: Truth, story: Story, edges: dict[State, list[State]], start: State) -> None:
    mass = {start: 1.0}
    hopeful = _hopeful(story, edges)
    while sum(mass.values()) > 1e-9:
        after: dict[State, float] = {}
        for state, share in mass.items():
            ending = story.scenes[state.scene].ending
            if ending is not None:
                found.odds[ending] += share
            for target in edges[state]:
                if target in hopeful:
                    after[target] = after.get(target, 0.0) + share / len(edges[state])
        mass = after
