"""Ids that scenes, choices and endings had before (`was`), for what was written down then. Knows nothing of saves."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from game.model.expression import (
    Arithmetic,
    Comparison,
    Condition,
    Conditional,
    Expression,
    Literal,
    Logic,
    Mark,
    Marked,
    Negative,
    Not,
    VariableValue,
)
from game.model.overview import overview
from game.model.story import Story


class Renames:
    """What every id of a story is called today. An id that is not the story's, and never was, stays as it is."""

    def __init__(self, story: Story) -> None:
        """Gather the former ids of a story."""
        found = overview(story.scenes)
        self._scenes = dict(found.scenes)
        self._choices = dict(found.choices)
        self._endings = {old: ending.id for ending in story.endings.values() for old in ending.was}

    def scene(self, scene_id: str) -> str:
        """The scene's id today."""
        return self._scenes.get(scene_id, scene_id)

    def choice(self, scene_id: str, choice_id: str) -> str:
        """The id today of a choice of that scene."""
        return self._choices.get((self.scene(scene_id), choice_id), choice_id)

    def ending(self, ending_id: str) -> str:
        """The ending's id today."""
        return self._endings.get(ending_id, ending_id)

    def pair(self, scene_choice: str) -> str:
        """`scene.choice` as it is called today."""
        scene, _, choice = scene_choice.partition(".")
        return f"{self.scene(scene)}.{self.choice(scene, choice)}"

    def condition(self, condition: Condition) -> Condition:
        """The condition in today's ids."""
        return replace(condition, expression=self._expression(condition.expression))

    def _expression(self, node: Expression) -> Expression:
        match node:
            case Literal() | VariableValue():
                return node
            case Marked():
                return replace(node, target=self._target(node))
            case Negative() | Not():
                return replace(node, operand=self._expression(node.operand))
            case Arithmetic():
                return replace(node, left=self._expression(node.left), right=self._expression(node.right))
            case Comparison() | Logic():
                return replace(node, operands=tuple(map(self._expression, node.operands)))
            case Conditional():
                return replace(
                    node,
                    then=self._expression(node.then),
                    condition=self._expression(node.condition),
                    otherwise=self._expression(node.otherwise),
                )
            case _:
                assert_never(node)

    def _target(self, node: Marked) -> str:
        match node.mark:
            case Mark.SEEN:
                return self.scene(node.target)
            case Mark.CHOSE:
                return self.pair(node.target)
            case Mark.REACHED:
                return self.ending(node.target)
            case _:
                assert_never(node.mark)
