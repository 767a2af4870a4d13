"""What can be done about a diagnostic by one click. Knows nothing of how diagnostics are found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.loading.files import FileKind, kind_of
from game.model.diagnostic import Diagnostic, Severity
from game.model.edit import Edit
from game.model.source import SourceRef

_MEANT = re.compile(r'did you mean "([^"]+)"\?')
_PERHAPS = re.compile(r"^perhaps ([a-z0-9_]+):")
_WRITE = re.compile(r'^write "([^"]+)"$')
_QUOTED = re.compile(r'"([a-z][a-z0-9_]*)"')
_NEW_SCENE = "{gap}{id}:\n  script:\n    - TODO\n"
_NEW_VARIABLE = "{gap}{id}:\n  default: false\n  about: TODO\n"


@dataclass(frozen=True, slots=True)
class Action:
    """A change that an editor offers; `preferred` where it is what was most likely meant."""

    title: str
    edits: tuple[Edit, ...]
    preferred: bool = False


def actions(problem: Diagnostic, files: Mapping[str, Sequence[str]]) -> Iterator[Action]:
    """What can be done about a problem. `files` are the lines of the story's files, by name."""
    lines = files.get(problem.ref.file, ())
    for pattern in (_MEANT, _PERHAPS, _WRITE):
        meant = pattern.search(problem.hint)
        if meant is not None:
            title = f'Change to "{meant[1]}"'
            yield Action(title, (Edit(problem.ref, width(problem, lines), meant[1]),), preferred=True)
    quoted = _QUOTED.search(problem.message)
    if problem.code == "E222" and quoted is not None and kind_of(problem.ref.file) is FileKind.SCENES:
        yield _declaring(f'Write a scene "{quoted[1]}" in this file', _NEW_SCENE, quoted[1], problem.ref.file, lines)
    variables = FileKind.VARIABLES.value
    if problem.code == "E307" and quoted is not None and variables in files:
        title = f'Declare a variable "{quoted[1]}"'
        yield _declaring(title, _NEW_VARIABLE, quoted[1], variables, files[variables])
    if problem.severity is not Severity.ERROR and problem.ref.line <= len(lines):
        yield _ignoring(problem, lines[problem.ref.line - 1])


def width(problem: Diagnostic, lines: Sequence[str]) -> int:
    """How many characters to underline: those that the problem names, or else the word that stands there."""
    line = lines[problem.ref.line - 1] if problem.ref.line <= len(lines) else ""
    left = max(0, len(line) - problem.ref.column + 1)
    if problem.length > 1:
        return min(problem.length, left)
    word = re.match(r"[\w.]+", line[problem.ref.column - 1 :])
    return len(word.group()) if word is not None else min(1, left)


def _declaring(title: str, form: str, id_: str, file: str, lines: Sequence[str]) -> Action:
    """Add a declaration at the end of a file."""
    last = len(lines)
    column = len(lines[-1]) + 1 if lines else 1
    filled = [line for line in lines if line.strip()]
    gap = "" if not filled else "\n" if column == 1 else "\n\n"
    return Action(title, (Edit(SourceRef(file, max(1, last), column), 0, form.format(gap=gap, id=id_)),))


def _ignoring(problem: Diagnostic, line: str) -> Action:
    """Add the comment that leaves a problem out, above its line."""
    indent = line[: len(line) - len(line.lstrip())]
    place = SourceRef(problem.ref.file, problem.ref.line, 1)
    return Action(f"Leave out {problem.code} here", (Edit(place, 0, f"{indent}# check: ignore {problem.code}\n"),))
