"""A replay or another playthrough as a reader sees it, in plain text. Knows nothing of screens."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.playing import Engine, Playthrough
from game.engine.view import Said, SceneView, plain
from game.model.story import Story

from .replay_report import Result


def transcript(story: Story, result: Result) -> str:
    """Every line shown and every choice taken, as far as the replay came."""
    if result.play is None:
        return ""
    return shown_in(Engine(story), result.play)


def shown_in(engine: Engine, play: Playthrough) -> str:
    """Every line shown and every choice taken on a playthrough."""
    return "\n".join(_lines(engine, play))


def _lines(engine: Engine, play: Playthrough) -> Iterator[str]:
    again = engine.begin(seed=play.seed, reached=play.reached, scene=play.start.scene, values=dict(play.start.values))
    view = engine.view(again)
    yield from _scene(engine.story, view)
    for move in play.moves[1:]:
        if move.choice is None:
            again = engine.go_on(again)
        else:
            choice_id = move.choice.partition(".")[2]
            yield from _taken(view, choice_id)
            again = engine.take(again, choice_id)
        view = engine.view(again)
        yield from _scene(engine.story, view)
    if view.ending is not None:
        yield f"[The end: {engine.story.endings[view.ending].title}]"


def _scene(story: Story, view: SceneView) -> Iterator[str]:
    if view.title is not None:
        yield f"## {plain(view.title)}"
    for line in view.lines:
        if isinstance(line, Said):
            speaker = "" if line.speaker is None else f"{story.cast[line.speaker].name}: "
            yield speaker + plain(line.words)


def _taken(view: SceneView, choice_id: str) -> Iterator[str]:
    for option in view.options:
        yield f"{'>' if option.id == choice_id else ' '} {plain(option.words)}"
