"""Reads a whole story folder into a `Story` or into everything that is wrong with it. Knows nothing of play.

Two passes: first every declaration of every file, so that each name can be looked up wherever it stands; then the
scenes. Nothing stops at a mistake.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from game.model.diagnostic import Diagnostic, Severity
from game.model.invariant import Invariant
from game.model.story import Story

from .builder import StoryBuilder
from .files import FileKind, StoryFile, beside, find_files, ignored_lines, kind_of, read_file
from .ledger import LEDGER
from .memory import Memory
from .nodes import Document
from .reporting import diagnose

ASSET_LIST = ("assets", "assets.yaml")


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a folder held. `story` is None where a diagnostic is an error; `draft` is what could be read all the same.

    `scenes` counts the scenes that were declared, errors or not. `ignored` are the (file, line, code) that comments
    ask to leave out.
    """

    story: Story | None
    diagnostics: tuple[Diagnostic, ...] = ()
    invariants: tuple[Invariant, ...] = ()
    scenes: int = 0
    ignored: frozenset[tuple[str, int, str]] = field(default_factory=frozenset)
    draft: Story | None = field(default=None, compare=False, repr=False)
    documents: Mapping[str, Document] = field(default_factory=dict, compare=False, repr=False)
    """Every file that was read, by its name."""


def load_story(
    folder: Path, unsaved: Mapping[str, bytes] = MappingProxyType({}), memory: Memory | None = None
) -> LoadResult:
    """The story in `folder`. Raises UsageError only if the folder or its story.yaml cannot be opened at all.

    `unsaved` are files, by their names relative to the folder, that are to be read as if they held these bytes, those
    too that no disk has yet. With the `memory` of an earlier call only what has changed since is read.
    """
    with _without_collections():
        return _load(folder, unsaved, memory or Memory())


@contextmanager
def _without_collections() -> Iterator[None]:
    """Nearly all that is made while loading stays; looking through it for garbage again and again halves the speed."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(folder: Path, unsaved: Mapping[str, bytes], memory: Memory) -> LoadResult:
    files, problems = find_files(folder)
    files = sorted([*files, *_not_yet(folder, files, unsaved)], key=lambda file: file.name)
    documents: dict[FileKind, list[Document]] = {kind: [] for kind in FileKind}
    digest = sha256()
    for file in files:
        data, document = _read(file, unsaved, memory)
        documents[file.kind].append(document)
        if file.kind is not FileKind.INVARIANTS:
            digest.update(f"{file.name}\0{len(data)}\0".encode() + data)
    assets, ledger = _beside(folder, ASSET_LIST, memory), _beside(folder, LEDGER, memory)
    builder = StoryBuilder(documents, assets, ledger, memory)
    story, invariants = builder.build(digest.hexdigest())
    read = [*_all(documents), *(document for document in (assets, ledger) if document is not None)]
    problems += [problem for document in read for problem in document.problems]
    diagnostics = diagnose([*problems, *builder.problems], {document.file: document.lines for document in read})
    has_errors = any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    ignored = frozenset(mark for document in read for mark in ignored_lines(document))
    return LoadResult(
        story=None if has_errors else story,
        diagnostics=diagnostics,
        invariants=invariants,
        scenes=builder.scene_count,
        ignored=ignored,
        draft=story,
        documents={document.file: document for document in read},
    )


def _not_yet(folder: Path, files: Iterable[StoryFile], unsaved: Iterable[str]) -> Iterator[StoryFile]:
    """The files that are only in an editor so far."""
    there = {file.name for file in files}
    for name in unsaved:
        if name not in there and kind_of(name) is not FileKind.REPLAY:
            yield StoryFile(name, folder / name, kind_of(name))


def _read(file: StoryFile, unsaved: Mapping[str, bytes], memory: Memory) -> tuple[bytes, Document]:
    data = unsaved.get(file.name)
    return read_file(file, memory.document) if data is None else (data, memory.document(data, file.name))


def _beside(folder: Path, parts: tuple[str, ...], memory: Memory) -> Document | None:
    file = beside(folder, *parts)
    return read_file(file, memory.document)[1] if file is not None else None


def _all(documents: Mapping[FileKind, list[Document]]) -> Iterator[Document]:
    for listed in documents.values():
        yield from listed
