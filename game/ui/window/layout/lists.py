"""Screens made of lists: the menu, a question, the history, files. Knows no behaviour."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.view import Rendered, plain
from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Mark, Poly, outlined, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BODY,
    BUTTON,
    FOG,
    HEADING,
    INK,
    IRON,
    LABEL,
    NOTE,
    SLANT,
    SMALL,
    Face,
    Type,
    mixed,
)
from game.ui.window.typesetting import set_text
from game.ui.window.widgets import Node, Role

from .choices import more_above
from .sheet import Sheet, beside, button, heading, hint, in_a_row, shade

Items = tuple[tuple[str, str, bool], ...]
PAST = Type(Face.BODY, 29)
LARGE = 1.2
"""Text sizes from which on a message must have the room of a title."""


def menu(title: str, items: Items, sheet: Sheet, focus: str, note: str = "") -> Node:
    """A column of buttons under a heading, over the dimmed story."""
    children = [_ground(), heading(title, sheet, (196, 120), HEADING)]
    larger = 1 + (sheet.text_size - 1) / 2
    step = min(72 * larger, (970 - 290) / (len(items) - 1))
    type_ = BUTTON.scaled(min(1.0, step / 62 / larger))
    y = max(290.0, 900 - step * (len(items) - 1))
    for control, label, enabled in items:
        children.append(button(control, label, sheet, (196, y), type_, focus=focus, enabled=enabled))
        y += step
    if note:
        children.append(hint(note, sheet))
    return Node(Role.SCREEN, title, WHOLE, children=tuple(children))


def _ground() -> Node:
    """Ink over the story, cut on the game's slant, with one red edge."""
    marks = (
        shade(150),
        Poly(slanted(-700, -10, 1480, 1100), INK, 254),
        Poly(slanted(792, -10, 12, 1100), BLOOD),
    )
    return Node(Role.GROUP, "", WHOLE, marks)


def question(text: str, items: Items, sheet: Sheet, focus: str) -> Node:
    """A question and its answers, in a slanted box in the middle."""
    body = sheet.body(BODY)
    above = 44 + body.size
    tall = 112 + above + body.leading * len(set_text(text, body, 800, sheet.measure))
    y = 540 - tall / 2
    lines = sheet.paragraph(text, body, (560, y + above), 800)
    left = 545 - tall * SLANT  # the words stay clear of the leaning edge however tall the box is
    box = slanted(left, y, 1390 - left, tall)
    ground = (shade(170), Poly(box, INK, 250), *outlined(box, 2, mixed(INK, FOG, 0.5)))
    bar = Poly(slanted(left - 36, y - 8, 24, tall + 16), BLOOD)
    children = [
        Node(Role.GROUP, "", Box(left, y, 1390 + tall * SLANT - left, tall), (*ground, bar)),
        Node(Role.TEXT, text, Box(560, y + 30, 800, tall - 150), lines),
    ]
    x, type_ = 560.0, in_a_row((label for _, label, _ in items), sheet, BUTTON, 880)
    for control, label, enabled in items:
        children.append(button(control, label, sheet, (x, y + tall - 48), type_, focus=focus, enabled=enabled))
        x += beside(label, sheet, type_)
    return Node(Role.DIALOG, text, WHOLE, children=tuple(children))


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of the history: who said what; a choice where `is_choice`."""

    control: str
    who: str | None
    words: Rendered
    is_choice: bool = False


def history(entries: tuple[Said, ...], sheet: Sheet, focus: str) -> Node:
    """What was read, oldest first, as much of it as fits around the entry in focus."""
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(say("History"), sheet, (196, 70), HEADING)]
    type_ = sheet.body(PAST)
    at = next((i for i, entry in enumerate(entries) if entry.control == focus), len(entries) - 1)
    room, top = 790.0, 190.0
    tall = [_tall(entry, type_, sheet) for entry in entries]
    first, last = stretch(tall, at, room)
    y = top
    for index in range(first, last):
        children.append(_past(entries[index], y, tall[index], sheet, focus))
        y += tall[index]
    if first > 0:
        more = sheet.ended(more_above(first), LABEL, (1740, 150), sheet.quiet)
        children.append(Node(Role.STATUS, more.line.text, more.extent, (more,)))
    children.append(hint(say("Enter or click: back to that line · Escape or right click: close"), sheet))
    return Node(Role.SCREEN, say("History"), WHOLE, children=tuple(children))


def stretch(tall: list[float], at: int, room: float) -> tuple[int, int]:
    """The stretch of entries to show: it holds the one at `at`, late in the room, and fills it."""
    if not tall:
        return 0, 0
    first = last = at
    used = tall[at]
    while last + 1 < len(tall) and used + tall[last + 1] <= room and last - at < 2:
        last += 1
        used += tall[last]
    while first > 0 and used + tall[first - 1] <= room:
        first -= 1
        used += tall[first]
    while last + 1 < len(tall) and used + tall[last + 1] <= room:
        last += 1
        used += tall[last]
    return first, last + 1


def _tall(entry: Said, type_: Type, sheet: Sheet) -> float:
    return len(set_text(entry.words, type_, 1180, sheet.measure)) * type_.leading + 24


def _past(entry: Said, y: float, tall: float, sheet: Sheet, focus: str) -> Node:
    type_ = sheet.body(PAST)
    base = y + type_.size * 1.15
    focused = entry.control == focus
    marks: list[Mark] = []
    if focused:
        marks += [Poly(slanted(150, y, 1640, tall - 8), IRON), Poly(slanted(116, y, 22, tall - 8), BLOOD)]
    if entry.is_choice:
        marks.append(Poly(slanted(478, base - type_.size * 0.74, 9, type_.size * 0.86), AMBER))
    elif entry.who:
        who = entry.who.upper()
        name = sheet.fitted(who, sheet.label(LABEL), 316)
        marks.append(sheet.ended(who, name, (486, base), AMBER if focused else sheet.quiet))
    words = tuple(_emphatic(entry.words)) if entry.is_choice else entry.words
    marks += sheet.paragraph(words, type_, (520, base), 1180)
    said = plain(entry.words)
    spoken = (
        say("You chose: {choice}", choice=said) if entry.is_choice else f"{entry.who}: {said}" if entry.who else said
    )
    return Node(Role.ENTRY, spoken, Box(150, y, 1660, tall - 8), tuple(marks), entry.control)


def _emphatic(words: Rendered) -> Rendered:
    return tuple(type(run)(run.text, not run.emphasis) for run in words)


@dataclass(frozen=True, slots=True)
class Files:
    """A list of files to pick one from: (control, name) each, and what to do where it isn't there."""

    title: str
    entries: tuple[tuple[str, str], ...]
    note: str


