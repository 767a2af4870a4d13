"""Reads the ways out of scenes and choices: `goto` in both forms, and timers. Knows nothing of the rest of a scene."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeGuard

from game.model.story import Branch, Timer

from .context import Context
from .fields import scalar_of
from .nodes import ListNode, MappingNode, Node
from .scalar import Scalar
from .schema import BRANCH, GOTO, TIMED


class ExitReader:
    """Reads the ways out of one story's scenes."""

    def __init__(self, context: Context) -> None:
        self._fields = context.fields
        self._wording = context.wording
        self._findings = context.findings

    def goto(self, node: Node, holder: Node) -> tuple[Branch, ...]:
        """The branches of a `goto`; `holder` is the mapping in which its key stands."""
        if isinstance(node, Scalar):
            return (Branch(self._findings.names_scene(node), None, node.ref),)
        if not isinstance(node, ListNode):
            return ()
        self._check_end(node, holder)
        return tuple(map(self._branch, self._fields.items(node, GOTO, "a branch")))

    def _branch(self, node: Node) -> Branch:
        values = self._fields.read(node, BRANCH, node)
        to, when = scalar_of(values, "to"), scalar_of(values, "when")
        target = self._findings.names_scene(to) if to is not None else ""
        return Branch(target, self._wording.condition(when) if when is not None else None, node.ref)

    def _check_end(self, node: ListNode, holder: Node) -> None:
        """Hold a list to its form: branches with a condition, then one without."""
        for branch, after in zip(node.items, node.items[1:], strict=False):
            if _is_open(branch):
                message = f"the branch in line {branch.ref.line} has no condition, so this one is never taken"
                self._findings.at("E234", after, message)
                return
        if isinstance(node.items[-1], MappingNode) and not _is_open(node.items[-1]):
            message = "this list does not say where to go when none of its conditions holds"
            self._findings.at("E233", key_of(holder, "goto", node), message)

    def timer(self, node: Node, choices: Node | None) -> Timer | None:
        """The timer beside those choices."""
        values = self._fields.read(node, TIMED, node)
        seconds, choice = scalar_of(values, "seconds"), scalar_of(values, "choice")
        if choice is not None and isinstance(choices, MappingNode):
            self._check_timed(choice, choices.values)
        if seconds is not None and float(seconds.text) == 0:
            self._findings.at("E208", seconds, "a timer needs more than no seconds")
        return Timer(float(seconds.text), choice.text, node.ref) if seconds and choice else None

    def _check_timed(self, choice: Scalar, known: Collection[str]) -> None:
        if choice.text not in known:
            message = f'this scene has no choice "{choice.text}"'
            self._findings.at("E231", choice, message, self._findings.suggest(choice.text, known))


def key_of(holder: Node, name: str, otherwise: Node) -> Node:
    """The key of that name in a mapping."""
    if not isinstance(holder, MappingNode):
        return otherwise
    return next((key for key in holder.keys if key.text == name), otherwise)


def _is_open(branch: Node) -> TypeGuard[MappingNode]:
    """Whether it is a branch that is always taken."""
    return isinstance(branch, MappingNode) and "when" not in branch.values
