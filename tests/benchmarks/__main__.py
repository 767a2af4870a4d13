"""`python -m tests.benchmarks`: measures, and prints a table. Knows nothing of how anything is measured."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.model.story import Story

from . import measures, picture, reading, story_maps, typing_in_an_editor, window
from .generate_story import generate
from .measures import ROOT, middle

Row = tuple[str, str, str]


def rows(folder: Path, largest: int, turns: int) -> Iterator[Row]:
    """Every figure: what, how much, and the limit that the project set itself."""
    small, limits = 1000, {1000: "2 s", 10_000: "15 s, 1024 MiB"}
    stories = {scenes: generate(folder / str(scenes), scenes) for scenes in (small, 10_000) if scenes <= largest}
    for scenes, path in stories.items():
        done = measures.check(path, 3 if scenes == small else 1)
        value = f"{done.seconds:.2f} s, {done.memory:.0f} MiB" if done.code == 0 else f"failed with {done.code}"
        yield f"check, {scenes:,} scenes, whole process", value, limits[scenes]
    for scenes, path in stories.items():
        seconds, added = reading.from_cold(path, 3 if scenes == small else 1)
        limit = {1000: "110 ms", 10_000: "1250 ms, 60 MiB"}[scenes]
        yield f"  reading and checking alone, {scenes:,} scenes", f"{seconds * 1e3:.0f} ms, {added:.0f} MiB", limit
    story = measures.story_of(stories[small])
    yield "a step, text included", f"{middle(measures.steps(story, 2000)) * 1e6:.0f} µs", "50 µs"
    key = middle(list(typing_in_an_editor.keys(stories[small], 20)))
    yield f"a key in an editor, {small:,} scenes, to its problems", f"{key * 1e3:.0f} ms", "100 ms"
    saved = measures.saves(story, folder / "home", 50)
    yield "a save, on the disk", f"{middle(saved) * 1e3:.1f} ms", "5 ms"
    for scenes, path in stories.items():
        again = middle(measures.starts_of(path, folder / "copies", 5))
        limit = "100 ms" if scenes == 10_000 else ""
        yield f"a later start: the story, {scenes:,} scenes, ready", f"{again * 1e3:.0f} ms", limit
    for scenes, path in stories.items():
        yield f"laying out the map, {scenes:,} scenes", f"{story_maps.laying_out(path) * 1e3:.0f} ms", ""
    yield from story_maps.in_browser(folder, stories)
    with window.display() as variables:
        variables["STONE_LIGHTNING_HOME"] = str(folder / "player")
        yield from starts(variables)
        watched = window.typing_and_waiting(variables, stories[small], 12)
    size = "×".join(str(side) for side in watched.size)
    yield f"typing a line, a frame at {size}", f"{window.typing(watched) * 1e3:.3f} ms", "0.1 ms"
    yield "  beside it: copying a frame of 1920×1080", f"{middle(measures.copies(50)) * 1e3:.3f} ms", ""
    yield "waiting, share of one core", f"{watched.waiting:.2%}", "0.5 %"
    yield from pictures(story, folder, turns)


def starts(variables: dict[str, str]) -> Iterator[Row]:
    """How soon a later start of our own story shows its title, and answers."""
    window.first_start(variables, ROOT / "story")
    first = [window.to_first_picture(variables, ROOT / "story") for _ in range(5)]
    menu = [window.to_answering_title(variables, ROOT / "story") for _ in range(5)]
    bare = min(measures.whole_process("-c", "import pygame").processor for _ in range(5))
    yield "first frame after process start", f"{min(one.seconds for one in first) * 1e3:.0f} ms", "500 ms"
    yield "  processor time of it", f"{min(one.processor for one in first) * 1e3:.0f} ms", "80 ms"
    yield "  beside it: importing pygame in a new process", f"{bare * 1e3:.0f} ms", ""
    yield "the title answers after process start", f"{min(one.seconds for one in menu) * 1e3:.0f} ms", ""
    yield "  processor time of it", f"{min(one.processor for one in menu) * 1e3:.0f} ms", ""


def pictures(story: Story, folder: Path, turns: int) -> Iterator[Row]:
    """Each kind of picture at each size beside a copy of one frame, and what a sitting of some turns keeps."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    yield from picture.rows()
    kept = picture.soak(story, folder / "soak", turns)
    yield f"memory after {turns:,} turns of the window", f"{kept.memory:.0f} MiB", "250 MiB"
    yield "  growth in a million turns", f"{kept.growth:.2f} MiB", "1 MiB"


def main(arguments: Sequence[str]) -> int:
    """Print the table; `--quick` without the story of 10,000 scenes and a short sitting, `--window` only the window."""
    if set(arguments) - {"--quick", "--window"}:
        print("usage: python -m tests.benchmarks [--quick | --window]", file=sys.stderr)
        return 2
    quick = bool(arguments)
    turns = 20_000 if quick else 500_000
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load}")
    with tempfile.TemporaryDirectory() as folder:
        if "--window" in arguments:
            found = pictures(measures.story_of(generate(Path(folder) / "story", 300)), Path(folder), turns)
        else:
            found = rows(Path(folder), 1000 if quick else 10_000, turns)
        for what, value, limit in found:
            print(f"{what:45} {value:>18}   {limit}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
