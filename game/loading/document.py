"""Turns the bytes of one YAML file into a positioned tree and the problems in it. Knows nothing of stories.

A syntax error costs only the part between two top-level keys in which it stands: that part is blanked and the rest
read again, so that one run tells of every slip, and ids declared elsewhere in the file stay known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.model.source import SourceRef

from .composer import Composer, HaltError
from .nodes import Document, Node
from .pages import Page
from .problem import Problem

MAX_BYTES = 4 * 1024 * 1024
MAX_REPAIRS = 20

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CONFLICT = "<<<<<<< "
_USUAL = bytes(range(0x20, 0x7F)) + b"\n"
_TOP_LEVEL = re.compile(r"[^\s#]")
_KEY = re.compile(r"\s*(?:- +)?[\"']?([a-z][a-z0-9_]*)[\"']?\s*:(?:\s|$)")
_KEYS = re.compile(r"^([ \t]*)(?:- +)?[\"']?([a-z][a-z0-9_]*)[\"']?[ \t]*:(?=\s|$)", re.MULTILINE)


def read_document(data: bytes, file: str) -> Document:
    """The document in `data`; its problems name `file`."""
    if len(data) > MAX_BYTES:
        message = "the file is larger than 4 MiB"
        return _unread(Problem(SourceRef(file, 1, 1), "E103", message), data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8: byte {error.start + 1:,} cannot be read"
        return _unread(Problem(_place_after(data[: error.start], file), "E102", message), data)
    return read_text(text, file)


def read_text(text: str, file: str) -> Document:
    """The document in `text`; its problems name `file`."""
    if "\r" in text:
        text = _LINE_BREAK.sub("\n", text)
    problems: list[Problem] = []
    if not _unusual(text).isprintable():
        lines = text.split("\n")
        problems += [*_invisible(lines, file), *_tabs(lines, file)]
        text = _CONTROL.sub(" ", text).replace("\t", " ")
    if _CONFLICT in text:
        lines = text.split("\n")
        conflicts = list(_conflicts(lines))
        problems += [_conflict(file, first) for first, _, _ in conflicts]
        text = "\n".join(_ours(lines, conflicts))
    return _repairing(Page(file, text), problems)


def _place_after(data: bytes, file: str) -> SourceRef:
    """Where the text goes on behind these bytes."""
    lines = _LINE_BREAK.split(data.decode("utf-8-sig", "replace"))
    return SourceRef(file, len(lines), len(lines[-1]) + 1)


def _unusual(text: str) -> str:
    """What is left of a text without the characters of which nearly every file is made: quickest to find in bytes."""
    return text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")


def _unread(problem: Problem, data: bytes) -> Document:
    """A file that is not read at all; its keys are still known."""
    lost: dict[str, set[str]] = {}
    inner: set[str] = set()
    for indent, key in _KEYS.findall(_LINE_BREAK.sub("\n", data[:MAX_BYTES].decode("utf-8", "replace"))):
        if indent:
            inner.add(key)
        else:
            inner = lost.setdefault(key, set())
    page = Page(problem.ref.file, "")
    return Document(page, None, (problem,), {key: frozenset(keys) for key, keys in lost.items()})


def _invisible(lines: Sequence[str], file: str) -> list[Problem]:
    """The control characters, one problem for each line that has some."""
    found = ((number, _CONTROL.search(line)) for number, line in enumerate(lines, 1))
    return [
        Problem(
            SourceRef(file, number, match.start() + 1), "E115", f"U+{ord(match.group()):04X} is an invisible character"
        )
        for number, match in found
        if match is not None
    ]


def _tabs(lines: Sequence[str], file: str) -> list[Problem]:
    """One problem at the first tab, counting the lines that have some."""
    tabbed = [number for number, line in enumerate(lines, 1) if "\t" in line]
    if not tabbed:
        return []
    others = f" ({len(tabbed)} lines have tabs)" if len(tabbed) > 1 else ""
    column = lines[tabbed[0] - 1].index("\t") + 1
    return [Problem(SourceRef(file, tabbed[0], column), "E114", f"a tab stands here instead of spaces{others}")]


def _conflicts(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The lines (from 0) of the three marks of each merge that was left half done."""
    first = middle = -1
    for number, line in enumerate(lines):
        if line.startswith(_CONFLICT):
            first, middle = number, -1
        elif first >= 0 and middle < 0 and line.startswith(("=======", "||||||| ")):
            middle = number
        elif middle >= 0 and line.startswith(">>>>>>> "):
            yield first, middle, number
            first = middle = -1


def _conflict(file: str, line: int) -> Problem:
    hint = "keep what you want of both sides, and take the lines with <<<<<<<, ======= and >>>>>>> out"
    return Problem(SourceRef(file, line + 1, 1), "E104", "a merge conflict was left here", hint, length=7)


def _ours(lines: Sequence[str], conflicts: Sequence[tuple[int, int, int]]) -> list[str]:
    """The lines with the first side of each conflict only."""
    left = list(lines)
    for first, middle, last in conflicts:
        left[first] = ""
        left[middle : last + 1] = [""] * (last + 1 - middle)
    return left


def _repairing(page: Page, problems: list[Problem]) -> Document:
    """Compose; where that fails, blank the part at fault and try again."""
    had_tabs = any(problem.code == "E114" for problem in problems)
    text = page.text
    lost: dict[str, frozenset[str]] = {}
    root: Node | None = None
    for _ in range(MAX_REPAIRS):
        composer = Composer(page)
        halt = _composed(composer, text)
        if halt is None:
            return Document(page, composer.root, (*problems, *composer.problems), lost)
        if not (had_tabs and halt.problem.code == "E104"):
            problems.append(halt.problem)
        lines = text.split("\n")
        if not halt.recoverable or not _blank(lines, halt.problem.ref.line - 1, lost):
            root = composer.root
            problems.extend(composer.problems)
            break
        text = "\n".join(lines)
    if root is None:
        lines = text.split("\n")
        for first, last in _parts(lines):
            _lose(lines, first, last, lost)
    return Document(page, root, tuple(problems), lost)


def _composed(composer: Composer, text: str) -> HaltError | None:
    try:
        composer.compose(text)
    except HaltError as halt:
        return halt
    return None


def _parts(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of lines (first, last exclusive) between the starts of top-level keys."""
    starts = [number for number, line in enumerate(lines) if _TOP_LEVEL.match(line)]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _blank(lines: list[str], fault: int, lost: dict[str, frozenset[str]]) -> bool:
    """Blank the part in which line `fault` (from 0) stands. False if there was nothing left to blank."""
    first, last = next(((first, last) for first, last in reversed(_parts(lines)) if first <= fault), (0, len(lines)))
    had_text = any(line.strip() for line in lines[first:last])
    _lose(lines, first, last, lost)
    lines[first:last] = [""] * (last - first)
    return had_text


def _lose(lines: Sequence[str], first: int, last: int, lost: dict[str, frozenset[str]]) -> None:
    """Remember the ids that a part seems to declare."""
    keys = [match.group(1) for match in map(_KEY.match, lines[first:last]) if match]
    top = _KEY.match(lines[first])
    if top and keys:
        lost[top.group(1)] = frozenset(keys[1:])
