"""Remembers what was read, so that a story of which one file has changed is read again in a moment.

A document depends on nothing but its bytes. A scene depends on its node and on what the rest of the story declares;
while those are equal, reading it again would find the same. Knows nothing of what either holds.
"""

from __future__ import annotations

from collections.abc import Callable

from game.model.story import Scene

from .document import read_document
from .findings import Findings
from .nodes import Document, Node
from .problem import Problem
from .scalar import Scalar

_Reader = Callable[[Scalar, Node], Scene]


class Memory:
    """What was read the last time. Hand the same one to `load_story` each time; it grows no larger than the story."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._documents: dict[str, tuple[bytes, Document]] = {}
        self._declared: object = None
        self._scenes: dict[int, tuple[Node, Scene, tuple[Problem, ...]]] = {}

    def document(self, data: bytes, file: str) -> Document:
        """The document in these bytes; read only if they are not those of last time."""
        known = self._documents.get(file)
        if known is None or known[0] != data:
            known = self._documents[file] = data, read_document(data, file)
        return known[1]

    def reader(self, declared: object, read: _Reader, findings: Findings) -> _Reader:
        """`read`, but for nodes that were read before under equal declarations; their problems are noted again."""
        before = self._scenes if declared == self._declared else {}
        self._declared, self._scenes = declared, {}

        def again(key: Scalar, node: Node) -> Scene:
            known = before.get(id(node))
            if known is None or known[0] is not node:
                first = len(findings.problems)
                scene = read(key, node)
                known = node, scene, tuple(findings.problems[first:])
            else:
                findings.extend(known[2])
            self._scenes[id(node)] = known
            return known[1]

        return again
