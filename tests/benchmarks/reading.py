"""What reading and checking a story takes once the program has started.

`python -m tests.benchmarks.reading FOLDER KNOWN` prints [seconds of processor, MiB added to the process's peak,
slowness of the machine] as JSON; that alone, so a process of its own asks it. The slowness is that of the next moment,
by the story in KNOWN: a second later it may be another.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from game.cli.problems import problems_of
from game.loading.loader import load_story

from .measures import ROOT
from .table import yardstick


def from_cold(story: Path, known: Path, runs: int) -> tuple[float, float, float]:
    """Seconds of processor, MiB added, and slowness: the middle one of some processes that read and check a story.

    In the middle by the seconds that it would have taken where the limits were set.
    """
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(story), str(known)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = (subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True) for _ in range(runs))
    found = sorted((json.loads(one.stdout) for one in done), key=lambda one: float(one[0] / one[2]))
    seconds, added, slowness = found[len(found) // 2]
    return seconds, added, slowness


def main(arguments: Sequence[str]) -> int:
    """Read and check one story, and tell."""
    folder, known = map(Path, arguments)
    lay_on = yardstick(known)
    before, began = _peak(), time.process_time()
    problems_of(load_story(folder), folder)
    took, added = time.process_time() - began, _peak() - before
    print(json.dumps([took, added, lay_on()]))
    return 0


def _peak() -> float:
    """The most memory that this process has held, in MiB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else ()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
