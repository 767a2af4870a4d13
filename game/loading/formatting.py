"""Lays a YAML file out anew: indentation, spaces, quotes, blank lines. Changes nothing that is read, and no comment.

What it makes: two spaces for each level, lists indented under their key, no quotes where none are needed, at most one
blank line in a row, one newline at the end. Lines stay as long as their writer made them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from .layout import Group, Part, Piece, data_of, pieces_of, read_layout
from .quoting import Spot, needs_quotes

STEP = 2
"""Spaces for each level."""

_HEADER = re.compile(r"[|>][-+1-9]*")
_BETWEEN = re.compile(r"[\s:?,\[\]{}-]*?(?P<space> *)(?P<comment>#.*)?")
"""A line of what stands between two texts."""
_CLOSING = re.compile(r"[\]}]+,?")
_TRAILING = re.compile(r"(?<!\\) +$")


class _StrangeError(Exception):
    """Something that is not laid out anew."""


def formatted(text: str) -> str | None:
    """The text laid out anew; None where no other layout would say the same.

    Scenes get one blank line between them. The text must be a document without problems.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        root = read_layout(unified)
        made = _Writer(unified, spaced=_holds_scenes(root)).whole(root)
        again = read_layout(made)
        same = data_of(again) == data_of(root) and _comments(made, again) == _comments(unified, root)
    except (yaml.YAMLError, _StrangeError):
        return None
    return made.replace("\n", newline) if same else None


def _holds_scenes(root: Part | None) -> bool:
    """Whether the entries of a file are scenes, by their keys."""
    entries = root.children[1::2] if isinstance(root, Group) and root.is_mapping else ()
    inner = [entry for entry in entries if isinstance(entry, Group) and entry.is_mapping and not entry.flow]
    keys = {key.value for entry in inner for key in entry.children[::2] if isinstance(key, Piece)}
    return bool(keys & {"script", "choices"})


def _comments(text: str, root: Part | None) -> list[str]:
    """Every comment of a file."""
    found: list[str] = []
    done = 0
    for piece in pieces_of(root):
        found += _comments_in(text[done : piece.start])
        found += _comments_in(text[piece.start : piece.end].partition("\n")[0]) if piece.is_block else []
        done = _Literal(text, piece).end if piece.is_block else piece.end
    return [*found, *_comments_in(text[done:])]


def _comments_in(gap: str) -> list[str]:
    lines = (line.partition("#") for line in gap.split("\n"))
    return [comment.rstrip() for _, mark, comment in lines if mark]


