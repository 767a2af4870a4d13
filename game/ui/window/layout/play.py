"""The reading screen: text box, name plate, choices, quick menu. Knows the moment of play, not how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.view import Option, Rendered
from game.app.wording import later, many, say
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Mark, Poly, Wash, Words, slanted
from game.ui.window.theme import (
    AMBER,
    BODY,
    BONE,
    FOG,
    INK,
    IRON,
    LABEL,
    MARGIN,
    NAME,
    QUICK,
    RULE_END,
    RULE_Y,
    SLANT,
    TEXT_WIDTH,
    Colour,
    mixed,
)
from game.ui.window.typesetting import Line, set_text
from game.ui.window.widgets import Mode, Node, Role

from .choices import TOP, Offer, stair
from .sheet import Sheet, plate

QUICK_BASELINE = 1062.0
QUICK_WIDE = 1150.0
AIR = 24.0
"""From the tails of the last line to the capitals of the quick menu, at the least."""
FIRST_BASELINE = 52.0
"""From the rule to the first baseline."""
QUICK_MENU = (
    ("back", later("Back")),
    ("history", later("History")),
    ("skip", later("Skip")),
    ("auto", later("Auto")),
    ("save", later("Save")),
    ("q_save", later("Q.Save")),
    ("q_load", later("Q.Load")),
    ("menu", later("Menu")),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the reading screen shows now. `lines` are those of the page being read."""

    lines: tuple[Line, ...] = ()
    words: str = ""
    speaker: str | None = None
    sliver: Colour = AMBER
    options: tuple[Option, ...] = ()
    taken: frozenset[str] = frozenset()
    complete: bool = False
    time_left: float | None = None
    """Share of the time for a timed choice that is left, 0 to 1."""
    seconds_left: int = 0
    on: frozenset[str] = frozenset()
    """Quick-menu modes that are on: `auto`, `skip`."""
    can_go_back: bool = False
    been: str = ""
    """A word to somebody who has stood here before."""

    @property
    def offer(self) -> Offer:
        """What there is to choose."""
        return Offer(self.options, self.taken, named=self.speaker is not None)


