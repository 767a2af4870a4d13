"""Finds, scene by scene, which values of a variable can still be told apart by anything that may come. Knows no search.

From what is asked last, back to the start: a condition splits the values it reads, an effect carries the split back
through what it does (counting on, and stopping at the bounds, included), until nothing changes any more. Two states
with the same classes go on alike for ever: the same offers, texts, invariants and endings with the same chances.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import prod
from typing import TypeAlias

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
    Not,
    VariableValue,
)
from game.model.invariant import Invariant
from game.model.story import Branch, Choice, Scene
from game.tools.components import components

from .fields import Fields
from .partitions import Partition, cut_at, identity, of_labels, refine, shifted, single_out
from .texts import conditions_in

Splits: TypeAlias = dict[int, Partition]
"""Field to its classes; a field that is not there is not told apart at all."""

JOINT = 4096
"""How many combinations of values are tried out to split fields that are asked about together."""


TURNED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""What a comparison says when its sides change places."""


class Apart:
    """What is told apart once a scene was entered."""

    def __init__(
        self, fields: Fields, invariants: Sequence[Invariant] = (), *, everything: bool = False, texts: bool = True
    ) -> None:
        """`everything` tells all values apart, as if each were asked about to the very end.

        Without `texts` nothing is told apart for what the text alone asks: the ways are the same, the states far fewer.
        """
        self._fields = fields
        self._known: dict[int, tuple[Expression, Splits]] = {}
        scenes = fields.rules.story.scenes
        self.scenes: dict[str, Splits] = {}
        if everything:
            whole = {field: identity(size) for field, size in enumerate(fields.sizes) if size > 1}
            self.scenes = dict.fromkeys(scenes, whole)
            return
        everywhere = self._asked(each.always for each in invariants if each.at is None)
        for scene in scenes.values():
            here = [each.always for each in invariants if each.at == scene.id]
            shown = conditions_in(scene) if texts else ()
            self.scenes[scene.id] = joined(everywhere, self._asked([*shown, *here]))
        self._settle(list(scenes.values()))

    def _settle(self, scenes: list[Scene]) -> None:
        number = {scene.id: place for place, scene in enumerate(scenes)}
        leads = [[number[way.to] for way in ways_of(scene)] for scene in scenes]
        for part in components(range(len(scenes)), leads.__getitem__):
            changed = True
            while changed:
                changed = False
                for scene in (scenes[place] for place in part):
                    before = self.scenes[scene.id]
                    after = joined(before, self._leaving(scene))
                    if after != before:
                        self.scenes[scene.id] = after
                        changed = len(part) > 1 or part[0] in leads[part[0]]

    def _leaving(self, scene: Scene) -> Splits:
        splits = self._leading(scene.goto)
        for choice in scene.choices:
            splits = joined(splits, self._taking(scene, choice))
        return splits

    def _taking(self, scene: Scene, choice: Choice) -> Splits:
        mark = self._fields.mark(Mark.CHOSE, f"{scene.id}.{choice.id}")
        splits = without(self.doing(choice.do, self._leading(choice.goto)), mark)
        if choice.when is not None:
            splits = joined(splits, self.asking(choice.when.expression))
        return joined(splits, {mark: identity(2)}) if choice.once and mark is not None else splits

    def _leading(self, ways: Iterable[Branch]) -> Splits:
        splits: Splits = {}
        scenes = self._fields.rules.story.scenes
        for way in ways:
            target = scenes[way.to]
            entered = without(self.doing(target.enter, self.scenes[way.to]), self._fields.mark(Mark.SEEN, way.to))
            splits = joined(splits, entered)
            if way.when is not None:
                splits = joined(splits, self.asking(way.when.expression))
        return splits

    def doing(self, effects: Sequence[Effect], splits: Splits) -> Splits:
        """What is told apart before these effects, given what is after them."""
        for effect in reversed(effects):
            if isinstance(effect, Assignment):
                splits = self._assigning(effect, splits)
            elif any(self._fields.number[each.variable] in splits for each in effect.do):
                done = self.doing(effect.do, splits)
                splits = joined(joined(splits, done), self.asking(effect.when.expression))
        return splits

    def _assigning(self, effect: Assignment, splits: Splits) -> Splits:
        field = self._fields.number[effect.variable]
        after = splits.get(field)
        if after is None:
            return splits
        before = without(splits, field)
        step = constant_step(effect)
        if step is not None:
            kept = shifted(after, after.size, step)
            return before if kept.is_whole else {**before, field: kept}
        expression = effect.expression
        if effect.operator != "=":
            expression = Arithmetic(effect.operator[0], VariableValue(effect.variable), expression)
        return joined(before, self._giving(expression, field, after))

    def _giving(self, node: Expression, field: int, after: Partition) -> Splits:
        """What tells apart the class of the value that an expression gives a field."""
        fields = self._fields
        match node:
            case Literal():
                return {}
            case VariableValue(name) if isinstance(domain := fields.domains[fields.number[name]], range):
                own = fields.domains[field]
                kept = shifted(after, len(domain), domain[0] - own[0])  # type: ignore[operator]
                return {} if kept.is_whole else {fields.number[name]: kept}
            case Conditional():
                sides = joined(self._giving(node.then, field, after), self._giving(node.otherwise, field, after))
                return joined(sides, self.asking(node.condition))
        if fields.domains[field] == (False, True) and not isinstance(node, VariableValue):
            return self.asking(node)
        return self._together(node, lambda value: after.of(fields.place_of(field, value)))  # type: ignore[arg-type]

    def asking(self, node: Expression) -> Splits:
        """What a condition tells apart."""
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = node, self._split(node)
        return known[1]

    def _split(self, node: Expression) -> Splits:  # noqa: PLR0911 - one return for each shape
        match node:
            case Literal():
                return {}
            case Not(operand):
                return self.asking(operand)
            case Logic(_, operands):
                return self._all(operands)
            case Conditional(then, condition, otherwise):
                return self._all((then, condition, otherwise))
            case Comparison(operators, operands) if len(operators) > 1:
                pairs = zip(operators, operands, operands[1:], strict=False)
                return self._all([Comparison((sign,), (left, right)) for sign, left, right in pairs])
            case Comparison((sign,), (VariableValue(name), Literal(value))):
                return self._against(name, sign, value)
            case Comparison((sign,), (Literal(value), VariableValue(name))):
                return self._against(name, TURNED[sign], value)
            case Marked() | VariableValue():
                return {field: identity(2) for field in self._fields.read_by(node)}
        return self._together(node, bool)

    def _all(self, nodes: Iterable[Expression]) -> Splits:
        splits: Splits = {}
        for node in nodes:
            splits = joined(splits, self.asking(node))
        return splits

    def _against(self, name: str, sign: str, value: object) -> Splits:
        field = self._fields.number[name]
        domain = self._fields.domains[field]
        size = len(domain)
        if isinstance(domain, range) and isinstance(value, int):
            place = value - domain[0]
        else:
            place = list(domain).index(value) if value in domain else -1  # type: ignore[arg-type]
        if sign in {"==", "!="}:
            found = single_out(size, place)
        else:
            found = cut_at(size, [place if sign in {"<", ">="} else place + 1])
        return {} if found.is_whole else {field: found}

    def _together(self, node: Expression, name: Callable[[object], int]) -> Splits:
        """Try all combinations of what an expression reads; values differ where any combination tells them apart."""
        read = sorted(self._fields.read_by(node))
        sizes = [self._fields.sizes[field] for field in read]
        if prod(sizes) > JOINT:
            return {field: identity(size) for field, size in zip(read, sizes, strict=True) if size > 1}
        rows: list[dict[int, list[int]]] = [{} for _ in read]
        combinations = list(product(*map(range, sizes)))
        for places, value in zip(combinations, self._fields.values_over(node, read, combinations), strict=True):
            label = name(value)
            for row, place in zip(rows, places, strict=True):
                row.setdefault(place, []).append(label)
        splits = {}
        for field, row in zip(read, rows, strict=True):
            names: dict[tuple[int, ...], int] = {}
            labels = [names.setdefault(tuple(row[place]), len(names)) for place in range(self._fields.sizes[field])]
            if len(names) > 1:
                splits[field] = of_labels(len(labels), range(len(labels)), labels)
        return splits

    def _asked(self, conditions: Iterable[Condition]) -> Splits:
        return self._all(condition.expression for condition in conditions)


