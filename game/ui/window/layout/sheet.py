"""How words and plates are set for one player: measure, text size, contrast. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from game.app.view import Rendered
from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Mark, Poly, Words, outlined, slanted
from game.ui.window.theme import AMBER, BONE, FOG, GARNET, INK, LABEL, PAPER, SLANT, SLATE, Colour, Type, mixed
from game.ui.window.typesetting import Line, Measure, one_line, set_text
from game.ui.window.widgets import Mode, Node, Role


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every layout needs to know of a player.

    `text_size` and `spacing` of lines are 0.8 to 2.0, `box` is 0 to 1, `tracking` 0 to 0.2: more room between letters,
    as a share of their size.
    """

    measure: Measure
    text_size: float = 1.0
    box: float = 0.91
    high_contrast: bool = False
    spacing: float = 1.0
    tracking: float = 0.0

    def body(self, type_: Type) -> Type:
        """A type at the player's text size; for everything that is read."""
        larger = type_.scaled(self.text_size)
        return replace(larger, spacing=self.spacing, tracking=larger.tracking + larger.size * self.tracking)

    def label(self, type_: Type) -> Type:
        """A type for names and buttons: it grows with the text size, but half as fast."""
        return type_.scaled(1 + (self.text_size - 1) / 2)

    @property
    def panel(self) -> int:
        """The strength of a panel, 0 to 255."""
        return 255 if self.high_contrast else round(255 * self.box)

    @property
    def quiet(self) -> Colour:
        """The colour of secondary text."""
        return BONE if self.high_contrast else FOG

    @property
    def accent(self) -> Colour:
        """The colour of small words that stand out."""
        return BONE if self.high_contrast else AMBER

    @property
    def dead(self) -> Colour:
        """The colour of what can't be used."""
        return FOG if self.high_contrast else mixed(SLATE, FOG, 0.35)

    @property
    def plate(self) -> tuple[Colour, Colour]:
        """The colours of a name plate, and of the words on it."""
        return (BONE, INK) if self.high_contrast else (GARNET, PAPER)

    @property
    def number(self) -> Colour:
        """The colour of a small sign on bone."""
        return INK if self.high_contrast else mixed(GARNET, INK, 0.55)

    def ground(self) -> tuple[Node, ...]:
        """Plain dark behind everything, for who asks for high contrast."""
        return (Node(Role.GROUP, "", WHOLE, (shade(255),)),) if self.high_contrast else ()

    def wide(self, text: str, type_: Type) -> float:
        """Width of some letters in virtual units."""
        return self.measure(text, type_)

    def paragraph(
        self, words: Rendered | str, type_: Type, at: Point, width: float, colour: Colour = BONE
    ) -> tuple[Words, ...]:
        """The words in lines; `at` is the left end of the first baseline."""
        lines = set_text(words, type_, width, self.measure)
        return tuple(
            Words((at[0], at[1] + index * type_.leading), line, type_, colour) for index, line in enumerate(lines)
        )

    def words(self, text: str, type_: Type, at: Point, colour: Colour = BONE, width: float | None = None) -> Words:
        """One line of text, cut with an ellipsis where it is wider than `width`."""
        return Words(at, one_line(text, type_, self.measure, width), type_, colour)

    def ended(self, text: str, type_: Type, at: Point, colour: Colour = BONE) -> Words:
        """One line of text whose right end is at `at`."""
        line = one_line(text, type_, self.measure)
        return Words((at[0] - line.width, at[1]), line, type_, colour)

    def centred(self, text: str, type_: Type, at: Point, colour: Colour = BONE) -> Words:
        """One line of text around a middle."""
        line: Line = one_line(text, type_, self.measure)
        return Words((at[0] - line.width / 2, at[1]), line, type_, colour)

    def banner(self, text: str, type_: Type, width: float, lines: int = 2) -> tuple[Type, tuple[str, ...]]:
        """Large words on so few lines as keep them large: the type that fits, and the lines, evenly filled."""
        words = text.split()
        best: tuple[Type, tuple[str, ...]] = self.fitted(text, type_, width), (text,)
        for count in range(2, min(lines, len(words)) + 1):
            rows = _even(words, count, lambda row: self.wide(row, type_))
            fitting = min((self.fitted(row, type_, width) for row in rows), key=lambda t: t.size)
            if fitting.size > best[0].size * 1.25:
                best = fitting, rows
        return best

    def fitted(self, text: str, type_: Type, width: float) -> Type:
        """The type, made smaller where the text would be wider than `width`."""
        wide = self.wide(text, type_)
        return type_ if wide <= width else type_.scaled(width / wide)


