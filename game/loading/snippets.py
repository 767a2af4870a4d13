"""The snippets of a story: which there are, which hold themselves, and how much including them adds. Reads no line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .findings import Findings
from .nodes import ListNode, MappingNode, Node
from .scalar import Scalar
from .tokens import MAX_LEVELS

MAX_INCLUDED = 200_000
"""Lines that snippets may add to a whole story; without a bound, few snippets that include each other make millions."""


class Snippets:
    """The lists of lines under their ids. Those in a circle are never opened."""

    def __init__(self, lists: Mapping[str, Node], findings: Findings) -> None:
        self._lists = lists
        self._findings = findings
        self._left = MAX_INCLUDED
        self._refused = False
        self._circular = self._note_circles()

    def open(self, name: Scalar, depth: int) -> Node | None:
        """The list of lines to put in place of an `include` that stands `depth` levels deep, or None."""
        node = self._lists.get(name.text)
        if node is None or name.text in self._circular:
            return None
        if depth >= MAX_LEVELS:
            self._findings.insist(
                "E241", name.ref, f"`when` and `include` are nested more than {MAX_LEVELS} levels deep"
            )
            return None
        self._left -= 1 + (len(node.items) if isinstance(node, ListNode) else 0)
        if self._left < 0 and not self._refused:
            self._findings.insist("E242", name.ref, f"snippets add more than {MAX_INCLUDED:,} lines to this story")
            self._refused = True
        return None if self._refused else node

    def _note_circles(self) -> frozenset[str]:
        """Find the snippets that hold themselves; each circle is noted at the include that closes it."""
        state: dict[str, int] = {}
        circular: set[str] = set()
        for first in self._lists:
            if first not in state:
                self._walk(first, state, circular)
        return frozenset(circular)

    def _walk(self, first: str, state: dict[str, int], circular: set[str]) -> None:
        """Depth first, on a stack of our own: 1 is a snippet on the path, 2 one that is done."""
        path = [first]
        pending = [_includes(self._lists[first])]
        state[first] = 1
        while path:
            include = next(pending[-1], None)
            if include is None:
                state[path.pop()] = 2
                pending.pop()
            elif state.get(include.text) == 1:
                circle = path[path.index(include.text) :]
                circular.update(circle)
                self._findings.at("E230", include, "a snippet includes itself: " + " → ".join([*circle, include.text]))
            elif include.text in self._lists and include.text not in state:
                path.append(include.text)
                pending.append(_includes(self._lists[include.text]))
                state[include.text] = 1


def _includes(node: Node) -> Iterator[Scalar]:
    """The snippets that a list of lines includes, at any depth."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ListNode):
            waiting.extend(reversed(current.items))
        elif isinstance(current, MappingNode):
            for key, value in current.pairs:
                if key.text == "include" and isinstance(value, Scalar):
                    yield value
                elif key.text in ("then", "else"):
                    waiting.append(value)
