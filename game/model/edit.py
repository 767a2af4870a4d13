"""Changes to a text by exact places. Knows nothing of what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .source import SourceRef

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts `text` in the place of `length` characters at `ref`; all of them stand on one line."""

    ref: SourceRef
    length: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after all the edits, which must not overlap; of two at one place the first given comes first."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.ref):
        start = starts[edit.ref.line - 1] + edit.ref.column - 1
        pieces += (text[done:start], edit.text)
        done = start + edit.length
    return "".join([*pieces, text[done:]])
