"""Play with one button: the focus goes round by itself, and any press takes what it is on. Knows seconds, no screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .intents import MOVES, Do, Intent
from .layout.sheet import Sheet, button
from .theme import BUTTON
from .widgets import Node, Way, controls, moved

DWELL: Mapping[str, float] = {"slow": 2.6, "fast": 1.3}
"""Seconds that the focus stays, by the setting `scanning`."""
LEAVE = "leave"
"""The control that closes a screen which has no such button of its own."""
WAYS_OUT = frozenset({"close", "return", "no", "title", "quit"})
PRESSES = frozenset({Do.ADVANCE, Do.ENTER, Do.PRESS})


class Scan:
    """The time that is left before the focus moves on."""

    def __init__(self) -> None:
        """Nothing was scanned yet."""
        self._spent = 0.0

    def restart(self) -> None:
        """Begin the time of this control anew."""
        self._spent = 0.0

    def tick(self, seconds: float, pace: str, tree: Node, focus: str) -> str:
        """Let time pass; where the focus is after it."""
        self._spent += seconds
        if self._spent < DWELL[pace]:
            return focus
        self._spent = 0.0
        return moved(tree, focus, Way.NEXT)


def pressed(intent: Intent) -> Intent | None:
    """A wish as one button means it: every press takes the focus, wherever the pointer is; pointing means nothing."""
    if intent.do is Do.POINT:
        return None
    return Intent(Do.ENTER) if intent.do in PRESSES else intent


def with_way_out(tree: Node, sheet: Sheet, focus: str) -> Node:
    """The screen with a button that closes it, where it has none."""
    order = controls(tree)
    if not order or any(node.id in WAYS_OUT for node in order):
        return tree
    wide = sheet.wide("BACK", sheet.label(BUTTON))
    return replace(
        tree, children=(*tree.children, button(LEAVE, "Back", sheet, (1760 - wide, 92), BUTTON, focus=focus))
    )


def steps_off(intent: Intent, focus: str) -> bool:
    """Whether a wish leads away from the button that closes the screen, which the screen itself knows nothing of."""
    return focus == LEAVE and (intent.do in MOVES or intent.do in (Do.BACK, Do.FORWARD, Do.SKIP, Do.DELETE))
