"""Whatever decides whether a choice is open or what it changes lives here. Knows nothing of machines or text.

`Rules` gives the meaning of one story's conditions and effects: what holds, what taking and entering change, what leads
where. Scenes are compiled when they are first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.errors import UsageError
from game.model.expression import Condition, Expression, Mark, Value
from game.model.overview import Overview, marks, overview
from game.model.story import Branch, Choice, Scene, Story, Variable
from game.model.values import describe_domain

from .compile import Layout, Step, Test, compile_effects, compile_expression
from .explain import why_not
from .state import Change, Cursor, State


@dataclass(frozen=True, slots=True)
class CompiledChoice:
    """What decides whether a choice is open (None: it always is), and what taking it changes (None: nothing).

    `used` is the bit that is set once a choice was taken that can be taken only once, or 0.
    """

    opens: Test | None
    used: int
    take: Change | None


@dataclass(frozen=True, slots=True)
class CompiledScene:
    """What entering a scene changes (None: nothing), and its choices by id."""

    enter: Change | None
    choices: Mapping[str, CompiledChoice]


class Rules:
    """The meaning of a story. States go in and come out; nothing is kept but what was compiled."""

    def __init__(self, story: Story, also: Iterable[Condition] = ()) -> None:
        """`also` are conditions from outside of the story (invariants, checks of a replay) that will be asked too."""
        self.story = story
        found = overview(story.scenes)
        self.bits = _bits(found, [condition.expression for condition in also])
        self.counted = {scene_id: place for place, scene_id in enumerate(found.turning)}
        self.layout = Layout(
            {variable.name: place for place, variable in enumerate(story.variables)},
            {variable.name: variable for variable in story.variables},
            self.bits,
        )
        self._scenes: dict[str, CompiledScene] = {}
        self._tests: dict[int, tuple[Condition, Test]] = {}

    def initial(self, *, reached: Iterable[str] = (), values: Mapping[str, Value] | None = None) -> State:
        """The state before the first scene is entered (`scene` is empty).

        `reached` are endings that the player has seen, `values` stand over the defaults. Raises UsageError for a
        variable that is not there or a value that it cannot have.
        """
        chosen = dict(values or {})
        found = [_checked(variable, chosen.pop(variable.name, variable.default)) for variable in self.story.variables]
        for name in chosen:
            raise UsageError(f'there is no variable "{name}"')
        marks = 0
        for ending in reached:
            marks |= self.bits.get((Mark.REACHED, ending), 0)
        return State("", tuple(found), marks, (0,) * len(self.counted))

    def enter(self, state: State, scene_id: str) -> State:
        """The state after entering a scene: marked as seen, counted, then its `enter` effects."""
        return _changed(Cursor(scene_id, *state[1:]), self.compiled(scene_id).enter)

    def is_open(self, state: State, choice: Choice) -> bool:
        """Whether a choice of the state's scene is on offer."""
        opens = self.compiled(state.scene).choices[choice.id].opens
        return opens is None or opens(state.values, state.marks)

    def is_used_up(self, state: State, choice: Choice) -> bool:
        """Whether a choice of the state's scene can be taken only once, and was."""
        return bool(state.marks & self.compiled(state.scene).choices[choice.id].used)

    def take(self, state: State, choice: Choice) -> State:
        """The state after taking a choice of the state's scene: marked as chosen, then its `do`. The scene stays."""
        return _changed(Cursor(*state), self.compiled(state.scene).choices[choice.id].take)

    def leads_to(self, state: State, branches: tuple[Branch, ...]) -> str:
        """The scene of the first branch whose guard holds; the last branch of a story's lists has none."""
        for branch in branches:
            if branch.when is None or self.holds(state, branch.when):
                return branch.to
        raise ValueError("the last branch has a guard")

    def holds(self, state: State, condition: Condition) -> bool:
        """Whether a condition holds. Raises UntrackedMark for a mark that nobody announced."""
        return self.test(condition)(state.values, state.marks)

    def test(self, condition: Condition) -> Test:
        """The condition as a closure over (values, marks), compiled once."""
        known = self._tests.get(id(condition))
        if known is None:
            known = condition, compile_expression(condition.expression, self.layout)
            self._tests[id(condition)] = known
        return known[1]

    def value(self, state: State, variable: str) -> Value:
        """The value of a variable."""
        return state.values[self.layout.places[variable]]

    def values(self, state: State) -> dict[str, Value]:
        """Every variable with its value."""
        return dict(zip(self.layout.places, state.values, strict=True))

    def count(self, state: State) -> int:
        """How often the state's scene was entered, 1 at least; exact only where its text depends on it."""
        place = self.counted.get(state.scene)
        return max(1, state.counts[place]) if place is not None else 1

    def explain(self, state: State, condition: Condition) -> str:
        """The part of a condition that fails, with its values (`trust_luna is 1, needs >= 2`); empty where it holds."""
        if self.holds(state, condition):
            return ""
        return why_not(condition, self.layout, state.values, state.marks)

    def compiled(self, scene_id: str) -> CompiledScene:
        """A scene as closures, for those who change states step by step."""
        known = self._scenes.get(scene_id)
        if known is None:
            known = self._compile(self.story.scenes[scene_id])
            self._scenes[scene_id] = known
        return known

    def _compile(self, scene: Scene) -> CompiledScene:
        enter = _change(
            self.bits.get((Mark.SEEN, scene.id), 0),
            compile_effects(scene.enter, self.layout),
            self.counted.get(scene.id),
        )
        return CompiledScene(enter, {choice.id: self._choice(scene.id, choice) for choice in scene.choices})

    def _choice(self, scene_id: str, choice: Choice) -> CompiledChoice:
        mark = self.bits.get((Mark.CHOSE, f"{scene_id}.{choice.id}"), 0)
        used = mark if choice.once else 0
        when = self.test(choice.when) if choice.when is not None else None
        return CompiledChoice(_opens(when, used), used, _change(mark, compile_effects(choice.do, self.layout)))


