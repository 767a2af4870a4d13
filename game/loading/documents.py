"""The files of a story that was read. Knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .files import ignored_lines
from .nodes import Document
from .problem import Problem


class Documents(Mapping[str, Document]):
    """Documents by their names. Those that were let go are read again when somebody asks for them."""

    def __init__(self) -> None:
        """There is none."""
        self._documents: dict[str, Document | Callable[[], Document]] = {}
        self.problems: list[Problem] = []
        """What is wrong with the files as such."""
        self.ignored: set[tuple[str, int, str]] = set()
        """The (file, line, code) that comments ask to leave out."""

    def add(self, document: Document, again: Callable[[], Document] | None = None) -> None:
        """Keep a document; or, as tree and text take more room than the story made of them, how to read it again."""
        self.problems += document.problems
        self.ignored.update(ignored_lines(document.page))
        if again is not None:
            document.page.forget_lines()
        self._documents[document.file] = again or document

    def __getitem__(self, name: str) -> Document:
        """A file. Raises KeyError."""
        held = self._documents[name]
        if not isinstance(held, Document):
            held = self._documents[name] = held()
        return held

    def __iter__(self) -> Iterator[str]:
        """The names, in the order in which they were read."""
        return iter(self._documents)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._documents)
