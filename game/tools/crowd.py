"""Plays many runs of `random` at once on packed states: the tester's fast path. Knows nothing of reports.

Every run takes the very choices that it takes alone (`random_play.play_once`), for its chance depends on its seed and
on how many choices it has taken, on nothing else. So it does not matter who is moved when, and the scene where most
stand is always next. What is out of the ordinary is only noted; the engine judges it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.engine.rules import Rules
from game.engine.state import Cursor
from game.model.invariant import Invariant
from game.model.story import Story

from .chance import Numbers, beginnings, draws
from .runner import PASSING, Outcome, Runner
from .states.asks import Ask
from .states.graph import Ints
from .states.space import Words, reduced
from .states.steps import Steps

LOOK = 64
"""Groups that are moved between two looks at whether to stop."""


FEW = 100
"""Runs at one place below which it is quicker to move them one by one."""


class Crowd:
    """The story of many new players. `longest` is how many choices a run may take."""

    def __init__(self, story: Story, invariants: Sequence[Invariant], longest: int) -> None:
        self._steps = Steps(reduced(Rules(story, [each.always for each in invariants]), invariants))
        self._space = self._steps.space
        self._longest = longest
        self._runner = Runner(self._space.rules, invariants, longest)
        self._breaks = [self._asks(room.number, invariants) for room in self._space.rooms]

    def _asks(self, number: int, invariants: Sequence[Invariant]) -> list[Ask]:
        room = self._space.rooms[number]
        if not room.reachable:
            return []
        asks = [
            Ask(self._space, room, ((each.always, False),)) for each in invariants if each.at in {None, room.scene.id}
        ]
        return [ask for ask in asks if not ask.is_never]

    def play(self, seeds: range, stop: Callable[[], bool] = lambda: False) -> Outcome:
        """Play these runs, all of them or until `stop`."""
        return _Playing(self._steps, self._runner, self._breaks, self._longest, seeds).play(stop)


class _Playing:
    """Some runs on their way. `who` numbers them, `turn` counts the choices of each, `passed` scenes since the last."""

    def __init__(self, steps: Steps, runner: Runner, breaks: list[list[Ask]], longest: int, seeds: range) -> None:
        self._steps, self._runner, self._breaks, self._longest, self._seeds = steps, runner, breaks, longest, seeds
        size = len(seeds)
        self._begun: Numbers = beginnings(np.arange(size, dtype=np.uint64) + np.uint64(seeds.start % 2**64))
        self._turn = np.zeros(size, dtype=np.uint64)
        self._passed = np.zeros(size, dtype=np.int32)
        self._waiting: list[list[tuple[Words, Ints]]] = [[] for _ in steps.space.rooms]
        self._there = np.zeros(len(steps.space.rooms), dtype=np.int64)
        self._found = Outcome()
        room, words = steps.space.first(frozenset())
        self._come(room.number, np.repeat(np.array([words], dtype=np.uint64), size, axis=0), np.arange(size))

    def play(self, stop: Callable[[], bool]) -> Outcome:
        moved = 0
        while True:
            number = int(self._there.argmax())
            if self._there[number] < FEW or (moved % LOOK == 0 and stop()):
                break
            states, who = self._taken_up(number)
            self._move(number, *self._sound(number, states, who))
            moved += 1
        self._found.steps = int(self._turn.sum())
        self._go_on_alone(stop)
        self._found.left = int(self._there.sum())
        return self._found

    def _taken_up(self, number: int) -> tuple[Words, Ints]:
        """Whoever waits in a scene."""
        groups, self._waiting[number], self._there[number] = self._waiting[number], [], 0
        if len(groups) == 1:
            return groups[0]
        return np.concatenate([states for states, _ in groups]), np.concatenate([who for _, who in groups])

    def _go_on_alone(self, stop: Callable[[], bool]) -> None:
        """Move those who are left one by one, each to its end."""
        fields = self._steps.space.fields
        for number in np.flatnonzero(self._there).tolist():
            room = self._steps.space.rooms[number]
            states, who = self._taken_up(number)
            for at, (words, walker) in enumerate(zip(states.tolist(), who.tolist(), strict=True)):
                if stop():
                    self._come(number, states[at:], who[at:])
                    return
                state = fields.state(room.scene.id, room.places(words))
                cursor = Cursor(state.scene, list(state.values), state.marks, state.counts)
                turn = int(self._turn[walker])
                self._found.steps -= turn
                seed = self._seeds.start + walker
                self._runner.go_on(seed, cursor, self._found, turn, int(self._passed[walker]))

    def _come(self, number: int, states: Words, who: Ints) -> None:
        self._waiting[number].append((states, who))
        self._there[number] += len(who)

    def _sound(self, number: int, states: Words, who: Ints) -> tuple[Words, Ints]:
        """Those that no invariant, no circle and no endless length takes out."""
        out = (self._turn[who] >= self._longest) | (self._passed[who] > PASSING)
        for breaks in self._breaks[number]:
            out |= breaks(states)
        if not out.any():
            return states, who
        self._found.strange += (who[out] + self._seeds.start).tolist()
        return states[~out], who[~out]

    def _move(self, number: int, states: Words, who: Ints) -> None:
        scene, arrows = self._steps.space.rooms[number].scene, self._steps.arrows[number]
        if scene.ending is not None:
            self._found.endings[scene.ending] += len(who)
        elif scene.goto and len(who):
            self._passed[who] += 1
            for target, which, after in arrows[0].of(states):
                self._come(target, after, who[which])
        elif len(who):
            self._choose(number, states, who)

    def _choose(self, number: int, states: Words, who: Ints) -> None:
        arrows = self._steps.arrows[number]
        rows = [arrow.rows(states) if arrow.is_guarded else None for arrow in arrows]
        offered = np.stack(
            [
                np.ones(len(who), dtype=bool) if known is None else arrow.opens(known)
                for arrow, known in zip(arrows, rows, strict=True)
            ]
        )
        ranks = np.cumsum(offered, axis=0, dtype=np.uint64)
        some = ranks[-1] > 0
        if not some.all():
            name = self._steps.space.rooms[number].scene.id
            self._found.dead.setdefault(name, []).extend((who[~some] + self._seeds.start).tolist())
            if some.any():
                self._choose(number, states[some], who[some])
            return
        drawn = draws(self._begun[who], self._turn[who], ranks[-1])
        places = (ranks <= drawn).sum(axis=0)
        self._turn[who] += np.uint64(1)
        self._passed[who] = 0
        for place, (arrow, known) in enumerate(zip(arrows, rows, strict=True)):
            mine = np.flatnonzero(places == place)
            if len(mine):
                walkers = who[mine]
                for target, which, after in arrow.of(states[mine], None if known is None else known[mine]):
                    self._come(target, after, walkers[which])
