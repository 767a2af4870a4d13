from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.loader import load_story
from game.model.codes import CODES
from tests.support.bad_stories import BadStory, bad_stories
from tests.support.diagnostics_page import PAGE, page

TOO_BIG_TO_KEEP = {"E103", "E106"}
"""Their examples have megabytes; the tests of loading write them when they run."""

OF_LOADING = ("E1", "E2", "W501", "W502")
"""Codes whose examples the tests of loading hold to their place."""

NAME_PICTURES = {"E215", "E226"}
"""Their stories name pictures, and no list of those is shown beside them."""

OURS = [story for story in bad_stories() if not story.code.startswith(OF_LOADING)]


@pytest.mark.parametrize("example", OURS, ids=lambda example: example.folder.name)
def test_each_example_shows_its_code_and_nothing_else(example: BadStory) -> None:
    """A story with one mistake has one problem, of the code and the name that its folder has."""
    problems = example.problems()
    assert [problem.code for problem in problems] == [example.code]
    assert example.folder.name == f"{example.code}-{CODES[example.code].name}"
    assert problems[0].severity is CODES[example.code].severity
    assert problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize("example", bad_stories(), ids=lambda example: example.folder.name)
def test_each_example_can_be_put_right(example: BadStory, tmp_path: Path) -> None:
    """With the correction that the page shows, the problem is gone and no error or warning has come."""
    assert [*example.corrections, *example.gone]
    codes = {problem.code for problem in example.corrected(tmp_path).problems()}
    unlisted = {"W560"} if example.code in NAME_PICTURES else set()
    assert {code for code in codes - unlisted if not code.startswith("N")} == set()
    assert example.code not in codes


def test_every_code_has_an_example() -> None:
    """No code is without a story that shows it."""
    assert {story.code for story in bad_stories()} | TOO_BIG_TO_KEEP == set(CODES)


def test_the_page_tells_every_code_as_it_is() -> None:
    """`story/diagnostics.md` is what the table and the examples make it; write it anew if this fails."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_comment_silences_a_check(tmp_path: Path) -> None:
    """`# check: ignore CODE` above a line leaves that code out there, and no other."""
    example = next(story for story in OURS if story.code == "W540").corrected(tmp_path)
    scenes = example.story / "scenes.yaml"
    long = "    - " + "The gate is is open. " * 12
    words = scenes.read_text(encoding="utf-8")
    scenes.write_text(words.replace("    - The gate is open.", long.rstrip()), encoding="utf-8")
    assert [problem.code for problem in example.problems()] == ["N545", "W540"]
    scenes.write_text(words.replace("    - The gate is open.", "    # check: ignore W540\n" + long.rstrip()), "utf-8")
    assert [problem.code for problem in example.problems()] == ["N545"]


def test_our_own_story_has_no_errors() -> None:
    """What is in `story/` can be played."""
    result = load_story(PAGE.parent)
    assert result.story is not None