def _opens(when: Test | None, used: int) -> Test | None:
    if not used:
        return when
    if when is None:
        return lambda _, marks: not marks & used
    return lambda values, marks: not marks & used and when(values, marks)


def _change(mark: int, step: Step | None, counted: int | None = None) -> Change | None:
    """Marks, counts and effects, in this order."""
    if not mark and step is None and counted is None:
        return None
    if not mark and step is not None and counted is None:
        return _only(step)

    def change(cursor: Cursor) -> None:
        cursor.marks |= mark
        if counted is not None:
            counts = list(cursor.counts)
            counts[counted] += 1
            cursor.counts = tuple(counts)
        if step is not None:
            values = cursor.values
            if not isinstance(values, list):
                values = cursor.values = list(values)
            step(values, cursor.marks)

    return change


def _only(step: Step) -> Change:
    """Effects alone, by far the most frequent."""

    def change(cursor: Cursor) -> None:
        values = cursor.values
        if not isinstance(values, list):
            values = cursor.values = list(values)
        step(values, cursor.marks)

    return change


def _changed(cursor: Cursor, change: Change | None) -> State:
    if change is not None:
        change(cursor)
    return cursor.state()


def _checked(variable: Variable, value: Value) -> Value:
    """The value, if the variable can have it. Raises UsageError."""
    if isinstance(value, bool) is variable.is_truth and value in variable.domain:
        return value
    shown = str(value).lower() if isinstance(value, bool) else value
    raise UsageError(f'{variable.name} cannot be "{shown}"', f"it is {describe_domain(variable)}")


def _bits(found: Overview, also: Iterable[Expression]) -> dict[tuple[Mark, str], int]:
    """A bit for each mark that the story or `also` asks about."""
    asked = {(mark.value, target) for mark, target in found.asked}
    asked.update(marks(also))
    return {(Mark(kind), target): 1 << place for place, (kind, target) in enumerate(sorted(asked))}
