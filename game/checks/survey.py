"""What several checks want to know of a story, found out once. Judges nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar

from game.model import walk
from game.model.expression import Condition
from game.model.script import Line, When
from game.model.story import Branch, Scene, Story
from game.model.text import Part, Text

from .reasoning import Reasoner

Arrows: TypeAlias = Mapping[str, Sequence[str]]
"""Scene id to those that it leads to."""


_L = TypeVar("_L", bound=Line)


class Survey:
    """A story with its arrows. `asset_files` are the files there are below `assets/`, None where nobody looked.

    `asked` are conditions from outside of the scenes that read variables too (invariants).
    """

    def __init__(
        self, story: Story, asset_files: Collection[str] | None = None, asked: Iterable[Condition] = ()
    ) -> None:
        self.story = story
        self.asset_files = None if asset_files is None else frozenset(asset_files)
        self.asked = tuple(asked)
        self.reasoner = Reasoner(story.variables)

    @property
    def scenes(self) -> Iterable[Scene]:
        """Every scene, in the order of the files."""
        return self.story.scenes.values()

    @cached_property
    def arrows(self) -> dict[str, list[str]]:
        """Scene id to the scenes that its exits lead to; what stands behind an unguarded branch is not counted."""
        return {scene.id: _targets(scene) for scene in self.scenes}

    @cached_property
    def linked(self) -> frozenset[str]:
        """The scenes that arrows lead to from the start."""
        return frozenset(spread([self.story.start], self.arrows))

    @cached_property
    def ending(self) -> frozenset[str]:
        """The scenes from which arrows lead to an ending."""
        return frozenset(spread([scene.id for scene in self.scenes if scene.ending is not None], turned(self.arrows)))

    @cached_property
    def returning(self) -> frozenset[str]:
        """The scenes from which arrows lead back to themselves."""
        return frozenset(circular(self.arrows))

    @cached_property
    def returning_for_sure(self) -> frozenset[str]:
        """The same by exits without a guard: what comes back along others is in the writer's hand."""
        plain = {scene.id: [branches[0].to for branches in exits(scene) if len(branches) == 1] for scene in self.scenes}
        return frozenset(circular(plain))

    @cached_property
    def texts(self) -> dict[str, list[Text]]:
        """Scene id to every text of it."""
        return {scene.id: walk.texts(scene) for scene in self.scenes}

    @cached_property
    def varied(self) -> dict[str, list[tuple[Text, list[Part]]]]:
        """Scene id to the texts of it that do not read the same in every state; no entry where there are none.

        Each with all its parts, inner ones too.
        """
        found = {id_: [text for text in all_ if text.parsed and not text.is_plain] for id_, all_ in self.texts.items()}
        return {id_: [(text, list(walk.parts(text))) for text in some] for id_, some in found.items() if some}

    @cached_property
    def varying(self) -> frozenset[str]:
        """The scenes whose words depend on the state."""
        conditional = (id_ for id_, lines in self.lines.items() if When in map(type, lines))
        return frozenset((*self.varied, *conditional))

    @cached_property
    def lines(self) -> dict[str, Sequence[Line]]:
        """Scene id to every line of its script, inner ones too."""
        return {scene.id: walk.lines(scene.script) for scene in self.scenes}

    @cached_property
    def _lines_of_kind(self) -> dict[type, list[Line]]:
        found: dict[type, list[Line]] = {}
        for lines in self.lines.values():
            for line in lines:
                found.setdefault(type(line), []).append(line)
        return found

    def every(self, kind: type[_L]) -> list[_L]:
        """Every line of a kind, of all scenes, in the order of the files."""
        return [line for line in self._lines_of_kind.get(kind, ()) if isinstance(line, kind)]


def spread(starts: Iterable[str], arrows: Arrows, stop: Collection[str] = ()) -> set[str]:
    """All that can be come to along the arrows without passing `stop`, the starts included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in arrows.get(waiting.pop(), ()):
            if target not in found and target not in stop:
                found.add(target)
                waiting.append(target)
    return found


def turned(arrows: Arrows) -> dict[str, list[str]]:
    """The arrows the other way round."""
    back: dict[str, list[str]] = {}
    for source, targets in arrows.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return back


def circular(arrows: Arrows) -> Iterator[str]:
    """Everything on a circle of arrows: the strongly connected components, by Kosaraju's two walks."""
    back = turned(arrows)
    placed: set[str] = set()
    for root in reversed(_left_in_order(arrows)):
        if root not in placed:
            component = spread([root], back, placed)
            placed |= component
            if len(component) > 1 or root in arrows.get(root, ()):
                yield from component


def _left_in_order(arrows: Arrows) -> list[str]:
    """The nodes in the order in which a walk into the depth leaves them."""
    seen: set[str] = set()
    order: list[str] = []
    stack = [(root, False) for root in arrows]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((target, False) for target in arrows.get(node, ()) if target not in seen)
    return order


def exits(scene: Scene) -> list[tuple[Branch, ...]]:
    """The branches of each way out."""
    found = [choice.goto for choice in scene.choices]
    return [scene.goto, *found] if scene.goto else found


def _targets(scene: Scene) -> list[str]:
    """Where a scene leads, up to the first unguarded branch of each exit."""
    found = []
    for branches in exits(scene):
        for branch in branches:
            found.append(branch.to)
            if branch.when is None:
                break
    return found
