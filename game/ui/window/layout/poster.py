"""The cards before a scene: words where a poster is dark and quiet, and a poster for those without. Knows no story."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.window.frame import Backdrop
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Disc, Dots, Mark, Poly, Words, slanted
from game.ui.window.theme import BONE, DISPLAY, FOG, HEADING, INK, IRON, NOTE, SLANT, SLATE, Type, mixed
from game.ui.window.widgets import Node, Role

from .sheet import Sheet

EDGE = 1200.0
"""Every poster is ink left of an edge on the game's slant; this is its x at the top."""
LEFT, COLUMN = 150.0, 640.0
"""Where the last row begins, and how wide the words may be there."""
FOOT = 690.0
"""The baseline of the last row."""
ROWS = 4
BELOW = NOTE.scaled(1.3)
TALLEST = DISPLAY.scaled(1.12)
LEADING = 1.06
SLIDE = 150.0
"""How far the words come in from, along the slant."""


DRAWN = Backdrop(
    poster=(
        Poly(((0, 0), (1920, 0), (1920, 1080), (0, 1080)), mixed(INK, IRON, 0.5)),
        Dots(Box(660, 120, 1260, 960), 15, mixed(IRON, SLATE, 0.3), across=0.7, down=1.0, most=0.5),
        Disc((1500, 430), 292, mixed(IRON, SLATE, 0.45), ring=9),
        Disc((1500, 430), 262, mixed(IRON, SLATE, 0.6)),
        Dots(Box(1238, 168, 524, 524), 13, mixed(INK, IRON, 0.6), down=1.6, most=0.52, round=True),
        Poly(((0, 0), (EDGE, 0), (EDGE - 1080 * SLANT, 1080), (0, 1080)), INK),
        Poly(slanted(EDGE + 26 - 1080 * SLANT, 0, 12, 1080), BONE),
    )
)
"""Behind a card that nobody has printed."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A card: a small line above, the large words, a quiet line below, and the picture with its alt text.

    `said` is what the first two say together, `act` whether it opens an act. Without a picture it is one that the game
    draws.
    """

    above: str
    head: str
    said: str
    below: str = ""
    picture: str = ""
    alt: str = ""
    act: bool = False

    @property
    def backdrop(self) -> Backdrop:
        """What stands behind the words."""
        return Backdrop(self.picture, alt=self.alt) if self.picture else DRAWN


def poster(card: Poster, sheet: Sheet, done: float = 1.0) -> Node:
    """The words on a printed card, `done` of the way in: from 0, where nothing is seen of them yet, to 1."""
    type_, rows = sheet.banner((card.head or card.above).upper(), TALLEST, COLUMN, ROWS)
    step = type_.size * LEADING
    words = _leaning(rows, type_, step, sheet, done)
    label = _label(card.above, words[0].at[0], words[0].at[1] - type_.size, sheet) if card.above and card.head else ()
    nodes = [*_ground(sheet), Node(Role.HEADING, card.said, _around(words), (*label, *words) if done else ())]
    if card.below:
        italic = sheet.body(BELOW)
        at = LEFT - (56 + italic.size) * SLANT, FOOT + 56 + italic.size
        lines = sheet.paragraph(card.below, italic, at, COLUMN - 60)
        nodes.append(Node(Role.TEXT, card.below, _around(lines), lines if done else ()))
    if card.alt:
        nodes.append(Node(Role.TEXT, card.alt, WHOLE))
    return Node(Role.SCREEN, card.said, WHOLE, children=tuple(nodes))


def _ground(sheet: Sheet) -> tuple[Node, ...]:
    """For who asks for high contrast, a plain plate where the posters are dark."""
    if not sheet.high_contrast:
        return ()
    plate = (Poly(slanted(-700, -20, EDGE + 700 - 1120 * SLANT, 1120), INK),)
    return (Node(Role.GROUP, "", WHOLE, plate),)


def _leaning(rows: tuple[str, ...], type_: Type, step: float, sheet: Sheet, done: float) -> tuple[Words, ...]:
    """The large words, each row further left than the one above it, as the game's plates lean."""
    last = len(rows) - 1
    placed = []
    for index, row in enumerate(rows):
        up, away = step * (last - index), _away(done, index)
        placed.append(sheet.words(row, type_, (LEFT + (up - away) * SLANT, FOOT - up + away)))
    return tuple(placed)


def _away(done: float, index: int) -> float:
    """How far a row still is from its place; the upper ones come first."""
    left = 1 - min(1.0, max(0.0, done * 1.4 - index * 0.1))
    return SLIDE * left**3


def _label(text: str, x: float, top: float, sheet: Sheet) -> tuple[Mark, ...]:
    """The small line, in ink on a plate of bone."""
    type_ = sheet.label(HEADING.scaled(0.62))
    caps, h = text.upper(), type_.size * 1.5
    y, wide = top - h - 26, sheet.wide(text.upper(), type_) + type_.size * 0.9
    x += 26 * SLANT
    return (
        Poly(slanted(x, y, wide, h), BONE),
        Poly(slanted(x + wide + h * 0.2, y, h * 0.24, h), FOG),
        sheet.words(caps, type_, (x + h * SLANT * 0.5 + type_.size * 0.42, y + h * 0.75), INK),
    )


def _around(words: tuple[Words, ...]) -> Box:
    box = words[0].extent
    for row in words[1:]:
        box = box.joined(row.extent)
    return box
