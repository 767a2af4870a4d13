"""The part of PyYAML that the composer stands on: a stream of libyaml's events. Knows nothing of trees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import yaml


class Mark(Protocol):
    """A place in the text; counts from 0."""

    line: int
    column: int


class Event(Protocol):
    """An event of libyaml's; each kind of event has those of these that it needs."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool


class EventSource(Protocol):
    """A parser that has been given its text."""

    def get_event(self) -> Event:
        """The next event. Raises yaml.YAMLError."""
        ...

    def dispose(self) -> None:
        """Let go of the parser."""
        ...


EVENT_SOURCE: Callable[[str], EventSource] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser; where PyYAML was built without it, the slower one in Python gives the same events."""