def _even(words: list[str], count: int, wide: Callable[[str], float]) -> tuple[str, ...]:
    """The words on `count` rows, the widest as narrow as can be."""
    cuts = combinations(range(1, len(words)), count - 1)
    divided = ([words[a:b] for a, b in pairwise((0, *cut, len(words)))] for cut in cuts)
    return min((tuple(" ".join(row) for row in rows) for rows in divided), key=lambda rows: max(map(wide, rows)))


def plate(x: float, y: float, w: float, h: float, colour: Colour, sliver: Colour | None = AMBER) -> tuple[Mark, ...]:
    """The game's name plate: a slanted bar, and a sliver after it."""
    bar = Poly(slanted(x, y, w, h), colour)
    return (bar,) if sliver is None else (bar, Poly(slanted(x + w + h * 0.28, y, h * 0.41, h), sliver))


def heading(text: str, sheet: Sheet, at: Point, type_: Type) -> Node:
    """A screen's name on a plate; `at` is the top left of its words."""
    caps = text.upper()
    usual = type_.size
    type_ = sheet.label(type_)
    wide, h = sheet.wide(caps, type_), type_.size * 1.5
    x, y = at[0] - h * SLANT - type_.size * 0.35, at[1] - (type_.size - usual) * 1.2  # it grows upwards
    width = wide + type_.size * 0.7 + h * SLANT
    marks = (*plate(x, y, width, h, sheet.plate[0]), sheet.words(caps, type_, (at[0], y + h * 0.75), sheet.plate[1]))
    return Node(Role.HEADING, text, Box(x, y, width + h * SLANT, h), marks)


def button(control: str, text: str, sheet: Sheet, at: Point, type_: Type, *, focus: str, enabled: bool = True) -> Node:
    """Words in capitals that stand on a red plate while they have the focus. `at` is the left end of the baseline."""
    caps = text.upper()
    type_ = sheet.label(type_)
    h = type_.size * 1.42
    x, y = at[0] - h * SLANT - type_.size * 0.3, at[1] - type_.size * 1.06
    width = sheet.wide(caps, type_) + type_.size * 0.62 + h * SLANT
    focused = control == focus
    marks: tuple[Mark, ...] = plate(x, y, width, h, sheet.plate[0]) if focused and enabled else ()
    if focused and not enabled:
        marks = outlined(slanted(x, y, width, h), 3, SLATE)
    colour = sheet.dead if not enabled else sheet.plate[1] if focused else BONE
    marks = (*marks, sheet.words(caps, type_, at, colour))
    modes = frozenset() if enabled else frozenset({Mode.DISABLED})
    return Node(Role.BUTTON, text, Box(x, y, width + h * SLANT, h), marks, control, modes=modes)


def beside(text: str, sheet: Sheet, type_: Type) -> float:
    """From the left end of a button's words to that of the next one's: both have room for plate and sliver."""
    type_ = sheet.label(type_)
    return sheet.wide(text.upper(), type_) + 2.25 * type_.size + 22


def in_a_row(labels: Iterable[str], sheet: Sheet, type_: Type, room: float) -> Type:
    """The type in which buttons of these words stand in a row that is `room` wide."""
    wide = sum(beside(label, sheet, type_) for label in labels)
    return type_.scaled(min(1.0, room / wide)) if wide else type_


def hint(text: str, sheet: Sheet, width: float = 1640) -> Node:
    """A quiet line at the foot of a screen that says which keys do what; as large as it fits into `width`."""
    type_ = sheet.fitted(text, sheet.label(LABEL), width)
    return Node(Role.TEXT, text, Box(150, 1010, width, 40), (sheet.words(text, type_, (150, 1040), sheet.quiet),))


def shade(strength: int = 238) -> Poly:
    """The whole screen under ink."""
    return Poly(((0, 0), (1920, 0), (1920, 1080), (0, 1080)), INK, strength)
