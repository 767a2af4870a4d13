"""Makes music and sounds of the game: python -m assets.programs.sound.render NAME|all [--to FOLDER] [--missing].

Knows where programs and finished files live and how loud each kind is, not how any sound is made.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assets.programs.sound import master
from assets.programs.sound.piece import mixed
from assets.programs.sound.waves import Wave

HERE = Path(__file__).parent
ASSETS = HERE.parents[1]
MUSIC, BED = -16.0, -27.0
"""LUFS, integrated: a bed lies eleven below the music."""
BED_PEAK = -9.0
"""No single drop or cough stands out of a bed."""


@dataclass(frozen=True, slots=True)
class Program:
    """How one file is made: its place below assets/, the sound before mastering, and the mastering."""

    file: str
    make: Callable[[], Wave]
    finish: Callable[[Wave], Wave]
    quality: float


def programs() -> dict[str, Program]:
    """Every program by the id of the file that it makes."""
    found: dict[str, Program] = {}
    for module in modules("music"):
        for name, piece in module.PIECES.items():
            found[name] = Program(f"music/{name}.ogg", _piece(piece, name), _as_music, 2.0)
    for module in modules("beds"):
        for name, bed in module.BEDS.items():
            found[name] = Program(f"ambience/{name}.ogg", bed, _as_bed, 2.0)
    for module in modules("shots"):
        for name, (shot, level) in module.SHOTS.items():
            found[name] = Program(f"sounds/{name}.ogg", shot, _as_shot(level), 3.0)
    return found


def modules(kind: str) -> list:
    """The modules of one folder of programs."""
    files = sorted((HERE / kind).glob("[!_]*.py"))
    return [importlib.import_module(f"assets.programs.sound.{kind}.{file.stem}") for file in files]


def _piece(piece: Callable, name: str) -> Callable[[], Wave]:
    return lambda: mixed(piece(), name)


def _as_music(wave: Wave) -> Wave:
    return master.opened(master.at_loudness(master.levelled(wave / abs(wave).max()), MUSIC), 1.2)


def _as_bed(wave: Wave) -> Wave:
    return master.opened(master.at_loudness(wave / abs(wave).max(), BED, BED_PEAK), len(wave))


def _as_shot(level: float) -> Callable[[Wave], Wave]:
    return lambda wave: master.at_moment(wave, level)


def main() -> None:
    """Reads the command line and renders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", help="ids of music, beds and sounds, or a beginning of them, or all")
    parser.add_argument("--to", type=Path, default=ASSETS, help="the folder to write to (default: assets/)")
    parser.add_argument("--missing", action="store_true", help="only those that are not there yet")
    asked = parser.parse_args()
    known = programs()
    wanted = [n for n in known if any(a in (n, "all") or n.startswith(a) for a in asked.names)]
    if not wanted:
        parser.error(f"nothing of that name; there are: {', '.join(sorted(known))}")
    for name in wanted:
        program = known[name]
        path = asked.to / program.file
        if asked.missing and path.exists():
            continue
        started = time.monotonic()
        wave = program.finish(program.make())
        master.encode(wave, path, program.quality)
        told = f"{len(wave) / 48_000:6.1f} s  {path.stat().st_size // 1000:5} kB"
        print(f"{name:24} {told}  in {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
