"""Small stories for tests, written as their authors would write them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from game.loading.loader import load_story
from game.model.story import Story


def story_of(scenes: str, *, variables: str = "", cast: Iterable[str] = (), start: str | None = None) -> Story:
    """The story with these scenes; it starts at the first, and every ending it names is declared."""
    first = start or next(line for line in scenes.splitlines() if line[:1].isalpha()).rstrip(":")
    endings = {line.split(":")[1].strip() for line in scenes.splitlines() if line.strip().startswith("ending:")}
    files = {
        "story.yaml": f"title: A test\nstart: {first}\nformat: 1\n",
        "variables.yaml": variables,
        "cast.yaml": "".join(f"{who}: {{name: {who.capitalize()}}}\n" for who in cast),
        "endings.yaml": "".join(f"{ending}: {{title: {ending}, kind: alternate}}\n" for ending in sorted(endings)),
        "scenes.yaml": scenes,
    }
    return load(files)


def load(files: dict[str, str]) -> Story:
    """The story in these files; a test that gives a story with errors fails here, naming them."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "story", files)
        result = load_story(Path(folder) / "story")
    assert result.story is not None, [str(problem) for problem in result.diagnostics]
    return result.story


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the files (path below `folder` to text) and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
