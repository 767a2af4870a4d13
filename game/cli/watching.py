"""Watches a story's files while it is played, and reads it anew when a writer saves. Knows nothing of the player."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game.cli.tongues import LOCALE
from game.errors import UsageError
from game.loading.belonging import BESIDE, yaml_files
from game.loading.loader import LoadResult, load_story
from game.loading.memory import Memory
from game.model.diagnostic import Severity
from game.model.story import Story

EVERY = 0.3
"""Seconds between two looks."""


class Watched:
    """A story's folder. Asked often, it looks seldom; after a change it waits until the files stand still."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        tell: Callable[[LoadResult | UsageError, float], None] | None = None,
    ) -> None:
        """As the folder is now. `tell` hears of all that is read, and of a folder that can't be; and in how many
        seconds.
        """
        self._folder = folder
        self._tell = tell
        self._memory = Memory()
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
        try:
            return self.read()
        except UsageError as fault:
            if self._tell is not None:
                self._tell(fault, 0.0)
            return str(fault)

    def read(self) -> Story | str:
        """The story as it is now, or its first error in a line. Raises UsageError if it can't be opened at all."""
        began = time.perf_counter()
        result = load_story(self._folder, memory=self._memory)
        if self._tell is not None:
            self._tell(result, time.perf_counter() - began)
        if result.story is not None:
            return result.story
        errors = [problem for problem in result.diagnostics if problem.severity is Severity.ERROR]
        first = errors[0]
        rest = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        return f"{first.ref.file}:{first.ref.line}: {first.message}{rest}"

    def _look(self) -> dict[str, tuple[int, int, int]]:
        """By path, when it was changed, how long it is, and who may read it.

        Looked at are the story's files, its translations, and what is read beside it. What goes away meanwhile (a
        program that brings back an older version moves whole folders) is not there.
        """
        shut: list[Path] = []
        found = [Path(entry) for entry in yaml_files(self._folder, lambda fault: shut.append(Path(fault.filename)))]
        found += (self._folder.resolve().parent.joinpath(*parts) for parts in BESIDE)
        with suppress(OSError):
            found += (self._folder / LOCALE).glob("*.po")
        stamps = {}
        for path in (*found, *shut):
            with suppress(OSError):
                held = path.stat()
                stamps[str(path)] = (held.st_mtime_ns, held.st_size, held.st_mode)
        return stamps
