"""The page of the map in a real browser, as readers with a mouse, a keyboard or a screen reader use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from game.model.source import SourceRef
from game.model.story import Ending
from game.tools.map.known import known_of
from game.tools.map.page import page
from tests.benchmarks import measures
from tests.benchmarks.generate_story import generate
from tests.support.browser import MapPage, browser
from tests.support.builders import choice, number, scene, story

pytestmark = pytest.mark.slow

HOUSE = story(
    scene(
        "hall",
        choice("up", [("n > 1", "attic"), "stairs"], when="n >= 0"),
        choice("down", "cellar"),
        script=["A clock."],
    ),
    scene("stairs", goto="attic"),
    scene("cellar", choice("back", "hall"), choice("climb", "stairs", do=["n += 1"]), script=["It is </script> dark."]),
    scene("attic", ending="end"),
    scene("lost", ending="gone"),
    variables=[number("n", 0, 3)],
)


FIND = """
const map = document.getElementById("map"), box = map.getBoundingClientRect();
for (let x = 5; x < box.width; x += 15) {
  for (let y = 5; y < box.height; y += 8) {
    const at = {clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true};
    map.dispatchEvent(new PointerEvent("pointermove", at));
    if (map.title.includes(arguments[0])) return [Math.round(x - box.width / 2), Math.round(y - box.height / 2)];
  }
}
"""
"""Where a scene lies on the map, from its middle: the map names what is under the mouse."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[MapPage]:
    """One browser for all of these tests."""
    with browser() as opened:
        yield opened


@pytest.fixture
def house(chromium: MapPage, tmp_path: Path) -> Iterator[MapPage]:
    """The map of a house of five rooms; nothing may be left on the console."""
    rooms = {
        name: replace(it, ref=SourceRef(f"act_{int(name == 'attic')}/rooms.yaml", 1, 1))
        for name, it in HOUSE.scenes.items()
    }
    endings = {**HOUSE.endings, "end": Ending("end", "<b>The end</b>", "bad")}
    told = replace(HOUSE, title="<House> & </script>", scenes=rooms, endings=endings)
    file = tmp_path / "map.html"
    file.write_text(page(told, known_of(told)), encoding="utf-8")
    chromium.open(file)
    yield chromium
    assert chromium.complaints() == []


def test_titles_are_text_and_never_tags(house: MapPage) -> None:
    """What a writer typed is shown as typed, whatever it would be in HTML."""
    assert house.driver.title == "<House> & </script>: map"
    assert house.part("#endings button").text == "<b>The end</b>"


def test_search_finds_by_name_and_by_words(house: MapPage) -> None:
    """A scene is found by a part of its name, else by the words in it, and read at once."""
    house.search("stai")
    assert house.scene == "stairs"
    house.search("is </script> da")
    assert house.scene == "cellar"
    assert "It is </script> dark." in house.panel


def test_the_panel_tells_choices_conditions_effects_and_links(house: MapPage) -> None:
    """Whoever reads a scene sees each choice with what it needs, what it does and where it leads."""
    house.search("hall")
    assert "A clock." in house.panel
    assert "if n >= 0" in house.panel
    assert "if n > 1" in house.panel
    house.search("cellar")
    assert "does n += 1" in house.panel
    link = next(each for each in house.driver.find_elements("css selector", "#panel .link") if each.text == "→ Stairs")
    link.click()
    assert house.scene == "stairs"


def test_a_click_on_the_map_reads_the_scene(house: MapPage) -> None:
    """The scene under the mouse is opened."""
    house.settle()
    across, down = house.driver.execute_script(FIND, "(stairs)")
    ActionChains(house.driver).move_to_element_with_offset(house.part("#map"), across, down).click().perform()
    assert "stairs" in house.panel
    assert house.told.startswith("Stairs")


def test_arrows_walk_along_the_ways(house: MapPage) -> None:
    """Right goes on, up and down take the other ways of a fork, left goes back; each scene is said aloud."""
    house.part("#map").click()
    house.press(Keys.HOME)
    assert house.scene == "hall"
    house.press(Keys.ARROW_RIGHT)
    first = house.scene
    house.press(Keys.ARROW_DOWN)
    assert {first, house.scene} <= {"attic", "stairs", "cellar"}
    assert house.scene != first
    assert house.told.lower().startswith(("stairs", "cellar", "<b>the end"))
    house.press(Keys.ARROW_LEFT)
    assert house.scene in {"hall", "stairs", "cellar"}


