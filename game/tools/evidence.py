"""What is known of things that a search did not come to: found otherwise, or proved impossible. Finds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from game.engine.rules import Rules
from game.model.expression import Condition, Logic, Mark, Marked, Not
from game.model.story import Scene

from .states.texts import Path
from .verdicts import Route


@dataclass(frozen=True, slots=True)
class Target:
    """Something that may or may not occur: a scene in which all of `path` is so, or a choice of it on offer."""

    scene: str
    path: Path = ()
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`found` with a way to each, `excluded` by proof; `shortest` ways to endings and `depths` of scenes where proved.

    `odds` are estimates from so many `walks`, each within `error`, but for one time in a hundred.
    """

    found: Mapping[Target, Route] = field(default_factory=dict)
    excluded: frozenset[Target] = frozenset()
    shortest: Mapping[str, Route] = field(default_factory=dict)
    depths: Mapping[str, int] = field(default_factory=dict)
    odds: Mapping[str, float] = field(default_factory=dict)
    error: float = 0.0
    walks: int = 0


NOTHING = Evidence(MappingProxyType({}), frozenset(), MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))


def dead_end(rules: Rules, scene: Scene) -> Path | None:
    """What must be so for a scene to offer nothing; None where something is always on offer."""
    path = []
    for choice in scene.choices:
        open_ = None if choice.when is None else choice.when.expression
        taken = Marked(Mark.CHOSE, f"{scene.id}.{choice.id}")
        if open_ is None and not choice.once:
            return None
        if open_ is None:
            closed = Condition("", taken)
        elif choice.once and (Mark.CHOSE, taken.target) in rules.bits:
            closed = Condition("", Logic("or", (Not(open_), taken)))
        else:
            closed = Condition("", Not(open_))
        path.append((closed, True))
    return tuple(path)
