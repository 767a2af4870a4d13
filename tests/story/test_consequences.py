"""What is set comes due: the table of consequences is true, and nothing is remembered in vain."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.loader import load_story
from game.model.story import Story
from tests.support.consequences_page import PAGE, consequences, our_story, page

SMALL = """\
yard:
  enter: late = 2 if late >= 2 else 0
  script: ["{late > 0: It is late.|It is early.}"]
  choices:
    wait: {text: Wait., do: [late += 1, cold = true], goto: yard}
    go: {text: Go., do: seen_by = true, goto: road}
road:
  script: [{when: cold, then: [Your hands are blue.]}]
  ending: gone
"""


@pytest.fixture(scope="module")
def story() -> Story:
    """The book as it stands."""
    return our_story()


def test_the_page_tells_the_story_as_it_is(story: Story) -> None:
    """`story/CONSEQUENCES.md` is what the story makes it; write it anew if this fails."""
    assert PAGE.read_text(encoding="utf-8") == page(story)


def test_what_is_set_comes_due(story: Story) -> None:
    """No variable is set without a line, a choice or a way on in another scene that goes by it."""
    assert [one.variable for one in consequences(story) if not one.comes_due] == []


def test_what_counts_as_set_and_as_collected(tmp_path: Path) -> None:
    """A fold is neither; what only the scene that sets it asks for, or nobody, does not come due."""
    variables = "late: {range: 0..2, default: 0}\ncold: {default: false}\nseen_by: {default: false}\n"
    (tmp_path / "story.yaml").write_text("title: The Yard\nstart: yard\nformat: 1\n", encoding="utf-8")
    (tmp_path / "variables.yaml").write_text(variables, encoding="utf-8")
    (tmp_path / "endings.yaml").write_text("gone: {title: Gone, kind: hopeful}\n", encoding="utf-8")
    (tmp_path / "scenes.yaml").write_text(SMALL, encoding="utf-8")
    small = load_story(tmp_path).story
    assert small is not None
    told = {one.variable: one for one in consequences(small)}
    assert [scene.id for scene in told["late"].set_in] == ["yard"]
    assert [scene.id for scene in told["cold"].collected_in] == ["road"]
    assert {name: one.comes_due for name, one in told.items()} == {"late": False, "cold": True, "seen_by": False}
