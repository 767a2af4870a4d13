"""One lock for a folder, so that two copies of the game never write in it at once. Knows nothing of what is written."""

from __future__ import annotations

import contextlib
import errno
import threading
from collections.abc import Iterator
from pathlib import Path

from game.errors import SaveError

from .system import Os
from .wording import say

PATIENCE = 2.0
"""Seconds to wait while another copy of the game writes."""

PAUSE = 0.01
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
NAME = ".lock"


class FolderLock:
    """Held by one thread of one process at a time, which may take it again within."""

    def __init__(self, folder: Path, system: Os) -> None:
        """A lock on `folder`; nothing is touched yet."""
        self._path = folder / NAME
        self._os = system
        self._guard = threading.RLock()
        self._depth = 0

    @contextlib.contextmanager
    def held(self) -> Iterator[bool]:
        """Hold it; whether it really keeps others out, which some file systems can't. Raises SaveError, OSError."""
        with self._guard:
            lock = self._take() if self._depth == 0 else None
            self._depth += 1
            try:
                yield lock is not None
            finally:
                self._depth -= 1
                if lock is not None:
                    with contextlib.suppress(OSError):  # what was to be done is done, or its fault is on its way
                        self._os.unlock(lock)

    def _take(self) -> int | None:
        """The lock, or None on a file system that has none."""
        waited = 0.0
        while True:
            try:
                return self._os.lock(self._path)
            except BlockingIOError as busy:
                if waited >= PATIENCE:
                    raise SaveError(say("another copy of the game is saving; try again")) from busy
                self._os.wait(PAUSE)
                waited += PAUSE
            except OSError as fault:
                if fault.errno in NO_LOCKS:
                    return None
                raise
