"""`check`: every problem of a story, for people or as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.checks import run_checks
from game.cli.output import count, say, say_diagnostics, say_json
from game.loading.excerpts import with_excerpts
from game.loading.loader import LoadResult, load_story
from game.model.diagnostic import Diagnostic, Severity


def run(options: argparse.Namespace) -> int:
    """Report every problem; 1 where there are errors, or warnings under `--strict`."""
    result = load_story(options.story)
    problems = _problems(result, _asset_files(options.story))
    worst = max((problem.severity for problem in problems), default=Severity.NOTE)
    if options.json:
        say_json(_as_json(result, problems))
    else:
        say_diagnostics(with_excerpts(problems, options.story))
        say(_summary(result, problems))
    return int(worst >= (Severity.WARNING if options.strict else Severity.ERROR))


def _problems(result: LoadResult, asset_files: frozenset[str] | None) -> list[Diagnostic]:
    found = list(result.diagnostics)
    if result.story is not None:
        asked = [invariant.always for invariant in result.invariants]
        found += run_checks(result.story, asset_files=asset_files, asked=asked, ignored=result.ignored)
    return sorted(found, key=lambda problem: (problem.ref, problem.code))


def _asset_files(story: Path) -> frozenset[str] | None:
    """What lies in `assets/` beside the story, or None where there is no such folder."""
    assets = story.resolve().parent / "assets"
    if not assets.is_dir():
        return None
    return frozenset(path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file())


def _as_json(result: LoadResult, problems: list[Diagnostic]) -> dict[str, Any]:
    return {
        "ok": all(problem.severity is not Severity.ERROR for problem in problems),
        "scenes": result.scenes,
        "problems": [
            {
                "file": problem.ref.file,
                "line": problem.ref.line,
                "column": problem.ref.column,
                "code": problem.code,
                "severity": problem.severity.name.lower(),
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ],
    }


def _summary(result: LoadResult, problems: list[Diagnostic]) -> str:
    kinds = [
        count(sum(problem.severity is severity for problem in problems), severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    ]
    return f"{count(result.scenes, 'scene')} read: {', '.join(kinds)}."
