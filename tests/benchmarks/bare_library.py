"""Plays a story with `transitions` alone, as leanly as that library goes: what our machine is compared with.

The rules judge and change, one cursor is moved on from scene to scene, nothing is kept of where it was; the library
does what only a machine can, an unadorned `Transition.execute` for every choice. Knows nothing of our machine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from transitions import Event, EventData, Machine, Transition
from transitions import State as MachineState

from game.engine.compile import Test
from game.engine.rules import Rules
from game.engine.state import Change, Cursor
from game.model import walk
from game.model.expression import Value
from game.model.story import Scene, Story
from game.model.text import Either, Insert, Part, Plain

from .measures import LONGEST_WALK

_Shown = Callable[[Sequence[Value], int], str]


@dataclass(frozen=True, slots=True)
class _Way:
    """A choice that leads to one scene."""

    opens: Test | None
    take: Change | None
    event: Event
    source: MachineState
    transition: Transition


@dataclass(frozen=True, slots=True)
class _Stop:
    """A scene: what entering it does, the ways out of it, its text that never changes, and what does."""

    enter: Change | None
    ways: tuple[_Way, ...]
    plain: tuple[str, ...]
    changing: tuple[_Shown, ...]


class BareLibrary:
    """A story as a machine of the library's; its choices lead to one scene each, its text has no alternatives."""

    def __init__(self, story: Story) -> None:
        """Every scene and choice joins the machine at once. Choices trigger by their place, as few events are quick."""
        self._rules = Rules(story)
        self._machine = Machine(model=None, initial=None, model_attribute="scene", auto_transitions=False)
        self._machine.add_states(list(story.scenes))
        self._stops = {scene.id: self._stop(scene) for scene in story.scenes.values()}

    def walk(self, wanted: int, seed: int) -> float:
        """Play at random until so many choices were taken, with all text; these choices per second of processor."""
        chance = random.Random(seed).random
        taken, cursor, length = 0, self._begun(), 0
        began = time.process_time()
        while taken < wanted:
            stop = self._stops[cursor.scene]
            values, marks = cursor.values, cursor.marks
            _ = [*stop.plain, *[shown(values, marks) for shown in stop.changing]]
            offered = [way for way in stop.ways if way.opens is None or way.opens(values, marks)]
            if not offered or length > LONGEST_WALK:
                cursor, length = self._begun(), 0
                continue
            way = offered[int(chance() * len(offered))]
            if way.take is not None:
                way.take(cursor)
            way.transition.execute(EventData(way.source, way.event, self._machine, cursor, (), {}))
            enter = self._stops[cursor.scene].enter
            if enter is not None:
                enter(cursor)
            taken += 1
            length += 1
        return taken / (time.process_time() - began)

    def _begun(self) -> Cursor:
        scene, values, marks, counts = self._rules.enter(self._rules.initial(), self._rules.story.start)
        return Cursor(scene, list(values), marks, counts)

    def _stop(self, scene: Scene) -> _Stop:
        texts = list(walk.texts(scene))
        changing = tuple(self._shown(text.parts) for text in texts if not text.is_plain)
        plain = tuple("".join(self._fixed(text.parts)) for text in texts if text.is_plain)
        return _Stop(self._rules.compiled(scene.id).enter, tuple(self._added(scene)), plain, changing)

    def _added(self, scene: Scene) -> Iterator[_Way]:
        compiled = self._rules.compiled(scene.id).choices
        for place, choice in enumerate(scene.choices):
            (way,) = choice.goto
            self._machine.add_transition(str(place), scene.id, way.to)
            event, state = self._machine.events[str(place)], self._machine.get_state(scene.id)
            does = compiled[choice.id]
            yield _Way(does.opens, does.take, event, state, event.transitions[scene.id][-1])

    def _fixed(self, parts: Iterable[Part]) -> Iterator[str]:
        for part in parts:
            if not isinstance(part, Plain):
                raise TypeError("this text changes")
            yield part.text

    def _shown(self, parts: Iterable[Part]) -> _Shown:
        pieces = [self._piece(part) for part in parts]
        return lambda values, marks: "".join([piece(values, marks) for piece in pieces])

    def _piece(self, part: Part) -> _Shown:
        match part:
            case Plain(text):
                return lambda _values, _marks: text
            case Insert(variable):
                place = self._rules.layout.places[variable]
                return lambda values, _: str(values[place])
            case Either(condition, then, otherwise):
                test, one, other = self._rules.test(condition), self._shown(then), self._shown(otherwise)
                return lambda values, marks: (one if test(values, marks) else other)(values, marks)
        raise TypeError("generated stories have no such text")
