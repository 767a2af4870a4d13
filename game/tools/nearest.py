"""Looks a few choices ahead: by which way something comes about that a replay wanted. Decides nothing itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from game.engine.playing import Engine, Playthrough
from game.engine.state import State

FAR = 3_000
"""States that are looked at."""

MOST_AHEAD = 12
"""Choices that are looked ahead."""


def way_to(engine: Engine, play: Playthrough, wanted: Callable[[State], bool]) -> tuple[str, ...] | None:
    """The fewest `scene.choice`s that lead from where a playthrough stands to a state that is wanted, if few do.

    None where none was found among the nearest states, which does not say that there is none.
    """
    rules, machine, scenes = engine.rules, engine.machine, engine.story.scenes
    came: set[State] = {play.state}
    waiting: deque[tuple[State, tuple[str, ...]]] = deque([(play.state, ())])
    while waiting and len(came) < FAR:
        state, path = waiting.popleft()
        if wanted(state):
            return path
        scene = scenes[state.scene]
        after: list[tuple[State, tuple[str, ...]]] = []
        if scene.goto:
            after = [(machine.go_on(state), path)]
        elif len(path) < MOST_AHEAD:
            open_ = [choice for choice in scene.choices if rules.is_open(state, choice)]
            after = [(machine.step(state, each.id), (*path, f"{scene.id}.{each.id}")) for each in open_]
        for each in after:
            if each[0] not in came:
                came.add(each[0])
                waiting.append(each)
    return None
