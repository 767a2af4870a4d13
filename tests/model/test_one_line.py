"""Words for places that have one line and no more."""

from __future__ import annotations

from game.model.one_line import on_one_line


def test_breaks_and_what_cannot_be_seen_become_single_spaces() -> None:
    """Whatever was typed or pasted, one visible line comes out, and nothing at its ends."""
    assert on_one_line("  A lamp,\r\n\t\x1b[31m out\u200b of  reach\x00 ") == "A lamp, [31m out of reach"


def test_a_line_that_is_one_already_stays() -> None:
    """Letters of every script are kept as they are."""
    assert on_one_line("Größe — 深い 🌩") == "Größe — 深い 🌩"
