"""Plans the renaming of one thing throughout a story: what changes where, or why it can't be. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.errors import UsageError
from game.model.edit import Edit
from game.model.script import POSITIONS
from game.model.source import SourceRef
from game.model.story import Story

from .names import RESERVED, did_you_mean
from .nodes import ListNode, MappingNode, Node
from .occurrences import Name, NameKind, Occurrence, Role
from .scalar import Scalar, Style
from .schema import ID, RESERVED_FOR_CAST

_OWNED = (NameKind.CHOICE, NameKind.EXPRESSION)
_KEEPS_FORMER = (NameKind.SCENE, NameKind.CHOICE, NameKind.ENDING)
_RESERVED: dict[NameKind, Collection[str]] = {
    NameKind.VARIABLE: RESERVED,
    NameKind.VALUE: RESERVED,
    NameKind.CAST: RESERVED_FOR_CAST,
    NameKind.EXPRESSION: POSITIONS,
}


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be called `new`."""

    name: Name
    new: str


def renaming(story: Story, found: Iterable[Occurrence], kind: str, old: str, new: str) -> Renaming:
    """What was asked for, held against the story and everything found in it. Raises UsageError where it can't be."""
    there = [one for one in found if one.role is Role.DECLARED or one.name.kind is NameKind.EXPRESSION]
    name = _asked(story, NameKind(kind), old, there)
    new = new.removeprefix(f"{name.owner}.") if name.kind in _OWNED else new
    if ID.text is None or not ID.text.regex.fullmatch(new):
        raise UsageError(f'"{new[:60]}" is no id', "an id is made of a-z, 0-9 and _, and starts with a letter")
    if new == name.id:
        raise UsageError(f'the {kind} is called "{new}" already')
    if new in _RESERVED.get(name.kind, ()):
        raise UsageError(f'no {kind} can be called "{new}": it means something of its own')
    _check_free(story, name, new, there)
    return Renaming(name, new)


def edits(asked: Renaming, found: Iterable[Occurrence]) -> tuple[Edit, ...]:
    """Every change that the renaming takes. Raises UsageError for a name that was typed with escapes over two lines."""
    found = list(found)
    made = [edit for occurrence in found for edit in _edits(asked, occurrence)]
    if asked.name.kind in _KEEPS_FORMER and not any(_is_own_former(asked, occurrence) for occurrence in found):
        made += [
            _keeping(occurrence.body, asked.name.id)
            for occurrence in found
            if occurrence.role is Role.DECLARED and occurrence.name == asked.name and occurrence.body is not None
        ]
    return tuple(made)


def _edits(asked: Renaming, occurrence: Occurrence) -> Iterator[Edit]:
    if occurrence.role is not Role.FORMER and occurrence.name == asked.name:
        if not occurrence.length:
            raise UsageError(f"{occurrence.ref}: the name is broken over two lines here", "write it on one line first")
        yield Edit(occurrence.ref, occurrence.length, asked.new)
    elif _is_own_former(asked, occurrence):
        yield Edit(occurrence.ref, occurrence.length, asked.name.id)


def _is_own_former(asked: Renaming, occurrence: Occurrence) -> bool:
    """Whether this `was` names what the thing is now to be called again."""
    return occurrence.role is Role.FORMER and occurrence.name == replace(asked.name, id=asked.new)


def _keeping(body: Node, old: str) -> Edit:
    """The change that adds `old` to the `was` of what has that body."""
    was = body.values.get("was") if isinstance(body, MappingNode) else None
    if isinstance(was, ListNode):
        if was.flow:
            return Edit(_after_opening(was), 0, f"{old}, " if was.items else old)
        return Edit(was.ref, 0, f"- {old}\n{' ' * was.column}")
    if isinstance(was, Scalar):
        quotes = 0 if was.style is Style.PLAIN else 2
        return Edit(was.ref, len(was.text) + quotes, f"[{old}, {was.text}]")
    if isinstance(body, MappingNode) and body.flow:
        return Edit(_after_opening(body), 0, f"was: [{old}], ")
    return Edit(body.ref, 0, f"was: [{old}]\n{' ' * (body.ref.column - 1)}")


def _after_opening(node: ListNode | MappingNode) -> SourceRef:
    """The place behind its bracket or brace."""
    return replace(node.ref, column=node.ref.column + 1)


def _asked(story: Story, kind: NameKind, typed: str, there: Iterable[Occurrence]) -> Name:
    """The name that was typed. Raises UsageError where there is no such thing, with the nearest there is."""
    owner, dot, id_ = typed.rpartition(".")
    name = Name(kind, id_, owner if kind in _OWNED else "")
    if kind is NameKind.VALUE:
        name = _value(story, owner, id_)
    elif (dot != "") != (kind in _OWNED):
        form = {NameKind.CHOICE: "scene.choice", NameKind.EXPRESSION: "who.expression"}.get(kind, "by its id alone")
        raise UsageError(f'"{typed[:60]}" is no {kind.value}', f"a {kind.value} is written {form}")
    known = {one.name for one in there if one.name.kind is kind}
    if name not in known:
        raise UsageError(f'there is no {kind.value} "{typed[:60]}"', did_you_mean(typed, map(str, known)))
    return name


def _value(story: Story, owner: str, id_: str) -> Name:
    """A value, which its variable may be named with; then it must be that variable's alone."""
    holders = [variable.name for variable in story.variables if id_ in _values(story).get(variable.name, ())]
    if owner and owner not in holders:
        raise UsageError(f'"{id_}" is no value of "{owner}"', did_you_mean(owner, holders or _values(story)))
    if owner and len(holders) > 1:
        others = ", ".join(holder for holder in holders if holder != owner)
        message = f'"{id_}" is a value of {others} too, and conditions do not say whose they mean'
        raise UsageError(message, f"rename value {id_} renames it in all of them")
    return Name(NameKind.VALUE, id_)


def _values(story: Story) -> Mapping[str, Sequence[str]]:
    """The values of the variables whose values are names."""
    return {
        variable.name: [str(value) for value in variable.domain]
        for variable in story.variables
        if not (variable.is_number or variable.is_truth)
    }


def _check_free(story: Story, name: Name, new: str, there: Iterable[Occurrence]) -> None:
    """Hold a new name to those there are. Raises UsageError where it is taken, or was."""
    wanted = replace(name, id=new)
    for one in there:
        if one.name == wanted:
            raise UsageError(f'there is a {name.kind.value} "{wanted}" already, in {one.ref}')
        if one.name.id == new and {one.name.kind, name.kind} == {NameKind.VARIABLE, NameKind.VALUE}:
            raise UsageError(f'"{new}" is a {one.name.kind.value} already, in {one.ref}, and conditions see both')
    former = _former(story, name).get(new, name.id)
    if former != name.id:
        raise UsageError(f'"{new}" is what "{former}" was called before', "old saves and replays still mean that one")


def _former(story: Story, name: Name) -> dict[str, str]:
    """What the things beside the named one were called before, and what they are called now."""
    if name.kind is NameKind.SCENE:
        return {old: scene.id for scene in story.scenes.values() for old in scene.was}
    if name.kind is NameKind.CHOICE:
        return {old: choice.id for choice in story.scenes[name.owner].choices for old in choice.was}
    if name.kind is NameKind.ENDING:
        return {old: ending.id for ending in story.endings.values() for old in ending.was}
    return {}
