from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading.pages import Page
from game.loading.scalar import Scalar, Style, loose

PAGE = """a: plain words X here
b: 'it''s quoted X'
c: "say \\"hi\\" \\u00e9\\t X"
d: |
  first
    second X

  third Y
e: >
  one two
  three X

  four Y
f: plain over
  two lines X

  and a third Y
g: "double over
   two X"
h: >-

    blank first X
"""


def scalars(page: str) -> list[Scalar]:
    """Every scalar of a page, as YAML reads it."""
    found = []
    for event in yaml.parse(page):
        if isinstance(event, yaml.ScalarEvent):
            mark = event.start_mark
            assert mark is not None
            found.append(
                Scalar(
                    Page("p", page, tuple(page.splitlines())),
                    mark.line,
                    mark.column,
                    event.value,
                    Style(event.style or ""),
                )
            )
    return found


@pytest.mark.parametrize("sign", ["X", "Y"])
def test_each_character_is_found_again(sign: str) -> None:
    """Through quotes, escapes, blocks and folds, an offset leads to the very character in the file."""
    lines = PAGE.splitlines()
    for scalar in scalars(PAGE):
        if sign in scalar.text:
            ref = scalar.ref_at(scalar.text.index(sign))
            assert lines[ref.line - 1][ref.column - 1] == sign


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab X'\"\\\n{}|*é", max_size=40), st.sampled_from("'\"|>"), st.integers(-3, 60))
def test_no_place_lies_beyond_its_line(text: str, style: str, offset: int) -> None:
    """Whatever the text, its style and the offset, the place is inside the file or right after a line."""
    page = yaml.dump({"key": text}, default_style=style, allow_unicode=True)
    lines = page.splitlines()
    for scalar in scalars(page):
        ref = scalar.ref_at(offset)
        assert 1 <= ref.line <= len(lines)
        assert 1 <= ref.column <= len(lines[ref.line - 1]) + 1


def test_without_the_file_places_are_counted() -> None:
    """A scalar that does not know its file counts on from where it begins."""
    assert loose("abc", "p", 3, 5).ref_at(2).column == 7
    assert loose("abc", "p", 3, 5, Style.SINGLE).ref_at(2).column == 8
