from hypothesis import given
from hypothesis import strategies as st

from game.app.view import Run
from game.ui.window.theme import BODY
from game.ui.window.typesetting import curled, one_line, set_text
from tests.support.window import letters

TEXTS = st.text(st.sampled_from("abc -—*'\"。、日本é\n"), max_size=80)
RUNS = st.lists(st.builds(Run, TEXTS, st.booleans()), max_size=5).map(tuple)


@given(RUNS, st.floats(20, 600))
def test_lines_hold_every_letter_and_none_is_too_wide(words: tuple[Run, ...], width: float) -> None:
    """Only spaces and line ends go missing, and a line is wider than asked only if it is a single letter."""
    lines = set_text(words, BODY, width, letters)
    kept = "".join(line.text for line in lines).replace(" ", "")
    given_ = "".join(run.text for run in curled(words)).replace(" ", "").replace("\n", "")
    assert kept == given_
    assert all(line.width <= width or line.length <= 1 for line in lines)


def test_a_comma_stays_with_the_emphasised_word_before_it() -> None:
    """A change of style inside a word is no place to break a line."""
    lines = set_text((Run("one two "), Run("three", emphasis=True), Run(", four")), BODY, 17 * 13.5, letters)
    assert [line.text for line in lines] == ["one two", "three, four"]


def test_a_japanese_line_never_begins_with_a_full_stop() -> None:
    """Punctuation that closes stays with the letter before it."""
    lines = set_text("日本日。日本", BODY, 3 * 17, letters)
    assert [line.text for line in lines] == ["日本", "日。日", "本"]


def test_typewriter_quotes_are_printed_as_quotes() -> None:
    """Quotes open after a space and close after a letter; an apostrophe closes."""
    assert curled((Run("\"It's\", she said: 'no'."),)) == (Run("“It’s”, she said: ‘no’."),)


def test_a_line_that_must_stay_one_is_cut_with_an_ellipsis() -> None:
    """What doesn't fit is left out, visibly."""
    line = one_line("a long name for a slot", BODY, letters, 10 * 17)
    assert line.text == "a long na…"
    assert line.width <= 170
