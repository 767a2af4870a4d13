"""A picture that comes closer step by step; a thread makes the next step while this one is looked at.

Scaling a whole picture takes most of what a slow move costs, and lets other threads run meanwhile. The steps come
about eight times a second, so the next one is long done when it is wanted; on a machine where it is not, the step
before stays a moment longer, and nobody waits. Knows surfaces, no scene.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pygame

from .geometry import Box

NEAR = 0.002
"""How far what is shown may be behind while the picture moves, as a share of its size: some four pixels of 1920."""
LATER = 0.012
"""Seconds until the next step is begun: by then the picture with this one is drawn, and nobody is in its way."""
MARGIN = 24
"""Pixels by which more may be scaled than is seen, to come nearer to a part that does not begin with a whole pixel."""
STRIDE = 6
"""Pixels between two of the margins that are tried."""
BORDER = 2 * MARGIN
"""Pixels kept beyond the edges, of which those may come."""


class Zoom:
    """The steps over one picture. It is copied first: nobody else may draw from what a thread reads."""

    def __init__(self, picture: pygame.Surface, size: tuple[int, int]) -> None:
        """`size` in pixels is that at which every part is shown. A picture larger than it moves without any jumps."""
        self._picture = _bordered(picture)
        self._inner = picture.get_size()
        self._size = size
        self._rooms = [pygame.Surface((size[0] + MARGIN, size[1] + MARGIN), 0, picture) for _ in range(2)]
        self._now: Box | None = None
        self._coming, self._shown, self._next = Box(0, 0, 1, 1), self._picture, self._picture
        self._work: threading.Thread | None = None

    def at(self, part: Box, then: Box | None = None) -> pygame.Surface:
        """The picture with only `part` of it seen, in shares of its size; the surface is good until the next call.

        `then` is what will be asked for next, where the picture moves: while it does, a part hardly behind may be seen.
        """
        self._take_in(wait=then is None or not _near(self._now, part))
        if self._work is not None:
            return self._shown
        if part != self._now and (then is None or not _near(self._now, part)):
            self._make(part)
            self._show()
        if then is not None and then != self._now:
            self._work = threading.Timer(LATER, self._make, (then,))
            self._work.daemon = True
            self._work.start()
        return self._shown

    def _take_in(self, *, wait: bool) -> None:
        """Show what the thread has made, once it has."""
        if self._work is not None and (wait or not self._work.is_alive()):
            self._work.join()
            self._work = None
            self._show()

    def _show(self) -> None:
        self._now, self._shown = self._coming, self._next
        self._rooms.reverse()

    def _make(self, part: Box) -> None:
        """Scale a part into the room that is not on show."""
        (wide, high), (width, height) = self._inner, self._size
        across, down = fitted(wide, width, part.x, part.w), fitted(high, height, part.y, part.h)
        whole = self._rooms[0].subsurface((0, 0, across.scaled, down.scaled))
        taken = self._picture.subsurface((across.first + BORDER, down.first + BORDER, across.taken, down.taken))
        pygame.transform.smoothscale(taken, whole.get_size(), whole)
        self._coming, self._next = part, whole.subsurface((across.skipped, down.skipped, width, height))


def _bordered(picture: pygame.Surface) -> pygame.Surface:
    """A copy with something at hand beyond its edges: much the same as lies inside them."""
    width, height = picture.get_size()
    copy = pygame.transform.scale(picture, (width + 2 * BORDER, height + 2 * BORDER))
    pygame.transform.scale(picture, (width, height), copy.subsurface((BORDER, BORDER, width, height)))
    return copy


@dataclass(frozen=True, slots=True)
class Fit:
    """How a part is had from whole pixels: `taken` of them from the `first` on, `scaled` to so many, some `skipped`."""

    first: int
    taken: int
    scaled: int
    skipped: int
    amiss: float
    """By how many pixels of the picture either end is not where it should be."""


def fitted(size: int, shown: int, start: float, share: float) -> Fit:
    """The whole pixels that come nearest to showing a `share` of a row of `size` pixels on `shown` pixels.

    `start` says where the share begins, 0 to 1. Scaling a little more than is seen gives many places between two pixels
    to begin at, and so a move without jumps; the more, the less the scale is like 1.
    """
    return min(
        (
            _fit(size, shown, start, share, more, skipped)
            for more in range(0, MARGIN + 1, STRIDE)
            for skipped in range(more + 1)
        ),
        key=lambda fit: fit.amiss,
    )


def _fit(size: int, shown: int, start: float, share: float, more: int, skipped: int) -> Fit:
    """One way. pygame's smoothscale puts pixel x at x·taken/scaled, or, where it enlarges, at x·(taken - 1)/scaled."""
    scaled = shown + more
    taken = round(share * size * scaled / shown)
    slope = (taken - 1 if taken < scaled else taken) / scaled
    wanted, wanted_slope = start * size, share * size / shown
    first = round(wanted - skipped * slope)
    at_start = first + skipped * slope - wanted
    at_end = at_start + shown * (slope - wanted_slope)
    return Fit(first, taken, scaled, skipped, max(abs(at_start), abs(at_end)))


def _near(one: Box | None, other: Box) -> bool:
    return one is not None and abs(one.x - other.x) <= NEAR and abs(one.w - other.w) <= 2 * NEAR
