"""The map of a player's roads: stops on slanted plates, bars between them, and the whole of it small at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.app.route import Kind, Road, RouteMap, Stop
from game.app.wording import later, many, say
from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Mark, Poly, Words, outlined, slanted
from game.ui.window.theme import (
    AMBER,
    BLOOD,
    BONE,
    BUTTON,
    FOG,
    HEADING,
    INK,
    IRON,
    LABEL,
    NOTE,
    SLANT,
    SLATE,
    Colour,
    mixed,
)
from game.ui.window.typesetting import one_line, set_text
from game.ui.window.widgets import Mode, Node, Role

from .sheet import Sheet, button, heading, shade

ACROSS, DOWN = 268.0, 132.0
"""From one stop to the next."""
WIDE, TALL = 150.0, 46.0
MIDDLE = (960.0, 470.0)
TOP, BOTTOM = 190.0, 800.0
DARK_NAME = later("Still dark")


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows: the stop in focus stands in the middle. Scenes are controls named `stop.<scene>`."""

    map: RouteMap
    centre: Stop | None
    note: str = ""


def route(view: View, sheet: Sheet, focus: str) -> Node:
    """The stops around the one in focus, what is known of it, and the whole map small."""
    children = [
        Node(Role.GROUP, "", WHOLE, (shade(255), *_roads(view))),
        heading(say("Roads"), sheet, (196, 70), HEADING),
    ]
    seen, total = view.map.seen, view.map.total
    text = many("{seen} of {number} scene seen", "{seen} of {number} scenes seen", total, seen=seen)
    words = sheet.ended(text.upper(), sheet.label(LABEL), (1740, 128), sheet.quiet)
    children.append(Node(Role.STATUS, text, words.extent, (words,)))
    children += [_stop(stop, at, sheet, focus) for stop, at in _shown(view)]
    if view.centre is not None:
        children += _about(view.centre, sheet, view.note)
    children.append(Node(Role.GROUP, "", Box(150, 820, 1620, 60), tuple(_small(view))))
    children.append(button("close", say("Back"), sheet, (196, 1040), BUTTON.scaled(0.8), focus=focus))
    return Node(Role.SCREEN, say("Roads"), WHOLE, children=tuple(children))


KINDS = {
    Kind.DECISION: (later("A decision"), later("A decision in “{chapter}”")),
    Kind.ENDING: (later("An ending"), later("An ending in “{chapter}”")),
    Kind.SCENE: (later("A scene"), later("A scene in “{chapter}”")),
}
"""What a stop without a title is called, alone and in its chapter."""


def name_of(stop: Stop) -> str:
    """What a stop is called: its title, else whereabouts it is."""
    if stop.kind is Kind.DARK:
        return say(DARK_NAME)
    kind, inside = KINDS[stop.kind]
    return stop.title or (say(inside, chapter=stop.chapter) if stop.chapter else say(kind))


def _place(stop: Stop, view: View) -> Point:
    """Where a stop's middle lies on the screen."""
    centre = view.centre
    column, row = (centre.column, centre.row) if centre else (0, 0.0)
    return MIDDLE[0] + (stop.column - column) * ACROSS, MIDDLE[1] + (stop.row - row) * DOWN


def _shown(view: View) -> Iterator[tuple[Stop, Point]]:
    """The stops that lie on the screen."""
    for stop in view.map.stops:
        x, y = _place(stop, view)
        if 40 + WIDE / 2 < x < 1880 - WIDE / 2 and TOP + TALL / 2 <= y <= BOTTOM - TALL:
            yield stop, (x, y)


def _roads(view: View) -> Iterator[Mark]:
    places = {stop.scene: _place(stop, view) for stop in view.map.stops}
    for road in view.map.roads:
        bar = _bar(road, places)
        if bar is not None:
            yield bar


def _bar(road: Road, places: dict[str, Point]) -> Poly | None:
    """A road from the right end of one plate to the left end of another, cut where the map ends."""
    (ax, ay), (bx, by) = places[road.start], places[road.end]
    ax, bx = ax + WIDE / 2 + 4, bx - WIDE / 2 - 6
    if bx <= ax or min(ay, by) > BOTTOM or max(ay, by) < TOP or ax > 1920 or bx < 0:
        return None
    if not (TOP <= ay <= BOTTOM and TOP <= by <= BOTTOM):
        cut = [max(TOP, min(BOTTOM, y)) for y in (ay, by)]
        share = [(y - ay) / (by - ay) for y in cut]
        ax, bx = ax + (bx - ax) * share[0], ax + (bx - ax) * share[1]
        ay, by = cut
    half = 2.0 if road.walked else 1.2
    colour = mixed(INK, FOG, 0.75) if road.walked else mixed(INK, SLATE, 0.7)
    return Poly(((ax, ay - half), (bx, by - half), (bx, by + half), (ax, ay + half)), colour)


