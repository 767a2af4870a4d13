"""What the ways through a story depend on, and nothing else, as one digest. Knows nothing of what is found there."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from game.model.story import Scene, Story


def of_ways(story: Story) -> str:
    """Differs as soon as `explore.outline` could find something else: a rule, a way, a range, an ending, an order.

    What readers are shown is no part of it, and neither is where in a file anything stands or how it is spelled there.
    """
    variables = [[variable.name, list(variable.domain), variable.default] for variable in story.variables]
    whole = [story.start, variables, list(story.endings), *map(_scene, story.scenes.values())]
    return hashlib.sha256(json.dumps(whole, separators=(",", ":")).encode()).hexdigest()


def _scene(scene: Scene) -> list[object]:
    """A scene without its words."""
    choices = [[one.id, one.once, *map(_plain, (one.when, one.do, one.goto))] for one in scene.choices]
    return [scene.id, scene.ending, _plain(scene.enter), _plain(scene.goto), choices]


def _plain(value: Any) -> object:  # noqa: ANN401 - any value of the model
    """A value as lists, by what two of its kind are compared by, but for the text that was typed."""
    if isinstance(value, tuple):
        return list(map(_plain, value))
    if isinstance(value, Enum):
        return value.value
    kind: type = type(value)
    names = _compared(kind)
    return value if names is None else [kind.__name__, *(_plain(getattr(value, name)) for name in names)]


@cache
def _compared(kind: type) -> tuple[str, ...] | None:
    if not is_dataclass(kind):
        return None
    return tuple(field.name for field in fields(kind) if field.compare and field.name != "source")
