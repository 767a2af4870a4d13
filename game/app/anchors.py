"""The names in a save as the story spells them today, and values made to fit. Knows nothing of playing or files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.engine.renames import Renames
from game.model.expression import Value
from game.model.story import Story, Variable

from .save import Origin, Save


def of_today(save: Save, story: Story) -> Save:
    """The save with scenes and choices under their present ids, and values of declared variables only.

    What the story no longer has keeps the id it had; values without a variable are in `kept`. A variable that was
    dropped and has come back finds its value again.
    """
    renames = Renames(story)
    values, kept = _fit({**save.kept, **save.values}, story)
    origin = save.origin
    return replace(
        save,
        scene=renames.scene(save.scene),
        log=tuple(renames.pair(taken) for taken in save.log),
        taken=tuple(renames.pair(taken) for taken in save.taken),
        seen=_counts(save.seen, renames),
        values=values,
        kept=kept,
        origin=Origin(
            scene=None if origin.scene is None else renames.scene(origin.scene),
            values=_fit(origin.values, story)[0],
            midway=origin.midway,
            seen=_counts(origin.seen, renames),
            taken=tuple(renames.pair(taken) for taken in origin.taken),
        ),
    )


def _counts(seen: Mapping[str, int], renames: Renames) -> dict[str, int]:
    counted: dict[str, int] = {}
    for name, times in seen.items():
        scene = renames.scene(name)
        counted[scene] = counted.get(scene, 0) + times
    return counted


def _fit(written: Mapping[str, Value], story: Story) -> tuple[dict[str, Value], dict[str, Value]]:
    """Values that the story declares, made to fit, and the others."""
    declared = {variable.name: variable for variable in story.variables}
    values = {name: _fitting(declared[name], value) for name, value in written.items() if name in declared}
    return values, {name: value for name, value in written.items() if name not in declared}


def _fitting(variable: Variable, value: Value) -> Value:
    """The value, at the bound where it lies outside, the default where it is of another kind."""
    domain = variable.domain
    if isinstance(domain, range):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return min(max(value, domain[0]), domain[-1]) if whole and isinstance(value, int) else variable.default
    return value if isinstance(value, bool) == variable.is_truth and value in domain else variable.default
