"""Points and boxes in virtual units, and how they fall on a window. Knows nothing of what is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

WIDTH = 1920.0
HEIGHT = 1080.0
"""Everything is laid out on 1920×1080 virtual units, whatever the window's size."""

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in virtual units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its bottom edge."""
        return self.y + self.h

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def touches(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def grown(self, by: float) -> Box:
        """The box with a margin all round."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


WHOLE = Box(0, 0, WIDTH, HEIGHT)


def around(points: tuple[Point, ...]) -> Box:
    """The smallest box around the points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@dataclass(frozen=True, slots=True)
class Viewport:
    """How virtual units fall on a window of some pixels: one scale and a letterbox."""

    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels to a virtual unit."""
        return min(self.width / WIDTH, self.height / HEIGHT)

    @property
    def size(self) -> tuple[int, int]:
        """The picture's size in pixels."""
        return max(1, round(WIDTH * self.scale)), max(1, round(HEIGHT * self.scale))

    @property
    def offset(self) -> tuple[int, int]:
        """Where the picture's top left corner lies in the window, in pixels."""
        width, height = self.size
        return (self.width - width) // 2, (self.height - height) // 2

    def virtual(self, pixel: tuple[float, float]) -> Point:
        """The virtual point under a pixel of the window."""
        left, top = self.offset
        return (pixel[0] - left) / self.scale, (pixel[1] - top) / self.scale
