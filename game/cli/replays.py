"""Reads replay files and plays them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from game.cli.files import write_text
from game.engine.playing import Engine
from game.errors import UsageError
from game.loading.replay_file import condition_parser, parse_replay, read_replay
from game.model.story import Story
from game.tools import golden, replay


def run_replays(
    story: Story,
    paths: Iterable[Path],
    unsaved: Mapping[str, bytes] = MappingProxyType({}),
    *,
    accept: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> replay.Report:
    """Play the files in order, or as many as come before `stop`; those in `unsaved`, by their paths, as if they held
    these bytes.

    What is shown is held to the transcript beside a replay, if there is one; with `accept` it becomes that transcript.
    Raises UsageError for a file that can't be opened or is no YAML.
    """
    engine = Engine(story)
    parse = condition_parser(story)
    results = []
    for path in takewhile(lambda _: not stop(), paths):
        name = str(path)
        read = parse_replay(unsaved[name], name) if name in unsaved else read_replay(path)
        if read.replay is None:
            results.append(replay.refused(name, read.diagnostics[0]))
        else:
            played = replay.play(engine, name, read.replay, parse)
            results.append(_held(story, played, transcript_beside(path), accept=accept))
    return replay.Report(tuple(results))


def transcript_beside(path: Path) -> Path:
    """Where the transcript of a replay lies, once it was accepted."""
    return path.with_name(path.name.removesuffix(".replay.yaml") + golden.SUFFIX)


def _held(story: Story, result: replay.Result, beside: Path, *, accept: bool) -> replay.Result:
    if not result.ok or not (accept or beside.exists()):
        return result
    now = replay.transcript(story, result) + "\n"
    if accept:
        write_text(beside, now)
        return result
    try:
        accepted = beside.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{beside} can't be read", "run.py replay --accept writes it anew") from None
    return golden.held_to(result, accepted, now, str(beside))


def replays_beside(story: Path) -> list[Path]:
    """The replays within a story's folder, and those in `tests/replays` beside it."""
    folders = (story, story.resolve().parent / "tests" / "replays")
    return [nearby(path) for folder in folders for path in sorted(folder.rglob("*.replay.yaml"))]


def nearby(path: Path) -> Path:
    """The path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
