"""How long a person waits: shows how far a long command is, and turns Ctrl-C into an early end. Knows no command."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

EVERY = 0.2
"""Seconds between two looks at how far it is."""


@dataclass(slots=True)
class Patience:
    """`stopped` says that Ctrl-C was pressed; a second one ends the program."""

    stopped: bool = False
    _last: float = field(default=0.0)
    _wide: int = 0

    def is_over(self) -> bool:
        """Whether the person asked to stop."""
        return self.stopped

    def tell(self, what: str, number: int) -> None:
        """Show where it is, on a terminal's last line."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._last > EVERY:
            self._last = now
            text = f"{what}: {number:,}" if number else what
            sys.stderr.write("\r" + text[:100].ljust(self._wide))
            sys.stderr.flush()
            self._wide = min(len(text), 100)

    def done(self) -> None:
        """Take the line away."""
        if self._wide:
            sys.stderr.write("\r" + " " * self._wide + "\r")
            sys.stderr.flush()
            self._wide = 0

    def press(self, _signal: int, _frame: FrameType | None) -> None:
        """What Ctrl-C does."""
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True


@contextmanager
def patience() -> Iterator[Patience]:
    """While it lasts, Ctrl-C asks for an early end; in a thread other than the main one it does what it always does."""
    waiting = Patience()
    try:
        before = signal.signal(signal.SIGINT, waiting.press)
    except ValueError:
        yield waiting
        return
    try:
        yield waiting
    finally:
        signal.signal(signal.SIGINT, before)
        waiting.done()
