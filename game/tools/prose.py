"""Looks at how lines are written: sentences, phrases that come again. Knows nothing of what they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.model import walk
from game.model.text import Plain

from .lines import Written

LONGEST_PHRASE = 8
SHORTEST_PHRASE = 4
"""Words of a phrase that is told when it comes again."""
TIMES = 3
"""How often it must stand in the story."""
MOST = 10
"""How many phrases are told."""

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?\N{HORIZONTAL ELLIPSIS}]+(?:\s|[\"\N{RIGHT DOUBLE QUOTATION MARK}]|$)")

_CLAUSE_END = re.compile(r"[.!?:;,\N{HORIZONTAL ELLIPSIS}\N{EM DASH}]+(?:\s|$)")


LONG = 6
"""Letters beyond which a word counts as long in LIX."""


@dataclass(frozen=True, slots=True)
class Readability:
    """How long sentences and words are, on the average, and how hard that makes a text to read.

    `long_words` is the share of words of more than six letters.
    """

    words: int
    words_a_sentence: float
    letters_a_word: float
    long_words: float

    @property
    def lix(self) -> float:
        """Björnsson's *läsbarhetsindex* (Läsbarhet, Stockholm 1968), which holds for many languages.

        About 20 is very easy, 30 a story for the young, 40 a novel or a newspaper, 50 hard, 60 very hard.
        """
        return self.words_a_sentence + 100 * self.long_words

    @property
    def grade(self) -> float:
        """The Automated Readability Index (Senter and Smith, AMRL-TR-66-220, 1967) for English: a US school year."""
        return max(0.0, 4.71 * self.letters_a_word + 0.5 * self.words_a_sentence - 21.43) if self.words else 0.0


def pieces(line: Written) -> Iterator[str]:
    """The stretches of a line that are always read in one go."""
    yield from (part.text for part in walk.parts(line.said) if isinstance(part, Plain))


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [word.lower() for word in _WORD.findall(text)]


def readability(lines: Iterable[Written]) -> Readability:
    """Measure all lines together; one without a full stop is a sentence too."""
    sentences = [
        found for line in lines for part in _SENTENCE_END.split("".join(pieces(line))) if (found := words(part))
    ]
    letters = [sum(map(str.isalpha, word)) for found in sentences for word in found]
    count = len(letters)
    return Readability(
        words=count,
        words_a_sentence=count / max(1, len(sentences)),
        letters_a_word=sum(letters) / max(1, count),
        long_words=sum(length > LONG for length in letters) / max(1, count),
    )


def repeated(lines: Iterable[Written]) -> tuple[tuple[str, int], ...]:
    """Phrases that stand in the story several times, the most frequent first; of two in one another, the longer."""
    texts = [words(clause) for line in lines for piece in pieces(line) for clause in _CLAUSE_END.split(piece)]
    found: dict[str, int] = {}
    for length in range(LONGEST_PHRASE, SHORTEST_PHRASE - 1, -1):
        phrases = Counter(phrase for text in texts for phrase in _phrases(text, length))
        for phrase, times in phrases.items():
            if times >= TIMES and not any(f" {phrase} " in f" {longer} " for longer in found):
                found[phrase] = times
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST])


def _phrases(text: list[str], length: int) -> Iterator[str]:
    yield from (" ".join(text[start : start + length]) for start in range(len(text) - length + 1))
