"""A playthrough written down as the text of a replay file. Knows nothing of files, nor of playing it again."""

from __future__ import annotations

from collections.abc import Iterable

from game.model.expression import Value
from game.model.one_line import on_one_line
from game.model.story import Story

from .playing import Playthrough, Start

FROM_THE_START = Start()
_SIGNS = set("!&*-?|>@`%{}[],:#'\"\\~")


def replay_of(playthrough: Playthrough, story: Story, name: str) -> str:
    """The replay that leads where the playthrough stands."""
    return replay_text(
        name,
        playthrough.choices,
        seed=playthrough.seed,
        reached=sorted(playthrough.reached),
        start=playthrough.start,
        at=playthrough.state.scene if _rests(playthrough, story) else None,
        ending=story.scenes[playthrough.state.scene].ending,
    )


def replay_text(
    name: str,
    path: Iterable[str],
    *,
    seed: int = 0,
    reached: Iterable[str] = (),
    start: Start = FROM_THE_START,
    at: str | None = None,
    ending: str | None = None,
) -> str:
    """A `*.replay.yaml`: what is as in any new playthrough is left out. `path` are `scene.choice`s."""
    lines = [f"replay: {_quoted(name)}"]
    lines += [f"seed: {seed}"] if seed else []
    reached = list(reached)
    lines += [f"reached: [{', '.join(reached)}]"] if reached else []
    if start.scene is not None or start.values:
        lines.append("start:")
        lines += [f"  scene: {start.scene}"] if start.scene is not None else []
        settings = ", ".join(f"{name}: {spelled(value)}" for name, value in start.values)
        lines += [f"  set: {{{settings}}}"] if settings else []
    steps = [f"  - {taken}" for taken in path]
    steps += [f"  - at: {at}"] if at is not None else []
    lines += ["path:", *steps] if steps else ["path: []"]
    lines += [f"ending: {ending}"] if ending is not None else []
    return "\n".join(lines) + "\n"


def spelled(value: Value) -> str:
    """A value as a writer types it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _rests(playthrough: Playthrough, story: Story) -> bool:
    return not story.scenes[playthrough.state.scene].goto


def _quoted(text: str) -> str:
    """The text on one line, in quotes where YAML would read something else into it."""
    text = on_one_line(text)
    if text and not (_SIGNS & set(text)):
        return text
    return "'" + text.replace("'", "''") + "'"
