"""The card that closes a story, in the manner of a propaganda print, and what stands behind words said nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.view import Ending
from game.app.wording import later, many, say
from game.ui.window.frame import Backdrop
from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Disc, Dots, Poly, Wash, Words, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BONE,
    DISPLAY,
    FOG,
    HEADING,
    INK,
    IRON,
    LABEL,
    NIGHT,
    ROSE,
    SLANT,
    SLATE,
    Colour,
    Face,
    Type,
    mixed,
)
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, beside, button, in_a_row

EPIGRAPH = Type(Face.BODY, 36, italic=True)
GROUND = Poly(((0, 0), (1920, 0), (1920, 1080), (0, 1080)), INK)
KIND_WORDS = {
    "canonical": later("The road the sources tell"),
    "alternate": later("Another road"),
    "hopeful": later("A hopeful ending"),
    "bittersweet": later("A bittersweet ending"),
    "bad": later("A dark ending"),
    "secret": later("A hidden ending"),
}


def kind_of(end: Ending) -> str:
    """What sort of ending it is, in words."""
    return say(KIND_WORDS.get(end.kind, end.kind))


KIND_COLOURS: dict[str, Colour] = {
    "canonical": BONE,
    "alternate": FOG,
    "hopeful": AMBER,
    "bittersweet": ROSE,
    "bad": SLATE,
    "secret": NIGHT,
}


QUIET_POSTER = Backdrop(
    poster=(
        GROUND,
        Disc((1380, 430), 250, mixed(INK, IRON, 0.42)),
        Dots(Box(1130, 180, 500, 500), 14, mixed(INK, SLATE, 0.4), down=1.3, most=0.5, round=True),
        Poly(slanted(1130, -40, 70, 1180), INK),
    )
)
"""Behind words that are said nowhere."""


def _banner(rows: tuple[str, ...], type_: Type, at: Point, sheet: Sheet) -> tuple[Words, ...]:
    """Rows of large words; `at` is the left end of the last baseline."""
    step = type_.size * 1.06
    return tuple(
        sheet.words(row, type_, (at[0], at[1] - (len(rows) - 1 - index) * step)) for index, row in enumerate(rows)
    )


@dataclass(frozen=True, slots=True)
class Closing:
    """How a story closed: the ending, and how many were found of how many there are."""

    end: Ending
    found: int
    total: int


def ending(closing: Closing, items: tuple[tuple[str, str, bool], ...], sheet: Sheet, focus: str) -> Node:
    """The card that closes a story: title, kind, epigraph, how many endings were found, and where to go from here."""
    end = closing.end
    ground = Node(Role.PICTURE, end.alt or "", WHOLE)
    type_, rows = sheet.banner(end.title.upper(), DISPLAY.scaled(1.06), 1030, 3)
    base = 480.0
    title = _banner(rows, type_, (146, base), sheet)
    nodes = [ground, *sheet.ground(), _kind(end, title[0].at[1] - type_.size * 1.1, sheet)]
    nodes.append(Node(Role.HEADING, end.title, Box(146, title[0].at[1] - type_.size, 1320, 300), title))
    italic = sheet.body(EPIGRAPH)
    epigraph = sheet.paragraph(end.epigraph or "", italic, (150, base + max(122, 66 + italic.size * 1.2)), 880)
    if end.epigraph:
        rule = Poly(((150, base + 52), (1050, base + 52), (1050, base + 54), (150, base + 54)), BONE, 120)
        box = Box(150, base + 52, 900, 60.0 * len(epigraph) + 40)
        nodes.append(Node(Role.TEXT, end.epigraph, box, (rule, *epigraph)))
    nodes.append(_count(closing.found, closing.total, sheet))
    return Node(
        Role.SCREEN, say("Ending: {title}", title=end.title), WHOLE, children=(*nodes, *_row(items, sheet, focus))
    )


def _kind(end: Ending, base: float, sheet: Sheet) -> Node:
    """What sort of ending it is, in words beside a red bar."""
    text = kind_of(end)
    type_ = sheet.label(LABEL)
    h = type_.size * 1.7
    label = sheet.words(text.upper(), type_, (max(206, 190 + h * SLANT), base))
    return Node(Role.TEXT, text, label.extent, (Poly(slanted(150, base - h * 0.76, 26, h), BLOOD), label))


PICTURE_POSTER = (
    Wash(Box(0, 420, 1920, 660), INK, 0, 235),
    Poly(slanted(-600, -20, 1560, 1120), INK, 214),
    Poly(slanted(958, -20, 14, 1120), BLOOD),
)
"""What lies over an ending's own picture, so that words can be read on it."""


def ending_poster(end: Ending, *, pictured: bool) -> Backdrop:
    """What stands behind an ending's card: its own picture where there is one, else a print in its kind's colour."""
    if pictured:
        return Backdrop(end.picture, end.title, end.alt or "", poster=PICTURE_POSTER, left=420.0)
    accent = KIND_COLOURS.get(end.kind, BONE)
    sun = (1552.0, 400.0)
    marks = (
        GROUND,
        Dots(Box(700, 380, 1220, 700), 15, mixed(INK, SLATE, 0.55), across=0.7, down=1.0, most=0.5),
        Disc(sun, 332, mixed(INK, IRON, 0.9)),
        Disc(sun, 300, accent),
        Dots(Box(1252, 100, 600, 600), 13, mixed(accent, INK, 0.5), down=1.7, most=0.5, round=True),
        Poly(slanted(1112, -40, 150, 1180), INK),
        Poly(slanted(1288, -40, 54, 1180), BLOOD),
        Poly(((0, 905), (1920, 905), (1920, 1080), (0, 1080)), INK),
        Poly(((0, 905), (1920, 905), (1920, 908), (0, 908)), mixed(IRON, SLATE, 0.4)),
    )
    return Backdrop(poster=marks)


def _count(found: int, total: int, sheet: Sheet) -> Node:
    """How many endings were found, in figures and as a row of slanted bars."""
    text = many("{found} of {number} ending found", "{found} of {number} endings found", total, found=found)
    words = sheet.words(text.upper(), sheet.label(LABEL), (150, 866), sheet.quiet)
    x, marks = words.at[0] + words.line.width + 34, []
    for index in range(min(total, 40)):
        colour = AMBER if index < found else IRON
        marks.append(Poly(slanted(x + index * 17, 845, 9, 22), colour))
    return Node(Role.TEXT, text, Box(150, 836, 1300, 40), (words, *marks))


def _row(items: tuple[tuple[str, str, bool], ...], sheet: Sheet, focus: str) -> tuple[Node, ...]:
    x, nodes = 184.0, []
    type_ = HEADING.scaled(0.68)
    type_ = in_a_row((text for _, text, _ in items), sheet, type_, 1700)
    for control, text, enabled in items:
        node = button(control, text, sheet, (x, 1000), type_, focus=focus, enabled=enabled)
        nodes.append(node)
        x += beside(text, sheet, type_)
    return tuple(nodes)
