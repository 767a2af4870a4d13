"""A row of pages to turn to, and pages of anything. Knows nothing of what stands on them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.window.geometry import Box
from game.ui.window.marks import Mark, Poly, slanted
from game.ui.window.theme import AMBER, LABEL, SLANT
from game.ui.window.widgets import Mode, Node, Role

from .sheet import Sheet

END = 1760.0
"""Where the row ends, at the right."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page: its control, its label on the row, and what it is called aloud (the label, if empty)."""

    control: str
    label: str
    name: str = ""


def tabs(pages: tuple[Tab, ...], current: str, sheet: Sheet, focus: str, y: float = 128) -> tuple[Node, ...]:
    """The row, ending at the right; the page that is shown stands in amber over a bar, so not by colour alone."""
    type_ = sheet.label(LABEL)
    gap = 34.0
    wide = [sheet.wide(page.label.upper(), type_) for page in pages]
    room = END - 870
    total = sum(wide) + gap * (len(pages) - 1)
    if total > room:
        type_, gap = type_.scaled(room / total), gap * room / total
        wide = [w * room / total for w in wide]
    x = END - sum(wide) - gap * (len(pages) - 1)
    nodes = []
    for page, width in zip(pages, wide, strict=True):
        nodes.append(_tab(page, Box(x, y, width, type_.size), sheet, current=current, focus=focus))
        x += width + gap
    return tuple(nodes)


def _tab(page: Tab, at: Box, sheet: Sheet, *, current: str, focus: str) -> Node:
    """`at` is the left end of the baseline, the words' width and their size."""
    here, focused = page.control == current, page.control == focus
    type_ = replace(LABEL, size=at.h, tracking=LABEL.tracking * at.h / LABEL.size)
    box = Box(at.x - 14, at.y - at.h * 1.12, at.w + 26, at.h * 1.6)
    marks: list[Mark] = []
    if focused:
        marks.append(Poly(slanted(box.x - 10, box.y, box.w, box.h), sheet.plate[0]))
    if here:
        marks.append(Poly(slanted(at.x - 6, at.y + at.h * 0.55, at.w + 6, 5), AMBER))
    colour = sheet.plate[1] if focused else AMBER if here else sheet.quiet
    marks.append(sheet.words(page.label.upper(), type_, (at.x, at.y), colour))
    bounds = Box(box.x - 10, box.y, box.w + box.h * SLANT + 10, box.h)
    modes = frozenset({Mode.ON} if here else ())
    return Node(Role.BUTTON, page.name or page.label, bounds, tuple(marks), page.control, modes=modes)
