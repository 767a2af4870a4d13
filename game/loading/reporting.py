"""Turns problems into diagnostics: severity, advice, and the line of the file with the place underlined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.model.codes import CODES
from game.model.diagnostic import Diagnostic

from .problem import Problem

WIDTH = 100
"""Characters of a line that an excerpt shows."""


def diagnose(problems: Iterable[Problem], lines: Mapping[str, Sequence[str]]) -> tuple[Diagnostic, ...]:
    """The problems as diagnostics, each once, in the order of their places. `lines` are those of each file."""
    once = {(problem.ref, problem.code, problem.message): problem for problem in problems}
    return tuple(_diagnostic(once[key], lines.get(key[0].file, ())) for key in sorted(once))


def _diagnostic(problem: Problem, lines: Sequence[str]) -> Diagnostic:
    code = CODES[problem.code]
    hint = problem.hint or code.advice
    shown = excerpt(problem, lines)
    return Diagnostic(problem.ref, problem.code, code.severity, problem.message, hint, shown, problem.length)


def excerpt(problem: Problem, lines: Sequence[str]) -> str:
    """Two lines: the file's, cut to a window around the place, and carets under it. Empty where the file has none."""
    if not 0 < problem.ref.line <= len(lines):
        return ""
    line = lines[problem.ref.line - 1]
    if not line.strip():
        return ""
    start = max(0, min(problem.ref.column - 1, len(line)))
    first = 0 if len(line) <= WIDTH else max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    window = _printable(line[first : first + WIDTH])
    length = max(1, min(problem.length, len(line) - start, WIDTH - (start - first)))
    lead, tail = "…" if first else "", "…" if first + WIDTH < len(line) else ""
    return f"{lead}{window}{tail}\n{' ' * (len(lead) + start - first)}{'^' * length}"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
