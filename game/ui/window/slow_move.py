"""A slow move over a place: which larger pictures it needs, and what is seen of them as far as it has come.

A place may come in two depths: what stands nearest to us goes further than the rest. Knows surfaces, no scene.
"""

from __future__ import annotations

from collections.abc import Iterator
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
        self._wanted: tuple[str, tuple[Wanted, ...]] | None = None
        """What was found for the last place, as it takes a look at the disk and is asked at every step."""

    def wanted(self, asset: str) -> tuple[Wanted, ...]:
        """The pictures to move over."""
        if self._wanted is None or self._wanted[0] != asset:
            self._wanted = asset, tuple(self._found(asset))
        return self._wanted[1]

    def _found(self, asset: str) -> Iterator[Wanted]:
        layers = self._library.layers(asset)
        yield self._larger(layers.far if layers else asset, Fit.COVER)
        if layers:
            yield self._larger(layers.near, Fit.CUT_OUT)

    def at(self, asset: str, drift: Drift, *, soft: bool) -> pygame.Surface | None:
        """The place as far as the move has come, good until the next call; None until its pictures are there."""
        wanted = self.wanted(asset)
        planes = tuple(plane for each in wanted if (plane := self._library.get(each)) is not None)
        if len(planes) < len(wanted):
            return None
        if self._zoom is None or self._zoom[0] != (planes, soft):
            ready = tuple(softened(plane, self._size) for plane in planes) if soft else planes
            self._zoom = (planes, soft), Zoom(ready, self._size)
        then = following(drift.done)
        coming = _parts(drift.move, then, len(planes)) if then is not None else None
        return self._zoom[1].at(_parts(drift.move, drift.done, len(planes)), coming)

    def forget(self) -> None:
        """Forget what was made and found."""
        self._zoom = self._wanted = None

    def _larger(self, asset: str, fit: Fit) -> Wanted:
        width, height = self._size
        return Wanted(asset, (round(width * LARGER), round(height * LARGER)), fit)


def _parts(move: str, done: float, planes: int) -> tuple[Box, ...]:
    """What is seen of the place, and of what stands nearest if it comes by itself."""
    return tuple(part(move, done, further * REACH) for further in (1, NEARER)[:planes])
