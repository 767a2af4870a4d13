"""Plays a replay and holds it to what it says. Knows nothing of YAML, files or arguments.

A replay fails at its first step that does not hold. Steps count from 1; a failure before the first step (where it
starts, what the player had seen) is step 0, one of `ending:` is the step after the last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias, assert_never

from game.engine.playing import Engine, Playthrough
from game.engine.state import State
from game.engine.view import Said, plain
from game.errors import GameError, PlayError
from game.model import walk
from game.model.diagnostic import Diagnostic
from game.model.expression import Condition, Marked, Value
from game.model.replay import At, Check, Goal, HidesText, NotOffered, Offered, Replay, ShowsText, Step, Take
from game.model.source import SourceRef
from game.model.story import Choice, Scene, Story
from game.model.values import describe_domain, read_value

from .nearest import MOST_AHEAD, way_to
from .replay_report import Failure, Report, Result, as_json, as_text
from .transcript import transcript
from .wording import did_you_mean, listed

__all__ = ["Parse", "Report", "Result", "as_json", "as_text", "play", "refused", "run", "transcript"]

Parse: TypeAlias = Callable[[str, SourceRef], Condition | str]
"""Reads a condition that stands at a place, in today's ids or former ones; a text says what is wrong with it."""


class _DoesNotHoldError(Exception):
    """Raised where a step fails: what was expected, what was there instead, and the place if it is not the step's.

    `more` are lines that help.
    """

    def __init__(self, expected: str, actual: str, ref: SourceRef | None = None, more: Iterable[str] = ()) -> None:
        super().__init__(expected, actual)
        self.expected = expected
        self.actual = actual
        self.ref = ref
        self.more = tuple(more)


def run(story: Story, replays: Iterable[tuple[str, Replay]], parse: Parse, engine: Engine | None = None) -> Report:
    """Play replays, each given with the name of its file as it is to be reported."""
    engine = engine or Engine(story)
    return Report(tuple(play(engine, file, replay, parse) for file, replay in replays))


def play(engine: Engine, file: str, replay: Replay, parse: Parse) -> Result:
    """Play one replay."""
    return _Player(engine, replay, parse).play(file)


def refused(file: str, problem: Diagnostic) -> Result:
    """The result for a file that can be opened and is no replay."""
    actual = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    failure = Failure(problem.ref, 0, "a replay", actual)
    return Result(file, "", 0, None, failure, None)


