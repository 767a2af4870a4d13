"""What changed from one version of a story to another, for readers and for everyone who builds on it.

Two stories in, values out. Knows nothing of files, and nothing of replays: for those see `mending`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.engine.renames import Renames
from game.model.expression import Assignment, Condition, Effect, GuardedEffects
from game.model.story import Branch, Choice, Scene, Story, Variable
from game.model.values import describe_domain

from .lines import written_in
from .page_diff import Rewording, renamed, reworded, texts
from .verdicts import Chance, Outline, Verdict
from .wording import spelled

ALIKE = 0.6
"""Share of words that two scenes have in common where one was probably renamed to the other."""
NOTICED = 0.005
"""By how much the odds of an ending must differ to be told."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that was one thing and is another: where a choice leads, what a condition asks, a variable's range."""

    place: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """Ids of one kind of thing that are new, gone, or called otherwise (old, new) as their `was` says."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Odds:
    """An ending's odds before and now."""

    ending: str
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class Moved:
    """A scene that saves are in, or an ending that players found, and that is gone; `now` is what it became, likely."""

    place: str
    now: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed. `opened` and `closed` are endings that can be reached now, and no longer; `stuck` are
    scenes in which the story can get stuck now. `unsettled` are endings of which it was not found out whether they can
    be reached, in the old version or in the new one, and `partly` says which versions were visited in part only.

    `lost` are endings that are gone, which players may have found. `untranslated` and `unused` count the texts that
    translations lack, and that they have in vain. `homeless` says that what players saved is looked for elsewhere now.
    """

    scenes: Kinds
    choices: Kinds
    endings: Kinds
    variables: Kinds
    reworded: tuple[Rewording, ...]
    rewired: tuple[Turn, ...]
    ruled: tuple[Turn, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    odds: tuple[Odds, ...]
    stuck: tuple[str, ...]
    unsettled: tuple[str, ...]
    partly: tuple[str, ...]
    moved: tuple[Moved, ...]
    lost: tuple[Moved, ...]
    untranslated: int
    unused: int
    homeless: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether a reader finds the same story."""
        kinds = (self.scenes, self.choices, self.endings, self.variables)
        return all(kind == Kinds() for kind in kinds) and not (self.reworded or self.rewired or self.ruled)


def plays_alike(old: Story, new: Story) -> bool:
    """Whether only words changed, so that both have the same states and exploring them would find the same."""
    renames = Renames(new)
    ids = [(story.scenes.keys(), _choices(story.scenes.values()), story.endings.keys()) for story in (old, new)]
    if ids[0] != ids[1] or _variables(old) != _variables(new) or any(_redeclared(old, new)):
        return False
    pairs = [(scene, new.scenes[scene.id]) for scene in old.scenes.values()]
    return old.start == new.start and not any(
        turn for pair in pairs for turns in (_rewired, _ruled) for turn in turns(*pair, renames)
    )


def compare(old: Story, new: Story, before: Outline | None, after: Outline | None) -> Difference:
    """What changed from `old` to `new`, which were explored with these results; None where they play alike."""
    renames = Renames(new)
    scenes = _kinds(old.scenes, new.scenes, renames.scene)
    pairs = [
        (scene, new.scenes[id_]) for scene in old.scenes.values() if (id_ := renames.scene(scene.id)) in new.scenes
    ]
    kept, found = _choices(one for one, _ in pairs), _choices(other for _, other in pairs)
    then = {renames.ending(name): verdict for name, verdict in before.endings.items()} if before else {}
    now = after.endings if after else {}
    endings = _kinds(old.endings, new.endings, renames.ending)
    untranslated, unused = _translations(old, new, renames)
    return Difference(
        scenes=scenes,
        choices=_kinds(kept, found, renames.pair),
        endings=endings,
        variables=_kinds(_variables(old), _variables(new)),
        reworded=(
            *(change for one, other in pairs for change in reworded(one, other, renames)),
            *renamed(old, new, renames),
        ),
        rewired=(*_started(old, new, renames), *(turn for pair in pairs for turn in _rewired(*pair, renames))),
        ruled=(*_redeclared(old, new), *(turn for pair in pairs for turn in _ruled(*pair, renames))),
        opened=_turned(then, now),
        closed=_turned(now, then),
        odds=tuple(_odds(then, now)),
        stuck=tuple(sorted(_stuck(after) - set(map(renames.scene, _stuck(before))))),
        unsettled=tuple(name for name in {**then, **now} if _is_open(then.get(name)) or _is_open(now.get(name))),
        partly=tuple(which for which, outline in (("old", before), ("new", after)) if outline and not outline.whole),
        moved=tuple(Moved(place, _became(old.scenes[place], scenes.added, new)) for place in scenes.removed),
        lost=tuple(Moved(ending, _ended(old, new, ending, endings.added)) for ending in endings.removed),
        untranslated=untranslated,
        unused=unused,
    )


