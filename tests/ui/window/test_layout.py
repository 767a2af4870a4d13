from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.route import Kind, Road, RouteMap, Stop
from game.app.view import Ending, Option, Run
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.layout.cards import Closing, ending
from game.ui.window.layout.gallery import Section, Shown, gallery, scroll
from game.ui.window.layout.guide import guide
from game.ui.window.layout.lists import Files, Said, files, history, menu, notice, question
from game.ui.window.layout.play import Moment, covers_text, pages, play, rule_y, typed
from game.ui.window.layout.poster import Poster, poster
from game.ui.window.layout.route import View, route
from game.ui.window.layout.settings import Panel, Row, settings
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.slots import Page, Slot, slots
from game.ui.window.layout.tabs import Tab
from game.ui.window.layout.title import title
from game.ui.window.screens.menus import HELP
from game.ui.window.theme import RULE_Y
from game.ui.window.typesetting import Line
from game.ui.window.widgets import Mode, Node, Role, controls, find
from tests.support.window import SHEET, letters

SIZES = (0.75, 1.0, 1.5, 2.0)
BUTTONS = (("one", "One", True), ("two", "Two", False), ("three", "Three", True))
OPEN = Option("go", (Run("Go down the stair."),))
CLOSED = Option("tell", (Run("Tell her."),), open=False, reason=(Run("You would have to know."),))
ROAD = Ending("road", "The Road", "hopeful", epigraph="There is one.")
PASTS = tuple(Said(f"past.{i}", "Luna", (Run("Well."),), i % 2 == 1) for i in range(40))
SLOTS = (
    Slot("slot.1", "Slot 1", "The bells", "Words", "today", "5 min", actions=(("erase.1", "Erase", "Erase slot 1"),)),
    Slot("slot.2", "Slot 2"),
)
PAGES = tuple(Tab(f"page.{n}", str(n)) for n in range(1, 4))
FILES = Files("Bring in", (("file.0", "one.save.json"), ("file.1", "two.save.json")), "Put them there")
SHOWN = (Shown("ending.road", ROAD, found=True), Shown("ending.dark", ROAD, found=False))
SECTIONS = (Section("Made with", ("Words about it. " * 9,) * 9),)
MAP = RouteMap(
    (
        Stop("a", Kind.DECISION, 0, 0.0, "The bells", words=("Go.",), ways=3, taken=1, here=True, reachable=True),
        Stop("b", Kind.DARK, 1, -0.5),
        Stop("c", Kind.ENDING, 1, 0.5, "The Road"),
        Stop("d", Kind.SCENE, 2, 0.0, chapter="The bells"),
    ),
    (Road("a", "b", walked=False), Road("a", "c", walked=True)),
    3,
    9,
)
ROWS = (Row("volume", "Volume", "80", "how loud"), Row("timers", "Timers", "On", ""))
CHOOSING = Moment(options=(OPEN, CLOSED), complete=True, can_go_back=True)
SCREENS: dict[str, Callable[[Sheet, str], Node]] = {
    "title": lambda sheet, focus: title("Stone Lightning", BUTTONS, sheet, focus),
    "menu": lambda sheet, focus: menu("Paused", BUTTONS, sheet, focus, "A note"),
    "question": lambda sheet, focus: question("Quit?", BUTTONS, sheet, focus),
    "help": lambda sheet, focus: guide(HELP, sheet, focus, "Mouse"),
    "history": lambda sheet, focus: history(PASTS, sheet, focus),
    "files": lambda sheet, focus: files(FILES, sheet, focus),
    "slots": lambda sheet, focus: slots(Page("Load", SLOTS, PAGES, "page.1", "A note"), sheet, focus),
    "endings": lambda sheet, focus: gallery(SHOWN, sheet, focus, again=True),
    "credits": lambda sheet, _: scroll("Credits", SECTIONS, sheet, 3)[0],
    "roads": lambda sheet, focus: route(View(MAP, MAP.stops[0], "A note"), sheet, focus),
    "settings": lambda sheet, focus: settings(Panel(ROWS, PAGES, "page.1", (("close", "Back"),)), sheet, focus),
    "ending": lambda sheet, focus: ending(Closing(ROAD, 1, 3), BUTTONS, sheet, focus),
    "card": lambda sheet, _: poster(Poster("You are", "Tetsuya", "You are Tetsuya", "The bells"), sheet),
    "play": lambda sheet, focus: play(CHOOSING, sheet, focus),
}


