"""Proves what can be proved about a story by visiting every reachable state. Knows nothing of files or arguments.

Two searches. The first tells apart, scene by scene, only what anything to come can ask for (`states.apart`), and gives
all verdicts, paths and odds. The second tells everything apart, and counts: `states` are all different (scene, values,
marks) that are entered, scenes passed through and endings included, for every player (`reached`). How often a scene was
entered is no state, as only text depends on it. Where the count goes over its budget, `states` is None and all else
still stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.engine.rules import Rules
from game.model.invariant import Invariant
from game.model.story import Story

from .beyond import PATIENCE, Beyond, Map
from .evidence import NOTHING
from .explore_report import as_json, as_text
from .findings import Findings
from .states.budget import Budget
from .states.graph import Graph
from .states.space import reduced
from .states.steps import Steps
from .states.sweep import sweep
from .verdicts import Outline, Report

__all__ = [
    "MAX_MEMORY",
    "MAX_STATES",
    "Budget",
    "Outline",
    "Report",
    "as_json",
    "as_text",
    "graph_of",
    "outline",
    "run",
]

MAX_STATES = 20_000_000
"""How many states are visited where the caller does not say."""

MAX_MEMORY = 1 << 30
"""How many bytes their search may take where the caller does not say; a state takes about 70."""

MAX_COUNTED = 2_000_000
"""How many states are visited at most to count them, where nothing else is to be found."""

WIDEST = 512
"""Bits of a state's values up to which states are counted; with more there are always too many."""

ENOUGH, MORE = 100_000, 20
"""So many of them in any case, and so many more for each that differs in what can still matter."""


def run(
    story: Story,
    invariants: Sequence[Invariant] = (),
    *,
    max_states: int | None = None,
    budget: Budget | None = None,
    weights: Mapping[str, float] | None = None,
    spread: Map | None = None,
) -> Report:
    """Explore a story, visiting at most `max_states` states, or within a `budget`.

    `weights` say how much each `scene.choice` weighs against the others on offer (1 where they say nothing). `spread`
    does walks and proofs elsewhere, where not every state can be visited; what is found is the same.
    """
    budget = _begun(budget, max_states)
    rules = Rules(story, [invariant.always for invariant in invariants])
    graph = graph_of(rules, invariants, _half(budget))
    states, evidence = None, NOTHING
    if graph.complete:
        states = _count(rules, budget, len(graph)) if len(graph) <= MAX_COUNTED else None
    elif not budget.stop():
        evidence = Beyond(graph, invariants, _rest(budget), weights, spread).run()
    return Findings(story, graph, evidence, weights).report(invariants, states)


def outline(story: Story, *, max_states: int | None = None, budget: Budget | None = None) -> Outline:
    """Follow every way through a story without asking what is shown on it: a fraction of the states, the same verdicts.

    It leaves out invariants, choices, conditions in texts, and the ways themselves.
    """
    budget = _begun(budget, max_states)
    half, rest = _half(budget), None
    graph = graph_of(Rules(story), budget=half, texts=False)
    lasting, evidence = graph.complete or not half.is_over(), NOTHING
    if not graph.complete and not budget.stop():
        rest = _rest(budget)
        evidence = Beyond(graph, (), rest).run()
        lasting = lasting and not rest.is_over()
    return Findings(story, graph, evidence).outline(lasting=lasting)


def _begun(budget: Budget | None, max_states: int | None) -> Budget:
    budget = replace(budget or Budget(memory=MAX_MEMORY), states=MAX_STATES if max_states is None else max_states)
    budget.start()
    return budget


def _half(budget: Budget) -> Budget:
    """What visiting every state may take, so that time is left where that is too much."""
    return replace(budget, seconds=budget.seconds and budget.seconds / 2)


def _rest(budget: Budget) -> Budget:
    """What may be done where not every state could be visited."""
    spent = budget.clock() - budget.began
    return replace(budget, seconds=spent + PATIENCE if budget.seconds is None else budget.seconds)


def graph_of(
    rules: Rules, invariants: Sequence[Invariant] = (), budget: Budget | None = None, *, texts: bool = True
) -> Graph:
    """Every state that differs in what can still matter, as far as the budget goes; without `texts`, for the ways."""
    budget = budget or Budget(states=MAX_STATES)
    return sweep(Steps(reduced(rules, invariants, texts=texts)), budget)


def _count(rules: Rules, budget: Budget, visited: int) -> int | None:
    """How many states there are when everything is told apart, None where that is too many."""
    if sum((len(variable.domain) - 1).bit_length() for variable in rules.story.variables) > WIDEST:
        return None
    limit = min(budget.states, MAX_COUNTED, ENOUGH + MORE * visited)
    graph = sweep(Steps(reduced(rules, everything=True)), replace(budget, states=limit))
    return len(graph) if graph.complete else None
