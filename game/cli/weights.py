"""Reads how much choices weigh against each other. The format is JSON, which a balance sheet or a survey exports."""

from __future__ import annotations

import json
from pathlib import Path

from game.errors import UsageError
from game.model.story import Story


def read_weights(path: Path | None, story: Story) -> dict[str, float]:
    """By `scene.choice`, how much it weighs; empty without a file. Raises UsageError."""
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UsageError(f"{path} can't be read: {fault.strerror}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is no JSON", 'it holds one object: {"scene.choice": 3, …}') from None
    if not isinstance(found, dict):
        raise UsageError(f"{path} holds no object", 'it holds one object: {"scene.choice": 3, …}')
    known = {f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices}
    for name, weight in found.items():
        if name not in known:
            raise UsageError(f'{path}: there is no choice "{name}"', "choices are written scene.choice")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1_000_000:
            raise UsageError(f"{path}: the weight of {name} is no number from 0 to 1,000,000")
    return {name: float(weight) for name, weight in found.items()}
