"""Plays a story at random, a hundred thousand playthroughs at once. Knows nothing of what they are watched for.

The walkers of a batch are moved scene by scene, in the order in which the story can come to them; where scenes lead
round to each other, in rounds. So what was written down of one walker stands in the order in which it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.tools.components import components

from .apart import ways_of
from .graph import Ints
from .space import Words
from .steps import Steps

LONGEST = 500
"""Rounds in one circle of scenes after which walkers still in it are given up."""


@dataclass(slots=True)
class Log:
    """What the walkers of a batch did: scene, who, and by which arrow each left it, in the order of happening."""

    entries: list[tuple[int, Ints, Ints]] = field(default_factory=list)

    def way_of(self, walker: int, end: int) -> list[tuple[int, int]]:
        """Scene and arrow of every step of one walker among the first `end` entries."""
        way = []
        for scene, who, places in self.entries[:end]:
            at = int(np.searchsorted(who, walker))
            if at < len(who) and who[at] == walker:
                way.append((scene, int(places[at])))
        return way


class Walks:
    """Random playthroughs. `watch` is shown every group of walkers that comes into a scene: scene, states, who, log."""

    def __init__(
        self,
        steps: Steps,
        watch: Callable[[int, Words, Ints, Log], None],
        weights: Mapping[str, float] | None = None,
        seed: int = 0,
    ) -> None:
        self._steps = steps
        self._watch = watch
        self._draw = np.random.Generator(np.random.PCG64(seed))
        self._weights = [
            np.array([(weights or {}).get(arrow.name, 1.0) for arrow in arrows]) for arrows in steps.arrows
        ]
        self.taken = [np.zeros(len(arrows)) for arrows in steps.arrows]
        """By scene and arrow, how often each was taken, and before (`prefer_rare`)."""
        number = steps.space.number
        leads = [sorted({number[way.to] for way in ways_of(room.scene)}) for room in steps.space.rooms]
        start = number[steps.space.rules.story.start]
        self._parts = [set(part) for part in components([start], leads.__getitem__)][::-1]

    def prefer_rare(self, taken: Sequence[NDArray[np.float64]]) -> None:
        """Go on from how often each arrow was taken elsewhere."""
        self.taken = [counts.copy() for counts in taken]

    def batch(
        self,
        size: int,
        reached: frozenset[str] = frozenset(),
        *,
        rare: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> NDArray[np.int64]:
        """Let so many walk; by scene, how many ended there. `rare`: what was seldom taken is preferred.

        Who is still on the way when `stop` says so, ends nowhere.
        """
        room, words = self._steps.space.first(reached)
        states = np.repeat(np.array([words], dtype=np.uint64), size, axis=0)
        log = Log()
        ended = np.zeros(len(self._steps.space.rooms), dtype=np.int64)
        waiting: dict[int, list[tuple[Words, Ints]]] = {room.number: [(states, np.arange(size))]}
        for part in self._parts:
            for _ in range(LONGEST):
                here = [number for number in part if number in waiting]
                if not here:
                    break
                for number, groups in [(number, waiting.pop(number)) for number in here]:
                    if stop():
                        return ended
                    ended[number] += self._step(number, groups, log, waiting, rare=rare)
            for number in part:
                waiting.pop(number, None)
        return ended

    def _step(
        self,
        number: int,
        groups: list[tuple[Words, Ints]],
        log: Log,
        waiting: dict[int, list[tuple[Words, Ints]]],
        *,
        rare: bool,
    ) -> int:
        states = np.concatenate([states for states, _ in groups])
        who = np.concatenate([who for _, who in groups])
        order = np.argsort(who)
        states, who = states[order], who[order]
        self._watch(number, states, who, log)
        arrows = self._steps.arrows[number]
        if not arrows:
            return len(who)
        places = self._chosen(number, states, rare=rare)
        log.entries.append((number, who, places))
        for place, arrow in enumerate(arrows):
            mine = np.flatnonzero(places == place)
            if len(mine):
                for target, which, after in arrow.of(states[mine]):
                    waiting.setdefault(target, []).append((after, who[mine][which]))
        return 0

    def _chosen(self, number: int, states: Words, *, rare: bool) -> Ints:
        """The arrow that each walker takes, -1 where none is on offer."""
        arrows, weights = self._steps.arrows[number], self._weights[number]
        if rare:
            weights = 1 / (1 + self.taken[number])
        open_ = np.stack(
            [arrow.is_open(states) * weight for arrow, weight in zip(arrows, weights, strict=True)], axis=1
        )
        sums = np.cumsum(open_, axis=1)
        drawn = self._draw.random(len(states)) * sums[:, -1]
        places = (sums <= drawn[:, None]).sum(axis=1)
        places = np.minimum(places, len(arrows) - 1)
        self.taken[number] += np.bincount(places, minlength=len(arrows))
        return np.where(sums[:, -1] > 0, places, -1)


def half_width(hits: int, walks: int) -> float:
    """How far the truth may lie from `hits / walks`, but for one time in a hundred (Wilson; exact for rare things)."""
    if not walks:
        return 1.0
    share, rare = hits / walks, min(hits, walks - hits)
    if rare > 50:
        z = 2.5758
        centre = (share + z * z / (2 * walks)) / (1 + z * z / walks)
        spread = z / (1 + z * z / walks) * float(np.sqrt(share * (1 - share) / walks + (z / (2 * walks)) ** 2))
        return max(abs(centre + spread - share), abs(share - centre + spread))
    low, high = rare / walks, 1.0
    for _ in range(60):  # The largest chance under which so few are not rarer than one in two hundred.
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(rare, walks, middle) > 0.005 else (low, middle)
    return high - rare / walks


def _at_most(hits: int, walks: int, chance: float) -> float:
    """The chance of so many hits or fewer."""
    term = float(np.exp(walks * np.log1p(-chance))) if chance < 1 else 0.0
    total = term
    for k in range(hits):
        term *= (walks - k) / (k + 1) * chance / (1 - chance) if chance < 1 else 0.0
        total += term
    return total
