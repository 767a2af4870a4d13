"""The files of a story that was read. Knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .document import read_text
from .nodes import Document
from .pages import Page
from .problem import Problem


class Documents(Mapping[str, Document]):
    """Documents by their names. The trees of those that were let go are composed again when somebody asks for them."""

    def __init__(self) -> None:
        """There is none."""
        self._documents: dict[str, Document] = {}
        self._bare: set[str] = set()

    def add(self, document: Document) -> None:
        """Keep a document."""
        self._documents[document.file] = document

    def let_go(self, document: Document) -> None:
        """Keep a document without its tree and its lines, which take several times the room of its text."""
        document.page.forget_lines()
        self._documents[document.file] = replace(document, root=None)
        self._bare.add(document.file)

    @property
    def pages(self) -> dict[str, Page]:
        """The text of each file."""
        return {name: document.page for name, document in self._documents.items()}

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files as such."""
        return [problem for document in self._documents.values() for problem in document.problems]

    def __getitem__(self, name: str) -> Document:
        """A file. Raises KeyError."""
        document = self._documents[name]
        if name in self._bare:
            self._bare.discard(name)
            document = replace(document, root=read_text(document.page.text, name).root)
            self._documents[name] = document
        return document

    def __iter__(self) -> Iterator[str]:
        """The names, in the order in which they were read."""
        return iter(self._documents)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._documents)
