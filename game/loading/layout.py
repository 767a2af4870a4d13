"""Reads a YAML file as a tree that knows where everything in it begins and ends. Knows nothing of stories.

The composer's tree says where things begin, which is enough for all who read a story; only who writes one anew needs to
know what stands between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .events import EVENT_SOURCE, Event, Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A text: `value` as YAML reads it, and from where to where (exclusive) it stands in the file."""

    value: str
    style: str
    start: int
    end: int
    column: int

    @property
    def is_block(self) -> bool:
        """Whether it stands on the lines after a `|` or `>`."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Group:
    """A list, or a mapping whose keys and values take turns in `children`."""

    is_mapping: bool
    flow: bool
    start: int
    end: int
    column: int
    children: list[Part] = field(default_factory=list)


Part: TypeAlias = Piece | Group


def read_layout(text: str) -> Part | None:
    """The tree of a file that can be read and whose lines end as in Unix; None where nothing is in it."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(mark: Mark) -> int:
        return min(starts[mark.line] + mark.column, len(text)) if mark.line < len(starts) else len(text)

    root = Group(is_mapping=False, flow=False, start=0, end=len(text), column=0)
    open_groups = [root]
    parser = EVENT_SOURCE(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            _take(event, open_groups, offset(event.start_mark), offset(event.end_mark))
    finally:
        parser.dispose()
    return root.children[0] if root.children else None


def _take(event: Event, open_groups: list[Group], start: int, end: int) -> None:
    if isinstance(event, ScalarEvent):
        open_groups[-1].children.append(Piece(event.value, event.style or "", start, end, event.start_mark.column))
    elif isinstance(event, MappingStartEvent | SequenceStartEvent):
        mapping = isinstance(event, MappingStartEvent)
        group = Group(mapping, bool(event.flow_style), start, end, event.start_mark.column)
        open_groups[-1].children.append(group)
        open_groups.append(group)
    elif isinstance(event, MappingEndEvent | SequenceEndEvent):
        open_groups.pop().end = end


def data_of(part: Part | None) -> object:
    """What a program reads in the tree, to compare one with another."""
    if part is None or isinstance(part, Piece):
        return part and part.value
    return [part.is_mapping, *map(data_of, part.children)]


def pieces_of(part: Part | None) -> Iterator[Piece]:
    """Every text of the tree, in the order of the file."""
    if isinstance(part, Piece):
        yield part
    elif part is not None:
        for child in part.children:
            yield from pieces_of(child)