COLOURS: dict[Kind, Colour] = {Kind.DECISION: BONE, Kind.ENDING: AMBER, Kind.SCENE: SLATE, Kind.DARK: IRON}


def _stop(stop: Stop, at: Point, sheet: Sheet, focus: str) -> Node:
    control = f"stop.{stop.scene}"
    x, y = at[0] - WIDE / 2, at[1] - TALL / 2
    plate = slanted(x, y, WIDE - TALL * SLANT, TALL)
    focused = control == focus
    colour = COLOURS[stop.kind]
    filled = stop.here or stop.kind in (Kind.ENDING, Kind.SCENE)
    marks: list[Mark] = [Poly(plate, BLOOD if stop.here else mixed(colour, INK, 0.3) if filled else INK)]
    marks += outlined(plate, 4 if focused else 2, BONE if focused else colour)
    if focused:
        marks.append(Poly(slanted(x - 22, y - 5, 13, TALL + 10), BLOOD))
    marks += _inside(stop, (x, y), sheet)
    if stop.title:
        marks += _titled(stop.title, at, sheet, BONE if focused else sheet.quiet)
    modes = frozenset(() if stop.reachable else {Mode.DISABLED}) | frozenset({Mode.ON} if stop.here else ())
    return Node(Role.ENTRY, name_of(stop), Box(x, y, WIDE, TALL), tuple(marks), control, detail_of(stop), modes)


def _titled(title: str, at: Point, sheet: Sheet, colour: Colour) -> Iterator[Words]:
    """A stop's title under its plate, on two rows where one is too short; what is longer still ends in dots."""
    type_ = LABEL.scaled(0.76)
    rows = [line.text for line in set_text(title, type_, ACROSS - 30, sheet.measure)]
    rows = rows if len(rows) < 3 else [rows[0], one_line(" ".join(rows[1:]), type_, sheet.measure, ACROSS - 30).text]
    for index, text in enumerate(rows):
        yield sheet.centred(text, type_, (at[0], at[1] + TALL / 2 + 28 + index * 25), colour)


def _inside(stop: Stop, corner: Point, sheet: Sheet) -> Iterator[Mark]:
    """A sign for the dark, or a bar for each way of a decision: filled where it was taken."""
    x, y = corner
    if stop.kind is Kind.DARK:
        yield sheet.centred("?", LABEL, (x + WIDE / 2, y + TALL * 0.68), sheet.quiet)
    elif stop.kind is Kind.DECISION:
        shown = min(stop.ways, 6)
        left = x + WIDE / 2 - shown * 9
        for index in range(shown):
            bar = slanted(left + index * 18, y + 13, 8, 20)
            if index < stop.taken:
                yield Poly(bar, BONE if stop.here else AMBER)
            else:
                yield from outlined(bar, 1.5, SLATE)


def detail_of(stop: Stop) -> str:
    """What is known of a stop, in a sentence."""
    if stop.kind is Kind.DARK:
        return say("Nobody has told you of it yet.")
    if stop.kind is not Kind.DECISION:
        return ""
    taken = " · ".join(stop.words)
    ways = many("{taken} of {number} way taken", "{taken} of {number} ways taken", stop.ways, taken=stop.taken)
    return f"{ways}: {taken}" if taken else ways


def _about(stop: Stop, sheet: Sheet, note: str) -> tuple[Node, ...]:
    name = name_of(stop)
    base = 924 - 26 * max(0.0, sheet.text_size - 1)
    words = sheet.words(name.upper(), sheet.label(LABEL), (196, base), BONE, 900)
    nodes = [Node(Role.HEADING, name, words.extent, (words,))]
    detail = detail_of(stop)
    if detail:
        type_ = sheet.body(NOTE).scaled(0.92)
        lines = sheet.paragraph(detail, type_, (196, base + max(42, 4 + type_.size)), 1500, sheet.quiet)[:1]
        nodes.append(Node(Role.TEXT, detail, Box(196, 940, 1500, 36), lines))
    if note:
        hint = sheet.ended(note, sheet.label(LABEL).scaled(0.9), (1740, base), sheet.quiet)
        nodes.append(Node(Role.TEXT, note, hint.extent, (hint,)))
    return tuple(nodes)


def _small(view: View) -> Iterator[Mark]:
    """The whole map in a strip, and where on it one is."""
    stops = view.map.stops
    if not stops:
        return
    last = max(stop.column for stop in stops) or 1
    rows = [stop.row for stop in stops]
    low, high = min(rows), max(rows)
    step = min(44.0, 1540 / last)
    tall = min(9.0, 44 / max(1.0, high - low))
    for stop in stops:
        x, y = 196 + stop.column * step, 828 + (stop.row - low) * tall
        lit = stop is view.centre
        size = 7.0 if lit else 4.0
        colour = BLOOD if lit else COLOURS[stop.kind]
        box = Box(x - size / 2, y - size / 2, size + 2, size)
        yield Poly(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), colour)
