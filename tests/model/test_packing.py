from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.playing import Engine
from game.loading.loader import load_story
from game.model.expression import Condition, Not, VariableValue
from game.model.overview import overview
from game.model.packing import DEEPEST, StoredScenes, Unpackable, pack, unpack
from game.model.script import Narration
from game.model.story import Story
from game.model.text import Either, Plain, Text
from tests.support.builders import scene, story
from tests.support.random_story import rich_story

ROOT = Path(__file__).resolve().parents[2]


def _read(folder: str) -> Story:
    found = load_story(ROOT / folder).story
    assert found is not None
    return found


@pytest.mark.parametrize("folder", ["tests/stories/good/every_feature/story", "story"])
def test_a_story_comes_back_as_it_was_read(folder: str) -> None:
    """Every value, every place in the files, the order of all, and what the scenes say together."""
    read = _read(folder)
    back = unpack(pack(read))
    assert back == read
    assert pack(back) == pack(read)
    assert overview(back.scenes) == overview(dict(read.scenes))
    assert back.fingerprint == read.fingerprint
    assert repr(replace(back, scenes=dict(back.scenes))) == repr(read)


@given(st.integers(0, 1 << 30))
def test_any_story_comes_back_and_means_the_same(seed: int) -> None:
    """Conditions, effects, marks and circles; and an engine finds the same in it before any scene was looked at."""
    made = rich_story(seed)
    back = unpack(pack(made))
    assert Engine(back).rules.bits == Engine(made).rules.bits
    assert Engine(back).rules.counted == Engine(made).rules.counted
    assert back == made
    assert pack(back) == pack(made)


def test_a_scene_is_made_when_it_is_first_looked_up() -> None:
    """Not for a question whether it is there, not for an overview, and only once."""
    packed = pack(story(scene("one", goto="two"), scene("two", ending="dusk"), start="one", endings=("dusk",)))
    back = unpack(packed)
    scenes = back.scenes
    assert isinstance(scenes, StoredScenes)
    assert "two" in scenes
    assert "three" not in scenes
    assert list(scenes) == ["one", "two"]
    assert overview(scenes).asked == ()
    assert scenes["two"] is scenes["two"]
    with pytest.raises(KeyError):
        scenes["three"]


def test_what_is_nested_too_deep_is_not_packed() -> None:
    """So that no scene can fail to be read back while it is played."""
    deep: VariableValue | Not = VariableValue("a")
    for _ in range(DEEPEST):
        deep = Not(deep)
    asked = Text("", (Either(Condition("", deep), (Plain("yes"),)),))
    with pytest.raises(Unpackable):
        pack(story(scene("one", ending="dusk", script=(Narration(asked),)), start="one", endings=("dusk",)))
