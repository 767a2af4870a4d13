"""A shake of the picture, a flash of light and lightning, over time. Knows nothing of why."""

from __future__ import annotations

from math import sin

from game.ui.window.geometry import Point

SHAKE_SECONDS = 0.5
FLASH_SECONDS = 0.35
STROKES = ((0.0, 0.55, 0.24), (0.42, 0.38, 0.75))
"""Lightning: when each stroke comes, how bright it is, and how long it takes to fade, in seconds.

Two within a second: at most three are safe for who is sensitive to light (WCAG 2.2, 2.3.1).
"""
LIGHTNING_SECONDS = max(begins + fades for begins, _, fades in STROKES)
REACH = 26.0
"""How far a shake throws the picture at first, in virtual units."""


class Shock:
    """What is left of a shake, a flash and lightning."""

    def __init__(self) -> None:
        """All is still."""
        self._shake = self._flash = self._lightning = 0.0

    def start(self, *, shake: bool, flash: bool, lightning: bool = False) -> None:
        """Begin those, and end what was before."""
        self._shake = SHAKE_SECONDS if shake else 0.0
        self._flash = FLASH_SECONDS if flash else 0.0
        self._lightning = LIGHTNING_SECONDS if lightning else 0.0

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        if not self.lasts:
            return
        self._shake, self._flash = max(0.0, self._shake - seconds), max(0.0, self._flash - seconds)
        self._lightning = max(0.0, self._lightning - seconds)

    @property
    def lasts(self) -> bool:
        """Whether something is left."""
        return self._shake > 0 or self._flash > 0 or self._lightning > 0

    @property
    def shake(self) -> Point:
        """How far the picture is off its place, in virtual units."""
        strength = REACH * (self._shake / SHAKE_SECONDS) ** 2
        return strength * sin(self._shake * 71), strength * 0.6 * sin(self._shake * 93 + 1)

    @property
    def flash(self) -> float:
        """Strength of the light, 0 to 1."""
        share = self._flash / FLASH_SECONDS
        return max(0.85 * share * share, self._stroke)

    @property
    def _stroke(self) -> float:
        """Strength of the lightning's light."""
        if not self._lightning:
            return 0.0
        now = LIGHTNING_SECONDS - self._lightning
        left = [
            bright * (1 - (now - begins) / fades) ** 2 for begins, bright, fades in STROKES if 0 <= now - begins < fades
        ]
        return max(left, default=0.0)
