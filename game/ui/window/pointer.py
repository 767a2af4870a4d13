"""The game's own pointer: an arrow, and a hand over what can be taken, in bone with an edge of ink. Knows no screen."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from enum import Enum

import pygame

from .geometry import Point
from .theme import BONE, INK

FINE = 4
"""Drawn so many times larger and brought down, for smooth edges."""
EDGE = 1.6
"""How far the ink reaches over the bone."""


class Shape(Enum):
    """What the pointer looks like."""

    ARROW = "arrow"
    HAND = "hand"


OUTLINES: Mapping[Shape, tuple[Point, ...]] = {
    Shape.ARROW: ((2, 2), (2, 25), (7.6, 20), (11.6, 29.4), (16.2, 27.4), (12.2, 18.4), (19.6, 17.6)),
    Shape.HAND: (
        *((9, 2), (13, 2), (14, 12), (17, 11), (18.4, 13), (21.4, 12.4), (22.8, 14.6), (25.6, 14.4), (27, 17)),
        *((26.6, 23.4), (24, 29), (12, 29), (8.6, 23.6), (3, 18.6), (4.6, 15.6), (8.4, 17.4)),
    ),
}
"""In units of a window 1080 high; the tip that counts is the first point, or between the hand's first two."""
GONE_AFTER = 30.0
"""Seconds of rest after which the pointer is hidden."""
SIDE = 32
TIPS: Mapping[Shape, Point] = {Shape.ARROW: (2, 2), Shape.HAND: (11, 2)}
SYSTEM = {Shape.ARROW: pygame.SYSTEM_CURSOR_ARROW, Shape.HAND: pygame.SYSTEM_CURSOR_HAND}


class Pointer:
    """Follows what the pointer is over; asks the system only where something changed."""

    def __init__(self) -> None:
        """The system's, until it is first followed."""
        self._now: tuple[Shape, bool, int] | None = None
        self._still = 0.0
        self._seen = True

    def rest(self, seconds: float, *, moved: bool) -> None:
        """Let time pass: a pointer that nobody moves stands in nobody's way."""
        self._still = 0.0 if moved else self._still + seconds
        if self._seen != (self._still < GONE_AFTER):
            self._seen = not self._seen
            with suppress(pygame.error):
                pygame.mouse.set_visible(self._seen)

    def follow(self, shape: Shape, *, system: bool, scale: float) -> None:
        """Show that shape, of the game's own making or the `system`'s; `scale` is pixels to a virtual unit.

        A system that takes no pointer of ours keeps its own.
        """
        side = max(SIDE, round(SIDE * scale))
        wanted = shape, system, side
        if wanted == self._now:
            return
        self._now = wanted
        with suppress(pygame.error):
            pygame.mouse.set_cursor(pygame.Cursor(SYSTEM[shape]) if system else _own(shape, side))


def _own(shape: Shape, side: int) -> pygame.Cursor:
    tip = tuple(round(part * side / SIDE) for part in TIPS[shape])
    return pygame.Cursor(tip, drawn(shape, side))


def drawn(shape: Shape, side: int) -> pygame.Surface:
    """The pointer as a picture of so many pixels a side."""
    unit = side / SIDE * FINE
    large = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    spots = [(x * unit, y * unit) for x, y in OUTLINES[shape]]
    reach = EDGE * unit
    for spot, other in zip(spots, [*spots[1:], spots[0]], strict=True):
        pygame.draw.line(large, INK, spot, other, round(2 * reach))
        pygame.draw.circle(large, INK, spot, reach)
    pygame.draw.polygon(large, BONE, spots)
    return pygame.transform.smoothscale(large, (side, side))
