"""Finds every place of a story's files where a name is declared or used. Knows nothing of what is done with them.

It walks the files by the schema's table, so that it looks wherever the loader does, and reads conditions, effects and
texts with the loader's own parsers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import count

from game.model import walk
from game.model.expression import Expression, Literal, Mark, Marked, VariableValue
from game.model.own_assets import holder_card
from game.model.script import POSITIONS
from game.model.source import SourceRef
from game.model.story import Story
from game.model.text import Either, Insert

from .expressions import parse_condition, parse_effect
from .files import FileKind
from .forms import Form
from .names import names_of
from .nodes import Document, ListNode, MappingNode, Node
from .scalar import Scalar
from .schema import CONDITION, FILES, INLINE, KINDS, LINE, LINE_KINDS, STEP_KINDS
from .text_parser import parse_text
from .tokens import Kind, tokenize


class NameKind(Enum):
    """What a name stands for; the values are what a person types."""

    SCENE = "scene"
    CHOICE = "choice"
    VARIABLE = "variable"
    VALUE = "value"
    ENDING = "ending"
    CAST = "cast"
    PLACE = "place"
    SNIPPET = "snippet"
    EXPRESSION = "expression"


@dataclass(frozen=True, slots=True)
class Name:
    """A name. `owner` is the scene of a choice, as it is called today, or the member of the cast of an expression."""

    kind: NameKind
    id: str
    owner: str = ""

    def __str__(self) -> str:
        return f"{self.owner}.{self.id}" if self.owner else self.id


class Role(Enum):
    """What a name does where it stands."""

    DECLARED = "declared"
    USED = "used"
    FORMER = "former"
    """Under `was`: the name of the id that this one has replaced."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a name: `length` characters at `ref`. `body` is what stands under a scene or choice declared there.

    `length` is longer than the name where it was typed with escapes.
    """

    name: Name
    role: Role
    ref: SourceRef
    length: int
    body: Node | None = field(default=None, compare=False, repr=False)


USES = {
    ("story", "start"): NameKind.SCENE,
    ("scene", "you"): NameKind.CAST,
    ("scene", "place"): NameKind.PLACE,
    ("scene", "ending"): NameKind.ENDING,
    ("scene", "goto"): NameKind.SCENE,
    ("choice", "goto"): NameKind.SCENE,
    ("branch", "to"): NameKind.SCENE,
    ("timer", "choice"): NameKind.CHOICE,
    ("line_hide", "hide"): NameKind.CAST,
    ("line_place", "place"): NameKind.PLACE,
    ("line_include", "include"): NameKind.SNIPPET,
    ("invariant", "at"): NameKind.SCENE,
    ("replay", "reached"): NameKind.ENDING,
    ("replay", "ending"): NameKind.ENDING,
    ("start", "scene"): NameKind.SCENE,
    ("step_at", "at"): NameKind.SCENE,
    ("step_offered", "offered"): NameKind.CHOICE,
    ("step_offered", "only"): NameKind.CHOICE,
    ("step_only", "only"): NameKind.CHOICE,
    ("step_not_offered", "not_offered"): NameKind.CHOICE,
}
"""What the text of a key names, by the kind of mapping and the key."""

_DECLARES = {
    ("scenes", ""): NameKind.SCENE,
    ("variables", ""): NameKind.VARIABLE,
    ("cast", ""): NameKind.CAST,
    ("places", ""): NameKind.PLACE,
    ("endings", ""): NameKind.ENDING,
    ("snippets", ""): NameKind.SNIPPET,
    ("scene", "choices"): NameKind.CHOICE,
    ("character", "portraits"): NameKind.EXPRESSION,
}
"""What the keys of a mapping from ids declare, by the kind of file or mapping, and the key."""

EFFECTS_KEYS = ("enter", "do")
_CARD = holder_card("")
_TRANSLATED = {kind.value for kind in (NameKind.CAST, NameKind.PLACE, NameKind.ENDING)}
"""With what the places of texts begin that stand outside of scenes and name something."""
_MARKS = {Mark.SEEN: NameKind.SCENE, Mark.REACHED: NameKind.ENDING}
_FORMS = {FileKind[file.name.upper()]: file for file in FILES if file.name != "assets"}


@dataclass(frozen=True, slots=True)
class _Where:
    """A place in the table: kind of mapping, key, and the scene or member of the cast around it."""

    kind: str
    key: str
    owner: str = ""


class Index:
    """Reads documents of one story and yields the names in them; what a document says wrong is passed over."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = names_of(story)
        self._former = names_of(story, former=True)
        self._today = {old: scene.id for scene in story.scenes.values() for old in (*scene.was, scene.id)}
        self._values = {
            variable.name: {str(value) for value in variable.domain}
            for variable in story.variables
            if not (variable.is_number or variable.is_truth)
        }

    def story_file(self, document: Document, kind: FileKind) -> Iterator[Occurrence]:
        """The names in a file of the story."""
        if document.root is not None:
            file = _FORMS[kind]
            yield from self._value(document.root, file.form, _Where(file.name, ""))

    def replay(self, document: Document, rests: Sequence[str]) -> Iterator[Occurrence]:
        """The names in a replay; `rests` are the scenes in which we are when each of its steps is come to.

        A step that is not come to names its choices' scene only as `scene.choice`.
        """
        names, self._names = self._names, self._former
        for key, value in document.root.pairs if isinstance(document.root, MappingNode) else ():
            known = KINDS["replay"].by_name.get(key.text)
            if key.text == "path" and isinstance(value, ListNode):
                for number, step in enumerate(value.items):
                    owner = rests[number] if number < len(rests) else ""
                    yield from self._step(step, owner)
            elif known is not None:
                yield from self._value(value, known.form, _Where("replay", key.text))
        self._names = names

    def text(self, scalar: Scalar) -> Iterator[Occurrence]:
        """The names in the braces of a text."""
        yield from self._text(scalar)

    def place_of_translation(self, scalar: Scalar) -> Iterator[Occurrence]:
        """The names in a translation's word for a place: a scene or snippet, `scene.choice`, `cast luna name`.

        What a scene and a snippet are both called says nothing of which is meant.
        """
        kind, space, rest = scalar.text.partition(" ")
        if space and kind in _TRANSLATED:
            yield _at(scalar, len(kind) + 1, Name(NameKind(kind), rest.partition(" ")[0]))
        elif not space and kind not in self._story.snippets:
            yield from self._pair(scalar, 0, kind)
        elif not space and kind not in self._today:
            yield _at(scalar, 0, Name(NameKind.SNIPPET, kind))

    def assets(self, document: Document) -> Iterator[Occurrence]:
        """The members of the cast whose cards a list of assets has."""
        for key, _ in document.root.pairs if isinstance(document.root, MappingNode) else ():
            who = key.text.removeprefix(_CARD)
            if key.text.startswith(_CARD) and who in self._story.cast:
                yield _at(key, len(_CARD), Name(NameKind.CAST, who))

    def _step(self, step: Node, owner: str) -> Iterator[Occurrence]:
        if isinstance(step, Scalar):
            yield from self._pair(step, 0, step.text)
        elif isinstance(step, MappingNode):
            yield from self._record(step, "step", owner)

    def _pair(self, scalar: Scalar, start: int, text: str) -> Iterator[Occurrence]:
        """`scene.choice`, written at an offset of the scalar."""
        scene, dot, choice = text.partition(".")
        yield _at(scalar, start, Name(NameKind.SCENE, scene))
        if dot:
            yield _at(scalar, start + len(scene) + 1, Name(NameKind.CHOICE, choice, self._today.get(scene, scene)))

    def _value(self, node: Node, form: Form, where: _Where) -> Iterator[Occurrence]:
        if isinstance(node, Scalar):
            yield from self._scalar(node, form, where)
        elif isinstance(node, ListNode) and form.items is not None:
            for item in node.items:
                yield from self._value(item, form.items, where)
        elif isinstance(node, MappingNode) and form.kind is not None:
            yield from self._record(node, form.kind, where.owner)
        elif isinstance(node, MappingNode) and form.entries is not None:
            yield from self._entries(node, form.entries, where)

    def _record(self, node: MappingNode, kind: str, owner: str) -> Iterator[Occurrence]:
        """A mapping with fixed keys, or a line of speech."""
        keys = list(node.values)
        if kind in ("line", "step"):
            kinds = LINE_KINDS if kind == "line" else STEP_KINDS
            found = next((name for name in kinds if name in keys), None)
            if found is None:
                yield from self._speech(*node.pairs[0]) if node.pairs else ()
                return
            kind = kinds[found].name
        for key, value in node.pairs:
            known = KINDS[kind].by_name.get(key.text)
            if known is not None:
                yield from self._value(value, known.form, _Where(kind, key.text, owner))

    def _entries(self, node: MappingNode, form: Form, where: _Where) -> Iterator[Occurrence]:
        """A mapping from ids: its keys, and what stands under them."""
        declares = _DECLARES.get((where.kind, where.key))
        for key, value in node.pairs:
            if declares is not None:
                inner = declares in (NameKind.CHOICE, NameKind.EXPRESSION)
                yield _at(key, 0, Name(declares, key.text, where.owner if inner else ""), Role.DECLARED, value)
                owner = where.owner if inner else key.text
                yield from self._value(value, form, _Where(where.kind, where.key, owner))
            elif (where.kind, where.key) == ("start", "set"):
                yield _at(key, 0, Name(NameKind.VARIABLE, key.text))
                yield from self._value_of(value, key.text, Role.USED)

    def _value_of(self, node: Node, variable: str, role: Role) -> Iterator[Occurrence]:
        """A value of a variable, where its values are names."""
        if isinstance(node, Scalar) and node.text in self._values.get(variable, ()):
            yield _at(node, 0, Name(NameKind.VALUE, node.text), role)

    def _scalar(self, scalar: Scalar, form: Form, where: _Where) -> Iterator[Occurrence]:
        use = USES.get((where.kind, where.key))
        if form is CONDITION:
            yield from self._condition(scalar)
        elif where.key in EFFECTS_KEYS:
            yield from self._effect(scalar)
        elif form is INLINE or form is LINE:
            yield from self._text(scalar)
        elif use is not None:
            if not (use is NameKind.CAST and scalar.text == "all") and (use is not NameKind.CHOICE or where.owner):
                yield _at(scalar, 0, Name(use, scalar.text, where.owner if use is NameKind.CHOICE else ""))
        elif where.key == "was":
            kind = NameKind(where.kind)
            yield _at(scalar, 0, Name(kind, scalar.text, where.owner if where.kind == "choice" else ""), Role.FORMER)
        elif where.kind == "variable":
            role = Role.DECLARED if where.key == "one_of" else Role.USED
            yield from self._value_of(scalar, where.owner, role) if where.key in ("one_of", "default") else ()
        elif where.kind == "line_show":
            yield from self._show(scalar)

    def _speech(self, key: Scalar, value: Node) -> Iterator[Occurrence]:
        yield from self._who(key, key.text.split())
        if isinstance(value, Scalar):
            yield from self._text(value)

    def _show(self, scalar: Scalar) -> Iterator[Occurrence]:
        words = scalar.text.split()
        yield from self._who(scalar, words[:-1] if len(words) > 1 and words[-1] in POSITIONS else words)

    def _who(self, scalar: Scalar, words: Sequence[str]) -> Iterator[Occurrence]:
        """A member of the cast, and an expression of theirs if there is one."""
        if not words:
            return
        start = scalar.text.index(words[0])
        yield _at(scalar, start, Name(NameKind.CAST, words[0]))
        if len(words) > 1:
            place = scalar.text.index(words[1], start + len(words[0]))
            yield _at(scalar, place, Name(NameKind.EXPRESSION, words[1], words[0]))

    def _condition(self, scalar: Scalar) -> Iterator[Occurrence]:
        condition, _ = parse_condition(scalar, self._names)
        if condition is not None:
            yield from self._expression(scalar, condition.expression, condition.offset)

    def _effect(self, scalar: Scalar) -> Iterator[Occurrence]:
        assignment, _ = parse_effect(scalar, self._names)
        if assignment is not None:
            yield _at(scalar, tokenize(scalar.text)[0].start, Name(NameKind.VARIABLE, assignment.variable))
            yield from self._expression(scalar, assignment.expression, 0)

    def _text(self, scalar: Scalar) -> Iterator[Occurrence]:
        text, _ = parse_text(scalar, self._names, count())
        for part in walk.parts(text) if not text.is_plain else ():
            if isinstance(part, Insert):
                yield _at(scalar, part.span[0], Name(NameKind.VARIABLE, part.variable))
            elif isinstance(part, Either):
                yield from self._expression(scalar, part.condition.expression, part.condition.offset)

    def _expression(self, scalar: Scalar, root: Expression, offset: int) -> Iterator[Occurrence]:
        for node in walk.expressions(root):
            start = offset + node.span[0]
            match node:
                case VariableValue(name):
                    yield _at(scalar, start, Name(NameKind.VARIABLE, name))
                case Literal(str(value)):
                    yield _at(scalar, start, Name(NameKind.VALUE, value))
                case Marked(mark, target):
                    yield from self._mark(scalar, start, offset + node.span[1], mark, target)
                case _:
                    pass

    def _mark(self, scalar: Scalar, start: int, end: int, mark: Mark, target: str) -> Iterator[Occurrence]:
        """What stands between the brackets of `seen(…)` and its kin, where spaces may stand between all of it."""
        words = [token for token in tokenize(scalar.text[start:end]) if token.kind is Kind.WORD][1:]
        if mark is Mark.CHOSE:
            owner = self._today.get(words[0].text, words[0].text)
            yield _at(scalar, start + words[0].start, Name(NameKind.SCENE, words[0].text))
            yield _at(scalar, start + words[1].start, Name(NameKind.CHOICE, words[1].text, owner))
        else:
            yield _at(scalar, start + words[0].start, Name(_MARKS[mark], target))


def _at(scalar: Scalar, offset: int, name: Name, role: Role = Role.USED, body: Node | None = None) -> Occurrence:
    """The place of a name that stands at an offset of a scalar's text."""
    ref = scalar.ref_at(offset)
    last = scalar.ref_at(offset + len(name.id) - 1)
    return Occurrence(name, role, ref, last.column - ref.column + 1 if last.line == ref.line else 0, body)
