"""Keeps sixty pictures a second on slow machines: what is least missed goes first. Knows seconds, no pictures."""

from __future__ import annotations

from dataclasses import dataclass

BUDGET = 0.015
"""Seconds that drawing may take out of the 1/60 that a picture has."""
EASY = 0.006
"""Seconds under which there is room for more."""
SOON = 30
"""Pictures over budget after which something goes."""
LATER = 240
"""Pictures with room after which it comes back; twice as many each time it had to go again."""
SHARE = 0.9
"""The share of pictures that must keep to the budget."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How much is drawn: the share of the particles of a weather, and dissolves at half the resolution."""

    particles: float = 1.0
    coarse: bool = False


LEVELS = (Quality(), Quality(particles=0.5), Quality(particles=0.5, coarse=True), Quality(particles=0.0, coarse=True))


class Governor:
    """Hears how long each picture took, and says how much the next may cost."""

    def __init__(self) -> None:
        """Everything is drawn until it proves to be too much."""
        self._level = 0
        self._took: list[float] = []
        self._patience = LATER

    @property
    def quality(self) -> Quality:
        """How much to draw now."""
        return LEVELS[self._level]

    def note(self, seconds: float) -> None:
        """A picture took so long."""
        self._took.append(seconds)
        if len(self._took) % SOON:
            return
        lately = sorted(self._took[-SOON:])
        usual = lately[int(SHARE * (SOON - 1))]
        if usual > BUDGET and self._level + 1 < len(LEVELS):
            self._go(self._level + 1)
        elif usual > EASY or self._level == 0:
            self._took.clear()
        elif len(self._took) >= self._patience:
            self._patience *= 2
            self._go(self._level - 1)

    def _go(self, level: int) -> None:
        self._level = level
        self._took.clear()
