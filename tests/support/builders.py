"""Stories written in Python, for tests that must not depend on how YAML is read.

Conditions and effects are typed as text and parsed with Python's own grammar; a name in quotes is a value of a
`one_of`: `condition("trust > 2 and side == 'moon'")`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence

from game.model.expression import (
    Arithmetic,
    Assignment,
    Comparison,
    Condition,
    Conditional,
    Effect,
    Expression,
    GuardedEffects,
    Literal,
    Logic,
    Mark,
    Marked,
    Negative,
    Not,
    Value,
    VariableValue,
)
from game.model.script import Line, Narration
from game.model.story import Branch, Choice, Ending, Scene, Story, Variable
from game.model.text import Text

_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_COMPARISON = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


def condition(source: str) -> Condition:
    """The condition that `source` spells."""
    return Condition(source, _convert(ast.parse(source.strip(), mode="eval").body))


def effect(source: str) -> Assignment:
    """The effect that `source` spells: `x = e`, `x += e` or `x -= e`."""
    statement = ast.parse(source.strip()).body[0]
    if isinstance(statement, ast.AugAssign):
        operator = _ARITHMETIC[type(statement.op)] + "="
        target: ast.expr = statement.target
    else:
        assert isinstance(statement, ast.Assign)
        operator, target = "=", statement.targets[0]
    assert isinstance(target, ast.Name)
    return Assignment(source, target.id, operator, _convert(statement.value))


def effects(*sources: str | tuple[str, str]) -> tuple[Effect, ...]:
    """Effects in order; a pair is `{when, do}`, its effects parted by `;`."""
    return tuple(effect(source) if isinstance(source, str) else _guarded(*source) for source in sources)


def _guarded(when: str, do: str) -> GuardedEffects:
    return GuardedEffects(condition(when), tuple(effect(source) for source in do.split(";")))


def text(words: str) -> Text:
    """Plain text."""
    return Text(words)


def number(name: str, low: int, high: int, default: int = 0) -> Variable:
    """A variable declared with `range: low..high`."""
    return Variable(name, range(low, high + 1), default)


def truth(name: str, default: bool = False) -> Variable:
    """A truth value."""
    return Variable(name, (False, True), default)


def one_of(name: str, *values: str) -> Variable:
    """A name out of a list; the first is the default."""
    return Variable(name, values, values[0])


Goto = str | Sequence[tuple[str, str] | str]
"""A scene id, or pairs of condition and scene id closed by a scene id."""


def branches(goto: Goto) -> tuple[Branch, ...]:
    """The branches of a `goto`."""
    if isinstance(goto, str):
        return (Branch(goto),)
    return tuple(Branch(way) if isinstance(way, str) else Branch(way[1], condition(way[0])) for way in goto)


def choice(
    name: str,
    goto: Goto,
    when: str | None = None,
    do: Iterable[str | tuple[str, str]] = (),
    *,
    once: bool = False,
    locked: str | None = None,
    was: tuple[str, ...] = (),
) -> Choice:
    """A choice whose text is its id in words."""
    return Choice(
        name,
        text(name.replace("_", " ")),
        branches(goto),
        None if when is None else condition(when),
        effects(*do),
        once,
        None if locked is None else text(locked),
        was,
    )


def scene(
    name: str,
    *choices: Choice,
    goto: Goto | None = None,
    ending: str | None = None,
    enter: Iterable[str | tuple[str, str]] = (),
    script: Iterable[Line | str] | None = None,
    was: tuple[str, ...] = (),
) -> Scene:
    """A scene; without `script` it says its own id."""
    lines = (name.replace("_", " ") + ".",) if script is None else script
    return Scene(
        name,
        tuple(Narration(text(line)) if isinstance(line, str) else line for line in lines),
        choices,
        () if goto is None else branches(goto),
        ending,
        enter=effects(*enter),
        was=was,
    )


def story(
    *scenes: Scene, variables: Iterable[Variable] = (), endings: Iterable[str] = (), start: str | None = None
) -> Story:
    """A story of these scenes; it starts in the first and declares the endings they name, and `endings` besides."""
    named = [*dict.fromkeys([*(scene.ending for scene in scenes if scene.ending is not None), *endings])]
    return Story(
        title="A test",
        start=start or scenes[0].id,
        scenes={scene.id: scene for scene in scenes},
        variables=tuple(variables),
        endings={name: Ending(name, name.replace("_", " "), "alternate") for name in named},
    )


def values(**given: Value) -> Mapping[str, Value]:
    """Values by variable name."""
    return given


def _convert(node: ast.expr) -> Expression:  # noqa: PLR0911 - one return for each shape
    match node:
        case ast.Constant(value=bool() | int() | str() as value):
            return Literal(value)
        case ast.Name(id="true" | "false" as word):
            return Literal(word == "true")
        case ast.Name(id=name):
            return VariableValue(name)
        case ast.UnaryOp(op=ast.Not()):
            return Not(_convert(node.operand))
        case ast.UnaryOp(op=ast.USub()):
            return Negative(_convert(node.operand))
        case ast.BinOp():
            return Arithmetic(_ARITHMETIC[type(node.op)], _convert(node.left), _convert(node.right))
        case ast.BoolOp():
            return Logic("and" if isinstance(node.op, ast.And) else "or", tuple(map(_convert, node.values)))
        case ast.Compare():
            operands = tuple(map(_convert, [node.left, *node.comparators]))
            return Comparison(tuple(_COMPARISON[type(operator)] for operator in node.ops), operands)
        case ast.IfExp():
            return Conditional(_convert(node.body), _convert(node.test), _convert(node.orelse))
        case ast.Call(func=ast.Name(id=mark), args=[argument]):
            return Marked(Mark(mark), ast.unparse(argument))
    raise ValueError(f"no expression of the story's language: {ast.unparse(node)}")
