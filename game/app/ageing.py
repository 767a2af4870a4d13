"""What becomes of saves when the story changes. Knows nothing of files or of how a path was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.engine.playing import Engine, Playthrough
from game.model.story import Story

from .reading import Reader
from .recovery import Verdict, recover
from .save import Origin, Save
from .writing_down import written_down


@dataclass(frozen=True, slots=True)
class Aged:
    """A save taken up in another version: `scene` is where it was made, `now` where it goes on."""

    name: str
    scene: str
    now: str
    verdict: Verdict
    message: str


class _Nobody:
    """A reader's memory that remembers nothing."""

    def saw(self, scene: str, words: str) -> bool:
        return False

    def took(self, scene_choice: str) -> None:
        return None

    def taken(self, scene: str) -> frozenset[str]:
        return frozenset()


def saves_along(engine: Engine, path: Iterable[str], reached: Iterable[str] = ()) -> Iterator[Save]:
    """A save at every place on a path (`scene.choice`s) where a choice is awaited or the story ends, all lines read."""
    play = engine.rest(engine.begin(reached=reached))
    yield _save(engine, play)
    for taken in path:
        play = engine.rest(engine.take(play, taken.partition(".")[2]))
        yield _save(engine, play)


def _save(engine: Engine, play: Playthrough) -> Save:
    reader = Reader(engine, play, _Nobody())
    while reader.advance():
        pass
    return written_down(engine, reader, Origin())


def aged(story: Story, saves: Iterable[tuple[str, Save]]) -> Iterator[Aged]:
    """Take each named save up in this story."""
    engine = Engine(story)
    for name, save in saves:
        found = recover(engine, save)
        yield Aged(name, save.scene, found.playthrough.state.scene, found.verdict, found.message)


def as_json(found: Iterable[Aged]) -> dict[str, object]:
    """The verdicts as the command prints them for programs."""
    rows = list(found)
    return {
        "saves": len(rows),
        **{verdict.value: sum(each.verdict is verdict for each in rows) for verdict in Verdict},
        "changed": [
            {
                "save": each.name,
                "verdict": each.verdict.value,
                "scene": each.scene,
                "now": each.now,
                "message": each.message,
            }
            for each in rows
            if each.verdict is not Verdict.EXACT
        ],
    }


def as_text(found: Iterable[Aged]) -> str:
    """The verdicts for people: what was lost first."""
    rows = list(found)
    worst = [verdict for verdict in reversed(Verdict) if verdict is not Verdict.EXACT]
    lines = [
        f"{verdict.value:9} {each.name}: {each.scene} -> {each.now}" + (f" ({each.message})" if each.message else "")
        for verdict in worst
        for each in [row for row in rows if row.verdict is verdict][:20]
    ]
    counts = ", ".join(f"{sum(each.verdict is verdict for each in rows)} {verdict.value}" for verdict in Verdict)
    return "\n".join([*lines, f"{len(rows)} saves: {counts}"])
