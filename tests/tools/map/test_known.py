"""What the map knows of each scene."""

from __future__ import annotations

from dataclasses import replace

from game.engine.playing import Engine
from game.model.source import SourceRef
from game.tools.explore import outline
from game.tools.map.known import chances_of, known_of
from game.tools.map.notation import as_json, dot
from game.tools.map.page import drawn
from tests.support.builders import choice, number, scene, story

ROAD = story(
    scene("fork", choice("left", "mill", do=["n = 1"]), choice("right", [("n > 2", "tower"), "mill"])),
    scene("mill", ending="end"),
    scene("tower", ending="other"),
    scene("moon", ending="other"),
    variables=[number("n", 0, 3)],
)
ROAD = replace(ROAD, scenes={**ROAD.scenes, "mill": replace(ROAD.scenes["mill"], notes="TODO: a wheel")})


def test_links_uses_and_reminders_are_told() -> None:
    """A scene knows what it sets and reads, what is left to do, and whether any link leads to it."""
    known = known_of(ROAD)
    assert (known["fork"].sets, known["fork"].reads) == (("n",), ("n",))
    assert known["mill"].todo == ("TODO: a wheel",)
    assert [name for name, each in known.items() if not each.linked] == ["moon"]
    assert (known["fork"].replays, known["fork"].verdict, known["fork"].odds) == (None, None, None)


def test_replays_count_once_for_each_scene() -> None:
    """Each playthrough counts where it passes, and a scene that none passes has none."""
    play = Engine(ROAD).begin()
    known = known_of(ROAD, [play, Engine(ROAD).take(play, "left")])
    assert [known[name].replays for name in ROAD.scenes] == [2, 1, 0, 0]


def test_what_links_lead_to_may_still_be_unreachable() -> None:
    """The explorer sees that no way fulfils the condition, and an ending's odds are exact."""
    known = known_of(ROAD, None, chances_of(ROAD, outline(ROAD)))
    assert [known[name].verdict for name in ROAD.scenes] == ["reachable", "reachable", "unreachable", "unreachable"]
    assert [known[name].odds for name in ROAD.scenes] == [1.0, 1.0, 0.0, 0.0]


def test_an_ending_of_several_scenes_has_the_odds_of_all() -> None:
    """What was found out, and no sum of samples; an ending that no scene comes to is not listed."""
    chances = chances_of(ROAD, outline(ROAD))
    assert chances.endings == {"end": 1.0, "other": 0.0}
    both = replace(ROAD, scenes={**ROAD.scenes, "moon": replace(ROAD.scenes["moon"], ending="end")})
    told = drawn(both, known_of(both), {"end": 0.25})
    assert told["endings"] == [["end", [1, 3], 0.25], ["other", [2], None]]


def test_a_file_that_is_an_act_is_named_once() -> None:
    """Chapters are the files within an act."""
    files = ("a/one.yaml", "a/two.yaml", "b/one.yaml", "b/one.yaml")
    for rename, chapters in ((str, ["One", "Two", "One"]), (lambda name: name.replace("/", "_"), [])):
        scenes = {
            id_: replace(each, ref=SourceRef(rename(file), 1, 1))
            for (id_, each), file in zip(ROAD.scenes.items(), files, strict=True)
        }
        placed = replace(ROAD, scenes=scenes)
        assert [name for _, _, name in drawn(placed, known_of(placed), {})["chapters"]] == chapters


def test_json_has_every_scene_and_arrow() -> None:
    """Programs get what the page shows."""
    told = as_json(ROAD, known_of(ROAD))
    assert told["start"] == "fork"
    assert told["scenes"]["mill"]["todo"] == ["TODO: a wheel"]
    assert told["scenes"]["moon"]["linked"] is False
    assert told["arrows"][1] == {"source": "fork", "target": "tower", "choice": "right", "condition": "n > 2"}
    assert told["arrows"][0]["condition"] is None


def test_graphviz_gets_quoted_names() -> None:
    """Quotes and backslashes of titles end no string."""
    lines = dot(replace(ROAD, title='A "road" \\N')).splitlines()
    assert lines[0] == 'digraph "A \\"road\\" \\\\N" {'
    assert '  "fork" -> "tower" [label="right [n > 2]"]' in lines
    assert lines[-1] == "}"
