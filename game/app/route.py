"""The story as a map of one player's roads: what was seen, what is dark, where each decision was. Knows no screen.

Drawn from the scenes and their arrows alone. Of what was never seen it shows that it is there, and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from game.engine.playing import Playthrough
from game.model.story import Scene, Story
from game.model.text import Alternatives, Emphasis, Part, Plain, Text

from .layered import placed
from .profile import Profile


class Kind(Enum):
    """What a stop on the map is."""

    DECISION = "decision"
    ENDING = "ending"
    SCENE = "scene"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the map. Of a dark one nothing is known but where it hangs; `scene` is then no name to show.

    `ways` and `taken` count its choices and those taken at some time, `words` are those of the choices taken;
    `title` is empty where the scene has none, `chapter` is the last title on the way there.
    """

    scene: str
    kind: Kind
    column: int
    row: float
    title: str = ""
    chapter: str = ""
    words: tuple[str, ...] = ()
    ways: int = 0
    taken: int = 0
    here: bool = False
    reachable: bool = False
    """Whether a playthrough can start again from here."""


@dataclass(frozen=True, slots=True)
class Road:
    """An arrow between two stops, by scene; `walked` where it was ever gone."""

    start: str
    end: str
    walked: bool


@dataclass(frozen=True, slots=True)
class RouteMap:
    """All stops, left to right, and how much of the story was seen."""

    stops: tuple[Stop, ...]
    roads: tuple[Road, ...]
    seen: int
    total: int


def route_map(story: Story, profile: Profile, here: str | None = None) -> RouteMap:
    """What this player may know of the story's roads; `here` is the scene being read."""
    seen = {scene for scene in profile.scenes if scene in story.scenes}
    arrows = _arrows(story, profile, seen)
    if story.start not in arrows:
        return RouteMap((), (), 0, len(story.scenes))
    kept = _without_passages(story, arrows, seen)
    chapters = _chapters(story, arrows)
    shown = {_stop_of(arrows, kept, here)} if here in arrows else set()
    stops = []
    for scene, (column, row) in placed(kept, story.start).items():
        if scene not in seen:
            stops.append(Stop(scene, Kind.DARK, column, row))
            continue
        stops.append(_stop(story, profile, story.scenes[scene], (column, row), chapters[scene], here=scene in shown))
    roads = tuple(Road(start, end, end in seen) for start, ends in kept.items() for end in ends)
    ordered = tuple(sorted(stops, key=lambda stop: (stop.column, stop.row)))
    return RouteMap(ordered, roads, len(seen), len(story.scenes))


def last_decision(playthrough: Playthrough, story: Story) -> int | None:
    """How many moves the playthrough has up to its last decision: a scene with more than one choice."""
    moves = playthrough.moves
    for index in range(len(moves) - 1, 0, -1):
        if moves[index].choice is not None and len(story.scenes[moves[index - 1].state.scene].choices) > 1:
            return index
    return None


def last_bottleneck(playthrough: Playthrough, story: Story) -> int | None:
    """How many moves it has up to the last scene that every way to any ending leads through; None but for the start."""
    moves = playthrough.moves
    for index in range(len(moves) - 2, 0, -1):
        scene = moves[index].state.scene
        if story.scenes[scene].choices and not _ends_without(story, scene):
            return index + 1
    return None


def _ends_without(story: Story, closed: str) -> bool:
    """Whether some ending can be reached without that scene."""
    if closed == story.start:
        return False
    seen, waiting = {story.start, closed}, deque([story.start])
    while waiting:
        scene = story.scenes[waiting.popleft()]
        if scene.ending is not None:
            return True
        fresh = _targets(scene) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _targets(scene: Scene) -> set[str]:
    return {b.to for b in scene.goto} | {b.to for choice in scene.choices for b in choice.goto}


