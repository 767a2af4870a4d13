"""A story with one bug that only one way leads to: of two choices, the right one every time."""

from __future__ import annotations

from game.model.story import Story
from tests.support.builders import choice, scene, story, truth


def needle_story(size: int) -> Story:
    """So many choices of two; who takes the right one each time falls into a pit without a way out."""
    steps = [
        scene(f"s{i}", choice("left", f"s{i + 1}", do=[f"t{i} = true"]), choice("right", f"s{i + 1}"))
        for i in range(size)
    ]
    right = " and ".join(f"t{i}" if i % 3 else f"not t{i}" for i in range(size))
    return story(
        *steps,
        scene(f"s{size}", choice("on", [(right, "pit"), "end"])),
        scene("pit", choice("never", "end", when="t0 and not t0")),
        scene("end", ending="end"),
        variables=[truth(f"t{i}") for i in range(size)],
    )