class _Player:
    """One replay on its way."""

    def __init__(self, engine: Engine, replay: Replay, parse: Parse) -> None:
        self._replay = replay
        self._renames = engine.renames
        checks = {step: parse(step.source, step.ref) for step in replay.steps if isinstance(step, Check)}
        self._checks = {
            step: found if isinstance(found, str) else self._renames.condition(found) for step, found in checks.items()
        }
        self._engine = _keeping(engine, [found for found in self._checks.values() if isinstance(found, Condition)])
        self._story = engine.story
        self._play: Playthrough | None = None
        self._since = 0
        """The move with which what was shown since the last choice begins."""

    def play(self, file: str) -> Result:
        replay = self._replay
        held, failure = 0, self._try(0, replay.start.ref, self._begin)
        rests: list[str] = []
        for place, step in enumerate(replay.steps, 1):
            if failure is not None:
                break
            rests.append(self._now.state.scene)
            failure = self._try(place, step.ref, lambda step=step: self._hold(step))  # type: ignore[misc]
            held += failure is None
        if failure is None and replay.ending is not None:
            failure = self._try(len(replay.steps) + 1, replay.ending.ref, self._hold_ending)
        ending = None if self._play is None else self._scene.ending
        return Result(file, replay.name, held, ending, failure, self._play, tuple(rests))

    def _try(self, place: int, ref: SourceRef, step: Callable[[], None]) -> Failure | None:
        try:
            step()
        except _DoesNotHoldError as fault:
            return self._failure(fault.ref or ref, place, fault)
        except GameError as fault:
            return self._failure(ref, place, _DoesNotHoldError("the story to go on", str(fault)))
        return None

    def _failure(self, ref: SourceRef, place: int, fault: _DoesNotHoldError) -> Failure:
        if self._play is None:
            return Failure(ref, place, fault.expected, fault.actual, more=fault.more)
        values = tuple(self._engine.rules.values(self._play.state).items())
        here = self._play.state.scene
        return Failure(ref, place, fault.expected, fault.actual, self._offered(), here, values, fault.more)

    def _begin(self) -> None:
        replay = self._replay
        self._expect_this_story()
        for goal in replay.reached:
            self._known_ending(goal)
        scene = None if replay.start.scene is None else self._known_scene(replay.start.scene)
        reached = [goal.ending for goal in replay.reached]
        self._play = self._engine.begin(seed=replay.seed, reached=reached, scene=scene, values=self._settings())
        self._play = self._engine.rest(self._play)

    def _expect_this_story(self) -> None:
        """A replay that names scenes, and none that is here or like one that is, is for another story."""
        named = {step.scene for step in self._replay.steps if isinstance(step, Take | At)}
        known = self._story.scenes
        strange = [name for name in named if self._renames.scene(name) not in known and not did_you_mean(name, known)]
        if len(named) > 1 and len(strange) == len(named):
            actual = f"none of the {len(named)} scenes that it names is there; --story DIR names another story"
            raise _DoesNotHoldError(f'a replay of "{self._story.title}"', actual, self._replay.ref)

    def _settings(self) -> dict[str, Value]:
        variables = {variable.name: variable for variable in self._story.variables}
        given = {}
        for setting in self._replay.start.settings:
            variable = variables[self._known(setting.variable, variables, "variable", setting.ref)]
            value = read_value(variable, setting.value)
            if value is None:
                expected = f'"{variable.name}" to be {describe_domain(variable)}'
                raise _DoesNotHoldError(expected, f"it is {setting.value}", setting.ref)
            given[variable.name] = value
        return given

    def _hold(self, step: Step) -> None:
        match step:
            case Take():
                self._take(step)
            case At():
                scene = self._known_scene(step.scene)
                if self._scene.id != scene:
                    raise _DoesNotHoldError(f'to be in scene "{scene}"', self._where(), more=self._way_to(scene))
            case Check():
                self._hold_check(step)
            case Offered():
                self._hold_offered(step)
            case NotOffered():
                closed = [self._known_choice(choice) for choice in step.choices]
                found = [choice for choice in closed if choice in self._offered()]
                self._expect(not found, f"no offer of {listed(closed)}", f"on offer: {listed(found)}")
            case ShowsText():
                if not self._shows(step.words):
                    expected = f'the text "{step.words}" since the last choice'
                    raise _DoesNotHoldError(expected, self._shown(), more=self._nearest_line(step.words))
            case HidesText():
                expected = f'nothing with "{step.words}" since the last choice'
                self._expect(not self._shows(step.words), expected, "it was shown")
            case _:
                assert_never(step)

    def _take(self, step: Take) -> None:
        before = self._now
        scene_id = self._renames.scene(step.scene)
        choice_id = self._renames.choice(scene_id, step.choice)
        if before.state.scene != scene_id:
            raise self._not_taken(step)
        try:
            taken = self._engine.take(before, choice_id)
        except PlayError:
            raise self._not_taken(step) from None
        self._since = len(before.moves)
        self._play = self._engine.rest(taken)

    def _not_taken(self, step: Take) -> _DoesNotHoldError:
        """Why a choice can't be taken here."""
        scene_id = self._known_scene(step.scene)
        expected = f'to take "{scene_id}.{self._renames.choice(scene_id, step.choice)}"'
        if self._scene.id != scene_id:
            return _DoesNotHoldError(expected, self._where(), more=self._way_to(scene_id))
        choice_id = self._known_choice(step.choice)
        choice = next(choice for choice in self._scene.choices if choice.id == choice_id)
        closed = f'"{choice_id}" is not on offer: {self._why_closed(choice)}'
        return _DoesNotHoldError(expected, closed, more=self._way_to(scene_id, choice))

    def _hold_check(self, step: Check) -> None:
        condition = self._checks[step]
        if isinstance(condition, str):
            raise _DoesNotHoldError(f"{step.source} to be a condition", condition)
        rules, state = self._engine.rules, self._now.state
        if not rules.holds(state, condition):
            raise _DoesNotHoldError(step.source, rules.explain(state, condition))

    def _hold_offered(self, step: Offered) -> None:
        wanted = tuple(self._known_choice(choice) for choice in step.choices)
        offered = self._offered()
        if step.only:
            expected = f"exactly these on offer, in this order: {listed(wanted)}"
            self._expect(wanted == offered, expected, f"on offer: {listed(offered)}")
            return
        for choice_id in wanted:
            if choice_id not in offered:
                choice = self._scene.choice(choice_id)
                why = "" if choice is None else f": {self._why_closed(choice)}"
                raise _DoesNotHoldError(f"on offer: {listed(wanted)}", f'"{choice_id}" is not on offer{why}')

    def _hold_ending(self) -> None:
        goal = self._replay.ending
        if goal is not None:
            ending = self._known_ending(goal)
            self._expect(self._scene.ending == ending, f'the ending "{ending}"', self._where())

    @property
    def _now(self) -> Playthrough:
        if self._play is None:
            raise PlayError("the replay has not begun")
        return self._play

    @property
    def _scene(self) -> Scene:
        return self._story.scenes[self._now.state.scene]

    def _offered(self) -> tuple[str, ...]:
        state = self._now.state
        return tuple(choice.id for choice in self._scene.choices if self._engine.rules.is_open(state, choice))

    def _why_closed(self, choice: Choice) -> str:
        rules, state = self._engine.rules, self._now.state
        if choice.when is not None and not rules.holds(state, choice.when):
            return rules.explain(state, choice.when)
        return "it was taken before"

    def _way_to(self, scene_id: str, choice: Choice | None = None) -> Iterator[str]:
        """By which choices from here the scene is come to, or that choice of it is on offer."""
        rules = self._engine.rules

        def wanted(state: State) -> bool:
            return state.scene == scene_id and (choice is None or rules.is_open(state, choice))

        way = way_to(self._engine, self._now, wanted)
        what = f'"{scene_id}" is come to' if choice is None else f'"{choice.id}" is on offer'
        if way:
            yield f"nearest: {what} by {' > '.join(way)}"
        else:
            yield f"from here no {MOST_AHEAD} choices or fewer were found by which {what}"

    def _nearest_line(self, words: str) -> Iterator[str]:
        """The line that has most of these words."""
        wanted = set(words.lower().split())
        lines = [(len(wanted & set(line.lower().split())), line) for line in self._lines()]
        shared, line = max(lines, default=(0, ""))
        if shared and len(lines) > 1:
            yield f"nearest: {line}"

    def _where(self) -> str:
        scene = self._scene
        if scene.ending is not None:
            return f'the story has ended with "{scene.ending}" in scene "{scene.id}"'
        return f'we are in scene "{scene.id}"'

    def _lines(self) -> list[str]:
        """The words shown since the last choice, line by line."""
        found = []
        now = self._now
        for move in range(self._since, len(now.moves)):
            view = self._engine.view(now.rewind(move + 1))
            found += [_one_space(plain(line.words)) for line in view.lines if isinstance(line, Said)]
        return found

    def _shows(self, words: str) -> bool:
        return any(_one_space(words) in line for line in self._lines())

    def _shown(self) -> str:
        lines = self._lines()
        return "shown was: " + " / ".join(lines) if lines else "nothing was shown"

    def _known_scene(self, scene_id: str) -> str:
        return self._known(self._renames.scene(scene_id), self._story.scenes, "scene")

    def _known_ending(self, goal: Goal) -> str:
        return self._known(self._renames.ending(goal.ending), self._story.endings, "ending", goal.ref)

    def _known_choice(self, choice_id: str) -> str:
        today = self._renames.choice(self._scene.id, choice_id)
        names = [choice.id for choice in self._scene.choices]
        if today not in names:
            expected = f'a choice "{today}" of scene "{self._scene.id}"'
            raise _DoesNotHoldError(expected, f"there is none{did_you_mean(today, names)}")
        return today

    def _known(self, name: str, names: Collection[str], kind: str, ref: SourceRef | None = None) -> str:
        if name not in names:
            expected = f'{"an" if kind == "ending" else "a"} {kind} "{name}"'
            raise _DoesNotHoldError(expected, f"there is none{did_you_mean(name, names)}", ref)
        return name

    def _expect(self, holds: bool, expected: str, actual: str) -> None:
        if not holds:
            raise _DoesNotHoldError(expected, actual)


def _keeping(engine: Engine, conditions: Sequence[Condition]) -> Engine:
    """The engine, or one that keeps marks for these conditions which the story itself never asks about."""
    nodes = (node for condition in conditions for node in walk.expressions(condition.expression))
    asked = {(node.mark, node.target) for node in nodes if isinstance(node, Marked)}
    return engine if asked <= engine.rules.bits.keys() else Engine(engine.story, conditions)


def _one_space(words: str) -> str:
    return " ".join(words.split())