def _arrows(story: Story, profile: Profile, seen: set[str]) -> dict[str, tuple[str, ...]]:
    """From every seen scene, the arrows that were walked, then those into the dark."""
    walked: dict[str, list[str]] = {scene: [] for scene in story.scenes if scene in seen}
    for start, end in profile.arrows:
        if start in seen and end in _targets(story.scenes[start]) & seen:
            walked[start].append(end)
    found = {scene: (*ends, *_dark(story.scenes[scene], seen)) for scene, ends in walked.items()}
    return {**found, **{end: () for ends in found.values() for end in ends if end not in found}}


def _dark(scene: Scene, seen: set[str]) -> Iterable[str]:
    branches = [*scene.goto, *(branch for choice in scene.choices for branch in choice.goto)]
    return dict.fromkeys(branch.to for branch in branches if branch.to not in seen)


def _without_passages(
    story: Story, arrows: Mapping[str, tuple[str, ...]], seen: set[str]
) -> dict[str, tuple[str, ...]]:
    """The graph without scenes that only lead on and have no title: what is before them leads to what is after."""
    kept = {scene: dict.fromkeys(ends) for scene, ends in arrows.items()}
    before: dict[str, set[str]] = {scene: set() for scene in kept}
    for start, ends in kept.items():
        for end in ends:
            before[end].add(start)
    for scene in arrows:
        if scene == story.start or scene not in seen or not _is_passage(story.scenes[scene]):
            continue
        ins, outs = before[scene] - {scene}, [end for end in kept[scene] if end != scene]
        if not ins or not outs or (len(ins) > 1 and len(outs) > 1):
            continue
        for start in ins:
            kept[start] = {after: None for end in kept[start] for after in (outs if end == scene else (end,))}
        for end in outs:
            before[end] = before[end] - {scene} | ins
        del kept[scene]
    return {scene: tuple(end for end in ends if end in kept) for scene, ends in kept.items()}


def _is_passage(scene: Scene) -> bool:
    return len(scene.choices) < 2 and scene.ending is None and scene.title is None


def _stop_of(arrows: Mapping[str, tuple[str, ...]], kept: Mapping[str, object], here: str | None) -> str:
    """The stop that stands for a scene: itself, or the next one that is on the map."""
    at, seen = here or "", set()
    while at not in kept and arrows.get(at) and at not in seen:
        seen.add(at)
        at = arrows[at][0]
    return at


def _chapters(story: Story, arrows: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """By scene, the last title on the first way to it."""
    found: dict[str, str] = {story.start: _title(story.scenes[story.start])}
    waiting = deque([story.start])
    while waiting:
        scene = waiting.popleft()
        for after in arrows[scene]:
            if after not in found:
                found[after] = _title(story.scenes[after]) or found[scene]
                waiting.append(after)
    return {scene: found.get(scene, "") for scene in arrows}


def _stop(story: Story, profile: Profile, scene: Scene, at: tuple[int, float], chapter: str, *, here: bool) -> Stop:
    taken = profile.taken(scene.id)
    ending = story.endings.get(scene.ending or "")
    kind = Kind.ENDING if ending else Kind.DECISION if len(scene.choices) > 1 else Kind.SCENE
    return Stop(
        scene.id,
        kind,
        *at,
        title=ending.title if ending else _title(scene),
        chapter=chapter,
        words=tuple(spelled(choice.text) for choice in scene.choices if choice.id in taken),
        ways=len(scene.choices),
        taken=sum(choice.id in taken for choice in scene.choices),
        here=here,
        reachable=profile.ways.to(scene.id) is not None,
    )


def _title(scene: Scene) -> str:
    return spelled(scene.title) if scene.title is not None else ""


def spelled(text: Text) -> str:
    """A text as it may read, where no state is known: the first of alternatives, dots for what depends."""
    return " ".join(_spelled(text.parts).split())


def _spelled(parts: Iterable[Part]) -> str:
    return "".join(
        part.text
        if isinstance(part, Plain)
        else _spelled(part.parts)
        if isinstance(part, Emphasis)
        else _spelled(part.choices[0])
        if isinstance(part, Alternatives)
        else "…"
        for part in parts
    )
