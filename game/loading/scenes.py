"""Reads scenes with their choices. Knows nothing of files, or of how lines and ways out are spelled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count

from game.model.story import Choice, Scene
from game.model.text import Text

from .context import Context
from .exits import ExitReader
from .fields import scalar_of, text_of
from .findings import Findings
from .nodes import ListNode, MappingNode, Node
from .references import Target
from .scalar import Scalar
from .schema import CHOICE, CHOICES, IDS, SCENE
from .script_lines import ScriptReader


class SceneReader:
    """Reads the scenes of one story, one by one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._fields = context.fields
        self._wording = context.wording
        self._references = context.references
        self._exits = ExitReader(context)

    def scene(self, key: Scalar, node: Node) -> Scene:
        """The scene under `key`, as far as it could be read."""
        values = self._fields.read(node, SCENE, key, key.text)
        sites = count()
        return Scene(
            id=key.text,
            title=self._text(values, "title", sites),
            you=self._named(values, "you", Target.CHARACTER),
            place=self._named(values, "place", Target.PLACE),
            beats=self._beats(values.get("beats")),
            enter=self._wording.effects(values.get("enter")),
            script=ScriptReader(self._context, sites).lines(values.get("script")),
            choices=tuple(self._choices(values.get("choices"), sites)),
            goto=self._exits.goto(values.get("goto"), node),
            ending=self._named(values, "ending", Target.ENDING),
            timer=self._exits.timer(values.get("timer"), values.get("choices")),
            was=self._was(values),
            notes=text_of(values, "notes") or "",
            ref=key.ref,
        )

    def _text(self, values: dict[str, Node], key: str, sites: Iterator[int]) -> Text | None:
        scalar = scalar_of(values, key)
        return self._wording.text(scalar, sites) if scalar is not None else None

    def _named(self, values: dict[str, Node], key: str, target: Target) -> str | None:
        scalar = scalar_of(values, key)
        return self._references.check(target, scalar) if scalar is not None else None

    def _beats(self, node: Node | None) -> tuple[str, ...]:
        return tuple(self._references.check(Target.BEAT, beat) for beat in self._fields.texts(node, IDS, "a beat"))

    def _choices(self, node: Node | None, sites: Iterator[int]) -> list[Choice]:
        entries = list(self._fields.entries(node, CHOICES, "choice"))
        choices = [self._choice(key, value, sites) for key, value in entries]
        check_former(entries, {key.text for key, _ in entries}, "choice", self._context.findings)
        return choices

    def _was(self, values: dict[str, Node]) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self._fields.texts(values.get("was"), IDS, "a former id"))

    def _choice(self, key: Scalar, node: Node, sites: Iterator[int]) -> Choice:
        values = self._fields.read(node, CHOICE, key, key.text)
        return Choice(
            id=key.text,
            text=self._text(values, "text", sites) or Text("", ()),
            goto=self._exits.goto(values.get("goto"), node),
            when=self._wording.condition(scalar_of(values, "when")),
            do=self._wording.effects(values.get("do")),
            once=text_of(values, "once") == "true",
            locked=self._text(values, "locked", sites),
            was=self._was(values),
            ref=key.ref,
        )


def choice_ids(node: Node) -> tuple[str, ...]:
    """The ids of a scene's choices, before it is read."""
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    choices = next((value for key, value in pairs if key.text == "choices"), None)
    return tuple(key.text for key, _ in choices.pairs) if isinstance(choices, MappingNode) else ()


def check_former(
    entries: Iterable[tuple[Scalar, Node]], living: Collection[str], words: str, findings: Findings
) -> None:
    """Note the ids under `was` that are still in use, or that two of the entries claim."""
    claimed: dict[str, str] = {}
    for key, node in entries:
        for former in _former_ids(node):
            if former.text in living:
                message = f'"{former.text}" is the id of a {words} there is, so it cannot be what "{key.text}" was'
                findings.at("E237", former, message)
            elif claimed.setdefault(former.text, key.text) != key.text:
                message = f'"{former.text}" is already said to have become "{claimed[former.text]}"'
                findings.at("E238", former, message)


def _former_ids(node: Node) -> list[Scalar]:
    """The texts under a mapping's `was`."""
    values = [value for key, value in node.pairs if key.text == "was"] if isinstance(node, MappingNode) else []
    items = [item for value in values for item in (value.items if isinstance(value, ListNode) else (value,))]
    return [item for item in items if isinstance(item, Scalar)]
