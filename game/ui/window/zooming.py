"""A picture that comes closer step by step; a thread makes the next step while this one is looked at.

Scaling a whole picture takes most of what a slow move costs, and lets other threads run meanwhile. The steps come
about eight times a second, so the next one is long done when it is wanted; on a machine where it is not, the step
before stays a moment longer, and nobody waits. Knows surfaces, no scene.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pygame

from .geometry import Box
from .painter import PREMULTIPLIED

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


Parts: TypeAlias = tuple[Box, ...]
"""What is seen of each plane, in shares of its size."""


class Zoom:
    """The steps over planes that lie behind each other. They are copied: nobody may draw from what a thread reads."""

    def __init__(self, planes: Sequence[pygame.Surface], size: tuple[int, int]) -> None:
        """`size` in pixels is that at which every part is shown. A plane larger than it moves without any jumps.

        The first plane is whole; those before it are premultiplied, and clear where the one behind them is seen.
        """
        self._back, *fore = (_Plane(plane, size) for plane in planes)
        self._fore = [(plane, _room(size, picture)) for plane, picture in zip(fore, planes[1:], strict=True)]
        self._rooms = [_room(size, planes[0]) for _ in range(2)]
        self._now: Parts | None = None
        self._coming: Parts = ()
        self._shown = self._next = self._rooms[1]
        self._work: threading.Thread | None = None

    def at(self, parts: Parts, then: Parts | None = None) -> pygame.Surface:
        """The picture with only a part of each plane seen; the surface is good until the next call.

        `then` is what will be asked for next, where the picture moves: while it does, a part hardly behind may be seen.
        """
        self._take_in(wait=then is None or not _near(self._now, parts))
        if self._work is not None:
            return self._shown
        if parts != self._now and (then is None or not _near(self._now, parts)):
            self._make(parts)
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

    def _make(self, parts: Parts) -> None:
        """Scale the parts into the room that is not on show, each over the one behind it."""
        made = self._back.scaled(parts[0], self._rooms[0])
        for (plane, room), part in zip(self._fore, parts[1:], strict=True):
            within = plane.reach(part)
            made.blit(plane.scaled(part, room), within, within, special_flags=PREMULTIPLIED)
        self._coming, self._next = parts, made


class _Plane:
    """A copy of one plane, with something at hand beyond its edges: much the same as lies inside them."""

    def __init__(self, picture: pygame.Surface, size: tuple[int, int]) -> None:
        width, height = picture.get_size()
        self._size, self._inner = size, (width, height)
        self._picture = pygame.transform.scale(picture, (width + 2 * BORDER, height + 2 * BORDER))
        pygame.transform.scale(picture, (width, height), self._picture.subsurface((BORDER, BORDER, width, height)))
        self._filled = picture.get_bounding_rect()

    def scaled(self, part: Box, room: pygame.Surface) -> pygame.Surface:
        """A part of it at the size that is shown, made in a room."""
        (wide, high), (width, height) = self._inner, self._size
        across, down = fitted(wide, width, part.x, part.w), fitted(high, height, part.y, part.h)
        whole = room.subsurface((0, 0, across.scaled, down.scaled))
        taken = self._picture.subsurface((across.first + BORDER, down.first + BORDER, across.taken, down.taken))
        pygame.transform.smoothscale(taken, whole.get_size(), whole)
        return whole.subsurface((across.skipped, down.skipped, width, height))

    def reach(self, part: Box) -> pygame.Rect:
        """Where something of it is seen then, in pixels of what is shown."""
        (wide, high), (width, height) = self._inner, self._size
        across, down = width / (part.w * wide), height / (part.h * high)
        left, top = (self._filled.x - part.x * wide) * across, (self._filled.y - part.y * high) * down
        found = pygame.Rect(round(left), round(top), round(self._filled.w * across), round(self._filled.h * down))
        return found.inflate(8, 8).clip((0, 0, width, height))


def _room(size: tuple[int, int], like: pygame.Surface) -> pygame.Surface:
    return pygame.Surface((size[0] + MARGIN, size[1] + MARGIN), like.get_flags() & pygame.SRCALPHA, like)


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


def _near(one: Parts | None, other: Parts) -> bool:
    """Whether the rest is; what stands nearest is then, too."""
    return one is not None and abs(one[0].x - other[0].x) <= NEAR and abs(one[0].w - other[0].w) <= 2 * NEAR
