"""Reads `*.invariants.yaml`. Knows nothing of how they are proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.model.invariant import Invariant

from .context import Context
from .entries import is_empty
from .fields import scalar_of, text_of
from .nodes import Document, ListNode, Node
from .schema import INVARIANT


def read_invariants(documents: Iterable[Document], context: Context) -> list[Invariant]:
    """The invariants of all these files that could be read."""
    read = (_invariant(item, context) for document in documents for item in _items(document, context))
    return [invariant for invariant in read if invariant is not None]


def _items(document: Document, context: Context) -> Iterator[Node]:
    if isinstance(document.root, ListNode):
        yield from document.root.items
    elif document.root is not None and not is_empty(document):
        context.findings.at("E203", document.root, "this file must be a list of invariants, each after a dash")


def _invariant(node: Node, context: Context) -> Invariant | None:
    values = context.fields.read(node, INVARIANT, node)
    at = scalar_of(values, "at")
    if at is not None:
        context.findings.names_scene(at)
    stated = scalar_of(values, "always")
    always = context.wording.condition(stated) if stated is not None else None
    if always is None:
        return None
    return Invariant(always, at.text if at is not None else None, text_of(values, "about") or "", node.ref)
