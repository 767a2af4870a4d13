"""YAML's syntax errors, said in a writer's words."""

from __future__ import annotations

import pytest

from game.loading.document import read_text

CASES = {
    "a text that starts with a brace": ("    - {a|b} at the start.\n", "3:7", "start with {", '"{a|b} at the start."'),
    "what somebody says starts with a brace": ("    - luna: {a|b} c\n", "3:13", "start with {", '"{a|b} c"'),
    "a text that starts with a bracket": ("    - [Sighs] Well.\n", "3:7", "start with [", '"[Sighs] Well."'),
    "emphasis at the start": ("    - *Never* again.\n", "3:7", "start with *", '"*Never* again."'),
    "strong emphasis": ("    - **Never** again.\n", "3:7", "start with *", "quotes"),
    "an at sign": ("    - @home\n", "3:7", "start with @", "quotes"),
    "a back-tick": ("    - `x` it\n", "3:7", "start with `", "quotes"),
    "a per cent sign": ("    - %x\n", "3:7", "start with %", "quotes"),
    "a bar": ("    - | text\n", "3:7", "start with |", "quotes"),
    "a closing brace": ("    - }x\n", "3:7", "start with }", "quotes"),
    "a colon inside a text": ("    - luna: One thing: no.\n", "3:22", "colon", '"One thing: no."'),
    "a colon inside narration": ("    - The sign says: closed. Below: for good.\n", "3:20", "colon", '"The sign says:'),
    "a colon inside a choice's text": ('  title: He said: "no"\n', "3:17", "colon", "quotes"),
    "text after a closing quote": ('    - "No," she said.\n', "3:12", "goes on after its closing quote", '\'"No,"'),
    "an apostrophe in single quotes": ("    - 'It's late.'\n", "3:11", "goes on after its closing quote", "quotes"),
    "a quote that is not closed": ('    - "It is late.\n    - "So it is."\n', "3:7", "not closed", "close the quote"),
    "a quote that is never closed": ('    - "It is late.\n    - Yes.\n', "3:7", "not closed", "close the quote"),
    "a bracket that is not closed": ("  beats: [a, b\n  goto: x\n", "3:10", "not closed", "]"),
    "an escape that there is not": ('    - "C:\\x"\n', "3:12", "escape", "\\\\"),
    "a list on the line of its key": ("  was: - a\n", "3:8", "list cannot start here", "line of its own"),
    "a wrong indentation": ("    - a\n   goto: x\n", "4:4", "does not fit", "indented"),
    "a key without a colon": ("    - a\n  goto\n  title: x\n", "4:3", "no colon", "colon"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_usual_slips_are_named(case: str) -> None:
    """One problem, at the place of the slip, with what is wrong and what to type instead."""
    text, place, message, hint = CASES[case]
    (problem,) = read_text(f"first:\n  script:\n{text}", "f.yaml").problems
    assert (problem.code, f"{problem.ref.line}:{problem.ref.column}") == ("E104", place)
    assert message in problem.message
    assert hint in problem.hint


def test_the_words_of_the_parser_are_never_shown() -> None:
    """No message speaks of tokens, block mappings or indicators."""
    for text, *_ in CASES.values():
        (problem,) = read_text(f"first:\n  script:\n{text}", "f.yaml").problems
        assert not any(word in problem.message for word in ("token", "block", "indicator", "scalar", "mapping values"))
