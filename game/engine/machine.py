"""The `transitions` machine that moves the story: scenes are its states, choices its triggers. Knows no screens.

One machine serves any number of playthroughs. It is never given a model to decorate: each step moves a cursor that is
thrown away afterwards, so a step that fails leaves nothing half done, and the state that was passed in is still the
caller's. What a choice needs and changes is asked of `rules`; what the machine owns is where it leads.

Order of a step, as the format has it: the choice is judged and its effects are done (`prepare`), the branches are
judged in order (`conditions`), the scene changes, the new scene's `enter` is done (`on_enter`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from transitions import Event, EventData, Machine, Transition
from transitions import State as MachineState

from game.errors import ClosedChoice, PlayError, UnknownChoice
from game.model.story import Branch, Choice, Scene

from .rules import Rules
from .state import State

_ON = "on"
"""Triggers a scene that goes on by itself. Choices trigger by their place in the scene: so no word of a writer's ever
names an attribute or an event, and a large story needs few events."""

_GOING_ON = ""
"""Stands where choice ids do, for a scene that goes on by itself; no id is empty."""


@dataclass(slots=True)
class _Cursor:
    """What the machine moves, for one step. `open` is whether the choice being taken was on offer."""

    scene: str
    state: State
    open: bool = True


class _Step(EventData):
    """What the library hands to guards and effects: one attempt to move a cursor."""

    model: _Cursor


_Callback: TypeAlias = Callable[[_Step], bool | None]


@dataclass(frozen=True, slots=True)
class _Trigger:
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
        self._machine = Machine(
            model=None, initial=None, model_attribute="scene", auto_transitions=False, send_event=True, queued=False
        )

    def step(self, state: State, choice_id: str) -> State:
        """The state after taking a choice and entering its target. Raises UnknownChoice, ClosedChoice."""
        trigger = self._leaving(state.scene).get(choice_id)
        if trigger is None or choice_id == _GOING_ON:
            raise UnknownChoice(f'scene "{state.scene}" has no choice "{choice_id}"')
        after = self._fire(trigger, state)
        if after is None:
            raise ClosedChoice(f'the choice "{state.scene}.{choice_id}" is not on offer now')
        return after

    def go_on(self, state: State) -> State:
        """The state after a scene that goes on by itself has entered the next. Raises PlayError where it does not."""
        trigger = self._leaving(state.scene).get(_GOING_ON)
        after = None if trigger is None else self._fire(trigger, state)
        if after is None:
            raise PlayError(f'scene "{state.scene}" does not go on by itself')
        return after

    def _fire(self, trigger: _Trigger, state: State) -> State | None:
        """Let the library try the transitions, like its `Event.trigger` without the look-ups; None: all are closed."""
        cursor = _Cursor(state.scene, state)
        event = _Step(trigger.source, trigger.event, self._machine, cursor, (), {})
        for way in trigger.ways:
            if way.execute(event):
                return cursor.state
        return None

    def _leaving(self, scene_id: str) -> dict[str, _Trigger]:
        """What triggers at a scene, by choice id."""
        known = self._choices.get(scene_id)
        return self._join(self._scenes[scene_id]) if known is None else known

    def _join(self, scene: Scene) -> dict[str, _Trigger]:
        """Add a scene, the ways out of it and the scenes they lead to."""
        triggers = {
            choice.id: self._add(scene.id, str(place), choice.goto, choice)
            for place, choice in enumerate(scene.choices)
        }
        if scene.goto:
            triggers[_GOING_ON] = self._add(scene.id, _ON, scene.goto)
        self._choices[scene.id] = triggers
        return triggers

    def _add(self, source: str, name: str, ways: tuple[Branch, ...], choice: Choice | None = None) -> _Trigger:
        closes = choice is not None and (choice.once or choice.when is not None)
        # The effects are done once, by the first way that is tried.
        prepare = None if choice is None else self._taking(choice)
        for way in ways:
            for scene_id in (source, way.to):
                if scene_id not in self._machine.states:
                    self._machine.add_state(MachineState(scene_id, on_enter=self._entering(scene_id)))
            conditions = self._leading(way) if closes or way.when is not None else None
            self._machine.add_transition(name, source, way.to, conditions=conditions, prepare=prepare)
            prepare = None
        event = self._machine.events[name]
        return _Trigger(event, self._machine.get_state(source), tuple(event.transitions[source]))

    def _taking(self, choice: Choice) -> _Callback:
        rules = self._rules

        def take(event: _Step) -> None:
            cursor = event.model
            cursor.open = rules.is_open(cursor.state, choice)
            if cursor.open:
                cursor.state = rules.take(cursor.state, choice)

        return take

    def _leading(self, way: Branch) -> _Callback:
        rules, when = self._rules, way.when

        def leads(event: _Step) -> bool:
            cursor = event.model
            return cursor.open and (when is None or rules.holds(cursor.state, when))

        return leads

    def _entering(self, scene_id: str) -> _Callback:
        rules = self._rules

        def enter(event: _Step) -> None:
            event.model.state = rules.enter(event.model.state, scene_id)

        return enter
