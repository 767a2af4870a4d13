"""Text set for a terminal: wrapped, cleaned, as wide as it looks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.view import Run
from game.ui.terminal.paper import NARROWEST, WIDEST, Paper, clean, columns, marked


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(1, 200))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(text: str, width: int) -> None:
    """Whatever the text and the width, lines fit and the characters are all there, in order."""
    room = max(NARROWEST, min(width, WIDEST))
    shown = Paper(width).paragraph(clean(text), first="  1. ", rest="     ")
    assert all(columns(line) <= room for line in shown.split("\n"))
    assert "".join(shown.split())[2:] == "".join(clean(text).split())


@settings(deadline=None)
@given(st.text(max_size=100))
def test_cleaned_text_holds_no_commands(text: str) -> None:
    """No control, no invisible formatting but the two joiners, no surrogate, no private character is left."""
    assert not [
        c for c in clean(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c not in "\u200c\u200d"
    ]


@pytest.mark.parametrize(
    ("text", "width"),
    [("plain", 5), ("e\u0301", 1), ("石雷", 4), ("\x1b[1mx\x1b[0m", 1), ("\U0001f468\u200d\U0001f469", 2), ("", 0)],
)
def test_characters_are_as_wide_as_they_look(text: str, width: int) -> None:
    """Accents take no room, wide characters two columns, styles and joined characters none."""
    assert columns(text) == width


def test_text_without_spaces_is_broken_between_wide_characters() -> None:
    """Japanese fills its lines; a word that is too long is cut."""
    assert Paper(20).paragraph("石" * 15) == "石" * 10 + "\n" + "石" * 5
    assert Paper(20).paragraph("a " + "x" * 25) == "a\n" + "x" * 20 + "\n" + "x" * 5


def test_emphasis_survives_wrapping_and_takes_no_room() -> None:
    """A slanted stretch over a line's end is slanted on both."""
    text = marked((Run("one two "), Run("three four five", emphasis=True), Run(" six")))
    assert Paper(20).paragraph(text) == "one two three four\nfive six"
    assert Paper(20, ansi=True).paragraph(text) == "one two \x1b[3mthree four\nfive\x1b[23m six"


@pytest.mark.parametrize("colour", [None, "", "red", "#12", "#gggggg"])
def test_a_colour_that_is_none_leaves_the_name_bold(colour: str | None) -> None:
    """Only `#rrggbb` is a colour."""
    assert Paper(80, ansi=True).coloured("Luna", colour) == "\x1b[1mLuna\x1b[0m"
