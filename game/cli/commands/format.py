"""`format`: lays the files of a story out anew, without changing what they say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.cli.files import files_below
from game.cli.output import complain, count, say, say_diagnostics, say_json
from game.cli.replays import nearby, replays_beside
from game.cli.rewriting import Change, write_all
from game.errors import UsageError
from game.loading.document import read_document
from game.loading.files import bytes_of, find_files
from game.loading.formatting import formatted
from game.loading.reporting import diagnose
from game.model.diagnostic import Diagnostic

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file: a change (to the same, if it was right), or the reason why it is left as it is."""

    name: str
    change: Change | None = None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it would be another file."""
        return self.change is not None and self.change.before != self.change.after


def run(options: argparse.Namespace) -> int:
    """Format; 1 for a file that can't be read, and under `--check` for one that would change."""
    paths, unread = _paths(options)
    outcomes = [*map(_outcome, paths), *unread]
    changes = [outcome.change for outcome in outcomes if outcome.change is not None and outcome.changed]
    writes = not (options.check or options.diff)
    if writes:
        write_all(changes)
    if options.json:
        say_json(
            {
                "ok": not any(outcome.problems for outcome in outcomes) and (writes or not changes),
                "written": writes,
                "files": [_as_json(outcome) for outcome in outcomes],
            }
        )
    else:
        _say(outcomes, options, writes=writes)
    return int(any(outcome.problems for outcome in outcomes) or (bool(changes) and not writes))


def _paths(options: argparse.Namespace) -> tuple[list[Path], list[_Outcome]]:
    """The files to lay out; and what of the story is not, for it can't be read."""
    if options.files:
        return files_below(options.files, "*.yaml"), []
    files, problems = find_files(options.story)
    unread = [_Outcome(problem.ref.file, problems=diagnose([problem], {})) for problem in problems]
    return [*(nearby(file.path) for file in files), *replays_beside(options.story)], unread


def _outcome(path: Path) -> _Outcome:
    """What a file would become. Raises UsageError where it can't be opened."""
    name = str(path)
    try:
        data = bytes_of(path)
    except OSError as fault:
        raise UsageError(f"{name} can't be opened: {(fault.strerror or str(fault)).lower()}") from None
    document = read_document(data, name)
    if document.problems:
        return _Outcome(name, problems=diagnose(document.problems, {name: document.lines}))
    text = formatted(data.decode("utf-8-sig"))
    if text is None:
        return _Outcome(name)
    bom = _BOM if data.startswith(_BOM) else b""
    return _Outcome(name, Change(name, path, data, bom + text.encode("utf-8")))


def _as_json(outcome: _Outcome) -> dict[str, object]:
    left = (
        outcome.problems[0].message if outcome.problems else None if outcome.change else "no other layout says the same"
    )
    return {"file": outcome.name, "changed": outcome.changed, "left": left}


def _say(outcomes: list[_Outcome], options: argparse.Namespace, *, writes: bool) -> None:
    for outcome in outcomes:
        say_diagnostics(outcome.problems, sys.stderr)
        if outcome.change is None and not outcome.problems:
            complain(f"{outcome.name} is left as it is: no other layout says the same")
        elif outcome.changed:
            for line in outcome.change.diff() if options.diff and outcome.change else ():
                say(line)
            say(f"{'Formatted' if writes else 'Would format'} {outcome.name}.")
    changed = sum(outcome.changed for outcome in outcomes)
    right = sum(outcome.change is not None for outcome in outcomes) - changed
    left = len(outcomes) - changed - right
    say(", ".join(_parts(changed, right, left, writes=writes)) + ".")


def _parts(changed: int, right: int, left: int, *, writes: bool) -> Iterator[str]:
    yield f"{count(changed, 'file')} {'formatted' if writes else 'to format'}"
    yield f"{right} right already"
    if left:
        yield f"{left} left as they are"
