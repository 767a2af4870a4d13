"""Reads replay files and plays them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from game.engine.playing import Engine
from game.loading.replay_file import condition_parser, parse_replay, read_replay
from game.model.story import Story
from game.tools import replay


def run_replays(
    story: Story, paths: Iterable[Path], unsaved: Mapping[str, bytes] = MappingProxyType({})
) -> replay.Report:
    """Play the files in order; those in `unsaved`, by their paths, as if they held these bytes.

    Raises UsageError for one that can't be opened or is no YAML.
    """
    engine = Engine(story)
    parse = condition_parser(story)
    results = []
    for path in paths:
        name = str(path)
        read = parse_replay(unsaved[name], name) if name in unsaved else read_replay(path)
        if read.replay is None:
            results.append(replay.refused(name, read.diagnostics[0]))
        else:
            results.append(replay.play(engine, name, read.replay, parse))
    return replay.Report(tuple(results))


def replays_beside(story: Path) -> list[Path]:
    """The replays within a story's folder, and those in `tests/replays` beside it."""
    folders = (story, story.resolve().parent / "tests" / "replays")
    return [nearby(path) for folder in folders for path in sorted(folder.rglob("*.replay.yaml"))]


def nearby(path: Path) -> Path:
    """The path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
