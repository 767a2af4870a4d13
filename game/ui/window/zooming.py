"""A picture that comes closer step by step; a thread makes the next step while this one is looked at.

Scaling a whole picture takes most of what a slow move costs, and lets other threads run meanwhile. The steps come
about eight times a second, so the next one is long done when it is wanted; on a machine where it is not, the step
before stays a moment longer, and nobody waits. Knows surfaces, no scene.
"""

from __future__ import annotations

import threading
from typing import TypeAlias

import pygame

from .geometry import Box

NEAR = 4
"""Pixels at an edge by which what is shown may be behind while the picture moves."""
Edges: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height of a part, in pixels."""


class Zoom:
    """The steps over one picture. It is copied first: nobody else may draw from what a thread reads."""

    def __init__(self, picture: pygame.Surface) -> None:
        """`picture` is shown at its own size, whatever part of it."""
        self._picture = picture.copy()
        self._shown, self._next = picture.copy(), picture.copy()
        self._now: Edges = (0, 0, *picture.get_size())
        self._coming: Edges | None = None
        self._work: threading.Thread | None = None

    def at(self, part: Box, then: Box | None = None) -> pygame.Surface:
        """The picture with only `part` of it seen, in shares of its size; the surface is good until the next call.

        `then` is what will be asked for next, where the picture moves: while it does, a part hardly behind may be seen.
        """
        wanted = self._edges(part)
        self._take_in(wait=then is None or not self._nearly(wanted))
        if self._work is not None:
            return self._shown
        if wanted != self._now and not (then is not None and self._nearly(wanted)):
            self._scale(wanted)
            self._show(wanted)
        following = self._edges(then) if then is not None else self._now
        if following != self._now:
            self._coming = following
            self._work = threading.Thread(target=self._scale, args=(following,), name="zoom", daemon=True)
            self._work.start()
        return self._shown

    def _take_in(self, *, wait: bool) -> None:
        """Show what the thread has made, once it has."""
        if self._work is None or self._coming is None or (self._work.is_alive() and not wait):
            return
        self._work.join()
        self._work = None
        self._show(self._coming)

    def _show(self, edges: Edges) -> None:
        self._shown, self._next = self._next, self._shown
        self._now = edges

    def _nearly(self, wanted: Edges) -> bool:
        """Whether what is shown may stand for the part that is wanted."""
        return all(abs(held - asked) <= NEAR for held, asked in zip(self._now[:2], wanted[:2], strict=True))

    def _edges(self, part: Box) -> Edges:
        """Whole pixels, as many left away on either side of a part in the middle."""
        width, height = self._picture.get_size()
        left, right = (round(round(width * share, 6)) for share in (part.x, 1 - part.x - part.w))
        top, bottom = (round(round(height * share, 6)) for share in (part.y, 1 - part.y - part.h))
        return left, top, width - left - right, height - top - bottom

    def _scale(self, edges: Edges) -> None:
        pygame.transform.smoothscale(self._picture.subsurface(edges), self._picture.get_size(), self._next)
