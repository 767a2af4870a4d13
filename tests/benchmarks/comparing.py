"""What `diff` takes: the first time, and when what can be reached is known. Knows nothing of how it is shown."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from .measures import ROOT, whole_process

_COUNTING = re.compile(r"^(\s+do: \w+) \+= 1$", re.MULTILINE)


def versions(folder: Path) -> tuple[Path, Path]:
    """Our own story twice, each with what stands beside it; in the second one, one choice counts for two."""
    for name in ("old", "new"):
        for part in ("story", "seeds/canon.yaml", "assets/assets.yaml", "tests/replays"):
            source, target = ROOT / part, folder / name / part
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    old, new = (folder / name / "story" for name in ("old", "new"))
    counting = next(path for path in sorted(new.rglob("*.yaml")) if _COUNTING.search(path.read_text(encoding="utf-8")))
    text = counting.read_text(encoding="utf-8")
    counting.write_text(_COUNTING.sub(r"\1 += 2", text, count=1), encoding="utf-8")
    return old, new


def compared(folder: Path) -> Iterator[tuple[str, float]]:
    """Seconds of processor of the whole command: without exploring, with it, with both versions known.

    Raises ValueError where it could not be done.
    """
    old, new = versions(folder)
    before = os.environ.get("STONE_LIGHTNING_HOME")
    os.environ["STONE_LIGHTNING_HOME"] = str(folder / "home")
    try:
        for how, more in (("--quick", ["--quick"]), ("explored", []), ("again", [])):
            process = whole_process("-m", "game", "diff", str(old), str(new), *more)
            if process.code not in {0, 1}:
                raise ValueError(f"diff failed with {process.code}")
            yield how, process.processor
    finally:
        if before is None:
            del os.environ["STONE_LIGHTNING_HOME"]
        else:
            os.environ["STONE_LIGHTNING_HOME"] = before
