"""How long the map of a story takes: to lay out, to open in a browser, to drag about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from selenium.webdriver.common.keys import Keys

from game.tools.map.graph import map_of
from game.tools.map.known import known_of
from game.tools.map.layout import layout_of
from game.tools.map.page import page
from tests.support.browser import browser, programs

from .measures import story_of, timed
from .table import Row, seconds, words


def laying_out(story: Path) -> float:
    """Seconds to place every scene, best of three."""
    graph = map_of(story_of(story))
    ends = [(arrow.source, arrow.target) for arrow in graph.arrows]
    return min(timed(lambda: layout_of(graph.start, graph.acts.values(), ends)) for _ in range(3))


def in_browser(folder: Path, stories: Mapping[int, Path]) -> Iterator[Row]:
    """The rows of the table: opening and dragging the map of each story."""
    if programs() is None:
        yield "the map in Chromium", (words("no chromium"),), ""
        return
    with browser() as chromium:
        for scenes, path in stories.items():
            file = folder / f"map_{scenes}.html"
            story = story_of(path)
            file.write_text(page(story, known_of(story)), encoding="utf-8")
            opened = min(chromium.open(file) for _ in range(3))
            yield f"map of {scenes:,} scenes, opens in", (seconds(opened),), "3 s"
            chromium.settle()
            whole = chromium.frames_while_panning()
            chromium.part("#map").send_keys(Keys.HOME)
            chromium.settle()
            near = chromium.frames_while_panning()
            yield "  dragged: as a whole, near by", (words(f"{whole:.0f}, {near:.0f} a second"),), "30"