def _kinds(old: Iterable[str], new: Iterable[str], today: Callable[[str], str] = str) -> Kinds:
    """What became of ids; one that is only called otherwise in a renamed scene is not told again."""
    then, now = list(old), list(new)
    renamed = [(id_, today(id_)) for id_ in then if today(id_) != id_ and today(id_) in now and id_ not in now]
    known = {today(id_) for id_ in then}
    return Kinds(
        tuple(id_ for id_ in now if id_ not in known),
        tuple(id_ for id_ in then if today(id_) not in now),
        tuple((one, other) for one, other in renamed if one.rpartition(".")[2] != other.rpartition(".")[2]),
    )


def _choices(scenes: Iterable[Scene]) -> list[str]:
    return [f"{scene.id}.{choice.id}" for scene in scenes for choice in scene.choices]


def _variables(story: Story) -> list[str]:
    return [variable.name for variable in story.variables]


def _translations(old: Story, new: Story, renames: Renames) -> tuple[int, int]:
    """How many texts of the new story the old one has not, at their place, and the other way round."""
    then, now = texts(old, renames), texts(new, renames)
    return len(now - then), len(then - now)


def _started(old: Story, new: Story, renames: Renames) -> Iterator[Turn]:
    if renames.scene(old.start) != new.start:
        yield Turn("story.yaml", "start", old.start, new.start)


def _rewired(old: Scene, new: Scene, renames: Renames) -> Iterator[Turn]:
    """Ways out that lead elsewhere, or under other conditions."""
    if _ways(old, renames) != _ways(new):
        yield Turn(new.id, "leads to", _exit(old, renames), _exit(new))
    for choice, other in _paired(old, new, renames):
        if _targets(choice.goto, renames) != _targets(other.goto):
            yield Turn(f"{new.id}.{other.id}", "leads to", _way(choice.goto, renames), _way(other.goto))


def _paired(old: Scene, new: Scene, renames: Renames) -> Iterator[tuple[Choice, Choice]]:
    for choice in old.choices:
        other = new.choice(renames.choice(old.id, choice.id))
        if other is not None:
            yield choice, other


def _targets(branches: Iterable[Branch], renames: Renames | None = None) -> list[object]:
    """Where branches lead and when, in ids that two versions can be compared by."""
    return [(renames.scene(branch.to) if renames else branch.to, _meaning(branch.when, renames)) for branch in branches]


def _meaning(condition: Condition | None, renames: Renames | None) -> object:
    if condition is None:
        return None
    return renames.condition(condition).expression if renames else condition.expression


def _ways(scene: Scene, renames: Renames | None = None) -> object:
    timer = scene.timer and (
        scene.timer.seconds,
        renames.choice(scene.id, scene.timer.choice) if renames else scene.timer.choice,
    )
    ending = scene.ending and renames.ending(scene.ending) if renames else scene.ending
    return bool(scene.choices), _targets(scene.goto, renames), ending, timer


def _exit(scene: Scene, renames: Renames | None = None) -> str:
    """The way out of a scene, in words."""
    if scene.ending is not None:
        return f"ending {renames.ending(scene.ending) if renames else scene.ending}"
    timed = f", {scene.timer.choice} after {scene.timer.seconds:g} s" if scene.timer else ""
    return _way(scene.goto, renames) if scene.goto else f"its choices{timed}"


def _way(branches: Iterable[Branch], renames: Renames | None = None) -> str:
    called = renames.scene if renames else str
    return "; ".join(
        called(way.to) if way.when is None else f"{called(way.to)} when {way.when.source}" for way in branches
    )


