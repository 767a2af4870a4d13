"""Finds where a cursor stands in a file that may be half typed: under which keys, and what is asked for there.

It reads lines and their indentation, not YAML, since what is being typed is seldom YAML yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.loading.files import FileKind
from game.loading.forms import Form, Kind
from game.loading.schema import FILES, KINDS, LINE_KINDS, STEP_KINDS

from .flow import KEY, follow, unquoted

_FORMS = {file.name: file.form for file in FILES}
_UNIONS = {"line": LINE_KINDS, "step": STEP_KINDS}
_KIND_OF_KEY = {
    union: {key.name: kind for kind in reversed(kinds.values()) for key in kind.keys}
    for union, kinds in _UNIONS.items()
}
ITEM = "-"
"""Stands for an item of a list, among keys."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is asked for at the cursor.

    `kind` is the mapping (its name in the table) under whose key `key` the cursor stands, `form` what may stand there,
    `at_key` whether that may be a key of one more mapping. `path` are the keys around it, outermost
    first. `typed` is what stands between the start of the value (or key), in column `start` from 0, and the cursor.
    `keys` are those that the mapping has already.
    """

    kind: str
    key: str
    form: Form
    path: tuple[str, ...]
    typed: str
    start: int
    keys: frozenset[str] = frozenset()
    at_key: bool = False

    @property
    def scene(self) -> str:
        """The top-level key that all this stands under."""
        return next((key for key in self.path if key != ITEM), "")


@dataclass(frozen=True, slots=True)
class _Step:
    """A dash or a key in a line: its indentation, and the key (ITEM for a dash)."""

    indent: int
    key: str


def form_of(kind: FileKind) -> Form:
    """What a whole file of that kind holds."""
    return _FORMS[kind.name.lower()]


def standing(lines: Sequence[str], line: int, column: int, form: Form) -> Standing | None:
    """Where a cursor stands, in a file of that form; None where nothing is known to belong.

    `line` and `column` count from 0.
    """
    text = lines[line][:column] if line < len(lines) else ""
    if _in_comment(text):
        return None
    steps, start = _steps(text)
    if not steps and _continues(lines, line, start):
        return None
    around = list(_around(lines, line, steps[0] if steps else _Step(start, "")))
    flow = follow(text[start:])
    path = [step.key for step in (*reversed(around), *steps)]
    keys = _siblings(lines, line, steps, start)
    for opened in flow.stack:
        path += [] if opened.is_mapping and not opened.key else [opened.key if opened.is_mapping else ITEM]
        keys = frozenset(opened.keys)
    here = _descend(form, path)
    if here is None:
        return None
    start += flow.start
    start += len(text[start:]) - len(text[start:].lstrip())
    holds_keys = here.form.kind is not None or here.form.entries is not None
    after_colon = bool(flow.stack[-1].key) if flow.stack else bool(steps) and steps[-1].key != ITEM
    at_key = holds_keys and not after_colon and (not flow.stack or flow.stack[-1].is_mapping)
    return replace(here, typed=text[start:], start=start, keys=keys, at_key=at_key)


def _continues(lines: Sequence[str], line: int, indent: int) -> bool:
    """Whether a line goes on with the text of a list's item above it."""
    above = next((text for text in reversed(lines[:line]) if text.strip()), "")
    steps, start = _steps(above)
    return bool(steps) and steps[-1].key == ITEM and bool(above[start:]) and start <= indent


def _in_comment(text: str) -> bool:
    return text.lstrip().startswith("#") or re.search(r"\s#", re.sub(r"\"[^\"]*\"|'[^']*'", "", text)) is not None


def _steps(text: str) -> tuple[list[_Step], int]:
    """The dashes and keys that a line begins with, and the offset of what follows them."""
    steps: list[_Step] = []
    place = len(text) - len(text.lstrip(" "))
    while place < len(text):
        if text[place] == "-" and text[place + 1 : place + 2] in ("", " "):
            steps.append(_Step(place, ITEM))
            place += 1
            place += len(text[place:]) - len(text[place:].lstrip(" "))
            continue
        found = KEY.match(text, place)
        if found is not None:
            steps.append(_Step(place, unquoted(found["key"])))
            place = found.end()
        break
    return steps, place


def _around(lines: Sequence[str], line: int, first: _Step) -> Iterator[_Step]:
    """The dashes and keys that a line stands under, innermost first."""
    need, is_item = first.indent, first.key == ITEM
    for above in reversed(lines[:line]):
        if need == 0 and not is_item:
            return
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        for step in reversed(_steps(above)[0]):
            if step.indent < need or (is_item and step.indent == need and step.key != ITEM):
                need, is_item = step.indent, step.key == ITEM
                yield step


def _siblings(lines: Sequence[str], line: int, steps: Sequence[_Step], start: int) -> frozenset[str]:
    """The keys of the mapping that the line is in, but for the one in the line itself."""
    indent = steps[-1].indent if steps and steps[-1].key != ITEM else start
    begins = bool(steps) and steps[0].key == ITEM
    found: set[str] = set()
    for text in () if begins else reversed(lines[:line]):
        there, first = _keys_at(text, indent)
        found |= there
        if first < indent:
            break
    for text in lines[line + 1 :]:
        there, first = _keys_at(text, indent)
        if first < indent:
            break
        found |= there
    return frozenset(found)


def _keys_at(text: str, indent: int) -> tuple[set[str], int]:
    """The keys of a line that begin in that column, and the column in which the line begins."""
    if not text.strip() or text.lstrip().startswith("#"):
        return set(), indent
    return {step.key for step in _steps(text)[0] if step.indent == indent and step.key != ITEM}, len(text) - len(
        text.lstrip()
    )


def _descend(form: Form, path: Sequence[str]) -> Standing | None:
    """What the table says of the place under those keys."""
    kind, key = "", ""
    for place, step in enumerate(path):
        if step == ITEM:
            if form.items is None:
                return None
            form = form.items
        elif form.kind is not None:
            found = _kind(form.kind, path[place:])
            known = found.by_name.get(step) if found is not None else None
            if found is None or known is None:
                return _speech(form.kind, path[: place + 1]) if place + 1 == len(path) else None
            kind, key, form = found.name, step, known.form
        elif form.entries is not None:
            form = form.entries
        else:
            return None
    return Standing(kind, key, form, tuple(path), "", 0)


def _kind(name: str, path: Sequence[str]) -> Kind | None:
    return _KIND_OF_KEY[name].get(path[0]) if name in _UNIONS else KINDS[name]


def _speech(kind: str, path: Sequence[str]) -> Standing | None:
    """What somebody says."""
    return Standing("speech", path[-1], LINE_KINDS["hard"].keys[0].form, tuple(path), "", 0) if kind == "line" else None
