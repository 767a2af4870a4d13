"""What a set of replays covers: scenes, lines, choices, sides of conditions, endings. Knows no files.

What is covered is told by names that outlive edits elsewhere: a line by its scene and words, a side by its scene and
condition. Two that read the same in one scene are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from game.engine.playing import Engine, Playthrough
from game.model.source import SourceRef
from game.model.story import Story

from .covering import covering
from .tracing import Trace, conditions_of, lines_of, trace
from .wording import counted

__all__ = ["Change", "Part", "Report", "as_json", "as_text", "covering", "run", "since"]

MOST = 40
"""How many missing names of one kind the text lists before it only counts them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Everything of one kind, by name with its place in the files, and the names that some replay came to."""

    places: Mapping[str, SourceRef]
    covered: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The names that no replay came to, in the story's order."""
        return tuple(name for name in self.places if name not in self.covered)


@dataclass(frozen=True, slots=True)
class Report:
    """What is covered of a story; choices are named `scene.choice`."""

    scenes: Part
    choices: Part
    endings: Part
    lines: Part
    sides: Part

    @property
    def parts(self) -> dict[str, Part]:
        """By kind."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, slots=True)
class Change:
    """How coverage differs from an earlier run's: names of one kind that are covered now, and that no longer are.

    What is new in the story and not covered counts among the latter.
    """

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def run(story: Story, plays: Iterable[Playthrough]) -> Report:
    """What these playthroughs cover together."""
    engine, traced = Engine(story), Trace()
    scenes: set[str] = set()
    choices: set[str] = set()
    for play in plays:
        scenes.update(move.state.scene for move in play.moves)
        choices.update(play.choices)
        trace(engine, play, traced)
    endings = {ending for scene in scenes if (ending := story.scenes[scene].ending) is not None}
    every = {f"{scene.id}.{choice.id}": choice.ref for scene in story.scenes.values() for choice in scene.choices}
    return Report(
        Part({scene.id: scene.ref for scene in story.scenes.values()}, frozenset(scenes)),
        Part(every, frozenset(choices)),
        Part({ending.id: ending.ref for ending in story.endings.values()}, frozenset(endings)),
        _lines(story, traced),
        _sides(story, traced),
    )


def _lines(story: Story, traced: Trace) -> Part:
    places: dict[str, SourceRef] = {}
    covered = set()
    for scene in story.scenes.values():
        for line in lines_of(scene):
            name = f"{scene.id}: {line.text.source}"
            places.setdefault(name, line.ref)
            if (scene.id, line) in traced.lines:
                covered.add(name)
    return Part(places, frozenset(covered))


def _sides(story: Story, traced: Trace) -> Part:
    places: dict[str, SourceRef] = {}
    covered = set()
    for scene in story.scenes.values():
        for condition in conditions_of(scene):
            for side in (True, False):
                name = f"{scene.id}: {condition.source} {'holds' if side else 'fails'}"
                places.setdefault(name, condition.ref)
                if (scene.id, id(condition), side) in traced.sides:
                    covered.add(name)
    return Part(places, frozenset(covered))


def since(report: Report, earlier: Mapping[str, Any]) -> dict[str, Change]:
    """By kind, how a report differs from an earlier one's JSON. Raises ValueError for what is none."""
    found = {}
    for kind, part in report.parts.items():
        before = earlier.get(kind, {"missing": []}) if isinstance(earlier, Mapping) else None
        if not isinstance(before, Mapping) or not isinstance(before.get("missing"), list):
            raise ValueError("it is no report of run.py cover --json")  # noqa: TRY004 - a file's value, not ours
        was, now = {str(name) for name in before["missing"]}, set(part.missing)
        gained = tuple(name for name in part.places if name in was - now)
        lost = tuple(name for name in part.missing if kind in earlier and name not in was)
        found[kind] = Change(gained, lost)
    return found


def as_json(report: Report, changes: Mapping[str, Change] | None = None) -> dict[str, object]:
    """The report as the command prints it for programs."""
    found: dict[str, object] = {kind: _part(part) for kind, part in report.parts.items()}
    if changes is not None:
        found["since"] = {kind: {"gained": list(c.gained), "lost": list(c.lost)} for kind, c in changes.items()}
    return found


def _part(part: Part) -> dict[str, object]:
    missing = part.missing
    return {
        "covered": len(part.places) - len(missing),
        "total": len(part.places),
        "missing": list(missing),
        "places": [f"{part.places[name].file}:{part.places[name].line}" for name in missing],
    }


def as_text(report: Report, changes: Mapping[str, Change] | None = None) -> str:
    """The report for people."""
    lines = []
    for kind, part in report.parts.items():
        missing = part.missing
        noun = "side of a condition" if kind == "sides" else kind.removesuffix("s")
        total = f"{len(part.places):,} sides of conditions" if kind == "sides" else counted(len(part.places), noun)
        lines.append(f"{len(part.places) - len(missing):,} of {total} covered")
        lines += [f"  missing: {_placed(name, part)}" for name in missing[:MOST]]
        if len(missing) > MOST:
            lines.append(f"  and {len(missing) - MOST:,} more (--json lists all, --html FILE marks them)")
    for kind, change in (changes or {}).items():
        lines += [f"{kind} covered since: {name}" for name in change.gained[:MOST]]
        lines += [f"{kind} no longer covered, or new: {name}" for name in change.lost[:MOST]]
    if changes is not None and not any(change.gained or change.lost for change in changes.values()):
        lines.append("the same is covered as then")
    return "\n".join(lines)


def _placed(name: str, part: Part) -> str:
    ref = part.places[name]
    return f"{name} ({ref.file}:{ref.line})" if ref.file else name
