"""Settings on pages: a row for each, with its value. Knows no setting's meaning."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Dots, Mark, Poly, outlined, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BODY,
    BONE,
    BUTTON,
    FOG,
    HEADING,
    INK,
    IRON,
    LABEL,
    SLANT,
    SLATE,
    Face,
    Type,
    mixed,
)
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, beside, button, heading, in_a_row, shade
from .tabs import Tab, tabs

ROW = Type(Face.HEAD, 31, 1.5)
TOP, ROOM = 216.0, 690.0
GAUGE, GAUGE_WIDE = 490.0, 200.0
"""Where the value stands in a row, and how wide the bar under it is."""
BEFORE = -0.2
"""Where along the value its left arrow ends, and the label."""


@dataclass(frozen=True, slots=True)
class Row:
    """A setting: its name, its label, its value in words, what it does; of a number, its `share` of the most."""

    control: str
    label: str
    value: str
    about: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A page of settings, the pages there are, and buttons at the foot.

    `arrows` show that arrows change a value; a `sample` shows below what the settings do to the text.
    """

    rows: tuple[Row, ...]
    pages: tuple[Tab, ...] = ()
    current: str = ""
    foot: tuple[tuple[str, str], ...] = ()
    title: str = ""
    arrows: bool = True
    sample: str = ""


