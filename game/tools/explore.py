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
from .verdicts import Report

__all__ = ["MAX_MEMORY", "MAX_STATES", "Budget", "Report", "as_json", "as_text", "graph_of", "run"]

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
    counted: bool = True,
) -> Report:
    """Explore a story, visiting at most `max_states` states, or within a `budget`.

    `weights` say how much each `scene.choice` weighs against the others on offer (1 where they say nothing). `spread`
    does walks and proofs elsewhere, where not every state can be visited; what is found is the same. Unless `counted`,
    it is left open how many states there are, which takes a search of its own.
    """
    budget = budget or Budget(memory=MAX_MEMORY)
    budget = replace(budget, states=MAX_STATES if max_states is None else max_states)
    budget.start()
    rules = Rules(story, [invariant.always for invariant in invariants])
    graph = graph_of(rules, invariants, replace(budget, seconds=budget.seconds and budget.seconds / 2))
    states, evidence = None, NOTHING
    if graph.complete:
        states = _count(rules, budget, len(graph)) if counted and len(graph) <= MAX_COUNTED else None
    elif not budget.stop():
        seconds = budget.clock() - budget.began + PATIENCE if budget.seconds is None else budget.seconds
        evidence = Beyond(graph, invariants, replace(budget, seconds=seconds), weights, spread).run()
    return Findings(story, graph, evidence, weights).report(invariants, states)


def graph_of(rules: Rules, invariants: Sequence[Invariant] = (), budget: Budget | None = None) -> Graph:
    """Every state that differs in what can still matter, as far as the budget goes."""
    budget = budget or Budget(states=MAX_STATES)
    return sweep(Steps(reduced(rules, invariants)), budget)


def _count(rules: Rules, budget: Budget, visited: int) -> int | None:
    """How many states there are when everything is told apart, None where that is too many."""
    if sum((len(variable.domain) - 1).bit_length() for variable in rules.story.variables) > WIDEST:
        return None
    limit = min(budget.states, MAX_COUNTED, ENOUGH + MORE * visited)
    graph = sweep(Steps(reduced(rules, everything=True)), replace(budget, states=limit))
    return len(graph) if graph.complete else None
