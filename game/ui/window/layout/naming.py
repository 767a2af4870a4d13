"""Giving a name: the line that is typed, and letters to choose for who has no keyboard. Knows no saves."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Mark, Poly, outlined, slanted
from game.ui.window.theme import AMBER, BLOOD, BODY, BONE, BUTTON, FOG, HEADING, INK, IRON, SLANT, mixed
from game.ui.window.typed import Typed
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, beside, button, heading, hint, in_a_row, shade

FIELD = "field"
ROW = 13
LEFT, TOP, ACROSS, DOWN = 214.0, 470.0, 116.0, 84.0
FIELD_BOX = Box(178, 262, 1522, 116)


@dataclass(frozen=True, slots=True)
class Form:
    """What gets a name, the name so far, and the letters that can be chosen; `actions` are control and label."""

    title: str
    typed: Typed
    letters: str
    actions: tuple[tuple[str, str], ...]


def form(held: Form, sheet: Sheet, focus: str) -> Node:
    """The line above, the letters in rows under it, and what can be done with it at the foot."""
    children = [
        Node(Role.GROUP, "", WHOLE, (shade(255),)),
        heading(held.title, sheet, (196, 70), HEADING),
        _field(held, sheet, focused=focus == FIELD),
    ]
    children += [_key(index, letter, sheet, focus) for index, letter in enumerate(held.letters)]
    type_ = in_a_row((label for _, label in held.actions), sheet, BUTTON.scaled(0.85), 1560)
    x = 196.0
    for control, label in held.actions:
        children.append(button(control, label, sheet, (x, 946), type_, focus=focus))
        x += beside(label, sheet, type_)
    children.append(hint(say("Type, or choose letters · Enter: keep the name · Escape: leave it as it was"), sheet))
    return Node(Role.SCREEN, held.title, WHOLE, children=tuple(children))


def _field(held: Form, sheet: Sheet, *, focused: bool) -> Node:
    """The name in a slanted box, with the caret where the next letter goes."""
    box = FIELD_BOX
    shape = slanted(box.x, box.y, box.w - box.h * SLANT, box.h)
    marks: list[Mark] = [Poly(shape, mixed(IRON, INK, 0.7)), *outlined(shape, 2, mixed(INK, FOG, 0.6))]
    if focused:
        marks.append(Poly(slanted(box.x - 36, box.y - 6, 24, box.h + 12), BLOOD))
    type_ = sheet.fitted(held.typed.text, BODY.scaled(1.5), box.w - 260)
    left, base = box.x + box.h * SLANT + 36, box.y + box.h / 2 + 17
    marks.append(sheet.words(held.typed.text, type_, (left, base)))
    caret = left + sheet.wide(held.typed.text[: held.typed.at], type_)
    marks.append(Poly(((caret, base - 40), (caret + 4, base - 40), (caret + 4, base + 12), (caret, base + 12)), AMBER))
    name = say("Name: {name}", name=held.typed.text) if held.typed.text else say("No name yet")
    return Node(Role.ENTRY, name, box, tuple(marks), FIELD)


def _key(index: int, letter: str, sheet: Sheet, focus: str) -> Node:
    """A letter on its plate while it has the focus."""
    control = f"letter.{letter}"
    x, y = LEFT + index % ROW * ACROSS, TOP + index // ROW * DOWN
    box = Box(x - 44, y - 52, 88, 74)
    marks: tuple[Mark, ...] = ()
    if control == focus:
        marks = (Poly(slanted(box.x, box.y, box.w - box.h * SLANT + 18, box.h), sheet.plate[0]),)
    type_ = sheet.label(BUTTON)
    words = sheet.centred(letter, type_, (x, y + (type_.size - BUTTON.size) * 0.35), sheet.plate[1] if marks else BONE)
    return Node(Role.BUTTON, letter, box, (*marks, words), control)