@pytest.mark.parametrize(("name", "size"), [*product(SCREENS, SIZES)])
def test_every_screen_says_what_is_on_it(name: str, size: float) -> None:
    """Every control, heading and line of text has a name, ids are unique, and all of it lies on the screen."""
    tree = SCREENS[name](Sheet(letters, text_size=size), "")
    spoken = [node for node in tree.walk() if node.role not in (Role.GROUP, Role.PICTURE)]
    assert [node for node in spoken if not node.name] == []
    ids = [node.id for node in tree.walk() if node.id]
    assert len(ids) == len(set(ids))
    assert all(_on_screen(node.bounds) for node in controls(tree))


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "card"])
def test_the_focus_is_seen_by_more_than_colour(name: str) -> None:
    """The control in focus has another shape beside it than when it has not."""
    first = controls(SCREENS[name](SHEET, ""))[-1].id
    plain, focused = (find(SCREENS[name](SHEET, focus), first) for focus in ("nothing", first))
    assert plain is not None
    assert focused is not None
    if name in ("history", "help", "credits") and len(focused.marks) == len(plain.marks):
        pytest.skip("its one control always has the focus")
    assert len(focused.marks) > len(plain.marks) or _shapes(focused) != _shapes(plain)


@given(st.integers(1, 9), st.sampled_from(SIZES), st.integers(0, 3), st.booleans(), st.integers(0, 8))
def test_choices_never_overlap_and_the_one_in_focus_is_there(
    count: int, size: float, words: int, spoken: bool, focus: int
) -> None:
    """Plates stand apart, inside the screen, clear of the text unless they take its place."""
    sheet = Sheet(letters, text_size=size)
    options = tuple(
        Option(f"o{i}", (Run("Words of some length " * (1 + words)),), open=i % 3 != 2, reason=(Run("Because."),))
        for i in range(count)
    )
    lines = pages((Run("The line before the choice."),), sheet)[0]
    moment = Moment(lines, "x", "Luna" if spoken else None, options=options, complete=True)
    focused = f"choice.o{min(focus, count - 1)}"
    plates = [node for node in play(moment, sheet, focused).walk() if node.role is Role.CHOICE]
    assert focused in {plate.id for plate in plates}
    assert all(not a.bounds.touches(b.bounds) for a in plates for b in plates if a is not b)
    assert all(plate.bounds.y >= 0 and plate.bounds.bottom <= 1010 for plate in plates)
    if not covers_text(moment, sheet):
        assert len(plates) == count
        assert all(plate.bounds.bottom < rule_y(len(lines), sheet) for plate in plates)


def test_a_closed_choice_shows_its_reason_and_cannot_be_activated() -> None:
    """The reason stands on the plate, is said after the name, and the node is not available."""
    tree = play(Moment(options=(OPEN, CLOSED), complete=True), SHEET)
    node = find(tree, "choice.tell")
    assert node is not None
    assert node.detail == "You would have to know."
    assert not node.enabled
    assert Mode.DISABLED in node.modes
    assert "You would have to know." in _text_of(node)


def test_a_choice_taken_before_is_marked_and_said() -> None:
    """What was taken in an earlier run carries a sign and a mode."""
    marked = find(play(Moment(options=(OPEN,), taken=frozenset({"go"}), complete=True), SHEET), "choice.go")
    plain = find(play(Moment(options=(OPEN,), complete=True), SHEET), "choice.go")
    assert marked is not None
    assert plain is not None
    assert Mode.TAKEN in marked.modes
    assert len(marked.marks) > len(plain.marks)


