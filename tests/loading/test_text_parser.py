from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading.scalar import loose
from game.loading.text_parser import parse_text
from game.model.text import Alternatives, Either, Emphasis, Insert, Part, Plain
from tests.support.expressions import NAMES, scalar

SIGNS = {"sequence": "", "cycle": "&", "shuffle": "~"}


def shape(parts: tuple[Part, ...]) -> str:
    """The tree in a short notation: <emphasis>, $variable, [condition ? then : otherwise], [one/another]."""
    found = []
    for part in parts:
        match part:
            case Plain(text):
                found.append(text)
            case Emphasis(inner):
                found.append(f"<{shape(inner)}>")
            case Insert(variable):
                found.append(f"${variable}")
            case Either(condition, then, otherwise):
                found.append(f"[{condition.source} ? {shape(then)} : {shape(otherwise)}]")
            case Alternatives(turn, choices):
                found.append(f"[{SIGNS[turn.value]}{'/'.join(map(shape, choices))}]")
    return "".join(found)


def read(source: str) -> str:
    """The tree of a text without problems."""
    text, problems = parse_text(scalar(source), NAMES, itertools.count())
    assert problems == ()
    assert text.source == source
    return shape(text.parts)


def wrong(source: str) -> list[tuple[str, int]]:
    """Code and column of all that is wrong with a text."""
    _, problems = parse_text(scalar(source), NAMES, itertools.count())
    return [(problem.code, problem.ref.column) for problem in problems]


def hints(source: str) -> str:
    """All hints of a text's problems."""
    _, problems = parse_text(scalar(source), NAMES, itertools.count())
    return " ".join(problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{n} {side}", "$n $side"),
        ("{ n }", "$n"),
        ("{flag: yes|no}", "[flag ? yes : no]"),
        ("{flag:yes}", "[flag ? yes : ]"),
        ("{n > 2 and flag: {n}|none}", "[n > 2 and flag ? $n : none]"),
        ("{once|twice|often}", "[once/twice/often]"),
        ("{&by|turns}{~a|b}", "[&by/turns][~a/b]"),
        ("{|later}", "[/later]"),
        ("{once|*{n}* {flag: a}}", "[once/<$n> [flag ? a : ]]"),
        ("A bar | and a colon: outside.", "A bar | and a colon: outside."),
        ("{& a: b|c}", "[& a: b/c]"),
    ],
)
def test_each_form(source: str, expected: str) -> None:
    """Inserts, conditions and alternatives, and how they nest; a colon in `&` and `~` is a colon (A24)."""
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{flag: x|{other_flag: y|z}}", "[flag ? x : [other_flag ? y : z]]"),
        ("{{a|b}}", "{a|b}"),
        ("{{{n}}}", "{$n}"),
        ("{ {a|b}|c}", "[ [a/b]/c]"),
        ("{{", "{"),
        ("}}", "}"),
    ],
)
def test_double_braces_are_escapes_only_outside(source: str, expected: str) -> None:
    """A22: read from the left, `{{` and `}}` are characters only outside of any open brace."""
    assert read(source) == expected


def test_a_first_alternative_in_double_braces_is_an_error() -> None:
    """A22: `{{a|b}|c}` is an escaped brace and then a brace that closes nothing."""
    assert wrong("{{a|b}|c}") == [("E402", 6)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\* \{ \} \| \: \& \~ \\", r"* { } | : & ~ " + "\\"),
        (r"\n \x \ ", r"\n \x \ "),
        ("\\", "\\"),
        (r"{At 1\:30\||later\}}", "[At 1:30|/later}]"),
        (r"{\&a|b}", "[&a/b]"),
        (r"{\~a|b}", "[~a/b]"),
    ],
)
def test_escapes(source: str, expected: str) -> None:
    """A23: a backslash gives each of the eight characters, and is itself before any other."""
    assert read(source) == expected


@pytest.mark.parametrize("source", ["{At 1:30|later}", "{Wait: no|yes}", "{a|b: c}"])
def test_a_colon_asks_for_a_condition(source: str) -> None:
    """A24: what stands before the first colon must parse, and the error says how to write a colon."""
    assert wrong(source)
    assert "\\:" in hints(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{flag:  a |b }", "[flag ?  a  : b ]"),
        ("{flag: {n}|b}", "[flag ? $n : b]"),
        ("{ a | b }", "[ a / b ]"),
    ],
)
def test_spaces_are_kept_but_one(source: str, expected: str) -> None:
    """A25: one space after the condition's colon is dropped, no others."""
    assert read(source) == expected


def test_three_parts_are_an_error() -> None:
    """A25: a condition has one else at most."""
    assert wrong("So {flag: a|b|c}") == [("E407", 4)]


