"""Collects what the files of a story declare under ids, over all files of a kind. Reads no declaration itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from game.model.source import SourceRef

from .fields import Fields
from .findings import Findings
from .nodes import Document, MappingNode, Node, Unreadable
from .scalar import Scalar, Style
from .schema import ID

Pairs: TypeAlias = tuple[tuple[Scalar, Node], ...]


@dataclass(slots=True)
class Entries:
    """Ids and what stands under them, in the order of the files; `lost` are ids of parts that could not be read."""

    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    lost: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, SourceRef] = field(default_factory=dict)
    """Where each id stands first."""

    @property
    def ids(self) -> set[str]:
        """Every id that stands there."""
        return {*self.places, *self.lost}


class Collector:
    """Collects entries and notes in `findings` what is wrong with the ids."""

    def __init__(self, fields: Fields, findings: Findings) -> None:
        self._fields = fields
        self._findings = findings

    def collect(self, documents: Iterable[Document], words: str, reserved: Collection[str] = ()) -> Entries:
        """The entries of all these files; `words` says what one is."""
        entries = Entries()
        for document in documents:
            entries.lost.update(document.lost)
            found = self.declared(document, words, reserved)
            entries.pairs += [pair for pair in found if self.is_first(pair[0], entries, words)]
        return entries

    def declared(self, document: Document, words: str, reserved: Collection[str] = ()) -> Pairs:
        """What one file declares."""
        pairs = self._pairs(document, words)
        for key, _ in pairs:
            self._check_id(key, words, reserved)
        return pairs

    def is_first(self, key: Scalar, entries: Entries, words: str) -> bool:
        """Whether an id was not declared before; noted where it was."""
        first = entries.places.setdefault(key.text, ref := key.ref)
        if first is not ref:
            self._findings.at("E207", key, f'there is a {words} "{key.text}" already, in {first.file}:{first.line}')
        return first is ref

    def _pairs(self, document: Document, words: str) -> Pairs:
        root = document.root
        if isinstance(root, MappingNode):
            return root.pairs
        if root is not None and not is_empty(document) and not isinstance(root, Unreadable):
            self._findings.at("E203", root, f"a file like this maps ids to what stands under them: {words} by {words}")
        return ()

    def _check_id(self, key: Scalar, words: str, reserved: Collection[str]) -> None:
        if ID.text is not None and self._fields.text_fits(key, ID.text) and key.text in reserved:
            self._findings.at("E206", key, f'"{key.text}" cannot be the id of a {words}: it means something of its own')


def is_empty(document: Document) -> bool:
    """Whether nothing stands in the file (comments aside)."""
    root = document.root
    return root is None or (isinstance(root, Scalar) and not root.text and root.style is Style.PLAIN)
