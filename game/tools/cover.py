"""What a set of replays covers. Knows nothing of where replays are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.playing import Playthrough
from game.model.story import Story

from .covering import covering
from .wording import counted

__all__ = ["Part", "Report", "as_json", "as_text", "covering", "run"]


@dataclass(frozen=True, slots=True)
class Part:
    """Scenes, choices or endings: all ids, and those that some replay came to."""

    every: tuple[str, ...]
    covered: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids that no replay came to, in the story's order."""
        return tuple(name for name in self.every if name not in self.covered)


@dataclass(frozen=True, slots=True)
class Report:
    """What is covered of a story; choices are named `scene.choice`."""

    scenes: Part
    choices: Part
    endings: Part


def run(story: Story, plays: Iterable[Playthrough]) -> Report:
    """What these playthroughs cover together."""
    scenes: set[str] = set()
    choices: set[str] = set()
    for play in plays:
        scenes.update(move.state.scene for move in play.moves)
        choices.update(play.choices)
    endings = {ending for scene in scenes if (ending := story.scenes[scene].ending) is not None}
    every = tuple(f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices)
    return Report(
        Part(tuple(story.scenes), frozenset(scenes)),
        Part(every, frozenset(choices)),
        Part(tuple(story.endings), frozenset(endings)),
    )


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {"scenes": _part(report.scenes), "choices": _part(report.choices), "endings": _part(report.endings)}


def _part(part: Part) -> dict[str, object]:
    missing = list(part.missing)
    return {"covered": len(part.every) - len(missing), "total": len(part.every), "missing": missing}


def as_text(report: Report) -> str:
    """The report for people."""
    lines = []
    for noun, part in (("scene", report.scenes), ("choice", report.choices), ("ending", report.endings)):
        missing = part.missing
        lines.append(f"{len(part.every) - len(missing):,} of {counted(len(part.every), noun)} covered")
        lines += [f"  missing: {name}" for name in missing]
    return "\n".join(lines)
