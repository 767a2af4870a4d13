"""How each scene was come to: the shortest list of choices that ever led there. Knows nothing of files or maps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .disk import Damaged
from .strict_json import Json
from .wording import say

MOST = 20_000
"""Scenes whose ways are remembered."""
LONGEST = 20_000
"""Choices that a way may have."""


@dataclass(frozen=True, slots=True)
class Way:
    """Everything that decides where choices lead: the seed, the endings reached before, and the choices."""

    seed: int
    reached: tuple[str, ...] = ()
    log: tuple[str, ...] = ()


class Ways:
    """By scene, the shortest way that was ever gone; of two as short, the later one."""

    def __init__(self, ways: Mapping[str, Way] | None = None) -> None:
        """Remember these."""
        self._ways = dict(ways or {})

    def __iter__(self) -> Iterator[tuple[str, Way]]:
        return iter(self._ways.items())

    def to(self, scene: str) -> Way | None:
        """The way to a scene; None where it was never come to."""
        return self._ways.get(scene)

    def note(self, scene: str, way: Way) -> bool:
        """Remember a way that was gone; whether it is news."""
        held = self._ways.get(scene)
        if held == way or (held is not None and len(held.log) < len(way.log)):
            return False
        if (held is None and len(self._ways) >= MOST) or len(way.log) > LONGEST:
            return False
        self._ways[scene] = way
        return True

    def forget(self, scene: str) -> None:
        """Forget a way that no longer leads there."""
        self._ways.pop(scene, None)

    def encode(self) -> Json:
        """The ways with their common beginnings written once: `steps` are (step before, choice)."""
        roots: dict[tuple[int, tuple[str, ...]], int] = {}
        steps: dict[tuple[int, str], int] = {}
        ends: dict[str, Json] = {}
        for scene, way in self._ways.items():
            root = roots.setdefault((way.seed, way.reached), len(roots))
            at = -1 - root
            for choice in way.log:
                at = steps.setdefault((at, choice), len(steps))
            ends[scene] = at
        return {
            "roots": tuple({"seed": seed, "reached": reached} for seed, reached in roots),
            "steps": tuple((before, choice) for before, choice in steps),
            "ends": ends,
        }

    @staticmethod
    def decode(held: object) -> Ways:
        """The ways that `encode` wrote; none where nothing was written. Raises Damaged."""
        if held is None:
            return Ways()
        if not isinstance(held, dict):
            raise Damaged(say("'{key}' is not what it should be", key="ways"))
        roots = [_root(root) for root in _list(held, "roots")]
        steps = [_step(step, at) for at, step in enumerate(_list(held, "steps"))]
        ends = held.get("ends")
        if not isinstance(ends, dict):
            raise Damaged(say("'{key}' is not what it should be", key="ways"))
        return Ways({scene: _way(end, roots, steps) for scene, end in ends.items()})


def _list(held: dict[str, object], key: str) -> list[object]:
    value = held.get(key)
    if not isinstance(value, list):
        raise Damaged(say("'{key}' is not what it should be", key=f"ways.{key}"))
    return value


def _root(root: object) -> tuple[int, tuple[str, ...]]:
    if isinstance(root, dict):
        seed, reached = root.get("seed"), root.get("reached")
        if type(seed) is int and isinstance(reached, list) and all(isinstance(name, str) for name in reached):
            return seed, tuple(reached)
    raise Damaged(say("a way begins nowhere"))


def _step(step: object, at: int) -> tuple[int, str]:
    """A step leads on from an earlier one, so that no way goes round for ever."""
    if isinstance(step, list) and len(step) == 2:
        before, choice = step
        if type(before) is int and before < at and isinstance(choice, str):
            return before, choice
    raise Damaged(say("a way has a step that leads nowhere"))


def _way(end: object, roots: list[tuple[int, tuple[str, ...]]], steps: list[tuple[int, str]]) -> Way:
    if type(end) is not int or end >= len(steps):
        raise Damaged(say("a way ends nowhere"))
    log: list[str] = []
    at = end
    while at >= 0:
        at, choice = steps[at]
        log.append(choice)
    if -1 - at >= len(roots) or len(log) > LONGEST:
        raise Damaged(say("a way begins nowhere"))
    seed, reached = roots[-1 - at]
    return Way(seed, reached, tuple(reversed(log)))
