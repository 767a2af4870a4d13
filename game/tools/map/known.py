"""What is known of each scene, for the layers of the map. Knows nothing of pages or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from game.checks.wording import REMINDER
from game.engine.playing import Engine, Playthrough
from game.model.story import Scene, Story
from game.tools.lines import words_in, written_in
from game.tools.random_play import play_once
from game.tools.usage import assigned, read
from game.tools.verdicts import Outline

from .graph import map_of

RUNS = 400
"""Random playthroughs from which is told how many come to a scene: one in twenty is then told to about one in a hundred
(the standard error is the root of p(1 - p) / runs)."""


@dataclass(frozen=True, slots=True)
class Known:
    """`linked`: whether arrows lead there from the start. `todo` are the reminders left in its words and notes.

    `replays` are how many replays pass through, None where none were played. `verdict` is the explorer's and `odds` the
    share of playthroughs that come there where every choice on offer is as likely; None where nobody asked.
    """

    words: int
    sets: tuple[str, ...]
    reads: tuple[str, ...]
    todo: tuple[str, ...]
    linked: bool
    replays: int | None = None
    verdict: str | None = None
    odds: float | None = None


@dataclass(frozen=True, slots=True)
class Chances:
    """The explorer's verdict on each scene, and how likely a playthrough comes there, and to each ending."""

    verdicts: Mapping[str, str]
    odds: Mapping[str, float]
    endings: Mapping[str, float | None]


def known_of(
    story: Story, plays: Iterable[Playthrough] | None = None, chances: Chances | None = None
) -> dict[str, Known]:
    """What is known of every scene, with what these playthroughs of replays and these chances add."""
    linked = map_of(story).linked
    passed = None if plays is None else _passed(plays)
    return {scene.id: _known(scene, scene.id in linked, passed, chances) for scene in story.scenes.values()}


def _passed(plays: Iterable[Playthrough]) -> Counter[str]:
    return Counter(chain.from_iterable({move.state.scene for move in play.moves} for play in plays))


def _known(scene: Scene, linked: bool, passed: Counter[str] | None, chances: Chances | None) -> Known:
    lines = list(written_in(scene))
    effects = chain(scene.enter, *(choice.do for choice in scene.choices))
    words = chain((line.text for line in lines), [scene.notes])
    return Known(
        words=sum(words_in(line.said) for line in lines),
        sets=tuple(dict.fromkeys(assigned(effects))),
        reads=tuple(dict.fromkeys(read(scene))),
        todo=tuple(text for text in words if REMINDER.search(text)),
        linked=linked,
        replays=None if passed is None else passed[scene.id],
        verdict=None if chances is None else chances.verdicts[scene.id],
        odds=None if chances is None else chances.odds[scene.id],
    )


def chances_of(story: Story, found: Outline) -> Chances:
    """What was found out to be reachable, and how likely endings are; for other scenes play at random."""
    engine = Engine(story)
    passed = _passed(play_once(engine, seed)[0] for seed in range(RUNS))
    odds = {scene: passed[scene] / RUNS for scene in story.scenes}
    for scene in story.scenes.values():
        ending = found.endings.get(scene.ending or "")
        if ending is not None and ending.odds is not None and _alone(story, scene):
            odds[scene.id] = ending.odds
    endings = {name: each.odds for name, each in found.endings.items()}
    return Chances({name: verdict.value for name, verdict in found.scenes.items()}, odds, endings)


def _alone(story: Story, scene: Scene) -> bool:
    """Whether no other scene ends the story in the same way, so that the odds of the ending are the scene's."""
    return sum(other.ending == scene.ending for other in story.scenes.values()) == 1
