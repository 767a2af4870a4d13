"""Finds and reads the files of a story. Knows which are which by their names, nothing of what is in them."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from game.errors import UsageError
from game.model.source import SourceRef

from .belonging import REPLAY, yaml_files
from .document import MAX_BYTES, read_document
from .nodes import Document
from .pages import Page
from .problem import Problem


class FileKind(Enum):
    """What a file of a story holds; the values of the six lists are their paths."""

    STORY = "story.yaml"
    VARIABLES = "variables.yaml"
    CAST = "cast.yaml"
    PLACES = "places.yaml"
    ENDINGS = "endings.yaml"
    SNIPPETS = "snippets.yaml"
    INVARIANTS = "*.invariants.yaml"
    REPLAY = "*.replay.yaml"
    SCENES = "*.yaml"


_IGNORE = "# check: ignore "
_BY_PATH = {kind.value: kind for kind in FileKind if "*" not in kind.value}


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A file to read: its name relative to the story folder with `/`, and what it holds."""

    name: str
    path: Path
    kind: FileKind


def find_files(folder: Path) -> tuple[list[StoryFile], list[Problem]]:
    """The YAML files of a story in the order of their names, without replays, and what cannot be read.

    Raises UsageError if the folder or its story.yaml cannot be opened at all.
    """
    _check_folder(folder)
    files: list[StoryFile] = []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(_unreadable(_name(Path(error.filename), folder), error))

    for entry in yaml_files(folder, failed):
        _sort_in(Path(entry.path), folder, files, problems)
    return sorted(files, key=lambda file: file.name), problems


def _check_folder(folder: Path) -> None:
    path = folder / FileKind.STORY.value
    try:
        if not folder.is_dir():
            raise UsageError(f"there is no folder {folder}", "name the folder of a story with --story")
        bytes_of(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        remedy = _remedy(error, str(path)) or "every story has a story.yaml"
        raise UsageError(f"cannot open {path}: {reason}", remedy) from None


def _sort_in(path: Path, folder: Path, files: list[StoryFile], problems: list[Problem]) -> None:
    """Put one file where it belongs: among those to read, among the problems, or (a replay) nowhere."""
    name = _name(path, folder)
    if not name.endswith(".yaml"):
        message = f"this file is not read: rename to .yaml ({Path(name).stem}.yaml)"
        problems.append(Problem(SourceRef(name, 1, 1), "E116", message))
    elif path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        message = "this file is a link that leads out of the story folder"
        problems.append(Problem(SourceRef(name, 1, 1), "E101", message, "put the file itself there"))
    elif not name.endswith(REPLAY):
        files.append(StoryFile(name, path, kind_of(name)))


def kind_of(name: str) -> FileKind:
    """What a YAML file holds, by its name relative to the story folder."""
    if name.endswith(REPLAY):
        return FileKind.REPLAY
    return _BY_PATH.get(name, FileKind.INVARIANTS if name.endswith(".invariants.yaml") else FileKind.SCENES)


def _name(path: Path, folder: Path) -> str:
    """The name in messages: relative, with `/`, and always text that can be shown."""
    relative = path.relative_to(folder).as_posix()
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in relative)


def contents_of(file: StoryFile) -> bytes | Document:
    """The bytes of a file, as many as are ever read; where there are none to have, a document that says why."""
    try:
        return bytes_of(file.path)
    except OSError as error:
        return Document(Page(file.name, ""), None, (_unreadable(file.name, error),))


def read_file(file: StoryFile) -> tuple[bytes, Document]:
    """The bytes of a file and the document in them."""
    data = contents_of(file)
    return (b"", data) if isinstance(data, Document) else (data, read_document(data, file.name))


def bytes_of(path: Path) -> bytes:
    """As much of a file as is ever read. Raises OSError; a pipe or device, which might never end, is not opened."""
    if path.exists() and not path.is_file():
        raise OSError(0, "it is not an ordinary file")
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _unreadable(name: str, error: OSError) -> Problem:
    reason = (error.strerror or "it cannot be read").lower()
    return Problem(SourceRef(name, 1, 1), "E101", f"cannot be opened: {reason}", _remedy(error, name))


def _remedy(error: OSError, name: str) -> str:
    """What lets a writer read what they may not; nothing where that is not what is wrong."""
    if not isinstance(error, PermissionError):
        return ""
    return (
        "let your user read it, in its properties" if os.name == "nt" else f"chmod u+rX {shlex.quote(name)} allows it"
    )


def beside(folder: Path, *parts: str) -> StoryFile | None:
    """A file that may stand beside the story folder (`beside(folder, "assets", "assets.yaml")`), or None."""
    path = folder.resolve().parent.joinpath(*parts)
    return StoryFile("/".join(("..", *parts)), path, FileKind.SCENES) if path.is_file() else None


def ignored_lines(page: Page) -> Iterator[tuple[str, int, str]]:
    """(file, line, code) of each `# check: ignore CODE`; alone on its line, it speaks for the line below."""
    for number, line in enumerate(page if _IGNORE in page.text else (), 1):
        before, mark, codes = line.partition(_IGNORE)
        if mark:
            place = number if before.strip() else number + 1
            for code in codes.replace(",", " ").split():
                yield page.file, place, code
