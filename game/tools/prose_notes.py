"""Notes on prose: clichés, and words that a text is full of. Notes only: no story is wrong for any of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from game.model.source import SourceRef

from .habits import CLICHES, FILLERS
from .lines import Written
from .prose import pieces, words

A_THOUSAND = 1_000
OFTEN = 3
"""How often among a thousand words a filler stands there too often; at least so often in all, too."""


class NoteKind(Enum):
    """What a note is about; the values are what a person types to switch it off."""

    SPELLING = "spelling"
    CLICHE = "cliche"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Note:
    """One note: where, on what, and what to do."""

    ref: SourceRef
    kind: NoteKind
    found: str
    message: str


def notes(lines: Iterable[Written], allowed: Collection[str] = ()) -> Iterator[Note]:
    """Clichés where they stand, and fillers that stand there often, at their first place; not those allowed."""
    texts = [(line.ref, f" {' '.join(word for piece in pieces(line) for word in words(piece))} ") for line in lines]
    total = sum(text.count(" ") - 1 for _, text in texts)
    for ref, text in texts:
        for phrase in CLICHES:
            if f" {phrase} " in text and phrase not in allowed:
                yield Note(ref, NoteKind.CLICHE, phrase, f'"{phrase}" has been read often; say what is there instead')
    for word in FILLERS:
        found = [ref for ref, text in texts for _ in re.finditer(f"(?= {word} )", text)]
        if len(found) > max(OFTEN, OFTEN * total / A_THOUSAND) and word not in allowed:
            yield Note(found[0], NoteKind.FILLER, word, f'"{word}" stands {len(found)} times in {total:,} words')
