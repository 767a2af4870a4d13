"""Where the reader is in a playthrough: line by line forward, back, and forward again. Knows no screens or files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from game.engine.playing import Engine, Playthrough
from game.engine.view import SceneView

from . import acts, staging
from .view import Act, Awaiting, Cue, Past, PlayView, Said, Stage, Story, plain
from .visit import NO_WORDS, Visit

__all__ = ["NO_WORDS", "Memory", "Reader"]


class Memory(Protocol):
    """What a player remembers across playthroughs."""

    def saw(self, scene: str, words: str) -> bool:
        """Remember that this line was read; whether it had been before."""
        ...

    def took(self, choice: str) -> None:
        """Remember that `scene.choice` was taken."""
        ...

    def taken(self, scene: str) -> frozenset[str]:
        """Ids of the scene's choices that were ever taken."""
        ...


class Reader:
    """A playthrough being read.

    What was read and rolled back stays ahead (`forward`) until another choice is taken. The position is a pair of move
    and line; lines count the words of a scene from 0, `NO_WORDS` stands for a scene without any.
    """

    def __init__(
        self,
        engine: Engine,
        playthrough: Playthrough,
        memory: Memory,
        *,
        soft: bool = False,
        story: Story | None = None,
    ) -> None:
        """Begin at the last scene of `playthrough`; with `soft`, hard lines are replaced by their softened form.

        `story` is the engine's story in the language that is to be read; what is remembered is in its own.
        """
        self.soft = soft
        self._story = story or engine.story
        self._engine = engine
        self._memory = memory
        self._far = playthrough
        self._visits: list[Visit] = []
        self._move = len(playthrough.moves) - 1
        self._line = self._visit(self._move).first
        self._seen_before = False
        self._pass_on()
        self._furthest = self.position
        self._note()

    @property
    def position(self) -> tuple[int, int]:
        """Move and line."""
        return self._move, self._line

    @property
    def playthrough(self) -> Playthrough:
        """The playthrough up to here, without what lies ahead after a rollback."""
        return self._far.rewind(self._move + 1)

    @property
    def view(self) -> PlayView:
        """The moment being read."""
        visit = self._visit(self._move)
        awaiting = self.awaiting
        choosing = awaiting is Awaiting.CHOICE
        ended = awaiting is Awaiting.NOTHING
        opening = self._line == visit.first
        return PlayView(
            scene=self._scene,
            stage=staging.after(visit.stage, visit.lines_to(self._line), self._engine.story),
            awaiting=awaiting,
            line=None if ended else self._said(visit.told),
            cues=self._cues(),
            options=visit.told.options if choosing else (),
            taken=self._memory.taken(self._scene) if choosing else frozenset(),
            timer=visit.view.timer if choosing else None,
            card=visit.told.title if opening else None,
            holder=self._new_holder() if opening else None,
            act=self._new_act() if opening else None,
            ending=self._story.endings[visit.view.ending] if ended and visit.view.ending else None,
            seen_before=self._seen_before,
            can_go_back=self._before() is not None,
            can_go_forward=self.position < self._furthest,
        )

    @property
    def written(self) -> Said | None:
        """The line being read as its author wrote it, whatever language it is read in; None on an ending's card."""
        return None if self.awaiting is Awaiting.NOTHING else self._said(self._visit(self._move).view)

    def tell_in(self, story: Story) -> None:
        """Go on in another language, at the same line; `story` is the engine's story in it."""
        self._story = story
        self._visits.clear()

    @property
    def awaiting(self) -> Awaiting:
        """What comes next."""
        visit = self._visit(self._move)
        if self._line < visit.last:
            return Awaiting.ADVANCE
        if visit.view.ending is not None:
            return Awaiting.NOTHING
        return Awaiting.ADVANCE if visit.view.goes_on else Awaiting.CHOICE

    def advance(self) -> bool:
        """Show the next line; False where a choice is awaited or the story has ended. Raises EndlessLoop."""
        if self.awaiting is not Awaiting.ADVANCE:
            return False
        self._step()
        self._arrived()
        return True

    def choose(self, option_id: str) -> None:
        """Take a choice and show the first line it leads to. Raises UnknownChoice, ClosedChoice, EndlessLoop."""
        taken = f"{self._scene}.{option_id}"
        ahead = self._far.moves[self._move + 1] if self._move + 1 < len(self._far.moves) else None
        if ahead is None or ahead.choice != taken:
            self._far = self._engine.take(self.playthrough, option_id)
            del self._visits[self._move + 1 :]
            self._furthest = self.position
        self._memory.took(taken)
        self._enter(self._move + 1)
        self._pass_on()
        self._arrived()

    def back(self) -> bool:
        """Roll back by one line, choices and their effects included; False at the very beginning."""
        before = self._before()
        if before is None:
            return False
        self._move, self._line = before
        self._seen_before = True
        return True

    def forward(self) -> bool:
        """Roll forward by one line of what was read before; False where nothing lies ahead."""
        if self.position >= self._furthest:
            return False
        if self.awaiting is Awaiting.CHOICE:
            self._enter(self._move + 1)
            self._pass_on()
        else:
            self._step()
        self._seen_before = True
        return True

    def jump(self, move: int, line: int) -> None:
        """Go to a place of the history. Raises IndexError where there is none."""
        if not (0 <= move < len(self._far.moves) and self._visit(move).first <= line <= self._visit(move).last):
            raise IndexError(f"no line {line} in move {move}")
        self._furthest = max(self._furthest, (move, line))
        self._move, self._line = move, line
        self._seen_before = True

    def history(self) -> tuple[Past, ...]:
        """Every line read and choice taken on the way here, oldest first."""
        return tuple(self._past())

    def _past(self) -> Iterator[Past]:
        for move in range(self._move + 1):
            visit = self._visit(move)
            taken = self._far.moves[move].choice
            if taken is not None and move > 0:
                before = self._visit(move - 1)
                option = next(o for o in before.told.options if o.id == taken.partition(".")[2])
                yield Past(move - 1, before.last, None, option.words, is_choice=True)
            shown = self._line if move == self._move else visit.last
            for line, index in enumerate(visit.spoken[: shown + 1]):
                said = visit.told.lines[index]
                if isinstance(said, Said):
                    yield Past(move, line, said.speaker, self._spoken(said).words)

    @property
    def _scene(self) -> str:
        return self._far.moves[self._move].state.scene

    def _visit(self, move: int) -> Visit:
        while len(self._visits) <= move:
            index = len(self._visits)
            here = self._far.rewind(index + 1)
            view = self._engine.view(here)
            told = view if self._story is self._engine.story else self._engine.view(here, self._story)
            before = self._visits[-1] if self._visits else None
            stage = Stage() if before is None else staging.after(before.stage, before.view.lines, self._engine.story)
            stage = staging.enter_scene(stage, view, self._engine.story)
            spoken = tuple(i for i, shown in enumerate(view.lines) if isinstance(shown, Said))
            self._visits.append(Visit(view, told, stage, spoken))
        return self._visits[move]

    def _before(self) -> tuple[int, int] | None:
        """Where one line back is."""
        if self._line > self._visit(self._move).first:
            return self._move, self._line - 1
        move = self._move - 1
        while move >= 0 and self._visit(move).passes:
            move -= 1
        return (move, self._visit(move).last) if move >= 0 else None

    def _step(self) -> None:
        visit = self._visit(self._move)
        if self._line < visit.last:
            self._line += 1
        else:
            self._go_on()
            self._pass_on()

    def _go_on(self) -> None:
        if self._move + 1 >= len(self._far.moves):
            self._far = self._engine.go_on(self._far)
        self._enter(self._move + 1)

    def _pass_on(self) -> None:
        """Go through scenes that show no words and go on by themselves."""
        while self._visit(self._move).passes:
            self._go_on()

    def _enter(self, move: int) -> None:
        self._move = move
        self._line = self._visit(move).first

    def _arrived(self) -> None:
        self._furthest = max(self._furthest, self.position)
        self._note()

    def _note(self) -> None:
        said = self._said(self._visit(self._move).view)
        self._seen_before = said is not None and self._memory.saw(self._scene, plain(said.words))

    def _said(self, view: SceneView) -> Said | None:
        """The line being read, in a view of this move."""
        visit = self._visit(self._move)
        if not visit.spoken:
            return None
        said = view.lines[visit.spoken[min(self._line, len(visit.spoken) - 1)]]
        return self._spoken(said) if isinstance(said, Said) else None

    def _spoken(self, said: Said) -> Said:
        return replace(said, words=said.soft) if self.soft and said.soft is not None else said

    def _cues(self) -> tuple[Cue, ...]:
        """The cues since the line before, those of scenes passed through included."""
        visit = self._visit(self._move)
        cues = list(visit.cues_before(self._line))
        move = self._move - 1
        while self._line <= visit.first and move >= 0 and self._visit(move).view.goes_on:
            cues[:0] = self._visit(move).trailing()
            if self._visit(move).spoken:
                break
            move -= 1
        return tuple(cues)

    def _new_act(self) -> Act | None:
        """The act that begins in this scene."""
        earlier = (self._visit(move) for move in range(self._move - 1, -1, -1))
        return acts.begun(self._visit(self._move), earlier, self._story)

    def _new_holder(self) -> str | None:
        """Whose eyes these are, where they changed since the last scene that showed words."""
        now = self._visit(self._move).stage.you
        move = self._move - 1
        while move >= 0 and self._visit(move).passes:
            move -= 1
        before = self._visit(move).stage.you if move >= 0 else None
        return now if now != before else None
