"""What reading and checking a story takes once the program has started: `python -m tests.benchmarks.reading FOLDER`.

Prints [seconds of processor, MiB added to the process's peak] as JSON; that alone, so a process of its own asks it.
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


def from_cold(story: Path, runs: int) -> tuple[float, float]:
    """Seconds of processor and MiB added: the quickest of some processes that read and check the story in a folder."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(story)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = (subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True) for _ in range(runs))
    seconds, added = min(json.loads(one.stdout) for one in done)
    return seconds, added


def main(arguments: Sequence[str]) -> int:
    """Read and check one story, and tell."""
    folder = Path(arguments[0])
    before, began = _peak(), time.process_time()
    problems_of(load_story(folder), folder)
    print(json.dumps([time.process_time() - began, _peak() - before]))
    return 0


def _peak() -> float:
    """The most memory that this process has held, in MiB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else ()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
