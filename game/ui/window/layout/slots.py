"""Saves as cards on pages. Knows what a card says, not what a save is."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Mark, Picture, Poly, Words, outlined, slanted
from game.ui.window.theme import BLOOD, BONE, FOG, HEADING, INK, IRON, LABEL, NOTE, SLANT, SMALL, Type, mixed
from game.ui.window.typesetting import Line, one_line, set_text
from game.ui.window.widgets import Mode, Node, Role

from .lists import nothing
from .sheet import Sheet, heading, hint, shade
from .tabs import Tab, tabs

PER_PAGE = 6
LEFT, TOP = 146.0, 196.0
ACROSS, DOWN = 868.0, 264.0
"""From one card to the next."""
WIDE, TALL = 770.0, 236.0
PICTURE = Box(66, 34, 298, 168)
"""The thumbnail, from the card's own corner."""
TEXT, TEXT_WIDE = 392.0, 350.0
SMALL_PLATE = LABEL.scaled(0.84)
ROW = LABEL.scaled(1.25)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to save: `when` is empty where nothing is saved. `actions` are small (control, label, name) buttons."""

    control: str
    label: str
    title: str = ""
    words: str = ""
    when: str = ""
    played: str = ""
    thumbnail: bytes = b""
    usable: bool = True
    actions: tuple[tuple[str, str, str], ...] = ()
    name: str = ""
    """What the player calls it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of slots: its title, its cards, the pages there are and the one that is open, and a line at the foot."""

    title: str
    places: tuple[Slot, ...]
    pages: tuple[Tab, ...]
    current: str
    note: str = ""
    foot: tuple[tuple[str, str], ...] = ()
    """Buttons at the foot: control and label."""
    name: str = ""
    """What the player calls the page."""


def slots(page: Page, sheet: Sheet, focus: str) -> Node:
    """The cards of a page in two columns, under the row of pages."""
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(page.title, sheet, (196, 70), HEADING)]
    children += tabs(page.pages, page.current, sheet, focus)
    if page.name:
        children.append(_page_name(page.name, children[1].bounds, sheet))
    for index, slot in enumerate(page.places[:PER_PAGE]):
        children += _slot(slot, LEFT + index % 2 * ACROSS, TOP + index // 2 * DOWN, sheet, focus)
    if not page.places:
        children.append(nothing(sheet))
    x = 1740.0
    for control, label in reversed(page.foot):
        node = _plate(control, label, label, sheet, (x, 1040), focus, sheet.label(LABEL))
        children.append(node)
        x = node.bounds.x - 30
    if page.note:
        children.append(hint(page.note, sheet, x - 180))
    return Node(Role.SCREEN, page.title, WHOLE, children=tuple(children))


def _page_name(name: str, title: Box, sheet: Sheet) -> Node:
    """What the player calls the page, beside its title and before the pages."""
    x = title.right + title.h * 0.8 + 20
    type_ = sheet.fitted(name.upper(), sheet.label(ROW), 850 - x)
    words = sheet.words(name.upper(), type_, (x, 128), sheet.accent)
    return Node(Role.HEADING, name, words.extent, (words,))


def _slot(slot: Slot, x: float, y: float, sheet: Sheet, focus: str) -> tuple[Node, ...]:
    """The card, and its small buttons over it."""
    focused = slot.control == focus
    box = slanted(x - 40, y, WIDE, TALL)
    marks: list[Mark] = [Poly(box, INK), *outlined(box, 2, mixed(INK, FOG, 0.35))]
    if focused:
        marks = [
            Poly(box, mixed(IRON, INK, 0.88)),
            *outlined(box, 3, BONE),
            Poly(slanted(x - 74, y - 4, 22, TALL + 8), BLOOD),
        ]
    marks += _said(slot, x, y, sheet) if slot.when else _nothing(slot, x, y, sheet)
    told = ", ".join(filter(None, (slot.name, slot.title, slot.when, slot.played)))
    name = f"{slot.label}: {told}" if slot.when else say("{slot}, empty", slot=slot.label)
    modes = frozenset(() if slot.when else {Mode.EMPTY}) | frozenset(() if slot.usable else {Mode.DISABLED})
    bounds = Box(x - 40, y, WIDE + TALL * SLANT, TALL)
    card = Node(Role.ENTRY, name.rstrip(", "), bounds, tuple(marks), slot.control, slot.words, modes)
    nodes, right = [card], x + 728.0
    wide = sum(sheet.wide(label.upper(), SMALL_PLATE) + SMALL_PLATE.size * 1.7 for _, label, _ in slot.actions)
    type_ = SMALL_PLATE.scaled(min(1.0, 330 / wide) if wide else 1.0)
    for control, label, said in reversed(slot.actions):
        node = _plate(control, label, said, sheet, (right, y + TALL - 20), focus, type_)
        nodes.insert(1, node)
        right = node.bounds.x - 6
    return tuple(nodes)


def _label(slot: Slot, x: float, y: float, sheet: Sheet) -> Words:
    return sheet.words(slot.label.upper(), LABEL, (x + TEXT, y + 50), sheet.accent if slot.usable else sheet.quiet, 200)


def _nothing(slot: Slot, x: float, y: float, sheet: Sheet) -> list[Mark]:
    frame = Box(x + PICTURE.x, y + PICTURE.y, PICTURE.w, PICTURE.h)
    dark = Poly(_corners(frame), mixed(INK, IRON, 0.6))
    return [_label(slot, x, y, sheet), dark, sheet.words(say("Empty"), NOTE, (x + TEXT, y + 96), sheet.quiet)]


def _said(slot: Slot, x: float, y: float, sheet: Sheet) -> list[Mark]:
    """Thumbnail, label, date and time played, title, and as many words as there is room for."""
    frame = Box(x + PICTURE.x, y + PICTURE.y, PICTURE.w, PICTURE.h)
    marks: list[Mark] = [_label(slot, x, y, sheet)]
    marks.append(
        Picture(frame, data=slot.thumbnail) if slot.thumbnail else Poly(_corners(frame), mixed(INK, IRON, 0.6))
    )
    band = Box(frame.x, frame.bottom - 30, frame.w, 30)
    played = sheet.fitted(slot.played, LABEL.scaled(0.72), band.w - 24)
    marks += [Poly(_corners(band), INK, 205), sheet.words(slot.played, played, (band.x + 12, band.bottom - 9), BONE)]
    date = sheet.fitted(slot.when, LABEL.scaled(0.78), 180)
    marks.append(sheet.ended(slot.when, date, (x + 786, y + 50), sheet.quiet))
    marks.append(sheet.words(slot.name or slot.title, SMALL.scaled(1.12), (x + TEXT, y + 94), BONE, TEXT_WIDE))
    lines = _beginning(slot.words, 1 if slot.name else 2, sheet)
    lines = (one_line(slot.title, SMALL, sheet.measure, TEXT_WIDE), *lines) if slot.name else lines
    marks += [Words((x + TEXT, y + 132 + i * 35), line, SMALL, sheet.quiet) for i, line in enumerate(lines)]
    return marks


def _beginning(text: str, rows: int, sheet: Sheet) -> tuple[Line, ...]:
    """As many lines of a text; the last one says where more would follow."""
    lines = set_text(text, SMALL, TEXT_WIDE, sheet.measure)
    rest = " ".join(line.text.strip() for line in lines[rows - 1 :])
    return (*lines[: rows - 1], one_line(rest, SMALL, sheet.measure, TEXT_WIDE)) if len(lines) > rows else lines


def _plate(control: str, label: str, name: str, sheet: Sheet, at: Point, focus: str, type_: Type) -> Node:
    """A small button whose words end at `at`."""
    words = sheet.ended(label.upper(), type_, at, sheet.quiet)
    size = words.type.size
    box = Box(words.at[0] - size * 0.7, at[1] - size * 1.15, words.line.width + size * 1.4, size * 1.65)
    marks: tuple[Mark, ...] = (words,)
    if control == focus:
        lit = sheet.ended(label.upper(), words.type, at, sheet.plate[1])
        marks = (Poly(slanted(box.x - size * 0.4, box.y, box.w, box.h), sheet.plate[0]), lit)
    return Node(Role.BUTTON, name, box, marks, control)


def _corners(box: Box) -> tuple[Point, ...]:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
