"""What a story's scenes say together, gathered once: marks they ask about, texts that turn, ids that were given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from . import walk
from .expression import Expression, Mark, Marked
from .story import Scene
from .text import Alternatives


@dataclass(frozen=True, slots=True)
class Overview:
    """`asked` are the marks that scenes ask about or must keep, sorted; `turning` the scenes whose text goes on from
    one entry to the next, in the story's order; `scenes` and `choices` lead from ids that were given up to today's,
    those of choices from (today's scene, former choice).
    """

    asked: tuple[tuple[Mark, str], ...] = ()
    turning: tuple[str, ...] = ()
    scenes: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[tuple[str, str], str], ...] = ()


@runtime_checkable
class Surveyed(Protocol):
    """Scenes that bring their overview along, so that nobody has to visit all of them for it."""

    @property
    def overview(self) -> Overview:
        """What `overview` would find."""
        ...


def overview(scenes: Mapping[str, Scene]) -> Overview:
    """What a story's scenes say together."""
    if isinstance(scenes, Surveyed):
        return scenes.overview
    return Overview(
        tuple((Mark(kind), target) for kind, target in sorted(set(_asked(scenes.values())))),
        tuple(scene.id for scene in scenes.values() if _turns(scene)),
        tuple((old, scene.id) for scene in scenes.values() for old in scene.was),
        tuple(
            ((scene.id, old), choice.id) for scene in scenes.values() for choice in scene.choices for old in choice.was
        ),
    )


def marks(roots: Iterable[Expression]) -> Iterable[tuple[str, str]]:
    """The kind and the target of every mark that some expressions ask about."""
    return (
        (node.mark.value, node.target) for root in roots for node in walk.expressions(root) if isinstance(node, Marked)
    )


def _asked(scenes: Iterable[Scene]) -> Iterable[tuple[str, str]]:
    for scene in scenes:
        yield from ((Mark.CHOSE.value, f"{scene.id}.{choice.id}") for choice in scene.choices if choice.once)
        yield from marks(walk.roots(scene))


def _turns(scene: Scene) -> bool:
    return any(
        isinstance(part, Alternatives) for text in walk.texts(scene) if not text.is_plain for part in walk.parts(text)
    )
