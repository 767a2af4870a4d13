"""From a save back into the story, also where the story was edited since. Knows nothing of files or screens.

The choices are taken again from the beginning. Where they no longer lead to where the save was, what was written down
by name is taken up instead: the scene, else the last scene on the way that the story still has.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from game.engine.playing import Engine, Playthrough
from game.engine.snapshot import take_up
from game.engine.view import Said, plain
from game.errors import GameError, PlayError
from game.model.expression import Value

from .anchors import of_today
from .save import TEXT, Origin, Save
from .wording import many, say

ALIKE = 0.6
"""How much of a line must be left for it to count as the same line, edited."""

COMPARED = 500
"""Characters of a line that are compared."""


class Verdict(Enum):
    """How much of a save came back."""

    EXACT = "exact"
    """The same line, in the same state."""
    MOVED = "moved"
    """The choices lead to the same scene; its words or values were edited."""
    RECOVERED = "recovered"
    """The choices no longer lead there; the scene, or an earlier one, was taken up from what the save says."""
    LOST = "lost"
    """No scene of the save is left in the story."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Where to go on from a save; `message` is empty where nothing changed. `kept` are values without a variable."""

    playthrough: Playthrough
    origin: Origin
    line: int
    verdict: Verdict
    message: str = ""
    kept: Mapping[str, Value] = field(default_factory=dict)


def recover(engine: Engine, save: Save) -> Recovery:
    """Find the way back into the story. Never raises for what a save holds, and never begins anew in silence."""
    save = of_today(save, engine.story)
    steps = list(_again(engine, save))
    if len(steps) > len(save.log):
        there = _passed_to(engine, steps[-1], save)
        if there is not None:
            return _arrived(engine, there, save)
    for playthrough, origin, undone in _ways_back(engine, save, steps):
        if _can_go_on(engine, playthrough):
            return _taken_up(engine, playthrough, origin, undone, save)
    playthrough = engine.begin(seed=save.seed, reached=save.reached)
    first, _ = _rests(engine, playthrough)
    message = say("Nothing of this save is left in the story, so it begins anew. The save itself is still there.")
    return Recovery(playthrough, Origin(), first, Verdict.LOST, message, save.kept)


def entered(playthrough: Playthrough, origin: Origin) -> dict[str, int]:
    """How often each scene was entered, what lay before a playthrough that was taken up midway included."""
    moves = playthrough.moves[1:] if origin.midway else playthrough.moves
    return dict(Counter(origin.seen) + Counter(move.state.scene for move in moves))


def _again(engine: Engine, save: Save) -> Iterator[Playthrough]:
    """The playthrough at its beginning and after each choice of the log, as far as they can still be taken."""
    try:
        playthrough = _begin(engine, save)
        yield playthrough
        for taken in save.log:
            scene, _, choice = taken.partition(".")
            playthrough = engine.rest(playthrough)
            if playthrough.state.scene != scene:
                return
            playthrough = engine.take(playthrough, choice)
            yield playthrough
    except GameError:
        return


def _begin(engine: Engine, save: Save) -> Playthrough:
    origin = save.origin
    if origin.midway and origin.scene is not None:
        return _stand_in(engine, origin.scene, origin.values, origin, save)
    return engine.begin(seed=save.seed, reached=save.reached, scene=origin.scene, values=origin.values)


def _stand_in(engine: Engine, scene: str, values: Mapping[str, Value], before: Origin, save: Save) -> Playthrough:
    return take_up(
        engine,
        scene,
        values=values,
        entered=before.seen,
        taken=before.taken,
        seed=save.seed,
        reached=save.reached,
    )


def _passed_to(engine: Engine, playthrough: Playthrough, save: Save) -> Playthrough | None:
    """Go on from the last choice to the saved scene; where the way passes it more than once, as far as it was."""
    found = None
    try:
        while True:
            if playthrough.state.scene == save.scene:
                found = playthrough
            if (found and len(playthrough.moves) > save.move) or not engine.view(playthrough).goes_on:
                return found
            playthrough = engine.go_on(playthrough)
    except PlayError:
        return found


