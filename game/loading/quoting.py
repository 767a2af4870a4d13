"""Decides whether a text can stand in a YAML file without quotes. Knows nothing of what it says."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import yaml
from yaml.events import ScalarEvent

from .events import EVENT_SOURCE

_TAG: Callable[[type, str, tuple[bool, bool]], str] = yaml.SafeLoader("").resolve
"""What common YAML programs take a plain text for: a number, a truth value, nothing, a date, or a text."""


class Spot(Enum):
    """Where a text stands; the values are the smallest files with one, `@` in its place."""

    ITEM = "- @\n"
    VALUE = "k: @\n"
    KEY = "@: k\n"
    FLOW_ITEM = "[@, k]\n"
    FLOW_VALUE = "{k: @, l: m}\n"
    FLOW_KEY = "{@: k}\n"


def needs_quotes(text: str, spot: Spot) -> bool:
    """Whether the text would be read as something else without quotes, here or by any program that reads YAML."""
    if not text or text != text.strip() or not text.isprintable():
        return True
    if _TAG(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str":
        return True
    return _scalars(spot.value.replace("@", text)) != _scalars(spot.value.replace("@", "x"), text)


def _scalars(file: str, instead: str = "x") -> list[str] | None:
    """What the events of a file are, with the values of its plain texts (`instead` for x); None if it is no YAML."""
    found: list[str] = []
    parser = EVENT_SOURCE(file)
    try:
        while True:
            event = parser.get_event()
            plain = isinstance(event, ScalarEvent) and not event.style
            found.append((event.value if event.value != "x" else instead) if plain else type(event).__name__)
            if type(event).__name__ == "StreamEndEvent":
                return found
    except yaml.YAMLError:
        return None
    finally:
        parser.dispose()
