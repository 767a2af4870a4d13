"""Plays runs of `random` to their end, one after the other, as fast as closures go. Knows nothing of reports.

No state is kept and no step is undone: one cursor is moved from the start to the end of a run by what the rules
compiled. What is out of the ordinary is only noted; the engine judges it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.engine.compile import Test
from game.engine.rules import Rules
from game.engine.state import Change, Cursor
from game.model.invariant import Invariant
from game.model.story import Branch

from .chance import ahead, beginning

PASSING = 1_000
"""Scenes passed through without a choice after which the engine judges whether the story goes round for ever."""


@dataclass(slots=True)
class Outcome:
    """`endings` by name, choices taken by all; seeds of runs that failed by what is wrong, of those to be judged, how
    many were still on their way when it was stopped, and how many came to the scene that they were to stop at.
    """

    endings: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    dead: dict[str, list[int]] = field(default_factory=dict)
    strange: list[int] = field(default_factory=list)
    left: int = 0
    came: int = 0


@dataclass(slots=True)
class _Way:
    """A way out of a scene: what opens it, what it does, and the scenes that it leads to, `always` where it is one."""

    opens: Test | None
    take: Change | None
    branches: tuple[tuple[str, Test | None], ...]
    always: _Stop | None = None


@dataclass(slots=True)
class _Stop:
    """A scene on the way. `guarded` is whether a way out may be closed, `breaks` are invariants held to here."""

    scene: str
    enter: Change | None
    ways: tuple[_Way, ...]
    guarded: bool
    passes: bool
    ending: str | None
    breaks: tuple[Test, ...]


class Runner:
    """One run after the other, from wherever it stands. `longest` is how many choices a run may take."""

    def __init__(
        self, rules: Rules, invariants: Sequence[Invariant], longest: int, *, until: str | None = None
    ) -> None:
        """Scenes are made ready when a run first comes to them. A run ends as soon as it comes to the scene `until`."""
        self._rules, self._invariants, self._longest, self._until = rules, invariants, longest, until
        self._stops: dict[str, _Stop] = {}

    def go_on(self, seed: int, cursor: Cursor, found: Outcome, turn: int = 0, passed: int = 0) -> None:
        """Play on from where a run stands, after `turn` choices, `passed` scenes after the last of them."""
        numbers, stop, values = ahead(beginning(seed), turn), self._stop(cursor.scene), cursor.values
        while turn < self._longest and passed <= PASSING:
            if stop.breaks and not all(holds(values, cursor.marks) for holds in stop.breaks):
                break
            ways: Sequence[_Way] = stop.ways
            if stop.guarded:
                ways = [way for way in ways if way.opens is None or way.opens(values, cursor.marks)]
            if stop.passes:
                way = ways[0]
                passed += 1
            elif ways:
                way = ways[next(numbers) * len(ways) >> 32]
                turn += 1
                passed = 0
            else:
                self._over(stop, seed, found)
                found.steps += turn
                return
            if way.take is not None:
                way.take(cursor)
            stop = way.always or self._led(way, cursor)
            if stop.enter is not None:
                stop.enter(cursor)
        found.strange.append(seed)
        found.steps += turn

    def _over(self, stop: _Stop, seed: int, found: Outcome) -> None:
        if stop.scene == self._until:
            found.came += 1
        elif stop.ending is not None:
            found.endings[stop.ending] += 1
        else:
            found.dead.setdefault(stop.scene, []).append(seed)

    def _led(self, way: _Way, cursor: Cursor) -> _Stop:
        for to, test in way.branches:
            if test is None or test(cursor.values, cursor.marks):
                stop = self._stop(to)
                if len(way.branches) == 1:
                    way.always = stop
                return stop
        raise ValueError("the last branch has a guard")

    def _stop(self, scene_id: str) -> _Stop:
        known = self._stops.get(scene_id)
        if known is None:
            known = self._stops[scene_id] = self._made(scene_id)
        return known

    def _made(self, scene_id: str) -> _Stop:
        scene, compiled = self._rules.story.scenes[scene_id], self._rules.compiled(scene_id)
        if scene_id == self._until:
            return _Stop(scene_id, compiled.enter, (), guarded=False, passes=False, ending=None, breaks=())
        ways = [_Way(None, None, self._branches(scene.goto))] if scene.goto else []
        for choice in scene.choices:
            does = compiled.choices[choice.id]
            ways.append(_Way(does.opens, does.take, self._branches(choice.goto)))
        breaks = [self._rules.test(each.always) for each in self._invariants if each.at in {None, scene_id}]
        guarded = any(way.opens is not None for way in ways)
        return _Stop(scene_id, compiled.enter, tuple(ways), guarded, bool(scene.goto), scene.ending, tuple(breaks))

    def _branches(self, ways: Sequence[Branch]) -> tuple[tuple[str, Test | None], ...]:
        return tuple((way.to, None if way.when is None else self._rules.test(way.when)) for way in ways)
