"""Diagnostics: severity, advice, order, and the line with the place underlined."""

from __future__ import annotations

from game.loading.problem import Problem
from game.loading.reporting import WIDTH, diagnose, excerpt
from game.model.diagnostic import Severity
from game.model.source import SourceRef


def problem(line: int, column: int, length: int = 1, code: str = "E222") -> Problem:
    """A problem at a place."""
    return Problem(SourceRef("f.yaml", line, column), code, "no", "", length)


def test_the_place_is_underlined() -> None:
    """As many carets as characters, under them."""
    assert excerpt(problem(2, 9, 6), ["first:", "  goto: secnod"]) == "  goto: secnod\n        ^^^^^^"


def test_a_long_line_is_cut_to_a_window_around_the_place() -> None:
    """The place stays in sight, and so does that the line goes on."""
    line = "x" * 300 + "HERE" + "y" * 300
    shown, carets = excerpt(problem(1, 301, 4), [line]).splitlines()
    assert len(shown) <= WIDTH + 2
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_what_cannot_be_printed_is_not() -> None:
    """No file can send control codes to a terminal through its excerpt."""
    assert "\x1b" not in excerpt(problem(1, 1), ["a\x1b[31mb"])


def test_no_line_no_excerpt() -> None:
    """Nothing is shown of an empty line, or of a file that could not be read."""
    assert excerpt(problem(1, 1), [""]) == ""
    assert excerpt(problem(1, 1), []) == ""
    assert excerpt(problem(9, 1), ["a"]) == ""


def test_a_place_behind_the_end_of_a_line_is_shown_there() -> None:
    """Where something is missing at the end, one caret stands behind it."""
    assert excerpt(problem(1, 6, 4), ["goto:"]) == "goto:\n     ^"


def test_diagnostics_are_sorted_said_once_and_advise() -> None:
    """In the order of their places, without repetition, with the code's advice where a problem has no hint."""
    found = diagnose([problem(3, 1), problem(1, 2), problem(3, 1), problem(1, 1, code="W501")], {})
    assert [(each.ref.line, each.ref.column) for each in found] == [(1, 1), (1, 2), (3, 1)]
    assert [each.severity for each in found] == [Severity.WARNING, Severity.ERROR, Severity.ERROR]
    assert all(each.hint for each in found)
