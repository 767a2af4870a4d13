"""What the map knows of each scene."""

from __future__ import annotations

from dataclasses import replace

from game.engine.playing import Engine
from game.tools.explore import outline
from game.tools.map.known import chances_of, known_of
from game.tools.map.notation import as_json, dot
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
