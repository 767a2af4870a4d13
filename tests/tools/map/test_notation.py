"""The story as a graph."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from game.model.source import SourceRef
from game.model.story import Ending
from game.tools import story_map
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
    arrows = [(arrow.source, arrow.target, arrow.label) for arrow in story_map.map_of(HOUSE).arrows]
    assert arrows == [
        ("hall", "attic", "up [n >= 0, n > 1]"),
        ("hall", "stairs", "up [n >= 0]"),
        ("hall", "hall", "wait [once]"),
        ("stairs", "attic", ""),
    ]


def test_mermaid_draws_every_scene_and_arrow() -> None:
    """Each scene is a node of its own name, each arrow a line with its label escaped."""
    lines = story_map.mermaid(HOUSE).splitlines()
    assert lines[0] == "flowchart TD"
    assert lines[1:5] == ['    s0(("hall"))', '    s1("stairs")', '    s2(["attic: end"])', '    s3(["lost: gone"])']
    assert lines[5] == '  s0 -->|"up #91;n #62;#61; 0, n #62; 1#93;"| s2'
    assert lines[8] == "  s1 --> s2"


def test_scenes_of_one_file_stand_together() -> None:
    """Several files make several groups."""
    placed = {
        name: replace(it, ref=SourceRef(f"act_{i % 2}.yaml", 1, 1)) for i, (name, it) in enumerate(HOUSE.scenes.items())
    }
    shown = story_map.mermaid(replace(HOUSE, scenes=placed))
    assert shown.count("subgraph") == 2
    assert 'subgraph g0["act_0"]' in shown


class Tags(HTMLParser):
    """Checks that every tag is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_is_whole() -> None:
    """No address of any other server, every tag closed, every scene in the list, and titles escaped."""
    odd = replace(HOUSE, title="<Stone> & Sons", endings={**HOUSE.endings, "end": Ending("end", "<b>End</b>", "bad")})
    shown = story_map.html(odd)
    tags = Tags()
    tags.feed(shown)
    assert tags.open == []
    assert {"hall", "stairs", "attic", "lost"} <= set(tags.ids)
    assert not re.search(r"https?://", shown)
    assert "<Stone>" not in shown
    assert "<b>End" not in shown
    assert shown.count("<rect") == 4
