"""`rename`: calls one thing by another name throughout a story, its replays and its invariants."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.cli import finishing
from game.cli.files import replays_in
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.cli.replays import replays_beside, run_replays
from game.cli.rewriting import Change, edited, write_all
from game.cli.tongues import catalogues
from game.cli.translating import names_in
from game.errors import UsageError
from game.loading.belonging import ASSET_LIST
from game.loading.document import read_document
from game.loading.files import beside, find_files, read_file
from game.loading.loader import load_story
from game.loading.occurrences import Index, Occurrence
from game.loading.renaming import Renaming, edits, renaming
from game.model.edit import Edit
from game.model.story import Story
from game.tools.replay import Report

_ASSETS = "/".join(("..", *ASSET_LIST))


@dataclass(slots=True)
class _Sources:
    """The files of a story with its replays, by their names in reports, and every name in them."""

    paths: dict[str, Path] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    found: list[Occurrence] = field(default_factory=list)

    def add(self, name: str, path: Path, data: bytes, found: Iterable[Occurrence]) -> None:
        """Take in one file."""
        self.paths[name], self.data[name] = path, data
        self.found += found


def run(options: argparse.Namespace) -> int:
    """Rename; 1 where a replay that held no longer does. Raises UsageError where it can't be done."""
    if not options.dry_run:
        cut_off = finishing.finish(options.story)
        if cut_off:
            complain(f"A renaming that was cut off is finished now, in {count(len(cut_off), 'file')}.")
    story, _ = playable(options.story)
    replays = replays_in(options.replays) if options.replays else replays_beside(options.story)
    played = run_replays(story, replays)
    sources = _sources(options.story, story, played)
    asked = renaming(story, sources.found, options.kind, options.old, options.new)
    made = sorted(edits(asked, sources.found))
    changes = list(_changes(sources, made))
    failing = _failing(options.story, replays, changes, played)
    for result in played.results:
        if result.play is None:
            complain(f"{result.file} does not begin, and is left as it is; run.py replay {result.file} says why")
    if not options.dry_run:
        finishing.begin(options.story, changes)
        write_all(changes)
        finishing.done(options.story)
    if options.json:
        say_json(_as_json(options, asked, made, failing))
    else:
        say("\n".join(_as_text(options, asked, made, changes)))
        for file in failing:
            say(f"{file} holds no longer; run.py replay {file} says where")
    return int(bool(failing))


def _sources(folder: Path, story: Story, played: Report) -> _Sources:
    sources, index = _Sources(), Index(story)
    for file in find_files(folder)[0]:
        data, document = read_file(file)
        sources.add(file.name, file.path, data, index.story_file(document, file.kind))
    assets = beside(folder, *ASSET_LIST)
    if assets is not None:
        data, document = read_file(assets)
        sources.add(assets.name, assets.path, data, index.assets(document))
    for path in catalogues(folder).values():
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        sources.add(name, path, data, names_in(data, name, index))
    for result in played.results:
        if result.play is not None:
            data = Path(result.file).read_bytes()
            document = read_document(data, result.file)
            sources.add(result.file, Path(result.file), data, index.replay(document, result.rests))
    return sources


def _changes(sources: _Sources, made: Sequence[Edit]) -> Iterator[Change]:
    for name, path in sources.paths.items():
        here = [edit for edit in made if edit.ref.file == name]
        if here:
            yield edited(name, path, sources.data[name], here)


def _failing(folder: Path, replays: Iterable[Path], changes: Iterable[Change], before: Report) -> list[str]:
    """The replays that hold now and would not afterwards. Raises UsageError where the story would not load."""
    unsaved = {
        change.name: change.after for change in changes if change.path.suffix != ".po" and change.name != _ASSETS
    }
    result = load_story(folder, unsaved)
    if result.story is None:
        raise UsageError(f"nothing was changed: {result.diagnostics[0].ref}: {result.diagnostics[0].message}")
    after = run_replays(result.story, replays, unsaved)
    return [now.file for was, now in zip(before.results, after.results, strict=True) if was.ok and not now.ok]


def _as_json(options: argparse.Namespace, asked: Renaming, made: Iterable[Edit], failing: list[str]) -> dict[str, Any]:
    return {
        "ok": not failing,
        "written": not options.dry_run,
        "kind": asked.name.kind.value,
        "old": str(asked.name),
        "new": asked.new,
        "edits": [
            {
                "file": edit.ref.file,
                "line": edit.ref.line,
                "column": edit.ref.column,
                "length": edit.length,
                "text": edit.text,
            }
            for edit in made
        ],
        "notes": [],
        "failing": failing,
    }


def _as_text(
    options: argparse.Namespace, asked: Renaming, made: Sequence[Edit], changes: Sequence[Change]
) -> Iterator[str]:
    if options.dry_run:
        for change in changes:
            yield from change.diff()
    done = "Would rename" if options.dry_run else "Renamed"
    where = f"{count(len(made), 'change')} in {count(len(changes), 'file')}"
    yield f"{done} {asked.name.kind.value} {asked.name} to {asked.new}: {where}."