def settings(panel: Panel, sheet: Sheet, focus: str) -> Node:
    """Two columns of settings; the one in focus is explained below."""
    children = [
        Node(Role.GROUP, "", WHOLE, (shade(255),)),
        heading(panel.title or say("Settings"), sheet, (196, 70), HEADING),
    ]
    children += tabs(panel.pages, panel.current, sheet, focus) if panel.pages else ()
    half = max(1, (len(panel.rows) + 1) // 2)
    step = min(92.0, ROOM / half)
    label = _label_type(panel, step, sheet)
    for index, row in enumerate(panel.rows):
        x, y = (178.0, 960.0)[index // half], TOP + index % half * step
        box = Box(x, y, 740, _tall(step))
        children.append(_row(row, box, sheet, label, focused=row.control == focus, arrows=panel.arrows))
    if panel.sample:
        children.append(_sample(panel.sample, TOP + half * step + 24, sheet))
    about = next((row.about for row in panel.rows if row.control == focus), "")
    if about:
        said = f"{about[:1].upper()}{about[1:]}" + (f" · {say('arrows change it')}" if panel.arrows else "")
        words = sheet.words(said, sheet.fitted(said, sheet.label(LABEL), 1600), (150, 966), sheet.quiet)
        children.append(Node(Role.TEXT, said, words.extent, (words,)))
    return Node(
        Role.SCREEN, panel.title or say("Settings"), WHOLE, children=(*children, *_foot(panel.foot, sheet, focus))
    )


def _sample(text: str, top: float, sheet: Sheet) -> Node:
    """Words as the story has them now: their size, their face, their lines, and the box behind them."""
    tall = 926 - top
    ground = slanted(178, top, 1522 - tall * SLANT, tall)
    type_ = sheet.body(BODY)
    left = 178 + tall * SLANT + 36
    fit = max(1, int((tall - 40) / type_.leading))
    wide = 1690 - tall * SLANT - left
    count = len(sheet.paragraph(text, type_, (0, 0), wide)[:fit])
    first = top + (tall - count * type_.leading) / 2 + type_.size * 1.06
    lines = sheet.paragraph(text, type_, (left, first), wide)[:fit]
    pattern = Dots(Box(178, top, 1700 - 178, tall - 8), 15, mixed(IRON, SLATE, 0.8), across=0.8, down=0.2, most=0.6)
    edges = (Poly(slanted(0, top, 178, tall), INK), Poly(slanted(1700 - tall * SLANT, top, 300, tall), INK))
    marks = (pattern, *edges, Poly(ground, INK, sheet.panel), *outlined(ground, 2, mixed(INK, FOG, 0.35)), *lines)
    return Node(Role.TEXT, text, Box(178, top, 1522, tall), marks)


def along(row: Box, at: Point) -> float:
    """Where a point lies along a row's value: 0 to 1, or beyond, where the arrows are and, before `BEFORE`, the label.

    `row` are the bounds of its node.
    """
    return (at[0] - row.x - 40 - GAUGE) / GAUGE_WIDE


def _gauge(x: float, y: float, share: float, *, focused: bool) -> tuple[Mark, ...]:
    """A slanted bar, filled as far as the value goes."""
    whole = Poly(slanted(x, y, GAUGE_WIDE, 7), mixed(INK, FOG, 0.45) if focused else IRON)
    if share <= 0:
        return (whole,)
    return whole, Poly(slanted(x, y, max(4.0, GAUGE_WIDE * share), 7), AMBER if focused else SLATE)


def _foot(foot: tuple[tuple[str, str], ...], sheet: Sheet, focus: str) -> list[Node]:
    """Buttons in a row at the foot, the last at the left."""
    type_ = in_a_row((label for _, label in foot), sheet, BUTTON.scaled(0.85 / (1 + (sheet.text_size - 1) / 2)), 1500)
    x, nodes = 196.0, []
    for control, label in reversed(foot):
        nodes.append(button(control, label, sheet, (x, 1036), type_, focus=focus))
        x += beside(label, sheet, type_)
    return nodes


def _tall(step: float) -> float:
    return step - max(8.0, step * 0.24)


def _label_type(panel: Panel, step: float, sheet: Sheet) -> Type:
    """One type for all labels of a page, in which most of them fit; a very long one is made smaller alone."""
    most = sheet.label(ROW).scaled(min(1.0, _tall(step) / 62))
    fitting = [sheet.fitted(one.label.upper(), most, _room(panel.arrows)).size for one in panel.rows]
    return most.scaled(max(0.75, min(fitting) / most.size)) if fitting else most


def _room(arrows: bool) -> float:
    return 400 if arrows else 310


def _row(row: Row, box: Box, sheet: Sheet, label: Type, *, focused: bool, arrows: bool) -> Node:
    """A setting in a box, which is as tall as there is room; `label` is the type of all labels of the page."""
    x, y, h = box.x, box.y, box.h
    base = y + h * 0.67
    type_ = sheet.fitted(row.label.upper(), label, _room(arrows))
    marks: list[Mark] = []
    if focused:
        marks += [Poly(slanted(x - 24, y, box.w, h), IRON), Poly(slanted(x - 58, y - 4, 22, h + 8), BLOOD)]
    marks.append(sheet.words(row.label.upper(), type_, (x + 28, base), BONE))
    colour = BONE if focused else sheet.quiet
    if arrows:
        value = sheet.fitted(row.value.upper(), label, 220)
        raised = 0.0 if row.share is None else h * 0.1
        marks.append(sheet.centred(row.value.upper(), value, (x + GAUGE + GAUGE_WIDE / 2, base - raised), colour))
        if row.share is not None:
            marks += _gauge(x + GAUGE, y + h * 0.8, row.share, focused=focused)
    else:
        left = 672 - sheet.wide(row.label.upper(), type_) - 40
        value = sheet.fitted(row.value, label.scaled(0.85), left)
        marks.append(sheet.ended(row.value, value, (x + 700, base), colour))
    if focused and arrows:
        marks += [_arrow(x + 462, y + h / 2, -1), _arrow(x + 718, y + h / 2, 1)]
    elif not focused:
        marks.append(Poly(((x, y + h + 4), (x + 716, y + h + 4), (x + 716, y + h + 5), (x, y + h + 5)), IRON))
    name = f"{row.label}: {row.value}"
    return Node(Role.BUTTON, name, Box(x - 40, y, box.w + h * SLANT, h + 8), tuple(marks), row.control, row.about)


def _arrow(x: float, y: float, way: int) -> Poly:
    return Poly(((x + 12 * way, y), (x - 6 * way, y - 12), (x - 6 * way, y + 12)), BONE)
