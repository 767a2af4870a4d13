"""The positioned tree that a YAML file becomes: scalars, lists, mappings. Knows nothing of what they mean.

Nobody changes a node. It is no frozen dataclass all the same: a story is made of hundreds of thousands of them, and a
frozen one takes several times as long to make. Nor are nodes compared by what they hold; nobody asks for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from game.model.source import SourceRef

from .pages import Page
from .problem import Problem
from .scalar import Placed, Scalar


@dataclass(slots=True, eq=False)
class ListNode(Placed):
    """A list. `flow` where it was written with brackets."""

    items: tuple[Node, ...]
    flow: bool = False
    text: ClassVar[str] = ""
    """Where a list or a mapping stands as a key, it is as good as none."""


@dataclass(slots=True, eq=False)
class MappingNode(Placed):
    """A mapping in the order of the file; every key once. `flow` where it was written with braces.

    `values` is what stands under the text of each key.
    """

    keys: Sequence[Scalar]
    values: Mapping[str, Node]
    flow: bool = False
    text: ClassVar[str] = ""

    @property
    def pairs(self) -> tuple[tuple[Scalar, Node], ...]:
        """Each key with what stands under it."""
        return tuple(zip(self.keys, self.values.values(), strict=True))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands where something was already reported, so that nobody reports it again."""

    ref: SourceRef
    text: ClassVar[str] = ""


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
