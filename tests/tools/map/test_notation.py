"""The story as text for other programs."""

from __future__ import annotations

from dataclasses import replace

from game.model.source import SourceRef
from game.tools.map import notation
from game.tools.map.graph import map_of
from tests.support.builders import choice, number, scene, story

HOUSE = story(
    scene("hall", choice("up", [("n > 1", "attic"), "stairs"], when="n >= 0"), choice("wait", "hall", once=True)),
    scene("stairs", goto="attic"),
    scene("attic", ending="end"),
    scene("lost", ending="gone"),
    variables=[number("n", 0, 3)],
)


def test_every_way_is_an_arrow() -> None:
    """Choices, branches and going on by itself, each with what it needs."""
    arrows = [(arrow.source, arrow.target, arrow.label) for arrow in map_of(HOUSE).arrows]
    assert arrows == [
        ("hall", "attic", "up [n >= 0, n > 1]"),
        ("hall", "stairs", "up [n >= 0]"),
        ("hall", "hall", "wait [once]"),
        ("stairs", "attic", ""),
    ]


def test_mermaid_draws_every_scene_and_arrow() -> None:
    """Each scene is a node of its own name, each arrow a line with its label escaped."""
    lines = notation.mermaid(HOUSE).splitlines()
    assert lines[0] == "flowchart TD"
    assert lines[1:5] == ['    s0(("hall"))', '    s1("stairs")', '    s2(["attic: end"])', '    s3(["lost: gone"])']
    assert lines[5] == '  s0 -->|"up #91;n #62;#61; 0, n #62; 1#93;"| s2'
    assert lines[8] == "  s1 --> s2"


def test_scenes_of_one_file_stand_together() -> None:
    """Several files make several groups."""
    placed = {
        name: replace(it, ref=SourceRef(f"act_{i % 2}.yaml", 1, 1)) for i, (name, it) in enumerate(HOUSE.scenes.items())
    }
    shown = notation.mermaid(replace(HOUSE, scenes=placed))
    assert shown.count("subgraph") == 2
    assert 'subgraph g0["act_0"]' in shown
