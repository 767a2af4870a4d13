"""Play with one button: the focus goes round by itself, and any press takes what it is on. Knows seconds, no screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from math import sqrt

from game.app.settings import Settings
from game.app.wording import say

from .geometry import Box
from .intents import HOVERING, MOVES, Do, Intent
from .layout.sheet import Sheet, button
from .marks import outlined
from .theme import AMBER, BUTTON
from .widgets import Node, Role, Way, controls, moved

DWELL: Mapping[str, float] = {"slowest": 5.0, "slow": 2.6, "fast": 1.3}
"""Seconds that the focus stays, by the setting `scanning`."""
FEW = 4
"""So many controls need no groups."""
ROUNDS = 2
"""How often the focus goes round within a group before it leaves it."""
LEAVE = "leave"
"""The control that closes a screen which has no such button of its own."""
WAYS_OUT = frozenset({"close", "return", "no", "title", "quit"})
PRESSES = frozenset({Do.ADVANCE, Do.ENTER, Do.PRESS})


class Scan:
    """The time that is left before the focus moves on, and the group that it goes through, if by groups."""

    def __init__(self) -> None:
        """Nothing was scanned yet."""
        self._spent = 0.0
        self._inside: tuple[str, ...] = ()
        self._steps = 0

    def restart(self) -> None:
        """Begin the time of this control anew."""
        self._spent = 0.0

    def tick(self, seconds: float, settings: Settings, tree: Node, focus: str) -> str:
        """Let time pass; where the focus is after it."""
        self._spent += seconds
        if self._spent < DWELL[settings.scanning]:
            return focus
        self._spent = 0.0
        if not settings.scan_groups:
            return moved(tree, focus, Way.NEXT)
        return self._next_inside(tree, focus) or _next_group(groups(tree), focus)

    def press(self, settings: Settings, tree: Node, focus: str) -> bool:
        """Go into the group that has the focus; whether the press was spent on that. A group of one is just taken."""
        group = self.group(settings, tree, focus)
        left, self._inside, self._steps = self._inside, group, 0
        return len(group) > 1 and not left

    def group(self, settings: Settings, tree: Node, focus: str) -> tuple[str, ...]:
        """The controls of the group that a press would go into; none within one."""
        if not settings.scan_groups or focus in self._inside:
            return ()
        return next((group for group in groups(tree) if focus in group and len(group) > 1), ())

    def _next_inside(self, tree: Node, focus: str) -> str:
        """The next control of the group; nothing where its rounds are over, or it is not there any more."""
        self._steps += 1
        there = {node.id for node in controls(tree)}
        if focus in self._inside and self._steps < ROUNDS * len(self._inside):
            following = self._inside[(self._inside.index(focus) + 1) % len(self._inside)]
            if following in there:
                return following
        self._inside = ()
        return ""


def groups(tree: Node) -> tuple[tuple[str, ...], ...]:
    """The controls in groups of like ones, each small enough that groups and members take about as long to go through.

    Few controls are each a group of their own.
    """
    order = controls(tree)
    if len(order) <= FEW:
        return tuple((node.id,) for node in order)
    runs = [[node.id for node in run] for _, run in groupby(order, key=_kind)]
    return tuple(part for run in runs for part in _parted(run))


def _kind(node: Node) -> tuple[Role, str]:
    """What makes controls alike: their role, and the first word of their id where it has several."""
    return node.role, node.id.partition(".")[0] if "." in node.id else ""


def _parted(run: list[str]) -> Iterator[tuple[str, ...]]:
    """A run in parts of even length, about as many as each has members."""
    count = 1 if len(run) <= FEW else round(sqrt(len(run)))
    for part in range(count):
        yield tuple(run[part * len(run) // count : (part + 1) * len(run) // count])


def _next_group(found: tuple[tuple[str, ...], ...], focus: str) -> str:
    """The first control of the group after the one with the focus."""
    if not found:
        return focus
    at = next((index for index, group in enumerate(found) if focus in group), -1)
    return found[(at + 1) % len(found)][0]


def outline(tree: Node, group: tuple[str, ...]) -> tuple[Node, ...]:
    """A frame around a group that a press would go into; one for each column that it stands in."""
    frames: list[Box] = []
    for box in (node.bounds for node in controls(tree) if node.id in group):
        if frames and _beside(frames[-1], box):
            frames[-1] = frames[-1].joined(box)
        else:
            frames.append(box)
    return tuple(_frame(box.grown(5)) for box in frames)


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes stand in one row or over each other in one column."""
    row = abs(one.y - other.y) < other.h / 2
    shared = min(one.right, other.right) - max(one.x, other.x)
    return row or shared > min(one.w, other.w) / 2


def _frame(box: Box) -> Node:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return Node(Role.GROUP, "", box.grown(6), outlined(corners, 5, AMBER))


def pressed(intent: Intent) -> Intent | None:
    """A wish as one button means it: every press takes the focus, wherever the pointer is; pointing means nothing."""
    if intent.do in HOVERING:
        return None
    return Intent(Do.ENTER) if intent.do in PRESSES else intent


def with_way_out(tree: Node, sheet: Sheet, focus: str) -> Node:
    """The screen with a button that closes it, where it has none."""
    order = controls(tree)
    if not order or any(node.id in WAYS_OUT for node in order):
        return tree
    wide = sheet.wide(say("Back").upper(), sheet.label(BUTTON))
    return replace(
        tree, children=(*tree.children, button(LEAVE, say("Back"), sheet, (1760 - wide, 92), BUTTON, focus=focus))
    )


def steps_off(intent: Intent, focus: str) -> bool:
    """Whether a wish leads away from the button that closes the screen, which the screen itself knows nothing of."""
    return focus == LEAVE and (intent.do in MOVES or intent.do in (Do.BACK, Do.FORWARD, Do.SKIP, Do.DELETE))
