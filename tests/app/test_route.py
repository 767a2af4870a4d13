"""The map of a player's roads: what was seen, what is dark, and back to any decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.app import App
from game.app.route import Kind, RouteMap, Stop, last_bottleneck, last_decision, route_map
from tests.support.stories import load
from tests.support.window import FILES, window_story


@pytest.fixture
def app(tmp_path: Path) -> App:
    """An app at the beginning of the story."""
    app = App(window_story(), tmp_path)
    app.new_game(3)
    return app


def _to_choice(app: App, *choices: str) -> None:
    for choice in choices:
        while app.advance():
            pass
        app.choose(choice)
    while app.advance():
        pass


def _map(app: App) -> RouteMap:
    here = app.reader.playthrough.state.scene if app.reader else None
    return route_map(app.story, app.profile, here)


def _stop(map_: RouteMap, scene: str) -> Stop:
    return next(stop for stop in map_.stops if stop.scene == scene)


def test_of_what_was_never_seen_nothing_is_told(app: App) -> None:
    """A dark stop has no title, no words and no way to it; scenes further on are not even there."""
    map_ = _map(app)
    assert [(stop.scene, stop.kind) for stop in map_.stops if stop.kind is not Kind.DARK] == [("ward", Kind.DECISION)]
    dark = {stop for stop in map_.stops if stop.kind is Kind.DARK}
    assert {stop.scene for stop in dark} == {"stair", "still"}
    assert all(not (stop.title or stop.words or stop.ways or stop.reachable or stop.chapter) for stop in dark)
    assert (map_.seen, map_.total) == (1, 5)


def test_choices_taken_are_counted_and_named(app: App) -> None:
    """The decision says which of its ways were taken and how many there are."""
    _to_choice(app, "speak")
    ward = _stop(_map(app), "ward")
    assert (ward.taken, ward.ways, ward.words) == (1, 3, ("Say the day aloud.",))
    assert _stop(_map(app), "stair").here


def test_scenes_that_only_lead_on_are_no_stops(app: App) -> None:
    """A passage without a title is part of the road."""
    _to_choice(app, "wait")
    map_ = _map(app)
    assert "still" not in {stop.scene for stop in map_.stops}
    assert ("ward", "end_left", True) in {(road.start, road.end, road.walked) for road in map_.roads}
    assert _stop(map_, "end_left").kind is Kind.ENDING
    assert _stop(map_, "end_left").title == "The Road"


def test_from_any_seen_decision_a_playthrough_starts_again(app: App) -> None:
    """The state is what it was, in another session too."""
    _to_choice(app, "speak", "go")
    app.close()
    again = App(app.story, app.papers.save_folder.parent.parent)
    assert again.start_again("stair")
    assert again.reader is not None
    assert again.reader.playthrough.state.scene == "stair"
    assert again.engine.rules.value(again.reader.playthrough.state, "trust") == 2
    assert again.reader.playthrough.choices == ("ward.speak",)


def test_a_way_that_an_edit_closed_is_told_and_nothing_happens(app: App, tmp_path: Path) -> None:
    """The story changed: the choice that led there is gone."""
    _to_choice(app, "speak")
    app.close()
    edited = {**FILES, "scenes.yaml": FILES["scenes.yaml"].replace("    speak:\n", "    shout:\n")}
    again = App(load(edited), tmp_path)
    assert not again.start_again("stair")
    assert again.reader is None
    assert any("no longer there" in line for line in again.take_notices())


def test_a_playthrough_begun_in_the_middle_teaches_no_ways(tmp_path: Path) -> None:
    """What a writer jumped to is not how a reader comes there; the scene is remembered as seen."""
    app = App(window_story(), tmp_path)
    app.new_game(scene="stair")
    assert app.profile.ways.to("stair") is None
    assert "stair" in app.profile.scenes


def test_the_last_decision_and_the_last_place_where_all_ways_met(app: App) -> None:
    """After an ending: before the last choice, and before the last scene that every way leads through."""
    _to_choice(app, "speak", "go")
    assert app.reader is not None
    playthrough = app.reader.playthrough
    decision = last_decision(playthrough, app.story)
    assert decision is not None
    assert playthrough.rewind(decision).state.scene == "stair"
    assert last_bottleneck(playthrough, app.story) is None
    app.go_back_to(decision)
    assert app.reader.playthrough.state.scene == "stair"
    _to_choice(app, "stay")
    assert app.profile.reached == ("left", "stayed")


def test_a_scene_that_all_ways_lead_through_is_a_bottleneck(tmp_path: Path) -> None:
    """Two ways that meet again before the last fork."""
    scenes = "".join(
        f"{name}:\n  script: [Words.]\n  choices:\n"
        + "".join(f"    to_{to}: {{text: On., goto: {to}}}\n" for to in targets)
        for name, targets in {"a": "bc", "b": "d", "c": "d", "d": "ef", "e": "g", "f": "g"}.items()
    )
    ending = "g:\n  script: [Words.]\n  ending: done\n"
    app = App(
        load(
            {
                "story.yaml": "title: A\nstart: a\nformat: 1\n",
                "endings.yaml": "done: {title: Done, kind: canonical}\n",
                "scenes.yaml": scenes + ending,
            }
        ),
        tmp_path,
    )
    app.new_game(1)
    _to_choice(app, "to_b", "to_d", "to_e", "to_g")
    assert app.reader is not None
    playthrough = app.reader.playthrough
    met = last_bottleneck(playthrough, app.story)
    assert met is not None
    assert playthrough.rewind(met).state.scene == "d"


def test_two_copies_of_the_game_join_what_they_remember(tmp_path: Path) -> None:
    """Roads and ways of both are there afterwards."""
    first, second = App(window_story(), tmp_path), App(window_story(), tmp_path)
    first.new_game(1)
    second.new_game(1)
    _to_choice(first, "speak")
    _to_choice(second, "wait")
    first.close()
    second.close()
    both = App(window_story(), tmp_path).profile
    assert {"ward", "stair", "still", "end_left"} <= both.scenes
    assert both.ways.to("stair") is not None
    assert both.ways.to("end_left") is not None
