"""What two stories must have in common for one search to do for both."""

from __future__ import annotations

import pytest

from game.tools.fingerprint import of_ways
from tests.support.stories import story_of

STORY = """door:
  script:
    - A knock.
  choices:
    open: {text: Open., when: trust > 0, locked: No., do: trust += 1, goto: hall}
    wait: {text: Wait., once: true, goto: [{when: trust == 2, to: door}, {to: hall}]}
hall:
  enter: trust -= 1
  ending: over
"""
VARIABLES = "trust: {range: 0..3, default: 1}\n"


def mark(scenes: str, variables: str = VARIABLES) -> str:
    """The fingerprint of a story of these scenes."""
    return of_ways(story_of(scenes, variables=variables))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A knock.", "Two knocks."),
        ("    - A knock.", "    - when: trust > 1\n      then:\n        - A knock."),
        ("Open.", "Go on."),
        ("locked: No., ", ""),
        ("trust > 0", "(trust)  >  0"),
        ("door:\n", "# The first.\n\ndoor:\n  title: The door\n  notes: Nobody reads this.\n"),
    ],
)
def test_words_and_spelling_are_no_part_of_it(old: str, new: str) -> None:
    """What is shown, and how the files are laid out, changes no way."""
    assert old in STORY
    assert mark(STORY.replace(old, new)) == mark(STORY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trust > 0", "trust > 1"),
        ("trust += 1", "trust += 2"),
        ("trust -= 1", "trust = 1"),
        ("once: true", "once: false"),
        ("goto: hall}", "goto: door}"),
        ("trust == 2", "trust != 2"),
        ("wait:", "linger:"),
        ("hall", "room"),
    ],
)
def test_every_rule_is(old: str, new: str) -> None:
    """One condition, effect, way or name that is another, and the ways may be others."""
    assert old in STORY
    assert mark(STORY.replace(old, new)) != mark(STORY)


@pytest.mark.parametrize("variables", ["0..4, default: 1", "0..3, default: 2", "-1..3, default: 1"])
def test_so_is_what_a_variable_can_be(variables: str) -> None:
    """Its range, and what it is at first."""
    assert mark(STORY, f"trust: {{range: {variables}}}\n") != mark(STORY)
