"""Our own story keeps the rule of its voice that a program can hold best: the blind woman's scenes hold no visual word.

It knows nothing of what happens in the story, only of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loading.loader import load_story
from game.model.script import Speech
from game.model.story import Scene
from game.model.text import Plain
from game.model.walk import lines, parts, texts_of_line

STORY = Path(__file__).resolve().parents[1] / "story"

VISUAL = re.compile(
    r"\b(?:see(?:s|n|ing)?|saw|look(?:s|ed|ing)?|watch\w*|glanc\w*|gaz(?:e|es|ed|ing)|star(?:e|es|ed|ing)|peer\w*|glimps\w*"
    r"|eye[sd]?|sight|view\w*|visib\w*|vision|appear\w*|bright\w*|dark\w*|shadow\w*|shin(?:e|es|ing)|shone|gleam\w*|glow\w*"
    r"|glitter\w*|pale\w*|colou?r\w*|red|blue|green|yellow|white|black|gr[ea]y|brown|gold(?:en)?|silver|reflect\w*"
    r"|sunlight|lamplight|daylight)\b",
    re.IGNORECASE,
)


def _midoris() -> dict[str, Scene]:
    story = load_story(STORY).story
    assert story is not None
    return {name: scene for name, scene in story.scenes.items() if scene.you == "midori"}


def _hers(scene: Scene) -> Iterator[str]:
    """The words that are hers in a scene: what is told, what she says herself, what she may do."""
    told = [line for line in lines(scene.script) if not isinstance(line, Speech) or line.speaker == "midori"]
    texts = [text for line in told for text in texts_of_line(line)] + [choice.text for choice in scene.choices]
    for text in texts:
        yield "".join(part.text for part in parts(text) if isinstance(part, Plain))


@pytest.mark.parametrize("scene", _midoris().values(), ids=lambda scene: str(scene.id))
def test_midori_perceives_by_touch_smell_and_sound(scene: Scene) -> None:
    """No scene of hers holds a visual word, in what is told, in her own speech or in what she may choose."""
    assert [(words, found[0]) for words in _hers(scene) if (found := VISUAL.search(words))] == []


def test_the_rule_finds_a_word_that_breaks_it() -> None:
    """A visual word is found wherever it stands, in any case, and a word that only holds one is not."""
    found = [bool(VISUAL.search(words)) for words in ("Pale, she said.", "It GLOWS.", "He looked.", "the seer's bread")]
    assert found == [True, True, True, False]
