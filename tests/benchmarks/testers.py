"""`python -m tests.benchmarks.testers`: every figure of a tester's tools as a table. Measures nothing itself."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import measures, testing
from .episodic_story import ENDINGS, Episodes, episodic_story
from .generate_story import generate
from .hard_story import hard_story
from .measures import ROOT
from .table import Row, memory, milliseconds, rate, seconds, show, words, yardstick

OURS = ROOT / "story"

EPISODES = {
    Episodes(1_000, 2_200, 112, reach=92): "0.6 s, 68 MiB, for 498,000 states",
    Episodes(1_000, 2_140, 354, reach=112): "2.3 s, 135 MiB, for 1,580,000",
    Episodes(10_000, 21_889, 702, reach=132): "17.3 s, 1126 MiB, for 7,000,000",
    Episodes(10_000, 21_877, 810, reach=129): "32 s, 1331 MiB, for 10,800,000",
}
"""Stories as a prototype of the explorer was measured with: as many scenes, choices and variables, and at least as many
states; what that took.
"""


def rows(folder: Path, largest: int) -> Iterator[Row]:
    """Every figure: what, how much, and the limit that the project set itself."""
    sizes = [size for size in (1_000, 10_000) if size <= largest]
    stories = {size: generate(folder / str(size), size) for size in sizes}
    played = testing.played([measures.story_of(path) for path in stories.values()], 20_000)
    for size, found in zip(sizes, played, strict=True):
        limit = "100,000" if size == sizes[0] else f"{0.8 * played[0].ours:,.0f}: 80 % of that"
        yield f"choices by the machine, with text, {size:,} scenes", (rate(found.ours),), limit
        yield "  beside it: the bare library", (rate(found.bare),), f"{found.ours / found.bare:.2f} of it; 0.70"
    speed = testing.random_choices_a_second(OURS, 200_000)
    yield "choices of random runs, our story", (rate(speed),), "1,000,000"
    speed = testing.random_choices_a_second(stories[sizes[0]], 20_000)
    yield f"choices of random runs, {sizes[0]:,} scenes in circles", (rate(speed),), "1,000,000"
    replayed = folder / "replayed"
    shutil.copytree(stories[sizes[0]], replayed / "story")
    one, thousand = testing.replays(measures.story_of(stories[sizes[0]]), replayed, 1_000, 100)
    yield "a replay of 100 choices, after loading", (milliseconds(one, 2),), "5 ms"
    yield "1,000 such replays, whole process, of processor", (seconds(thousand.processor),), "5 s"
    yield from explored("our story", OURS, folder / "ours.json", "30 s, 1024 MiB")
    whole = measures.whole_process("-m", "game", "explore", "--story", str(OURS))
    yield "  the whole command", (seconds(whole.seconds), memory(whole.memory)), "30 s, 1024 MiB"
    for number, (shape, limit) in enumerate(EPISODES.items()):
        if shape.scenes <= largest:
            story = episodic_story(folder / f"episodes_{number}", shape)
            name = f"{shape.scenes + ENDINGS:,} scenes, {shape.variables} variables"
            yield from explored(name, story, folder / f"episodes_{number}.json", limit)
    decided = testing.decided(measures.story_of(hard_story(folder / "hard")), 130)
    left = ", ".join(f"{count} {kind}" for kind, count in decided.unknown.items() if count) or "none"
    yield "explore, the hard story: unknown", (words(left),), "fewer than 21"
    yield "  decided in, of processor", (seconds(decided.seconds),), "150 s"
    yield "explore, a bug behind 14 right choices, of processor", (seconds(testing.needle(14)),), "1 s"


def explored(name: str, story: Path, result: Path, limit: str) -> Iterator[Row]:
    """What it takes to visit every state, in a process of its own."""
    found = testing.explored(story, result)
    yield f"explore, {name}", (seconds(found.prepare + found.visit), memory(found.memory)), limit
    yield "  of that, to prepare", (seconds(found.prepare),), ""
    yield "  states visited", (words(f"{found.states:,}" + ("" if found.whole else ", not all")),), "every one"


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
