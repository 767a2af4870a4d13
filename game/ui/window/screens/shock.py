"""A shake of the picture and a flash of light, over time. Knows nothing of why."""

from __future__ import annotations

from math import sin

from game.ui.window.geometry import Point

SHAKE_SECONDS = 0.5
FLASH_SECONDS = 0.35
REACH = 26.0
"""How far a shake throws the picture at first, in virtual units."""


class Shock:
    """What is left of a shake and a flash."""

    def __init__(self) -> None:
        """All is still."""
        self._shake = self._flash = 0.0

    def start(self, *, shake: bool, flash: bool) -> None:
        """Begin those, and end what was before."""
        self._shake = SHAKE_SECONDS if shake else 0.0
        self._flash = FLASH_SECONDS if flash else 0.0

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        self._shake, self._flash = max(0.0, self._shake - seconds), max(0.0, self._flash - seconds)

    @property
    def lasts(self) -> bool:
        """Whether something is left."""
        return self._shake > 0 or self._flash > 0

    @property
    def shake(self) -> Point:
        """How far the picture is off its place, in virtual units."""
        strength = REACH * (self._shake / SHAKE_SECONDS) ** 2
        return strength * sin(self._shake * 71), strength * 0.6 * sin(self._shake * 93 + 1)

    @property
    def flash(self) -> float:
        """Strength of the light, 0 to 1."""
        share = self._flash / FLASH_SECONDS
        return 0.85 * share * share
