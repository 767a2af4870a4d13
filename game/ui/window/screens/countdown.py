"""The time that a choice leaves, as long as the player wants it to be. Knows seconds, no choices."""

from __future__ import annotations

from math import ceil

LONGER = {"kept": 1.0, "doubled": 2.0, "fivefold": 5.0, "off": 0.0}
"""How many seconds a second of a timed choice lasts, by the setting `time_limits`; 0 where it never runs out."""
STEPS = 300
"""Steps of the bar that can be told apart."""


class Countdown:
    """What is left of a timed choice."""

    def __init__(self) -> None:
        """No choice is timed."""
        self._whole = self._left = 0.0

    def start(self, seconds: float) -> None:
        """Begin anew; 0 for a choice without a limit."""
        self._whole = self._left = seconds

    def runs(self, limits: str) -> bool:
        """Whether time is running out, by the setting `time_limits`."""
        return self._left > 0 and LONGER[limits] > 0

    @property
    def share(self) -> float:
        """The share of the time that is left, 0 to 1."""
        return self._left / self._whole if self._whole else 0.0

    def seconds(self, limits: str) -> int:
        """Whole seconds by the player's clock."""
        return ceil(self._left * LONGER[limits])

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self._left <= 0

    def tick(self, seconds: float, limits: str) -> bool:
        """Let time pass; whether the bar has moved by a step."""
        before, self._left = self._left, self._left - seconds / LONGER[limits]
        step = self._whole / STEPS
        return int(before / step) != int(self._left / step)
