"""What a writer wants to see of a moment: scene, values, choices and why some are closed. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.playing import Engine, Playthrough
from game.model.story import Choice, Story

Watch = Callable[[], "Story | str | None"]
"""Says what became of the story's files since it was last asked: nothing, a sound story, or what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice as a writer sees it: why it is closed (empty where it is open), and where it leads."""

    id: str
    closed: str
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """A moment from inside. `values` are those that differ from their defaults, `others` counts the rest."""

    scene: str
    at: str
    values: tuple[tuple[str, str], ...]
    others: int
    choices: tuple[Offered, ...]
    ways_on: tuple[str, ...]


def insight(engine: Engine, playthrough: Playthrough) -> Insight:
    """What there is to know of where a playthrough stands."""
    state, rules = playthrough.state, engine.rules
    scene = engine.story.scenes[state.scene]
    values = rules.values(state)
    changed = tuple(
        (variable.name, _spelled(values[variable.name]))
        for variable in engine.story.variables
        if values[variable.name] != variable.default
    )
    return Insight(
        scene.id,
        f"{scene.ref.file}:{scene.ref.line}",
        changed,
        len(values) - len(changed),
        tuple(_offered(engine, playthrough, choice) for choice in scene.choices),
        tuple(dict.fromkeys(branch.to for branch in scene.goto)),
    )


def _offered(engine: Engine, playthrough: Playthrough, choice: Choice) -> Offered:
    state, rules = playthrough.state, engine.rules
    closed = ""
    if not rules.is_open(state, choice):
        closed = rules.explain(state, choice.when) if choice.when is not None else ""
        closed = closed or "taken before, and only once"
    return Offered(choice.id, closed, tuple(dict.fromkeys(branch.to for branch in choice.goto)))


def _spelled(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