def joined(one: Splits, other: Splits) -> Splits:
    """What either tells apart."""
    if not one or not other:
        return one or other
    both = dict(one)
    for field, partition in other.items():
        mine = both.get(field)
        if mine is None:
            both[field] = partition
        elif mine is not partition:
            both[field] = refine(mine, partition)
    return both


def without(splits: Splits, field: int | None) -> Splits:
    """The same without one field."""
    return splits if field not in splits else {each: kept for each, kept in splits.items() if each != field}


def constant_step(effect: Assignment) -> int | None:
    """By how much an effect counts its variable on, None where it does something else."""
    if effect.operator == "=" or not isinstance(effect.expression, Literal):
        return None
    value = int(effect.expression.value)
    return value if effect.operator == "+=" else -value


def ways_of(scene: Scene) -> list[Branch]:
    """Every way out of a scene."""
    return [*scene.goto, *(way for choice in scene.choices for way in choice.goto)]


def deciding(effects: Sequence[Effect], fields: Fields) -> frozenset[int]:
    """The fields whose values decide what effects do, other than a count's own that is counted on."""
    found: frozenset[int] = frozenset()
    for effect in effects:
        if isinstance(effect, GuardedEffects):
            found |= fields.read_by(effect.when.expression) | deciding(effect.do, fields)
        elif constant_step(effect) is None:
            found |= fields.read_by(effect.expression)
            if effect.operator != "=":
                found |= {fields.number[effect.variable]}
    return found
