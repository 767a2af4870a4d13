"""`saves check`: what becomes of saves that were made with another version of the story."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from game.app import ageing
from game.app.recovery import Verdict
from game.app.save import Save, decode, encode
from game.cli.files import write_bytes
from game.cli.loaded import playable
from game.cli.output import complain, count, say, say_json
from game.engine.playing import Engine
from game.errors import GameError, UsageError
from game.model.story import Story
from game.tools import covering, explore

PATHS = 200
"""How many paths of the older version are saved along at most."""

KEPT = 8
"""Of how many saves along a shortest way one is kept for later versions; of fewer, the last."""


def run(options: argparse.Namespace) -> int:
    """Check; 1 where a save is lost, under `--strict` also where its choices led elsewhere. Or keep some for later."""
    story, _ = playable(options.story)
    if options.action == "keep":
        return _keep(story, options.files)
    saves = list(_read(options.files))
    if options.against is not None:
        older, _ = playable(options.against)
        saves += _along(older)
    if not saves:
        raise UsageError("there is nothing to check", "name saves or folders of them, or --against an older story")
    found = list(ageing.aged(story, saves))
    if options.json:
        say_json(ageing.as_json(found))
    else:
        say(ageing.as_text(found))
    bad = {Verdict.LOST, Verdict.RECOVERED} if options.strict else {Verdict.LOST}
    return int(any(each.verdict in bad for each in found))


def _along(story: Story) -> list[tuple[str, Save]]:
    """Saves at every rest of paths that take every choice, each place once."""
    engine = Engine(story)
    found: dict[tuple[str, tuple[str, ...]], tuple[str, Save]] = {}
    for path, reached in covering.paths(story)[:PATHS]:
        for save in ageing.saves_along(engine, path, reached):
            found.setdefault((save.scene, save.log), (f"{save.scene} after {count(len(save.log), 'choice')}", save))
    return list(found.values())


def _keep(story: Story, files: list[Path]) -> int:
    if len(files) != 1:
        raise UsageError("name one folder to keep saves in", "run.py saves keep tests/saves/1.0.0")
    engine = Engine(story)
    written = 0
    for ending, verdict in explore.run(story).endings.items():
        route = verdict.shortest or verdict.witness
        saves = [] if route is None else list(ageing.saves_along(engine, route.path, route.reached))
        for save in saves[KEPT - 1 :: KEPT] or saves[-1:]:
            write_bytes(files[0] / f"{ending}_{len(save.log):03}.save.json", encode(save))
            written += 1
    complain(f"Wrote {count(written, 'save')} to {files[0]}.")
    return 0


def _read(files: list[Path]) -> Iterator[tuple[str, Save]]:
    for path in (each for file in files for each in (sorted(file.rglob("*.json")) if file.is_dir() else [file])):
        try:
            yield str(path), decode(path.read_bytes())
        except OSError as fault:
            raise UsageError(f"{path} can't be read: {fault.strerror}") from None
        except GameError as fault:
            raise UsageError(f"{path}: {fault}") from None
