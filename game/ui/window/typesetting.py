"""Breaks words into lines. Knows widths only through the `Measure` it is given."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from game.app.view import Rendered, Run

from .theme import Type

NO_LINE_START = frozenset("、。，．・：；？！」』）］｝〉》】〕”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NO_LINE_END = frozenset("「『（［｛〈《【〔“‘")
QUOTES = {'"': "“”", "'": "‘’"}
BREAK_AFTER = frozenset("-–—/")


class Measure(Protocol):
    """How wide some letters are."""

    def __call__(self, text: str, type_: Type) -> float:
        """Width in virtual units, kerning and tracking included."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of set text."""

    runs: Rendered
    width: float

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(run.text) for run in self.runs)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)


def set_text(words: Rendered | str, type_: Type, width: float, measure: Measure) -> tuple[Line, ...]:
    """The words in lines no wider than `width`; a longer word is broken. At least one line."""
    rendered = curled((Run(words),) if isinstance(words, str) else words)
    lines: list[Line] = []
    for paragraph in _paragraphs(rendered):
        current: list[Run] = []
        for found in _words(paragraph):
            word = found
            if current and _wide(_trimmed([*current, *word]), type_, measure) > width:
                lines.append(_line(current, type_, measure))
                current = []
            if not current and lines and word[0].text.isspace():
                continue
            while not current and _letters(word) > 1 and _wide(_trimmed(word), type_, measure) > width:
                head, word = _split(word, type_, width, measure)
                lines.append(_line(head, type_, measure))
            current += word
        lines.append(_line(current, type_, measure))
    return tuple(lines)


def one_line(words: Rendered | str, type_: Type, measure: Measure, width: float | None = None) -> Line:
    """The words on a single line; where they are wider than `width`, cut and closed with an ellipsis."""
    runs = list(curled((Run(words),) if isinstance(words, str) else words))
    line = _line(runs, type_, measure)
    if width is None or line.width <= width:
        return line
    text = line.text
    while text and measure(text.rstrip() + "…", type_) > width:
        text = text[:-1]
    return _line([Run(text.rstrip() + "…", runs[0].emphasis)], type_, measure)


def curled(words: Rendered) -> Rendered:
    """The words with typewriter quotes turned into printers' quotes; as many characters as before."""
    before = " "
    curled_: list[Run] = []
    for run in words:
        letters = []
        for letter in run.text:
            opens = before.isspace() or before in "([{—–“‘"
            before = QUOTES[letter][0 if opens else 1] if letter in QUOTES else letter
            letters.append(before)
        curled_.append(Run("".join(letters), run.emphasis))
    return tuple(curled_)


def _split(word: list[Run], type_: Type, width: float, measure: Measure) -> tuple[list[Run], list[Run]]:
    """As much of a too long word as fits, at least a letter, and the rest of it."""
    letters = [Run(letter, run.emphasis) for run in word for letter in run.text]
    fits = 1
    while fits < len(letters) - 1 and _wide(letters[: fits + 1], type_, measure) <= width:
        fits += 1
    return list(_merged(letters[:fits])), list(_merged(letters[fits:]))


def _letters(word: Iterable[Run]) -> int:
    return sum(len(run.text) for run in word)


def _paragraphs(words: Rendered) -> Iterator[list[Run]]:
    paragraph: list[Run] = []
    for run in words:
        first, *rest = run.text.split("\n")
        paragraph.append(Run(first, run.emphasis))
        for piece in rest:
            yield paragraph
            paragraph = [Run(piece, run.emphasis)]
    yield paragraph


def _words(paragraph: Iterable[Run]) -> Iterator[list[Run]]:
    """The paragraph cut wherever a line may break; a word may change its style inside."""
    word: list[Run] = []
    last = ""
    for run in paragraph:
        for letter in run.text:
            if last and _may_break(last, letter):
                yield list(_merged(word))
                word = []
            word.append(Run(letter, run.emphasis))
            last = letter
    if word:
        yield list(_merged(word))


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before != after
    if after in NO_LINE_START or before in NO_LINE_END:
        return False
    return before in BREAK_AFTER or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _trimmed(runs: list[Run]) -> list[Run]:
    if not runs:
        return runs
    last = Run(runs[-1].text.rstrip(" "), runs[-1].emphasis)
    return [*runs[:-1], last] if last.text else runs[:-1]


def _line(runs: list[Run], type_: Type, measure: Measure) -> Line:
    merged = _merged(_trimmed(runs))
    return Line(merged, _wide(merged, type_, measure))


def _merged(runs: Iterable[Run]) -> Rendered:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].emphasis == run.emphasis:
            merged[-1] = Run(merged[-1].text + run.text, run.emphasis)
        else:
            merged.append(run)
    return tuple(merged)


def _wide(runs: Iterable[Run], type_: Type, measure: Measure) -> float:
    return sum(measure(run.text, in_style(type_, run)) for run in _merged(runs))


def in_style(type_: Type, run: Run) -> Type:
    """The type a run is set in: emphasis turns roman to italic, and italic back to roman."""
    if not run.emphasis:
        return type_
    return Type(type_.face, type_.size, type_.tracking, not type_.italic)
