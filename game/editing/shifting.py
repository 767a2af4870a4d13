"""Moves what was found in a text to where it stands after an edit. Knows nothing of what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from game.model.diagnostic import Diagnostic


def shifted(
    found: Iterable[Diagnostic], before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]
) -> Iterator[Diagnostic]:
    """The diagnostics of files as they were, where they are now; without those of lines that were edited."""
    moves: dict[str, tuple[int, int, int]] = {}
    for one in found:
        file = one.ref.file
        old, new = before.get(file, ()), after.get(file, ())
        if old is new:
            yield one
            continue
        if file not in moves:
            moves[file] = _move(old, new)
        same, rest, by = moves[file]
        if one.ref.line <= same:
            yield one
        elif one.ref.line > rest:
            yield replace(one, ref=replace(one.ref, line=one.ref.line + by))


def _move(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """The lines before an edit; the line after which all is the same again; and by how many lines that has moved."""
    most = min(len(old), len(new))
    pairs = zip(old, new, strict=False)
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends)), most - head)
    return head, len(old) - tail, len(new) - len(old)