def _ways_back(engine: Engine, save: Save, steps: list[Playthrough]) -> Iterator[tuple[Playthrough, Origin, int]]:
    """Where to take the story up, best first, each with its origin and how many choices it undoes."""
    scenes = engine.story.scenes
    if save.scene in scenes:
        yield *_midway(engine, save.scene, save.taken, save), 0
    for done in reversed(range(len(save.log))):
        scene = save.log[done].partition(".")[0]
        if scene not in scenes:
            continue
        if done + 1 < len(steps):
            yield engine.rest(steps[done]), save.origin, len(save.log) - done
        else:
            yield *_midway(engine, scene, (*save.origin.taken, *save.log[:done]), save), len(save.log) - done


def _midway(engine: Engine, scene: str, taken: Iterable[str], save: Save) -> tuple[Playthrough, Origin]:
    origin = Origin(scene, save.values, midway=True, seen=save.seen, taken=tuple(dict.fromkeys(taken)))
    return _stand_in(engine, scene, save.values, origin, save), origin


def _can_go_on(engine: Engine, playthrough: Playthrough) -> bool:
    """Whether there is a way out of here: values that no longer fit may leave no choice open."""
    try:
        view = engine.view(engine.rest(playthrough))
    except PlayError:
        return False
    return view.ending is not None or any(option.open for option in view.options)


def _arrived(engine: Engine, playthrough: Playthrough, save: Save) -> Recovery:
    """The choices led to the saved scene."""
    line, same_words = _line(engine, playthrough, save)
    now = engine.rules.values(playthrough.state)
    same_values = all(now[name] == value for name, value in save.values.items())
    if same_words and same_values:
        return Recovery(playthrough, save.origin, line, Verdict.EXACT, "", save.kept)
    message = (
        say("The story was changed since this save: you are in the same scene, and the line was edited or is gone.")
        if same_values
        else say("The story was changed since this save: you are in the same scene, and not all is as you left it.")
    )
    return Recovery(playthrough, save.origin, line, Verdict.MOVED, message, save.kept)


def _taken_up(engine: Engine, playthrough: Playthrough, origin: Origin, undone: int, save: Save) -> Recovery:
    """The choices no longer lead to where the save was."""
    if undone:
        line, _ = _rests(engine, playthrough)
        gone = (
            say("The story was changed since this save: its scene has no way on, so you are at an earlier one.")
            if save.scene in engine.story.scenes
            else say("The story was changed since this save: its scene is gone, so you are at an earlier one.")
        )
        lost = many("Your last choice is undone.", "Your last {number} choices are undone.", undone)
        message = f"{gone} {lost}"
    else:
        line, _ = _line(engine, playthrough, save)
        message = say(
            "The story was changed since this save: your choices no longer lead to this scene, "
            "so it was taken up from what the save remembers."
        )
    return Recovery(playthrough, origin, line, Verdict.RECOVERED, message, save.kept)


def _line(engine: Engine, playthrough: Playthrough, save: Save) -> tuple[int, bool]:
    """The saved line in the scene as it reads now, and whether it has the same words."""
    first, last = _rests(engine, playthrough)
    lines = [_readings(shown) for shown in engine.view(playthrough).lines if isinstance(shown, Said)]
    same = [place for place, readings in enumerate(lines) if save.words in readings]
    if not save.words:
        return min(max(first, save.line), last), first <= save.line <= last
    if same:
        return min(same, key=lambda place: abs(place - save.line)), True
    alike = [max(_likeness(save.words, words) for words in readings) for readings in lines]
    best = max(alike, default=0.0)
    return (alike.index(best) if best >= ALIKE else first), False


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one[:COMPARED], other[:COMPARED]).ratio()


def _readings(said: Said) -> tuple[str, ...]:
    words = (said.words,) if said.soft is None else (said.words, said.soft)
    return tuple(plain(rendered)[:TEXT] for rendered in words)


def _rests(engine: Engine, playthrough: Playthrough) -> tuple[int, int]:
    """The first and last line of the scene at which a reader can rest (see `reading`)."""
    view = engine.view(playthrough)
    words = sum(isinstance(shown, Said) for shown in view.lines)
    return (0 if words or view.ending else -1), words - 1 + (view.ending is not None)