def files(held: Files, sheet: Sheet, focus: str) -> Node:
    """As many of the files as fit around the one in focus, and the way back."""
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(held.title, sheet, (196, 70), HEADING)]
    at = next((i for i, (control, _) in enumerate(held.entries) if control == focus), 0)
    first, last = stretch([76.0] * len(held.entries), at, 640)
    y = 210.0
    for control, name in held.entries[first:last]:
        marks: list[Mark] = []
        if control == focus:
            marks += [Poly(slanted(150, y, 1640, 66), IRON), Poly(slanted(116, y, 22, 66), BLOOD)]
        marks.append(sheet.words(name, sheet.fitted(name, PAST, 1500), (212, y + 44)))
        children.append(Node(Role.ENTRY, name, Box(150, y, 1660, 66), tuple(marks), control))
        y += 76
    if not held.entries:
        children.append(nothing(sheet))
    small = sheet.label(SMALL)
    lines = sheet.paragraph(held.note, small, (196, 920), 1500, sheet.quiet)
    up = (len(lines) - 1) * small.leading
    lines = sheet.paragraph(held.note, small, (196, 920 - up), 1500, sheet.quiet)
    children.append(Node(Role.TEXT, held.note, Box(196, 894 - up, 1500, 40 + up), lines))
    children.append(button("close", say("Back"), sheet, (196, 1018), BUTTON.scaled(0.85), focus=focus))
    return Node(Role.SCREEN, held.title, WHOLE, children=tuple(children))


def nothing(sheet: Sheet) -> Node:
    """In place of a list that is empty."""
    words = sheet.words(say("Nothing here yet."), sheet.body(NOTE), (196, 300), sheet.quiet)
    return Node(Role.TEXT, say("Nothing here yet."), words.extent, (words,))


def notice(text: str, sheet: Sheet, row: int = 0) -> Node:
    """A short message at the top of the screen, clear of the title; `row` counts those above it."""
    type_ = sheet.fitted(text, sheet.label(LABEL), 1100 if sheet.text_size <= LARGE else 1300)
    wide = sheet.wide(text, type_)
    h = type_.size * 1.8
    x, y = 1690 - wide, 44 + row * (h + 12)
    marks = (Poly(slanted(x - 60, y, wide + 84, h), INK), Poly(slanted(x - 84, y, 14, h), AMBER))
    return Node(Role.STATUS, text, Box(x - 90, y, wide + 160, h), (*marks, sheet.words(text, type_, (x, y + h * 0.68))))
