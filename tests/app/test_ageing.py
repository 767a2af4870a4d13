"""Saves of one version of a story, taken up in another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.ageing import aged, as_json, as_text, saves_along
from game.app.recovery import Verdict
from game.app.save import decode
from game.engine.playing import Engine
from game.loading.loader import load_story
from tests.support.builders import choice, scene, story

ROOT = Path(__file__).resolve().parents[2]
KEPT = sorted((ROOT / "tests" / "saves").rglob("*.save.json"))

OLD = story(
    scene("a", choice("go", "b"), choice("stay", "c")), scene("b", choice("on", "end")), scene("c", ending="c"),
    scene("end", ending="end"),
)  # fmt: skip
NEW = story(scene("a", choice("go", "b")), scene("b", choice("on", "end")), scene("end", ending="end"))


def test_what_was_not_touched_comes_back_exactly() -> None:
    """A path that both versions have gives saves that are all exact."""
    saves = [(str(n), save) for n, save in enumerate(saves_along(Engine(OLD), ["a.go", "b.on"]))]
    assert [each.verdict for each in aged(NEW, saves)] == [Verdict.EXACT] * 3
    assert as_json(aged(NEW, saves))["exact"] == 3


def test_a_scene_that_is_gone_is_said() -> None:
    """The save of a scene that was cut is recovered from before it, and named in the reports."""
    saves = [("kept", save) for save in saves_along(Engine(OLD), ["a.stay"])][1:]
    found = list(aged(NEW, saves))
    assert [(each.scene, each.now, each.verdict) for each in found] == [("c", "a", Verdict.RECOVERED)]
    assert "kept: c -> a" in as_text(found)


def test_nothing_left_is_lost() -> None:
    """A story that shares no scene with the old one loses its saves."""
    saves = [("s", replace(save)) for save in saves_along(Engine(OLD), [])]
    other = story(scene("x", choice("y", "z")), scene("z", ending="z"))
    assert [each.verdict for each in aged(other, saves)] == [Verdict.LOST]


@pytest.mark.skipif(not KEPT, reason="no release has kept saves yet")
def test_saves_of_every_release_still_load() -> None:
    """No save kept from an earlier version of our own story is lost in today's."""
    story_ = load_story(ROOT / "story").story
    if story_ is None:
        pytest.skip("the story has errors, which its own test says")
    saves = [(path.name, decode(path.read_bytes())) for path in KEPT]
    assert [each for each in aged(story_, saves) if each.verdict is Verdict.LOST] == []
