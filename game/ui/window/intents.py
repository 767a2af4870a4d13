"""What a player wants, whatever device said so. Knows no keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from .geometry import Point
from .widgets import Way


class Do(Enum):
    """Every wish that a screen can answer."""

    ADVANCE = auto()
    """On with the text (Space, a click on nothing)."""
    ENTER = auto()
    """Activate what has the focus; where nothing has, on with the text."""
    BACK = auto()
    FORWARD = auto()
    MENU = auto()
    """The menu; on any other screen: close it."""
    HIDE = auto()
    AUTO = auto()
    SKIP = auto()
    SKIP_TO_CHOICE = auto()
    """At once to the next choice, as far as may be skipped."""
    SKIP_HELD = auto()
    SKIP_RELEASED = auto()
    QUICK_SAVE = auto()
    QUICK_LOAD = auto()
    HISTORY = auto()
    HELP = auto()
    ROADS = auto()
    """The map of the roads gone."""
    ACCESS = auto()
    """The settings of access."""
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    PREVIOUS = auto()
    CHOICE = auto()
    """`number`, counted from 1."""
    POINT = auto()
    """The pointer moved to `at`."""
    GRAB = auto()
    """A button of the mouse went down at `at`."""
    DRAG = auto()
    """The pointer moved to `at` with the button down."""
    PRESS = auto()
    """A click at `at`: the button came up again."""
    REACH = auto()
    """A screen reader put the focus on the control `name`."""
    TAKE = auto()
    """A screen reader took the control `name`."""
    DELETE = auto()
    FULLSCREEN = auto()
    SCREENSHOT = auto()
    VOICE = auto()
    """Everything read aloud, or no longer."""
    CLIPBOARD = auto()
    """Everything put on the clipboard as words, or no longer."""
    LOOK = auto()
    """Describe the picture in words."""
    RECORD = auto()
    """Write down what is being played as a replay."""
    QUIT = auto()
    INSIDE = auto()
    """A writer's wish: show or hide the scene from inside."""
    JUMP = auto()
    """A writer's wish: to any scene."""
    CAPTURED = auto()
    """`name` of the key or button that was pressed while a screen asked for one; of an editing key while one types."""
    TYPED = auto()
    """Letters, as `name`, that were typed or pasted."""


MOVES = {
    Do.UP: Way.UP,
    Do.DOWN: Way.DOWN,
    Do.LEFT: Way.LEFT,
    Do.RIGHT: Way.RIGHT,
    Do.NEXT: Way.NEXT,
    Do.PREVIOUS: Way.PREVIOUS,
}
"""The wishes that move the focus."""


HOVERING = frozenset({Do.POINT, Do.GRAB, Do.DRAG})
"""What a pointer does before it means anything."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A wish, with its number or place (in virtual units) where it has one."""

    do: Do
    number: int = 0
    at: Point = (0.0, 0.0)
    name: str = ""
