"""Which sides of the conditions in a story's text are ever shown. Knows nothing of how the states were found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.expression import Condition
from game.model.story import Scene

from .states.asks import Ask
from .states.graph import Graph, Ints
from .states.texts import Path, placed_conditions


@dataclass(frozen=True, slots=True)
class Fork:
    """A condition in a scene's text, what is around it, and the nodes that show each side."""

    scene: str
    path: Path
    condition: Condition
    holds: Ints
    fails: Ints


def where(graph: Graph, number: int, path: Path) -> Ints:
    """The nodes of a scene where every condition is as the path says."""
    nodes = graph.nodes[number]
    return nodes[Ask(graph.steps.space, graph.room(number), path)(graph.states[number])] if len(nodes) else nodes


def forks(graph: Graph, scene: Scene, number: int) -> Iterator[Fork]:
    """Every condition in a scene's title, script and choices, in the order of the page."""
    for path, condition in placed_conditions(scene):
        holds, fails = (where(graph, number, (*path, (condition, side))) for side in (True, False))
        yield Fork(scene.id, path, condition, holds, fails)
