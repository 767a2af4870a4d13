"""Replays that a change to the story broke, and what to write instead. Knows nothing of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from game.engine.playing import Engine
from game.engine.view import Said, plain
from game.model.replay import At, Check, NotOffered, Offered, Replay, ShowsText, Step, Take
from game.model.story import Story

from .replay_report import Failure, Result
from .story_diff import Difference


@dataclass(frozen=True, slots=True)
class Broken:
    """A replay that held and no longer does: where, why, and how to mend it."""

    file: str
    failure: Failure
    mend: str


def broken(engine: Engine, replay: Replay, result: Result, difference: Difference) -> Broken:
    """What to do about a replay that failed with that result. `engine` plays the new story."""
    failure = result.failure
    if failure is None:
        raise ValueError("the replay holds")
    place = failure.step - 1
    step = replay.steps[place] if 0 <= place < len(replay.steps) else None
    return Broken(result.file, failure, _advice(engine, step, result, failure, difference))


def _advice(engine: Engine, step: Step | None, result: Result, failure: Failure, difference: Difference) -> str:
    moved = {one.place: one.now for one in difference.moved}
    match step:
        case Take(scene, choice):
            return _take(engine.story, scene, choice, failure, moved)
        case At(scene):
            ended = "" if failure.offered or failure.scene is None else "; the story ends there"
            return _now_called(scene, moved) or f"if the path is meant, write at: {failure.scene}{ended}"
        case Offered(choices) | NotOffered(choices):
            became = next(filter(None, (_renamed(engine.story, failure.scene, choice) for choice in choices)), "")
            return became or f"on offer are now: {', '.join(failure.offered) or 'no choices'}"
        case Check():
            return "if the story is right, change what is checked; the values stand in run.py replay"
        case ShowsText(words):
            return _reworded(words, engine, result)
        case None:
            return _end(engine.story, failure)
        case _:
            return "if the story is right, take this step out"


def _end(story: Story, failure: Failure) -> str:
    """What to write where the path does not end as it should, or can't begin."""
    if failure.scene is None:
        return "set the start of the replay right"
    ending = story.scenes[failure.scene].ending
    if ending:
        return f"if the path is meant, write ending: {ending}"
    return f'the path stops in "{failure.scene}" now; go on from there with {_any(failure)}'


def _take(story: Story, scene: str, choice: str, failure: Failure, moved: Mapping[str, str | None]) -> str:
    """What to write for a choice that can't be taken."""
    if scene not in story.scenes:
        return _now_called(scene, moved) or f'the scene is gone; from "{failure.scene}" go another way'
    if failure.scene != scene:
        return f'the path leads to "{failure.scene}" now; go on from there with {_any(failure)}'
    if story.scenes[scene].choice(choice) is None:
        elsewhere = [f"{one.id}.{choice}" for one in story.scenes.values() if one.choice(choice)]
        moved_to = f"; there is {elsewhere[0]} now" if len(elsewhere) == 1 else ""
        return _renamed(story, scene, choice) or f"take {_any(failure)}{moved_to}"
    return f"do first what opens it, or take {_any(failure)}"


def _renamed(story: Story, scene: str | None, choice: str) -> str:
    """What to write where a choice that a scene has not was probably given another name."""
    if scene is None or story.scenes[scene].choice(choice) is not None:
        return ""
    near = get_close_matches(choice, [one.id for one in story.scenes[scene].choices], n=1)
    return f"if it became {near[0]}, write was: [{choice}] there" if near else ""


def _now_called(scene: str, moved: Mapping[str, str | None]) -> str:
    now = moved.get(scene)
    return f'"{scene}" looks like what is now "{now}": write was: [{scene}] there' if now else ""


def _any(failure: Failure) -> str:
    return " or ".join(failure.offered) or "no choice: none is on offer"


def _reworded(words: str, engine: Engine, result: Result) -> str:
    """The line that was probably meant, out of those shown since the last choice."""
    play = result.play
    shown: list[str] = []
    for move in range(len(play.moves)) if play is not None else ():
        if play is not None:
            if play.moves[move].choice is not None:
                shown = []
            view = engine.view(play.rewind(move + 1))
            shown += [plain(line.words) for line in view.lines if isinstance(line, Said)]
    near = max(shown, key=lambda line: _shared(words, line), default="")
    return f"the nearest line is now: {near}" if _shared(words, near) else "the words are gone from here"


def _shared(one: str, other: str) -> int:
    return len(set(one.lower().split()) & set(other.lower().split()))
