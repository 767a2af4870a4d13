"""What a player remembers across playthroughs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app import profile as profile_module
from game.app.disk import LIMIT, Damaged
from game.app.profile import CHOICES, ENDINGS, LINES, Profile
from game.app.strict_json import seal
from game.engine.renames import Renames
from game.errors import SaveError
from game.model.story import Ending
from tests.support import builders

words = st.text(max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(words, words), max_size=9), st.lists(words, max_size=9), st.lists(words, max_size=5))
def test_what_was_remembered_is_remembered_after_reading_it_back(
    lines: list[tuple[str, str]], choices: list[str], endings: list[str]
) -> None:
    """Lines, choices and endings all come back, whatever their words."""
    profile = Profile()
    for scene, said in lines:
        profile.saw(scene, said)
    for taken in choices:
        profile.took(f"scene.{taken}")
    for ending in endings:
        profile.ended(ending)
    again = Profile.decode(profile.encode())
    assert all(again.saw(scene, said) for scene, said in lines)
    assert again.taken("scene") == frozenset(choices)
    assert again.reached == tuple(dict.fromkeys(endings))
    assert not again.changed


def test_a_line_is_known_by_its_scene_and_its_words() -> None:
    """The same words elsewhere, or other words here, are new."""
    profile = Profile()
    assert not profile.saw("a", "Hello.")
    assert profile.saw("a", "Hello.")
    assert not profile.saw("b", "Hello.")
    assert not profile.saw("a", "Hello!")


def test_choices_of_one_scene_are_not_those_of_another() -> None:
    """`taken` gives the ids of that scene alone, also where one scene's name begins another's."""
    profile = Profile(choices=["hall.up", "hall_two.down"])
    assert profile.taken("hall") == {"up"}


def test_what_is_renamed_is_not_forgotten() -> None:
    """Endings, choices and roads are known under the ids of today, and only a change is written down."""
    door = builders.scene("door", builders.choice("enter", "door", was=("open",)), was=("gate",))
    told = replace(builders.story(door), endings={"done": Ending("done", "Done", "bad", was=("over",))})
    renames = Renames(told)
    profile = Profile(choices=["gate.open"], endings=["over", "other"], arrows=[("", "gate"), ("gate", "hall")])
    profile.call(renames)
    assert profile.reached == ("done", "other")
    assert profile.taken("door") == {"enter"}
    assert profile.arrows == (("", "door"), ("door", "hall"))
    assert profile.changed
    again = Profile.decode(profile.encode())
    again.call(renames)
    assert not again.changed


def test_two_copies_learn_from_each_other() -> None:
    """What another copy of the game wrote is added to what this one knows."""
    mine, theirs = Profile(endings=["a"]), Profile(endings=["b"])
    theirs.saw("x", "y")
    mine.learn(theirs)
    assert mine.reached == ("a", "b")
    assert mine.saw("x", "y")
    assert mine.changed


def test_memory_is_bounded_and_a_full_one_fits_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound the oldest is forgotten; the fullest profile stays under the limit of a file."""
    full = Profile(
        (number.to_bytes(8, "big") for number in range(LINES)),
        (f"{'s' * 40}.{number:039}" for number in range(CHOICES)),
        (f"{'e' * 40}{number}" for number in range(ENDINGS)),
    )
    assert len(full.encode()) < LIMIT
    monkeypatch.setattr(profile_module, "ENDINGS", 2)
    small = Profile()
    for ending in ("a", "b", "c"):
        small.ended(ending)
    assert small.reached == ("b", "c")


def test_damage_and_newer_formats_are_told_apart() -> None:
    """A wrong field is damage; a newer format is refused and so never written over."""
    held = json.loads(Profile().encode())
    del held["sha256"]
    for key, value in (("lines", "?"), ("choices", 3), ("endings", [1])):
        with pytest.raises(Damaged):
            Profile.decode(seal({**held, key: value}))
    with pytest.raises(SaveError, match="newer") as refused:
        Profile.decode(seal({**held, "format": 2}))
    assert not isinstance(refused.value, Damaged)