def pages(words: Rendered, sheet: Sheet) -> tuple[tuple[Line, ...], ...]:
    """A line of the story, set; as many pages as it needs. At least one."""
    type_ = sheet.body(BODY)
    lines = set_text(words, type_, TEXT_WIDTH, sheet.measure)
    most = int((last_baseline(sheet) - 320 - FIRST_BASELINE * sheet.text_size) // type_.leading) + 1
    return tuple(lines[at : at + most] for at in range(0, len(lines), most))


def last_baseline(sheet: Sheet) -> float:
    """Where the text ends: with air between it and the quick menu, however large both are."""
    return min(1008.0, QUICK_BASELINE - sheet.label(QUICK).size * 0.75 - sheet.body(BODY).size * 0.26 - AIR)


def rule_y(lines: int, sheet: Sheet) -> float:
    """Where the rule above the text runs: the box grows upwards when it must."""
    type_ = sheet.body(BODY)
    return min(RULE_Y, last_baseline(sheet) - (lines - 1) * type_.leading - FIRST_BASELINE * sheet.text_size)


def typed(moment: Moment, sheet: Sheet) -> tuple[Words, ...]:
    """The text itself, which is revealed letter by letter."""
    type_ = sheet.body(BODY)
    top = rule_y(len(moment.lines), sheet) + FIRST_BASELINE * sheet.text_size
    return tuple(
        Words((MARGIN, top + index * type_.leading), line, type_, BONE) for index, line in enumerate(moment.lines)
    )


def play(moment: Moment, sheet: Sheet, focus: str = "") -> Node:
    """The tree of the reading screen, without the letters of the text (see `typed`)."""
    rule = rule_y(len(moment.lines), sheet)
    choices, covered = stair(moment.offer, sheet, focus, rule)
    text = () if covered else _text(moment, sheet, rule)
    children = (
        _panel(sheet, TOP - 60 if covered else rule),
        *text,
        *_timer(moment, sheet, TOP - 22 if covered else rule),
        *choices,
    )
    quick = _quick_menu(moment, sheet, focus)
    been = _been(moment, sheet, quick[0].bounds.x) if moment.been else ()
    return Node(Role.SCREEN, say("Story"), WHOLE, children=(*children, *been, *quick))


def covers_text(moment: Moment, sheet: Sheet) -> bool:
    """Whether so much is on offer that the choices take the place of the text."""
    return stair(moment.offer, sheet, "", rule_y(len(moment.lines), sheet))[1]


def _panel(sheet: Sheet, rule: float) -> Node:
    strength = sheet.panel
    marks = (
        Wash(Box(0, rule - 170, 1920, 190), INK, 0, strength),
        Wash(Box(0, rule + 20, 1920, 1080 - rule - 20), INK, strength, max(strength, 246)),
    )
    return Node(Role.GROUP, "", Box(0, rule, 1920, 1080 - rule), marks)


def _text(moment: Moment, sheet: Sheet, rule: float) -> tuple[Node, ...]:
    nodes = []
    line = Poly(((240, rule), (RULE_END, rule), (RULE_END, rule + 2), (240, rule + 2)), BONE, 120)
    if moment.speaker:
        nodes.append(_name(moment.speaker, moment.sliver, sheet, rule))
    marks: tuple[Mark, ...] = (line,) if moment.lines else ()
    if moment.complete and moment.lines and not moment.options:
        last = typed(moment, sheet)[-1]
        x, y = last.at[0] + last.line.width + 18, last.at[1] - 22 * sheet.text_size
        marks = (*marks, Poly(slanted(x, y, 9, 22 * sheet.text_size), AMBER))
    box = Box(MARGIN, rule, TEXT_WIDTH + 60, last_baseline(sheet) - rule + 20)
    if not moment.words:
        return tuple(nodes)
    return (*nodes, Node(Role.TEXT, moment.words, box, marks))


def _name(name: str, sliver: Colour, sheet: Sheet, rule: float) -> Node:
    type_ = sheet.label(NAME)
    caps, h = name.upper(), type_.size * 1.5
    y = rule - 12 - h
    width = max(300.0, sheet.wide(caps, type_) + 50 + h * SLANT * 2)
    ground, ink = sheet.plate
    words = sheet.words(caps, type_, (MARGIN, y + h * 0.755), ink)
    return Node(Role.HEADING, name, Box(212, y, width + 80, h), (*plate(212, y, width, h, ground, sliver), words))


def _timer(moment: Moment, sheet: Sheet, rule: float) -> tuple[Node, ...]:
    if moment.time_left is None:
        return ()
    width = (RULE_END - 240) * moment.time_left
    bar = Poly(slanted(240, rule - 4, max(width, 1), 10), AMBER)
    seconds = sheet.ended(
        say("{seconds} s", seconds=moment.seconds_left), sheet.label(LABEL), (RULE_END, rule - 16), BONE
    )
    name = many("{number} second to choose", "{number} seconds to choose", moment.seconds_left)
    return (Node(Role.METER, name, Box(240, rule - 46, RULE_END - 240, 52), (bar, seconds)),)


def _been(moment: Moment, sheet: Sheet, end: float) -> tuple[Node, ...]:
    caps = moment.been.upper()
    words = sheet.words(caps, sheet.fitted(caps, sheet.label(QUICK), end - MARGIN - 30), (MARGIN, 1062), sheet.quiet)
    return (Node(Role.TEXT, moment.been, words.extent, (words,)),)


def _quick_menu(moment: Moment, sheet: Sheet, focus: str) -> tuple[Node, ...]:
    y, nodes = QUICK_BASELINE, []
    larger = sheet.label(QUICK).size / QUICK.size
    wide = sum(sheet.wide(say(label).upper(), sheet.label(QUICK)) + 38 * larger for _, label in QUICK_MENU)
    type_ = sheet.label(QUICK).scaled(min(1.0, QUICK_WIDE * larger**0.5 / wide))
    x, larger = RULE_END, type_.size / QUICK.size
    for name, label in reversed(QUICK_MENU):
        caps = say(label).upper()
        wide = sheet.wide(caps, type_)
        control, on = f"quick.{name}", name in moment.on
        focused = control == focus
        off = name == "back" and not moment.can_go_back
        colour = sheet.plate[1] if focused else AMBER if on else _faint(sheet) if off else sheet.quiet
        box = Box(x - wide - 14, y - 24 * larger, wide + 28, 36 * larger)
        marks: tuple[Mark, ...] = (
            (Poly(slanted(box.x - 8, box.y, box.w + 2, box.h), sheet.plate[0]),) if focused else ()
        )
        modes = frozenset({Mode.ON} if on else ()) | frozenset({Mode.DISABLED} if off else ())
        marks = (*marks, sheet.words(caps, type_, (x - wide, y), colour))
        nodes.append(Node(Role.BUTTON, say(label), box, marks, control, modes=modes))
        x -= wide + 38 * larger
    return tuple(reversed(nodes))


def _faint(sheet: Sheet) -> Colour:
    return sheet.dead if sheet.high_contrast else mixed(IRON, FOG, 0.55)
