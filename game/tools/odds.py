"""How likely each ending is, which decisions move it, and which choices almost nobody can afford. Knows no files.

All of it is read off an explored graph: what flows forward gives how often each state is come to, what flows backward
how likely an ending is from there on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.engine.rules import Rules
from game.model.story import Story

from .explore import MAX_MEMORY, MAX_STATES, graph_of
from .flow import Chances, Floats, blocks_of, hopeful, is_round, part_nodes
from .states.budget import Budget
from .states.graph import Graph, Ints

TURNS = 20_000
"""How often chances are passed round where ways lead round."""

NEGLIGIBLE = 1e-12

DIGITS = 9
"""Of a swing, by which decisions are put in order: what differs less does so by the order of additions."""

RARE = 0.02
"""A choice that is on offer in fewer of the visits to its scene is one that almost nobody can afford."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A scene, and by choice how likely one ending is after it; `swing` is between the best choice and the worst."""

    scene: str
    swing: float
    after: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Report:
    """`decisions`: by ending those that move it most. `offers`: by choice, in what share of its scene's visits it is on
    offer. `error` bounds what the odds may be wrong by. `complete` is False where the budget ran out: then nothing is
    said.
    """

    complete: bool
    odds: Mapping[str, float]
    error: float
    decisions: Mapping[str, Sequence[Decision]]
    offers: Mapping[str, float]


def run(
    story: Story,
    *,
    max_states: int | None = None,
    budget: Budget | None = None,
    weights: Mapping[str, float] | None = None,
    most: int = 5,
) -> Report:
    """The odds for a new player; `most` decisions are named for each ending."""
    budget = replace(budget or Budget(memory=MAX_MEMORY), states=MAX_STATES if max_states is None else max_states)
    budget.start()
    graph = graph_of(Rules(story), budget=budget, texts=False)
    if not graph.complete:
        return Report(complete=False, odds={}, error=0.0, decisions={}, offers={})
    flow = _Flow(graph, weights)
    decisions = {
        ending: sorted(flow.decisions(ending), key=lambda each: (-round(each.swing, DIGITS), each.scene))[:most]
        for ending, chance in flow.odds.items()
        if chance > 0
    }
    return Report(complete=True, odds=flow.odds, error=flow.chances.error, decisions=decisions, offers=flow.offers())


class _Flow:
    """Visits of every node of a new player's, and what comes of them."""

    def __init__(self, graph: Graph, weights: Mapping[str, float] | None) -> None:
        self._graph = graph
        self._alive = hopeful(graph)
        self.chances = Chances(graph, self._alive, weights)
        self.odds = self.chances.of_endings()
        self._visits = self._forward()

    def _forward(self) -> Floats:
        """How often each node is come to on average; in traps, only that they are."""
        graph = self._graph
        visits = np.zeros(len(graph))
        visits[0] = 1.0
        for part in graph.parts:
            nodes = part_nodes(graph, part)
            nodes = nodes[(graph.run[nodes] == 0) & self._alive[nodes]]
            moving = visits.copy() if is_round(graph, part) else visits
            for _ in range(TURNS if is_round(graph, part) else 1):
                before = np.zeros(len(graph)) if is_round(graph, part) else visits
                for block in blocks_of(graph, nodes):
                    shares = np.repeat(moving[block.nodes], graph.degree[block.nodes]) * self.chances.shares(block)
                    np.add.at(before, graph.edges[block.edges], shares)
                if not is_round(graph, part):
                    break
                visits += before
                moving = before
                if float(moving[nodes].sum()) < NEGLIGIBLE:
                    break
        return visits

    def decisions(self, ending: str) -> Iterator[Decision]:
        """Every scene with more than one choice, and how likely the ending is after each."""
        graph = self._graph
        likely = self._backward(ending)
        for room in graph.steps.space.rooms:
            nodes = self._mine(room.number)
            taken, ends = np.zeros(len(room.scene.choices)), np.zeros(len(room.scene.choices))
            for block in blocks_of(graph, nodes) if room.scene.choices else ():
                shares = np.repeat(self._visits[block.nodes], graph.degree[block.nodes]) * self.chances.shares(block)
                place = graph.taken[block.edges]
                np.add.at(taken, place, shares)
                np.add.at(ends, place, shares * likely[graph.edges[block.edges]])
            after = {
                choice.id: float(end / often)
                for choice, often, end in zip(room.scene.choices, taken, ends, strict=True)
                if often > 0
            }
            if len(after) > 1:
                yield Decision(room.scene.id, max(after.values()) - min(after.values()), after)

    def offers(self) -> dict[str, float]:
        """By choice, in what share of the visits to its scene it is on offer."""
        found = {}
        for room in self._graph.steps.space.rooms:
            nodes = self._mine(room.number)
            visits = self._visits[nodes]
            states = self._graph.states[room.number][self._graph.run[self._graph.nodes[room.number]] == 0]
            if room.scene.choices and visits.sum() > 0:
                for arrow in self._graph.steps.arrows[room.number]:
                    found[arrow.name] = float(visits[arrow.is_open(states)].sum() / visits.sum())
        return found

    def _mine(self, number: int) -> Ints:
        nodes = self._graph.nodes[number]
        mine: Ints = nodes[self._graph.run[nodes] == 0]
        return mine

    def _backward(self, ending: str) -> Floats:
        """By node, how likely the ending is from there on."""
        graph = self._graph
        likely = np.zeros(len(graph))
        for room in graph.steps.space.rooms:
            if room.scene.ending == ending:
                likely[graph.nodes[room.number]] = 1.0
        for part in reversed(graph.parts):
            nodes = part_nodes(graph, part)
            for _ in range(TURNS if is_round(graph, part) else 1):
                change = 0.0
                for block in blocks_of(graph, nodes):
                    ahead = self.chances.shares(block) * likely[graph.edges[block.edges]]
                    after = np.add.reduceat(ahead, block.starts)
                    change = max(change, float(np.abs(after - likely[block.nodes]).max()))
                    likely[block.nodes] = after
                if change < NEGLIGIBLE:
                    break
        return likely


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {
        "complete": report.complete,
        "endings": {name: {"odds": odds, "odds_error": report.error} for name, odds in report.odds.items()},
        "decisions": {
            ending: [{"scene": each.scene, "swing": each.swing, "after": dict(each.after)} for each in found]
            for ending, found in report.decisions.items()
        },
        "offers": dict(report.offers),
    }


def as_text(report: Report) -> str:
    """The report for people: a bar for each ending, the decisions that move it, the choices that few are offered."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    if not report.complete:
        yield "the budget ran out before every state was visited: no exact odds (explore estimates them by walks)"
        return
    width = max((len(name) for name in report.odds), default=0)
    for name, odds in sorted(report.odds.items(), key=lambda pair: -pair[1]):
        yield f"{name:{width}}  {odds:7.2%}  {'#' * round(odds * 40)}"
        for each in report.decisions.get(name, ()):
            if each.swing >= 0.005:
                ways = ", ".join(f"{choice} {chance:.1%}" for choice, chance in each.after.items())
                yield f"{'':{width}}  {each.scene}: {ways}"
    rare = sorted((share, name) for name, share in report.offers.items() if share < RARE)
    if rare:
        yield "on offer to almost nobody who comes to the scene:"
        yield from (f"  {name}: {share:.2%}" for share, name in rare[:20])