@pytest.mark.parametrize(
    ("source", "code", "hint"),
    [
        ("{flag}", "E404", "{flag: "),
        ("{trust_lun}", "E405", '"trust_luna"'),
        ("{n + 1}", "E406", "{name}"),
        ("{}", "E406", "{{"),
        ("{red}", "E405", ""),
        ("{&}", None, ""),
    ],
)
def test_inserts_are_names(source: str, code: str | None, hint: str) -> None:
    """A26: only the name of a number or of a `one_of` stands alone in braces."""
    assert [found for found, _ in wrong(source)] == ([code] if code else [])
    assert hint in hints(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a *word* more", "a <word> more"),
        ("*two words*", "<two words>"),
        ('*"No!"*', '<"No!">'),
        ("*", "*"),
        ("5*3", "5*3"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("**", "**"),
        ("***", "***"),
        ("**bold**", "*<bold>*"),
        ("* a *", "* a *"),
        ("*a * b*", "<a * b>"),
        ("*a*b*c*", "<a>b<c>"),
        (r"\*no\*", "*no*"),
        (r"*a\*b*", "<a*b>"),
        ("*a {flag: b|c} d*", "<a [flag ? b : c] d>"),
        ("{flag: *a|b*}", "[flag ? *a : b*]"),
        ("*{n}*", "<$n>"),
    ],
)
def test_emphasis(source: str, expected: str) -> None:
    """A30: a star emphasises where it touches a word on its inner side at both ends; else it is a star."""
    assert read(source) == expected


def test_fifty_levels_of_braces() -> None:
    """A17: braces go fifty levels deep, and the error says so."""
    assert read("{a|" * 50 + "}" * 50).startswith("[a/[a/")
    _, problems = parse_text(scalar("{a|" * 51 + "}" * 51), NAMES, itertools.count())
    assert problems[0].code == "E403"
    assert "50" in problems[0].message


def test_unmatched_braces_are_told_where_they_stand() -> None:
    """An open brace and a stray one are errors at their own place."""
    assert wrong("so { it goes") == [("E401", 4)]
    assert wrong("so {a|b") == [("E401", 4)]
    assert wrong("so } it goes") == [("E402", 4)]


def test_all_problems_of_a_text_are_told() -> None:
    """One run finds them all, each in its place, and those of conditions with the text around them."""
    assert wrong("{flag} and {gone} and {n = 2: a|b}") == [("E404", 2), ("E405", 13), ("E306", 26)]


def test_sites_number_the_braces_of_a_scene() -> None:
    """Each set of alternatives takes the next number, so that two draws in one scene differ."""
    sites = itertools.count()
    first, _ = parse_text(scalar("{~a|b} {~a|b}"), NAMES, sites)
    second, _ = parse_text(scalar("{a|{b|c}}"), NAMES, sites)
    assert [part.site for part in first.parts if isinstance(part, Alternatives)] == [0, 1]
    assert isinstance(second.parts[0], Alternatives)
    assert second.parts[0].site == 2


def test_conditions_in_text_know_their_place() -> None:
    """A condition inside a text points at where it stands in the file."""
    text, _ = parse_text(loose("Well, {n > 2: a|b}", "a.yaml", 7, 5), NAMES, itertools.count())
    assert isinstance(text.parts[1], Either)
    assert (text.parts[1].condition.ref.line, text.parts[1].condition.ref.column) == (7, 12)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="ab n{}|:*\\&~.flag>2é\n", max_size=80))
def test_any_text_is_a_text_or_problems(source: str) -> None:
    """Parsing never raises; what it gives keeps the source."""
    text, _ = parse_text(scalar(source), NAMES, itertools.count())
    assert text.source == source


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab {}|:*\\&~.é", max_size=40))
def test_every_character_can_be_written(words: str) -> None:
    """A23: with a backslash before each special character, a text reads as itself."""
    escaped = "".join("\\" + sign if sign in "*{}|:&~\\" else sign for sign in words)
    assert read(escaped) == words
    assert read("{" + escaped + "|x}") == f"[{words}/x]"


@pytest.mark.parametrize(
    "source",
    ["{" * 30_001, "*a" * 30_000, "{a|" * 30_000, "{n}" * 10_000, "{a:" * 10_000, "\\" * 30_001, "{zz}" * 5_000],
    ids=lambda source: source[:4],
)
def test_hostile_text_takes_no_time(source: str) -> None:
    """However long and nested, a text is parsed or refused in time that grows with its length only."""
    start = time.perf_counter()
    parse_text(scalar(source), NAMES, itertools.count())
    assert time.perf_counter() - start < 2
