"""Reads and writes gettext's PO files, which every translator's tool knows. Knows nothing of stories.

The format is a page long, and what a story needs of it is this much; a library would be one more thing to install.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
_TYPED = re.compile(r'\s*(?:#[~|]+)?\s*(?P<name>msg[a-z_]+(?:\[\d\])?)?\s*"(?P<text>(?:[^"\\]|\\.)*)"\s*')
_SIGN = re.compile(r"\\?.")
_BREAK = re.compile(r"\r\n|\r|\n")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MEANING = {"n": "\n", "t": "\t", "r": "\r"}
_FIELD = re.compile(r"msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-5]\]")


@dataclass(frozen=True, slots=True)
class Message:
    """One text: where it belongs (`context`), what it says, and what it says in the other language.

    `notes` are for the translator, `places` as `file:line`. `stale`: the text was edited after it was translated;
    `before` is what it was then. `unused`: the story has it no longer. `line` is where it stands in its file.
    """

    context: str
    source: str
    translation: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """The translator's own remarks."""
    stale: bool = False
    before: str = ""
    unused: bool = False
    plural: str = ""
    """What is said of several, where the text counts something; `forms` are then its translations, one a form."""
    forms: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


class PoError(Exception):
    """The file is no PO file; says in which line, and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def spelled(messages: Iterable[Message], header: str) -> str:
    """The file that holds these messages; `header` is its first one's text, a field on each line."""
    return "\n\n".join([_field("msgid", "") + "\n" + _field("msgstr", header), *map(_entry, messages)]) + "\n"


def _entry(message: Message) -> str:
    lines = [f"# {remark}".rstrip() for remark in message.own]
    lines += [f"#. {' '.join(note.split())}" for note in message.notes]
    lines += [f"#: {place}" for place in message.places]
    lines += ["#, fuzzy"] if message.stale else []
    if message.before:
        lines += [f"#| {line}" for line in _field("msgid", message.before).split("\n")]
    text = [_field("msgctxt", message.context)] if message.context else []
    text.append(_field("msgid", message.source))
    if message.plural:
        text.append(_field("msgid_plural", message.plural))
        text += [_field(f"msgstr[{number}]", form) for number, form in enumerate(message.forms or ("", ""))]
    else:
        text.append(_field("msgstr", message.translation))
    mark = "#~ " if message.unused else ""
    return "\n".join([*lines, *(mark + line for one in text for line in one.split("\n"))])


def _field(name: str, text: str) -> str:
    """A field, on several lines where its text has some."""
    pieces = text.splitlines(keepends=True)
    quoted = ['"' + "".join(_ESCAPES.get(sign, sign) for sign in piece) + '"' for piece in pieces]
    if len(quoted) < 2:
        return f"{name} {quoted[0] if quoted else chr(34) * 2}"
    return "\n".join([f'{name} ""', *quoted])


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a file under its keyword, and the line and column (from 1) at which each of its letters stands."""

    name: str
    text: str
    places: tuple[tuple[int, int], ...]


def fields(text: str) -> Iterator[Field]:
    """Every text of a file in its order, those of the past and of no more use too; what is none is passed over."""
    name, letters = "", ""
    places: list[tuple[int, int]] = []
    for number, line in enumerate(_BREAK.split(text), 1):
        found = _TYPED.fullmatch(line)
        if found is None:
            continue
        if found["name"]:
            yield Field(name, letters, tuple(places))
            name, letters, places = found["name"], "", []
        for sign in _SIGN.finditer(line, *found.span("text")):
            letters += _unescaped(sign.group())
            places.append((number, sign.start() + 1))
    yield Field(name, letters, tuple(places))


def read(text: str) -> tuple[list[Message], str]:
    """The messages of a file, and its header. Raises PoError."""
    found = [_message(block) for block in _blocks(text)]
    header = next((message.translation for message in found if not message.source and not message.context), "")
    return [message for message in found if message.source], header


@dataclass(slots=True)
class _Block:
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    unused: bool = False

    @property
    def translated(self) -> bool:
        """Whether the entry has come to its translation."""
        return not self.fields.keys().isdisjoint({"msgstr", "msgstr[0]"})


def _blocks(text: str) -> Iterator[_Block]:
    """The entries, as their fields; one ends where the next one's comments or names begin."""
    block, current = _Block(1), ""
    for number, typed in enumerate(text.split("\n"), 1):
        line = typed.strip()
        unused = line.startswith("#~")
        line = line.removeprefix("#~").strip()
        begins = line.startswith("#") or (line.startswith(("msgctxt", "msgid ")) and "msgid" in block.fields)
        if begins and block.translated:
            yield block
            block, current = _Block(number), ""
        if line.startswith("#"):
            block.remarks.append((line[1:2], line[2:].strip()) if line[1:2] in ".:,|" else ("", line[1:].strip()))
        elif line:
            block.unused = block.unused or unused
            current = _take(block, current, line, number)
    if "msgid" in block.fields:
        yield block


def _take(block: _Block, current: str, line: str, number: int) -> str:
    """Read one line of a field; the name of the field that goes on."""
    name, _, rest = line.partition(" ")
    if line.startswith('"'):
        name, rest = current, line
    elif not _FIELD.fullmatch(name):
        raise PoError(number, f'"{name[:40]}" is nothing that a story\'s translation has')
    found = _STRING.fullmatch(rest.strip())
    if found is None or not name:
        raise PoError(number, "a text in quotes was expected")
    if name == "msgid" and name != current:
        block.line = number
    block.fields[name] = block.fields.get(name, "") + _unescaped(found.group(1))
    return name


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: _MEANING.get(found.group(1), found.group(1)), text)


def _message(block: _Block) -> Message:
    if not block.translated:
        raise PoError(block.line, "this text has no msgstr")
    remarks = block.remarks
    before = "".join(
        _unescaped(found.group(1)) for mark, text in remarks if mark == "|" and (found := re.search(r'"(.*)"', text))
    )
    return Message(
        context=block.fields.get("msgctxt", ""),
        source=block.fields.get("msgid", ""),
        translation=block.fields.get("msgstr", block.fields.get("msgstr[0]", "")),
        notes=tuple(text for mark, text in remarks if mark == "."),
        places=tuple(text for mark, text in remarks if mark == ":"),
        own=tuple(text for mark, text in remarks if not mark),
        stale=any(mark == "," and "fuzzy" in text for mark, text in remarks),
        before=before,
        unused=block.unused,
        plural=block.fields.get("msgid_plural", ""),
        forms=tuple(text for name, text in block.fields.items() if name.startswith("msgstr[")),
        line=block.line,
    )
