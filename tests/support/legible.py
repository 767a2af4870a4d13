"""What a reader sees of a tree of widgets: which words stand on which colour, and which run into each other."""

from __future__ import annotations

from itertools import combinations
from math import dist

from game.ui.window.geometry import WHOLE, Box, Point
from game.ui.window.marks import Disc, Mark, Poly, Wash, Words
from game.ui.window.theme import INK, Colour, contrast, mixed
from game.ui.window.widgets import Mode, Node

WHITE: Colour = (255, 255, 255)
"""The brightest that a picture behind the words can be."""


def worst_contrast(
    tree: Node, over: tuple[Words, ...] = (), behind: tuple[Mark, ...] = (), *, usable: bool = False
) -> tuple[float, str]:
    """The lowest contrast of any words with what lies under them, a white picture lowest of all; and those words.

    `behind` are the marks of a drawn backdrop. With `usable`, what can't be used is left out.
    """
    dead = {mark for node in tree.walk() if usable and Mode.DISABLED in node.modes for mark in node.marks}
    marks: list[Mark] = [*behind, *(mark for node in tree.walk() for mark in node.marks), *over]
    found = [
        (contrast(mark.colour, _under(marks[:at], point)), mark.line.text)
        for at, mark in enumerate(marks)
        if isinstance(mark, Words) and mark not in dead and mark.colour != INK
        for point in _points(mark)
        if mark.line.text.strip()
    ]
    return min(found, default=(21.0, ""))


def collisions(tree: Node, over: tuple[Words, ...] = ()) -> list[str]:
    """Words that leave the screen or run into others, told in words."""
    words = [mark for node in tree.walk() for mark in node.marks if isinstance(mark, Words)]
    words = [mark for mark in (*words, *over) if mark.line.text.strip()]
    lost = [f"{mark.line.text!r} leaves the screen at {_ink(mark)}" for mark in words if not _inside(_ink(mark))]
    met = [
        f"{a.line.text!r} and {b.line.text!r} meet"
        for a, b in combinations(words, 2)
        if a.line.text != b.line.text and _ink(a).touches(_ink(b))
    ]
    return lost + met


def _ink(words: Words) -> Box:
    """What letters without accents and tails cover: from the height of capitals to a little under the baseline."""
    size = words.type.size
    return Box(words.at[0], words.at[1] - size * 0.7, words.line.width, size * 0.78)


def _inside(box: Box) -> bool:
    return box.x >= 0 and box.y >= 0 and box.right <= WHOLE.w and box.bottom <= WHOLE.h


def _points(words: Words) -> tuple[Point, ...]:
    box = _ink(words)
    return tuple((box.x + box.w * share, box.y + box.h / 2) for share in (0.02, 0.5, 0.98))


def _under(marks: list[Mark], point: Point) -> Colour:
    colour = WHITE
    for mark in marks:
        if isinstance(mark, Poly) and _holds(mark.points, point):
            colour = mixed(colour, mark.colour, mark.alpha / 255)
        elif isinstance(mark, Wash) and mark.extent.holds(point):
            down = (point[1] - mark.extent.y) / mark.extent.h
            colour = mixed(colour, mark.colour, (mark.top + (mark.bottom - mark.top) * down) / 255)
        elif isinstance(mark, Disc) and not mark.ring and dist(mark.centre, point) < mark.radius:
            colour = mark.colour
    return colour


def _holds(corners: tuple[Point, ...], point: Point) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > point[1]) != (by > point[1]) and point[0] < (bx - ax) * (point[1] - ay) / (by - ay) + ax:
            inside = not inside
    return inside
