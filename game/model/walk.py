"""Visits every part of a story. Knows nothing of what the parts mean.

Nothing here goes deeper than a script may be nested (50 levels), however long or deep an expression or a text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .expression import (
    Arithmetic,
    Comparison,
    Condition,
    Conditional,
    Effect,
    Expression,
    GuardedEffects,
    Literal,
    Logic,
    Marked,
    Negative,
    Not,
    VariableValue,
)
from .script import Hard, Include, Line, Narration, Speech, When
from .story import Branch, Scene
from .text import Alternatives, Either, Emphasis, Part, Plain, Text

_NESTING = frozenset({When, Include})
"""The lines that hold others."""


def operands(node: Expression) -> tuple[Expression, ...]:
    """The parts right below an expression."""
    match node:
        case Literal() | VariableValue() | Marked():
            return ()
        case Negative(operand) | Not(operand):
            return (operand,)
        case Arithmetic(_, left, right):
            return (left, right)
        case Comparison(_, parts) | Logic(_, parts):
            return parts
        case Conditional(then, condition, otherwise):
            return (then, condition, otherwise)


def expressions(root: Expression) -> Iterator[Expression]:
    """The expression and everything below it, from left to right."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(operands(node)))


def lines(script: Sequence[Line]) -> Sequence[Line]:
    """Every line of a script, those inside `when` and `include` too, in the order of the page."""
    if _NESTING.isdisjoint(map(type, script)):
        return script
    found: list[Line] = []
    for line in script:
        found.append(line)
        if isinstance(line, When):
            found += [*lines(line.then), *lines(line.otherwise)]
        elif isinstance(line, Include):
            found += lines(line.lines)
    return found


def texts_of_line(line: Line) -> tuple[Text, ...]:
    """The texts of one line, without those of lines inside it."""
    if isinstance(line, (Narration, Speech)):
        return (line.text,)
    return (line.text, line.soft) if isinstance(line, Hard) else ()


def texts(scene: Scene) -> list[Text]:
    """Every text of a scene: title, script, choices and their locked reasons."""
    found = [] if scene.title is None else [scene.title]
    for line in lines(scene.script):
        found += texts_of_line(line)
    for choice in scene.choices:
        found.append(choice.text)
        if choice.locked is not None:
            found.append(choice.locked)
    return found


def parts(text: Text) -> Iterator[Part]:
    """Every part of a text, those inside others too, from left to right."""
    stack = list(reversed(text.parts))
    while stack:
        part = stack.pop()
        yield part
        match part:
            case Plain():
                continue
            case Emphasis(inner):
                stack.extend(reversed(inner))
            case Either(_, then, otherwise):
                stack.extend(reversed((*then, *otherwise)))
            case Alternatives(_, choices):
                stack.extend(reversed([inner for choice in choices for inner in choice]))


def conditions_of_effects(effects: Iterable[Effect]) -> Iterator[Condition]:
    """The guards of effects."""
    return (effect.when for effect in effects if isinstance(effect, GuardedEffects))


def expressions_of_effects(effects: Iterable[Effect]) -> Iterator[Expression]:
    """What effects compute: their guards and the values that they set."""
    for effect in effects:
        if isinstance(effect, GuardedEffects):
            yield effect.when.expression
            yield from (assignment.expression for assignment in effect.do)
        else:
            yield effect.expression


def roots(scene: Scene) -> Iterator[Expression]:
    """Every expression of a scene, whole: guards, effects, conditions of lines and of text."""
    yield from expressions_of_effects(scene.enter)
    for choice in scene.choices:
        yield from expressions_of_effects(choice.do)
    yield from conditions(scene)


def decisions(scene: Scene) -> Iterator[Expression]:
    """Every expression that the way through the story can depend on: all but those of lines and texts."""
    yield from expressions_of_effects(scene.enter)
    for choice in scene.choices:
        yield from expressions_of_effects(choice.do)
        if choice.when is not None:
            yield choice.when.expression
        yield from guards(choice.goto)
    yield from guards(scene.goto)


def conditions(scene: Scene) -> Iterator[Expression]:
    """The conditions of a scene's lines, texts, choices and branches; those of effects are not among them."""
    for line in lines(scene.script):
        if isinstance(line, When):
            yield line.condition.expression
    for text in texts(scene):
        if not text.is_plain:
            yield from (part.condition.expression for part in parts(text) if isinstance(part, Either))
    for choice in scene.choices:
        if choice.when is not None:
            yield choice.when.expression
        yield from guards(choice.goto)
    yield from guards(scene.goto)


def guards(branches: Iterable[Branch]) -> Iterator[Expression]:
    """The conditions of branches."""
    return (branch.when.expression for branch in branches if branch.when is not None)
