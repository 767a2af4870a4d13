"""The positioned tree that a YAML file becomes: scalars, lists, mappings. Knows nothing of what they mean.

Nobody changes a node. It is no frozen dataclass all the same: a story is made of hundreds of thousands of them, and a
frozen one takes several times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from game.model.source import SourceRef

from .pages import Page
from .problem import Problem
from .scalar import Scalar


@dataclass(slots=True, unsafe_hash=True)
class ListNode:
    """A list. `flow` where it was written with brackets."""

    items: tuple[Node, ...]
    file: str
    line: int
    column: int
    flow: bool = False

    @property
    def ref(self) -> SourceRef:
        """Where it begins."""
        return SourceRef(self.file, self.line, self.column)


@dataclass(slots=True, unsafe_hash=True)
class MappingNode:
    """A mapping in the order of the file; every key once. `flow` where it was written with braces."""

    pairs: tuple[tuple[Scalar, Node], ...]
    file: str
    line: int
    column: int
    flow: bool = False

    @property
    def ref(self) -> SourceRef:
        """Where it begins."""
        return SourceRef(self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands where something was already reported, so that nobody reports it again."""

    ref: SourceRef


Node: TypeAlias = Scalar | ListNode | MappingNode | Unreadable


@dataclass(frozen=True, slots=True)
class Document:
    """A file as far as it could be read.

    `root` is None for an empty file. `lost` holds the top-level keys whose part could not be read, each with all keys
    that seem to stand below it: they exist, so nothing may call them unknown.
    """

    page: Page
    root: Node | None
    problems: tuple[Problem, ...] = ()
    lost: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Its name."""
        return self.page.file

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines."""
        return self.page.lines
