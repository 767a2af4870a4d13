"""Gathers what is found while a story is read: problems, and what only the whole story can judge. Shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from sys import intern
from typing import TypeAlias

from game.model.source import SourceRef

from .names import Names, did_you_mean
from .nodes import Node
from .problem import Problem
from .scalar import Scalar

MAX_COMPARISONS = 1_000_000
"""Names that suggestions may be sought among, in all: a story full of unknown names is still read in seconds."""

Parse: TypeAlias = Callable[[Scalar, Names], tuple[object, tuple[Problem, ...]]]
"""Reads a condition, an effect or a text over some names, and gives what it is with what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a part of a story.

    `scenes` name scenes, and `put_off` are wordings with how they are parsed: both are for the linker.
    """

    problems: tuple[Problem, ...]
    scenes: tuple[tuple[str, SourceRef], ...]
    put_off: tuple[tuple[Parse, Scalar], ...]


class Findings:
    """Growing lists. `muted` while something is read again that was reported on before."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.muted = False
        self._scenes: list[Scalar] = []
        self._put_off: list[tuple[Parse, Scalar]] = []
        self._comparisons_left = MAX_COMPARISONS

    def taken(self, there: Collection[str] = ()) -> Found:
        """What was found since this was last asked for; scenes that are `there` for certain need not be looked for."""
        scenes = [(scalar.text, scalar.ref_at(0)) for scalar in self._scenes if scalar.text not in there]
        found = Found(tuple(self.problems), tuple(scenes), tuple(self._put_off))
        self.problems, self._scenes, self._put_off = [], [], []
        return found

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

    def names_scene(self, scalar: Scalar) -> str:
        """Note that there must be a scene of that id, and give the id."""
        if not self.muted:
            self._scenes.append(scalar)
        return intern(scalar.text)

    def put_off(self, parse: Parse, scalar: Scalar) -> None:
        """Leave it to the linker to say what is wrong with some words, if anything is."""
        if not self.muted:
            self._put_off.append((parse, scalar))
