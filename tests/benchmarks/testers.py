"""`python -m tests.benchmarks.testers`: every figure of a tester's tools as a table. Measures nothing itself."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import measures, testing
from .episodic_story import episodic_story
from .generate_story import generate
from .hard_story import hard_story
from .measures import ROOT
from .table import Row, memory, milliseconds, rate, seconds, show, words, yardstick

OURS = ROOT / "story"


def rows(folder: Path, largest: int) -> Iterator[Row]:
    """Every figure: what, how much, and the limit that the project set itself."""
    sizes = [size for size in (1_000, 10_000) if size <= largest]
    stories = {size: generate(folder / str(size), size) for size in sizes}
    speeds = {size: testing.choices_a_second(measures.story_of(path), 20_000) for size, path in stories.items()}
    for size, speed in speeds.items():
        limit = "100,000" if size == sizes[0] else f"{0.8 * speeds[sizes[0]]:,.0f}: 80 % of that"
        yield f"choices by the machine, with text, {size:,} scenes", (rate(speed),), limit
    speed = testing.random_choices_a_second(OURS, 200_000)
    yield "choices of random runs, our story", (rate(speed),), "1,000,000"
    speed = testing.random_choices_a_second(stories[sizes[0]], 20_000)
    yield f"choices of random runs, {sizes[0]:,} scenes in circles", (rate(speed),), "1,000,000"
    replayed = folder / "replayed"
    shutil.copytree(stories[sizes[0]], replayed / "story")
    one, thousand = testing.replays(measures.story_of(stories[sizes[0]]), replayed, 1_000, 100)
    yield "a replay of 100 choices, after loading", (milliseconds(one, 2),), "5 ms"
    yield "1,000 such replays, whole process", (seconds(thousand.seconds),), "5 s"
    yield from explored("our story", OURS, "30 s, 1024 MiB")
    for size, limit in zip(sizes, ("0.6 s, 135 MiB", "17 s, 1100 MiB"), strict=False):
        yield from explored(f"{size:,} scenes in episodes", episodic_story(folder / f"episodes_{size}", size), limit)
    found = testing.decided(measures.story_of(hard_story(folder / "hard")), 130)
    left = ", ".join(f"{count} {kind}" for kind, count in found.unknown.items() if count) or "none"
    yield "explore, the hard story: unknown", (words(left),), "fewer than 21"
    yield "  decided in", (seconds(found.seconds),), "150 s"
    yield "explore, a bug behind 14 right choices", (seconds(testing.needle(14)),), "1 s"


def explored(name: str, story: Path, limit: str) -> Iterator[Row]:
    """An exploration as a whole process."""
    found = testing.explored(story)
    process = found.process
    yield f"explore, {name}, whole process", (seconds(process.seconds), memory(process.memory)), limit
    yield "  by processor time", (seconds(process.processor),), ""
    yield "  states visited", (words(f"{found.visited:,}" + ("" if found.whole else ", not all")),), "every one"


def main(arguments: Sequence[str]) -> int:
    """Print the table; with `--quick` without stories of 10,000 scenes."""
    if set(arguments) - {"--quick"}:
        print("usage: python -m tests.benchmarks.testers [--quick]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        known = generate(Path(folder) / "known", 1_000)
        show(rows(Path(folder), 1_000 if arguments else 10_000), yardstick(known))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
