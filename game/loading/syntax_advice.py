"""Says in a writer's words what a YAML syntax error most likely is. Knows the usual slips, nothing of stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from game.model.source import SourceRef

from .problem import Problem

_LEAD = re.compile(r"\s*(?:-\s+)*(?:[a-z][a-z0-9_]*(?: +[a-z][a-z0-9_]*)?:\s+)?")
"""What may stand before a value on a line: indentation, dashes, a key."""

_SIGNS = {"{": "}", "[": "]"}
_STARTERS = "{[*&!%@`|>]},"
_QUOTE_IT = "put the whole text into quotes"


@dataclass(frozen=True, slots=True)
class Slip:
    """A quoted text that may have been left open: where it starts (from 0), and the line where it ended after all."""

    line: int
    column: int
    end_line: int


@dataclass(frozen=True, slots=True)
class _Guess:
    line: int
    column: int
    message: str
    hint: str


def explain(error: yaml.MarkedYAMLError, file: str, lines: Sequence[str], quoted: Slip | None) -> Problem:
    """One problem for `error`, at the place where the fault most likely is. `quoted` is the last quoted text read."""
    guess = _guess(error, lines, quoted)
    line = max(0, min(guess.line, len(lines) - 1))
    return Problem(SourceRef(file, line + 1, guess.column + 1), "E104", guess.message, guess.hint)


def _guess(error: yaml.MarkedYAMLError, lines: Sequence[str], quoted: Slip | None) -> _Guess:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return _Guess(0, 0, "this is not YAML that can be read", "")
    if "quoted scalar" in (error.context or "") and error.context_mark and not _is_escape(error):
        return _open_quote(error.context_mark.line, error.context_mark.column)
    if quoted and quoted.line < quoted.end_line == mark.line:
        return _open_quote(quoted.line, quoted.column)
    for line in _suspects(error, mark, lines):
        found = _slip(line, lines[line])
        if found is not None:
            return found
    return _plainly(error, mark)


def _is_escape(error: yaml.MarkedYAMLError) -> bool:
    """Whether it is about a backslash in double quotes."""
    return any(word in (error.problem or "") for word in ("escape", "hexdecimal"))


def _open_quote(line: int, column: int) -> _Guess:
    hint = "close the quote; where the text itself holds one, put it into the other kind of quotes"
    return _Guess(line, column, "this quote is not closed where the text ends", hint)


def _suspects(error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: Sequence[str]) -> list[int]:
    """The lines to look at, the likeliest first."""
    suspects = [mark.line]
    if error.context_mark is not None and "block" not in (error.context or ""):
        suspects.append(error.context_mark.line)
    before = next((number for number in range(mark.line - 1, -1, -1) if lines[number : number + 1] != [""]), None)
    if before is not None:
        suspects.append(before)
    return [line for line in suspects if 0 <= line < len(lines)]


def _slip(number: int, line: str) -> _Guess | None:
    """One of the usual slips in that line, or None."""
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    value = line[start:].rstrip()
    if value[:1] in ('"', "'"):
        return _after_quote(number, start, value)
    if value and value[0] in _STARTERS and not _is_flow(value) and value not in _BLOCK_SIGNS:
        message = f"a text cannot start with {value[0]} unless it stands in quotes"
        return _Guess(number, start, message, f'{_QUOTE_IT}: "{_shortened(value)}"')
    colon = re.search(r":(\s|$)", value)
    if colon and ((lead and lead.group().strip(" -")) or " " in value[: colon.start()]):
        message = "a colon followed by a space cannot stand inside a text without quotes"
        return _Guess(number, start + colon.start(), message, f'{_QUOTE_IT}: "{_shortened(value)}"')
    return None


_BLOCK_SIGNS = {sign + chomp for sign in "|>" for chomp in ("", "-", "+")}


def _shortened(value: str) -> str:
    text = value.replace("\\", "\\\\").replace('"', '\\"')
    return text if len(text) <= 60 else text[:57] + "..."


def _is_flow(value: str) -> bool:
    """Whether the value is meant as a list or mapping: closed at the end of the line, or not on this line at all."""
    if value[0] not in _SIGNS:
        return False
    opened, closed = value.count(value[0]), value.count(_SIGNS[value[0]])
    return opened > closed or (opened == closed and value.endswith(_SIGNS[value[0]]))


def _after_quote(number: int, start: int, value: str) -> _Guess | None:
    """Text that goes on after a closing quote, or an escape that there is not."""
    quote = value[0]
    closing = re.match(r'"(?:[^"\\]|\\.)*"' if quote == '"' else r"'(?:[^']|'')*'", value)
    if closing is None:
        return _open_quote(number, start)
    rest = value[closing.end() :].strip()
    if rest and not rest.startswith(("#", ":", ",", "}", "]")):
        other = "'" if quote == '"' else '"'
        hint = f"{_QUOTE_IT} of the other kind: {other}{value[: closing.end()]} …{other}"
        return _Guess(number, start + closing.end(), "the text goes on after its closing quote", hint)
    return None


_PLAIN_WORDS = (
    ("hexdecimal", "there is no such escape with a backslash", "write \\\\ for a backslash, or use single quotes"),
    ("escape", "there is no such escape with a backslash", "write \\\\ for a backslash, or use single quotes"),
    ("expected ':'", "this line has no colon", "a key ends with a colon; a script line starts with a dash"),
    ("expected ',' or ']'", "this list in brackets is not closed", "add the missing ] or comma, or quote the text"),
    ("expected ',' or '}'", "this mapping in braces is not closed", "add the missing } or comma, or quote the text"),
    ("but got", "this list or mapping is not closed", "add the missing bracket or comma, or quote the text"),
    ("directive", "a line cannot start with %", "put the text into quotes"),
    ("mapping values", "a colon cannot stand here", "see whether this line is indented too far, or needs quotes"),
    ("sequence entries", "a list cannot start here", "put the dash on a line of its own, indented under the key"),
    (
        "document start",
        "the line does not belong to what stands above it",
        "see that all top-level keys start in column 1",
    ),
)


def _plainly(error: yaml.MarkedYAMLError, mark: yaml.Mark) -> _Guess:
    """The error without a known slip: its own words, put simply."""
    told = error.problem or ""
    line, column = mark.line, mark.column
    if ("could not find expected ':'" in told or "flow" in (error.context or "")) and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    for words, message, hint in _PLAIN_WORDS:
        if words in told:
            return _Guess(line, column, message, hint)
    message = "this line does not fit what stands above it"
    return _Guess(line, column, message, "see that it is indented like its neighbours, and that they are complete")
