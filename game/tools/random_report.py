"""What came of random runs, as values, as JSON for programs and as text for people. Plays nothing itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .verdicts import Route
from .wording import counted

KEPT = 100
"""How many failures of one kind are kept with their paths; all are counted."""

MOST = 10
"""How many kinds of failure the text shows before it only counts them."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that came to no ending or broke an invariant, and the choices it took."""

    seed: int
    message: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A way to fail that is no longer than any run's; `shortest` where it is proved that none is shorter."""

    route: Route
    shortest: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All runs together. `endings` counts how often each ending came; `steps` are all choices taken.

    `failed` counts failures by their message, `failures` are the first of each kind. `cut` runs were still on their way
    when they were stopped, and count among `steps` only. `shrunk` are short ways to fail, by message.
    """

    runs: int
    seed: int
    endings: dict[str, int]
    steps: int
    failures: tuple[Failure, ...]
    failed: Mapping[str, int] = field(default_factory=dict)
    cut: int = 0
    shrunk: Mapping[str, Shrunk] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether no run failed."""
        return not self.failed


def merged(reports: Sequence[Report]) -> Report:
    """One report of several, whose runs follow each other. There is at least one."""
    failed: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    failures = []
    for report in reports:
        failed.update(report.failed)
        for failure in report.failures:
            kept[failure.message] += 1
            if kept[failure.message] <= KEPT:
                failures.append(failure)
    endings = {name: sum(report.endings[name] for report in reports) for name in reports[0].endings}
    return Report(
        sum(report.runs for report in reports),
        reports[0].seed,
        endings,
        sum(report.steps for report in reports),
        tuple(failures),
        dict(sorted(failed.items())),
        sum(report.cut for report in reports),
    )


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {
        "runs": report.runs,
        "seed": report.seed,
        "endings": report.endings,
        "steps": report.steps,
        "failures": [
            {"seed": failure.seed, "message": failure.message, "path": list(failure.path)}
            for failure in report.failures
        ],
        "failed": dict(report.failed),
        "cut": report.cut,
        "shrunk": [
            {
                "message": message,
                "path": list(found.route.path),
                "reached": sorted(found.route.reached),
                "shortest": found.shortest,
            }
            for message, found in report.shrunk.items()
        ],
    }


def as_text(report: Report) -> str:
    """The report for people."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{counted(report.runs, 'run')}, {counted(report.steps, 'choice')} taken"
    if report.cut:
        yield f"{counted(report.cut, 'run')} more were cut off on their way, long ones sooner than short ones"
    for ending, count in sorted(report.endings.items(), key=lambda pair: -pair[1]):
        yield f"  {ending}: {count:,} ({count / max(1, report.runs):.1%})"
    first: dict[str, Failure] = {}
    for failure in report.failures:
        first.setdefault(failure.message, failure)
    for message, count in list(report.failed.items())[:MOST]:
        yield f"FAILED {counted(count, 'time')}, first with --seed {first[message].seed} --runs 1: {message}"
        yield "  " + _path(report, first[message])
    if len(report.failed) > MOST:
        yield f"and {len(report.failed) - MOST} other kinds of failure (--json lists all)"


def _path(report: Report, failure: Failure) -> str:
    """The shortest way that is known to fail so."""
    found = report.shrunk.get(failure.message)
    if found is None:
        return " > ".join(failure.path[-30:]) or "at the very start"
    seen = f" (for a player who has seen {', '.join(sorted(found.route.reached))})" if found.route.reached else ""
    how = "shortest" if found.shortest else f"shortened from {counted(len(failure.path), 'choice')}"
    return f"{' > '.join(found.route.path) or 'at the very start'}{seen} ({how})"
