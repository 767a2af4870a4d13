"""How one picture gives way to the next, in pixels. Knows surfaces, not what they show."""

from __future__ import annotations

import pygame

from .theme import AMBER, BLOOD, SLANT

BANDS = 270
"""Bands into which a wipe cuts the picture; their steps lie under its bar."""


class Patch:
    """A part of a picture that fades away over the next one. It may only fade on, never come back."""

    def __init__(self, picture: pygame.Surface, rect: pygame.Rect) -> None:
        """What lies in `rect` now."""
        self.rect = rect.clip(picture.get_rect())
        self.surface = picture.subsurface(self.rect).convert_alpha()

    def fade(self, done: float) -> None:
        """Be as faint as after that share of the change, 0 to 1."""
        self.surface.fill((255, 255, 255, round(255 * (1 - done))), special_flags=pygame.BLEND_RGBA_MIN)


class Dissolve:
    """The old picture, ever fainter over the new one; `coarse` at half the resolution, which so brief a time hides."""

    def __init__(self, old: pygame.Surface, *, coarse: bool = False) -> None:
        """From what `old` shows now."""
        self._half = max(1, old.get_width() // 2), max(1, old.get_height() // 2)
        self._coarse = coarse
        self._old = (pygame.transform.scale(old, self._half) if coarse else old).convert_alpha()
        self._new = self._mixed = pygame.Surface((0, 0))

    def draw(self, target: pygame.Surface, new: pygame.Surface, done: float, *, fresh: bool) -> None:
        """Draw both as after that share of the change; `fresh` where `new` is not what it was at the last time."""
        self._old.fill((255, 255, 255, round(255 * (1 - done))), special_flags=pygame.BLEND_RGBA_MIN)
        if not self._coarse:
            target.blit(new, (0, 0))
            target.blit(self._old, (0, 0))
            return
        if fresh or not self._new.get_width():
            self._new = pygame.transform.scale(new, self._half)
            self._mixed = self._new.copy()
        self._mixed.blit(self._new, (0, 0))
        self._mixed.blit(self._old, (0, 0))
        pygame.transform.scale(self._mixed, target.get_size(), target)


def wipe(target: pygame.Surface, old: pygame.Surface, done: float) -> None:
    """Put the old picture over the new one where a slanted bar has not come by yet; it goes from left to right."""
    width, height = target.get_size()
    lean = height * SLANT
    bar = width * 0.012
    eased = done * done * (3 - 2 * done)
    foot = -lean - 4 * bar + eased * (width + lean + 8 * bar)
    tall = max(1, height // BANDS)
    for y in range(0, height, tall):
        x = max(0, round(foot + (height - y) * SLANT))
        if x < width:
            target.blit(old, (x, y), (x, y, width - x, tall))
    for left, wide, colour in ((foot - bar, 2 * bar, BLOOD), (foot + 1.6 * bar, 0.8 * bar, AMBER)):
        corners = ((left + lean, 0), (left + lean + wide, 0), (left + wide, height), (left, height))
        pygame.draw.polygon(target, colour, corners)
