"""Reading one YAML file: what is let through, what is refused, and that no file can do harm."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import yaml

from game.loading.composer import MAX_DEPTH
from game.loading.document import MAX_BYTES, read_document, read_text
from game.loading.json_schema import as_json
from game.loading.ledger import as_data
from game.loading.nodes import Document, ListNode, MappingNode, Node


def problems(data: bytes | str) -> list[str]:
    """Each problem as `line:column code`."""
    document = read_document(data if isinstance(data, bytes) else data.encode(), "f.yaml")
    return [f"{problem.ref.line}:{problem.ref.column} {problem.code}" for problem in document.problems]


@pytest.mark.parametrize(
    "text", ["no", "012", "1:30", "null", "~", "true", "1e3", "2024-01-01", ".nan", "0x1f", "Off", "="]
)
def test_text_stays_the_characters_typed(text: str) -> None:
    """A03: what other readers take for numbers, dates or nothing is text, as a value and as a key."""
    document = read_text(f"- {text}\n- {text}: x\n", "f.yaml")
    assert document.problems == ()
    assert document.root is not None
    assert as_data(document.root) == [text, {text: "x"}]


def test_a_huge_number_is_only_text() -> None:
    """A number of a million digits costs no more than its characters."""
    digits = "9" * 1_000_000
    document = read_text(f"a: 0x{digits}\n", "f.yaml")
    assert document.root is not None
    assert as_data(document.root) == {"a": f"0x{digits}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffa: b\n", []),
        ("a: b\r\nc:\r\n  - d\r\n", []),
        ("---\na: b\n...\n", []),
        ("a: &x b\n", ["1:4 E108"]),
        ("a: &x [b]\nc: &y {d: e}\n", ["1:4 E108", "2:4 E108"]),
        ("a: *x\n", ["1:4 E109"]),
        ("*x : b\n", ["1:1 E109"]),
        ("a: !!str b\nc: !d [e]\nf: ! g\n", ["1:4 E110", "2:4 E110"]),
        ("<<: {a: b}\n", ["1:1 E111"]),
        ("a: b\nc: d\na: e\n", ["3:1 E112"]),
        ("[a]: b\n? {c: d}\n: e\n", ["1:1 E113", "2:3 E113"]),
        ('"": a\n', ["1:1 E113"]),
        ("a: b\n---\nc: d\n", ["2:1 E107"]),
        ("a:\n\tb: c\n\td: e\n", ["2:1 E114"]),
        ("a: b\tc\n", ["1:5 E114"]),
        ("a: b\x00c\n", ["1:5 E115"]),
        ("a: b\u2028c\n", ["1:5 E115"]),
        ("a: [b\n", ["1:4 E104"]),
    ],
)
def test_what_is_accepted_and_what_is_refused(text: str, expected: list[str]) -> None:
    """A21: of YAML's extras only a BOM, CRLF, one leading `---` and a trailing `...` are let through."""
    assert problems(text) == expected


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    """A43: the second key is where it is reported, and the first is named."""
    problem = read_text("a: 1\nb: 2\na: 3\n", "f.yaml").problems[0]
    assert problem.ref.line == 3
    assert "line 1" in problem.message


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 30_000,
        b"{" * 1_000_000,
        b"- " * 100_000,
        b"? " * 100_000,
        b"[a," * 100_000,
        b"a: {" * 50_000,
        b"[{a: " * 50_000,
        b"\n".join(b" " * depth + b"a:" for depth in range(400)),
    ],
    ids=["brackets", "braces", "dashes", "question-marks", "lists", "mappings", "mixed", "indented"],
)
def test_deep_nesting_is_refused_at_once(data: bytes) -> None:
    """Thousands of levels neither crash the parser nor take noticeable time."""
    started = time.perf_counter()
    assert [code.split()[1] for code in problems(data)] == ["E105"]
    assert time.perf_counter() - started < 2


