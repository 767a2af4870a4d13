"""The values that a story is made of: frozen, and made in great numbers all the same."""

from __future__ import annotations

import copy
from dataclasses import FrozenInstanceError, field, replace
from threading import Thread

import pytest

from game.model.value import making_many, value


@value()
class _Lamp:
    """Something to hold."""

    name: str
    posts: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


def test_a_value_is_never_changed() -> None:
    """Neither set anew nor deleted; a changed copy is another value."""
    lamp = _Lamp("east")
    with pytest.raises(FrozenInstanceError):
        lamp.name = "west"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del lamp.name
    assert replace(lamp, name="west") == _Lamp("west")
    assert lamp == _Lamp("east")


def test_values_made_in_great_numbers_are_the_same_and_frozen_afterwards() -> None:
    """They have the same fields, defaults, equality and hash; once enough are made, nobody changes one of them."""
    with making_many():
        many = _Lamp("east", line=4)
    one = _Lamp("east", line=7)
    assert (many, hash(many), many.line, many.posts) == (one, hash(one), 4, ())
    with pytest.raises(FrozenInstanceError):
        many.name = "west"  # type: ignore[misc]


def _makes_many() -> None:
    with making_many():
        _Lamp("west")


def test_the_guard_comes_back_with_the_last_who_lifted_it() -> None:
    """Whether they are one in another, of another thread, or fail."""
    with making_many():
        with pytest.raises(ValueError, match="a reader fails"), making_many():
            raise ValueError("a reader fails")
        reader = Thread(target=_makes_many)
        reader.start()
        reader.join()
        _Lamp("east")
    with pytest.raises(FrozenInstanceError):
        _Lamp("east").name = "west"  # type: ignore[misc]


def test_a_value_can_be_copied() -> None:
    """Other processes get copies of stories, too."""
    lamp = _Lamp("east", ("a", "b"), 3)
    copied = copy.deepcopy(lamp)
    assert (copied, copied.line) == (lamp, 3)
