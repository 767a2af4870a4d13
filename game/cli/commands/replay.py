"""`replay`: plays scripted paths and says where one does not hold."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game.cli.files import replays_in, write_text
from game.cli.output import complain, count, say, say_json
from game.cli.patience import patience
from game.cli.replays import run_replays
from game.cli.screens import take_pictures
from game.cli.stored import story_in
from game.errors import INTERRUPTED, UsageError
from game.model.story import Story
from game.tools import junit, replay


def run(options: argparse.Namespace) -> int:
    """Play every replay; 1 where one fails or a picture is not as it was.

    130 where Ctrl-C ended it early: then those played until then are reported. Raises UsageError for a file that can't
    be opened.
    """
    if options.tolerance is not None and options.screens is None:
        raise UsageError("--tolerance says how pictures are compared", "say where they lie by --screens DIR")
    story, files = story_in(options.story), replays_in(options.files)
    with patience() as waiting:
        report = run_replays(story, files, accept=options.accept, stop=waiting.is_over)
    if options.junit is not None:
        write_text(options.junit, junit.as_xml(report))
    if options.json:
        say_json(replay.as_json(report) | _transcripts(story, report, wanted=options.transcript))
    else:
        say(replay.as_text(report))
        for text in _transcripts(story, report, wanted=options.transcript).get("transcripts", {}).values():
            say(text)
    if options.accept:
        complain(f"Accepted {count(sum(result.ok for result in report.results), 'transcript')}.")
    same = True
    if options.screens is not None:
        names = _folders([result.file for result in report.results])
        plays = {names[result.file]: result.play for result in report.results if result.play is not None}
        assets = options.story.resolve().parent / "assets"
        same = take_pictures(story, assets, plays, options.screens, options.tolerance)
    if waiting.stopped:
        complain(f"Stopped by Ctrl-C after {len(report.results)} of {count(len(files), 'replay')}.")
        return INTERRUPTED
    return int(not (report.ok and same))


def _transcripts(story: Story, report: replay.Report, *, wanted: bool) -> dict[str, dict[str, str]]:
    """What a reader sees, by file."""
    shown = {result.file: replay.transcript(story, result) for result in report.results if wanted}
    return {"transcripts": shown} if wanted else {}


def _folders(files: Sequence[str]) -> dict[str, str]:
    """By file, what the folder of its pictures is called: as the file, with its own folders where two are called so."""
    stems = Counter(map(_stem, files))
    return {file: _stem(file) if stems[_stem(file)] == 1 else _with_folders(Path(file)) for file in files}


def _with_folders(path: Path) -> str:
    return "-".join([*(part for part in path.parts[:-1] if part not in {"..", path.anchor}), _stem(path.name)])


def _stem(file: str) -> str:
    return Path(file).name.removesuffix(".replay.yaml")
