"""Places and changes as an editor counts them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from game.cli.lsp.columns import BREAK, Columns

TEXTS = st.text(alphabet="ab\N{SNOWFLAKE}\U0001f5fb\u2028\x0c\r\n", max_size=30)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_a_change_of_a_range_is_made_where_it_was_told(text: str, new: str, data: st.DataObject) -> None:
    """Whatever ends lines and however wide letters are, what an editor replaced is replaced."""
    whole = [place for place in range(len(text) + 1) if text[place - 1 : place + 1] != "\r\n"]
    start, end = sorted((data.draw(st.sampled_from(whole)), data.draw(st.sampled_from(whole))))
    span = types.Range(_position(text[:start]), _position(text[:end]))
    change = types.TextDocumentContentChangePartial(range=span, text=new)
    assert Columns().edited(text, change) == text[:start] + new + text[end:]


def test_a_change_beyond_the_end_is_made_at_the_end() -> None:
    """An editor may name a place that there is not."""
    span = types.Range(types.Position(7, 3), types.Position(9, 0))
    assert Columns().edited("a\nb", types.TextDocumentContentChangePartial(range=span, text="c")) == "a\nbc"
    assert Columns().edited("a", types.TextDocumentContentChangeWholeDocument("b")) == "b"


def _position(before: str) -> types.Position:
    """Where an editor says that a text ends, counting in UTF-16."""
    *lines, last = BREAK.split(before)
    return types.Position(len(lines), len(last.encode("utf-16-le")) // 2)
