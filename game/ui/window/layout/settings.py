"""Settings on pages: a row for each, with its value. Knows no setting's meaning."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Mark, Poly, slanted
from game.ui.window.theme import BLOOD, BONE, BUTTON, HEADING, IRON, LABEL, SLANT, Face, Type
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, button, heading, shade
from .tabs import Tab, tabs

ROW = Type(Face.HEAD, 31, 1.5)
TOP, ROOM = 216.0, 690.0


@dataclass(frozen=True, slots=True)
class Row:
    """A setting: its name, its label, its value in words, and what it does."""

    control: str
    label: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A page of settings, the pages there are, and buttons at the foot. `arrows` show that arrows change a value."""

    rows: tuple[Row, ...]
    pages: tuple[Tab, ...] = ()
    current: str = ""
    foot: tuple[tuple[str, str], ...] = ()
    title: str = ""
    arrows: bool = True


def settings(panel: Panel, sheet: Sheet, focus: str) -> Node:
    """Two columns of settings; the one in focus is explained below."""
    children = [
        Node(Role.GROUP, "", WHOLE, (shade(255),)),
        heading(panel.title or say("Settings"), sheet, (196, 70), HEADING),
    ]
    children += tabs(panel.pages, panel.current, sheet, focus) if panel.pages else ()
    half = max(1, (len(panel.rows) + 1) // 2)
    step = min(92.0, ROOM / half)
    for index, row in enumerate(panel.rows):
        x, y = (178.0, 960.0)[index // half], TOP + index % half * step
        box = Box(x, y, 740, step - max(8.0, step * 0.24))
        children.append(_row(row, box, sheet, focused=row.control == focus, arrows=panel.arrows))
    about = next((row.about for row in panel.rows if row.control == focus), "")
    if about:
        said = f"{about[:1].upper()}{about[1:]}" + (f" · {say('arrows change it')}" if panel.arrows else "")
        words = sheet.words(said, LABEL, (150, 966), sheet.quiet, 1600)
        children.append(Node(Role.TEXT, said, words.extent, (words,)))
    return Node(
        Role.SCREEN, panel.title or say("Settings"), WHOLE, children=(*children, *_foot(panel.foot, sheet, focus))
    )


def _foot(foot: tuple[tuple[str, str], ...], sheet: Sheet, focus: str) -> list[Node]:
    """Buttons in a row at the foot, the last at the left."""
    type_ = BUTTON.scaled(0.85 / (1 + (sheet.text_size - 1) / 2))
    x, nodes = 196.0, []
    for control, label in reversed(foot):
        nodes.append(button(control, label, sheet, (x, 1036), type_, focus=focus))
        x += sheet.wide(label.upper(), sheet.label(type_)) + 120
    return nodes


def _row(row: Row, box: Box, sheet: Sheet, *, focused: bool, arrows: bool) -> Node:
    """A setting in a box, which is as tall as there is room."""
    x, y, h = box.x, box.y, box.h
    base = y + h * 0.67
    most = sheet.label(ROW).scaled(min(1.0, h / 62))
    type_ = sheet.fitted(row.label.upper(), most, 400 if arrows else 320)
    marks: list[Mark] = []
    if focused:
        marks += [Poly(slanted(x - 24, y, box.w, h), IRON), Poly(slanted(x - 58, y - 4, 22, h + 8), BLOOD)]
    marks.append(sheet.words(row.label.upper(), type_, (x + 28, base), BONE))
    colour = BONE if focused else sheet.quiet
    if arrows:
        value = sheet.fitted(row.value.upper(), most, 220)
        marks.append(sheet.centred(row.value.upper(), value, (x + 590, base), colour))
    else:
        value = sheet.fitted(row.value, most.scaled(0.85), 330)
        marks.append(sheet.ended(row.value, value, (x + 700, base), colour))
    if focused and arrows:
        marks += [_arrow(x + 462, y + h / 2, -1), _arrow(x + 718, y + h / 2, 1)]
    elif not focused:
        marks.append(Poly(((x, y + h + 4), (x + 716, y + h + 4), (x + 716, y + h + 5), (x, y + h + 5)), IRON))
    name = f"{row.label}: {row.value}"
    return Node(Role.BUTTON, name, Box(x - 40, y, box.w + h * SLANT, h + 8), tuple(marks), row.control, row.about)


def _arrow(x: float, y: float, way: int) -> Poly:
    return Poly(((x + 12 * way, y), (x - 6 * way, y - 12), (x - 6 * way, y + 12)), BONE)
