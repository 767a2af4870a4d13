"""How long an editor waits: from a key to the diagnostics of a large story, through a real language server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from tests.support.editor import Editor


def keys(story: Path, wanted: int) -> Iterator[float]:
    """Seconds from each key to the answer that is seen: a `goto` gets a letter too many, and loses it."""
    file = max(story.rglob("scenes_*.yaml"))
    name = file.relative_to(story).as_posix()
    editor = Editor(story)
    try:
        text = editor.open(name)
        head, _, tail = text.rpartition("goto: s")
        wrong = f"{head}goto: sx{tail}"
        editor.about(name, "documentSymbol")
        for turn in range(wanted):
            mistyped = turn % 2 == 0
            began = time.perf_counter()
            editor.type(name, wrong if mistyped else text)
            editor.wait_for(name, "E222", there=mistyped)
            yield time.perf_counter() - began
        editor.quit()
    finally:
        editor.kill()
