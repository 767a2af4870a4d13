"""Writes the reference page of the story format out of the schema's table. Knows no key itself."""

from __future__ import annotations

from collections.abc import Iterator

from .forms import FileKind, Form, Kind
from .schema import FILES, KINDS, LINE_KINDS, STEP_KINDS

_INTRODUCTION = """\
# Every key of the story format

Made from the program's own table (`game/loading/schema.py`) by `python -m game.loading.json_schema`; a test holds it
to that. Keys marked with * must be there. Nothing else is read: an unknown key is an error that names the nearest one.

A text is what you type. `no`, `012`, `1:30` and `~` are these characters and nothing else; numbers and `true` or
`false` are read only where this page says so. Put a text into quotes if it starts with one of
`{ [ * & ! | > % @ \\` " '`, or holds a colon followed by a space, or a space followed by `#`. Ids are made of `a-z`,
`0-9` and `_`, and start with a letter.
"""

_UNIONS = {"line": "a script line", "step": "a step"}


def reference_page() -> str:
    """The whole page, as Markdown."""
    told: set[str] = set()
    parts = [_INTRODUCTION, *(part for file in FILES for part in _file(file, told))]
    return "\n".join(parts)


def _file(file: FileKind, told: set[str]) -> Iterator[str]:
    yield f"## `{file.path}`\n\n{file.about} It is {file.form.words}.\n"
    if file.form.kind is None:
        yield from _kinds_in(file.form, told)
    else:
        yield _table("", (KINDS[file.form.kind],))
        for key in KINDS[file.form.kind].keys:
            yield from _kinds_in(key.form, told)


def _kinds_in(form: Form, told: set[str]) -> Iterator[str]:
    """The kinds of mapping that a form may hold, and those that these may hold, each told once."""
    for inner in (form.items, form.entries):
        if inner is not None:
            yield from _kinds_in(inner, told)
    if form.kind is None or form.kind in told:
        return
    told.add(form.kind)
    if form.kind in _UNIONS:
        yield from _union(form.kind, told)
    else:
        yield from _kind(KINDS[form.kind], told)


def _kind(kind: Kind, told: set[str]) -> Iterator[str]:
    yield _table(f"### {kind.words[0].upper()}{kind.words[1:]}\n\n{kind.about}\n", (kind,))
    for key in kind.keys:
        yield from _kinds_in(key.form, told)


def _union(name: str, told: set[str]) -> Iterator[str]:
    if name == "line":
        about = (
            "Plain text is narration. `who: text` and `who expression: text` are speech. The rest have a key of their "
            "own; `then` and `else` stand beside `when`, `soft` beside `hard`.\n"
        )
        yield _table(f"### A script line\n\n{about}", tuple(LINE_KINDS.values()))
    else:
        about = "A text is a choice that is taken, written `scene.choice`. The rest say what should hold.\n"
        yield _table(f"### A step\n\n{about}", tuple(STEP_KINDS.values()))
    told.add(name)


def _table(heading: str, kinds: tuple[Kind, ...]) -> str:
    rows = [*([heading] if heading else []), "| key | value | meaning | example |", "| --- | --- | --- | --- |"]
    for kind in kinds:
        for key in kind.keys:
            mark = "*" if key.required and len(kind.keys) > 1 else ""
            cells = (f"`{key.name}`{mark}", _cell(key.form.words), _cell(key.about), f"`{_cell(key.example)}`")
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
