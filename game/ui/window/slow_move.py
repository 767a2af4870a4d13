"""A slow move over a place: which larger pictures it needs, and what is seen of them as far as it has come.

A place may come in two depths: what stands nearest to us goes further than the rest. Knows surfaces, no scene.
"""

from __future__ import annotations

from typing import TypeAlias

import pygame

from .assets import Fit, Library, Wanted
from .camera import REACH, following, part
from .frame import Drift
from .geometry import Box
from .zooming import Zoom

LARGER = 1.15
"""How much larger than it is shown a picture is kept that is moved over, so that it moves without jumps."""
NEARER = 1.25
"""How many times as far as the rest what stands nearest goes: 34 pixels in 2560 further, over what is filled."""
Planes: TypeAlias = tuple[pygame.Surface, ...]
"""The place, and before it what stands nearest, if it comes in two depths."""


def softened(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """A picture a little out of focus, for who stands before it to come forward; `size` is the stage's in pixels."""
    width, height = size
    half = pygame.transform.smoothscale(picture, (max(1, width * 5 // 8), max(1, height * 5 // 8)))
    return pygame.transform.smoothscale(half, picture.get_size())


class SlowMove:
    """Moves over places at one size; keeps what it made of the last one."""

    def __init__(self, library: Library, size: tuple[int, int]) -> None:
        """`size` in pixels is the stage's."""
        self._library = library
        self._size = size
        self._zoom: tuple[tuple[Planes, bool], Zoom] | None = None

    def wanted(self, asset: str) -> tuple[Wanted, ...]:
        """The pictures to move over."""
        layers = self._library.layers(asset)
        if layers is None:
            return (self._larger(asset, Fit.COVER),)
        return self._larger(layers.far, Fit.COVER), self._larger(layers.near, Fit.CUT_OUT)

    def at(self, asset: str, drift: Drift, *, soft: bool) -> pygame.Surface | None:
        """The place as far as the move has come, good until the next call; None until its pictures are there."""
        found = tuple(self._library.get(wanted) for wanted in self.wanted(asset))
        planes = tuple(plane for plane in found if plane is not None)
        if len(planes) < len(found):
            return None
        if self._zoom is None or self._zoom[0] != (planes, soft):
            ready = tuple(softened(plane, self._size) for plane in planes) if soft else planes
            self._zoom = (planes, soft), Zoom(ready, self._size)
        then = following(drift.done)
        return self._zoom[1].at(_parts(drift.move, drift.done), _parts(drift.move, then) if then is not None else None)

    def forget(self) -> None:
        """Forget what was made."""
        self._zoom = None

    def _larger(self, asset: str, fit: Fit) -> Wanted:
        width, height = self._size
        return Wanted(asset, (round(width * LARGER), round(height * LARGER)), fit)


def _parts(move: str, done: float) -> tuple[Box, Box]:
    """What is seen of the place, and of what stands nearest."""
    return part(move, done), part(move, done, NEARER * REACH)
