"""Who sets and who reads a variable, and what leads to a scene. Knows nothing of how that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.model import walk
from game.model.expression import Effect, Expression, GuardedEffects, VariableValue
from game.model.invariant import Invariant
from game.model.script import When
from game.model.story import Branch, Scene, Story
from game.model.text import Either, Insert, Text
from game.tools.lines import words_in


def setters(story: Story, variable: str) -> dict[str, list[str]]:
    """Scene or `scene.choice` to the effects of it that set the variable, as typed."""
    found: dict[str, list[str]] = {}
    for scene in story.scenes.values():
        holders = [(scene.id, scene.enter), *((f"{scene.id}.{choice.id}", choice.do) for choice in scene.choices)]
        for holder, effects in holders:
            done = list(_assigned(effects, variable))
            if done:
                found[holder] = done
    return found


def _assigned(effects: Iterable[Effect], variable: str) -> Iterator[str]:
    for effect in effects:
        for assignment in effect.do if isinstance(effect, GuardedEffects) else (effect,):
            if assignment.variable == variable:
                yield assignment.source.strip()


def readers(story: Story, variable: str, invariants: Iterable[Invariant] = ()) -> list[str]:
    """The scenes, `scene.choice` and invariants that ask for the variable, or show it."""
    found: dict[str, None] = {}
    for scene in story.scenes.values():
        for holder, roots, texts in _parts(scene):
            if any(_asks(root, variable) for root in roots) or any(_shows(text, variable) for text in texts):
                found[holder] = None
    for invariant in invariants:
        if _asks(invariant.always.expression, variable):
            found[f"an invariant in {invariant.ref.file}:{invariant.ref.line}"] = None
    return list(found)


def _parts(scene: Scene) -> Iterator[tuple[str, list[Expression], list[Text]]]:
    """The expressions and texts of a scene by itself, and of each of its choices."""
    lines = list(walk.lines(scene.script))
    asked = [line.condition.expression for line in lines if isinstance(line, When)]
    texts = [text for line in lines for text in walk.texts_of_line(line)]
    title = [scene.title] if scene.title is not None else []
    yield scene.id, [*asked, *walk.expressions_of_effects(scene.enter), *_guards(scene.goto)], [*title, *texts]
    for choice in scene.choices:
        own = [choice.when.expression] if choice.when is not None else []
        said = [choice.text, *([choice.locked] if choice.locked is not None else [])]
        yield (
            f"{scene.id}.{choice.id}",
            [*own, *walk.expressions_of_effects(choice.do), *_guards(choice.goto)],
            said,
        )


def _guards(branches: Iterable[Branch]) -> list[Expression]:
    return list(walk.guards(branches))


def _asks(root: Expression, variable: str) -> bool:
    return any(isinstance(node, VariableValue) and node.name == variable for node in walk.expressions(root))


def _shows(text: Text, variable: str) -> bool:
    if text.is_plain:
        return False
    for part in walk.parts(text):
        if isinstance(part, Insert) and part.variable == variable:
            return True
        if isinstance(part, Either) and _asks(part.condition.expression, variable):
            return True
    return False


def ways_to(story: Story) -> dict[str, list[str]]:
    """Scene to what leads there: `scene.choice`, or a scene that goes on by itself; each once."""
    found: dict[str, dict[str, None]] = {}
    for scene in story.scenes.values():
        exits = [(scene.id, scene.goto), *((f"{scene.id}.{choice.id}", choice.goto) for choice in scene.choices)]
        for holder, branches in exits:
            for branch in branches:
                found.setdefault(branch.to, {})[holder] = None
    return {target: list(holders) for target, holders in found.items()}


def words_of(scene: Scene) -> int:
    """The words of a scene's lines, those of snippets too, without its choices."""
    said = [text for line in walk.lines(scene.script) for text in walk.texts_of_line(line)]
    return sum(map(words_in, said))
