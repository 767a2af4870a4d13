"""An exploration as JSON for programs and as text for people. Finds nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .verdicts import BranchVerdict, EndingVerdict, InvariantVerdict, Report, Route, SceneVerdict, Stuck, Verdict
from .wording import counted, listed

MOST = 20
"""How many entries of one kind the text lists before it only counts them."""


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {
        "complete": report.complete,
        "states": report.states,
        "visited": report.visited,
        "scenes": {name: _scene(scene) for name, scene in report.scenes.items()},
        "choices": {name: {"verdict": verdict.value} for name, verdict in report.choices.items()},
        "endings": {name: _ending(ending, report) for name, ending in report.endings.items()},
        "dead_ends": [_stuck(stuck) for stuck in report.dead_ends],
        "traps": [_stuck(stuck) for stuck in report.traps],
        "invariants": [_invariant(verdict) for verdict in report.invariants],
        "locked": {name: {"verdict": verdict.value} for name, verdict in report.locked.items()},
        "branches": [_branch(branch) for branch in report.branches],
        "states_by_folder": {name: act.states for name, act in report.acts.items()},
        "entered_by_folder": {name: act.entered for name, act in report.acts.items()},
        "undecided": list(report.undecided),
        "fullest_scene": report.fullest,
        "costs": [{"name": cost.name, "factor": round(cost.factor, 3)} for cost in report.costs],
    }


def _scene(scene: SceneVerdict) -> dict[str, object]:
    return {"verdict": scene.verdict.value, "depth": scene.depth}


def _ending(ending: EndingVerdict, report: Report) -> dict[str, object]:
    return {
        "verdict": ending.verdict.value,
        "shortest": None if ending.shortest is None else list(ending.shortest.path),
        "odds": ending.odds if report.complete else None,
        "odds_error": ending.odds_error,
        **_reached(ending.shortest),
        **({} if report.complete or ending.odds is None else {"odds_estimate": ending.odds}),
        **({} if ending.shortest or not ending.witness else {"witness": list(ending.witness.path)}),
    }


def _stuck(stuck: Stuck) -> dict[str, object]:
    return {"scene": stuck.scene, "path": list(stuck.route.path), **_reached(stuck.route)}


def _invariant(verdict: InvariantVerdict) -> dict[str, object]:
    return {
        "file": verdict.invariant.ref.file,
        "line": verdict.invariant.ref.line,
        "holds": verdict.holds,
        "path": None if verdict.route is None else list(verdict.route.path),
        "always": verdict.invariant.always.source,
        **({} if verdict.scene is None else {"scene": verdict.scene}),
        **_reached(verdict.route),
    }


def _branch(branch: BranchVerdict) -> dict[str, object]:
    return {
        "file": branch.condition.ref.file,
        "line": branch.condition.ref.line,
        "scene": branch.scene,
        "condition": branch.condition.source,
        "holds": branch.holds.value,
        "fails": branch.fails.value,
    }


def _reached(route: Route | None) -> Mapping[str, object]:
    """What the player must have seen before, where the path needs some."""
    return {"reached": sorted(route.reached)} if route is not None and route.reached else {}


def as_text(report: Report) -> str:
    """The report for people: what is wrong first, then the endings, then where the states are."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from _summary(report)
    yield from _problems(report)
    unreached = [
        *(f"scene {name}" for name, scene in report.scenes.items() if scene.verdict is Verdict.UNREACHABLE),
        *(f"choice {name}" for name, verdict in report.choices.items() if verdict is Verdict.UNREACHABLE),
        *(f"locked reason of {name}" for name, verdict in report.locked.items() if verdict is Verdict.UNREACHABLE),
        *(text for branch in report.branches for text in _one_sided(branch)),
    ]
    yield from _some("never reached:", unreached)
    yield "endings:"
    yield from (_ending_line(name, ending) for name, ending in report.endings.items())
    if len(report.acts) > 1:
        yield "states by folder (and how many come in from others):"
        yield from (f"  {name or '.'}: {act.states:,} ({act.entered:,})" for name, act in report.acts.items())
    if report.costs:
        costs = ", ".join(f"{cost.name} x{cost.factor:.2f}" for cost in report.costs[:8])
        yield f"what multiplies the states of {report.fullest}: {costs}"


def _summary(report: Report) -> Iterator[str]:
    if report.whole:
        total = "too many to count" if report.states is None else f"{report.states:,}"
        yield f"every state visited: {total}, of which {report.visited:,} differ in what can still matter"
    else:
        yield f"{counted(report.visited, 'state')} visited, then the budget ran out"
        if report.complete:
            yield "all else was decided by walks and by proof over fewer variables"
        else:
            yield "what was not decided is unknown" + (
                f", among it: {listed(report.undecided[:8])}" if report.undecided else ""
            )


def _problems(report: Report) -> Iterator[str]:
    yield from _some("dead ends (no choice on offer, and no ending):", map(_stuck_line, report.dead_ends))
    yield from _some("traps (no ending can be reached any more):", map(_stuck_line, report.traps))
    broken = [verdict for verdict in report.invariants if verdict.holds is False]
    yield from _some("broken invariants:", map(_broken_line, broken))
    held = sum(verdict.holds is True for verdict in report.invariants)
    if held:
        yield f"{counted(held, 'invariant')} proved"
    if report.ok and (report.whole or not report.undecided):
        yield "no dead ends, no traps"


def _some(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield heading
        yield from (f"  {line}" for line in found[:MOST])
    if len(found) > MOST:
        yield f"  and {len(found) - MOST} more (--json lists all)"


def _stuck_line(stuck: Stuck) -> str:
    return f"{stuck.scene}: {_way(stuck.route)}"


def _broken_line(verdict: InvariantVerdict) -> str:
    way = "" if verdict.route is None else f" in {verdict.scene}: {_way(verdict.route)}"
    return f"{verdict.invariant.ref}: {verdict.invariant.always.source}{way}"


def _way(route: Route) -> str:
    seen = f" (for a player who has seen {listed(sorted(route.reached))})" if route.reached else ""
    return (" > ".join(route.path) or "at the very start") + seen


def _one_sided(branch: BranchVerdict) -> Iterator[str]:
    for side, verdict in (("holds", branch.holds), ("fails", branch.fails)):
        if verdict is Verdict.UNREACHABLE and {branch.holds, branch.fails} != {Verdict.UNREACHABLE}:
            yield f"text in {branch.scene} ({branch.condition.ref}): {branch.condition.source} never {side}"


def _ending_line(name: str, ending: EndingVerdict) -> str:
    if ending.shortest is None:
        length = "" if ending.witness is None else f", by {counted(len(ending.witness.path), 'choice')}"
        return f"  {name}: {ending.verdict.value}{length}"
    odds = "" if ending.odds is None else f", odds {ending.odds:.2%}"
    error = f" +- {ending.odds_error:.2%}" if ending.odds_error else ""
    return f"  {name}: {counted(len(ending.shortest.path), 'choice')} at least{odds}{error}"
