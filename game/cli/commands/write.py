"""`write`: the writer's loop. Every save is checked at once; beside it a window stays at the line that is written."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path

from game.cli.loaded import known_scene
from game.cli.output import complain, say, say_diagnostics
from game.cli.problems import problems_of, summary
from game.cli.tongues import tongues, wordings
from game.cli.watching import EVERY, Watched
from game.errors import EnvironmentFault, UsageError
from game.loading.excerpts import with_excerpts
from game.loading.loader import LoadResult
from game.model.diagnostic import Severity
from game.model.story import Story


def run(options: argparse.Namespace) -> int:
    """Go on until the window is closed, or Ctrl-C is pressed."""
    watched = Watched(options.story, tell=Report(options.story, notes=options.notes))
    try:
        story = _sound(watched, preview=not options.no_preview)
        known_scene(story, options.scene)
        if not options.no_preview and _preview(story, options, watched):
            return 0
        while True:
            time.sleep(EVERY)
            watched()
    except KeyboardInterrupt:
        return 0


class Report:
    """Prints what a check finds, as often as it is called."""

    def __init__(self, folder: Path, *, notes: bool) -> None:
        """`notes` as well as errors and warnings."""
        self._folder = folder
        self._least = Severity.NOTE if notes else Severity.WARNING

    def __call__(self, result: LoadResult | UsageError, reading: float) -> None:
        """Check what was read, and say how long both took; `reading` are the seconds of the first."""
        if isinstance(result, UsageError):
            complain(f"error: {result}")
            return
        began = time.perf_counter()
        problems = problems_of(result, self._folder)
        took = reading + time.perf_counter() - began
        shown = [problem for problem in problems if problem.severity >= self._least]
        say(f"\n{datetime.now().astimezone():%H:%M:%S}  {summary(result, problems)} ({took:.2f} s)")
        say_diagnostics(with_excerpts(shown, self._folder))
        sys.stdout.flush()  # somebody may read along in a file or another program


def _sound(watched: Watched, *, preview: bool) -> Story:
    """The story as soon as it has no errors."""
    found: Story | str | None = watched.read()
    opens = "" if isinstance(found, Story) or not preview else " The window opens once there are no errors."
    complain(f"\nEvery file that you save is checked; Ctrl-C ends this.{opens}")
    while not isinstance(found, Story):
        time.sleep(EVERY)
        found = watched()
    return found


def _preview(story: Story, options: argparse.Namespace, watched: Watched) -> bool:
    """Whether a window was open, and is closed now."""
    from game.app.app import App

    app = App(story, tongues=tongues(options.story), wordings=wordings())
    if options.scene is not None:
        app.new_game(scene=options.scene)
    try:
        from game.ui.window.window import run as run_window

        run_window(app, assets=options.story.resolve().parent / "assets", watch=watched)
    except (EnvironmentFault, ImportError) as fault:
        complain(f"No window: {fault}. Only checking; Ctrl-C ends it.")
        return False
    return True
