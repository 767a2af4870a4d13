"""`check`: every problem of a story, for people or as JSON."""

from __future__ import annotations

import argparse
from typing import Any

from game.cli.output import say, say_diagnostics, say_json
from game.cli.problems import problems_of, summary
from game.loading.excerpts import with_excerpts
from game.loading.loader import LoadResult, load_story
from game.model.diagnostic import Diagnostic, Severity


def run(options: argparse.Namespace) -> int:
    """Report every problem; 1 where there are errors, or warnings under `--strict`."""
    result = load_story(options.story)
    problems = problems_of(result, options.story)
    worst = max((problem.severity for problem in problems), default=Severity.NOTE)
    if options.json:
        say_json(_as_json(result, problems))
    else:
        say_diagnostics(with_excerpts(problems, options.story))
        say(summary(result, problems))
    return int(worst >= (Severity.WARNING if options.strict else Severity.ERROR))


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