class _Literal:
    """A block of text after `|` or `>`: its header, the comment after that, and its lines without their indentation."""

    def __init__(self, text: str, piece: Piece) -> None:
        head, *lines = text[piece.start : piece.end].split("\n")
        found = _HEADER.match(head)
        if found is None:
            raise _StrangeError
        self.keeps = "+" in found.group()
        self.header = re.sub("[1-9]", str(STEP), found.group())
        self.comment = head[found.end() :].strip()
        first = next((line for line in lines if line.strip()), "")
        value = next((line for line in piece.value.split("\n") if line.strip()), "")
        says_indent = any(sign.isdigit() for sign in found.group())
        self._indent = _spaces(first) - (_spaces(value) if says_indent else 0)
        self.lines = [line[self._indent :] for line in self._whole(lines)]
        length = len(head) + sum(len(line) + 1 for line in self._whole(lines))
        self.end = piece.start + length

    def _whole(self, lines: list[str]) -> list[str]:
        """The lines that belong to the block."""
        end = next(
            (place for place, line in enumerate(lines) if line.strip() and _spaces(line) < self._indent), len(lines)
        )
        kept = lines[:end]
        if self.keeps:
            return kept[:-1] if end == len(lines) and kept and not kept[-1] else kept
        while kept and not kept[-1].strip(" ") and len(kept[-1]) <= self._indent:
            kept.pop()
        return kept


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Writer:
    """Writes one file anew, from its first character to its last."""

    def __init__(self, text: str, *, spaced: bool) -> None:
        self._text = text
        self._spaced = spaced
        self._out: list[str] = []
        self._done = 0
        self._open: list[tuple[int, int]] = []
        """Column in the file, and indentation now, of each list and mapping around."""
        self._left: tuple[tuple[int, int], ...] = ()
        """Those that were around the last text."""
        self._kept = False
        """Whether the last text keeps the blank lines after it."""
        self._stops = False
        """Whether the last text would be another with a newline after it."""

    def whole(self, root: Part | None) -> str:
        """The whole file."""
        if isinstance(root, Group) and not root.flow:
            self._block(root, 0)
        elif root is not None and not _is_empty(root):
            self._between(root.start, 0, 0)
            self._new_line(0)
            self._inline(root, Spot.ITEM, STEP)
        self._between(len(self._text), 0, -1)
        while self._out and not self._out[-1] and not self._kept:
            self._out.pop()
        end = [] if self._stops or not self._out else [""]
        return "\n".join([*self._out, *end])

    def _block(self, group: Group, indent: int, *, begun: bool = False) -> None:
        """A list or mapping with its parts below each other; `begun` where the first stands on the current line."""
        self._open.append((group.column, indent))
        step = 2 if group.is_mapping else 1
        for number in range(0, len(group.children), step):
            first = group.children[number]
            if number or not begun:
                self._between(_begin(first), indent, group.column, first=not number, apart=self._spaced and not indent)
                self._new_line(indent)
            if group.is_mapping:
                self._pair(first, group.children[number + 1], indent)
            else:
                self._item(first, indent)
        self._open.pop()

    def _pair(self, key: Part, value: Part, indent: int) -> None:
        if isinstance(key, Group):
            raise _StrangeError
        self._inline(key, Spot.KEY, indent + STEP)
        self._put(":")
        if isinstance(value, Group) and not value.flow:
            self._block(value, indent + STEP)
        elif "#" in self._text[self._done : value.start]:
            self._between(value.start, indent + STEP, value.column, first=True)
            self._new_line(indent + STEP)
            self._inline(value, Spot.VALUE, indent + STEP)
        elif not _is_empty(value):
            self._put(" ")
            self._inline(value, Spot.VALUE, indent + STEP)

    def _item(self, item: Part, indent: int) -> None:
        self._put("-")
        if not _is_empty(item):
            self._put(" ")
        if isinstance(item, Group) and not item.flow:
            self._block(item, indent + STEP, begun=True)
        else:
            self._inline(item, Spot.ITEM, indent + STEP)

    def _inline(self, part: Part, spot: Spot, indent: int) -> None:
        """A text, or a list or mapping in brackets; lines after the first are indented by `indent`."""
        raw = self._text[part.start : part.end]
        self._done, self._left, self._kept = part.end, tuple(self._open), False
        if isinstance(part, Piece) and part.is_block:
            self._literal(_Literal(self._text, part), indent)
        elif "\n" in raw:
            self._lines(raw.split("\n"), indent, shift=isinstance(part, Group))
        else:
            self._put(self._short(part, spot))

    def _short(self, part: Part, spot: Spot) -> str:
        """A part that stands on one line."""
        if isinstance(part, Piece):
            bare = part.style and not needs_quotes(part.value, spot)
            return part.value if bare else self._text[part.start : part.end]
        if not part.is_mapping:
            return "[" + ", ".join(self._short(item, Spot.FLOW_ITEM) for item in part.children) + "]"
        pairs = zip(part.children[::2], part.children[1::2], strict=True)
        return "{" + ", ".join(self._short_pair(key, value) for key, value in pairs) + "}"

    def _short_pair(self, key: Part, value: Part) -> str:
        return f"{self._short(key, Spot.FLOW_KEY)}: {self._short(value, Spot.FLOW_VALUE)}"

    def _lines(self, lines: list[str], indent: int, *, shift: bool) -> None:
        """A part over several lines, which stay; `shift` keeps how they stand to each other."""
        self._put(_TRAILING.sub("", lines[0]))
        inner = [_spaces(line) for line in lines[1:] if line.strip() and not _CLOSING.fullmatch(line.strip())]
        least = min(inner, default=0)
        for line in lines[1:]:
            bare = _TRAILING.sub("", line.lstrip(" "))
            more = _spaces(line) - least if shift else 0
            closes = shift and _CLOSING.fullmatch(bare)
            self._new_line((indent - STEP if closes else indent + more) if bare else 0)
            self._put(bare)

    def _literal(self, literal: _Literal, indent: int) -> None:
        self._put(literal.header)
        if literal.comment:
            self._put(f"  {literal.comment}")
        for line in literal.lines:
            self._new_line(indent if line else 0)
            self._put(line)
        self._done, self._kept = literal.end, literal.keeps
        self._stops = literal.end == len(self._text) and "-" not in literal.header

    def _between(self, end: int, indent: int, column: int, *, first: bool = False, apart: bool = False) -> None:
        """What stands before the text at `end`, which stands in that column and is to be indented by `indent`.

        `first` drops blank lines at the start, `apart` sees to one before what belongs to that text.
        """
        lines = self._text[self._done : end].split("\n")
        if self._out:
            self._after_text(lines.pop(0))
        if end < len(self._text) and lines:
            lines.pop()
        closed = [block for block in self._left if block[0] > column]
        made = list(self._remarks(lines, closed, indent, first=first or not self._out))
        if apart and self._out:
            _part(made, indent)
        self._out += [line for line in made if line] if self._kept else made

    def _after_text(self, rest: str) -> None:
        """What stands on the line of the last text, behind it."""
        found = _BETWEEN.fullmatch(rest)
        if found is None:
            raise _StrangeError
        if found["comment"]:
            self._put(" " * max(2, len(found["space"])) + found["comment"].rstrip())

    def _remarks(
        self, lines: Iterable[str], closed: list[tuple[int, int]], indent: int, *, first: bool
    ) -> Iterator[str]:
        """The lines of their own between two texts: comments, markers of the document, single blank lines."""
        blank = False
        for line in lines:
            found = _BETWEEN.fullmatch(line)
            marker = line.startswith(("---", "..."))
            if not marker and found is None:
                raise _StrangeError
            comment = line.rstrip() if marker else found and found["comment"]
            if comment:
                if blank and not first:
                    yield ""
                level = 0 if marker else _level(line.index("#"), closed, indent)
                yield " " * level + comment.rstrip()
                first = False
            blank = not line.strip() or (blank and not comment)
        if blank and not first:
            yield ""

    def _new_line(self, indent: int) -> None:
        self._out.append(" " * indent)

    def _put(self, text: str) -> None:
        self._out[-1] += text


def _begin(part: Part) -> int:
    """Where the first text of a part stands: the dashes before it are typed anew."""
    while isinstance(part, Group) and not part.flow and part.children:
        part = part.children[0]
    return part.start


def _is_empty(part: Part) -> bool:
    return isinstance(part, Piece) and part.start == part.end


def _level(column: int, closed: Iterable[tuple[int, int]], otherwise: int) -> int:
    """How far to indent a comment of that column: like what has just ended there, or else like what comes."""
    fitting = [(block, -indent) for block, indent in closed if block <= column]
    return -max(fitting)[1] if fitting else otherwise


def _part(made: list[str], indent: int) -> None:
    """See to a blank line before the first comment of that indentation, or at the end."""
    place = next((place for place, line in enumerate(made) if line and _spaces(line) == indent), len(made))
    if not place or made[place - 1]:
        made.insert(place, "")
