"""Everything that is wrong with a story that was read: what loading found, and what the checks find."""

from __future__ import annotations

import os
from pathlib import Path

from game.checks import run_checks
from game.cli.output import count
from game.cli.tongues import catalogues
from game.loading.loader import LoadResult
from game.model.diagnostic import Diagnostic, Severity


def problems_of(result: LoadResult, story: Path) -> list[Diagnostic]:
    """The problems in the order of the files. `story` is the folder, beside which its assets may lie."""
    found = list(result.diagnostics)
    if result.story is not None:
        asked = [invariant.always for invariant in result.invariants]
        if catalogues(story):
            from game.cli import translating

            found += translating.problems(result.story, story)
        found += run_checks(result.story, asset_files=_asset_files(story), asked=asked, ignored=result.ignored)
    return sorted(found, key=lambda problem: (problem.ref, problem.code))


def summary(result: LoadResult, problems: list[Diagnostic]) -> str:
    """How much was read, and how many problems of each kind there are."""
    kinds = [
        count(sum(problem.severity is severity for problem in problems), severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    ]
    return f"{count(result.scenes, 'scene')} read: {', '.join(kinds)}."


def _asset_files(story: Path) -> frozenset[str] | None:
    """What lies in `assets/` beside the story, or None where there is no such folder."""
    assets = story.resolve().parent / "assets"
    if not assets.is_dir():
        return None
    # `os.walk` takes it as it comes where a folder goes away meanwhile.
    return frozenset(
        Path(folder, name).relative_to(assets).as_posix() for folder, _, names in os.walk(assets) for name in names
    )
