"""Gathers the problems of a story while it is read. Knows nothing of how they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.model.source import SourceRef

from .names import did_you_mean
from .nodes import Node
from .problem import Problem
from .scalar import Scalar

MAX_COMPARISONS = 1_000_000
"""Names that suggestions may be sought among, in all: a story full of unknown names is still read in seconds."""


class Findings:
    """A growing list of problems. `muted` while something is read again that was reported on before."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.muted = False
        self._comparisons_left = MAX_COMPARISONS

    def suggest(self, name: str, known: Collection[str]) -> str:
        """`did you mean "x"?`, or nothing: if no name is near, or too many were asked for already."""
        return did_you_mean(name, known) if self.may_compare(len(known)) else ""

    def may_compare(self, names: int) -> bool:
        """Whether there is time left to look for a suggestion among so many names; it is taken."""
        self._comparisons_left -= names
        return self._comparisons_left >= 0

    def add(self, code: str, ref: SourceRef, message: str, hint: str = "", length: int = 1) -> None:
        """Note one problem."""
        if not self.muted:
            self.problems.append(Problem(ref, code, message, hint, length))

    def insist(self, code: str, ref: SourceRef, message: str) -> None:
        """Note one problem even while muted: a limit that is passed here and nowhere else."""
        self.problems.append(Problem(ref, code, message))

    def at(self, code: str, node: Node, message: str, hint: str = "") -> None:
        """Note one problem with the whole of a node."""
        if isinstance(node, Scalar):
            length = 1 if node.style.is_block else min(max(1, len(node.text)), 60)
            self.add(code, node.ref_at(0), message, hint, length)
        else:
            self.add(code, node.ref, message, hint)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that a parser found."""
        if not self.muted:
            self.problems.extend(problems)
