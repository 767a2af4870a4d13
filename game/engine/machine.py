"""The `transitions` machine that moves the story: scenes are its states, choices its triggers. Knows no screens.

One machine serves any number of playthroughs. It is never given a model to decorate: each step moves a cursor that is
thrown away afterwards, so a step that fails leaves nothing half done, and the state that was passed in is still the
caller's. What a choice needs and changes is asked of `rules`; what the machine owns is where it leads.

Order of a step, as the format has it: the choice is judged and its effects are done (`prepare`), the branches are
judged in order (`conditions`), the scene changes, the new scene's `enter` is done (`on_enter`). Where there is nothing
to judge or to do, there is no callback.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from transitions import Event, Transition
from transitions import State as MachineState

from game.errors import ClosedChoice, PlayError, UnknownChoice
from game.model.expression import Condition
from game.model.story import Branch, Scene

from .mover import Attempt, Mover
from .rules import CompiledChoice, Rules
from .state import Change, Cursor, State

_ON = "on"
"""Triggers a scene that goes on by itself. Choices trigger by their place in the scene: so no word of a writer's ever
names an attribute or an event, and a large story needs few events."""

_GOING_ON = ""
"""Stands where choice ids do, for a scene that goes on by itself; no id is empty."""

_Guard: TypeAlias = Callable[..., bool | None]
"""A condition as a function of the cursor."""

_IS_OPEN: _Guard = attrgetter("open")


class _Trigger(NamedTuple):
    """A machine's event at one of its states, with the transitions that it tries there in order."""

    event: Event
    source: MachineState
    ways: tuple[Transition, ...]


class StoryMachine:
    """The one machine of a story. Scenes join it when they are first left, so a large story starts at once."""

    def __init__(self, rules: Rules) -> None:
        """A machine for the story of `rules`."""
        self._rules = rules
        self._scenes = rules.story.scenes
        self._choices: dict[str, dict[str, _Trigger]] = {}
        self._machine = Mover("scene")

    def step(self, state: State, choice_id: str) -> State:
        """The state after taking a choice and entering its target. Raises UnknownChoice, ClosedChoice."""
        triggers = self._choices.get(state.scene) or self._join(self._scenes[state.scene])
        trigger = triggers.get(choice_id)
        if trigger is None or choice_id == _GOING_ON:
            raise UnknownChoice(f'scene "{state.scene}" has no choice "{choice_id}"')
        after = self._fire(trigger, state)
        if after is None:
            raise ClosedChoice(f'the choice "{state.scene}.{choice_id}" is not on offer now')
        return after

    def go_on(self, state: State) -> State:
        """The state after a scene that goes on by itself has entered the next. Raises PlayError where it does not."""
        triggers = self._choices.get(state.scene) or self._join(self._scenes[state.scene])
        trigger = triggers.get(_GOING_ON)
        after = None if trigger is None else self._fire(trigger, state)
        if after is None:
            raise PlayError(f'scene "{state.scene}" does not go on by itself')
        return after

    def _fire(self, trigger: _Trigger, state: State) -> State | None:
        """Let the library try the transitions, like its `Event.trigger` without the look-ups; None: all are closed."""
        cursor = Cursor(*state)
        event, source, ways = trigger
        attempt = Attempt(source, event, self._machine, cursor, (cursor,), {})
        for way in ways:
            if way.execute(attempt):
                return State(cursor.scene, tuple(cursor.values), cursor.marks, cursor.counts)
        return None

    def _join(self, scene: Scene) -> dict[str, _Trigger]:
        """Add a scene, the ways out of it and the scenes they lead to."""
        compiled = self._rules.compiled(scene.id).choices
        triggers = {
            choice.id: self._add(scene.id, str(place), choice.goto, compiled[choice.id])
            for place, choice in enumerate(scene.choices)
        }
        if scene.goto:
            triggers[_GOING_ON] = self._add(scene.id, _ON, scene.goto)
        self._choices[scene.id] = triggers
        return triggers

    def _add(self, source: str, name: str, ways: tuple[Branch, ...], choice: CompiledChoice | None = None) -> _Trigger:
        closes = choice is not None and choice.opens is not None
        # The choice is judged and its effects are done once, by the first way that is tried.
        prepare = None if choice is None else _taking(choice)
        for way in ways:
            for scene_id in (source, way.to):
                if scene_id not in self._machine.states:
                    self._machine.add_state(scene_id, on_enter=self._rules.compiled(scene_id).enter)
            guards: list[str | _Guard] = [_IS_OPEN] if closes else []
            if way.when is not None:
                guards.append(self._leading(way.when))
            self._machine.add_transition(name, source, way.to, conditions=guards, prepare=prepare)
            prepare = None
        event = self._machine.events[name]
        return _Trigger(event, self._machine.get_state(source), tuple(event.transitions[source]))

    def _leading(self, when: Condition) -> _Guard:
        test = self._rules.test(when)
        return lambda cursor: test(cursor.values, cursor.marks)


def _taking(choice: CompiledChoice) -> Change | None:
    """Judge the choice; if it is open, do what it does."""
    opens, change = choice.opens, choice.take
    if opens is None:
        return change

    def take(cursor: Cursor) -> None:
        cursor.open = bool(opens(cursor.values, cursor.marks))
        if cursor.open and change is not None:
            change(cursor)

    return take
