"""The terminal itself: reading a line, writing text, its width, what it can show. Knows nothing of the story."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn, Protocol

from .paper import Paper


class Console(Protocol):
    """Where the player reads and types. `read` raises EOFError at the end of the input."""

    interactive: bool

    def read(self, prompt: str) -> str:
        """A line of input, without its end."""
        ...

    def write(self, text: str = "") -> None:
        """Show text and end the line."""
        ...

    def paper(self) -> Paper:
        """How wide text may be now, and whether with styles."""
        ...


class RealConsole:
    """Standard input and output; plain where either is no terminal."""

    def __init__(self) -> None:
        """Take line editing from readline where there is one."""
        self.interactive = sys.stdin.isatty() and sys.stdout.isatty()
        self._ansi = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
        if self.interactive:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401, PLC0415 - importing it is how `input` gets line editing

    def read(self, prompt: str) -> str:
        """A line; bytes that are no text are replaced. Without a terminal no prompt is shown."""
        if self.interactive:
            return input(prompt)
        line = sys.stdin.buffer.readline()
        if not line:
            raise EOFError
        return line.decode(errors="replace")

    def write(self, text: str = "") -> None:
        """Show text at once, so that a pipe gets it before the next line is awaited."""
        print(text, flush=True)

    def paper(self) -> Paper:
        """As wide as the window is now."""
        return Paper(shutil.get_terminal_size().columns - 1, ansi=self._ansi)


@contextlib.contextmanager
def hanging_up_ends_input() -> Iterator[None]:
    """While this lasts, a lost connection or a request to end is taken as the end of the input."""
    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _end_of_input) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _end_of_input(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise EOFError
