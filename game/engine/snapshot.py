"""A playthrough taken up midway, from names and numbers that were written down. Knows nothing of saves or files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.model.expression import Mark, Value

from .playing import Engine, Move, Playthrough, Start


def take_up(
    engine: Engine,
    scene: str,
    *,
    values: Mapping[str, Value],
    entered: Mapping[str, int],
    taken: Iterable[str],
    seed: int = 0,
    reached: Iterable[str] = (),
) -> Playthrough:
    """Stand in `scene` without entering it anew.

    `values` are all that differ from the defaults, `entered` says how often each scene was, `taken` which
    `scene.choice`s; scenes and choices that the story does not have are passed over. Raises UsageError for a scene,
    name or value that is not the story's.
    """
    rules = engine.rules
    fresh = engine.begin(seed=seed, reached=reached, scene=scene, values=values)
    state = rules.initial(reached=fresh.reached, values=values)
    left = [(Mark.SEEN, name) for name, times in entered.items() if times] + [(Mark.CHOSE, name) for name in taken]
    marks = state.marks
    for mark in left:
        marks |= rules.bits.get(mark, 0)
    counts = list(state.counts)
    for name, place in rules.counted.items():
        counts[place] = entered.get(name, 0)
    state = state._replace(scene=scene, marks=marks, counts=tuple(counts))
    return Playthrough(seed, fresh.reached, Start(scene, tuple(values.items())), (Move(None, state),))