def test_all_ways_to_a_scene_are_shown(house: MapPage) -> None:
    """P shows all ways to the scene with the shortest one's length, Escape ends it."""
    house.search("attic")
    house.press("p")
    assert "through 4 scenes; the shortest, in red, has 1 step." in house.part("#way").text
    assert house.part("#ways").get_attribute("aria-pressed") == "true"
    house.press(Keys.ESCAPE)
    assert not house.part("#way").is_displayed()
    house.search("lost")
    house.press("p")
    assert "No link leads to" in house.part("#way").text


def test_an_ending_is_reached_from_the_list(house: MapPage) -> None:
    """A click on an ending shows all ways to it."""
    house.part("#endings button").click()
    assert "All ways to “<b>The end</b>”" in house.part("#way").text


def test_each_layer_has_a_legend_or_says_why_not(house: MapPage) -> None:
    """A layer that has nothing to show says what it wants, all others count what they show."""
    for name in ("act", "words", "variable", "unreachable", "todo"):
        house.part(f"[data-layer={name}]").click()
        assert house.part(f"[data-layer={name}]").get_attribute("aria-checked") == "true"
        assert house.part("#legend").text
    house.part("[data-layer=odds]").click()
    assert "--odds" in house.part("#remark").text
    assert house.part("[data-layer=todo]").get_attribute("aria-checked") == "true"


def test_the_list_of_scenes_is_a_tree_for_the_keyboard(house: MapPage) -> None:
    """Right opens an act, down goes through its scenes, Enter takes one."""
    house.driver.execute_script("document.querySelector('#tree [role=treeitem]').focus()")
    house.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ENTER)
    assert house.scene == "hall"
    assert house.part("#tree [aria-selected=true]").text == "Hall"
    house.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT)
    assert house.part("#tree [role=treeitem]").get_attribute("aria-expanded") == "false"


def test_enter_reads_and_escape_goes_back_to_the_map(house: MapPage) -> None:
    """Enter moves the focus into the scene's text, Escape closes it and gives the focus back."""
    house.part("#map").click()
    house.press(Keys.HOME, Keys.ENTER)
    assert house.driver.switch_to.active_element.get_attribute("id") == "panel"
    house.press(Keys.ESCAPE)
    assert house.panel == ""
    assert house.driver.switch_to.active_element.get_attribute("id") == "map"


@pytest.mark.parametrize("scenes", [20, 200, 10_000])
def test_a_story_of_any_size_opens_moves_and_is_searched(scenes: int, chromium: MapPage, tmp_path: Path) -> None:
    """From 20 scenes to 10,000 the page opens, is dragged, finds its last scene and shows all ways to it."""
    told = measures.story_of(generate(tmp_path / "story", scenes))
    file = tmp_path / "map.html"
    file.write_text(page(told, known_of(told)), encoding="utf-8")
    chromium.open(file)
    assert chromium.frames_while_panning() > 0
    chromium.search(f"s{scenes - 1}")
    assert chromium.scene == f"s{scenes - 1}"
    chromium.press("p")
    assert "All ways to" in chromium.part("#way").text
    assert chromium.complaints() == []


def test_on_a_narrow_page_the_list_lies_over_the_map(house: MapPage) -> None:
    """A button opens it; it goes away with what is chosen in it, and with Escape. Ways end by a touch, too."""
    size = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    house.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        assert house.part("#search").size["width"] > 300
        assert not house.part("#list").is_displayed()
        house.part("#aside").click()
        house.part("#endings button").click()
        assert not house.part("#list").is_displayed()
        house.part("#enough").click()
        assert not house.part("#way").is_displayed()
        house.part("#aside").click()
        assert house.part("#list").is_displayed()
        house.press(Keys.ESCAPE)
        assert not house.part("#list").is_displayed()
        assert house.driver.switch_to.active_element.get_attribute("id") == "aside"
    finally:
        house.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
