"""Collects `*.replay.yaml` and `*.invariants.yaml` as tests, so that a story is tested by `pytest` like any program.

The story is the folder that `story_dir` names in the pytest configuration, else the nearest folder above the file that
holds (or has a `story/` that holds) a `story.yaml`. It is loaded once, and explored once for all its invariants. Knows
nothing of how replays are played or invariants proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.engine.playing import Engine
from game.errors import GameError, UsageError
from game.loading.loader import LoadResult, load_story
from game.loading.replay_file import condition_parser, read_replay
from game.model.diagnostic import Severity
from game.model.story import Story
from game.tools import explore, golden, replay
from game.tools.replay_report import explained
from game.tools.verdicts import InvariantVerdict

REPLAY, INVARIANTS = ".replay.yaml", ".invariants.yaml"


class StoryFailureError(Exception):
    """What pytest shows for a replay or an invariant that does not hold: the message alone, without a traceback."""


class _Stories:
    """Every story folder that a session needs, read once."""

    def __init__(self) -> None:
        self._results: dict[Path, LoadResult] = {}
        self._engines: dict[Path, Engine] = {}
        self._explored: dict[Path, explore.Report] = {}

    def engine(self, folder: Path) -> Engine:
        """The story's engine. Raises StoryFailureError where it has errors."""
        if folder not in self._engines:
            self._engines[folder] = Engine(self._story(folder))
        return self._engines[folder]

    def explored(self, folder: Path) -> explore.Report:
        """The story explored, with all its invariants. Raises StoryFailureError where it has errors."""
        if folder not in self._explored:
            story = self._story(folder)
            self._explored[folder] = explore.run(story, self._results[folder].invariants)
        return self._explored[folder]

    def _story(self, folder: Path) -> Story:
        if folder not in self._results:
            self._results[folder] = load_story(folder)
        result = self._results[folder]
        if result.story is None:
            errors = [problem for problem in result.diagnostics if problem.severity is Severity.ERROR]
            raise StoryFailureError("\n".join(f"{problem.ref}: {problem.message}" for problem in errors))
        return result.story


_TITLE = re.compile(r"^replay:[ \t]*(\S.*)$", re.MULTILINE)
"""What a replay is called: `-k` finds it by that as well as by its file."""

_STORIES = pytest.StashKey[_Stories]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, and the name of the story's folder to what can be configured."""
    group = parser.getgroup("stone-lightning", "replays of stories")
    group.addoption("--accept", action="store_true", help="write what each replay shows to NAME.transcript.txt")
    parser.addini("story_dir", "folder of the story that replays and invariants test", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Begin a session with nothing loaded."""
    config.stash[_STORIES] = _Stories()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the files that are ours."""
    if file_path.name.endswith(REPLAY):
        return _ReplayFile.from_parent(parent, path=file_path)
    if file_path.name.endswith(INVARIANTS):
        return _InvariantsFile.from_parent(parent, path=file_path)
    return None


class _StoryItem(pytest.Item):
    """A test of a story; its failures are sentences."""

    line = 1

    @property
    def stories(self) -> _Stories:
        return self.config.stash[_STORIES]

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        if isinstance(excinfo.value, StoryFailureError | GameError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, self.name


class _ReplayFile(pytest.File):
    """A `*.replay.yaml`: one test."""

    def collect(self) -> Iterator[pytest.Item]:
        item = _ReplayItem.from_parent(self, name=self.path.name.removesuffix(REPLAY))
        title = _TITLE.search(self.path.read_text(encoding="utf-8", errors="replace"))
        if title is not None:
            item.extra_keyword_matches.add(title[1])
        yield item


class _ReplayItem(_StoryItem):
    """Plays a replay."""

    def runtest(self) -> None:
        engine = self.stories.engine(_story_folder(self.config, self.path))
        shown = _shown(self.config, self.path)
        read = read_replay(self.path, shown)
        if read.replay is None:
            raise StoryFailureError("\n".join(explained(replay.refused(shown, read.diagnostics[0]))))
        result = replay.play(engine, shown, read.replay, condition_parser(engine.story))
        if result.ok:
            result = self._held(result, replay.transcript(engine.story, result) + "\n")
        if not result.ok:
            raise StoryFailureError("\n".join(explained(result)))

    def _held(self, result: replay.Result, now: str) -> replay.Result:
        """What is shown is held to the transcript beside the replay; with `--accept` it becomes that."""
        beside = self.path.with_name(self.path.name.removesuffix(REPLAY) + golden.SUFFIX)
        if self.config.getoption("--accept"):
            beside.write_text(now, encoding="utf-8", newline="\n")
        elif beside.exists():
            accepted = beside.read_text(encoding="utf-8", errors="replace")
            return golden.held_to(result, accepted, now, _shown(self.config, beside))
        return result


class _InvariantsFile(pytest.File):
    """A `*.invariants.yaml`: a test for each, found by exploring the story that it stands in."""

    def collect(self) -> Iterator[pytest.Item]:
        try:
            folder = _story_folder(self.config, self.path)
            report = self.config.stash[_STORIES].explored(folder)
        except (StoryFailureError, GameError) as fault:
            raise self.CollectError(str(fault)) from None
        name = self.path.relative_to(folder).as_posix() if self.path.is_relative_to(folder) else ""
        for verdict in report.invariants:
            if verdict.invariant.ref.file == name:
                yield _InvariantItem.from_parent(self, name=verdict.invariant.always.source, verdict=verdict)


class _InvariantItem(_StoryItem):
    """Holds an invariant against every reachable state."""

    def __init__(self, *, verdict: InvariantVerdict, **given: Any) -> None:  # noqa: ANN401
        super().__init__(**given)
        self._verdict = verdict
        self.line = verdict.invariant.ref.line

    def runtest(self) -> None:
        verdict = self._verdict
        if verdict.holds:
            return
        where = f"{verdict.invariant.ref}: {verdict.invariant.always.source}"
        if verdict.route is None:
            raise StoryFailureError(f"{where} was not proved: the story has too many states")
        path = "\n".join(f"  - {choice}" for choice in verdict.route.path) or "  []"
        reached = f"reached: [{', '.join(sorted(verdict.route.reached))}]\n" if verdict.route.reached else ""
        raise StoryFailureError(f"{where} does not hold in scene {verdict.scene}, by\n{reached}path:\n{path}")


def _story_folder(config: pytest.Config, path: Path) -> Path:
    """The folder of the story that a file tests. Raises UsageError."""
    named: list[Path] = config.getini("story_dir")
    if named:
        return named[0]
    for folder in path.parents:
        for candidate in (folder, folder / "story"):
            if (candidate / "story.yaml").is_file():
                return candidate
    raise UsageError(
        f"no story.yaml above {path}", "name the story's folder with story_dir in the pytest configuration"
    )


def _shown(config: pytest.Config, path: Path) -> str:
    return path.relative_to(config.rootpath).as_posix() if path.is_relative_to(config.rootpath) else str(path)
