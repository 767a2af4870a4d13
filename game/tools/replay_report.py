"""What became of replays, as values, as JSON for programs and as text for people. Plays nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.playing import Playthrough
from game.model.expression import Value
from game.model.source import SourceRef

from .wording import counted, listed, spelled


@dataclass(frozen=True, slots=True)
class Failure:
    """The step that did not hold, and the state it met. `offered` are the ids of the choices on offer there.

    `more` are lines that help: the nearest way to what was wanted, the nearest words, what changed in a transcript.
    """

    ref: SourceRef
    step: int
    expected: str
    actual: str
    offered: tuple[str, ...] = ()
    scene: str | None = None
    values: tuple[tuple[str, Value], ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One replay played. `steps` held; `ending` is where the story ended, if it did; `play` is how far it came.

    `rests` are the scenes in which we were when each step was come to, as far as steps were.
    """

    file: str
    name: str
    steps: int
    ending: str | None
    failure: Failure | None
    play: Playthrough | None
    rests: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return self.failure is None


@dataclass(frozen=True, slots=True)
class Report:
    """All replays, in the order given."""

    results: tuple[Result, ...]

    @property
    def ok(self) -> bool:
        """Whether all held."""
        return all(result.ok for result in self.results)


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {"ok": report.ok, "replays": [_result_json(result) for result in report.results]}


def _result_json(result: Result) -> dict[str, object]:
    return {
        "file": result.file,
        "name": result.name,
        "ok": result.ok,
        "steps": result.steps,
        "ending": result.ending,
        "failure": None if result.failure is None else _failure_json(result.failure),
    }


def _failure_json(failure: Failure) -> dict[str, object]:
    return {
        "line": failure.ref.line,
        "column": failure.ref.column,
        "step": failure.step,
        "expected": failure.expected,
        "actual": failure.actual,
        "offered": list(failure.offered),
        "scene": failure.scene,
        "state": dict(failure.values),
        "more": list(failure.more),
    }


def as_text(report: Report) -> str:
    """The report for people: a line for each replay, more for one that failed."""
    lines = [line for result in report.results for line in _result_lines(result)]
    failed = sum(not result.ok for result in report.results)
    lines.append(
        f"{len(report.results)} played, {failed} failed" if failed else f"{len(report.results)} played, all hold"
    )
    return "\n".join(lines)


def _result_lines(result: Result) -> Sequence[str]:
    if result.failure is None:
        ending = f", ends with {result.ending}" if result.ending else ""
        return [f"ok      {result.file}: {result.name} ({counted(result.steps, 'step')}{ending})"]
    name = f": {result.name}" if result.name else ""
    return [f"FAILED  {result.file}{name}", *(f"        {line}" for line in explained(result))]


def explained(result: Result) -> Sequence[str]:
    """Where and why a replay failed, in a few lines; none where it held."""
    failure = result.failure
    if failure is None:
        return []
    what = f"step {failure.step} does not hold" if failure.step else "this replay can't begin"
    lines = [
        f"{failure.ref.file or result.file}:{failure.ref.line}:{failure.ref.column}: {what}",
        f"expected: {failure.expected}",
        f"but:      {failure.actual}",
        *(f"          {line}" for line in failure.more),
    ]
    if failure.scene is not None:
        lines.append(f"in scene: {failure.scene}, on offer: {listed(failure.offered)}")
        lines.append("state:    " + ", ".join(f"{name} = {spelled(value)}" for name, value in failure.values))
    return lines
