"""The endings that were found and those that are dark, and long pages of text. Knows no story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from game.app.view import Ending
from game.app.wording import later, many, say
from game.ui.window.frame import Backdrop
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Disc, Dots, Mark, Poly, Wash, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BODY,
    BONE,
    BUTTON,
    HEADING,
    INK,
    IRON,
    LABEL,
    NOTE,
    SLATE,
    Face,
    Type,
    mixed,
)
from game.ui.window.widgets import Mode, Node, Role

from .cards import GROUND, kind_of
from .lists import stretch
from .sheet import Sheet, beside, button, heading, shade

ROW = Type(Face.HEAD, 33, 1.5)
STEP = 74.0
UNKNOWN = later("Not yet found")
LEFT = 500.0
"""Where an ending's picture begins: its middle is to be seen beside the list."""
UNTOLD = later("A picture in dots too coarse to make anything out")
NO_HINT = later("Nothing is known of it.")

DARK = Backdrop(
    alt=later("A disc in the dark"),
    poster=(
        GROUND,
        Disc((1440, 470), 300, mixed(INK, IRON, 0.5)),
        Dots(Box(1140, 170, 600, 600), 15, mixed(INK, SLATE, 0.45), down=1.4, most=0.5, round=True),
    ),
)
"""What stands behind an ending that was not found, and behind a long page."""


def backdrop_of(shown: Shown, *, pictured: bool) -> Backdrop:
    """What stands behind an ending: its picture, which of one that was not found can only be guessed at."""
    if not pictured:
        return DARK
    if shown.found:
        return Backdrop(shown.end.picture, shown.end.title, shown.end.alt or "", left=LEFT)
    return Backdrop(shown.end.picture, alt=say(UNTOLD), left=LEFT, hidden=True)


def _veil(sheet: Sheet) -> Node:
    """What lies over the picture so that words can be read on it, cut on the game's slant."""
    ink = Poly(slanted(-700, -20, 1640, 1120), INK, 255 if sheet.high_contrast else 248)
    marks = (Wash(Box(0, 300, 1920, 780), INK, 0, 200), ink, Poly(slanted(938, -20, 12, 1120), BLOOD))
    return Node(Role.GROUP, "", WHOLE, marks)


@dataclass(frozen=True, slots=True)
class Shown:
    """An ending in the gallery: its control, the ending, and whether this player found it."""

    control: str
    end: Ending
    found: bool

    @property
    def title(self) -> str:
        """Its title, or that it is not found."""
        return self.end.title if self.found else say(UNKNOWN)


def gallery(endings: tuple[Shown, ...], sheet: Sheet, focus: str, *, again: bool) -> Node:
    """The endings in a column; of the one in focus its kind and words, or its hint. `again`: it can be read again."""
    children = [_veil(sheet), heading(say("Endings"), sheet, (196, 70), HEADING), _found(endings, sheet)]
    at = next((i for i, shown in enumerate(endings) if shown.control == focus), 0)
    first, last = stretch([STEP] * len(endings), at, 480)
    for row, shown in enumerate(endings[first:last]):
        children.append(_row(shown, 268 + row * STEP, sheet, focus))
    if endings:
        children += _about(endings[at], sheet)
    children.append(button("close", say("Back"), sheet, (196, 1018), BUTTON.scaled(0.85), focus=focus))
    if again:
        children.append(hint_beside(say("Enter: read on from the last decision before it"), sheet, 1018))
    return Node(Role.SCREEN, say("Endings"), WHOLE, children=tuple(children))


def hint_beside(text: str, sheet: Sheet, base: float) -> Node:
    """A quiet line beside the way back, on its baseline."""
    x = 196 + beside(say("Back"), sheet, BUTTON.scaled(0.85))
    words = sheet.words(text, sheet.label(LABEL).scaled(0.9), (max(420, x), base), sheet.quiet)
    return Node(Role.TEXT, text, words.extent, (words,))


