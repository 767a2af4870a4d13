"""The example stories, one for each code: what is wrong with them, and how they are put right.

Each lies in `tests/stories/bad/CODE-what-is-wrong/`, in a folder `story/` where it needs something beside it. A folder
`.after` holds the files with the mistake put right; those of `assets/` lie in it too. Files that are taken
away are named in `.after/.gone`, one on each line.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.checks import run_checks
from game.cli import translating
from game.loading.loader import load_story
from game.model.diagnostic import Diagnostic

GONE = ".gone"
BAD = Path(__file__).resolve().parents[1] / "stories" / "bad"


@dataclass(frozen=True, slots=True)
class BadStory:
    """One example."""

    folder: Path

    @property
    def code(self) -> str:
        """The code that it shows."""
        return self.folder.name[:4]

    @property
    def story(self) -> Path:
        """The story's own folder."""
        inner = self.folder / "story"
        return inner if inner.is_dir() else self.folder

    @property
    def corrections(self) -> Iterator[tuple[str, Path, Path]]:
        """Name, file with the mistake, and file without it, of each file that changes."""
        after = self.story / ".after"
        for right in sorted(path for path in after.rglob("*") if path.is_file() and path.name != GONE):
            name = right.relative_to(after).as_posix()
            wrong = self.story.parent / name if name.startswith("assets/") else self.story / name
            yield name, wrong, right

    def corrected(self, folder: Path) -> BadStory:
        """A copy in `folder` with the mistake put right."""
        copy = BadStory(Path(shutil.copytree(self.folder, folder / self.folder.name)))
        for name, _, right in self.corrections:
            place = copy.story.parent / name if name.startswith("assets/") else copy.story / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            shutil.copy(right, place)
        for name in self.gone:
            (copy.story / name).unlink()
        return copy

    @property
    def gone(self) -> list[str]:
        """The files that the correction takes away."""
        listed = self.story / ".after" / GONE
        return listed.read_text(encoding="utf-8").split() if listed.exists() else []

    def problems(self) -> list[Diagnostic]:
        """All that loading and the checks find in it."""
        result = load_story(self.story)
        if result.story is None:
            return list(result.diagnostics)
        translated = translating.problems(result.story, self.story)
        assets = self.story.parent / "assets"
        files = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}
        found = run_checks(result.story, asset_files=files if assets.is_dir() else None, ignored=result.ignored)
        return [*result.diagnostics, *found, *translated]


def bad_stories() -> list[BadStory]:
    """Every example, in the order of the codes."""
    return [BadStory(folder) for folder in sorted(BAD.iterdir()) if folder.is_dir()]
