"""What a file or a story holds, for an editor's outline and its search. Knows nothing of how a scene is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.loading.files import FileKind
from game.loading.nodes import Document, ListNode, MappingNode, Node, Unreadable
from game.loading.scalar import Scalar
from game.model.source import SourceRef
from game.model.story import Story

from .suggestion import Suggestion, What, matching


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something declared: its name at `ref`, and the last line (from 1) of what stands under it."""

    name: str
    what: What
    detail: str
    ref: SourceRef
    last: int
    inner: tuple[Symbol, ...] = ()


_TOP = {
    FileKind.SCENES: What.SCENE,
    FileKind.VARIABLES: What.VARIABLE,
    FileKind.CAST: What.CAST,
    FileKind.PLACES: What.PLACE,
    FileKind.ENDINGS: What.ENDING,
    FileKind.SNIPPETS: What.SNIPPET,
}
_INNER = {"choices": What.CHOICE, "portraits": What.EXPRESSION}
_DETAILS = ("title", "name", "text", "about", "always", "range", "one_of", "default")


def outline(document: Document, kind: FileKind) -> tuple[Symbol, ...]:
    """What a file declares, in its order."""
    root = document.root
    if isinstance(root, ListNode):
        return tuple(
            Symbol(_detail(item) or "an invariant", What.KEY, "", item.ref, _last(item)) for item in root.items
        )
    if not isinstance(root, MappingNode):
        return ()
    return tuple(_symbol(key, value, _TOP.get(kind, What.KEY)) for key, value in root.pairs)


def _symbol(key: Scalar, value: Node, what: What) -> Symbol:
    inner: list[Symbol] = []
    for name, held in value.pairs if isinstance(value, MappingNode) else ():
        if name.text in _INNER and isinstance(held, MappingNode):
            inner += [_symbol(each, under, _INNER[name.text]) for each, under in held.pairs]
    return Symbol(key.text, what, _detail(value), key.ref_at(0), max(key.line, _last(value)), tuple(inner))


def _detail(value: Node) -> str:
    """A few words of what stands under a key."""
    if isinstance(value, Scalar):
        return value.text[:80]
    pairs = value.pairs if isinstance(value, MappingNode) else ()
    texts = {key.text: held.text for key, held in pairs if isinstance(held, Scalar)}
    return next((texts[name] for name in _DETAILS if name in texts), "")[:80]


def _last(node: Node) -> int:
    """The last line in which something of a node begins."""
    while not isinstance(node, (Scalar, Unreadable)):
        below = node.items if isinstance(node, ListNode) else tuple(value for _, value in node.pairs)
        if not below:
            break
        node = below[-1]
    return node.ref.line


def everything(story: Story) -> Iterator[tuple[Suggestion, SourceRef]]:
    """All that a story declares, with its place."""
    for scene in story.scenes.values():
        yield Suggestion(scene.id, What.SCENE, scene.title.source if scene.title else ""), scene.ref
        for choice in scene.choices:
            yield Suggestion(f"{scene.id}.{choice.id}", What.CHOICE, choice.text.source), choice.ref
    for variable in story.variables:
        yield Suggestion(variable.name, What.VARIABLE, variable.about), variable.ref
    for who in story.cast.values():
        yield Suggestion(who.id, What.CAST, who.name), who.ref
    for place in story.places.values():
        yield Suggestion(place.id, What.PLACE, place.name), place.ref
    for ending in story.endings.values():
        yield Suggestion(ending.id, What.ENDING, ending.title), ending.ref
    for snippet, ref in story.snippets.items():
        yield Suggestion(snippet, What.SNIPPET), ref


def search(story: Story, typed: str) -> Sequence[tuple[Suggestion, SourceRef]]:
    """What a story declares that fits what was typed, the nearest first."""
    places = {(one.label, one.what): ref for one, ref in everything(story)}
    found, _ = matching((one for one, _ in everything(story)), typed)
    return [(one, places[one.label, one.what]) for one in found]
