"""Reads the ledger of beats that may stand beside a story. Knows nothing of the scenes that tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from game.model.diagnostic import Diagnostic
from game.model.source import SourceRef

from .belonging import LEDGER
from .files import beside, read_file
from .nodes import Document, ListNode, MappingNode, Node
from .reporting import diagnose
from .scalar import Scalar

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
"""A YAML tree without its places. Every scalar is the text that was typed."""


def load_ledger(folder: Path) -> tuple[dict[str, Data] | None, tuple[Diagnostic, ...]]:
    """The whole ledger beside the story folder, and what is wrong with it; None where there is none to read."""
    file = beside(folder, *LEDGER)
    if file is None:
        return None, ()
    _, document = read_file(file)
    data = as_data(document.root) if document.root is not None else None
    return data if isinstance(data, dict) else None, diagnose(document.problems, {file.name: document.lines})


def beats_of(document: Document) -> Mapping[str, str]:
    """The events of a ledger: id to the act they belong to."""
    found = ((_under(beat, "id"), _under(beat, "act")) for beat in _beats(document))
    return {name.text: act.text if isinstance(act, Scalar) else "" for name, act in found if isinstance(name, Scalar)}


def place_of_beat(document: Document, id_: str) -> SourceRef | None:
    """Where an event stands in a ledger; None where it has no such."""
    names = (_under(beat, "id") for beat in _beats(document))
    return next((name.ref_at(0) for name in names if isinstance(name, Scalar) and name.text == id_), None)


def _beats(document: Document) -> Sequence[Node]:
    listed = _under(document.root, "beats")
    return listed.items if isinstance(listed, ListNode) else ()


def _under(node: Node | None, key: str) -> Node | None:
    """What stands under a key: a ledger is long, and little of it is asked for each time that a story is read."""
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.text == key), None)


def endings_of(ledger: Mapping[str, Data]) -> tuple[str, ...]:
    """The ids of the endings that a ledger plans."""
    listed = ledger.get("endings")
    named = (one.get("id") for one in listed if isinstance(one, dict)) if isinstance(listed, list) else ()
    return tuple(name for name in named if isinstance(name, str))


def as_data(node: Node) -> Data:
    """The tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [as_data(item) for item in node.items]
    return {key.text: as_data(value) for key, value in node.pairs} if isinstance(node, MappingNode) else ""
