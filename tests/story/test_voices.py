"""What a continuity editor holds the book to, line by line: what each holder can perceive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loading.loader import load_story
from game.model.script import Show
from game.model.story import Scene, Story
from game.model.text import Plain
from game.model.walk import lines, parts, texts

VISUAL = re.compile(
    r"\b(see|sees|saw|seen|seeing|sight|look\w*|watch\w*|glanc\w+|stare[sd]?|staring|gaz\w+|glimps\w*|visible|colou?r\w*|"
    r"bright\w*|shadow\w*|gleam\w*|glow\w*|shin(?:e|es|ing|y)|glitter\w*|red|yellow|blue|green|white|black|grey|brown|pale|dark\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def story() -> Story:
    """The book as it stands."""
    loaded = load_story(Path(__file__).resolve().parents[2] / "story").story
    assert loaded is not None
    return loaded


def words(scene: Scene) -> Iterator[str]:
    """Every run of characters that a reader of the scene can be shown."""
    for text in texts(scene):
        yield from (part.text for part in parts(text) if isinstance(part, Plain))


def test_midori_has_no_visual_word(story: Story) -> None:
    """No scene that Midori holds has one word of seeing in it."""
    held = [scene for scene in story.scenes.values() if scene.you == "midori"]
    found = [(scene.id, run) for scene in held for run in words(scene) if VISUAL.search(run)]
    assert held
    assert not found


def test_the_list_of_visual_words_finds_them() -> None:
    """The list would catch a word of seeing, and lets words of touch and sound through."""
    assert VISUAL.search("She watches the lamp.")
    assert VISUAL.search("a pale leaf")
    assert not VISUAL.search("The thumb goes round the edge, and wool has a sound.")


def test_nobody_is_drawn_for_midori(story: Story) -> None:
    """In what Midori holds nobody is put on stage: she would not know it."""
    held = [scene for scene in story.scenes.values() if scene.you == "midori"]
    assert not [scene.id for scene in held for line in lines(scene.script) if isinstance(line, Show)]
