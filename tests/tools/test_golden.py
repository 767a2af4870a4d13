"""What changed in a transcript, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.playing import Engine
from game.model.replay import Replay
from game.tools import replay
from game.tools.golden import changes, held_to, word_diff
from tests.support.builders import scene, story


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("He waits by the door.", "He waits by a door.", "He waits by [-the-]{+a+} door."),
        ("Gone.", None, "[-Gone.-]"),
        (None, "New.", "{+New.+}"),
        ("One two", "One two three", "One two{+ three+}"),
    ],
)
def test_words_that_go_and_come_stand_in_their_place(before: str | None, after: str | None, shown: str) -> None:
    """Both versions of a line are told in one, as `git diff --word-diff` does."""
    assert word_diff(before, after) == shown


@given(st.text("ab \n.", max_size=30), st.text("ab \n.", max_size=30))
def test_nothing_is_said_of_what_stayed(before: str, after: str) -> None:
    """There are changes exactly where the lines differ."""
    assert bool(list(changes(before, after))) is (before.splitlines() != after.splitlines())


def test_a_change_is_a_failure_at_its_line_of_the_transcript() -> None:
    """A replay that held fails where its text is another than was accepted, and says how to accept it."""
    of = story(scene("a", ending="end", script=["One.", "Two."]))
    result = replay.play(Engine(of), "a.replay.yaml", Replay("A"), lambda source, _: source)
    now = replay.transcript(of, result)
    assert held_to(result, now + "\n", now, "a.transcript.txt").ok
    failed = held_to(result, now.replace("Two", "2"), now, "a.transcript.txt").failure
    assert failed is not None
    assert (failed.ref.file, failed.ref.line) == ("a.transcript.txt", 2)
    assert failed.more == ("line 2: [-2-]{+Two+}.",)
    assert "--accept" in failed.actual
