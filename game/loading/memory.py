"""Remembers what was read, so that a story of which one file has changed is read again in a moment.

A document depends on nothing but its bytes. A file of scenes depends on its document and on what is declared outside of
scenes; while those are equal, reading it again would find the same. Knows nothing of what either holds.
"""

from __future__ import annotations

from collections.abc import Collection

from .document import read_document
from .nodes import Document
from .scene_files import ReadScenes, SceneFile


class Memory:
    """What was read the last time. Hand the same one to `load_story` each time; it grows no larger than the story."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._documents: dict[str, tuple[bytes, Document]] = {}
        self._declared: object = None
        self._files: dict[str, tuple[Document, SceneFile]] = {}

    def document(self, data: bytes, file: str) -> Document:
        """The document in these bytes; read only if they are not those of last time."""
        known = self._documents.get(file)
        if known is None or known[0] != data:
            known = self._documents[file] = data, read_document(data, file)
        return known[1]

    def declare(self, declared: object) -> None:
        """What files of scenes are read under from now on; if it is something else than before, all are read again."""
        if declared != self._declared:
            self._declared, self._files = declared, {}

    def scene_file(self, document: Document, before: Collection[str], read: ReadScenes) -> SceneFile:
        """What `read` makes of a document; read only if it, or which of its ids stand `before` it, has changed."""
        of, file = self._files.get(document.file, (None, None))
        if file is None or of is not document or file.taken != {key.text for key in file.keys if key.text in before}:
            file = read(document, before)
            self._files[document.file] = document, file
        return file
