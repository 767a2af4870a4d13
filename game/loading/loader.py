"""Reads a whole story folder into a `Story` or into everything that is wrong with it. Knows nothing of play.

Three passes: first all that is declared outside of scenes; then the scenes, file by file, so that no more than one tree
is held at a time; then what scenes say of each other, once it is known which there are. Nothing stops at a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from game.model.collecting import without_collections
from game.model.diagnostic import Diagnostic, Severity
from game.model.invariant import Invariant
from game.model.story import Story
from game.model.value import making_many

from .belonging import BESIDE
from .builder import StoryBuilder
from .document import read_document
from .documents import Documents
from .files import FileKind, StoryFile, beside, contents_of, find_files, kind_of
from .memory import Memory
from .nodes import Document
from .reporting import diagnose

_Contents: TypeAlias = bytes | Document
"""Of a file: its bytes, or the document that says why it cannot be read."""


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
    """Every file that was read, by its name; read again when it is asked for, unless there was a memory to keep it."""


def load_story(
    folder: Path, unsaved: Mapping[str, bytes] = MappingProxyType({}), memory: Memory | None = None
) -> LoadResult:
    """The story in `folder`. Raises UsageError only if the folder or its story.yaml cannot be opened at all.

    `unsaved` are files, by their names relative to the folder, that are to be read as if they held these bytes, those
    too that no disk has yet. With the `memory` of an earlier call only what has changed since is read.
    """
    with without_collections(), making_many():
        return _load(folder, unsaved, memory)


def _load(folder: Path, unsaved: Mapping[str, bytes], memory: Memory | None) -> LoadResult:
    files, problems = find_files(folder)
    files = sorted([*files, *_not_yet(folder, files, unsaved)], key=lambda file: file.name)
    contents = {file: _contents(file, unsaved) for file in files}
    fingerprint = _fingerprint(contents)
    builder, read = _declarations(folder, contents, memory)
    for file in list(contents):
        document = _document(file.name, contents.pop(file), memory)
        builder.add_scenes(document)
        read.add(document, partial(_read_again, file, unsaved) if memory is None else None)
    story, invariants = builder.build(fingerprint)
    problems += [*read.problems, *builder.problems]
    faulty = {problem.ref.file for problem in problems} & read.keys()
    diagnostics = diagnose(problems, {name: read[name].lines for name in faulty})
    has_errors = any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    return LoadResult(
        story=None if has_errors else story,
        diagnostics=diagnostics,
        invariants=invariants,
        scenes=builder.scene_count,
        ignored=frozenset(read.ignored),
        draft=story,
        documents=read,
    )


def _declarations(
    folder: Path, contents: dict[StoryFile, _Contents], memory: Memory | None
) -> tuple[StoryBuilder, Documents]:
    """A builder that has read all but the scenes; what it read is taken out of `contents`."""
    read = Documents()
    declared: dict[FileKind, list[Document]] = {kind: [] for kind in FileKind}
    for file in list(contents):
        if file.kind is not FileKind.SCENES:
            declared[file.kind].append(_document(file.name, contents.pop(file), memory))
            read.add(declared[file.kind][-1])
    assets, ledger = (_beside(folder, parts, memory) for parts in BESIDE)
    for document in (assets, ledger):
        if document is not None:
            read.add(document)
    return StoryBuilder(declared, assets, ledger, memory), read


def _not_yet(folder: Path, files: Iterable[StoryFile], unsaved: Iterable[str]) -> Iterator[StoryFile]:
    """The files that are only in an editor so far."""
    there = {file.name for file in files}
    for name in unsaved:
        if name not in there and kind_of(name) is not FileKind.REPLAY:
            yield StoryFile(name, folder / name, kind_of(name))


def _contents(file: StoryFile, unsaved: Mapping[str, bytes]) -> _Contents:
    data = unsaved.get(file.name)
    return contents_of(file) if data is None else data


def _fingerprint(contents: Mapping[StoryFile, _Contents]) -> str:
    """What tells one version of a story from another."""
    digest = sha256()
    for file, data in contents.items():
        if file.kind is not FileKind.INVARIANTS:
            held = data if isinstance(data, bytes) else b""
            digest.update(f"{file.name}\0{len(held)}\0".encode() + held)
    return digest.hexdigest()


def _read_again(file: StoryFile, unsaved: Mapping[str, bytes]) -> Document:
    return _document(file.name, _contents(file, unsaved), None)


def _document(name: str, contents: _Contents, memory: Memory | None) -> Document:
    if isinstance(contents, Document):
        return contents
    return read_document(contents, name) if memory is None else memory.document(contents, name)


def _beside(folder: Path, parts: tuple[str, ...], memory: Memory | None) -> Document | None:
    file = beside(folder, *parts)
    return _document(file.name, contents_of(file), memory) if file is not None else None
