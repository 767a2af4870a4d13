"""Visits every state of a story in a process of its own: `python -m tests.benchmarks.exploring FOLDER RESULT`.

Writes a JSON list to RESULT: seconds of processor to prepare (what can be told apart, which values can be) and then to
visit, how many states that were, and whether these are all. Knows nothing of verdicts.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from game.engine.rules import Rules
from game.loading.loader import load_story
from game.tools.explore import MAX_MEMORY, MAX_STATES
from game.tools.states.budget import Budget
from game.tools.states.space import reduced
from game.tools.states.steps import Steps
from game.tools.states.sweep import sweep


def main(folder: Path, result: Path) -> None:
    """Load, prepare, visit, and write what it took."""
    loaded = load_story(folder)
    if loaded.story is None:
        raise ValueError(f"{folder} holds no story that can be played")
    began = time.process_time()
    rules = Rules(loaded.story, [each.always for each in loaded.invariants])
    steps = Steps(reduced(rules, loaded.invariants))
    prepared = time.process_time()
    graph = sweep(steps, Budget(states=MAX_STATES, memory=MAX_MEMORY))
    visited = time.process_time()
    result.write_text(json.dumps([prepared - began, visited - prepared, len(graph), graph.complete]), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
