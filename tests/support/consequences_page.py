"""Writes `story/CONSEQUENCES.md` from the story as it stands: `python -m tests.support.consequences_page`.

A variable is set where a choice or an entry gives it a value, and collected where something that a reader meets goes
by it: a line, a word in a line, a choice that is on offer or shut, a way on. An entry that only brings a variable down
to a few levels (`trust = 2 if trust >= 2 else 0`) does neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.loading.loader import load_story
from game.model import walk
from game.model.expression import Assignment, Conditional, Effect, Expression, GuardedEffects, VariableValue
from game.model.story import Scene, Story
from game.model.text import Insert

STORY = Path(__file__).resolve().parents[2] / "story"
PAGE = STORY / "CONSEQUENCES.md"

HEAD = """\
# What is set, and where it comes due

<!-- Written by `python -m tests.support.consequences_page`; a test holds it against the story. -->

Everything that the story remembers from one act to another, scene by scene. *Set* is where a choice or an event
changes it; *collected* is where a line, a choice or a way on goes by it. Where an act only brings a count down to the
few levels that the next one starts from, it is in neither column. What is told by `chose()` and `seen()` within an act
is not here.
"""


@dataclass(frozen=True, slots=True)
class Consequence:
    """One variable: the scenes that set it, and those that go by it, in the order of the files."""

    variable: str
    about: str
    set_in: tuple[Scene, ...]
    collected_in: tuple[Scene, ...]

    @property
    def comes_due(self) -> bool:
        """Whether a scene goes by it that is not the only one to set it, or nobody sets it at all."""
        return not self.set_in or any(self.set_in != (scene,) for scene in self.collected_in)


def consequences(story: Story) -> tuple[Consequence, ...]:
    """Every variable, in the order declared."""
    scenes = sorted(story.scenes.values(), key=lambda scene: (scene.ref.file, scene.ref.line))
    assigned = {scene.id: frozenset(_set(scene)) for scene in scenes}
    read = {scene.id: frozenset(_collected(scene)) for scene in scenes}
    return tuple(
        Consequence(
            variable.name,
            variable.about,
            tuple(scene for scene in scenes if variable.name in assigned[scene.id]),
            tuple(scene for scene in scenes if variable.name in read[scene.id]),
        )
        for variable in story.variables
    )


def _set(scene: Scene) -> Iterator[str]:
    effects = [*scene.enter, *(effect for choice in scene.choices for effect in choice.do)]
    yield from (one.variable for one in _assignments(effects) if not _is_fold(one))


def _assignments(effects: Iterable[Effect]) -> Iterator[Assignment]:
    for effect in effects:
        yield from effect.do if isinstance(effect, GuardedEffects) else (effect,)


def _is_fold(one: Assignment) -> bool:
    """Whether it makes few levels of many: a choice between values, by the variable's own."""
    return isinstance(one.expression, Conditional) and one.variable in _names(one.expression)


def _collected(scene: Scene) -> Iterator[str]:
    for root in walk.conditions(scene):
        yield from _names(root)
    for text in walk.texts(scene):
        yield from (part.variable for part in walk.parts(text) if isinstance(part, Insert))


def _names(root: Expression) -> frozenset[str]:
    return frozenset(node.name for node in walk.expressions(root) if isinstance(node, VariableValue))


def page(story: Story) -> str:
    """The whole page."""
    rows = ["| what is remembered | set | collected |", "| --- | --- | --- |"]
    rows += [_row(one) for one in consequences(story)]
    return HEAD + "\n" + "\n".join(rows) + "\n"


def _row(one: Consequence) -> str:
    return f"| **`{one.variable}`**<br>{one.about} | {_by_act(one.set_in)} | {_by_act(one.collected_in)} |"


def _by_act(scenes: Iterable[Scene]) -> str:
    """The scenes' ids, act by act, one act on a line."""
    found: dict[str, list[str]] = {}
    for scene in scenes:
        act = scene.ref.file.rpartition("/")[0].rpartition("/")[2].replace("_", " ")
        found.setdefault(act, []).append(scene.id)
    lines = (f"{act}: {', '.join(f'`{scene}`' for scene in ids)}" for act, ids in found.items())
    return "<br>".join(lines) or "—"


def our_story() -> Story:
    """The story in `story/`."""
    story = load_story(STORY).story
    assert story is not None
    return story


if __name__ == "__main__":
    PAGE.write_text(page(our_story()), encoding="utf-8")
