"""Checks of where scenes lead: what nobody can come to, and what nobody can leave. Judges arrows, not conditions."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Branch, Scene

from .finding import Finding
from .survey import Survey, exits


def unlinked_scenes(survey: Survey) -> Iterator[Finding]:
    """W510: no arrow leads there from the start."""
    for scene in survey.scenes:
        if scene.id not in survey.linked:
            yield Finding(scene.ref, "W510", f'nothing leads to the scene "{scene.id}"')


def no_way_out(survey: Survey) -> Iterator[Finding]:
    """W511: scenes that can be come to and from which no arrow leads to an ending; each region said once."""
    stuck = [scene for scene in survey.scenes if scene.id in survey.linked and scene.id not in survey.ending]
    ring = _endless(survey)
    regions = _regions([scene for scene in stuck if scene.id not in ring], survey)
    for region in regions:
        others = f" (and {len(region) - 1} more)" if len(region) > 1 else ""
        first = region[0]
        yield Finding(first.ref, "W511", f'no way leads from the scene "{first.id}"{others} to an ending')


def unused_endings(survey: Survey) -> Iterator[Finding]:
    """W512: no scene that can be come to ends with it."""
    used = {scene.ending for scene in survey.scenes if scene.id in survey.linked}
    for ending in survey.story.endings.values():
        if ending.id not in used:
            yield Finding(ending.ref, "W512", f'no scene that can be reached ends with "{ending.id}"')


def endless_goto(survey: Survey) -> Iterator[Finding]:
    """E601: scenes that go on by themselves in a circle, whatever the state (A37)."""
    told: set[str] = set()
    for scene_id, circle in _endless(survey).items():
        if scene_id not in told:
            told.update(circle)
            way = " → ".join((*circle, circle[0]))
            scene = survey.story.scenes[scene_id]
            yield Finding(scene.ref, "E601", f"these scenes go on by themselves for ever: {way}")


def same_target(survey: Survey) -> Iterator[Finding]:
    """W551: a list of branches that all lead to one scene."""
    for scene in survey.scenes:
        for branches in exits(scene):
            if len(branches) > 1 and len({branch.to for branch in branches}) == 1:
                yield Finding(branches[0].ref, "W551", f'every branch leads to "{branches[0].to}"')


def _endless(survey: Survey) -> dict[str, tuple[str, ...]]:
    """Each scene on an unconditional circle, with the circle from there on."""
    following = {scene.id: _always(scene.goto) for scene in survey.scenes if scene.goto}
    found: dict[str, tuple[str, ...]] = {}
    judged: set[str] = set()
    for start in following:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in judged and here not in way:
            way[here] = None
            here = following.get(here)
        if here is not None and here in way:
            path = list(way)
            circle = path[path.index(here) :]
            found.update({node: (*circle[place:], *circle[:place]) for place, node in enumerate(circle)})
        judged.update(way)
    return found


def _always(branches: tuple[Branch, ...]) -> str | None:
    """Where a goto leads whatever the state, or None."""
    targets = {branch.to for branch in branches}
    return branches[0].to if len(targets) == 1 else None


def _regions(scenes: list[Scene], survey: Survey) -> Iterator[list[Scene]]:
    """The scenes in groups that arrows join, each in the order of the files."""
    members = {scene.id for scene in scenes}
    joined: dict[str, list[str]] = {scene.id: [] for scene in scenes}
    for scene in scenes:
        for target in survey.arrows[scene.id]:
            if target in members:
                joined[scene.id].append(target)
                joined[target].append(scene.id)
    told: set[str] = set()
    for scene in scenes:
        if scene.id in told:
            continue
        group, waiting = {scene.id}, [scene.id]
        while waiting:
            fresh = [target for target in joined[waiting.pop()] if target not in group]
            group.update(fresh)
            waiting.extend(fresh)
        told |= group
        yield [other for other in scenes if other.id in group]
