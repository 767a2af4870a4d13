"""A playthrough with its log, as a value, and the engine that extends it. Knows nothing of lines, screens or files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.errors import EndlessLoop, UsageError
from game.model.expression import Condition, Value
from game.model.story import Story

from .machine import StoryMachine
from .renames import Renames
from .rules import Rules
from .state import State
from .view import SceneView, Views


@dataclass(frozen=True, slots=True)
class Start:
    """Where a playthrough begins: in `scene` (None: where the story does), with `values` over the defaults."""

    scene: str | None = None
    values: tuple[tuple[str, Value], ...] = ()


class Move(NamedTuple):
    """A scene that was entered: `choice` is the `scene.choice` that led there, None at the start and after going on."""

    choice: str | None
    state: State


class Playthrough(NamedTuple):
    """A way through the story. `reached` are the endings that this player had seen before it began."""

    seed: int
    reached: frozenset[str]
    start: Start
    moves: tuple[Move, ...]

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.moves[-1].state

    @property
    def choices(self) -> tuple[str, ...]:
        """Every `scene.choice` taken, in order."""
        return tuple(move.choice for move in self.moves if move.choice is not None)

    def rewind(self, n_moves: int) -> Playthrough:
        """The same playthrough when it had only its first `n_moves` moves (1 or more)."""
        return Playthrough(self.seed, self.reached, self.start, self.moves[: max(1, n_moves)])

    def moved(self, *moves: Move) -> Playthrough:
        """The same playthrough some moves later."""
        return Playthrough(self.seed, self.reached, self.start, self.moves + moves)


class Engine:
    """A story ready to be played, by any number of playthroughs."""

    def __init__(self, story: Story, also: Iterable[Condition] = ()) -> None:
        """An engine for `story`; `also` are conditions from outside of it that will be asked too."""
        self.story = story
        self.rules = Rules(story, also)
        self.machine = StoryMachine(self.rules)
        self._views = Views(self.rules)

    @cached_property
    def renames(self) -> Renames:
        """What ids that were given up are called today."""
        return Renames(self.story)

    def begin(
        self,
        *,
        seed: int = 0,
        reached: Iterable[str] = (),
        scene: str | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> Playthrough:
        """Enter the first scene, without passing on. Raises UsageError for what is not the story's."""
        given = dict(values or {})
        first = self.story.start if scene is None else scene
        if first not in self.story.scenes:
            raise UsageError(f'there is no scene "{first}"')
        seen = frozenset(map(self.renames.ending, reached)) & self.story.endings.keys()
        state = self.rules.enter(self.rules.initial(reached=seen, values=given), first)
        return Playthrough(seed, seen, Start(scene, tuple(given.items())), (Move(None, state),))

    def take(self, play: Playthrough, choice_id: str) -> Playthrough:
        """Take a choice of the scene and enter its target, without passing on. Raises UnknownChoice, ClosedChoice."""
        here = play.moves[-1].state
        state = self.machine.step(here, choice_id)
        return play.moved(Move(f"{here.scene}.{choice_id}", state))

    def go_on(self, play: Playthrough) -> Playthrough:
        """Leave a scene that goes on by itself. Raises EndlessLoop where it comes round to where it was."""
        state = self.machine.go_on(play.state)
        for move in reversed(play.moves):
            if move.state.scene == state.scene and move.state == state:
                raise _endless(state)
            if move.choice is not None:
                break
        return play.moved(Move(None, state))

    def rest(self, play: Playthrough) -> Playthrough:
        """Go on until a scene with choices or an ending. Raises EndlessLoop where there is none."""
        scenes, state = self.story.scenes, play.moves[-1].state
        if not scenes[state.scene].goto:
            return play
        passed = {state}
        moves: list[Move] = []
        while scenes[state.scene].goto:
            state = self.machine.go_on(state)
            if state in passed:
                raise _endless(state)
            passed.add(state)
            moves.append(Move(None, state))
        return play.moved(*moves)

    def view(self, play: Playthrough, story: Story | None = None) -> SceneView:
        """What may be shown now; in the words of `story`, which is a translation of the engine's, if one is given."""
        if story is not None and story is not self._views.story:
            self._views = Views(self.rules, story)
        return self._views.of(play.moves[-1].state, play.seed)


def _endless(state: State) -> EndlessLoop:
    return EndlessLoop(
        f'the story goes round in a circle without a choice: it came to scene "{state.scene}" twice in the same state'
    )
