"""Loads small stories given as text, and says what was found in a form that is easy to compare."""

from __future__ import annotations

import tempfile
from pathlib import Path

from game.loading.loader import LoadResult, load_story
from tests.support.stories import write

STORY = "title: A test\nstart: first\nformat: 1\n"
ENDINGS = "over: {title: Over, kind: bad}\n"
FIRST = "first: {ending: over}\n"


def loaded(files: dict[str, str] | None = None, /, **roots: str) -> LoadResult:
    """What loading says of a story with these files; those named as keywords stand at its root with `.yaml` added.

    story.yaml, endings.yaml (with the ending `over`) and a scene `first` are there unless they are given.
    """
    given = {f"{name}.yaml": text for name, text in roots.items()} | (files or {})
    defaults = {"story.yaml": STORY, "endings.yaml": ENDINGS}
    if "scenes.yaml" not in given:
        defaults["scenes.yaml"] = FIRST
    with tempfile.TemporaryDirectory() as folder:
        return load_story(write(Path(folder) / "story", defaults | given))


def found(result: LoadResult) -> list[str]:
    """Each problem as `file:line:column code`."""
    return [f"{problem.ref} {problem.code}" for problem in result.diagnostics]


def codes(result: LoadResult) -> list[str]:
    """The codes alone."""
    return [problem.code for problem in result.diagnostics]


def scene(body: str, **roots: str) -> LoadResult:
    """A story whose first scene has this body (indented by two) and ends."""
    return loaded(scenes=f"first:\n{body}  ending: over\n", **roots)


def script(lines: str, **roots: str) -> LoadResult:
    """A story whose first scene has these script lines (indented by four)."""
    return scene(f"  script:\n{lines}", **roots)
