"""`python -m tests.benchmarks`: measures, and prints a table. Knows nothing of how anything is measured."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.model.story import Story

from . import comparing, measures, picture, reading, story_maps, typing_in_an_editor, window
from .generate_story import generate
from .measures import ROOT, middle
from .table import Row, memory, milliseconds, seconds, share, show, words, yardstick


def rows(folder: Path, largest: int, turns: int) -> Iterator[Row]:
    """Every figure: what, how much, and the limit that the project set itself."""
    small, limits = 1000, {1000: "2 s", 10_000: "15 s, 1024 MiB"}
    stories = {scenes: generate(folder / str(scenes), scenes) for scenes in (small, 10_000) if scenes <= largest}
    for scenes, path in stories.items():
        done = measures.check(path, 3 if scenes == small else 1)
        value = (seconds(done.seconds), memory(done.memory)) if done.code == 0 else (words(f"failed with {done.code}"),)
        yield f"check, {scenes:,} scenes, whole process", value, limits[scenes]
    for scenes, path in stories.items():
        took, added, slowness = reading.from_cold(path, stories[small], 15 if scenes == small else 3)
        limit = {1000: "110 ms", 10_000: "1250 ms, 60 MiB"}[scenes]
        amounts = (milliseconds(took, slowness=slowness), memory(added))
        yield f"  reading and checking alone, {scenes:,} scenes", amounts, limit
    story = measures.story_of(stories[small])
    yield "a step, text included", (milliseconds(middle(measures.steps(story, 2000)), 3),), "0.050 ms"
    key = middle(list(typing_in_an_editor.keys(stories[small], 20)))
    yield f"a key in an editor, {small:,} scenes, to its problems", (milliseconds(key),), "100 ms"
    for how, took in comparing.compared(folder / "compared"):
        yield f"diff of our own story, {how}, of processor", (seconds(took),), ""
    saved = measures.saves(story, folder / "home", 50)
    yield "a save, on the disk", (milliseconds(middle(saved), 1),), "5 ms"
    for scenes, path in stories.items():
        again = middle(measures.starts_of(path, folder / "copies", 5))
        limit = "100 ms" if scenes == 10_000 else ""
        yield f"a later start: the story, {scenes:,} scenes, ready", (milliseconds(again),), limit
    for scenes, path in stories.items():
        limit = "155 ms" if scenes == 10_000 else ""
        yield f"laying out the map, {scenes:,} scenes", (milliseconds(story_maps.laying_out(path)),), limit
    yield from story_maps.in_browser(folder, stories)
    with window.display() as variables:
        variables["STONE_LIGHTNING_HOME"] = str(folder / "player")
        yield from starts(variables)
        watched = window.typing_and_waiting(variables, stories[small], 12)
    size = "×".join(str(side) for side in watched.size)
    yield f"typing a line, a frame at {size}", (milliseconds(window.typing(watched), 3),), "0.1 ms"
    yield "  beside it: copying a frame of 1920×1080", (milliseconds(middle(measures.copies(50)), 3),), ""
    yield "waiting, share of one core", (share(watched.waiting),), "0.50 %"
    yield from pictures(story, folder, turns)


def starts(variables: dict[str, str]) -> Iterator[Row]:
    """How soon a later start of our own story shows its title, and answers."""
    window.first_start(variables, ROOT / "story")
    first = [window.to_first_picture(variables, ROOT / "story") for _ in range(5)]
    menu = [window.to_answering_title(variables, ROOT / "story") for _ in range(5)]
    bare = min(measures.whole_process("-c", "import pygame").processor for _ in range(5))
    yield "first frame after process start", (milliseconds(min(one.seconds for one in first)),), "500 ms"
    yield "  processor time of it", (milliseconds(min(one.processor for one in first)),), "80 ms"
    yield "  beside it: importing pygame in a new process", (milliseconds(bare),), ""
    yield "the title answers after process start", (milliseconds(min(one.seconds for one in menu)),), ""
    yield "  processor time of it", (milliseconds(min(one.processor for one in menu)),), ""


def pictures(story: Story, folder: Path, turns: int) -> Iterator[Row]:
    """Each kind of picture at each size beside a copy of one frame, and what a sitting of some turns keeps."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    yield from picture.rows()
    kept = picture.soak(story, folder / "soak", turns)
    yield f"memory after {turns:,} turns of the window", (memory(kept.memory),), "250 MiB"
    yield "  growth in a million turns", (memory(kept.growth, 2),), "1 MiB"


def main(arguments: Sequence[str]) -> int:
    """Print the table; `--quick` without the story of 10,000 scenes and a short sitting, `--window` only the window."""
    if set(arguments) - {"--quick", "--window"}:
        print("usage: python -m tests.benchmarks [--quick | --window]", file=sys.stderr)
        return 2
    quick = bool(arguments)
    turns = 20_000 if quick else 500_000
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory() as folder:
        known = generate(Path(folder) / "known", 1000)
        if "--window" in arguments:
            found = pictures(measures.story_of(generate(Path(folder) / "story", 300)), Path(folder), turns)
        else:
            found = rows(Path(folder), 1000 if quick else 10_000, turns)
        show(found, yardstick(known))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
