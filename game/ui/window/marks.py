"""What a painter can draw, as values in virtual units. Knows neither widgets nor surfaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .geometry import Box, Point, around
from .theme import SLANT, Colour, Type
from .typesetting import Line


@dataclass(frozen=True, slots=True)
class Poly:
    """A filled polygon with smooth edges; `alpha` 0 to 255."""

    points: tuple[Point, ...]
    colour: Colour
    alpha: int = 255

    @property
    def extent(self) -> Box:
        """The area it may change."""
        return around(self.points).grown(2)


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle, or a ring where `ring` gives its breadth."""

    centre: Point
    radius: float
    colour: Colour
    ring: float = 0.0

    @property
    def extent(self) -> Box:
        """The area it may change."""
        reach = self.radius + 2
        return Box(self.centre[0] - reach, self.centre[1] - reach, 2 * reach, 2 * reach)


@dataclass(frozen=True, slots=True)
class Wash:
    """A box filled with a colour whose strength runs from `top` to `bottom` (0 to 255), from edge to edge."""

    extent: Box
    colour: Colour
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Dots:
    """Halftone: dots on a turned grid that grow across the box.

    Their size follows (x ** across) * (y ** down), with x and y running from 0 to 1; `most` is the largest radius in
    pitches. With `round`, only those inside the box's circle are there.
    """

    extent: Box
    pitch: float
    colour: Colour
    across: float = 0.0
    down: float = 1.0
    most: float = 0.6
    round: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `at` is the left end of its baseline."""

    at: Point
    line: Line
    type: Type
    colour: Colour

    @property
    def extent(self) -> Box:
        """The area it may change, overhangs of italics and accents included."""
        size = self.type.size
        return Box(self.at[0] - size / 3, self.at[1] - size * 1.2, self.line.width + size * 0.7, size * 1.7)


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture, given as the bytes of its file, filling a box."""

    extent: Box
    data: bytes


Mark: TypeAlias = Poly | Disc | Wash | Dots | Words | Picture


def slanted(x: float, y: float, w: float, h: float) -> tuple[Point, ...]:
    """A plate whose bottom left corner is (x, y + h): as wide as `w` at every height, leaning right as it rises."""
    lean = h * SLANT
    return (x + lean, y), (x + lean + w, y), (x + w, y + h), (x, y + h)


def outlined(points: tuple[Point, ...], breadth: float, colour: Colour) -> tuple[Mark, ...]:
    """The edges of a polygon as thin bars."""
    bars: list[Mark] = []
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if abs(ay - by) < abs(ax - bx):
            bars.append(Poly(((ax, ay), (bx, by), (bx, by + breadth), (ax, ay + breadth)), colour))
        else:
            bars.append(Poly(((ax, ay), (ax + breadth, ay), (bx + breadth, by), (bx, by)), colour))
    return tuple(bars)
