"""Watches a story's files while it is played, and reads it anew when a writer saves. Knows nothing of the player."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from game.errors import UsageError
from game.loading.loader import load_story
from game.model.diagnostic import Severity
from game.model.story import Story

EVERY = 0.3
"""Seconds between two looks."""


class Watched:
    """A story's folder. Asked often, it looks seldom; after a change it waits until the files stand still."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """As the folder is now."""
        self._folder = folder
        self._clock = clock
        self._stamps = self._restless = self._look()
        self._looked = clock()

    def __call__(self) -> Story | str | None:
        """The story as it is now, or its first error in a line; None where nothing changed since the last time."""
        now = self._clock()
        if now - self._looked < EVERY:
            return None
        self._looked = now
        stamps = self._look()
        if stamps == self._stamps:
            return None
        if stamps != self._restless:
            self._restless = stamps
            return None
        self._stamps = stamps
        return self._read()

    def _read(self) -> Story | str:
        try:
            result = load_story(self._folder)
        except UsageError as fault:
            return str(fault)
        if result.story is not None:
            return result.story
        errors = [problem for problem in result.diagnostics if problem.severity is Severity.ERROR]
        first = errors[0]
        rest = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        return f"{first.ref.file}:{first.ref.line}: {first.message}{rest}"

    def _look(self) -> dict[str, tuple[int, int]]:
        """By file, when it was changed and how long it is."""
        stamps = {}
        for path in sorted(self._folder.rglob("*.yaml")):
            try:
                found = path.stat()
            except OSError:
                continue
            stamps[str(path)] = (found.st_mtime_ns, found.st_size)
        return stamps
