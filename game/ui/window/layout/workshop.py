"""What a writer sees over the story: a panel with the scene from inside, and a list of scenes to jump to."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.workshop import Insight
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Mark, Poly, slanted
from game.ui.window.theme import AMBER, BLOOD, BONE, BUTTON, FOG, HEADING, INK, IRON, LABEL, Colour, Face, Type
from game.ui.window.widgets import Node, Role

from .lists import stretch
from .sheet import Sheet, button, heading, shade

FINE = Type(Face.BODY, 21)
MOST_VALUES = 16


def panel(insight: Insight, sheet: Sheet) -> Node:
    """The panel, at the left edge over the picture."""
    rows: list[tuple[str, Colour]] = [(f"{insight.scene}   {insight.at}", AMBER)]
    for choice in insight.choices:
        leads = ", ".join(choice.leads_to)
        rows.append(
            (f"{'closed' if choice.closed else 'open'}: {choice.id} to {leads}", FOG if choice.closed else BONE)
        )
        if choice.closed:
            rows.append((f"      {choice.closed}", FOG))
    rows += [(f"goes on to {scene}", BONE) for scene in insight.ways_on]
    rows += [(f"{name} = {value}", BONE) for name, value in insight.values[:MOST_VALUES]]
    more = max(0, len(insight.values) - MOST_VALUES)
    rows.append((f"{insight.others} at their defaults" + (f", {more} more changed" if more else ""), FOG))
    step, top = 29.0, 64.0
    wide = min(1200.0, max(sheet.wide(text, FINE) for text, _ in rows) + 60)
    tall = step * len(rows) + 26
    ground = Poly(((0, top), (wide, top), (wide, top + tall), (0, top + tall)), INK, 232)
    marks: list[Mark] = [ground, Poly(((0, top), (6, top), (6, top + tall), (0, top + tall)), BLOOD)]
    marks += [
        sheet.words(text, FINE, (26, top + 34 + index * step), colour, 1150)
        for index, (text, colour) in enumerate(rows)
    ]
    return Node(Role.STATUS, "\n".join(text for text, _ in rows), Box(0, top, wide, tall), tuple(marks))


@dataclass(frozen=True, slots=True)
class Finder:
    """Scenes to jump to: (control, id, place in the files) each, and the letters typed to find one."""

    scenes: tuple[tuple[str, str, str], ...]
    typed: str = ""


def finder(held: Finder, sheet: Sheet, focus: str) -> Node:
    """As many of the scenes as fit around the one in focus."""
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading("Jump", sheet, (196, 70), HEADING)]
    text = held.typed or "Type to find a scene"
    words = sheet.ended(text, sheet.label(LABEL), (1740, 128), AMBER if held.typed else sheet.quiet)
    children.append(Node(Role.STATUS, text, words.extent, (words,)))
    at = next((i for i, (control, _, _) in enumerate(held.scenes) if control == focus), 0)
    first, last = stretch([52.0] * len(held.scenes), at, 760)
    for row, (control, scene, place) in enumerate(held.scenes[first:last]):
        y = 196.0 + row * 52
        marks: list[Mark] = []
        if control == focus:
            marks += [Poly(slanted(150, y, 1640, 46), IRON), Poly(slanted(116, y, 22, 46), BLOOD)]
        marks += [sheet.words(scene, FINE.scaled(1.2), (212, y + 33), BONE, 900)]
        marks += [sheet.ended(place, FINE, (1740, y + 32), FOG)]
        children.append(Node(Role.ENTRY, scene, Box(150, y, 1660, 46), tuple(marks), control, place))
    children.append(button("close", "Back", sheet, (196, 1030), BUTTON.scaled(0.8), focus=focus))
    return Node(Role.SCREEN, "Jump", WHOLE, children=tuple(children))
