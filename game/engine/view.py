"""What may be shown in a state: values for players, replays and transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from game.model.script import Cue, Hard, Include, Line, Narration, Speech, When
from game.model.source import NOWHERE, SourceRef
from game.model.story import Choice, Scene, Story
from game.model.text import Text

from .asked import Asked, asked_by
from .rules import Rules
from .state import State
from .text import Rendered, Run, plain, render

__all__ = ["Option", "Rendered", "Run", "Said", "SceneView", "Shown", "Views", "plain"]

KEPT = 4_096
"""Views that are kept, some 2 KB each at most; beyond, all are put together anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line with words: narration where `speaker` is None. `soft` replaces `words` for a player who asked for it."""

    words: Rendered
    speaker: str | None = None
    expression: str | None = None
    soft: Rendered | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


Shown: TypeAlias = Said | Cue
"""A line of a scene in one state: words, or a cue for stage or sound."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as offered now. Closed options are those with a `locked` reason; hidden ones are not listed at all."""

    id: str
    words: Rendered
    open: bool = True
    reason: Rendered | None = None


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene in one state. `options` is empty where it goes on by itself (`goes_on`) or ends the story (`ending`).

    `timer` is (seconds, choice id) and only there while that choice is open.
    """

    scene: str
    lines: tuple[Shown, ...] = ()
    options: tuple[Option, ...] = ()
    goes_on: bool = False
    ending: str | None = None
    title: Rendered | None = None
    you: str | None = None
    place: str | None = None
    timer: tuple[float, str] | None = None


class Views:
    """The scenes of a story as they are shown.

    What a scene shows depends on few things: the conditions that its words and choices ask, the values that stand in
    its text, which choices were used up, and whose turn it is among alternatives. Where states agree in these, the
    scene is shown the same, so a view is put together once for them all.
    """

    def __init__(self, rules: Rules, story: Story | None = None) -> None:
        """`story` is that of `rules` in other words (a translation); conditions and values are asked of `rules`."""
        self.story = story or rules.story
        self._rules = rules
        self._scenes: dict[str, tuple[Asked, dict[tuple[object, ...], SceneView]]] = {}
        self._kept = 0

    def of(self, state: State, seed: int) -> SceneView:
        """What the state's scene shows in that state; `seed` is the playthrough's."""
        scene = self._scenes.get(state.scene)
        if scene is None:
            scene = self._scenes[state.scene] = asked_by(self.story.scenes[state.scene], self._rules), {}
        asked, known = scene
        answers = asked.answers(state, self._rules, seed)
        found = known.get(answers)
        if found is None:
            found = _Sight(self._rules, state, seed).of(self.story.scenes[state.scene])
            self._keep(known, answers, found)
        return found

    def _keep(self, known: dict[tuple[object, ...], SceneView], answers: tuple[object, ...], view: SceneView) -> None:
        if self._kept >= KEPT:
            for _, each in self._scenes.values():
                each.clear()
            self._kept = 0
        known[answers] = view
        self._kept += 1


@dataclass(frozen=True, slots=True)
class _Sight:
    """One state as seen in one playthrough."""

    rules: Rules
    state: State
    seed: int

    def of(self, scene: Scene) -> SceneView:
        """The whole scene."""
        return SceneView(
            scene.id,
            tuple(self._lines(scene.script)),
            tuple(self._options(scene.choices)),
            bool(scene.goto),
            scene.ending,
            self._words(scene.title) if scene.title is not None else None,
            scene.you,
            scene.place,
            self._timer(scene),
        )

    def _words(self, text: Text) -> Rendered:
        return render(text, self.state, self.rules, self.seed)

    def _lines(self, script: Iterable[Line]) -> Iterator[Shown]:
        """The lines with those under `when` and `include` in place."""
        for line in script:
            match line:
                case Narration():
                    yield Said(self._words(line.text), ref=line.ref)
                case Speech():
                    yield Said(self._words(line.text), line.speaker, line.expression, ref=line.ref)
                case Hard():
                    yield Said(self._words(line.text), soft=self._words(line.soft), ref=line.ref)
                case When():
                    yield from self._lines(
                        line.then if self.rules.holds(self.state, line.condition) else line.otherwise
                    )
                case Include():
                    yield from self._lines(line.lines)
                case _:
                    yield line

    def _options(self, choices: Iterable[Choice]) -> Iterator[Option]:
        """The choices on offer, and those that are closed with a reason; what was used up is gone."""
        for choice in choices:
            if self.rules.is_open(self.state, choice):
                yield Option(choice.id, self._words(choice.text))
            elif choice.locked is not None and not self.rules.is_used_up(self.state, choice):
                yield Option(choice.id, self._words(choice.text), open=False, reason=self._words(choice.locked))

    def _timer(self, scene: Scene) -> tuple[float, str] | None:
        """The scene's timer, while its choice is open."""
        choice = scene.choice(scene.timer.choice) if scene.timer is not None else None
        if scene.timer is None or choice is None or not self.rules.is_open(self.state, choice):
            return None
        return scene.timer.seconds, choice.id
