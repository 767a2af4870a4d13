"""Reads the ledger of beats that may stand beside a story. Knows nothing of the scenes that tell them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from game.model.diagnostic import Diagnostic

from .files import beside, read_file
from .nodes import Document, ListNode, MappingNode, Node
from .reporting import diagnose
from .scalar import Scalar

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
"""A YAML tree without its places. Every scalar is the text that was typed."""

LEDGER = ("seeds", "canon.yaml")


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
    data = as_data(document.root) if document.root is not None else {}
    listed = data.get("beats") if isinstance(data, dict) else None
    beats: dict[str, str] = {}
    for beat in listed if isinstance(listed, list) else ():
        name = beat.get("id") if isinstance(beat, dict) else None
        if isinstance(beat, dict) and isinstance(name, str):
            beats[name] = str(beat.get("act", ""))
    return beats


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