def test_figures_stand_before_the_first_nine_open_choices() -> None:
    """The number key of a choice is written on it; a closed one has a lock instead."""
    options = (OPEN, CLOSED, Option("stay", (Run("Stay."),)))
    tree = play(Moment(options=options, complete=True), SHEET)
    assert "1" in _text_of(_found(tree, "choice.go"))
    assert "3" in _text_of(_found(tree, "choice.stay"))
    assert "2" not in _text_of(_found(tree, "choice.tell"))


@pytest.mark.parametrize("size", SIZES)
def test_long_text_is_turned_page_by_page(size: float) -> None:
    """However long a line is, each page stays on the screen, and together they hold it all."""
    sheet = Sheet(letters, text_size=size)
    text = "word " * 600
    book = pages((Run(text),), sheet)
    assert len(book) > 1
    assert "".join(line.text for page in book for line in page).count("word") == 600
    for page in book:
        words = typed(Moment(lines=page), sheet)
        assert words[-1].at[1] <= 1024
        assert rule_y(len(page), sheet) >= 250


def test_short_text_leaves_the_box_where_it_is() -> None:
    """One line and two stand under the same rule, so that the page doesn't jump while reading."""
    assert rule_y(1, SHEET) == rule_y(2, SHEET) == RULE_Y
    assert rule_y(5, SHEET) < RULE_Y


def test_a_timed_choice_shows_how_long_is_left() -> None:
    """The bar is as long as the share of time that is left, and the seconds are said."""
    meters = [
        next(node for node in play(_timed(share), SHEET).walk() if node.role is Role.METER) for share in (1.0, 0.5)
    ]
    widths = [node.marks[0].extent.w for node in meters]
    assert widths[1] < widths[0] * 0.55
    assert meters[0].name == "4 seconds to choose"


def test_the_history_shows_the_entry_in_focus_wherever_it_is() -> None:
    """Of two hundred entries those around the focus are on screen, and none runs out of it."""
    entries = tuple(Said(f"past.{i}", "Luna", (Run(f"Line {i} " * (1 + i % 30)),)) for i in range(200))
    for focus in ("past.0", "past.77", "past.199"):
        tree = history(entries, SHEET, focus)
        shown = [node for node in tree.walk() if node.role is Role.ENTRY]
        assert focus in {node.id for node in shown}
        assert all(node.bounds.y >= 180 and node.bounds.bottom <= 1000 for node in shown)


def test_a_long_title_is_broken_rather_than_shrunk() -> None:
    """The words of a long ending stand on several lines, large."""
    long = Ending("x", "Here, for now, the story stops", "alternate")
    heading = next(n for n in ending(Closing(long, 0, 1), (), SHEET, "").walk() if n.role is Role.HEADING)
    assert len(heading.marks) > 1
    assert " ".join(_text_of(heading)) == "HERE, FOR NOW, THE STORY STOPS"


def test_notices_stand_one_under_another() -> None:
    """A second message doesn't cover the first."""
    assert not notice("Saved.", SHEET, 0).bounds.touches(notice("Loaded.", SHEET, 1).bounds)


def _timed(share: float) -> Moment:
    line = Line((Run("So."),), 40)
    return Moment((line,), "So.", None, options=(OPEN,), complete=True, time_left=share, seconds_left=4)


def _found(tree: Node, control: str) -> Node:
    node = find(tree, control)
    assert node is not None
    return node


def _text_of(node: Node) -> list[str]:
    return [mark.line.text for mark in node.marks if hasattr(mark, "line")]


def _shapes(node: Node) -> list[Box]:
    return [mark.extent for mark in node.marks]


def _on_screen(box: Box) -> bool:
    return box.x >= -60 and box.y >= -4 and box.right <= WHOLE.w + 60 and box.bottom <= WHOLE.h + 4
