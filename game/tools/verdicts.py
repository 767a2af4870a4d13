"""What an exploration proved, as values. Knows nothing of how it was found or how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.model.expression import Condition
from game.model.invariant import Invariant


class Verdict(Enum):
    """What was proved about a scene, a choice, an ending, a side of a condition."""

    REACHABLE = "reachable"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Route:
    """A shortest way to something; `reached` are the endings that the player must have seen before it can be gone."""

    path: tuple[str, ...]
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SceneVerdict:
    """`depth` is the fewest choices that lead a new player there, None where none do."""

    verdict: Verdict
    depth: int | None


@dataclass(frozen=True, slots=True)
class EndingVerdict:
    """`odds` are a new player's who takes every choice on offer equally often; None where the search is incomplete."""

    verdict: Verdict
    shortest: Route | None
    odds: float | None
    odds_error: float
    witness: Route | None = None
    """Any way there, where it is not known which is the shortest."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A scene in which the story can get stuck, and the shortest way into that."""

    scene: str
    route: Route


@dataclass(frozen=True, slots=True)
class InvariantVerdict:
    """Whether an invariant holds; None where the budget ran out. `route` leads to the first state that breaks it."""

    invariant: Invariant
    holds: bool | None
    scene: str | None = None
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class BranchVerdict:
    """A condition in a scene's text: whether what it stands for is ever shown, and whether its other side is."""

    scene: str
    condition: Condition
    holds: Verdict
    fails: Verdict


@dataclass(frozen=True, slots=True)
class Cost:
    """By what factor a variable or mark multiplies the states of the fullest scene."""

    name: str
    factor: float


@dataclass(frozen=True, slots=True)
class Act:
    """A folder of scenes: its states, and those of them in scenes that other folders lead into."""

    states: int
    entered: int


@dataclass(frozen=True, slots=True)
class Chance:
    """Whether an ending can be reached, and its odds as in `EndingVerdict`."""

    verdict: Verdict
    odds: float | None
    odds_error: float


@dataclass(frozen=True, slots=True)
class Outline:
    """What is proved of the ways through a story, whatever is told on them; `stuck` are dead ends and traps.

    `whole` says that every way was followed. `lasting` says that neither a clock nor a person ended the search, so that
    another one within the same bounds would find the same.
    """

    whole: bool
    scenes: dict[str, Verdict]
    endings: dict[str, Chance]
    stuck: frozenset[str]
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """All that was proved. `states` counts every reachable state, None where that is not known.

    `visited` are those told apart to prove it: the ones that differ in what can still matter. `acts` (by folder),
    `fullest` (a scene) and `costs` are about these. `whole` says that every one of them was visited; where not,
    `undecided` names what no verdict stands for and was not proved, and odds are estimates from `walks`.
    """

    whole: bool
    states: int | None
    visited: int
    scenes: dict[str, SceneVerdict]
    choices: dict[str, Verdict]
    endings: dict[str, EndingVerdict]
    dead_ends: tuple[Stuck, ...]
    traps: tuple[Stuck, ...]
    invariants: tuple[InvariantVerdict, ...]
    locked: dict[str, Verdict]
    branches: tuple[BranchVerdict, ...]
    acts: dict[str, Act]
    fullest: str
    costs: tuple[Cost, ...]
    undecided: tuple[str, ...] = ()
    walks: int = 0

    @property
    def complete(self) -> bool:
        """No verdict is unknown."""
        return self.whole or not (
            self.undecided
            or any(verdict is Verdict.UNKNOWN for verdict in self._verdicts())
            or any(verdict.holds is None for verdict in self.invariants)
        )

    def _verdicts(self) -> Iterator[Verdict]:
        yield from (scene.verdict for scene in self.scenes.values())
        yield from self.choices.values()
        yield from (ending.verdict for ending in self.endings.values())
        yield from self.locked.values()
        for branch in self.branches:
            yield from (branch.holds, branch.fails)

    @property
    def ok(self) -> bool:
        """Nothing is broken: no dead end, no trap, no invariant that fails."""
        return not (self.dead_ends or self.traps or any(verdict.holds is False for verdict in self.invariants))

    @property
    def all_proved(self) -> bool:
        """Besides, everything that was written can be reached, and nothing is left unknown."""
        verdicts = [
            *(scene.verdict for scene in self.scenes.values()),
            *self.choices.values(),
            *(ending.verdict for ending in self.endings.values()),
        ]
        return self.ok and self.complete and all(verdict is Verdict.REACHABLE for verdict in verdicts)
