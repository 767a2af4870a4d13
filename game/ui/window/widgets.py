"""The widget tree: what is on screen, for painter, mouse, keyboard, speech and tests alike. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.app.wording import later

from .geometry import Box, Point
from .marks import Mark


class Role(Enum):
    """What a node is to somebody who cannot see it."""

    SCREEN = "screen"
    DIALOG = "dialog"
    GROUP = "group"
    HEADING = "heading"
    TEXT = "text"
    PICTURE = "picture"
    BUTTON = "button"
    CHOICE = "choice"
    ENTRY = "entry"
    METER = "meter"
    STATUS = "status"


class Mode(Enum):
    """A condition of a node that is said aloud."""

    DISABLED = later("not available")
    TAKEN = later("taken before")
    ON = later("on")
    EMPTY = later("empty")


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on screen. `name` is what a screen reader says, `detail` what it adds.

    A node with an `id` is a control: it takes the focus and can be activated, unless it is disabled (then it still
    takes the focus, so that its reason can be read, and activating does nothing; a disabled button has no reason and
    is passed over).
    """

    role: Role
    name: str
    bounds: Box
    marks: tuple[Mark, ...] = ()
    id: str = ""
    detail: str = ""
    modes: frozenset[Mode] = frozenset()
    children: tuple[Node, ...] = ()

    @property
    def enabled(self) -> bool:
        """Whether activating it does something."""
        return bool(self.id) and Mode.DISABLED not in self.modes

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, in the order it is drawn and read."""
        yield self
        for child in self.children:
            yield from child.walk()


def controls(tree: Node) -> tuple[Node, ...]:
    """Every control that takes the focus, in order."""
    return tuple(node for node in tree.walk() if node.id and (node.enabled or node.role is not Role.BUTTON))


def find(tree: Node, control: str) -> Node | None:
    """The control of that id."""
    return next((node for node in tree.walk() if node.id and node.id == control), None)


def under(tree: Node, point: Point) -> Node | None:
    """The uppermost control under a point."""
    found = None
    for node in tree.walk():
        if node.id and node.bounds.holds(point) and (node.enabled or node.role is not Role.BUTTON):
            found = node
    return found


class Way(Enum):
    """Where the focus goes: along the order (`NEXT`, `PREVIOUS`) or to a neighbour in space."""

    NEXT = (0, 0, 1)
    PREVIOUS = (0, 0, -1)
    UP = (0, -1, -1)
    DOWN = (0, 1, 1)
    LEFT = (-1, 0, -1)
    RIGHT = (1, 0, 1)


def moved(tree: Node, focus: str, way: Way) -> str:
    """The control that has the focus after a move. It goes round at the ends of the order, so there is no trap."""
    order = controls(tree)
    if not order:
        return ""
    now = next((node for node in order if node.id == focus), None)
    if now is None:
        return order[0 if way.value[2] > 0 else -1].id
    across, down, step = way.value
    if across or down:
        near = _neighbour(order, now, across, down)
        if near is not None:
            return near.id
        if across:
            return focus
    return order[(order.index(now) + step) % len(order)].id


def _neighbour(order: tuple[Node, ...], now: Node, across: int, down: int) -> Node | None:
    """The nearest control in a direction; what lies straight ahead is nearer than what lies aside."""
    here = _middle(now.bounds)
    best: tuple[float, Node] | None = None
    for node in order:
        there = _middle(node.bounds)
        ahead = (there[0] - here[0]) * across + (there[1] - here[1]) * down
        aside = abs((there[0] - here[0]) * down) + abs((there[1] - here[1]) * across)
        if ahead <= 1 or (across and aside > node.bounds.h):
            continue
        far = ahead + aside * 2
        if best is None or far < best[0]:
            best = (far, node)
    return best[1] if best else None


def _middle(box: Box) -> Point:
    return box.x + box.w / 2, box.y + box.h / 2
