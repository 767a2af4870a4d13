"""Walks through a playthrough again and notes every line shown and every side of every condition that was asked.

Knows nothing of replays, files or reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.engine.compile import compile_effects
from game.engine.playing import Engine, Playthrough
from game.engine.state import State
from game.model import walk
from game.model.expression import Condition, Effect, GuardedEffects, Value
from game.model.script import Hard, Include, Line, Narration, Speech, When
from game.model.story import Branch, Scene

from .states.texts import placed_conditions


@dataclass(slots=True)
class Trace:
    """What was come to: lines with words by their scene, and sides of conditions."""

    lines: set[tuple[str, Line]] = field(default_factory=set)
    sides: set[tuple[str, int, bool]] = field(default_factory=set)
    """Scene, identity of the condition, side."""


def lines_of(scene: Scene) -> Iterator[Narration | Speech | Hard]:
    """Every line with words in a scene."""
    return (line for line in walk.lines(scene.script) if isinstance(line, Narration | Speech | Hard))


def conditions_of(scene: Scene) -> Iterator[Condition]:
    """Every condition that a scene asks: of its effects, its text, its choices and its ways out."""
    found = [condition for _, condition in placed_conditions(scene)]
    effects = [*scene.enter, *(effect for choice in scene.choices for effect in choice.do)]
    found += [effect.when for effect in effects if isinstance(effect, GuardedEffects)]
    found += [choice.when for choice in scene.choices if choice.when is not None]
    ways = [*scene.goto, *(way for choice in scene.choices for way in choice.goto)]
    found += [way.when for way in ways if way.when is not None]
    yield from {id(condition): condition for condition in found}.values()


def trace(engine: Engine, play: Playthrough, into: Trace) -> None:
    """Add what this playthrough came to. Its choices are taken anew: it may have been played with other marks."""
    rules, scenes = engine.rules, engine.story.scenes
    state = rules.initial(reached=play.reached, values=dict(play.start.values))
    entered = engine.begin(reached=play.reached, scene=play.start.scene, values=dict(play.start.values)).state
    for place, move in enumerate(play.moves):
        here, _, taken = (move.choice or "").partition(".")
        choice = scenes[here].choice(taken) if here else None
        if place:
            entered = engine.machine.go_on(state) if choice is None else engine.machine.step(state, choice.id)
        ways = scenes[state.scene].goto if place else ()
        if choice is not None:
            before, state, ways = state, rules.take(state, choice), choice.goto
            _effects(engine, here, before.values, state.marks, choice.do, into)
        _ways(engine, state, ways, into)
        scene = scenes[entered.scene]
        _effects(engine, scene.id, state.values, entered.marks, scene.enter, into)
        _reading(engine, entered, scene, into)
        state = entered


def _effects(
    engine: Engine, scene: str, values: Iterable[Value], marks: int, effects: Iterable[Effect], into: Trace
) -> None:
    """Do effects one after the other, and note how those with a condition went."""
    now = list(values)
    for effect in effects:
        if isinstance(effect, GuardedEffects):
            into.sides.add((scene, id(effect.when), bool(engine.rules.test(effect.when)(now, marks))))
        step = compile_effects([effect], engine.rules.layout)
        if step is not None:
            step(now, marks)


def _ways(engine: Engine, state: State, ways: Iterable[Branch], into: Trace) -> None:
    for way in ways:
        if way.when is None:
            return
        holds = engine.rules.holds(state, way.when)
        into.sides.add((state.scene, id(way.when), holds))
        if holds:
            return


def _reading(engine: Engine, state: State, scene: Scene, into: Trace) -> None:
    """What is read in a scene, and what is on offer there."""
    holds = engine.rules.holds
    for path, condition in placed_conditions(scene):
        if all(holds(state, each) == side for each, side in path):
            into.sides.add((scene.id, id(condition), holds(state, condition)))
    for choice in scene.choices:
        if choice.when is not None:
            into.sides.add((scene.id, id(choice.when), holds(state, choice.when)))
    into.lines.update((scene.id, line) for line in _shown(engine, state, scene.script))


def _shown(engine: Engine, state: State, script: Iterable[Line]) -> Iterator[Line]:
    for line in script:
        match line:
            case When():
                holds = engine.rules.holds(state, line.condition)
                yield from _shown(engine, state, line.then if holds else line.otherwise)
            case Include():
                yield from _shown(engine, state, line.lines)
            case Narration() | Speech() | Hard():
                yield line
            case _:
                pass