def test_the_deepest_nesting_that_is_read() -> None:
    """A file may nest as deep as the limit says, and one level deeper it may not."""
    assert problems("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert problems("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [f"1:{MAX_DEPTH + 1} E105"]


def test_bombs_of_aliases_and_merge_keys_stay_small() -> None:
    """Anchors are refused, so nothing that multiplies itself is ever built."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    merges = ["m0: &m0 {x: y}"] + [f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, 30)]
    started = time.perf_counter()
    found = {problem.split()[1] for problem in problems("\n".join(lines + merges))}
    assert found == {"E108", "E109", "E111"}
    assert time.perf_counter() - started < 2


def test_a_file_that_is_too_large_is_not_read() -> None:
    """E103: above four mebibytes a file is refused by its size alone."""
    assert problems(b"#" * (MAX_BYTES + 1)) == ["1:1 E103"]
    assert problems(b"#" * MAX_BYTES) == []


def test_a_file_with_too_many_values_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """E106: reading stops at the value that is one too many (here of a hundred, to be quick)."""
    monkeypatch.setattr("game.loading.composer.MAX_NODES", 100)
    assert problems("[" + "a," * 99 + "]") == []
    assert problems("[" + "a," * 101 + "]") == ["1:202 E106"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff\xfea\x00", "1:1"),
        (b"a: \xc3\x28", "1:4"),
        ("é: 1\r\nb: ".encode() + "café".encode("latin-1"), "2:7"),
    ],
)
def test_a_file_that_is_not_utf8_is_one_problem_at_the_first_such_letter(data: bytes, place: str) -> None:
    """A42: what cannot be decoded is reported where it stands, once."""
    assert problems(data) == [f"{place} E102"]


def test_ids_of_a_file_that_cannot_be_decoded_stay_known() -> None:
    """The keys that can still be made out are remembered, so that nobody calls them unknown."""
    document = read_document(b"first:\n  choices:\n    stay: \xff\nsecond:\n", "f.yaml")
    assert document.lost == {"first": frozenset({"choices", "stay"}), "second": frozenset()}


def test_a_syntax_error_costs_only_its_own_part() -> None:
    """The parts before and after a broken one are read, and a second mistake is reported as well."""
    text = 'one: 1\ntwo:\n  - {a|b} c\nthree: 3\nfour:\n  - "d" e\nfive: 5\n'
    document = read_text(text, "f.yaml")
    assert [str(problem.ref) for problem in document.problems] == ["f.yaml:3:5", "f.yaml:6:8"]
    assert document.root is not None
    assert as_json(document.root) == {"one": 1, "three": 3, "five": 5}
    assert set(document.lost) == {"two", "four"}


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    if isinstance(node, MappingNode):
        for pair in node.pairs:
            yield from (below for side in pair for below in walk(side))
    elif isinstance(node, ListNode):
        yield from (below for item in node.items for below in walk(item))


def test_places_are_exact() -> None:
    """Lines and columns count from 1, in characters, also after a BOM, CRLF and letters beyond ASCII."""
    document = read_text("\ufeffä: é\r\nb:\r\n  - 𝄞𝄞: c\r\n".removeprefix("\ufeff"), "f.yaml")
    assert document.problems == ()
    assert isinstance(document.root, MappingNode)
    places = [(node.ref.line, node.ref.column) for node in walk(document.root)]
    assert sorted(places) == [(1, 1), (1, 1), (1, 4), (2, 1), (3, 3), (3, 5), (3, 5), (3, 9)]


def seen(document: Document) -> object:
    """What was read, and where each part of it stands."""
    assert document.root is not None
    return as_data(document.root), [node.ref for node in walk(document.root)], document.problems


def test_the_parser_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, its own parser gives the same trees and refuses the same."""
    text = 'a: [b, {c: d}]\ne: |\n  f\n  g\nh: "i \\u00e9"\n'
    with_libyaml = read_text(text, "f.yaml")
    monkeypatch.setattr("game.loading.composer.EVENT_SOURCE", yaml.SafeLoader)
    assert seen(read_text(text, "f.yaml")) == seen(with_libyaml)
    assert problems(b"[" * 30_000) == [f"1:{MAX_DEPTH + 1} E105"]
    assert problems("a: &x b\nc: *x\n") == ["1:4 E108", "2:4 E109"]
    assert problems("a: [e\n") == ["1:4 E104"]


def test_a_merge_conflict_is_called_one() -> None:
    """Each conflict is one problem, where it begins, and the rest is read with the first side of it."""
    text = "a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> theirs\nd: 5\n"
    document = read_document(text.encode(), "x.yaml")
    assert [(str(problem.ref), problem.code) for problem in document.problems] == [("x.yaml:2:1", "E104")]
    assert "merge conflict" in document.problems[0].message
    assert isinstance(document.root, MappingNode)
    assert [key.text for key, _ in document.root.pairs] == ["a", "b", "d"]


def test_signs_of_a_conflict_in_a_text_are_none() -> None:
    """A line of equals signs in a text, and marks that no merge leaves, are read as they stand."""
    document = read_document(b"a: |\n  =======\n  >>>>>>> x\n", "x.yaml")
    assert document.problems == ()
