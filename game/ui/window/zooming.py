"""A picture that comes closer step by step; a thread makes the next step while this one is looked at.

Scaling a whole picture takes most of what a slow move costs, and lets other threads run meanwhile. The steps come
about eight times a second, so the next one is long done when it is wanted. Knows surfaces, no scene.
"""

from __future__ import annotations

import threading

import pygame

ALIKE = 1e-6
"""Two steps nearer to each other than this are one."""


class Zoom:
    """The steps over one picture. It is copied first: nobody else may draw from what a thread reads."""

    def __init__(self, picture: pygame.Surface, reach: float) -> None:
        """`reach` is how much of its width is out of sight in the end, 0 to 1."""
        self._picture = picture.copy()
        self._reach = reach
        self._shown, self._next = picture.copy(), picture.copy()
        self._done = -1.0
        self._coming = -1.0
        self._work: threading.Thread | None = None

    def at(self, done: float) -> pygame.Surface:
        """The picture so far on its way, 0 to 1; the surface is good until the next call."""
        if self._work is not None:
            self._work.join()
            self._work = None
        if abs(done - self._coming) > ALIKE:
            self._scale(done)
        self._shown, self._next = self._next, self._shown
        step, self._done = done - self._done, done
        self._coming = done + step
        if 0 < step < 1 and self._coming <= 1 + ALIKE:
            self._work = threading.Thread(target=self._scale, args=(self._coming,), name="zoom", daemon=True)
            self._work.start()
        else:
            self._coming = -1.0
        return self._shown

    def _scale(self, done: float) -> None:
        width, height = self._picture.get_size()
        aside, above = round(width * self._reach / 2 * done), round(height * self._reach / 2 * done)
        part = self._picture.subsurface((aside, above, width - 2 * aside, height - 2 * above))
        pygame.transform.smoothscale(part, (width, height), self._next)
