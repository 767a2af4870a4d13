"""The endings that were found and those that are dark, and long pages of text. Knows no story."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.view import Ending
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

from .cards import GROUND, KIND_WORDS
from .lists import stretch
from .sheet import Sheet, button, heading, shade

ROW = Type(Face.HEAD, 33, 1.5)
STEP = 74.0
UNKNOWN = "Not yet found"
NO_HINT = "Nothing is known of it."

DARK = Backdrop(
    alt="A disc in the dark",
    poster=(
        GROUND,
        Disc((1440, 470), 300, mixed(INK, IRON, 0.5)),
        Dots(Box(1140, 170, 600, 600), 15, mixed(INK, SLATE, 0.45), down=1.4, most=0.5, round=True),
    ),
)
"""What stands behind an ending that was not found, and behind a long page."""


def found_backdrop(end: Ending, *, pictured: bool) -> Backdrop:
    """What stands behind an ending that was found: its picture, where there is one."""
    return Backdrop(end.picture, end.title, end.alt or "") if pictured else DARK


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
        return self.end.title if self.found else UNKNOWN


def gallery(endings: tuple[Shown, ...], sheet: Sheet, focus: str, *, again: bool) -> Node:
    """The endings in a column; of the one in focus its kind and words, or its hint. `again`: it can be read again."""
    children = [_veil(sheet), heading("Endings", sheet, (196, 70), HEADING), _found(endings, sheet)]
    at = next((i for i, shown in enumerate(endings) if shown.control == focus), 0)
    first, last = stretch([STEP] * len(endings), at, 480)
    for row, shown in enumerate(endings[first:last]):
        children.append(_row(shown, 268 + row * STEP, sheet, focus))
    if endings:
        children += _about(endings[at], sheet)
    children.append(button("close", "Back", sheet, (196, 1018), BUTTON.scaled(0.85), focus=focus))
    if again:
        children.append(hint_beside("Enter: read on from the last decision before it", sheet))
    return Node(Role.SCREEN, "Endings", WHOLE, children=tuple(children))


def hint_beside(text: str, sheet: Sheet) -> Node:
    """A quiet line beside the way back."""
    words = sheet.words(text, sheet.label(LABEL).scaled(0.9), (420, 1016), sheet.quiet)
    return Node(Role.TEXT, text, words.extent, (words,))


def _found(endings: tuple[Shown, ...], sheet: Sheet) -> Node:
    found = sum(shown.found for shown in endings)
    text = f"{found} of {len(endings)} found"
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
    detail = KIND_WORDS.get(shown.end.kind, "") if shown.found else shown.end.hint or NO_HINT
    return Node(Role.ENTRY, shown.title, Box(116, y, 760, 60), tuple(marks), shown.control, detail, modes)


def _about(shown: Shown, sheet: Sheet) -> tuple[Node, ...]:
    """What is known of an ending."""
    kind = KIND_WORDS.get(shown.end.kind, shown.end.kind) if shown.found else "A hint"
    words = shown.end.epigraph if shown.found else shown.end.hint or NO_HINT
    label = sheet.words(kind.upper(), sheet.label(LABEL), (196, 800), AMBER)
    lines = sheet.paragraph(words or "", sheet.body(NOTE), (196, 850), 640)[:4]
    nodes = [Node(Role.TEXT, kind, label.extent, (label,))]
    if words:
        nodes.append(Node(Role.TEXT, words, Box(196, 820, 660, 150), lines))
    return tuple(nodes)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, a paragraph each."""

    title: str
    lines: tuple[str, ...]


def scroll(title: str, sections: tuple[Section, ...], sheet: Sheet, at: int) -> tuple[Node, int]:
    """A long page from its line `at` on, and how many lines it can be scrolled by."""
    rows: list[tuple[str, Type, str]] = []
    for section in sections:
        rows.append((section.title.upper(), sheet.label(LABEL), "heading"))
        for text in section.lines:
            lines = sheet.paragraph(text, sheet.body(BODY).scaled(0.88), (0, 0), 1380)
            rows += [(words.line.text, words.type, "text") for words in lines]
        rows.append(("", sheet.label(LABEL), "gap"))
    step = sheet.body(BODY).scaled(0.88).leading
    fit = int(770 / step)
    most = max(0, len(rows) - fit)
    at = max(0, min(at, most))
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(title, sheet, (196, 70), HEADING)]
    for index, (text, type_, kind) in enumerate(rows[at : at + fit]):
        if text:
            words = sheet.words(text, type_, (262, 236 + index * step), AMBER if kind == "heading" else BONE)
            role = Role.HEADING if kind == "heading" else Role.TEXT
            children.append(Node(role, text, words.extent, (words,)))
    children.append(button("close", "Back", sheet, (196, 1040), BUTTON.scaled(0.85), focus="close"))
    if most:
        children.append(hint_beside(f"Arrows or wheel: {'up' if at == most else 'down'}", sheet))
    return Node(Role.SCREEN, title, WHOLE, children=tuple(children)), most