def _found(endings: tuple[Shown, ...], sheet: Sheet) -> Node:
    found = sum(shown.found for shown in endings)
    text = many("{found} of {number} found", "{found} of {number} found", len(endings), found=found)
    words = sheet.words(text.upper(), sheet.label(LABEL), (196, 208), sheet.quiet)
    x = words.at[0] + words.line.width + 30
    bars = (Poly(slanted(x + i * 18, 188, 9, 22), AMBER if s.found else IRON) for i, s in enumerate(endings[:24]))
    return Node(Role.STATUS, text, words.extent, (words, *bars))


def _row(shown: Shown, y: float, sheet: Sheet, focus: str) -> Node:
    focused = shown.control == focus
    marks: list[Mark] = []
    if focused:
        marks += [Poly(slanted(150, y, 680, 60), IRON), Poly(slanted(116, y, 22, 60), BLOOD)]
    caps = shown.title.upper()
    colour = BONE if shown.found else sheet.quiet
    marks.append(Poly(slanted(204, y + 18, 12, 24), AMBER if shown.found else SLATE))
    marks.append(sheet.words(caps, sheet.fitted(caps, sheet.label(ROW), 560), (244, y + 42), colour))
    modes = frozenset(() if shown.found else {Mode.DISABLED})
    detail = kind_of(shown.end) if shown.found else shown.end.hint or say(NO_HINT)
    return Node(Role.ENTRY, shown.title, Box(116, y, 760, 60), tuple(marks), shown.control, detail, modes)


def _about(shown: Shown, sheet: Sheet) -> tuple[Node, ...]:
    """What is known of an ending."""
    kind = kind_of(shown.end) if shown.found else say("A hint")
    words = shown.end.epigraph if shown.found else shown.end.hint or say(NO_HINT)
    base = 800 - 16 * max(0.0, sheet.text_size - 1)
    label = sheet.words(kind.upper(), sheet.label(LABEL), (196, base), AMBER)
    note = sheet.body(NOTE)
    first = max(850.0, base + note.size * 1.15)
    fit = max(1, int((960 - first) / note.leading) + 1)
    lines = sheet.paragraph(words or "", note, (196, first), 640)[:fit]
    nodes = [Node(Role.TEXT, kind, label.extent, (label,))]
    if words:
        nodes.append(Node(Role.TEXT, words, Box(196, 820, 660, 150), lines))
    return tuple(nodes)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, a paragraph each."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a long page: what stands on it, and the whole text that it is a part of."""

    shown: str
    whole: str
    type: Type
    role: Role = Role.TEXT


def _set(section: Section, sheet: Sheet, type_: Type) -> Iterator[_Row]:
    label = sheet.label(LABEL)
    yield _Row(section.title.upper(), section.title, label, Role.HEADING)
    for text in section.lines:
        yield from (_Row(words.line.text, text, type_) for words in sheet.paragraph(text, type_, (0, 0), 1380))
    yield _Row("", "", label)


def scroll(title: str, sections: tuple[Section, ...], sheet: Sheet, at: int) -> tuple[Node, int]:
    """A long page from its line `at` on, and how many lines it can be scrolled by."""
    type_ = sheet.body(BODY).scaled(0.88)
    fit = int(770 / type_.leading)
    rows = [row for section in sections for row in _set(section, sheet, type_)]
    most = max(0, len(rows) - fit)
    at = max(0, min(at, most))
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(title, sheet, (196, 70), HEADING)]
    shown = [(row, 236 + index * type_.leading) for index, row in enumerate(rows[at : at + fit]) if row.shown]
    for (role, whole), part in groupby(shown, lambda one: (one[0].role, one[0].whole)):
        colour = AMBER if role is Role.HEADING else BONE
        words = tuple(sheet.words(row.shown, row.type, (262, y), colour) for row, y in part)
        children.append(Node(role, whole, words[0].extent, words))
    children.append(button("close", say("Back"), sheet, (196, 1040), BUTTON.scaled(0.85), focus="close"))
    if most:
        way = say("Arrows or wheel: up") if at == most else say("Arrows or wheel: down")
        children.append(hint_beside(way, sheet, 1040))
    return Node(Role.SCREEN, title, WHOLE, children=tuple(children)), most
