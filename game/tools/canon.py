"""Which events of the canon ledger which scenes tell, and which none does. Knows nothing of the ledger's form."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.story import Story

from .wording import counted


@dataclass(frozen=True, slots=True)
class Report:
    """`acts` maps beat to act, `told` beat to the scenes that tell it (none: it is missing), both in ledger order.

    Without a ledger beside the story `known` is False, and the beats are those that scenes name.
    """

    known: bool
    acts: dict[str, str]
    told: dict[str, tuple[str, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        """The beats that no scene tells."""
        return tuple(beat for beat, scenes in self.told.items() if not scenes)


def run(story: Story) -> Report:
    """Compare the story with its ledger."""
    told: dict[str, list[str]] = {beat: [] for beat in story.beats or {}}
    for scene in story.scenes.values():
        for beat in scene.beats:
            told.setdefault(beat, []).append(scene.id)
    return Report(
        story.beats is not None,
        {beat: (story.beats or {}).get(beat, "") for beat in told},
        {beat: tuple(dict.fromkeys(scenes)) for beat, scenes in told.items()},
    )


def by_act(report: Report) -> dict[str, tuple[int, int]]:
    """By act, how many of its beats are told, and how many there are."""
    return {act: (sum(bool(report.told[beat]) for beat in beats), len(beats)) for act, beats in _by_act(report).items()}


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    missing = list(report.missing)
    return {
        "beats": len(report.told),
        "told": len(report.told) - len(missing),
        "missing": missing,
        "scenes": {beat: list(scenes) for beat, scenes in report.told.items() if scenes},
        "acts": {act: {"beats": beats, "told": told} for act, (told, beats) in by_act(report).items()},
        "ledger": report.known,
    }


def as_text(report: Report) -> str:
    """The report for people."""
    if not report.known:
        return f"No ledger of beats stands beside this story; its scenes name {counted(len(report.told), 'beat')}."
    missing = set(report.missing)
    lines = [f"{len(report.told) - len(missing)} of {counted(len(report.told), 'beat')} told"]
    for act, beats in _by_act(report).items():
        untold = [beat for beat in beats if beat in missing]
        lines.append(f"{act or 'no act'}: {len(beats) - len(untold)} of {len(beats)}")
        lines += [f"  told by {', '.join(report.told[beat])}: {beat}" for beat in beats if beat not in missing]
        lines += [f"  missing: {beat}" for beat in untold]
    return "\n".join(lines)


def _by_act(report: Report) -> dict[str, list[str]]:
    acts: dict[str, list[str]] = {}
    for beat, act in report.acts.items():
        acts.setdefault(act, []).append(beat)
    return acts
