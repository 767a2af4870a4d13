"""Reads scenes with their choices. Knows nothing of files, or of how lines and ways out are spelled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count
from sys import intern
from typing import TypeAlias

from game.model.story import Choice, Scene
from game.model.text import Text

from .context import Context
from .exits import ExitReader
from .fields import text_of
from .findings import Findings
from .nodes import ListNode, MappingNode, Node
from .references import Target
from .scalar import Scalar
from .schema import CHOICE, CHOICES, IDS, SCENE
from .script_lines import ScriptReader

_NO_TEXT = Text("", ())


class SceneReader:
    """Reads the scenes of one story, one by one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._fields = context.fields
        self._wording = context.wording
        self._references = context.references
        self._exits = ExitReader(context)
        self._script = ScriptReader(context)

    def scene(self, key: Scalar, node: Node) -> Scene:
        """The scene under `key`, as far as it could be read."""
        values = self._fields.read(node, SCENE, key, key.text)
        sites = count()
        return Scene(
            id=intern(key.text),
            title=self._text(values["title"], sites) if "title" in values else None,
            you=self._named(values["you"], Target.CHARACTER) if "you" in values else None,
            place=self._named(values["place"], Target.PLACE) if "place" in values else None,
            beats=self._beats(values["beats"]) if "beats" in values else (),
            enter=self._wording.effects(values["enter"]) if "enter" in values else (),
            script=self._script.lines(values["script"], sites) if "script" in values else (),
            choices=self._choices(values["choices"], sites) if "choices" in values else (),
            goto=self._exits.goto(values["goto"], node) if "goto" in values else (),
            ending=self._named(values["ending"], Target.ENDING) if "ending" in values else None,
            timer=self._exits.timer(values["timer"], values.get("choices")) if "timer" in values else None,
            was=self._was(values["was"]) if "was" in values else (),
            notes=text_of(values, "notes") or "",
            ref=key.ref,
        )

    def _text(self, node: Node, sites: Iterator[int]) -> Text | None:
        return self._wording.text(node, sites) if isinstance(node, Scalar) else None

    def _named(self, node: Node, target: Target) -> str | None:
        return self._references.check(target, node) if isinstance(node, Scalar) else None

    def _beats(self, node: Node) -> tuple[str, ...]:
        return tuple(self._references.check(Target.BEAT, beat) for beat in self._fields.texts(node, IDS, "a beat"))

    def _choices(self, node: Node, sites: Iterator[int]) -> tuple[Choice, ...]:
        entries = list(self._fields.entries(node, CHOICES, "choice"))
        choices = [self._choice(key, value, sites) for key, value in entries]
        formers = former_ids(entries)
        if formers:
            check_former(formers, {key.text for key, _ in entries}, "choice", self._context.findings)
        return tuple(choices)

    def _was(self, node: Node) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self._fields.texts(node, IDS, "a former id"))

    def _choice(self, key: Scalar, node: Node, sites: Iterator[int]) -> Choice:
        values = self._fields.read(node, CHOICE, key, key.text)
        text = (self._text(values["text"], sites) if "text" in values else None) or _NO_TEXT
        goto = self._exits.goto(values["goto"], node) if "goto" in values else ()
        guard = values.get("when")
        when = self._wording.condition(guard) if isinstance(guard, Scalar) else None
        do = self._wording.effects(values["do"]) if "do" in values else ()
        once = "once" in values and text_of(values, "once") == "true"
        locked = self._text(values["locked"], sites) if "locked" in values else None
        was = self._was(values["was"]) if "was" in values else ()
        # By place: by name is a tenth slower for the whole, of which there are more than of anything but texts.
        return Choice(intern(key.text), text, goto, when, do, once, locked, was, key.ref)


def choice_ids(node: Node) -> tuple[str, ...]:
    """The ids of a scene's choices, before it is read."""
    choices = node.values.get("choices") if isinstance(node, MappingNode) else None
    return tuple(choices.values) if isinstance(choices, MappingNode) else ()


Former: TypeAlias = tuple[str, Scalar]
"""An id, and one that stands for it under `was`."""


def former_ids(entries: Iterable[tuple[Scalar, Node]]) -> list[Former]:
    """All that stands under `was`, fit or not."""
    return [
        (owner.text, item)
        for owner, node in entries
        if isinstance(node, MappingNode) and (value := node.values.get("was")) is not None
        for item in (value.items if isinstance(value, ListNode) else (value,))
        if isinstance(item, Scalar)
    ]


def check_former(formers: Iterable[Former], living: Collection[str], words: str, findings: Findings) -> None:
    """Note the former ids that are still in use, or that two scenes or choices claim."""
    claimed: dict[str, str] = {}
    for owner, former in formers:
        if former.text in living:
            message = f'"{former.text}" is the id of a {words} there is, so it cannot be what "{owner}" was'
            findings.at("E237", former, message)
        elif claimed.setdefault(former.text, owner) != owner:
            message = f'"{former.text}" is already said to have become "{claimed[former.text]}"'
            findings.at("E238", former, message)