def _ruled(old: Scene, new: Scene, renames: Renames) -> Iterator[Turn]:
    """Conditions and effects that are others."""
    if _done(old.enter, renames) != _done(new.enter):
        yield Turn(new.id, "enter", _effects(old.enter), _effects(new.enter))
    for choice, other in _paired(old, new, renames):
        place = f"{new.id}.{other.id}"
        if _meaning(choice.when, renames) != _meaning(other.when, None):
            yield Turn(place, "when", _asked(choice.when), _asked(other.when))
        if _done(choice.do, renames) != _done(other.do):
            yield Turn(place, "do", _effects(choice.do), _effects(other.do))
        if choice.once != other.once:
            yield Turn(place, "once", spelled(choice.once), spelled(other.once))


def _done(effects: Iterable[Effect], renames: Renames | None = None) -> list[object]:
    """Effects as they can be compared."""
    found: list[object] = []
    for effect in effects:
        if isinstance(effect, GuardedEffects):
            found.append((_meaning(effect.when, renames), _done(effect.do, renames)))
        else:
            value = _meaning(Condition("", effect.expression), renames)
            found.append((effect.variable, effect.operator, value))
    return found


def _effects(effects: Iterable[Effect]) -> str:
    return "; ".join(map(_effect, effects)) or "nothing"


def _effect(effect: Effect) -> str:
    if isinstance(effect, Assignment):
        return effect.source
    return f"{_effects(effect.do)} when {effect.when.source}"


def _asked(condition: Condition | None) -> str:
    return "always" if condition is None else condition.source


def _redeclared(old: Story, new: Story) -> Iterator[Turn]:
    """Variables that can be something else, or begin as something else, and endings of another kind."""
    then = {variable.name: variable for variable in old.variables}
    for variable in new.variables:
        before = then.get(variable.name)
        if before is not None and (before.domain, before.default) != (variable.domain, variable.default):
            yield Turn(variable.name, "values", _declared(before), _declared(variable))
    for ending in new.endings.values():
        was = next((old.endings[id_] for id_ in (ending.id, *ending.was) if id_ in old.endings), None)
        if was is not None and was.kind != ending.kind:
            yield Turn(f"ending {ending.id}", "kind", was.kind, ending.kind)


def _declared(variable: Variable) -> str:
    return f"{describe_domain(variable)}, at first {spelled(variable.default)}"


def _turned(then: Mapping[str, Chance], now: Mapping[str, Chance]) -> tuple[str, ...]:
    """Endings that can be reached now and could not be then; what is unknown on a side is no change."""
    return tuple(
        name
        for name, ending in now.items()
        if ending.verdict is Verdict.REACHABLE and name in then and then[name].verdict is Verdict.UNREACHABLE
    )


def _odds(then: Mapping[str, Chance], now: Mapping[str, Chance]) -> Iterator[Odds]:
    for name, ending in now.items():
        before = then.get(name)
        if before is None or before.odds is None or ending.odds is None:
            continue
        if abs(before.odds - ending.odds) > NOTICED + before.odds_error + ending.odds_error:
            yield Odds(name, before.odds, ending.odds)


def _is_open(ending: Chance | None) -> bool:
    return ending is not None and ending.verdict is Verdict.UNKNOWN


def _stuck(outline: Outline | None) -> frozenset[str]:
    return outline.stuck if outline else frozenset()


def _became(gone: Scene, added: Iterable[str], new: Story) -> str | None:
    """The new scene that has most of the words of one that is gone."""
    words = _words(gone)
    shared = {id_: _shared(words, _words(new.scenes[id_])) for id_ in added}
    best = max(shared, key=lambda id_: shared[id_], default=None)
    return best if best is not None and shared[best] >= ALIKE else None


def _ended(old: Story, new: Story, gone: str, added: Iterable[str]) -> str | None:
    """The new ending that is called as one that is gone, or that ends the same scenes."""
    title, scenes = old.endings[gone].title, {scene.id for scene in old.scenes.values() if scene.ending == gone}
    return next(
        (
            id_
            for id_ in added
            if new.endings[id_].title == title
            or scenes & {scene.id for scene in new.scenes.values() if scene.ending == id_}
        ),
        None,
    )


def _words(scene: Scene) -> Counter[str]:
    return Counter(word for line in written_in(scene) for word in line.text.split())


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
