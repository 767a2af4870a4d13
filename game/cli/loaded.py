"""Loads a story for a command, or stops with its errors. The edge where stories are read."""

from __future__ import annotations

import sys
from pathlib import Path

from game.cli.output import count, say_diagnostics
from game.errors import UsageError
from game.loading.loader import LoadResult, load_story
from game.model.diagnostic import Severity
from game.model.story import Story
from game.tools.wording import did_you_mean

FIRST = 20
"""Errors that are printed of a story that can't be played."""


def playable(folder: Path) -> tuple[Story, LoadResult]:
    """A story without errors, and what else was read with it.

    Raises UsageError where the folder or its `story.yaml` can't be opened, or where the story has errors; the first of
    these are printed on standard error.
    """
    result = load_story(folder)
    if result.story is None:
        errors = [problem for problem in result.diagnostics if problem.severity is Severity.ERROR]
        say_diagnostics(errors[:FIRST], sys.stderr)
        raise UsageError(
            f"the story in {folder} has {count(len(errors), 'error')}", "mend them first; run.py check shows all"
        )
    return result.story, result


def known_scene(story: Story, scene: str | None) -> None:
    """Raises UsageError for the id of a scene that is not there."""
    if scene is not None and scene not in story.scenes:
        raise UsageError(f'there is no scene "{scene}"{did_you_mean(scene, story.scenes)}')
