"""How a line reaches the eye: a pause, then letter by letter, then rest. Knows seconds and letters, no story."""

from __future__ import annotations


class Delivery:
    """The time of one line.

    `shown` counts letters and `rested` the seconds since the last of them; `waits` is whether the pause before the
    letters is not over, `complete` whether everything is shown. All are asked for several times in each picture.
    """

    def __init__(self) -> None:
        """Nothing to deliver."""
        self.total = self.shown = 0
        self.rested = 0.0
        self.waits, self.complete = False, True
        self._letters = 0.0
        self._pause = 0.0
        self._rate = 0

    def start(self, total: int, *, rate: int, pause: float = 0.0) -> None:
        """Deliver `total` letters after `pause` seconds, `rate` letters a second (0: at once)."""
        self.total, self.rested = total, 0.0
        self._pause, self._rate = pause, rate
        self._letters = 0.0
        if not rate and not pause:
            self._letters = float(total)
        self._count()

    def finish(self) -> bool:
        """Show everything now; whether something was left to show."""
        left = not self.complete
        self._pause, self._letters = 0.0, float(self.total)
        self._count()
        return left

    def tick(self, seconds: float) -> bool:
        """Let time pass; whether the line was completed by it, or the pause ended."""
        if self.complete:
            self.rested += seconds
            return False
        if self.waits:
            self._pause -= seconds
            if self._pause > 0:
                return False
            if not self._rate:
                self._letters = float(self.total)
            self._count()
            return True
        self._letters += seconds * self._rate
        self._count()
        return self.complete

    def _count(self) -> None:
        self.shown = min(self.total, int(self._letters))
        self.waits = self._pause > 0
        self.complete = not self.waits and self.shown >= self.total
