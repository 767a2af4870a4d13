"""Choices as a stair of slanted plates above the text box. Knows what is on offer, not what it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.view import Option, plain
from game.app.wording import many
from game.ui.window.geometry import Box, Point
from game.ui.window.marks import Disc, Mark, Poly, Words, outlined, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BONE,
    CHOICE,
    FOG,
    INK,
    LABEL,
    NOTE,
    RULE_END,
    SLANT,
    SLATE,
    Colour,
    mixed,
)
from game.ui.window.typesetting import set_text
from game.ui.window.widgets import Mode, Node, Role

from .sheet import Sheet

TOP = 96.0
"""Choices begin no higher than this."""
FOOT = 1004.0
"""Where they end when they take the place of the text."""
GAP = 14.0


@dataclass(frozen=True, slots=True)
class Offer:
    """Choices on offer, those taken in earlier runs, and whether a name plate stands below them."""

    options: tuple[Option, ...]
    taken: frozenset[str] = frozenset()
    named: bool = False


def stair(offer: Offer, sheet: Sheet, focus: str, rule: float) -> tuple[tuple[Node, ...], bool]:
    """The choices as a stair of plates, and whether they cover the text."""
    if not offer.options:
        return (), False
    plates = [_Plate(option, sheet) for option in offer.options]
    gap = 14.0
    tall = sum(p.height for p in plates) + gap * (len(plates) - 1)
    ceiling = rule - (120 if offer.named else 44)
    covered = tall > ceiling - TOP
    bottom = 1004.0 if covered else ceiling
    first, count = _window(plates, focus, bottom - TOP, gap)
    shown = list(enumerate(plates))[first : first + count]
    nodes: list[Node] = []
    for index, shape in reversed(shown):
        y = bottom - shape.height
        x = 212 + (1004 - bottom) * SLANT if covered else 212 + (rule - bottom) * SLANT
        nodes.append(shape.node(index, x, y, focus, option_taken=shape.option.id in offer.taken))
        bottom = y - gap
    more = _more(first, len(plates) - first - count, sheet)
    return (*reversed(nodes), *more), covered


def _window(plates: list[_Plate], focus: str, room: float, gap: float) -> tuple[int, int]:
    """Which plates fit around the one in focus: (first, how many)."""
    at = next((i for i, shape in enumerate(plates) if f"choice.{shape.option.id}" == focus), 0)
    first, last, tall = at, at, plates[at].height
    while True:
        if last + 1 < len(plates) and tall + plates[last + 1].height + gap <= room:
            last += 1
            tall += plates[last].height + gap
        elif first > 0 and tall + plates[first - 1].height + gap <= room:
            first -= 1
            tall += plates[first].height + gap
        else:
            return first, last - first + 1


def _more(above: int, below: int, sheet: Sheet) -> tuple[Node, ...]:
    if not above and not below:
        return ()
    text = " · ".join([more_above(above)] * bool(above) + [more_below(below)] * bool(below))
    return (
        Node(Role.STATUS, text, Box(1300, 30, 400, 40), (sheet.ended(text, LABEL, (RULE_END - 200, 58), sheet.quiet),)),
    )


def more_above(count: int) -> str:
    """What is said of entries that do not fit, above."""
    return many("{number} more above", "{number} more above", count)


def more_below(count: int) -> str:
    """What is said of entries that do not fit, below."""
    return many("{number} more below", "{number} more below", count)


class _Plate:
    """One choice, set: how tall it is and what it looks like."""

    WIDTH = 1050.0

    def __init__(self, option: Option, sheet: Sheet) -> None:
        self.option = option
        self.sheet = sheet
        self.type = sheet.body(CHOICE)
        self.note = sheet.body(NOTE)
        self.lines = set_text(option.words, self.type, self.WIDTH, sheet.measure)
        closed = option.reason is not None and not option.open
        self.reason = set_text(option.reason or (), self.note, self.WIDTH, sheet.measure) if closed else ()
        self.height = 30 * sheet.text_size + self._text_height

    @property
    def _text_height(self) -> float:
        lead = self.type.leading * 0.9
        return len(self.lines) * lead + len(self.reason) * self.note.leading * 0.88 - lead * 0.32

    def node(self, index: int, x: float, y: float, focus: str, *, option_taken: bool) -> Node:
        """The plate with its bottom left corner on the stair."""
        option = self.option
        control = f"choice.{option.id}"
        focused = control == focus
        box = Box(x, y, self.WIDTH + 170, self.height)
        marks = self._ground(box, focused) + self._number(index, box, focused) + self._words(box, focused)
        if option_taken:
            marks += self._taken(box, focused)
        modes = frozenset({Mode.DISABLED} if not option.open else ()) | frozenset({Mode.TAKEN} if option_taken else ())
        reason = plain(option.reason) if option.reason and not option.open else ""
        return Node(Role.CHOICE, plain(option.words), box, marks, control, reason, modes)

    def _ground(self, box: Box, focused: bool) -> tuple[Mark, ...]:
        shape = slanted(box.x, box.y, box.w, box.h)
        if focused and self.option.open:
            return (Poly(shape, BONE), Poly(_bar(box), BLOOD))
        edge = outlined(shape, 3 if focused else 2, BONE if focused else mixed(INK, FOG, 0.45))
        bars = (Poly(_bar(box), SLATE),) if focused else ()
        return (Poly(shape, INK, max(self.sheet.panel, 251)), *edge, *bars)

    def _number(self, index: int, box: Box, focused: bool) -> tuple[Mark, ...]:
        type_ = self.sheet.label(LABEL)
        middle = box.y + box.h / 2
        x = box.x + box.h * SLANT / 2 + 42
        if not self.option.open:
            return _padlock(x, middle, FOG)
        if index > 8:
            return ()
        colour = self.sheet.number if focused else AMBER
        return (self.sheet.centred(str(index + 1), type_.scaled(1.2), (x, middle + type_.size * 0.43), colour),)

    def _words(self, box: Box, focused: bool) -> tuple[Mark, ...]:
        colour = INK if focused and self.option.open else BONE if self.option.open else self.sheet.quiet
        lead = self.type.leading * 0.9
        y = box.y + (box.h - self._text_height) / 2 + self.type.size * 0.86
        left = box.x + box.h * SLANT / 2 + 78
        marks: list[Mark] = []
        for line in self.lines:
            marks.append(Words((left, y), line, self.type, colour))
            y += lead
        y -= lead - self.note.leading * 0.88 - 4
        for line in self.reason:
            marks.append(Words((left, y), line, self.note, self.sheet.quiet))
            y += self.note.leading * 0.88
        return tuple(marks)

    def _taken(self, box: Box, focused: bool) -> tuple[Mark, ...]:
        x, y = box.right - 64, box.y + box.h / 2
        colour = BLOOD if focused else AMBER
        return (
            Poly(((x, y), (x + 7, y - 5), (x + 14, y + 5), (x + 11, y + 13)), colour),
            Poly(((x + 11, y + 13), (x + 9, y + 4), (x + 30, y - 16), (x + 36, y - 13)), colour),
        )


def _bar(box: Box) -> tuple[Point, ...]:
    """The slanted bar before the plate in focus."""
    return slanted(box.x - 34, box.y - 5, 24, box.h + 10)


def _padlock(x: float, y: float, colour: Colour) -> tuple[Mark, ...]:
    body = ((x - 11, y - 3), (x + 11, y - 3), (x + 11, y + 14), (x - 11, y + 14))
    return (Disc((x, y - 4), 9, colour, ring=3.5), Poly(body, colour))
